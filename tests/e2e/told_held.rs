//! Changes on hold are not mailed before they are released, nor, if the shop says so, shown.

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::harness::told::{Told, heading, holds};
use crate::harness::{Wismo, plain};

/// Releases what a drain found on hold.
async fn release(told: &Told, shop: &str) {
    told.wismo.drain().await;
    let (path, body) = (format!("/sync/{shop}/release"), "{}".to_owned());
    let answer = told.wismo.signed(&path, "application/json", body).await;
    assert_eq!(answer.status(), StatusCode::OK);
}

/// Everything that a customer sees who has the link.
async fn seen(told: &Told, shop: &str, order: &str) -> String {
    let path = Wismo::page_path(shop, order);
    let mut seen = String::new();
    for path in [path.clone(), format!("{path}.json")] {
        let answer = told.wismo.get(&path).await;
        seen += &answer.text().await.unwrap();
    }
    plain(&seen)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_held_page_shows_what_was_released_last() {
    let told = Told::with(json!({ "hold": { "page": true } })).await;
    told.order("1", "received", json!({})).await;
    told.woo(1, "processing", json!({})).await;
    told.no_mail("it is held").await;
    for shop in ["erp", "north"] {
        let page = told.wismo.get(&Wismo::page_path(shop, "1")).await;
        assert_eq!(page.status(), StatusCode::NOT_FOUND, "{shop}");
        release(&told, shop).await;
        assert_eq!(heading(&told.mail().await), "Thank you for your order");
        let page = told.wismo.get(&Wismo::page_path(shop, "1")).await;
        assert_eq!(page.status(), StatusCode::OK, "{shop}");
    }
    // By hook and by import, for the order and for its item.
    let parcel =
        json!([{ "id": "p", "carrier": "Bring", "tracking_number": "370438101015432168" }]);
    told.order("1", "sent", json!({ "shipments": parcel }))
        .await;
    told.stock(0, Some("2026-12-18")).await;
    told.woo(1, "completed", json!({})).await;
    told.no_mail("it is held").await;
    let held = seen(&told, "erp", "1").await;
    for text in [
        "370438101015432168",
        "2026-12-18",
        "18 December",
        "has been sent",
    ] {
        assert!(!held.contains(text), "{text}: {held}");
    }
    assert_eq!(told.json("erp", "1").await["stage"], "received");
    assert_eq!(told.json("north", "1").await["stage"], "preparing");
    assert_eq!(told.page_history("erp", "1").await, ["Order placed"]);
    assert_eq!(told.page_history("north", "1").await, ["Order placed"]);
    // At the desk, the merchant sees it all.
    assert_eq!(
        told.wismo.history("erp", "1").await["order"]["status"]["stage"],
        "sent"
    );
    release(&told, "erp").await;
    let mail = told.mail().await;
    holds(&mail, "370438101015432168");
    let shown = seen(&told, "erp", "1").await;
    assert!(shown.contains("370438101015432168"), "{shown}");
    assert_eq!(told.json("erp", "1").await["stage"], "sent");
    release(&told, "north").await;
    assert_eq!(heading(&told.mail().await), "Your order is on its way");
    assert_eq!(told.json("north", "1").await["stage"], "sent");
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_is_not_held_shows_at_once_what_its_mail_waits_with() {
    let told = Told::with(json!({ "hold": { "mails": true } })).await;
    told.order("1", "received", json!({})).await;
    told.order("1", "sent", json!({})).await;
    told.no_mail("it is held").await;
    assert_eq!(told.json("erp", "1").await["stage"], "sent");
    told.stop().await;
}

/// Everything that may come about before a release.
fn all() -> Vec<(&'static str, Value)> {
    let parcel =
        json!([{ "id": "p", "carrier": "Bring", "tracking_number": "370438101015432168" }]);
    let invoice = json!([{ "id": "1", "kind": "invoice", "number": "F-1" }]);
    let mut says = json!({});
    let mut all = Vec::new();
    for (stage, field, value) in [
        ("preparing", "picked", json!(true)),
        ("preparing", "documents", invoice),
        ("preparing", "shipments", parcel),
        (
            "part_delivered",
            "line",
            json!({ "delivered": 1, "stock": 0 }),
        ),
        (
            "part_delivered",
            "line",
            json!({ "delivered": 1, "stock": 4, "expected_on": "2026-12-18" }),
        ),
    ] {
        says[field] = value;
        all.push((stage, says.clone()));
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn all_that_was_held_is_one_mail_that_lists_each_with_placed_among_it_or_not() {
    let mail = json!({ "notify": "mail" });
    let told = Told::with(json!({ "hold": { "mails": true }, "rules": { "picked": mail } })).await;
    for (id, is_thanked) in [("1", true), ("2", false)] {
        told.order(id, "received", json!({})).await;
        if is_thanked {
            release(&told, "erp").await;
            assert_eq!(heading(&told.mail().await), "Thank you for your order");
        }
        for (stage, says) in all() {
            told.order(id, stage, says).await;
        }
        told.no_mail("it is held").await;
        release(&told, "erp").await;
        let mail = told.mail().await;
        assert_eq!(heading(&mail), "Part of your order is on its way", "{id}");
        for text in [
            "370438101015432168",
            "Invoice F-1",
            "1 sent",
            "Friday 18 December 2026",
            "icked",
        ] {
            holds(&mail, text);
        }
        if !is_thanked {
            holds(&mail, "Order placed");
        }
        told.no_mail("all of it is told").await;
        let fates = told.fates("erp", id).await;
        for kind in [
            "placed",
            "invoiced",
            "tracking_entered",
            "part_delivered",
            "picked",
        ] {
            assert!(
                fates.contains(&format!("{kind}: mailed")),
                "{id} {kind}: {fates:?}"
            );
        }
    }
    told.stop().await;
}

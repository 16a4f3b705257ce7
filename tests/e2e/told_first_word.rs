//! The first mail about an order tells all that has come of it by then.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::harness::told::{Told, heading, holds, lacks, shopify_placed};

fn placed_on_the_page_alone() -> Value {
    json!({ "rules": { "placed": { "notify": "page" } } })
}

/// Changes that may come right after an order was placed, as the generic source says
/// them, with the beginning of the mail about each.
fn generic() -> Vec<(&'static str, &'static str, Value, &'static str)> {
    vec![
        ("c", "cancelled", json!({}), "Your order has been cancelled"),
        (
            "i",
            "received",
            json!({ "documents": [{ "id": "1", "kind": "invoice", "number": "F-1" }] }),
            "You have an invoice: F-1",
        ),
        (
            "t",
            "received",
            json!({ "shipments": [{ "id": "p", "carrier": "Bring", "tracking_number": "370438101015432168" }] }),
            "You can now track your parcel",
        ),
        ("s", "sent", json!({}), "Your order is on its way"),
        (
            "d",
            "received",
            json!({ "line": { "delivered": 1 } }),
            "Part of your order is on its way",
        ),
        (
            "e",
            "received",
            json!({ "expected_on": "2026-12-18" }),
            "Expected date: Friday 18 December 2026",
        ),
        (
            "k",
            "received",
            json!({ "documents": [{ "id": "1", "kind": "credit_note", "number": "K-1" }] }),
            "You have a credit note: K-1",
        ),
    ]
}

/// WooCommerce's fields for a parcel and for an invoice.
fn woo_meta(fields: &[(&str, Value)]) -> Value {
    let field = |(key, value): &(&str, Value)| json!({ "id": 1, "key": key, "value": value });
    json!({ "meta_data": fields.iter().map(field).collect::<Vec<_>>() })
}

fn woo_parcel() -> Value {
    woo_meta(&[(
        "_wc_shipment_tracking_items",
        json!([{ "tracking_provider": "bring", "tracking_number": "370438101015432168", "tracking_id": "w" }]),
    )])
}

#[tokio::test(flavor = "multi_thread")]
async fn placed_on_the_page_alone_silences_nothing_else_from_any_shop() {
    let told = Told::with(placed_on_the_page_alone()).await;
    let mut expected = Vec::new();
    for (id, stage, says, heading) in generic() {
        told.order(id, "received", json!({})).await;
        told.order(id, stage, says).await;
        expected.push((format!("#{id}"), heading));
    }
    let woo = [
        ("cancelled", json!({}), "Your order has been cancelled"),
        ("completed", json!({}), "Your order is on its way"),
        ("processing", woo_parcel(), "You can now track your parcel"),
        (
            "processing",
            woo_meta(&[("_wcpdf_invoice_number", json!("F-9"))]),
            "You have an invoice: F-9",
        ),
    ];
    for (id, (status, says, heading)) in (501..).zip(woo) {
        told.woo(id, "processing", json!({})).await;
        told.woo(id, status, says).await;
        expected.push((id.to_string(), heading));
    }
    let mut order = shopify_placed();
    told.shopify(order.clone()).await;
    order["cancelled_at"] = json!("2026-11-20T10:00:00Z");
    told.shopify(order).await;
    expected.push(("#1001".to_owned(), "cancelled"));
    let mails = told.mails().await;
    for (number, begins) in &expected {
        let of = |subject: &str| subject.split_whitespace().any(|word| word == number);
        let own: Vec<_> = mails.iter().filter(|mail| of(&mail.subject)).collect();
        assert_eq!(own.len(), 1, "{number}: {own:#?}");
        if number == "#1001" {
            // This one is in Norwegian.
            assert_eq!(heading(own[0]), "Bestillingen din er kansellert");
            lacks(own[0], "Takk");
            continue;
        }
        assert_eq!(heading(own[0]), *begins, "{number}");
        lacks(own[0], "Thank");
        // Nothing was told before, so there is no value before.
        lacks(own[0], "Before");
    }
    assert_eq!(mails.len(), expected.len());
    told.no_mail("each is told once").await;
    // The page and the desk know of both.
    assert_eq!(
        told.page_history("erp", "c").await,
        ["Order placed", "Order cancelled"]
    );
    assert_eq!(
        told.fates("erp", "c").await,
        ["placed: merged", "cancelled: mailed"]
    );
    assert_eq!(
        told.fates("north", "503").await,
        ["placed: rule_off", "tracking_entered: mailed"]
    );
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn placed_on_the_page_alone_silences_nothing_that_was_held() {
    let mut settings = placed_on_the_page_alone();
    settings["hold"] = json!({ "mails": true });
    let told = Told::with(settings).await;
    for (id, stage, says, _) in generic() {
        told.order(id, "received", json!({})).await;
        told.no_mail("it is held").await;
        told.order(id, stage, says).await;
    }
    told.no_mail("it is held").await;
    release(&told).await;
    let mails = told.mails().await;
    for (id, _, _, begins) in generic() {
        let subject = format!("Your order #{id} at ERP Shop");
        let own: Vec<_> = mails
            .iter()
            .filter(|mail| mail.subject == subject)
            .collect();
        assert_eq!(own.len(), 1, "{id}");
        assert_eq!(heading(own[0]), begins);
        lacks(own[0], "Thank");
    }
    assert_eq!(mails.len(), generic().len());
    release(&told).await;
    told.no_mail("each is told once").await;
    told.stop().await;
}

/// Releases what a drain found on hold.
async fn release(told: &Told) {
    told.wismo.drain().await;
    let (path, body) = ("/sync/erp/release", "{}".to_owned());
    let answer = told.wismo.signed(path, "application/json", body).await;
    assert_eq!(answer.status(), StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_cancelled_before_it_was_told_is_one_mail_without_thanks() {
    let told = Told::with(json!({})).await;
    told.order("1", "received", json!({})).await;
    told.order("1", "cancelled", json!({})).await;
    let mail = told.mail().await;
    assert_eq!(heading(&mail), "Your order has been cancelled");
    holds(&mail, "Nothing more will be sent.");
    lacks(&mail, "Thank");
    lacks(&mail, "Before");
    assert_eq!(
        told.fates("erp", "1").await,
        ["placed: merged", "cancelled: mailed"]
    );

    told.woo(7, "processing", json!({})).await;
    told.woo(7, "cancelled", json!({})).await;
    let mail = told.mail().await;
    assert_eq!(heading(&mail), "Your order has been cancelled");
    lacks(&mail, "Thank");
    let json = told.json("north", "7").await;
    assert_eq!(json["stage"], "cancelled");
    assert_eq!(
        told.page_history("north", "7").await,
        ["Order placed", "Order cancelled"]
    );

    let mut order = shopify_placed();
    order["customer_locale"] = json!("en");
    told.shopify(order.clone()).await;
    order["cancelled_at"] = json!("2026-11-20T10:00:00Z");
    told.shopify(order).await;
    let mail = told.mail().await;
    assert_eq!(heading(&mail), "Your order has been cancelled");
    lacks(&mail, "Thank");
    told.no_mail("each is told once").await;
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invoice_before_the_thanks_goes_with_them_to_all_whom_it_concerns() {
    let rules = json!({ "invoiced": { "notify": "mail", "attach": ["invoice"] } });
    let told = Told::with(json!({ "rules": rules })).await;
    let customer = json!({
        "name": "Bo Berg", "email": "bo@example.com", "locale": "en",
        "contacts": [{ "role": "billing", "name": "Books", "email": "books@example.com" }]
    });
    told.order("1", "received", json!({ "customer": customer }))
        .await;
    let pdf = b"%PDF-1.7 F-1".as_slice();
    let invoice = json!([{
        "id": "1", "kind": "invoice", "number": "F-1",
        "content": STANDARD.encode(pdf), "media_type": "application/pdf"
    }]);
    told.order(
        "1",
        "received",
        json!({ "customer": customer, "documents": invoice }),
    )
    .await;
    let mut mails = told.mails().await;
    assert_eq!(mails.len(), 2);
    let (mail, copy) = (mails.remove(0), mails.remove(0));
    assert_eq!(heading(&mail), "Thank you for your order");
    holds(&mail, "Invoice F-1 is attached.");
    assert!(mail.to.contains("bo@example.com"), "{}", mail.to);
    assert_eq!(mail.cc, None);
    assert_eq!(heading(&copy), "Thank you for your order");
    assert!(copy.to.contains("books@example.com"), "{}", copy.to);
    holds(&copy, "because you are named as a contact for order");
    assert_eq!(copy.files.len(), mail.files.len());
    let files: Vec<_> = mail
        .files
        .iter()
        .map(|file| file.content.as_slice())
        .collect();
    assert_eq!(files, [pdf]);
    assert_eq!(
        told.fates("erp", "1").await,
        ["placed: mailed", "invoiced: mailed"]
    );
    told.no_mail("the invoice is told").await;
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn all_that_came_before_the_thanks_stands_in_their_mail() {
    let told = Told::with(json!({})).await;
    told.order("1", "received", json!({})).await;
    told.order(
        "1",
        "part_delivered",
        json!({
            "documents": [{ "id": "1", "kind": "invoice", "number": "F-1" }],
            "shipments": [{ "id": "p", "carrier": "Bring", "tracking_number": "370438101015432168" }],
            "line": { "delivered": 1, "expected_on": "2026-12-18" }
        }),
    )
    .await;
    let mail = told.mail().await;
    assert_eq!(heading(&mail), "Part of your order is on its way");
    for text in [
        "370438101015432168",
        "Anvil",
        "1 sent",
        "Invoice F-1",
        "Friday 18 December 2026",
        "Order placed",
    ] {
        holds(&mail, text);
    }
    told.no_mail("all of it is told").await;
    told.stop().await;
}

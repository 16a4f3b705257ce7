//! Orders that are old, cancelled, unpaid or parts of others when they are first seen.

use serde_json::{Value, json};

use crate::harness::told::{Told, heading, holds, lacks, placed, shopify_placed};

/// An order of WooCommerce's from 2019: sent long ago, with its parcel.
fn of_2019() -> Value {
    json!({
        "date_created": "2019-03-02T11:00:00", "date_created_gmt": "2019-03-02T10:00:00",
        "date_paid_gmt": "2019-03-02T10:01:00", "date_completed_gmt": "2019-03-05T08:00:00",
        "date_modified": "2019-03-05T09:00:00", "date_modified_gmt": "2019-03-05T08:00:00",
        "meta_data": [{ "id": 5501, "key": "_wc_shipment_tracking_items", "value": [{
            "tracking_provider": "ups", "custom_tracking_provider": "",
            "custom_tracking_link": "", "tracking_number": "1Z0000000000000019",
            "date_shipped": "1551744000", "tracking_id": "a19"
        }] }]
    })
}

const OLD: &str = "old_order";

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_thanked_for_an_order_of_2019_that_is_first_seen_now() {
    let told = Told::with(json!({})).await;
    told.woo(70001, "completed", of_2019()).await;
    told.no_mail("it is old").await;
    let history = told.page_history("north", "70001").await;
    assert_eq!(history.first().map(String::as_str), Some("Order placed"));
    let fates = told.fates("north", "70001").await;
    assert!(!fates.is_empty());
    for fate in &fates {
        assert!(fate.ends_with(OLD), "{fates:?}");
    }
    // A change from now on is told.
    let mut refunded = of_2019();
    refunded["date_modified_gmt"] = json!(told.now()[..19]);
    told.woo(70001, "refunded", refunded).await;
    let mail = told.mail().await;
    assert_eq!(heading(&mail), "Your order has been refunded");
    lacks(&mail, "Thank");

    // The same body, placed an hour ago, makes one mail.
    let mut young = of_2019();
    for name in ["date_created", "date_created_gmt", "date_paid_gmt"] {
        young[name] = json!(placed());
    }
    young["date_modified_gmt"] = json!(told.now()[..19]);
    told.woo(70011, "completed", young).await;
    let mail = told.mail().await;
    holds(&mail, "1Z0000000000000019");
    holds(&mail, "Order placed");

    // The same for Shopify's, and for the generic source's.
    let mut order = shopify_placed();
    order["created_at"] = json!("2019-03-02T11:00:00+01:00");
    order["processed_at"] = json!("2019-03-02T11:00:00+01:00");
    let id = order["id"].to_string();
    told.shopify(order.clone()).await;
    told.order("1", "sent", json!({ "placed_at": "2019-03-02T11:00:00Z" }))
        .await;
    told.no_mail("both are old").await;
    assert_eq!(told.fates("south", &id).await, [format!("placed: {OLD}")]);
    order["fulfillment_status"] = json!("fulfilled");
    told.shopify(order).await;
    let mail = told.mail().await;
    lacks(&mail, "Takk for");
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_first_seen_cancelled_failed_or_refunded_is_no_order_yet() {
    let told = Told::with(json!({})).await;
    for (id, status) in (70002..).zip(["cancelled", "failed", "refunded"]) {
        told.woo(id, status, json!({ "date_paid_gmt": null })).await;
        told.no_mail(status).await;
        let stage = match status {
            "failed" => "payment_failed",
            other => other,
        };
        assert_eq!(told.json("north", &id.to_string()).await["stage"], stage);
        // Once it does come about, the customer is thanked once, and no more.
        told.woo(id, "processing", json!({})).await;
        let mail = told.mail().await;
        assert_eq!(heading(&mail), "Thank you for your order", "{status}");
        told.woo(id, "processing", json!({ "customer_note": "Ring" }))
            .await;
        told.no_mail(status).await;
        told.woo(id, "cancelled", json!({})).await;
        let mail = told.mail().await;
        assert_eq!(heading(&mail), "Your order has been cancelled", "{status}");
    }
    for (id, stage) in ["cancelled", "payment_failed", "refunded"]
        .into_iter()
        .enumerate()
    {
        let id = id.to_string();
        told.order(&id, stage, json!({})).await;
        told.no_mail(stage).await;
        told.order(&id, "received", json!({})).await;
        assert_eq!(heading(&told.mail().await), "Thank you for your order");
    }
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_shopify_first_says_as_cancelled_voided_or_refunded_is_no_order_yet() {
    let told = Told::with(json!({})).await;
    for (id, (field, value)) in [
        ("cancelled_at", json!("2026-11-20T10:00:00Z")),
        ("financial_status", json!("voided")),
        ("financial_status", json!("refunded")),
    ]
    .into_iter()
    .enumerate()
    {
        let mut order = shopify_placed();
        order["id"] = json!(id + 1);
        order["customer_locale"] = json!("en");
        let mut first = order.clone();
        first[field] = value;
        // Shopify's test notification is such an order.
        first["test"] = json!(true);
        told.shopify(first).await;
        told.no_mail(field).await;
        order["test"] = json!(true);
        told.shopify(order).await;
        assert_eq!(heading(&told.mail().await), "Thank you for your order");
    }
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_parcels_of_what_was_first_seen_cancelled_are_no_news() {
    let told = Told::with(json!({})).await;
    let mut says = json!({ "meta_data": of_2019()["meta_data"] });
    says["date_paid_gmt"] = Value::Null;
    told.woo(1, "cancelled", says).await;
    told.no_mail("it is no order yet").await;
    let page = told.wismo.page("north", "1").await;
    assert!(!page.contains("is on its way"), "{page}");
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_suborder_only_what_comes_later_is_mailed() {
    let told = Told::with(json!({})).await;
    told.woo(70045, "processing", json!({})).await;
    for id in [78045, 79045] {
        let part = json!({ "parent_id": 70045, "created_via": "dokan" });
        told.woo(id, "processing", part).await;
    }
    let mail = told.mail().await;
    assert_eq!(heading(&mail), "Thank you for your order");
    assert!(mail.subject.contains("70045"), "{}", mail.subject);
    for id in ["78045", "79045"] {
        assert_eq!(told.page_history("north", id).await, ["Order placed"]);
        assert_eq!(told.fates("north", id).await, ["placed: part_of_another"]);
    }
    told.woo(78045, "completed", json!({ "parent_id": 70045 }))
        .await;
    let mail = told.mail().await;
    assert_eq!(heading(&mail), "Your order is on its way");
    assert!(mail.subject.contains("78045"), "{}", mail.subject);
    told.stop().await;
}

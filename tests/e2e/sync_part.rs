//! An ERP beside a shop of another platform: whatever both say of an order is one
//! order, and is told once.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::StatusCode;
use serde_json::{Value, json};
use wismo::recorder::{Api, Recorder};

use crate::harness::told::shopify_placed;
use crate::harness::{
    SOUTH_SYNC_SECRET, Wismo, eventually, mailed_by, neutral, plain, variables, woocommerce,
};

/// The ERP's data about an order, at this time on 7 June.
fn part(order: &str, time: &str, says: &Value) -> Value {
    let mut data = json!({ "id": order, "updated_at": format!("2026-06-07T{time}Z") });
    for (name, value) in says.as_object().unwrap() {
        data[name] = value.clone();
    }
    json!({ "type": "order.changed", "data": data })
}

async fn import(wismo: &Wismo, shop: &str, message: Value) {
    let (status, answers) = wismo
        .import(&format!("/sync/{shop}/import"), &[message])
        .await;
    assert_eq!(status, StatusCode::OK, "{answers:?}");
    wismo.drain().await;
}

/// The number of times that the notices of an order tell a change of this kind.
async fn told(wismo: &Wismo, shop: &str, order: &str, kind: &str) -> usize {
    let history = wismo.history(shop, order).await;
    let notices = history["notices"].as_array().cloned().unwrap_or_default();
    let changes = notices
        .iter()
        .flat_map(|notice| notice["changes"].as_array().cloned().unwrap_or_default());
    changes
        .filter(|change| change == kind || change.get(kind).is_some())
        .count()
}

/// Waits until a change of this kind is told.
async fn tells(wismo: &Wismo, shop: &str, order: &str, kind: &str) {
    eventually(async || {
        wismo.drain().await;
        (told(wismo, shop, order, kind).await > 0).then_some(())
    })
    .await;
}

/// Waits until the page shows this.
async fn shows(wismo: &Wismo, shop: &str, order: &str, text: &str) -> String {
    eventually(async || {
        let page = wismo.page(shop, order).await;
        page.contains(text).then_some(page)
    })
    .await
}

fn invoice() -> Value {
    json!([{ "id": "e-88", "kind": "invoice", "number": "F-88" }])
}

fn parcel() -> Value {
    json!([{ "id": "e-1", "carrier": "Bring", "tracking_number": "370438101015432168" }])
}

/// An order of WooCommerce's, with a parcel of Shipment Tracking.
fn tracked(mut order: Value, number: &str) -> Value {
    order["meta_data"] = json!([{ "id": 7, "key": "_wc_shipment_tracking_items", "value": [{
        "tracking_provider": "bring", "tracking_number": number, "tracking_id": "w-1"
    }] }]);
    order
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erp_adds_invoice_and_parcel_and_each_is_told_once() {
    let wismo = Wismo::start().await;
    wismo
        .deliver(&woocommerce(1, "processing", "2026-06-06T17:18:38"))
        .await;
    wismo.mail("north:1:1").await;
    let with_invoice = json!({ "documents": invoice() });
    import(&wismo, "north", part("1", "08:00:00", &with_invoice)).await;
    let mail = wismo.mail("north:1:2").await.to_string();
    assert!(mail.contains("F-88"), "{mail}");
    let with_both = json!({ "documents": invoice(), "shipments": parcel() });
    import(&wismo, "north", part("1", "09:00:00", &with_both)).await;
    let mail = wismo.mail("north:1:3").await.to_string();
    assert!(mail.contains("370438101015432168"), "{mail}");
    assert!(!mail.contains("F-88"), "{mail}");
    // The shop's next version has neither: both stay.
    wismo
        .deliver(&woocommerce(1, "completed", "2026-06-08T10:00:00"))
        .await;
    tells(&wismo, "north", "1", "status_changed").await;
    let page = wismo.page("north", "1").await;
    assert!(
        page.contains("370438101015432168") && page.contains("F-88"),
        "{page}"
    );
    // The ERP sends it again: the same message, one with another date, and one
    // that is older than the shop's version.
    for time in ["09:00:00", "23:00:00", "09:30:00"] {
        import(&wismo, "north", part("1", time, &with_both)).await;
    }
    let history = wismo.history("north", "1").await;
    for kind in ["placed", "invoiced", "tracking_entered", "status_changed"] {
        assert_eq!(
            told(&wismo, "north", "1", kind).await,
            1,
            "{kind}: {history}"
        );
    }
    // Fields that the part does not name are the shop's.
    let order = &history["order"];
    assert_eq!(order["lines"].as_array().unwrap().len(), 8, "{order}");
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_only_the_erp_knows_reaches_page_and_mail() {
    let wismo = Wismo::start().await;
    let mail = json!({ "notify": "mail" });
    let settings = json!({
        "settle_seconds": 0, "rules": { "packing_slip_printed": mail, "picked": mail }
    });
    assert_eq!(
        wismo.put_settings("north", 1, &settings).await.status(),
        StatusCode::OK
    );
    wismo.in_force().await;
    wismo
        .deliver(&woocommerce(1, "processing", "2026-06-06T17:18:38"))
        .await;
    wismo.mail("north:1:1").await;
    let mut says = json!({});
    for (time, field, value, kind) in [
        (
            "08:00:00",
            "packing_slip_printed",
            json!(true),
            "packing_slip_printed",
        ),
        ("09:00:00", "picked", json!(true), "picked"),
        (
            "10:00:00",
            "lines",
            json!([{ "sku": "SKU-1", "stock": 0, "expected_on": "2027-01-15" }]),
            "expected_date_changed",
        ),
        (
            "11:00:00",
            "lines",
            json!([{ "sku": "SKU-1", "delivered": 2, "expected_on": "2027-01-15" }]),
            "part_delivered",
        ),
    ] {
        says[field] = value;
        import(&wismo, "north", part("1", time, &says)).await;
        tells(&wismo, "north", "1", kind).await;
    }
    for notice in 2..=5 {
        wismo.mail(&format!("north:1:{notice}")).await;
    }
    let date = plain(&wismo.mail("north:1:4").await.to_string());
    assert!(
        date.contains("15 January 2027") && date.contains("Wool blanket"),
        "{date}"
    );
    // The shop's next version does not take any of it back.
    wismo
        .deliver(&woocommerce(1, "processing", "2026-06-08T10:00:00"))
        .await;
    wismo.drain().await;
    let order = wismo.history("north", "1").await["order"].clone();
    assert_eq!(
        (&order["picked"], &order["packing_slip_printed"]),
        (&json!(true), &json!(true))
    );
    assert_eq!(order["lines"][1]["delivered"], "2");
    assert!(!wismo.has_mail("north:1:6").await);
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_parcel_that_both_know_is_told_once_whoever_is_first() {
    let wismo = Wismo::start().await;
    let both = json!({ "shipments": parcel() });
    // Each side writes the number in its own way.
    let shops = "3704 3810 1015 4321 68";
    wismo
        .deliver(&woocommerce(1, "processing", "2026-06-06T17:18:38"))
        .await;
    wismo.mail("north:1:1").await;
    import(&wismo, "north", part("1", "08:00:00", &both)).await;
    tells(&wismo, "north", "1", "tracking_entered").await;
    wismo
        .deliver(&tracked(
            woocommerce(1, "completed", "2026-06-08T10:00:00"),
            shops,
        ))
        .await;
    tells(&wismo, "north", "1", "status_changed").await;

    wismo
        .deliver(&tracked(
            woocommerce(2, "processing", "2026-06-06T17:18:38"),
            shops,
        ))
        .await;
    wismo.mail("north:2:1").await;
    wismo.drain().await;
    let before = told(&wismo, "north", "2", "tracking_entered").await;
    import(&wismo, "north", part("2", "08:00:00", &both)).await;
    wismo.drain().await;
    assert_eq!(told(&wismo, "north", "1", "tracking_entered").await, 1);
    assert_eq!(told(&wismo, "north", "2", "tracking_entered").await, before);
    for order in ["1", "2"] {
        let history = wismo.history("north", order).await;
        let parcels = history["order"]["shipments"].as_array().unwrap();
        assert_eq!(parcels.len(), 1, "{history}");
    }
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_may_come_before_the_shops_first_word() {
    let wismo = Wismo::start().await;
    let says = json!({ "documents": invoice(), "shipments": parcel() });
    import(&wismo, "north", part("1", "08:00:00", &says)).await;
    assert!(!wismo.has_mail("north:1:1").await);
    let page = wismo.get(&Wismo::page_path("north", "1")).await;
    assert_eq!(page.status(), StatusCode::NOT_FOUND);
    wismo
        .deliver(&woocommerce(1, "processing", "2026-06-06T17:18:38"))
        .await;
    wismo.mail("north:1:1").await;
    let page = shows(&wismo, "north", "1", "370438101015432168").await;
    assert!(
        page.contains("F-88") && page.contains("Oak table"),
        "{page}"
    );
    // A part that says enough is an order before the shop sends it.
    let mut whole = neutral("2", "received", "2026-06-07T08:00:00Z");
    whole["documents"] = invoice();
    let message = json!({ "type": "order.changed", "data": whole });
    let (status, _) = wismo
        .import("/sync/north/import?quiet=true", &[message])
        .await;
    assert_eq!(status, StatusCode::OK);
    let page = wismo.imported_page("north", "2").await;
    assert!(page.contains("Anvil") && page.contains("F-88"), "{page}");
    // Once the shop does, the order is the shop's, and the paper stays.
    wismo
        .deliver(&woocommerce(2, "processing", "2026-06-08T10:00:00"))
        .await;
    let page = shows(&wismo, "north", "2", "Oak table").await;
    assert!(!page.contains("Anvil") && page.contains("F-88"), "{page}");
    wismo.drain().await;
    assert_eq!(told(&wismo, "north", "2", "invoiced").await, 0);
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_erp_decides_the_status_where_the_settings_say_so() {
    let wismo = Wismo::start().await;
    wismo
        .deliver(&woocommerce(1, "processing", "2026-06-06T17:18:38"))
        .await;
    wismo.mail("north:1:1").await;
    let says = json!({ "status": { "code": "packing", "stage": "preparing", "label": "On the packing table" } });
    import(&wismo, "north", part("1", "08:00:00", &says)).await;
    assert_eq!(told(&wismo, "north", "1", "status_changed").await, 0);
    let page = wismo.page("north", "1").await;
    assert!(!page.contains("On the packing table"), "{page}");
    let settings = json!({ "settle_seconds": 0, "status_from": "erp" });
    assert_eq!(
        wismo.put_settings("north", 1, &settings).await.status(),
        StatusCode::OK
    );
    wismo.in_force().await;
    shows(&wismo, "north", "1", "On the packing table").await;
    // The shop's own status does not move it any more, but the ERP's does.
    wismo
        .deliver(&woocommerce(1, "completed", "2026-06-08T10:00:00"))
        .await;
    wismo.drain().await;
    shows(&wismo, "north", "1", "On the packing table").await;
    let says =
        json!({ "status": { "code": "gone", "stage": "sent", "label": "On its way to you" } });
    import(&wismo, "north", part("1", "12:00:00", &says)).await;
    shows(&wismo, "north", "1", "On its way to you").await;
    wismo.stop().await;
}

/// A shop on Shopify with an ERP beside it.
fn with_erp() -> BTreeMap<String, String> {
    let mut variables = variables();
    let mut shops: Value = serde_json::from_str(&variables["shops"]).unwrap();
    for shop in shops.as_array_mut().unwrap() {
        if shop["id"] == "south" {
            shop["sync_secrets"] = json!([SOUTH_SYNC_SECRET]);
        }
    }
    variables.insert("shops".to_owned(), shops.to_string());
    variables
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erp_beside_shopify_adds_what_shopify_does_not_know() {
    let wismo = Wismo::with(with_erp()).await;
    let mut order = shopify_placed();
    order["customer_locale"] = json!("en");
    let answer: Value = wismo
        .shopify(&order.to_string())
        .await
        .json()
        .await
        .unwrap();
    let id = answer["order"].as_str().unwrap().to_owned();
    wismo.mail(&format!("south:{id}:1")).await;
    let sku = order["line_items"][0]["sku"].clone();
    let says = json!({
        "documents": invoice(), "shipments": parcel(), "picked": true,
        "lines": [{ "sku": sku, "stock": 0, "expected_on": "2027-01-15" }]
    });
    import(&wismo, "south", part(&id, "08:00:00", &says)).await;
    for kind in ["invoiced", "tracking_entered"] {
        tells(&wismo, "south", &id, kind).await;
    }
    // Shopify's next version, and the ERP's again.
    order["updated_at"] = json!("2026-09-01T12:00:00+02:00");
    order["note"] = json!("Ring the bell");
    assert_eq!(
        wismo.shopify(&order.to_string()).await.status(),
        StatusCode::OK
    );
    import(&wismo, "south", part(&id, "20:00:00", &says)).await;
    let page = wismo.page("south", &id).await;
    for text in ["F-88", "370438101015432168", "15 January 2027"] {
        assert!(page.contains(text), "{text}: {page}");
    }
    let history = wismo.history("south", &id).await;
    for kind in [
        "placed",
        "invoiced",
        "tracking_entered",
        "picked",
        "expected_date_changed",
    ] {
        assert_eq!(
            told(&wismo, "south", &id, kind).await,
            1,
            "{kind}: {history}"
        );
    }
    // Only Shopify removes its orders.
    let gone = json!({ "type": "order.deleted", "data": { "id": id } });
    let (status, answers) = wismo.import("/sync/south/import", &[gone]).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(answers, [json!({ "line": 1, "ignored": "order.deleted" })]);
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erps_invoice_goes_with_the_mail_of_a_woocommerce_order() {
    let api = Api::Postmark;
    let recorder = Recorder::start(api).unwrap();
    let wismo = Wismo::with(mailed_by(api, &recorder)).await;
    let settings = json!({
        "settle_seconds": 0, "rules": { "invoiced": { "notify": "mail", "attach": ["invoice"] } }
    });
    assert_eq!(
        wismo.put_settings("north", 1, &settings).await.status(),
        StatusCode::OK
    );
    wismo.in_force().await;
    wismo
        .deliver(&woocommerce(1, "processing", "2026-06-06T17:18:38"))
        .await;
    eventually(async || (recorder.accepted().len() == 1).then_some(())).await;
    let mut documents = invoice();
    documents[0]["content"] = json!(STANDARD.encode(b"%PDF-1.7 F-88"));
    documents[0]["media_type"] = json!("application/pdf");
    let says = json!({ "documents": documents });
    import(&wismo, "north", part("1", "08:00:00", &says)).await;
    let mails = eventually(async || {
        wismo.drain().await;
        Some(recorder.accepted()).filter(|mails| mails.len() == 2)
    })
    .await;
    let files = mails.iter().flat_map(|mail| &mail.files);
    let files: Vec<_> = files.map(|file| file.content.clone()).collect();
    assert_eq!(files, [b"%PDF-1.7 F-88".to_vec()]);
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_field_of_a_part_is_named_by_its_path() {
    let wismo = Wismo::start().await;
    for (says, expected) in [
        (
            json!({ "lines": [{ "sku": "A", "quantity": -1 }] }),
            "data.lines[0].quantity: must be",
        ),
        (
            json!({ "lines": [{ "quantity": 1 }] }),
            "data.lines[0].id: must be there, or sku",
        ),
        (
            json!({ "shipments": [{ "id": "" }] }),
            "data.shipments[0].id: must not be empty",
        ),
        (json!({ "updated_at": "soon" }), "data.updated_at: "),
    ] {
        let message = part("1", "08:00:00", &says);
        let (status, answers) = wismo.import("/sync/north/import", &[message]).await;
        assert_eq!(status, StatusCode::BAD_REQUEST);
        let error = answers[0]["error"].as_str().unwrap();
        assert!(error.starts_with(expected), "{error}");
    }
    // The shop's own source must send whole orders.
    let message = part("1", "08:00:00", &json!({}));
    let (status, answers) = wismo.import("/sync/erp/import", &[message]).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert_eq!(answers[0]["error"], "data: missing field `status`");
    wismo.stop().await;
}

//! Bodies as shops of all kinds have sent them, each with the order that results
//! from it.

use serde_json::{Value, json};
use wismo_domain::log::EventPayload;
use wismo_domain::order::{Order, PaymentState};
use wismo_domain::shop::Platform::{self, Shopify, Standard, Woocommerce};

use crate::delivery::Delivery;
use crate::shops::test_shop::{
    SHOPIFY_SECRET, WOOCOMMERCE_SECRET, deliver, incoming, mac, now, read, shop, verify,
};

fn taken(platform: Platform, body: &[u8]) -> (Order, Vec<String>) {
    let read = read(platform, body).unwrap();
    match Some(read.delivery) {
        Some(Delivery::Event {
            payload: EventPayload::Order(order),
            ..
        }) => (*order, read.dropped.into()),
        other => panic!("{other:?}"),
    }
}

/// WooCommerce's order with some fields of its own.
pub(super) fn woocommerce(different: &Value) -> (Order, Vec<String>) {
    let mut body = json!({
        "id": 70001, "parent_id": 0, "number": "70001", "status": "processing",
        "currency": "EUR", "date_created_gmt": "2026-08-24T09:00:00",
        "date_modified_gmt": "2026-08-24T09:01:00", "date_paid_gmt": "2026-08-24T09:00:30",
        "discount_total": "0.00", "shipping_total": "5.00", "total": "25.00",
        "billing": { "first_name": "Signe", "email": "signe@customer.example" },
        "line_items": [{ "id": 501, "name": "Oak stool", "quantity": 1, "subtotal": "20.00",
            "total": "20.00", "sku": "S-1" }],
        "shipping_lines": [{ "id": 590, "method_title": "Parcel", "total": "5.00" }],
        "meta_data": [], "refunds": []
    });
    for (name, value) in different.as_object().unwrap() {
        body[name] = value.clone();
    }
    taken(Woocommerce, body.to_string().as_bytes())
}

fn tracking(items: &Value) -> Order {
    let key = "_wc_shipment_tracking_items";
    woocommerce(&json!({ "meta_data": [{ "id": 1, "key": key, "value": items }] })).0
}

pub(super) fn shopify(different: &Value) -> (Order, Vec<String>) {
    let mut body = json!({
        "id": 7_100_000_000_001_u64, "name": "#5001", "financial_status": "paid",
        "fulfillment_status": null, "currency": "EUR", "updated_at": "2026-08-24T10:01:00+01:00",
        "line_items": [{ "id": 72, "name": "Linen throw", "quantity": 1, "price": "40.00" }]
    });
    for (name, value) in different.as_object().unwrap() {
        body[name] = value.clone();
    }
    taken(Shopify, body.to_string().as_bytes())
}

fn number(amount: Option<wismo_domain::order::Amount>) -> String {
    amount.unwrap().to_string()
}

#[test]
fn refunds_of_nothing_are_none_however_many_have_one_id() {
    let (order, dropped) = woocommerce(&json!({ "refunds": [
        { "id": 0, "reason": "", "total": "-0.00" }, { "id": 0, "reason": "", "total": "-0.00" },
        { "id": 81005, "reason": "Scratch", "total": "-4.00" },
        { "id": 81005, "reason": "Late", "total": "-1.00" }, { "total": "-0.50" }
    ] }));
    let refunds: Vec<(&str, String)> = order
        .refunds
        .iter()
        .map(|refund| (refund.id.as_str(), refund.amount.to_string()))
        .collect();
    let expected = [("81005", "4.00"), ("81005-2", "1.00"), ("no-3", "0.50")];
    let expected = expected.map(|(id, amount)| (id, amount.to_owned()));
    assert_eq!(refunds, expected);
    assert_eq!(dropped, Vec::<String>::new());
}

#[test]
fn an_amount_in_a_countrys_own_form_is_the_right_one_or_none() {
    let line = |subtotal: &str| json!([{ "id": 1, "name": "Oak stool", "quantity": 1, "subtotal": subtotal, "total": subtotal }]);
    let (order, dropped) = woocommerce(&json!({
        "shipping_total": "5,00", "total": "1,239.50", "line_items": line("1,234.50")
    }));
    assert_eq!(number(order.totals.shipping), "5.00");
    assert_eq!(number(order.totals.total), "1239.50");
    assert_eq!(number(order.totals.items), "1234.50");
    assert_eq!(dropped, Vec::<String>::new());
    let (order, dropped) = woocommerce(&json!({ "total": "1,239", "line_items": line("20 EUR") }));
    assert_eq!(
        (order.totals.total, order.totals.items, order.lines[0].total),
        (None, None, None)
    );
    assert_eq!(dropped.len(), 3, "{dropped:?}");
    let (order, _) = shopify(&json!({ "total_price": "1.234,50" }));
    assert_eq!(number(order.totals.total), "1234.50");
}

#[test]
fn lists_that_php_wrote_as_maps_are_lists() {
    let item = |id: u32| json!({ "id": id, "name": format!("Item {id}"), "quantity": 1 });
    let (order, dropped) = woocommerce(&json!({
        "line_items": { "10": item(12), "0": item(3), "2": item(5) },
        "shipping_lines": { "1": { "id": 1, "total": "5.00" } },
        "refunds": { "1": { "id": 8, "reason": "Dent", "total": "-2.00" } },
        "meta_data": { "4": { "key": "_wc_shipment_tracking_items", "value": { "1": {
            "tracking_number": "AB1", "tracking_id": "t" } } } }
    }));
    let lines: Vec<&str> = order.lines.iter().map(|line| line.id.as_str()).collect();
    assert_eq!(lines, ["3", "5", "12"]);
    assert_eq!(order.refunds[0].reason.as_deref(), Some("Dent"));
    assert_eq!(order.shipments[0].tracking_number.as_deref(), Some("AB1"));
    assert_eq!(number(order.totals.shipping), "5.00");
    assert_eq!(dropped, Vec::<String>::new());
    let (order, _) = shopify(&json!({ "line_items": { "1": { "id": 72, "quantity": 2 } } }));
    assert_eq!(order.lines[0].quantity, 2.into());
}

#[test]
fn what_is_taken_back_in_exchange_is_money_and_no_item() {
    let (order, dropped) = woocommerce(&json!({ "total": "40.00", "line_items": [
        { "id": 3401, "name": "Oak stool", "quantity": -1, "subtotal": "-20.00", "total": "-20.00" },
        { "id": 3402, "name": "Oak bench", "quantity": 1, "subtotal": "55.00", "total": "55.00" },
        { "id": 3402, "name": "Cushion", "quantity": "", "subtotal": "0", "total": "0" },
        { "name": "Felt", "quantity": null, "subtotal": "0", "total": "0" },
        { "id": 3402, "name": "Oil", "quantity": "2", "subtotal": "0", "total": "0" }
    ] }));
    let lines: Vec<(&str, &str, String)> = order
        .lines
        .iter()
        .map(|line| {
            (
                line.id.as_str(),
                line.name.as_str(),
                line.quantity.to_string(),
            )
        })
        .collect();
    let expected = [
        ("3402", "Oak bench", "1"),
        ("3402-2", "Cushion", "1"),
        ("no-3", "Felt", "1"),
        ("3402-3", "Oil", "2"),
    ];
    assert_eq!(
        lines,
        expected.map(|(id, name, quantity)| (id, name, quantity.to_owned()))
    );
    assert_eq!(number(order.totals.items), "35.00");
    assert_eq!(dropped, Vec::<String>::new());
    let (order, _) = shopify(&json!({ "line_items": [
        { "id": 1, "quantity": -1, "price": "5.00" }, { "id": 2, "quantity": "", "price": "5.00" }
    ] }));
    assert_eq!((order.lines.len(), order.lines[0].quantity), (1, 1.into()));
}

#[test]
fn half_an_emoji_costs_no_order() {
    let body = br#"{"id":71,"financial_status":"paid","currency":"EUR","note":"Bye \ud83d",
        "updated_at":"2026-08-24T10:01:00Z",
        "line_items":[{"id":1,"name":"Cake \ud83c box","quantity":1}]}"#;
    let (order, dropped) = taken(Shopify, body);
    assert_eq!(order.lines[0].name, "Cake \u{fffd} box");
    assert_eq!(dropped, Vec::<String>::new());
    let body = br#"{"type":"order.changed","data":{"id":"1","currency":"EUR","message":"Hi \udc00",
        "updated_at":"2026-08-24T10:01:00Z","status":{"code":"open","stage":"received"}}}"#;
    assert_eq!(
        taken(Standard, body).0.message.as_deref(),
        Some("Hi \u{fffd}")
    );
}

#[test]
fn nulls_numbers_and_empty_texts_are_as_if_absent_or_texts() {
    let (order, dropped) = shopify(&json!({
        "payment_gateway_names": [null, "Bank deposit"], "cancelled_at": "", "processed_at": 0,
        "fulfillment_status": "fulfilled", "refunds": null, "shipping_lines": "",
        "billing_address": [], "customer": false, "line_items": [
            null, { "id": 591, "name": "Linen throw", "quantity": 1, "discount_allocations": [null] }
        ],
        "fulfillments": [null, { "id": 7, "status": "success", "tracking_company": "UPS",
            "tracking_number": 12_345_678_901_u64, "tracking_numbers": [12_345_678_901_u64],
            "tracking_urls": [null], "line_items": [null, { "id": "591", "quantity": 1 }] }]
    }));
    assert_eq!(
        order.payment.unwrap().method.as_deref(),
        Some("Bank deposit")
    );
    assert_eq!(order.status.code, "fulfilled");
    let parcel = &order.shipments[0];
    assert_eq!(parcel.tracking_number.as_deref(), Some("12345678901"));
    assert_eq!((parcel.lines.len(), order.lines.len()), (1, 1));
    assert_eq!(dropped, Vec::<String>::new());
}

#[test]
fn a_byte_order_mark_is_dropped() {
    let body = json!({ "type": "order.changed", "data": { "id": "C-36", "currency": "EUR",
        "updated_at": "2026-08-24T10:01:00Z", "status": { "code": "open", "stage": "received" } } });
    let body = format!("\u{feff}{body}");
    assert_eq!(taken(Standard, body.as_bytes()).0.id, "C-36");
}

#[test]
fn a_number_is_text_or_not_told_and_never_another() {
    let with = |number: &str| {
        let body = json!({ "id": 1, "status": "processing", "currency": "EUR",
            "date_modified_gmt": "2026-08-24T09:01:00", "line_items": [],
            "meta_data": [{ "key": "_wc_shipment_tracking_items", "value": [{
                "tracking_provider": "usps", "tracking_number": "@", "tracking_id": "t40" }] }] });
        taken(
            Woocommerce,
            body.to_string().replace("\"@\"", number).as_bytes(),
        )
        .0
    };
    for (sent, read) in [
        ("9400100000000000000400", Some("9400100000000000000400")),
        ("94001000000000000004", Some("94001000000000000004")),
        ("9.4001e+21", None),
        ("70300000000000017", Some("70300000000000017")),
        ("12345.0", Some("12345")),
    ] {
        assert_eq!(
            with(sent).shipments[0].tracking_number.as_deref(),
            read,
            "{sent}"
        );
    }
}

#[test]
fn one_id_with_another_number_is_another_parcel() {
    let item = |number: &str| json!({ "tracking_provider": "ups", "tracking_number": number, "tracking_id": "same" });
    let order = tracking(&json!([item("1Z1"), item("1Z2"), item("1Z2")]));
    let parcels: Vec<(&str, &str)> = order
        .shipments
        .iter()
        .map(|parcel| {
            (
                parcel.id.as_str(),
                parcel.tracking_number.as_deref().unwrap(),
            )
        })
        .collect();
    assert_eq!(parcels, [("same", "1Z1"), ("same-1Z2", "1Z2")]);
}

#[test]
fn tracking_that_is_kept_as_a_json_text_is_read() {
    let item =
        json!({ "tracking_provider": "ups", "tracking_number": "1Z52", "tracking_id": "j1" });
    for text in [json!([item]), json!({ "3": item }), item.clone()] {
        let order = tracking(&json!(text.to_string()));
        assert_eq!(
            order.shipments[0].tracking_number.as_deref(),
            Some("1Z52"),
            "{text}"
        );
    }
    assert!(tracking(&json!("[{")).shipments.is_empty());
}

#[test]
fn a_date_without_its_utc_counts_in_the_shops_zone_and_zero_is_none() {
    let local = json!({
        "date_created_gmt": null, "date_created": "2026-08-24T05:00:00",
        "date_modified_gmt": "0000-00-00T00:00:00", "date_modified": "2026-08-24T05:01:00",
        "date_paid_gmt": null, "date_paid": "2026-08-24T05:00:30"
    });
    let (order, _) = woocommerce(&local);
    assert_eq!(order.placed_at.unwrap().to_string(), "2026-08-24T09:00:00Z");
    assert_eq!(order.updated_at.to_string(), "2026-08-24T09:01:00Z");
    let payment = order.payment.unwrap();
    assert_eq!(payment.state, PaymentState::Paid);
    assert_eq!(payment.paid_at.unwrap().to_string(), "2026-08-24T09:00:30Z");
    for zero in [
        "0000-00-00T00:00:00",
        "1970-01-01T00:00:00",
        "-0001-11-30T00:00:00",
        "0",
    ] {
        let (order, _) = woocommerce(&json!({ "date_paid_gmt": zero, "date_paid": zero }));
        assert_eq!(order.payment.unwrap().state, PaymentState::Unpaid, "{zero}");
    }
}

#[test]
fn the_language_is_read_wherever_a_plugin_keeps_it() {
    for (key, value, language) in [
        ("wpml_language", "pt-br", "pt-br"),
        ("weglot_language", "de", "de"),
        ("trp_language", "sv_SE", "sv-SE"),
        ("_user_language", "nb", "nb"),
    ] {
        let (order, _) = woocommerce(&json!({ "meta_data": [{ "key": key, "value": value }] }));
        assert_eq!(order.customer.locale.as_deref(), Some(language), "{key}");
    }
    let meta = json!([{ "key": "_user_language", "value": "nb" },
        { "key": "wpml_language", "value": "de" }]);
    let (order, _) = woocommerce(&json!({ "meta_data": meta, "lang": "fr" }));
    assert_eq!(order.customer.locale.as_deref(), Some("de"));
    let (order, _) = woocommerce(&json!({ "lang": "fr" }));
    assert_eq!(order.customer.locale.as_deref(), Some("fr"));
}

#[test]
fn a_deletion_of_something_else_is_ignored() {
    let of = |platform, topic: Option<&str>| {
        let body = br#"{"id":7100}"#;
        let (name, secret, header) = match platform {
            Woocommerce => (
                "x-wc-webhook-signature",
                WOOCOMMERCE_SECRET,
                "x-wc-webhook-topic",
            ),
            Shopify | Standard => ("x-shopify-hmac-sha256", SHOPIFY_SECRET, "x-shopify-topic"),
        };
        let signature = mac(secret.as_bytes(), body);
        let topic = topic.map(|topic| (header, topic));
        let headers: Vec<_> = [(name, signature.as_str())]
            .into_iter()
            .chain(topic)
            .collect();
        let shop = shop(platform);
        let verified = verify(&shop, incoming(&headers, body)).unwrap();
        crate::shops::parse(&shop, &verified, now())
            .unwrap()
            .delivery
    };
    let is_gone = |delivery: &Delivery| {
        matches!(
            delivery,
            Delivery::Event {
                payload: EventPayload::Deleted | EventPayload::Trashed,
                ..
            }
        )
    };
    for (platform, topic) in [
        (Shopify, "draft_orders/delete"),
        (Shopify, "products/delete"),
        (Shopify, "payment_terms/delete"),
        (Woocommerce, "product.deleted"),
        (Woocommerce, "customer.deleted"),
    ] {
        let delivery = of(platform, Some(topic));
        assert!(
            matches!(delivery, Delivery::Ignored { .. }),
            "{topic}: {delivery:?}"
        );
    }
    for (platform, topic) in [
        (Shopify, Some("orders/delete")),
        (Shopify, None),
        (Woocommerce, Some("order.deleted")),
        (Woocommerce, None),
    ] {
        assert!(is_gone(&of(platform, topic)), "{topic:?}");
    }
}

#[test]
fn an_order_of_a_megabyte_is_an_order() {
    let label = "JVBERi0xLjQK".repeat(100_000);
    let (order, _) = woocommerce(&json!({ "meta_data": [{ "key": "_label", "value": label }] }));
    assert_eq!(order.lines.len(), 1);
    assert!(deliver(Woocommerce, &vec![b' '; 1_200_000]).is_err());
}

//! Shopify's deliveries, from the wire to what the shop said.

use serde_json::{Value, json};
use wismo_domain::access::secret::Secret;
use wismo_domain::log::{EventPayload, Fact};
use wismo_domain::order::{Order, Refund, Shipment, ShipmentState, Stage};
use wismo_domain::shop::Platform::Shopify;
use wismo_domain::time::Timestamp;

use crate::delivery::Delivery;
use crate::shops::test_shop::{
    SHOPIFY_SECRET, deliver, fixture, fixtures, incoming, mac, now, read, shop, signed, verify,
};
use crate::shops::{NotAuthentic, parse};

/// An id beyond 2^53, which a float would no longer hold exactly.
const ORDER: &str = "9107199254740995117";

fn event(name: &str) -> (String, EventPayload) {
    match deliver(Shopify, &fixture(&format!("shopify/{name}.json"))) {
        Ok(Delivery::Event { order, payload }) => (order, payload),
        other => panic!("{name}: {other:?}"),
    }
}

fn order(name: &str) -> Order {
    match event(name) {
        (_, EventPayload::Order(order)) => *order,
        other => panic!("{name}: {other:?}"),
    }
}

fn fact(name: &str) -> (Timestamp, Fact) {
    match event(name) {
        (order, EventPayload::Fact { at, n: None, fact }) if order == ORDER => (at, fact),
        other => panic!("{name}: {other:?}"),
    }
}

fn shipment(name: &str) -> Shipment {
    match fact(name) {
        (_, Fact::Shipment(shipment)) => *shipment,
        other => panic!("{name}: {other:?}"),
    }
}

fn refund(name: &str) -> Refund {
    match fact(name) {
        (_, Fact::Refund(refund)) => *refund,
        other => panic!("{name}: {other:?}"),
    }
}

/// A body like the fixture, with one value changed.
fn changed(name: &str, pointer: &str, value: Value) -> Vec<u8> {
    let body = fixture(&format!("shopify/{name}.json"));
    let mut body: Value = serde_json::from_slice(&body).unwrap();
    *body.pointer_mut(pointer).unwrap() = value;
    serde_json::to_vec(&body).unwrap()
}

fn refusal(body: &[u8]) -> String {
    deliver(Shopify, body).unwrap_err().to_string()
}

/// The quantities of a line: delivered, cancelled, returned.
fn became(name: &str, line: usize) -> [Option<String>; 3] {
    let order = order(name);
    let line = &order.lines[line];
    [line.delivered, line.cancelled, line.returned]
        .map(|quantity| quantity.map(|quantity| quantity.to_string()))
}

/// Compares every order with the neutral one beside it; `UPDATE_FIXTURES=1`
/// writes `expected/` anew, so read the difference.
#[test]
fn every_order_becomes_the_neutral_order_beside_it() {
    for name in fixtures("shopify") {
        let body = fixture(&format!("shopify/{name}.json"));
        let Ok(Delivery::Event { payload, .. }) = deliver(Shopify, &body) else {
            continue;
        };
        let found = match (payload.order(), payload.fact()) {
            (Some(order), _) => serde_json::to_string_pretty(order),
            (None, Some(fact)) => serde_json::to_string_pretty(fact),
            (None, None) => continue,
        };
        let found = format!("{}\n", found.unwrap());
        let expected = format!("shopify/expected/{name}.json");
        if std::env::var_os("UPDATE_FIXTURES").is_some() {
            let path = format!("{}/fixtures/{expected}", env!("CARGO_MANIFEST_DIR"));
            std::fs::write(path, &found).unwrap();
        }
        let expected = String::from_utf8(fixture(&expected)).unwrap();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn each_combination_of_statuses_has_its_code_and_stage() {
    let of = |financial: Value, fulfillment: Value| {
        let body = fixture("shopify/placed.json");
        let mut body: Value = serde_json::from_slice(&body).unwrap();
        body["financial_status"] = financial;
        body["fulfillment_status"] = fulfillment;
        match deliver(Shopify, &serde_json::to_vec(&body).unwrap()) {
            Ok(Delivery::Event {
                payload: EventPayload::Order(order),
                ..
            }) => (order.status.code, order.status.stage),
            other => panic!("{other:?}"),
        }
    };
    for (financial, fulfillment, code, stage) in [
        (
            json!("pending"),
            json!(null),
            "pending",
            Stage::AwaitingPayment,
        ),
        (
            json!("partially_paid"),
            json!(null),
            "pending",
            Stage::AwaitingPayment,
        ),
        (
            json!("authorized"),
            json!(null),
            "unfulfilled",
            Stage::Received,
        ),
        (
            json!("paid"),
            json!("unfulfilled"),
            "unfulfilled",
            Stage::Received,
        ),
        (json!(null), json!(null), "unfulfilled", Stage::Received),
        (json!("voided"), json!(null), "voided", Stage::PaymentFailed),
        (
            json!("expired"),
            json!(null),
            "expired",
            Stage::PaymentFailed,
        ),
        (
            json!("pending"),
            json!("partial"),
            "partial",
            Stage::PartDelivered,
        ),
        (json!("paid"), json!("fulfilled"), "fulfilled", Stage::Sent),
        (
            json!("refunded"),
            json!("fulfilled"),
            "refunded",
            Stage::Refunded,
        ),
        (
            json!("paid"),
            json!("restocked"),
            "cancelled",
            Stage::Cancelled,
        ),
        (
            json!("paid"),
            json!("at_the_tailor"),
            "at_the_tailor",
            Stage::Other,
        ),
    ] {
        assert_eq!(of(financial, fulfillment), (code.to_owned(), stage));
    }
    assert_eq!(order("cancelled").status.stage, Stage::Cancelled);
    assert_eq!(order("delivered").status.stage, Stage::Delivered);
    // It is archived and only one parcel arrived, so it is only sent.
    assert_eq!(order("sent").status.code, "fulfilled");
    let body = changed(
        "sent",
        "/fulfillments/0/shipment_status",
        json!("delivered"),
    );
    let Ok(Delivery::Event {
        payload: EventPayload::Order(order),
        ..
    }) = deliver(Shopify, &body)
    else {
        panic!();
    };
    assert_eq!(order.status.code, "fulfilled");
}

#[test]
fn ids_beyond_a_floats_digits_stay_exact() {
    let order = order("part-sent");
    assert_eq!(order.id, ORDER);
    assert_eq!(order.customer.id.as_deref(), Some("9507199254740995401"));
    assert_eq!(order.lines[0].id, "9207199254740995101");
    assert_eq!(order.shipments[0].lines[0].line, order.lines[0].id);
    assert_eq!(event("deleted"), (ORDER.to_owned(), EventPayload::Deleted));
}

#[test]
fn a_removed_unit_is_cancelled_if_it_was_never_sent_and_returned_if_it_came_back() {
    let told = |delivered: &str, cancelled: Option<&str>, returned: Option<&str>| {
        [Some(delivered), cancelled, returned].map(|text| text.map(str::to_owned))
    };
    assert_eq!(became("placed", 1), told("0", None, None));
    assert_eq!(became("partly-cancelled", 1), told("0", Some("1"), None));
    assert_eq!(became("edited", 2), told("0", Some("3"), None));
    assert_eq!(became("cancelled", 1), told("0", Some("3"), None));
    assert_eq!(became("returned", 1), told("3", None, Some("1")));
    // Units that were paid back and kept are neither cancelled nor returned.
    assert_eq!(became("returned", 2), told("4", None, None));
    let both = told("2", Some("1"), Some("2"));
    assert_eq!(became("cancelled-and-returned", 1), both);
    assert_eq!(became("older-api", 1), both);
    assert_eq!(became("sparse", 0), [None, None, None]);
}

#[test]
fn a_fulfilment_that_failed_delivers_nothing() {
    let order = order("failed-fulfilment");
    assert_eq!(order.shipments[0].state, ShipmentState::Failed);
    assert_eq!(
        order.shipments[0].tracking_number.as_deref(),
        Some("1Z2345")
    );
    assert_eq!(order.lines[0].delivered, Some(0.into()));
    assert_eq!(shipment("fulfillment-failed").state, ShipmentState::Failed);
}

#[test]
fn each_number_is_a_parcel_and_what_is_sent_counts_once() {
    let order = order("sent");
    let ids: Vec<_> = order.shipments.iter().map(|s| s.id.as_str()).collect();
    let (first, second) = ("9307199254740995201", "9307199254740995203");
    assert_eq!(ids, [first, second, "9307199254740995203-2"]);
    assert_eq!(order.shipments[2].tracking_number.as_deref(), Some("FX10"));
    let link = order.shipments[2].tracking_url.as_deref();
    assert_eq!(link, Some("https://insecure.example/FX10"));
    assert!(order.shipments[2].lines.is_empty());
    assert_eq!(order.lines[1].delivered, Some(3.into()));
}

#[test]
fn a_fulfilment_alone_says_what_the_order_says_of_its_first_parcel() {
    let (at, _) = fact("fulfillment");
    assert_eq!(at, "2026-08-31T07:00:00Z".parse().unwrap());
    assert_eq!(shipment("fulfillment"), order("part-sent").shipments[0]);
    assert_eq!(
        shipment("fulfillment-of-two-parcels"),
        order("sent").shipments[1]
    );
}

#[test]
fn a_refund_is_the_money_that_went_back_in_the_currency_that_is_shown() {
    assert_eq!(refund("refund").amount.to_string(), "14.40");
    assert_eq!(refund("refund").lines.len(), 1);
    assert_eq!(refund("refund").reason, None);
    let pending = refund("refund-in-the-customers-currency");
    assert_eq!(pending.amount.to_string(), "82.80");
    let two = order("two-currencies");
    assert_eq!(two.currency, "NOK");
    let amounts: Vec<_> = two.refunds.iter().map(|r| r.amount.to_string()).collect();
    // The second refund went back in euros; its amount is the cost of its
    // lines in kroner.
    assert_eq!(amounts, ["82.80", "31.05"]);
    for name in ["refund-without-money", "refund-in-another-currency"] {
        let body = fixture(&format!("shopify/{name}.json"));
        assert!(
            matches!(deliver(Shopify, &body), Ok(Delivery::Ignored { .. })),
            "{name}"
        );
    }
    assert!(order("cancelled-before-it-was-paid").refunds.is_empty());
}

#[test]
fn amounts_and_currency_belong_together() {
    // With the customer's currency but no amounts in it, everything is in the
    // shop's.
    let body = changed("two-currencies", "/total_price_set", Value::Null);
    let Ok(Delivery::Event {
        payload: EventPayload::Order(order),
        ..
    }) = deliver(Shopify, &body)
    else {
        panic!();
    };
    assert_eq!(order.currency, "EUR");
    assert_eq!(order.totals.total.unwrap().to_string(), "92.30");
    assert_eq!(order.lines[0].total.unwrap().to_string(), "54.00");
    // An amount that is not given in it is left out, rather than shown in
    // another currency.
    let body = changed("two-currencies", "/total_tax_set", Value::Null);
    let Ok(Delivery::Event {
        payload: EventPayload::Order(order),
        ..
    }) = deliver(Shopify, &body)
    else {
        panic!();
    };
    assert_eq!((order.currency.as_str(), order.totals.tax), ("NOK", None));
}

#[test]
fn what_is_no_order_is_ignored() {
    for name in [
        "order-edit",
        "draft-order",
        "checkout",
        "product",
        "inventory-level",
    ] {
        let body = fixture(&format!("shopify/{name}.json"));
        let ignored = Delivery::Ignored {
            topic: "orders.updated".to_owned(),
        };
        assert_eq!(deliver(Shopify, &body), Ok(ignored), "{name}");
    }
}

#[test]
fn a_forged_topic_changes_the_word_in_the_log_and_nothing_else() {
    let with_topic = |body: &[u8], topic: &str| {
        let signature = mac(SHOPIFY_SECRET.as_bytes(), body);
        let headers = [
            ("x-shopify-hmac-sha256", signature.as_str()),
            ("x-shopify-topic", topic),
        ];
        let verified = verify(&shop(Shopify), incoming(&headers, body)).unwrap();
        parse(&shop(Shopify), &verified, now()).unwrap().delivery
    };
    let body = fixture("shopify/placed.json");
    assert_eq!(
        with_topic(&body, "orders/delete"),
        with_topic(&body, "refunds/create")
    );
    let forged = with_topic(&fixture("shopify/product.json"), "orders/delete \"<b>");
    let topic = "orders.deleteb".to_owned();
    assert_eq!(forged, Delivery::Ignored { topic });
}

#[test]
fn a_wrong_field_is_named_by_its_path_and_no_address_is_repeated() {
    for (name, pointer, value, expected) in [
        ("placed", "/id", json!(1.5), "id: is not a whole number"),
        ("placed", "/id", json!(1e30), "id: is not a whole number"),
        (
            "placed",
            "/updated_at",
            json!("2099-01-01T00:00:00Z"),
            "updated_at: lies more than a day",
        ),
        (
            "refund",
            "/order_id",
            json!("ingrid@customer.example"),
            "order_id: is not a whole number",
        ),
        (
            "refund",
            "/created_at",
            json!("2099-01-01T00:00:00Z"),
            "created_at: lies more than a day",
        ),
        (
            "fulfillment",
            "/updated_at",
            json!("2099-01-01T00:00:00Z"),
            "updated_at: lies more than a day",
        ),
    ] {
        let message = refusal(&changed(name, pointer, value));
        assert!(message.starts_with(expected), "{pointer}: {message}");
        assert!(!message.contains('@'), "{message}");
    }
}

#[test]
fn an_odd_field_is_dropped_and_noted_without_an_address() {
    for (name, pointer, value, note) in [
        (
            "placed",
            "/line_items/1/quantity",
            json!("many"),
            "line_items[1].quantity: is not a plausible number",
        ),
        (
            "placed",
            "/total_price",
            json!("a@customer.example"),
            "total_price: is not a plausible number",
        ),
        (
            "placed",
            "/billing_address",
            json!("ingrid@customer.example"),
            "billing_address: invalid type: a value of the wrong type, expected an object",
        ),
        (
            "placed",
            "/taxes_included",
            json!("perhaps"),
            "taxes_included: is neither true nor false",
        ),
        (
            "part-sent",
            "/fulfillments/0/line_items",
            json!(7),
            "fulfillments[0].line_items: invalid type: integer `7`, expected a list",
        ),
        (
            "placed",
            "/updated_at",
            json!("yesterday"),
            "updated_at: is missing or not a date: the time of the delivery is used",
        ),
        (
            "refund",
            "/created_at",
            json!(null),
            "created_at: is missing or not a date: the time of the delivery is used",
        ),
    ] {
        let read = read(Shopify, &changed(name, pointer, value)).unwrap();
        assert_eq!(Vec::from(read.dropped), [note], "{pointer}");
    }
}

#[test]
fn a_missing_or_malformed_signature_says_so() {
    let shop = shop(Shopify);
    let refused = |headers: &[(&'static str, &str)]| {
        let refused = verify(&shop, incoming(headers, b"{}")).err();
        refused.unwrap().to_string()
    };
    assert!(refused(&[]).starts_with("the header x-shopify-hmac-sha256 is missing"));
    for value in ["", "*", "AAAA", "=="] {
        let message = refused(&[("x-shopify-hmac-sha256", value)]);
        assert_eq!(
            message,
            "the header x-shopify-hmac-sha256 is not base64 of 32 bytes"
        );
    }
    assert!(verify(&shop, signed(Shopify, b"{}")).is_ok());
}

#[test]
fn a_signature_of_another_maker_fits() {
    // printf %s BODY | openssl dgst -sha256 -hmac SECRET -binary | base64
    let body = br#"{"id":820982911946154508}"#;
    let headers = [(
        "x-shopify-hmac-sha256",
        "AI5tU8fFzGPlwkRDyPFqq/fYiO/wMU1+mjnWTRl+V/A=",
    )];
    let mut shop = shop(Shopify);
    shop.secrets = ["older", "hush & <keep> \"it\""].map(Secret::new).into();
    assert!(verify(&shop, incoming(&headers, body)).is_ok());
    let other = verify(&shop, incoming(&headers, b"{}"));
    assert_eq!(other.err(), Some(NotAuthentic::NoSecretFits));
}

//! WooCommerce's deliveries, from the wire to what the shop said.

use serde_json::{Value, json};
use wismo_domain::access::secret::Secret;
use wismo_domain::log::EventPayload;
use wismo_domain::order::{Order, Stage, Status};
use wismo_domain::shop::Platform::Woocommerce;
use wismo_domain::shop::Shop;

use crate::delivery::Delivery;
use crate::shops::test_shop::{
    WOOCOMMERCE_SECRET, deliver, fixture, fixtures, incoming, mac, now, read, shop, signed, verify,
};
use crate::shops::{NotAuthentic, is_ping, parse};

const FORM: &str = "application/x-www-form-urlencoded; charset=UTF-8";

fn event(name: &str) -> (String, EventPayload) {
    match deliver(Woocommerce, &fixture(&format!("woocommerce/{name}.json"))) {
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

/// A body like the fixture `placed`, with one value changed.
fn changed(pointer: &str, value: Value) -> Vec<u8> {
    let mut body: Value = serde_json::from_slice(&fixture("woocommerce/placed.json")).unwrap();
    *body.pointer_mut(pointer).unwrap() = value;
    serde_json::to_vec(&body).unwrap()
}

fn refusal(body: &[u8]) -> String {
    deliver(Woocommerce, body).unwrap_err().to_string()
}

/// Compares every order with the neutral one beside it; `UPDATE_FIXTURES=1`
/// writes `expected/` anew, so read the difference.
#[test]
fn every_order_becomes_the_neutral_order_beside_it() {
    for name in fixtures("woocommerce") {
        let body = fixture(&format!("woocommerce/{name}.json"));
        let Ok(Delivery::Event {
            payload: EventPayload::Order(order),
            ..
        }) = deliver(Woocommerce, &body)
        else {
            continue;
        };
        let found = format!("{}\n", serde_json::to_string_pretty(&order).unwrap());
        let expected = format!("woocommerce/expected/{name}.json");
        if std::env::var_os("UPDATE_FIXTURES").is_some() {
            let path = format!("{}/fixtures/{expected}", env!("CARGO_MANIFEST_DIR"));
            std::fs::write(path, &found).unwrap();
        }
        assert_eq!(
            found,
            String::from_utf8(fixture(&expected)).unwrap(),
            "{name}"
        );
        assert_eq!(
            *order,
            serde_json::from_str::<Order>(&found).unwrap(),
            "{name}"
        );
    }
}

#[test]
fn each_status_has_its_stage() {
    for (name, stage) in [
        ("placed", Stage::AwaitingPayment),
        ("processing", Stage::Preparing),
        ("on-hold", Stage::OnHold),
        ("completed", Stage::Sent),
        ("cancelled", Stage::Cancelled),
        ("refunded", Stage::Refunded),
        ("failed", Stage::PaymentFailed),
        ("draft", Stage::Draft),
        ("shipped-with-tracking", Stage::Sent),
        ("shipped-with-a-map-of-parcels", Stage::PartDelivered),
        ("custom-status", Stage::Other),
    ] {
        assert_eq!(order(name).status.stage, stage, "{name}");
    }
    assert_eq!(order("custom-status").status.code, "engraving");
}

#[test]
fn a_code_that_is_built_in_means_what_it_means_everywhere() {
    for (code, stage) in [("received", Stage::Received), ("unresolved", Stage::Other)] {
        let body = fixture("woocommerce/custom-status.json");
        let mut body: Value = serde_json::from_slice(&body).unwrap();
        body["status"] = json!(code);
        let delivery = deliver(Woocommerce, &serde_json::to_vec(&body).unwrap()).unwrap();
        let Delivery::Event { payload, .. } = delivery else {
            panic!("{delivery:?}");
        };
        let EventPayload::Order(order) = payload else {
            panic!("{payload:?}");
        };
        assert_eq!(order.status, Status::new(code, stage));
    }
}

#[test]
fn a_zoneless_date_in_utc_is_the_version() {
    assert_eq!(
        order("placed").updated_at.to_string(),
        "2026-08-30T09:06:40Z"
    );
    assert_eq!(
        order("placed").placed_at.unwrap().to_string(),
        "2026-08-30T09:05:12Z"
    );
}

#[test]
fn without_a_date_in_utc_the_sites_own_counts_in_the_shops_zone() {
    assert_eq!(
        order("sparse").updated_at.to_string(),
        "2026-08-30T09:06:40Z"
    );
}

#[test]
fn without_any_date_the_deliverys_time_is_the_version_and_a_draft_is_ignored() {
    let mut body: Value = serde_json::from_slice(&fixture("woocommerce/placed.json")).unwrap();
    for none in [
        json!(null),
        json!("0000-00-00T00:00:00"),
        json!("yesterday"),
        json!([]),
    ] {
        body["date_modified"] = none.clone();
        body["date_modified_gmt"] = none;
        body["status"] = json!("processing");
        let read = read(Woocommerce, &serde_json::to_vec(&body).unwrap()).unwrap();
        let Delivery::Event {
            payload: EventPayload::Order(order),
            ..
        } = read.delivery
        else {
            panic!("{:?}", read.delivery);
        };
        assert_eq!(order.updated_at, now());
        let notes = Vec::from(read.dropped);
        let note = "date_modified_gmt: is missing or not a date: the time of the delivery is used";
        assert_eq!(notes.last().unwrap(), note);
        for draft in ["auto-draft", "draft", "checkout-draft"] {
            body["status"] = json!(draft);
            let delivery = deliver(Woocommerce, &serde_json::to_vec(&body).unwrap());
            assert!(matches!(delivery, Ok(Delivery::Ignored { .. })), "{draft}");
        }
    }
}

#[test]
fn a_version_from_the_future_is_refused() {
    let message = refusal(&changed("/date_modified_gmt", json!("2099-01-01T00:00:00")));
    assert!(
        message.starts_with("date_modified_gmt: lies more than a day"),
        "{message}"
    );
}

#[test]
fn a_deleted_and_a_trashed_order_are_gone() {
    assert_eq!(event("deleted"), ("1201".to_owned(), EventPayload::Trashed));
    assert_eq!(event("trashed"), ("1201".to_owned(), EventPayload::Trashed));
    let as_text = deliver(Woocommerce, br#"{"id":"1201"}"#).unwrap();
    let gone = Delivery::Event {
        order: "1201".to_owned(),
        payload: EventPayload::Trashed,
    };
    assert_eq!(as_text, gone);
}

#[test]
fn what_is_no_order_is_ignored() {
    for name in [
        "product",
        "customer",
        "coupon",
        "subscription",
        "action",
        "gone-before-the-hook-ran",
    ] {
        let body = fixture(&format!("woocommerce/{name}.json"));
        let ignored = Delivery::Ignored {
            topic: "order.updated".to_owned(),
        };
        assert_eq!(deliver(Woocommerce, &body), Ok(ignored), "{name}");
    }
}

#[test]
fn a_forged_topic_changes_the_word_in_the_log_and_nothing_else() {
    let shop = shop(Woocommerce);
    let with_topic = |body: &[u8], topic: &str| {
        let signature = mac(WOOCOMMERCE_SECRET.as_bytes(), body);
        let headers = [
            ("x-wc-webhook-signature", signature.as_str()),
            ("x-wc-webhook-topic", topic),
        ];
        let verified = verify(&shop, incoming(&headers, body)).unwrap();
        parse(&shop, &verified, now()).unwrap().delivery
    };
    let body = fixture("woocommerce/placed.json");
    assert_eq!(
        with_topic(&body, "order.deleted"),
        with_topic(&body, "product.updated")
    );
    let forged = with_topic(&fixture("woocommerce/product.json"), "order.deleted \"<b>");
    assert_eq!(
        forged,
        Delivery::Ignored {
            topic: "order.deletedb".to_owned()
        }
    );
}

#[test]
fn the_shops_own_error_says_what_to_mend() {
    let message = refusal(&fixture("woocommerce/not-allowed.json"));
    assert!(
        message.contains("woocommerce_rest_cannot_view"),
        "{message}"
    );
    let message = refusal(&fixture("woocommerce/legacy.json"));
    assert!(message.contains("WP REST API v3"), "{message}");
}

#[test]
fn a_wrong_field_is_named_by_its_path_and_no_address_is_repeated() {
    for (pointer, value, expected) in [
        ("/status", json!(" "), "status: must not be empty"),
        (
            "/status",
            json!({ "a": "ingrid@customer.example" }),
            "status: invalid type: map, expected a string",
        ),
        ("/id", json!(-5), "id: is not a whole number"),
        (
            "/date_modified_gmt",
            json!("2099-01-01T00:00:00"),
            "date_modified_gmt: lies more than a day",
        ),
    ] {
        let message = refusal(&changed(pointer, value));
        assert!(message.starts_with(expected), "{pointer}: {message}");
        assert!(!message.contains('@'), "{message}");
    }
}

#[test]
fn an_odd_field_is_dropped_and_noted_without_an_address() {
    for (pointer, value, note) in [
        (
            "/line_items/1/quantity",
            json!("many"),
            "line_items[1].quantity: is not a plausible number",
        ),
        (
            "/line_items",
            json!("ingrid@customer.example"),
            "line_items: invalid type: a value of the wrong type, expected a list",
        ),
        (
            "/total",
            json!("ingrid@customer.example"),
            "total: is not a plausible number",
        ),
        (
            "/billing/email",
            json!(["ingrid@customer.example"]),
            "billing.email: is a list, expected text",
        ),
        (
            "/currency",
            json!("kr."),
            "currency: is not a currency code: all amounts are ignored",
        ),
    ] {
        let read = read(Woocommerce, &changed(pointer, value)).unwrap();
        assert_eq!(Vec::from(read.dropped), [note], "{pointer}");
    }
}

#[test]
fn an_address_that_no_mail_can_reach_does_not_stop_the_order() {
    assert_eq!(
        order("guest").customer.email.as_deref(),
        Some("ola@@customer")
    );
    assert_eq!(order("draft").customer.email, None);
}

#[test]
fn a_body_that_is_no_object_is_refused() {
    for body in ["", "{", "[]", "null", "\"x\"", "webhook_id=7"] {
        let message = refusal(body.as_bytes());
        assert!(
            message.starts_with("the body is not a JSON object: "),
            "{body}: {message}"
        );
    }
}

#[test]
fn the_unsigned_ping_is_known_by_its_exact_shape() {
    let at = |shop: &Shop, headers: &[(&'static str, &str)], body: &str| {
        is_ping(shop, incoming(headers, b"").headers(), body.as_bytes())
    };
    let is_ping =
        |headers: &[(&'static str, &str)], body: &str| at(&shop(Woocommerce), headers, body);
    let form = [("content-type", FORM)];
    assert!(is_ping(&form, "webhook_id=7"));
    assert!(is_ping(
        &[("content-type", "Application/X-WWW-Form-Urlencoded")],
        "webhook_id=12345678901234567890"
    ));
    for body in [
        "webhook_id=",
        "webhook_id=7&x=1",
        "webhook_id=-7",
        "webhook_id=123456789012345678901",
        " webhook_id=7",
        "webhook_id=7\n",
        "{}",
        "",
    ] {
        assert!(!is_ping(&form, body), "{body}");
    }
    assert!(!is_ping(&[], "webhook_id=7"));
    assert!(!is_ping(
        &[("content-type", "application/json")],
        "webhook_id=7"
    ));
    assert!(!is_ping(
        &[("content-type", FORM), ("x-wc-webhook-signature", "x")],
        "webhook_id=7"
    ));
    let standard = shop(wismo_domain::shop::Platform::Standard);
    assert!(!at(&standard, &form, "webhook_id=7"));
}

#[test]
fn a_signature_of_another_maker_fits() {
    // openssl dgst -sha256 -hmac SECRET -binary | base64, and Node's
    // crypto.createHmac, over the body below; secret: woo & <secret> "it's"
    let headers = [(
        "x-wc-webhook-signature",
        "027BPYo7Aso3gcTgANRVYev/flhGETbjq9+Qx7Prlu8=",
    )];
    for secret in [
        "woo & <secret> \"it's\"",
        "woo &amp; &lt;secret&gt; &quot;it&#039;s&quot;",
    ] {
        let mut shop = shop(Woocommerce);
        shop.secrets = ["older", secret].map(Secret::new).into();
        let right = incoming(&headers, br#"{"id":1201}"#);
        assert!(verify(&shop, right).is_ok(), "{secret}");
        let other = verify(&shop, incoming(&headers, br#"{"id":1202}"#));
        assert_eq!(other.err(), Some(NotAuthentic::NoSecretFits));
    }
}

#[test]
fn a_missing_or_malformed_signature_says_so() {
    let shop = shop(Woocommerce);
    let refused = |headers: &[(&'static str, &str)]| {
        let refused = verify(&shop, incoming(headers, b"{}")).err();
        refused.unwrap().to_string()
    };
    assert!(refused(&[]).starts_with("the header x-wc-webhook-signature is missing"));
    for value in [
        "",
        "*",
        "AAAA",
        "027BPYo7Aso3gcTgANRVYev/flhGETbjq9+Qx7Prlu8",
        "==",
    ] {
        let message = refused(&[("x-wc-webhook-signature", value)]);
        assert_eq!(
            message,
            "the header x-wc-webhook-signature is not base64 of 32 bytes"
        );
    }
    assert!(verify(&shop, signed(Woocommerce, b"{}")).is_ok());
}

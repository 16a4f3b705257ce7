//! The generic source's messages, from the wire to what the shop said.

mod part;
mod schema;

use bytes::Bytes;
use serde_json::{Value, json};
use wismo_domain::access::secret::Secret;
use wismo_domain::log::EventPayload;
use wismo_domain::order::Order;
use wismo_domain::shop::Platform::{Shopify, Standard, Woocommerce};
use wismo_domain::shop::Shop;
use wismo_domain::time::{Duration, Timestamp};

use wismo_webhook::{BadClaim, Incoming, Unverified};

use crate::delivery::Delivery;
use crate::shops::test_shop::{
    STANDARD_SECRET, deliver, fixture, fixtures, incoming, now, shop, signed,
};
use crate::shops::{NotAuthentic, Signer, check_headers, parse_message, verify};

pub(crate) use schema::Message;

/// A message that other software signed.
struct Vector {
    secret: &'static str,
    id: &'static str,
    timestamp: i64,
    body: &'static str,
    signature: &'static str,
}

const VECTORS: [Vector; 4] = [
    // From the reference libraries (standard-webhooks/standard-webhooks,
    // libraries/rust/src/lib.rs, `test_sign`).
    Vector {
        secret: STANDARD_SECRET,
        id: "msg_27UH4WbU6Z5A5EzD8u03UvzRbpk",
        timestamp: 1_649_367_553,
        body: r#"{"email":"test@example.com","username":"test_user"}"#,
        signature: "v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=",
    },
    // These three were made with PyPI's standardwebhooks 1.1.0:
    // Webhook(secret).sign(id, datetime.fromtimestamp(timestamp, tz=utc), body)
    Vector {
        secret: STANDARD_SECRET,
        id: "msg_wismo_1",
        timestamp: 1_788_177_600,
        body: r#"{"type":"order.deleted","data":{"id":"1"}}"#,
        signature: "v1,IgPUzc2Ja728LK44QBMGbF2lnD44ol6SYLvRx+AMSoA=",
    },
    Vector {
        secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        id: "msg_2",
        timestamp: 1_788_177_600,
        body: r#"{"type":"order.deleted","data":{"id":"Bestellung Ærø – 7"}}"#,
        signature: "v1,1/SJrFtVQA3Og8f34TlrTWxnrrP+VrvS80WHXevBAlU=",
    },
    Vector {
        secret: "d2lzbW8gd2l0aG91dCBwcmVmaXggYW5kIHBhZGRpbmc",
        id: "msg_3",
        timestamp: 1_788_177_300,
        body: "{}",
        signature: "v1,CJFE1X5n8qlEFFDS0bTeztiBn01OQa54YNC6GFDcRdI=",
    },
];

impl Vector {
    fn incoming(&self, signature: &str) -> Incoming<Unverified> {
        incoming(
            &[
                ("webhook-id", self.id),
                ("webhook-timestamp", &self.timestamp.to_string()),
                ("webhook-signature", signature),
            ],
            self.body.as_bytes(),
        )
    }

    fn verify(&self, signature: &str, late: i64) -> Result<(), NotAuthentic> {
        let mut shop = shop(Standard);
        shop.secrets = ["whsec_b3RoZXI=", self.secret].map(Secret::new).into();
        let now = Timestamp::from_second(self.timestamp + late).unwrap();
        let incoming = self.incoming(signature);
        // The headers alone give the same answer, except for whether a secret
        // fits.
        let early = check_headers(&shop, Signer::Shop, incoming.headers(), now);
        let verified = verify(&shop, Signer::Shop, incoming, now).map(|_| ());
        let late = Err(NotAuthentic::NoSecretFits);
        assert!(early == verified || (early.is_ok() && verified == late));
        verified
    }
}

#[test]
fn the_signatures_of_other_makers_fit() {
    for vector in VECTORS {
        assert_eq!(vector.verify(vector.signature, 0), Ok(()), "{}", vector.id);
    }
}

#[test]
fn any_of_a_list_of_signatures_passes_and_unknown_versions_are_skipped() {
    let [vector, ..] = VECTORS;
    let other = "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    let signature = vector.signature;
    for list in [
        format!("{other} {signature}"),
        format!("v1a,xyz {signature} {other}"),
        format!("v2 , v1 v1, {signature}"),
    ] {
        assert_eq!(vector.verify(&list, 0), Ok(()), "{list}");
    }
    for list in [
        other.to_owned(),
        "v1,".to_owned(),
        "v1".to_owned(),
        ",".to_owned(),
        signature.replacen("v1,", "v1a,", 1),
        signature.replacen("v1,", "V1,", 1),
        signature.replacen("v1,", "", 1),
        signature.replace(' ', ","),
        format!("{signature},"),
        signature.trim_end_matches('=').to_owned(),
    ] {
        let expected = if list == signature {
            Ok(())
        } else {
            Err(NotAuthentic::NoSecretFits)
        };
        assert_eq!(vector.verify(&list, 0), expected, "{list}");
    }
}

#[test]
fn a_message_is_believed_for_five_minutes_either_way() {
    let [vector, ..] = VECTORS;
    for late in [-300, -1, 0, 300] {
        assert_eq!(vector.verify(vector.signature, late), Ok(()), "{late}");
    }
    let (seconds, most) = (301, 300);
    assert_eq!(
        vector.verify(vector.signature, 301),
        Err(BadClaim::TooOld { seconds, most }.into())
    );
    assert_eq!(
        vector.verify(vector.signature, -301),
        Err(BadClaim::TooNew { seconds, most }.into())
    );
}

#[test]
fn a_missing_or_malformed_header_is_named() {
    let refused = |headers: &[(&'static str, &str)]| {
        let incoming = incoming(headers, b"{}");
        let refused = verify(&shop(Standard), Signer::Shop, incoming, now());
        refused.err().unwrap().to_string()
    };
    let (id, time, signature) = (
        ("webhook-id", "m"),
        ("webhook-timestamp", "1788177600"),
        ("webhook-signature", "v1,"),
    );
    assert!(refused(&[time, signature]).starts_with("the header webhook-id is missing"));
    assert!(refused(&[id, signature]).starts_with("the header webhook-timestamp is missing"));
    assert!(refused(&[id, time]).starts_with("the header webhook-signature is missing"));
    assert!(
        refused(&[("webhook-id", ""), time, signature])
            .starts_with("the header webhook-id is missing")
    );
    for bad in [
        "now",
        "-1",
        "+1788177600",
        "1788177600.5",
        " 1788177600x",
        "99999999999999999999",
    ] {
        let message = refused(&[id, ("webhook-timestamp", bad), signature]);
        assert!(
            message.starts_with("the header webhook-timestamp is not a number"),
            "{message}"
        );
    }
}

#[test]
fn svix_names_its_headers_in_its_own_way() {
    let body = br#"{"type":"order.deleted","data":{"id":"1"}}"#;
    let standard = signed(Standard, body);
    let of = |name: &str| {
        standard
            .headers()
            .get(name)
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned()
    };
    let [id, time, signature] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map(of);
    let svix = [
        ("svix-id", id.as_str()),
        ("svix-timestamp", &time),
        ("svix-signature", &signature),
    ];
    let passes = |shop: &Shop, headers: &[(&'static str, &str)], body: &[u8]| {
        let claim = check_headers(shop, Signer::Shop, incoming(headers, body).headers(), now());
        claim.is_ok() && verify(shop, Signer::Shop, incoming(headers, body), now()).is_ok()
    };
    let mut shop = shop(Standard);
    assert!(passes(&shop, &svix, body));
    assert!(!passes(&shop, &svix, b"{}"));
    // The names of one kind count, never a mixture.
    let [first, second, _] = svix;
    assert!(!passes(
        &shop,
        &[first, second, ("webhook-signature", &signature)],
        body
    ));
    let [.., third] = svix;
    assert!(!passes(&shop, &[first, third], body));
    shop.secrets = vec![Secret::new(format!("v1,{STANDARD_SECRET}"))];
    assert!(passes(&shop, &svix, body));
}

#[test]
fn an_id_with_a_dot_is_refused_before_anything_is_compared() {
    let headers = [
        ("webhook-id", "msg.1788177600"),
        ("webhook-timestamp", "1788177600"),
        ("webhook-signature", "v1,"),
    ];
    let refused = verify(
        &shop(Standard),
        Signer::Shop,
        incoming(&headers, b"{}"),
        now(),
    );
    let message = refused.err().unwrap().to_string();
    assert_eq!(message, "the header webhook-id is not free of dots");
}

#[test]
fn a_thousand_signatures_are_refused_by_the_headers_alone() {
    let one = "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    for signer in [Signer::Shop, Signer::Erp] {
        let headers = [
            ("webhook-id", "msg_1"),
            ("webhook-timestamp", "1788177600"),
            ("webhook-signature", &vec![one; 1_000].join(" ")),
        ];
        let incoming = incoming(&headers, b"");
        let fault = check_headers(&shop(Standard), signer, incoming.headers(), now());
        let many = BadClaim::TooManySignatures {
            header: "webhook-signature",
            most: 8,
        };
        assert_eq!(fault, Err(many.into()));
    }
}

#[test]
fn a_shop_whose_secrets_are_no_base64_is_ours_to_mend() {
    let [vector, ..] = VECTORS;
    let mut shop = shop(Standard);
    shop.secrets = ["whsec_!", "whsec_"].map(Secret::new).into();
    let now = Timestamp::from_second(vector.timestamp).unwrap();
    let incoming = vector.incoming(vector.signature);
    let refused = verify(&shop, Signer::Shop, incoming, now);
    assert_eq!(refused.err(), Some(NotAuthentic::NoUsableSecret));
}

#[test]
fn every_message_comes_out_as_it_was_written() {
    for name in fixtures("standard") {
        let body = fixture(&format!("standard/{name}.json"));
        let written: Value = serde_json::from_slice(&body).unwrap();
        let data = written["data"].clone();
        let (kind, id) = match deliver(Standard, &body).unwrap() {
            Delivery::Event { order, payload } => match payload.order() {
                None => {
                    assert_eq!(payload, EventPayload::Deleted, "{name}");
                    ("order.deleted", order)
                }
                Some(found) => {
                    let expected: Order = serde_json::from_value(data).unwrap();
                    assert_eq!(*found, expected, "{name}");
                    ("order.changed", order)
                }
            },
            Delivery::Stock(stock) => {
                assert_eq!(stock, serde_json::from_value(data).unwrap(), "{name}");
                ("stock.changed", stock.sku)
            }
            Delivery::Purchase(purchase) => {
                assert_eq!(purchase, serde_json::from_value(data).unwrap(), "{name}");
                ("purchase.changed", purchase.id)
            }
            Delivery::Customer(customer) => {
                assert_eq!(customer, serde_json::from_value(data).unwrap(), "{name}");
                ("customer.changed", customer.id)
            }
            Delivery::Ping | Delivery::Ignored { .. } => panic!("{name}"),
        };
        assert_eq!(written["type"], kind, "{name}");
        let named = written["data"].get("id").or(written["data"].get("sku"));
        assert_eq!(named, Some(&json!(id)), "{name}");
    }
}

#[test]
fn an_erp_speaks_for_a_shop_of_any_platform() {
    let message = fixture("standard/stock.json");
    for platform in [Woocommerce, Shopify, Standard] {
        let shop = shop(platform);
        let headers = signed(Standard, &message).headers().clone();
        let verify = |body: &[u8]| {
            let incoming = Incoming::new(headers.clone(), Bytes::copy_from_slice(body));
            verify(&shop, Signer::Erp, incoming, now()).map(|_| ())
        };
        assert_eq!(verify(&message), Ok(()));
        assert_eq!(verify(b"{}"), Err(NotAuthentic::NoSecretFits));
        let value = serde_json::from_slice(&message).unwrap();
        let delivery = parse_message(&shop, value, now()).unwrap().delivery;
        assert!(matches!(delivery, Delivery::Stock(_)), "{platform:?}");
    }
    let mut shop = shop(Woocommerce);
    shop.sync_secrets.clear();
    let refused = verify(&shop, Signer::Erp, signed(Standard, b"{}"), now());
    assert_eq!(refused.err(), Some(NotAuthentic::NoUsableSecret));
    for value in [
        Value::Null,
        json!([]),
        json!(["order.deleted", { "id": "1" }]),
    ] {
        let refused = parse_message(&shop, value, now()).unwrap_err();
        assert!(
            refused
                .to_string()
                .starts_with("the body is not a JSON object")
        );
    }
}

#[test]
fn what_is_said_of_goods_and_people_is_checked_too() {
    let too_many: Vec<_> = (0..201).map(|n| json!({ "sku": n.to_string() })).collect();
    for (fixture_name, pointer, value, expected) in [
        (
            "stock",
            "/data/sku",
            json!(""),
            "data.sku: must not be empty",
        ),
        (
            "stock",
            "/data/sku",
            json!("a\nb"),
            "data.sku: must not have control",
        ),
        (
            "stock",
            "/data/sku",
            json!("x".repeat(101)),
            "data.sku: must have at most 100",
        ),
        (
            "stock",
            "/data/quantity",
            json!(-1),
            "data.quantity: must be from 0",
        ),
        (
            "stock",
            "/data/quantity",
            json!(1e13),
            "data.quantity: must be from 0",
        ),
        (
            "stock",
            "/data/expected_on",
            json!("soon"),
            "data.expected_on: expected a day",
        ),
        (
            "stock",
            "/data/updated_at",
            json!("2026-09-02T07:00:00Z"),
            "data.updated_at: lies more",
        ),
        (
            "purchase",
            "/data/id",
            json!(""),
            "data.id: must not be empty",
        ),
        (
            "purchase",
            "/data/lines",
            json!(too_many),
            "data.lines: must have at most 200 members",
        ),
        (
            "purchase",
            "/data/lines/1/sku",
            json!(""),
            "data.lines[1].sku: must not be empty",
        ),
        (
            "purchase",
            "/data/lines/1/sku",
            json!("HOOK-4"),
            "data.lines[1].sku: occurs twice in the list",
        ),
        (
            "purchase",
            "/data/updated_at",
            json!("2026-09-02T07:00:00Z"),
            "data.updated_at: lies more",
        ),
        (
            "customer",
            "/data/id",
            json!(""),
            "data.id: must not be empty",
        ),
        (
            "customer",
            "/data/contacts/0/role",
            json!("customer"),
            "data.contacts[0].role: must be admin",
        ),
        (
            "customer",
            "/data/contacts/0/email",
            json!("a b"),
            "data.contacts[0].email: ",
        ),
        (
            "customer",
            "/data/updated_at",
            json!("2026-09-02T07:00:00Z"),
            "data.updated_at: lies more",
        ),
    ] {
        let body = fixture(&format!("standard/{fixture_name}.json"));
        let mut body: Value = serde_json::from_slice(&body).unwrap();
        *body.pointer_mut(pointer).unwrap() = value;
        let refused = deliver(Standard, &serde_json::to_vec(&body).unwrap()).unwrap_err();
        let message = refused.to_string();
        assert!(message.starts_with(expected), "{pointer}: {message}");
    }
}

#[test]
fn other_types_are_taken_and_ignored() {
    let delivery = deliver(Standard, br#"{"type":"price.changed","data":[1]}"#).unwrap();
    assert_eq!(
        delivery,
        Delivery::Ignored {
            topic: "price.changed".to_owned()
        }
    );
}

#[test]
fn a_wrong_field_is_named_by_its_path_and_no_address_is_repeated() {
    let written: Value = serde_json::from_slice(&fixture("standard/part-delivered.json")).unwrap();
    for (pointer, value, expected) in [
        ("/type", Value::Null, "type: invalid type: null"),
        ("/data", json!(7), "data: invalid type: integer `7`"),
        ("/data/id", json!(7), "data.id: invalid type: integer `7`"),
        ("/data/id", json!(""), "data.id: an order's id is"),
        ("/data/id", json!("a\tb"), "data.id: an order's id is"),
        (
            "/data/currency",
            json!("kr"),
            "data.currency: must be three capital letters",
        ),
        (
            "/data/updated_at",
            json!("2026-08-31T07:00:00"),
            "data.updated_at: ",
        ),
        (
            "/data/updated_at",
            json!("2026-09-02T07:00:00Z"),
            "data.updated_at: lies more than a day",
        ),
        (
            "/data/status/stage",
            json!("lost"),
            "data.status.stage: unknown variant `lost`",
        ),
        (
            "/data/status/stage",
            json!("a b@c.example"),
            "data.status.stage: unknown variant `…`",
        ),
        (
            "/data/lines/1/quantity",
            json!(-4),
            "data.lines[1].quantity: must be from 0",
        ),
        (
            "/data/lines/1/quantity",
            json!("12,5"),
            "data.lines[1].quantity: \"12,5\" is not a decimal",
        ),
        (
            "/data/lines/1/quantity",
            json!("1e400"),
            "data.lines[1].quantity: \"1e400\" is not a decimal",
        ),
        (
            "/data/lines/1/id",
            json!("10"),
            "data.lines[1].id: occurs twice in the list",
        ),
        (
            "/data/number",
            json!("x\r\ny"),
            "data.number: must not have control",
        ),
        (
            "/data/shipments/0/tracking_url",
            json!("javascript:x"),
            "data.shipments[0].tracking_url: ",
        ),
        (
            "/data/refunds/0/amount",
            json!("-1"),
            "data.refunds[0].amount: must be from 0",
        ),
    ] {
        let mut body = written.clone();
        *body.pointer_mut(pointer).unwrap() = value;
        let message = deliver(Standard, &serde_json::to_vec(&body).unwrap())
            .unwrap_err()
            .to_string();
        assert!(message.starts_with(expected), "{pointer}: {message}");
        assert!(!message.contains('@'), "{message}");
    }
}

#[test]
fn a_deleted_orders_id_is_checked_too() {
    for id in [String::new(), "a\nb".to_owned(), "x".repeat(200)] {
        let body = json!({ "type": "order.deleted", "data": { "id": id } });
        let message = deliver(Standard, &serde_json::to_vec(&body).unwrap())
            .unwrap_err()
            .to_string();
        assert!(
            message.starts_with("data.id: an order's id is"),
            "{message}"
        );
    }
}

#[test]
fn a_missing_field_is_named_too() {
    for (body, expected) in [
        (r#"{"data":{}}"#, "the body: missing field `type`"),
        (
            r#"{"type":"order.deleted","data":[]}"#,
            "data: invalid length 0, expected an object",
        ),
        (r#"{"type":"order.deleted"}"#, "data: invalid type: null"),
        (
            r#"{"type":"order.deleted","data":{}}"#,
            "data: missing field `id`",
        ),
        (
            r#"{"type":"order.changed","data":{"id":"1"}}"#,
            "data: missing field `updated_at`",
        ),
    ] {
        let message = deliver(Standard, body.as_bytes()).unwrap_err().to_string();
        assert!(message.starts_with(expected), "{body}: {message}");
    }
}

#[test]
fn a_day_ahead_is_still_a_version() {
    let ahead = now() + Duration::hours(24);
    let body = json!({ "type": "order.changed", "data": {
        "id": "1", "updated_at": ahead.to_string(), "currency": "EUR",
        "status": { "code": "new", "stage": "received" }
    }});
    assert!(deliver(Standard, &serde_json::to_vec(&body).unwrap()).is_ok());
}

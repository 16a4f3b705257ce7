//! Messages from the ERP beside a shop of another platform about its orders.

use serde_json::{Value, json};
use wismo_domain::log::{EventPayload, Fact};
use wismo_domain::order::{OrderPart, Quantity};
use wismo_domain::shop::Platform::{self, Shopify, Standard, Woocommerce};

use crate::delivery::Delivery;
use crate::shops::test_shop::{fixture, now, shop};
use crate::shops::{BadBody, parse_message};

fn parse(platform: Platform, kind: &str, data: &Value) -> Result<Delivery, BadBody> {
    let message = json!({ "type": kind, "data": data });
    parse_message(&shop(platform), message, now()).map(|read| read.delivery)
}

/// The part that a message to a shop's import results in.
fn part(platform: Platform, data: &Value) -> OrderPart {
    let delivery = parse(platform, "order.changed", data).unwrap();
    let Delivery::Event { order, payload } = delivery else {
        panic!("{delivery:?}");
    };
    let EventPayload::Fact {
        at,
        n: None,
        fact: Fact::Part(part),
    } = payload
    else {
        panic!("{payload:?}");
    };
    assert_eq!((&order, at), (&part.id, part.updated_at));
    *part
}

#[test]
fn beside_another_platform_an_order_may_be_sent_in_part() {
    let least = json!({ "id": "324", "updated_at": "2026-08-01T10:00:00Z" });
    for platform in [Woocommerce, Shopify] {
        let at = least["updated_at"].as_str().unwrap().parse().unwrap();
        assert_eq!(part(platform, &least), OrderPart::new("324", at));
    }
    let refused = parse(Standard, "order.changed", &least).unwrap_err();
    assert_eq!(refused.to_string(), "data: missing field `status`");
}

#[test]
fn a_whole_order_is_a_part_beside_another_platform_and_says_as_much() {
    let message: Value = serde_json::from_slice(&fixture("standard/part-delivered.json")).unwrap();
    let whole = parse(Standard, "order.changed", &message["data"]).unwrap();
    let Delivery::Event {
        payload: EventPayload::Order(whole),
        ..
    } = whole
    else {
        panic!("{whole:?}");
    };
    for platform in [Woocommerce, Shopify] {
        let part = part(platform, &message["data"]);
        assert_eq!(part.whole().as_ref(), Some(&*whole));
    }
}

#[test]
fn the_erp_removes_no_order_of_another_platform() {
    let gone = json!({ "id": "324" });
    let ignored = Delivery::Ignored {
        topic: "order.deleted".to_owned(),
    };
    for platform in [Woocommerce, Shopify] {
        assert_eq!(parse(platform, "order.deleted", &gone), Ok(ignored.clone()));
    }
    assert_ne!(parse(Standard, "order.deleted", &gone), Ok(ignored));
}

#[test]
fn lines_are_named_by_id_or_item_and_say_what_is_known() {
    let data = json!({
        "id": "324", "updated_at": "2026-08-01T10:00:00Z", "surprise": [],
        "lines": [{ "sku": "A", "delivered": "1" }, { "id": "39", "stock": 0 }]
    });
    let lines = part(Woocommerce, &data).lines;
    assert_eq!(lines[0].delivered, Some(Quantity::from(1)));
    assert_eq!(
        (lines[1].sku.clone(), lines[1].stock),
        (None, Some(Quantity::ZERO))
    );
}

#[test]
fn a_wrong_field_of_a_part_is_named_by_its_path() {
    for (pointer, value, expected) in [
        ("/id", json!("a\nb"), "data.id: an order's id is"),
        ("/id", json!(7), "data.id: invalid type"),
        ("/updated_at", json!(null), "data.updated_at: "),
        (
            "/updated_at",
            json!("2099-01-01T00:00:00Z"),
            "data.updated_at: lies more than a day in the future",
        ),
        ("/currency", json!("eur"), "data.currency: must be three"),
        (
            "/status",
            json!({ "code": "x" }),
            "data.status: missing field `stage`",
        ),
        (
            "/lines/0",
            json!({}),
            "data.lines[0].id: must be there, or sku",
        ),
        (
            "/lines/0/quantity",
            json!(-1),
            "data.lines[0].quantity: must be from 0",
        ),
        ("/lines/0/quantity", json!("a"), "data.lines[0].quantity: "),
        (
            "/lines/0/sku",
            json!("a\nb"),
            "data.lines[0].sku: must not have control",
        ),
        (
            "/shipments",
            json!([{ "id": "" }]),
            "data.shipments[0].id: must not be empty",
        ),
        (
            "/documents/0/kind",
            json!("bill"),
            "data.documents[0].kind: unknown variant",
        ),
        (
            "/documents/0/url",
            json!("http://a.example"),
            "data.documents[0].url: must be an https",
        ),
        (
            "/documents/0/file",
            json!({ "sha256": "a", "bytes": 1 }),
            "data.documents[0].file: is for",
        ),
        (
            "/documents/0/content",
            json!("JVBERg=="),
            "data.documents[0].content: must stand without url",
        ),
    ] {
        let mut data = json!({
            "id": "324", "updated_at": "2026-08-01T10:00:00Z", "lines": [{ "sku": "A" }],
            "documents": [{ "id": "1", "kind": "invoice", "url": "https://a.example/1" }]
        });
        match pointer.rsplit_once('/').unwrap() {
            ("", name) => data[name] = value,
            (under, name) => {
                let under = data.pointer_mut(under).unwrap();
                if under.is_array() {
                    under[0] = value;
                } else {
                    under[name] = value;
                }
            }
        }
        let refused = parse(Shopify, "order.changed", &data).unwrap_err();
        let said = refused.to_string();
        assert!(said.starts_with(expected), "{said} / {expected}");
    }
}

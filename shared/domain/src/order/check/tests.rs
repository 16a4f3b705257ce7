use serde_json::{Value, json};

use super::*;
use crate::order::DocumentKind;

fn flaw_of(change: impl Fn(&mut Value)) -> String {
    let mut order = json!({
        "id": "1", "updated_at": "2026-08-01T10:00:00Z", "currency": "EUR",
        "status": { "code": "new", "stage": "received" },
        "lines": [{ "id": "1", "name": "Mug", "quantity": 2 }, { "id": "2", "name": "Jug", "quantity": 1 }],
        "shipments": [{ "id": "p", "lines": [{ "line": "1", "quantity": 1 }] }],
        "refunds": [{ "id": "r", "amount": "1.00" }]
    });
    assert_eq!(
        serde_json::from_value::<Order>(order.clone())
            .unwrap()
            .check(),
        Ok(())
    );
    change(&mut order);
    let order: Order = serde_json::from_value(order).unwrap();
    order.check().unwrap_err().to_string()
}

#[test]
fn the_largest_number_is_a_thousand_billions() {
    assert_eq!(MAX_NUMBER.to_string(), "1000000000000");
}

#[test]
fn a_flaw_names_its_path_and_what_the_field_must_be() {
    let cases: [(&str, Value, &str); 17] = [
        ("/id", json!(""), "id: an order's id is"),
        ("/id", json!("a\nb"), "id: an order's id is"),
        (
            "/currency",
            json!("eur"),
            "currency: must be three capital letters",
        ),
        ("/status/code", json!(""), "status.code: must not be empty"),
        (
            "/status",
            json!({ "code": "received", "stage": "sent" }),
            "status.stage: must be \"received\", as the status received is built in",
        ),
        (
            "/status",
            json!({ "code": "unresolved", "stage": "received" }),
            "status.stage: must be \"other\", as the status unresolved is built in",
        ),
        (
            "/status",
            json!({ "code": "received", "stage": "received", "label": "Hm" }),
            "status.label: must be left out, as the status received is built in",
        ),
        (
            "/lines/1/id",
            json!("1"),
            "lines[1].id: occurs twice in the list",
        ),
        ("/lines/1/id", json!(""), "lines[1].id: must not be empty"),
        (
            "/lines/0/quantity",
            json!(-1),
            "lines[0].quantity: must be from 0 to",
        ),
        (
            "/lines/0/quantity",
            json!("1000000000001"),
            "lines[0].quantity: must be from 0 to",
        ),
        (
            "/lines/0/name",
            json!("Mug\r\nBcc: x"),
            "lines[0].name: must not have control",
        ),
        (
            "/lines/0/name",
            json!("x".repeat(501)),
            "lines[0].name: must have at most 500",
        ),
        (
            "/shipments/0/lines/0/quantity",
            json!(-1),
            "shipments[0].lines[0].quantity: must be",
        ),
        (
            "/shipments/0/id",
            json!(""),
            "shipments[0].id: must not be empty",
        ),
        (
            "/refunds/0/amount",
            json!("-1"),
            "refunds[0].amount: must be from 0",
        ),
        (
            "/refunds/0/amount",
            json!("79228162514264337593543950335"),
            "refunds[0].amount: must",
        ),
    ];
    for (pointer, value, expected) in cases {
        let found = flaw_of(|order| *order.pointer_mut(pointer).unwrap() = value.clone());
        assert!(found.starts_with(expected), "{pointer}: {found}");
    }
}

#[test]
fn a_link_that_is_not_https_is_refused() {
    for link in [
        "http://carrier.example/1",
        "javascript:alert(1)",
        "https://a b",
    ] {
        let found = flaw_of(|order| order["shipments"][0]["tracking_url"] = json!(link));
        assert!(
            found.starts_with("shipments[0].tracking_url: "),
            "{link}: {found}"
        );
    }
}

#[test]
fn an_address_is_lines_of_text_in_a_country_by_its_code() {
    let cases = [
        (json!({ "name": "A\nB" }), "name: must not have control"),
        (
            json!({ "street": ["a", "b", "c", "d", "e", "f"] }),
            "street: must have at most 5 members",
        ),
        (
            json!({ "street": ["a", "b\r"] }),
            "street[1]: must not have control",
        ),
        (
            json!({ "postcode": "0".repeat(101) }),
            "postcode: must have at most 100",
        ),
        (
            json!({ "region": "x".repeat(501) }),
            "region: must have at most 500",
        ),
        (
            json!({ "country": "Norway" }),
            "country: must be two capital letters",
        ),
    ];
    for field in ["delivery_address", "billing_address"] {
        for (address, expected) in &cases {
            let found = flaw_of(|order| order[field] = address.clone());
            let expected = format!("{field}.{expected}");
            assert!(found.starts_with(&expected), "{found}");
        }
    }
}

#[test]
fn a_document_has_a_file_in_one_place_and_says_what_it_is() {
    let pdf = json!("JVBERg==");
    let cases = [
        (
            json!({ "url": "http://a.example/1" }),
            "url: must be an https",
        ),
        (json!({ "name": "../1.pdf" }), "name: must be a file's name"),
        (json!({ "content": pdf }), "media_type: must say what"),
        (
            json!({ "content": pdf, "media_type": "application/pdf", "url": "https://a.example" }),
            "content: must stand without url",
        ),
        (
            json!({ "content": "", "media_type": "application/pdf" }),
            "content: must be 1 to 524288 bytes",
        ),
        (
            json!({ "file": { "sha256": "ab", "bytes": 1 } }),
            "file: is for Wismo alone",
        ),
    ];
    for (fields, expected) in cases {
        let found = flaw_of(|order| {
            let mut document = json!({ "id": "d", "kind": "invoice" });
            for (name, value) in fields.as_object().unwrap() {
                document[name] = value.clone();
            }
            order["documents"] = json!([document]);
        });
        let expected = format!("documents[0].{expected}");
        assert!(found.starts_with(&expected), "{found}");
    }
    let large = Document {
        content: Some(file::Content(vec![0; file::MAX_FILE_BYTES + 1])),
        media_type: Some(file::MediaType::Pdf),
        ..Document::new("d", DocumentKind::Invoice)
    };
    let found = check_document("d", &large).unwrap_err().to_string();
    assert!(found.starts_with("d.content: must be 1 to"), "{found}");
}

#[test]
fn an_order_of_too_many_lines_is_refused() {
    let found = flaw_of(|order| {
        order["lines"] = (0..1001)
            .map(|n| json!({ "id": n.to_string(), "name": "Mug", "quantity": 1 }))
            .collect();
    });
    assert_eq!(found, "lines: must have at most 1000 members");
}

#[test]
fn a_date_that_cannot_be_meant_is_a_flaw_at_its_path() {
    let at = |path: &str, odd: &str| {
        let mut order = json!({
            "id": "1", "updated_at": "2026-08-01T10:00:00Z", "currency": "EUR",
            "status": { "code": "new", "stage": "received" },
            "payment": { "state": "paid" },
            "lines": [{ "id": "1", "name": "Mug", "quantity": 2 }],
            "shipments": [{ "id": "p" }],
            "documents": [{ "id": "d", "kind": "invoice" }]
        });
        let pointer = format!("/{}", path.replace("[0].", "/0/").replace('.', "/"));
        let (under, name) = pointer.rsplit_once('/').unwrap();
        order.pointer_mut(under).unwrap()[name] = json!(odd);
        let order: Order = serde_json::from_value(order).unwrap();
        order.check().map_err(|field_error| field_error.to_string())
    };
    let said = |path: &str| {
        format!("{path}: must lie in the years 1970 to 2200: leave out a date that is not known")
    };
    for path in [
        "placed_at",
        "cancelled_at",
        "payment.paid_at",
        "shipments[0].shipped_at",
        "documents[0].issued_at",
    ] {
        for odd in ["0000-01-01T00:00:00+01:00", "9999-12-31T23:59:59Z"] {
            assert_eq!(at(path, odd), Err(said(path)));
        }
        assert_eq!(at(path, "1970-01-01T00:00:00Z"), Ok(()));
    }
    for path in ["expected_on", "lines[0].expected_on"] {
        for odd in ["0001-01-01", "9999-12-31"] {
            assert_eq!(at(path, odd), Err(said(path)));
        }
        assert_eq!(at(path, "2200-12-31"), Ok(()));
    }
}

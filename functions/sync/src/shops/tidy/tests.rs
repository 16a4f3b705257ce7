//! Values as people and their programs write them, with the neutral order that
//! results.

use serde_json::{Value, json};
use wismo_domain::log::EventPayload;
use wismo_domain::order::{Order, Role, Stage};
use wismo_domain::shop::Platform::Standard;

use crate::delivery::Delivery;
use crate::shops::test_shop::read;

fn taken(field: &str, value: Value) -> (Order, Vec<String>) {
    let mut data = json!({
        "id": "C-1", "updated_at": "2026-08-30T09:01:00Z", "currency": "EUR",
        "status": { "code": "open", "stage": "received" },
        "lines": [{ "id": "1", "name": "Ash bench", "quantity": 3 }]
    });
    data[field] = value;
    let body = json!({ "type": "order.changed", "data": data });
    let read = read(Standard, body.to_string().as_bytes()).unwrap();
    match Some(read.delivery) {
        Some(Delivery::Event {
            payload: EventPayload::Order(order),
            ..
        }) => (*order, read.dropped.into()),
        other => panic!("{other:?}"),
    }
}

/// The id, number and link of each parcel.
fn parcels(shipments: Value) -> Vec<(String, String, String)> {
    let parcels = taken("shipments", shipments).0.shipments.into_iter();
    let of = |text: Option<String>| text.unwrap_or_default();
    parcels
        .map(|parcel| {
            (
                parcel.id,
                of(parcel.tracking_number),
                of(parcel.tracking_url),
            )
        })
        .collect()
}

#[test]
fn each_number_in_a_field_is_a_parcel() {
    for (carrier, field, numbers) in [
        (
            "ups",
            "1Z0000000000000201, 1Z0000000000000202 ; 1Z0000000000000203",
            &[
                "1Z0000000000000201",
                "1Z0000000000000202",
                "1Z0000000000000203",
            ][..],
        ),
        (
            "UPS",
            "1Z0000000000000201 1Z0000000000000202",
            &["1Z0000000000000201", "1Z0000000000000202"],
        ),
        (
            "UPS",
            "1Z 000 000 000 000 0201",
            &["1Z 000 000 000 000 0201"],
        ),
        (
            "Posten",
            "RR123456785NO RR123456794NO",
            &["RR123456785NO", "RR123456794NO"],
        ),
        (
            "PostNord",
            "00370 7254 1000 0000 12",
            &["00370 7254 1000 0000 12"],
        ),
        ("GLS", "AB1\r\nAB2\n", &["AB1", "AB2"]),
        (
            "UPS",
            "1Z0000000000000201 / 1Z0000000000000202 and 1Z0000000000000203",
            &[
                "1Z0000000000000201",
                "1Z0000000000000202",
                "1Z0000000000000203",
            ],
        ),
        (
            "UPS",
            "1Z0000000000000201 & 1Z0000000000000202",
            &["1Z0000000000000201", "1Z0000000000000202"],
        ),
        (
            "UPS",
            "Tracking: 1Z0000000000000201",
            &["1Z0000000000000201"],
        ),
        (
            "UPS",
            "#1Z0000000000000201\u{200b}",
            &["1Z0000000000000201"],
        ),
        ("GLS", "12345678901 (2 parcels)", &["12345678901"]),
        ("", "12345678901 https://c.example/t/1", &["12345678901"]),
        ("UPS", "n/a", &[""]),
        ("UPS", "No tracking", &[""]),
        ("UPS", "Hand delivered", &[""]),
        ("UPS", "0", &[""]),
        ("", "TBA", &[""]),
        ("FedEx", "1234 5678 9012", &["1234 5678 9012"]),
        ("", "AB1,AB1", &["AB1"]),
    ] {
        let parcels = parcels(json!([{ "id": "p", "carrier": carrier, "tracking_number": field }]));
        let found: Vec<&str> = parcels
            .iter()
            .map(|(_, number, _)| number.as_str())
            .collect();
        assert_eq!(found, numbers, "{field}");
    }
    let (order, _) = taken(
        "shipments",
        json!([{ "id": "p", "tracking_number": "AB1, AB2",
            "lines": [{ "line": "1", "quantity": 2 }] }]),
    );
    let ids: Vec<&str> = order
        .shipments
        .iter()
        .map(|parcel| parcel.id.as_str())
        .collect();
    assert_eq!(ids, ["p", "p-2"]);
    let contents: Vec<usize> = order
        .shipments
        .iter()
        .map(|parcel| parcel.lines.len())
        .collect();
    assert_eq!(contents, [1, 0]);
}

#[test]
fn the_merchant_sees_what_is_no_number() {
    for (field, notes) in [("Hand delivered", 1), ("n/a", 1), ("-", 0), ("1Z9", 0)] {
        let (_, dropped) = taken(
            "shipments",
            json!([{ "id": "p", "tracking_number": field }]),
        );
        assert_eq!(dropped.len(), notes, "{field}: {dropped:?}");
    }
}

#[test]
fn a_link_is_the_one_that_is_meant_or_none() {
    for (link, number, meant) in [
        (
            "https://c.example/t?n=%number%",
            "NC-1",
            "https://c.example/t?n=NC-1",
        ),
        (
            "https://c.example/t/{tracking_number}",
            "NC-1",
            "https://c.example/t/NC-1",
        ),
        (
            "https://c.example/t/{{tracking}}/x",
            "NC-1",
            "https://c.example/t/NC-1/x",
        ),
        ("https://c.example/t/@", "NC-1", "https://c.example/t/NC-1"),
        (
            "https://c.example/t?n=@&l=en",
            "NC 1",
            "https://c.example/t?n=NC1&l=en",
        ),
        (
            "https://c.example/t/[NUMBER]",
            "NC-1",
            "https://c.example/t/NC-1",
        ),
        ("https://c.example/t/%s", "NC-1", "https://c.example/t/NC-1"),
        ("https://c.example/t/%1$s/%2$s", "NC-1", ""),
        (
            "https://c.example/t/{0}",
            "NC-1",
            "https://c.example/t/NC-1",
        ),
        ("https://c.example/t/{postcode}", "NC-1", ""),
        ("https://c.example/t/{order_number}", "NC-1", ""),
        ("https://c.example/t/%number%", "", ""),
        (
            "https://c.example/t/#TRACKING#",
            "NC-1",
            "https://c.example/t/NC-1",
        ),
        (
            "https://c.example/t/a%20b%20c#/x",
            "NC-1",
            "https://c.example/t/a%20b%20c#/x",
        ),
        (
            "https://c.example/@shop/NC-1",
            "NC-1",
            "https://c.example/@shop/NC-1",
        ),
        (
            "www.c.example/t/NC-1",
            "NC-1",
            "https://www.c.example/t/NC-1",
        ),
        (
            "http://c.example/t/NC-1",
            "NC-1",
            "https://c.example/t/NC-1",
        ),
        ("HTTP://c.example/t", "NC-1", "https://c.example/t"),
        (
            "mytracking.example/t?n=NC-1",
            "NC-1",
            "https://mytracking.example/t?n=NC-1",
        ),
        ("https://c.example/x?n=NC-1&z=%postal_code%", "NC-1", ""),
        ("https://c.example/x?n=NC-1&z=%email%", "NC-1", ""),
        ("https://c.example/x?n=NC-1&z=#POSTCODE#", "NC-1", ""),
        (
            "https://c.example/x?n=%25number%25",
            "NC-1",
            "https://c.example/x?n=NC-1",
        ),
        (
            "https://c.example/x?n=%7btracking_number%7d",
            "NC-1",
            "https://c.example/x?n=NC-1",
        ),
        (
            "https://c.example/x?n=<TRACKING>",
            "NC-1",
            "https://c.example/x?n=NC-1",
        ),
        (
            "https://c.example/a%20and%20b/%C3%A6%C3%B8",
            "NC-1",
            "https://c.example/a%20and%20b/%C3%A6%C3%B8",
        ),
    ] {
        let parcels = parcels(json!([
            { "id": "p", "carrier": "Norby Cargo", "tracking_number": number, "tracking_url": link }
        ]));
        assert_eq!(parcels[0].2, meant, "{link}");
    }
    let parcels = parcels(json!([{ "id": "p", "tracking_number": "https://c.example/t/9" }]));
    assert_eq!(
        parcels,
        [(
            "p".to_owned(),
            String::new(),
            "https://c.example/t/9".to_owned()
        )]
    );
}

#[test]
fn one_number_is_one_parcel_with_all_that_is_in_it() {
    let line = |line: &str| json!([{ "line": line, "quantity": 1 }]);
    let (order, _) = taken(
        "shipments",
        json!([
            { "id": "a", "tracking_number": "1Z 9", "lines": line("1"), "state": "sent" },
            { "id": "b", "tracking_number": "1z9", "lines": line("2"), "state": "delivered" },
            { "id": "c", "tracking_number": "1Z9", "lines": line("1"), "state": "failed" },
            { "id": "d", "tracking_number": "1Z8", "lines": line("1") }
        ]),
    );
    let parcels: Vec<(&str, usize)> = order
        .shipments
        .iter()
        .map(|parcel| (parcel.id.as_str(), parcel.lines.len()))
        .collect();
    assert_eq!(parcels, [("a", 2), ("c", 1), ("d", 1)]);
}

#[test]
fn no_carrier_is_called_other() {
    for none in ["Other", "custom", "n/a", "-", "None"] {
        let (order, _) = taken("shipments", json!([{ "id": "p", "carrier": none }]));
        assert_eq!(order.shipments[0].carrier, None, "{none}");
    }
    let (order, _) = taken(
        "shipments",
        json!([{ "id": "p", "carrier": "Other Way Ltd" }]),
    );
    assert_eq!(order.shipments[0].carrier.as_deref(), Some("Other Way Ltd"));
}

#[test]
fn a_text_of_several_lines_is_one_line() {
    let (order, _) = taken(
        "message",
        json!("We pack on Friday.\r\nYour\tladder  comes by van.\n"),
    );
    let message = "We pack on Friday. Your ladder  comes by van.";
    assert_eq!(order.message.as_deref(), Some(message));
    let (order, _) = taken(
        "delivery_address",
        json!({ "street": ["Kestrel Lane 4\nDoor B"] }),
    );
    assert_eq!(
        order.delivery_address.unwrap().street,
        ["Kestrel Lane 4 Door B"]
    );
    let refused = json!({ "type": "order.changed", "data": {
        "id": "C-1", "updated_at": "2026-08-30T09:01:00Z", "currency": "EUR",
        "status": { "code": "open", "stage": "received" }, "number": "90\n48" } });
    let refused = read(Standard, refused.to_string().as_bytes())
        .unwrap_err()
        .to_string();
    assert!(
        refused.starts_with("data.number: must not have control"),
        "{refused}"
    );
}

#[test]
fn of_several_addresses_the_first_is_the_customers() {
    for list in [
        "ilse@c.example; office@c.example",
        "ilse@c.example, office@c.example,ILSE@c.example",
        "Ilse Brandhof <ilse@c.example>; office@c.example;",
        "\"Brandhof, Ilse\" <ilse@c.example>, Office <office@c.example>",
        "no address; ilse@c.example; office@c.example",
    ] {
        let customer = taken("customer", json!({ "email": list })).0.customer;
        assert_eq!(customer.email.as_deref(), Some("ilse@c.example"), "{list}");
        let others: Vec<_> = customer
            .contacts
            .iter()
            .map(|other| (other.role, other.email.as_str()))
            .collect();
        assert_eq!(others, [(Role::Customer, "office@c.example")], "{list}");
    }
    let customer = taken("customer", json!({ "email": "Ilse B <ilse@c.example>" }))
        .0
        .customer;
    assert_eq!(customer.name.as_deref(), Some("Ilse B"));
    let customer = taken("customer", json!({ "email": "ask at the till" }))
        .0
        .customer;
    assert_eq!(customer.email.as_deref(), Some("ask at the till"));
}

#[test]
fn an_items_number_has_no_space_around_it() {
    let lines = json!([{ "id": "1", "name": "Bench", "quantity": 1, "sku": " BENCH-66\t" }]);
    assert_eq!(
        taken("lines", lines).0.lines[0].sku.as_deref(),
        Some("BENCH-66")
    );
    let stock = json!({ "type": "stock.changed", "data": {
        "sku": "BENCH-66 ", "quantity": 0, "updated_at": "2026-08-30T09:01:00Z" } });
    match Some(
        read(Standard, stock.to_string().as_bytes())
            .unwrap()
            .delivery,
    ) {
        Some(Delivery::Stock(stock)) => assert_eq!(stock.sku, "BENCH-66"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_refund_of_nothing_is_none() {
    let refunds = json!([{ "id": "1", "amount": "-0.00" }, { "id": "2", "amount": 4 }]);
    let ids: Vec<String> = taken("refunds", refunds)
        .0
        .refunds
        .into_iter()
        .map(|refund| refund.id)
        .collect();
    assert_eq!(ids, ["2"]);
}

#[test]
fn what_has_arrived_is_delivered_whatever_its_status_says() {
    let sent = json!({ "code": "shipped", "stage": "sent" });
    let body = |status: &Value, state: &str| {
        json!({ "type": "order.changed", "data": {
            "id": "C-1", "updated_at": "2026-08-30T09:01:00Z", "currency": "EUR", "status": status,
            "lines": [{ "id": "1", "name": "Ash bench", "quantity": 3 }],
            "shipments": [{ "id": "p", "tracking_number": "1Z9", "state": state }] } })
    };
    for (state, stage) in [("sent", Stage::Sent), ("delivered", Stage::Delivered)] {
        let body = body(&sent, state).to_string();
        let delivery = read(Standard, body.as_bytes()).unwrap().delivery;
        let Delivery::Event {
            payload: EventPayload::Order(order),
            ..
        } = delivery
        else {
            panic!("{delivery:?}");
        };
        assert_eq!(order.status.stage, stage);
    }
}

#[test]
fn a_parcels_place_is_that_in_the_callers_list() {
    let body = json!({ "type": "order.changed", "data": {
        "id": "C-1", "updated_at": "2026-08-30T09:01:00Z", "currency": "EUR",
        "status": { "code": "open", "stage": "received" },
        "shipments": [{ "id": "a", "tracking_number": "AB1, AB2" }, { "id": "a" }] } });
    let refused = read(Standard, body.to_string().as_bytes()).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "data.shipments[1].id: occurs twice in the list"
    );
}

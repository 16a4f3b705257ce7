//! Dates that are not meant as dates, in each field that has one: they count as
//! not given, and do not cost the order. Only the generic source's version is
//! refused by name.

use serde_json::{Value, json};
use wismo_domain::log::EventPayload;
use wismo_domain::order::{Order, PaymentState, Stage};
use wismo_domain::shop::Platform::{self, Shopify, Standard, Woocommerce};
use wismo_domain::time::zone::TimeZone;

use crate::delivery::Delivery;
use crate::shops::test_shop::{deliver, now, shop, signed, verify};
use crate::shops::{BadBody, Read};

const MOMENTS: [&str; 6] = [
    "0000-01-01T00:00:00+01:00",
    "0001-01-01T00:00:00Z",
    "1969-12-31T11:59:59Z",
    "2201-01-02T00:00:00Z",
    "9999-12-31T23:59:59Z",
    "9999-12-31T23:59:59-12:00",
];
const DAYS: [&str; 8] = [
    "0000-01-01",
    "0001-01-01",
    "1753-01-01",
    "1970-01-01",
    "1999-12-31",
    "2031-09-01",
    "2201-01-01",
    "9999-12-31",
];
const ZONES: [&str; 3] = ["Pacific/Kiritimati", "Etc/GMT+12", "UTC"];
const UNLIKELY: &str = "must lie in the years 1970 to 2200: leave out a date that is not known";

/// Takes a body with a value at a JSON pointer, in a shop of each zone.
fn each(platform: Platform, body: &Value, pointer: &str, value: &Value, check: impl Fn(Taken)) {
    for zone in ZONES {
        let mut shop = shop(platform);
        shop.timezone = TimeZone::named(zone).unwrap();
        let mut body = body.clone();
        *body.pointer_mut(pointer).unwrap() = value.clone();
        let bytes = serde_json::to_vec(&body).unwrap();
        let verified = verify(&shop, signed(platform, &bytes));
        let verified = verified.unwrap_or_else(|error| panic!("{error}"));
        check(crate::shops::parse(&shop, &verified, now()));
    }
}

type Taken = Result<Read, BadBody>;

fn order(taken: Taken) -> Order {
    match taken.map(|read| read.delivery) {
        Ok(Delivery::Event {
            payload: EventPayload::Order(order),
            ..
        }) => {
            // Every order that is stored can be written and read again.
            let stored = serde_json::to_string(&order).unwrap();
            assert_eq!(serde_json::from_str::<Order>(&stored).unwrap(), *order);
            *order
        }
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn refused(taken: Taken, message: &str) {
    assert_eq!(taken.unwrap_err().to_string(), message);
}

fn messages() -> [Value; 4] {
    let at = "2026-08-01T10:00:00Z";
    let day = "2026-09-01";
    [
        json!({ "type": "order.changed", "data": {
            "id": "1", "updated_at": at, "placed_at": at, "cancelled_at": at, "currency": "EUR",
            "status": { "code": "new", "stage": "received" }, "expected_on": day,
            "payment": { "state": "paid", "paid_at": at },
            "lines": [{ "id": "1", "name": "Mug", "quantity": 2, "expected_on": day }],
            "shipments": [{ "id": "p", "state": "sent", "shipped_at": at }],
            "documents": [{ "id": "d", "kind": "invoice", "issued_at": at }]
        } }),
        json!({ "type": "stock.changed", "data": {
            "sku": "A", "updated_at": at, "quantity": 1, "expected_on": day } }),
        json!({ "type": "purchase.changed", "data": {
            "id": "1", "updated_at": at, "lines": [{ "sku": "A", "expected_on": day }] } }),
        json!({ "type": "customer.changed", "data": { "id": "1", "updated_at": at } }),
    ]
}

/// Every date in a value, as JSON pointers.
fn dates(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Array(members) => {
            for (index, member) in members.iter().enumerate() {
                dates(member, &format!("{at}/{index}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                dates(field, &format!("{at}/{name}"), found);
            }
        }
        Value::String(text) if text.starts_with("2026-") => found.push(at.to_owned()),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn a_day_that_means_none_is_none() {
    let mut count = 0;
    for message in messages() {
        let mut pointers = Vec::new();
        dates(&message, "", &mut pointers);
        count += pointers.len();
        for pointer in pointers {
            let is_day = pointer.ends_with("_on");
            let path = pointer.trim_start_matches('/').replace('/', ".");
            let path = path.replace(".0.", "[0].");
            let odd: &[&str] = if is_day { &DAYS } else { &MOMENTS };
            for odd in odd {
                each(Standard, &message, &pointer, &json!(odd), |taken| {
                    if pointer.ends_with("updated_at") {
                        return refused(taken, &format!("{path}: {UNLIKELY}"));
                    }
                    let mut without = message.clone();
                    *without.pointer_mut(&pointer).unwrap() = Value::Null;
                    let without = deliver(Standard, without.to_string().as_bytes()).unwrap();
                    let read = taken.unwrap();
                    assert_eq!(read.delivery, without, "{odd}");
                    let note = format!(
                        "{}: is an implausible date: treated as not given",
                        &path["data.".len()..]
                    );
                    assert_eq!(Vec::from(read.dropped), [note], "{odd}");
                });
            }
            let ends: [&str; 2] = match is_day {
                true => ["2000-01-01", "2031-08-31"],
                false => ["2000-01-01T00:00:00Z", "2026-08-31T00:00:00Z"],
            };
            for end in ends {
                each(Standard, &message, &pointer, &json!(end), |taken| {
                    assert_eq!(Vec::from(taken.unwrap().dropped), Vec::<String>::new());
                });
            }
        }
    }
    // There are as many in schema/messages.json.
    assert_eq!(count, 13);
}

#[test]
fn an_odd_date_of_woocommerce_counts_as_not_told() {
    let body = json!({
        "id": 7, "status": "processing", "currency": "EUR",
        "date_modified_gmt": "2026-08-30T09:06:40", "date_created_gmt": "2026-08-30T09:06:40",
        "date_paid_gmt": "2026-08-30T09:06:40",
        "line_items": [{ "id": 1, "name": "Mug", "quantity": 1 }],
        "meta_data": [
            { "key": "_wc_shipment_tracking_items", "value": [{ "tracking_id": "t",
                "tracking_number": "JD1", "date_shipped": "1780759118" }] },
            { "key": "_wcpdf_invoice_number", "value": "F-1" },
            { "key": "_wcpdf_invoice_date", "value": "1780759118" },
            { "key": "_wcpdf_packing_slip_date", "value": "1780759118" },
        ],
    });
    let without = MOMENTS.iter().filter_map(|text| text.strip_suffix('Z'));
    for odd in MOMENTS.into_iter().chain(without).map(|text| json!(text)) {
        each(Woocommerce, &body, "/date_created_gmt", &odd, |taken| {
            assert_eq!(order(taken).placed_at, None);
        });
        each(Woocommerce, &body, "/date_paid_gmt", &odd, |taken| {
            let payment = order(taken).payment.unwrap();
            let state = (payment.state, payment.paid_at);
            assert_eq!(state, (PaymentState::Unpaid, None));
        });
        each(Woocommerce, &body, "/date_modified_gmt", &odd, |taken| {
            assert_eq!(order(taken).updated_at, now());
        });
    }
    // The limits of the integer type, of the calendar, and of the years 1970 to
    // 2200, as moments and as midnights.
    for seconds in [
        i64::MIN,
        -62_135_596_800,
        -1,
        0,
        7_289_740_800,
        7_289_740_801,
        253_370_764_800,
        253_402_214_400,
        253_402_300_799,
        253_402_300_800,
        i64::MAX,
    ] {
        for odd in [json!(seconds), json!(seconds.to_string())] {
            let shipped = "/meta_data/0/value/0/date_shipped";
            each(Woocommerce, &body, shipped, &odd, |taken| {
                let order = order(taken);
                assert_eq!(order.shipments[0].tracking_number.as_deref(), Some("JD1"));
                assert_eq!(order.shipments[0].shipped_at, None, "{seconds}");
            });
            each(Woocommerce, &body, "/meta_data/2/value", &odd, |taken| {
                assert_eq!(order(taken).documents[0].issued_at, None, "{seconds}");
            });
            each(Woocommerce, &body, "/meta_data/3/value", &odd, |taken| {
                assert_eq!(order(taken).has_packing_slip(), seconds > 0, "{seconds}");
            });
        }
    }
}

#[test]
fn an_odd_date_of_shopify_counts_as_not_told() {
    let at = "2026-08-30T09:06:40-04:00";
    let body = json!({
        "id": 7, "financial_status": "paid", "currency": "EUR", "updated_at": at,
        "created_at": at, "processed_at": null, "cancelled_at": null,
        "line_items": [{ "id": 1, "name": "Mug", "quantity": 1 }],
        "fulfillments": [{ "id": 2, "status": "success", "created_at": at }],
    });
    for odd in MOMENTS.into_iter().chain(["soon"]) {
        let value = json!(odd);
        each(Shopify, &body, "/created_at", &value, |taken| {
            assert_eq!(order(taken).placed_at, None);
        });
        each(Shopify, &body, "/processed_at", &value, |taken| {
            // The other date counts instead.
            assert_eq!(order(taken).placed_at, Some(at.parse().unwrap()));
        });
        each(Shopify, &body, "/cancelled_at", &value, |taken| {
            let order = order(taken);
            assert_eq!(order.cancelled_at, None);
            assert_eq!(order.status.stage, Stage::Received, "{odd}");
        });
        each(
            Shopify,
            &body,
            "/fulfillments/0/created_at",
            &value,
            |taken| {
                assert_eq!(order(taken).shipments[0].shipped_at, None);
            },
        );
        each(Shopify, &body, "/updated_at", &value, |taken| {
            assert_eq!(order(taken).updated_at, now());
        });
    }
    let part = json!({ "id": 2, "order_id": 7, "status": "success", "updated_at": at,
        "created_at": at, "tracking_number": "JD1" });
    let refund = json!({ "id": 3, "order_id": 7, "created_at": at, "refund_line_items": [],
        "transactions": [{ "kind": "refund", "status": "success", "amount": "1.00",
                           "currency": "EUR" }] });
    for (body, field) in [(part, "updated_at"), (refund, "created_at")] {
        for odd in MOMENTS {
            each(
                Shopify,
                &body,
                &format!("/{field}"),
                &json!(odd),
                |taken| match taken.map(|read| read.delivery) {
                    Ok(Delivery::Event {
                        payload: EventPayload::Fact { at, .. },
                        ..
                    }) => assert_eq!(at, now()),
                    other => panic!("{other:?}"),
                },
            );
        }
    }
}

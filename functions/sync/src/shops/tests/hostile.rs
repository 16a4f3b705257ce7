//! Deliveries by attackers: nothing forged passes, nothing panics.

use std::collections::HashSet;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue};
use serde_json::{Value, json};
use wismo_domain::log::EventPayload;
use wismo_domain::shop::Platform::{self, Shopify, Standard, Woocommerce};
use wismo_webhook::Incoming;

use crate::delivery::Delivery;
use crate::shops::test_shop::{deliver, fixture, fixtures, now, read, shop, signed, verify};

/// A small random number generator (SplitMix64): a failing run can be
/// repeated.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % limit.max(1) as u64).unwrap()
    }
}

fn bodies() -> Vec<(Platform, Vec<u8>)> {
    [
        (Woocommerce, "woocommerce"),
        (Shopify, "shopify"),
        (Standard, "standard"),
    ]
    .into_iter()
    .flat_map(|(platform, folder)| {
        fixtures(folder)
            .into_iter()
            .map(move |name| (platform, fixture(&format!("{folder}/{name}.json"))))
    })
    .collect()
}

/// The headers that the platform's shop sends with a body.
fn headers(platform: Platform, body: &[u8]) -> HeaderMap {
    signed(platform, body).headers().clone()
}

fn signature_of(platform: Platform) -> &'static str {
    match platform {
        Woocommerce => "x-wc-webhook-signature",
        Shopify => "x-shopify-hmac-sha256",
        Standard => "webhook-signature",
    }
}

fn passes(platform: Platform, headers: HeaderMap, body: &[u8]) -> bool {
    let incoming = Incoming::new(headers, Bytes::copy_from_slice(body));
    verify(&shop(platform), incoming).is_ok()
}

#[test]
fn no_truncated_or_altered_signature_passes() {
    for platform in [Woocommerce, Shopify, Standard] {
        let body = br#"{"id":1201}"#;
        let headers = headers(platform, body);
        let name = signature_of(platform);
        let good = headers.get(name).unwrap().as_bytes().to_vec();
        assert!(passes(platform, headers.clone(), body));
        let altered = |signature: &[u8]| {
            let mut headers = headers.clone();
            headers.insert(name, HeaderValue::from_bytes(signature).unwrap());
            passes(platform, headers, body)
        };
        for length in 0..good.len() {
            assert!(
                !altered(&good[..length]),
                "{platform:?}: the first {length} bytes"
            );
        }
        for at in 0..good.len() {
            for byte in b"AZaz09+/=, vV.-_*" {
                let mut signature = good.clone();
                if std::mem::replace(&mut signature[at], *byte) != *byte {
                    assert!(!altered(&signature), "{platform:?}: {byte} at {at}");
                }
            }
        }
        assert!(!altered(&[good.as_slice(), b"A"].concat()));
        assert!(!altered(&[good.as_slice(), good.as_slice()].concat()));
    }
}

#[test]
fn no_altered_body_or_signed_header_passes() {
    let mut numbers = Numbers(1);
    for (platform, body) in bodies() {
        let headers = headers(platform, &body);
        for _ in 0..20 {
            let mut altered = body.clone();
            let at = numbers.below(altered.len());
            altered[at] ^= 1 << numbers.below(8);
            assert!(!passes(platform, headers.clone(), &altered));
            assert!(!passes(platform, headers.clone(), &body[..at]));
        }
        assert!(!passes(platform, headers.clone(), b""));
        assert!(!passes(
            platform,
            headers,
            &[body.as_slice(), b" "].concat()
        ));
    }
    let (body, mut other) = (b"{}", headers(Standard, b"{}"));
    assert!(passes(Standard, other.clone(), body));
    other.insert("webhook-id", HeaderValue::from_static("msg_2"));
    assert!(!passes(Standard, other.clone(), body));
    other.insert("webhook-id", HeaderValue::from_static("msg_1"));
    let second_later = (now().as_second() + 1).to_string();
    other.insert("webhook-timestamp", second_later.parse().unwrap());
    assert!(!passes(Standard, other, body));
}

#[test]
fn a_secret_of_one_platform_does_not_open_the_other() {
    for platform in [Woocommerce, Shopify, Standard] {
        for other in [Woocommerce, Shopify, Standard] {
            let opens = passes(platform, headers(other, b"{}"), b"{}");
            assert_eq!(opens, platform == other, "{platform:?}: {other:?}");
        }
    }
}

#[test]
fn broken_bytes_are_refused_without_a_panic() {
    let mut numbers = Numbers(2);
    for (platform, body) in bodies() {
        for _ in 0..60 {
            let mut broken = body.clone();
            for _ in 0..=numbers.below(4) {
                let at = numbers.below(broken.len());
                broken[at] = u8::try_from(numbers.below(256)).unwrap();
            }
            broken.truncate(numbers.below(body.len() * 4));
            let _ = deliver(platform, &broken);
        }
    }
}

/// Odd values that a hostile shop may sign anywhere in a body.
fn odd_values() -> Vec<Value> {
    let mut deep = json!(1);
    for _ in 0..100 {
        deep = json!([deep]);
    }
    vec![
        Value::Null,
        json!(true),
        json!(0),
        json!(-1),
        json!(1e300),
        json!(-1e-300),
        json!(u64::MAX),
        json!(79_228_162_514_264_337_593_543_950_335_f64),
        json!("79228162514264337593543950335"),
        json!("-0.0000000000000000000000000001"),
        json!(""),
        json!("\u{0}\r\n\u{202e}<a<b &#0; &#x110000; 💥@x"),
        json!("x".repeat(5000)),
        json!("9999-12-31T23:59:59"),
        json!("-009999-01-02T01:59:59Z"),
        json!([]),
        json!({}),
        json!([{}, null, [], "x"]),
        deep,
    ]
}

/// Every place in a value, as JSON pointers.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Array(members) => {
            for (index, member) in members.iter().enumerate() {
                pointers(member, &format!("{at}/{index}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                pointers(field, &format!("{at}/{name}"), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn odd_values_anywhere_are_taken_or_refused_without_a_panic() {
    let odd = odd_values();
    let mut numbers = Numbers(3);
    for (platform, body) in bodies() {
        let written: Value = serde_json::from_slice(&body).unwrap();
        let mut places = Vec::new();
        pointers(&written, "", &mut places);
        for place in places {
            let value = odd[numbers.below(odd.len())].clone();
            let mut changed = written.clone();
            *changed.pointer_mut(&place).unwrap() = value;
            match deliver(platform, &serde_json::to_vec(&changed).unwrap()) {
                Ok(_) => {}
                Err(error) => {
                    let message = error.to_string();
                    assert!(message.chars().count() < 500, "{place}: {message}");
                    assert!(!message.contains('@'), "{place}: {message}");
                    assert!(!message.contains(char::is_control), "{place}: {message}");
                }
            }
        }
    }
}

/// Tells whether an odd value in the field at this place may cost the order: the
/// field says which order it is, its status, its version, or what is said of it.
fn may_be_refused(platform: Platform, place: &str) -> bool {
    match platform {
        Woocommerce => matches!(place, "" | "/id" | "/status" | "/date_modified_gmt"),
        Shopify => matches!(
            place,
            "" | "/id" | "/updated_at" | "/created_at" | "/order_id" | "/financial_status"
        ),
        Standard => true,
    }
}

#[test]
fn no_odd_value_in_a_field_that_is_not_needed_costs_the_order() {
    let odd = odd_values();
    let id = |delivery: &Delivery| match Some(delivery) {
        Some(Delivery::Event { order, .. }) => Some(order.clone()),
        _ => None,
    };
    let (mut count, mut seen) = (0, HashSet::new());
    for (platform, body) in bodies() {
        let Some(order) = deliver(platform, &body).ok().as_ref().and_then(id) else {
            continue;
        };
        let written: Value = serde_json::from_slice(&body).unwrap();
        let mut places = Vec::new();
        pointers(&written, "", &mut places);
        // One member of each list is enough for all of them.
        let kind = |place: &str| {
            let names = place
                .split('/')
                .filter(|name| name.parse::<usize>().is_err());
            names.collect::<Vec<_>>().join("/")
        };
        let is_fact = written.get("order_id").is_some();
        places.retain(|place| {
            let is_new = seen.insert((signature_of(platform), is_fact, kind(place)));
            is_new && !may_be_refused(platform, place)
        });
        for place in &places {
            for value in &odd {
                let mut changed = written.clone();
                *changed.pointer_mut(place).unwrap() = value.clone();
                let taken = deliver(platform, &serde_json::to_vec(&changed).unwrap());
                let taken = taken.unwrap_or_else(|error| panic!("{place}: {value}: {error}"));
                // A refund whose amount is not known is ignored.
                let is_ignored = matches!(taken, Delivery::Ignored { .. });
                let is_refund = written.get("refund_line_items").is_some();
                assert!(
                    is_ignored && is_refund || id(&taken) == Some(order.clone()),
                    "{place}"
                );
                count += 1;
            }
        }
    }
    assert!(count > 3000, "{count}");
}

#[test]
fn what_the_generic_source_does_not_document_costs_nothing() {
    for (platform, body) in bodies() {
        if platform != Standard || deliver(platform, &body).is_err() {
            continue;
        }
        let written: Value = serde_json::from_slice(&body).unwrap();
        let mut places = Vec::new();
        pointers(&written, "", &mut places);
        let taken = deliver(platform, &body);
        for place in places {
            for value in odd_values() {
                let mut changed = written.clone();
                let Some(Value::Object(fields)) = changed.pointer_mut(&place) else {
                    break;
                };
                fields.insert("x_our_own".to_owned(), value);
                assert_eq!(
                    deliver(platform, changed.to_string().as_bytes()),
                    taken,
                    "{place}"
                );
            }
        }
    }
}

#[test]
fn of_a_giant_as_much_is_taken_as_an_order_holds() {
    let line = |id: usize| json!({ "id": id, "name": "x", "quantity": 1 });
    let woocommerce = json!({
        "id": 1, "status": "processing", "currency": "EUR",
        "date_modified_gmt": "2026-08-30T09:06:40",
        "line_items": (0..5000).map(line).collect::<Vec<_>>()
    });
    let shopify = json!({
        "id": 1, "financial_status": "paid", "currency": "EUR",
        "updated_at": "2026-08-30T09:06:40Z",
        "line_items": (0..5000).map(line).collect::<Vec<_>>()
    });
    for (platform, body) in [(Woocommerce, woocommerce), (Shopify, shopify)] {
        let read = read(platform, &serde_json::to_vec(&body).unwrap()).unwrap();
        let Delivery::Event {
            payload: EventPayload::Order(order),
            ..
        } = read.delivery
        else {
            panic!("{:?}", read.delivery);
        };
        assert_eq!(order.lines.len(), 1000);
        assert_eq!(
            Vec::from(read.dropped),
            ["lines: has more than 1000 members"]
        );
    }
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    for platform in [Woocommerce, Shopify, Standard] {
        let message = deliver(platform, deep.as_bytes()).unwrap_err().to_string();
        assert!(
            message.starts_with("the body is not a JSON object"),
            "{message}"
        );
    }
}

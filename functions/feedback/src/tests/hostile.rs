//! Deliveries by attackers: nothing forged passes, nothing panics.

use http::HeaderValue;
use serde_json::{Value, json as value};
use wismo_webhook::BadClaim;

use super::{delivery, json, now, source, sources, verify};
use crate::{NotAuthentic, Source};

/// The providers whose signatures cover the body.
const COVERED: [&str; 3] = ["resend", "sendgrid", "mailtrap"];

fn signature_of(provider: &str) -> Option<&'static str> {
    match provider {
        "resend" => Some("svix-signature"),
        "sendgrid" => Some("x-twilio-email-event-webhook-signature"),
        "mailtrap" => Some("mailtrap-signature"),
        "postmark" => Some("authorization"),
        _ => None,
    }
}

#[test]
fn a_body_changed_by_one_byte_is_refused() {
    let mut numbers = fastrand::Rng::with_seed(1);
    for source in sources() {
        let (headers, body) = delivery(source.name());
        if !COVERED.contains(&source.name()) {
            continue;
        }
        for _ in 0..40 {
            let mut altered = body.clone();
            let at = numbers.usize(..altered.len());
            altered[at] ^= 1 << numbers.u8(..8);
            assert!(verify(&source, headers.clone(), &altered).is_err());
            assert!(verify(&source, headers.clone(), &body[..at]).is_err());
        }
        let longer = [body.as_slice(), b" "].concat();
        for other in [&b""[..], b"[]", &longer] {
            assert!(verify(&source, headers.clone(), other).is_err());
        }
    }
}

#[test]
fn an_sns_message_changed_by_one_byte_says_nothing_else() {
    // White space and unsigned fields may change; what is read may not.
    let source = source("ses", super::TOPIC);
    let body = super::fixture("sns/notification_2.json");
    let as_sent = source.read(&body, now()).unwrap();
    let mut numbers = fastrand::Rng::with_seed(2);
    for _ in 0..600 {
        let mut altered = body.clone();
        let at = numbers.usize(..altered.len());
        altered[at] ^= 1 << numbers.u8(..8);
        if verify(&source, http::HeaderMap::new(), &altered).is_ok() {
            assert_eq!(source.read(&altered, now()), Ok(as_sent.clone()));
        }
    }
}

#[test]
fn no_truncated_or_altered_signature_passes() {
    for source in sources() {
        let Some(name) = signature_of(source.name()) else {
            continue;
        };
        let (headers, body) = delivery(source.name());
        let good = headers.get(name).unwrap().as_bytes().to_vec();
        let altered = |signature: &[u8]| {
            let mut headers = headers.clone();
            headers.insert(name, HeaderValue::from_bytes(signature).unwrap());
            verify(&source, headers, &body).is_ok()
        };
        assert!(altered(&good));
        for length in 0..good.len() {
            assert!(
                !altered(&good[..length]),
                "{name}: the first {length} bytes"
            );
        }
        for at in 0..good.len() {
            for byte in [b'A', b'0', b'=', b'+', b' ', 0xe4] {
                let mut signature = good.clone();
                signature[at] = byte;
                let same = signature.eq_ignore_ascii_case(&good);
                // Hexadecimal digits and the scheme's name are
                // case-insensitive, and an extra space before a token is not
                // part of it.
                let scheme = name == "authorization" && at < 7;
                if !same && !scheme {
                    assert!(!altered(&signature), "{name}: {byte} at {at}");
                }
            }
        }
        assert!(!altered(&[good.as_slice(), good.as_slice()].concat()));
    }
}

#[test]
fn another_timestamp_or_id_does_not_pass() {
    for (provider, name, other) in [
        ("resend", "svix-id", "msg_2wismp"),
        ("resend", "svix-timestamp", "1795348801"),
        (
            "sendgrid",
            "x-twilio-email-event-webhook-timestamp",
            "1795348801",
        ),
    ] {
        let all = sources();
        let source = all.iter().find(|source| source.name() == provider).unwrap();
        let (headers, body) = delivery(provider);
        let with = |value: &str| {
            let mut headers = headers.clone();
            headers.insert(name, value.parse().unwrap());
            verify(source, headers, &body)
        };
        assert_eq!(with(other), Err(NotAuthentic::NoSecretFits), "{name}");
        if !name.ends_with("id") {
            for wrong in [
                "+1795348800",
                "1795348800.0",
                "17953488000000000000",
                "x",
                " ",
            ] {
                assert!(with(wrong).is_err(), "{wrong}");
            }
        }
        let mut without = headers.clone();
        without.remove(name);
        let missing = verify(source, without, &body);
        assert_eq!(missing, Err(BadClaim::MissingHeader(name).into()));
    }
    let mailgun = source("mailgun", &super::signed("/mailgun/key"));
    for (field, other) in [
        ("timestamp", "1795348801"),
        (
            "token",
            "651869375b9df3c98fc15c4889b102119add1235c38fc92824",
        ),
        ("signature", "00"),
        ("signature", ""),
    ] {
        let (headers, body) = delivery("mailgun");
        let mut body: Value = serde_json::from_slice(&body).unwrap();
        body["signature"][field] = value!(other);
        let fault = verify(&mailgun, headers, body.to_string().as_bytes());
        assert!(fault.is_err(), "{field}");
    }
}

/// Odd values that a hostile provider may put anywhere in a body.
fn odd_values() -> Vec<Value> {
    let mut deep = value!(1);
    for _ in 0..100 {
        deep = value!([deep]);
    }
    vec![
        Value::Null,
        value!(true),
        value!(-1),
        value!(1e300),
        value!(u64::MAX),
        value!(i64::MIN),
        value!(""),
        value!("\u{0}\r\n\u{202e}<a<b 💥@x"),
        value!("@"),
        value!("x".repeat(5000)),
        value!("9999-12-31T23:59:59-12:00"),
        value!("-99999999999999"),
        value!([]),
        value!({}),
        value!([{}, null, [], "x"]),
        deep,
    ]
}

/// Every place in a value, as JSON pointers.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                pointers(value, &format!("{at}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointers(item, &format!("{at}/{index}"), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

type Parse = Box<dyn Fn(&[u8])>;

/// The ways to read the fixtures.
fn readers() -> Vec<(String, Parse)> {
    let own = sources()
        .into_iter()
        .filter(|source| source.name() != "ses");
    let own = own.map(|source: Source| {
        let name = source.name().to_owned();
        let parse: Parse = Box::new(move |body| drop(source.read(body, now())));
        (name, parse)
    });
    let ses: Parse = Box::new(|body| drop(crate::providers::ses::parse(body, now())));
    let scaleway: Parse = Box::new(|body| drop(crate::providers::scaleway::parse(body, now())));
    own.chain([("ses".to_owned(), ses), ("scaleway".to_owned(), scaleway)])
        .collect()
}

#[test]
fn an_odd_value_in_any_place_is_read_without_a_panic() {
    let mut numbers = fastrand::Rng::with_seed(4);
    let odd = odd_values();
    for (name, parse) in readers() {
        let fixture = json(&format!("{name}.json"));
        let mut places = Vec::new();
        pointers(&fixture, "", &mut places);
        for _ in 0..300 {
            let place = numbers.choice(&places).unwrap();
            let odd = numbers.choice(&odd).unwrap().clone();
            let mut body = fixture.clone();
            *body.pointer_mut(place).unwrap() = odd;
            parse(body.to_string().as_bytes());
        }
    }
}

#[test]
fn broken_bytes_are_refused_without_a_panic() {
    let mut numbers = fastrand::Rng::with_seed(3);
    for (name, parse) in readers() {
        let body = super::fixture(&format!("{name}.json"));
        for _ in 0..200 {
            let mut broken = body.clone();
            for _ in 0..=numbers.u8(..4) {
                let at = numbers.usize(..broken.len());
                broken[at] = numbers.u8(..);
            }
            broken.truncate(numbers.usize(..body.len() * 3));
            parse(&broken);
            let (headers, _) = delivery("resend");
            for source in sources() {
                let _ = verify(&source, headers.clone(), &broken);
            }
        }
    }
}

#[test]
fn deep_nesting_and_huge_lists_are_refused_without_a_panic() {
    let deep = "[".repeat(500_000);
    let signature = format!("{{\"x\":{deep}");
    let wide = format!("[{}0]", "0,".repeat(499_000));
    let objects = format!("[{}{{}}]", "{},".repeat(330_000));
    for body in [&deep, &signature, &wide, &objects] {
        for (_, parse) in readers() {
            parse(body.as_bytes());
        }
        for source in sources() {
            let _ = verify(&source, http::HeaderMap::new(), body.as_bytes());
        }
    }
    // Before anything is verified, all of the body but the signature is
    // skipped.
    let mailgun = source("mailgun", &super::signed("/mailgun/key"));
    let signature = json("signatures.json")["mailgun"].clone();
    let nested = format!("{}{}", "[".repeat(400_000), "]".repeat(400_000));
    let body = format!("{{\"event-data\":{nested},\"signature\":{signature}}}");
    assert_eq!(
        verify(&mailgun, http::HeaderMap::new(), body.as_bytes()),
        Ok(())
    );
    assert!(mailgun.read(body.as_bytes(), now()).is_err());
}

//! Deliveries of every provider, as other software signs them. The fixtures are
//! in `functions/feedback/fixtures`; its README says where each comes from.

mod config;
mod hostile;
mod openapi;
mod parse;
mod record;
mod sns;
mod verify;
mod way;

use bytes::Bytes;
use http::HeaderMap;
use serde_json::Value;
use wismo_domain::time::Timestamp;
use wismo_webhook::{Incoming, Unverified, Verified};

use super::{Fetched, NotAuthentic, Source};

/// The secret of the providers that sign nothing.
pub(super) const SHARED: &str = "N0t-4-r3al_s3cret.for~tests-0123456789";
/// The password that goes with Mailgun's key.
pub(super) const PASSWORD: &str = "an0ther-s3cret-that-only-mailgun-has";

pub(super) const TOPIC: &str = "arn:aws:sns:eu-central-1:123456789012:wismo-events";
pub(super) const CERTIFICATE: &str = "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem";

/// The reference with which the sending side named every mail of the fixtures.
pub(super) fn reference() -> String {
    format!("Aa0-_{}", "r".repeat(59))
}

/// The moment when all fixtures are received: half a minute after they were
/// signed.
pub(super) fn now() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

pub(super) fn fixture(name: &str) -> Vec<u8> {
    let path = format!("{}/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

pub(super) fn json(name: &str) -> Value {
    serde_json::from_slice(&fixture(name)).unwrap()
}

/// A text of the fixture `signatures.json`.
pub(super) fn signed(pointer: &str) -> String {
    let signatures = json("signatures.json");
    signatures
        .pointer(pointer)
        .unwrap()
        .as_str()
        .unwrap()
        .to_owned()
}

pub(super) fn source(provider: &str, secret: &str) -> Source {
    let source = Source::from_config(provider, secret);
    source.unwrap_or_else(|error| panic!("{error}")).unwrap()
}

/// The providers, with the secret that fits the fixtures.
pub(super) fn sources() -> Vec<Source> {
    [
        ("postmark", SHARED.to_owned()),
        ("resend", signed("/resend/secret")),
        ("sendgrid", signed("/sendgrid/0/key")),
        ("mailgun", signed("/mailgun/key")),
        ("brevo", SHARED.to_owned()),
        ("ses", TOPIC.to_owned()),
        ("mailjet", SHARED.to_owned()),
        ("sparkpost", SHARED.to_owned()),
        ("mailtrap", signed("/mailtrap/secret")),
    ]
    .iter()
    .map(|(provider, secret)| source(provider, secret))
    .collect()
}

pub(super) fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
    let pairs = pairs.iter().map(|(name, value)| {
        let value = value.parse().unwrap();
        (http::HeaderName::from_static(name), value)
    });
    pairs.collect()
}

/// The fixture of a provider as the provider sends it.
pub(super) fn delivery(provider: &str) -> (HeaderMap, Vec<u8>) {
    let body = match provider {
        "ses" => fixture("sns/notification_1.json"),
        "mailgun" => mailgun(&json("mailgun.json")[1]),
        _ => fixture(&format!("{provider}.json")),
    };
    let headers = match provider {
        "resend" => headers(&[
            ("svix-id", &signed("/resend/id")),
            ("svix-timestamp", &signed("/resend/timestamp")),
            ("svix-signature", &signed("/resend/svix")),
        ]),
        "sendgrid" => headers(&[
            (
                "x-twilio-email-event-webhook-timestamp",
                &signed("/resend/timestamp"),
            ),
            (
                "x-twilio-email-event-webhook-signature",
                &signed("/sendgrid/0/signature"),
            ),
        ]),
        "mailtrap" => headers(&[("mailtrap-signature", &signed("/mailtrap/signature"))]),
        "mailgun" | "ses" => HeaderMap::new(),
        _ => headers(&[("authorization", &format!("Bearer {SHARED}"))]),
    };
    (headers, body)
}

/// An event of Mailgun's under the signature that Python made.
pub(super) fn mailgun(event: &Value) -> Vec<u8> {
    let mut event = event.clone();
    event["signature"] = json("signatures.json")["mailgun"].clone();
    event.to_string().into_bytes()
}

pub(super) fn fetched(pairs: &[(&str, &str)]) -> Fetched {
    let mut fetched = Fetched::default();
    for (address, name) in pairs {
        fetched.insert((*address).to_owned(), fixture(name).into());
    }
    fetched
}

pub(super) fn incoming(headers: HeaderMap, body: &[u8]) -> Incoming<Unverified> {
    Incoming::new(headers, Bytes::copy_from_slice(body))
}

/// Verifies a delivery. The check of its headers alone must not contradict the
/// result once the body is there.
pub(super) fn check(
    source: &Source,
    incoming: Incoming<Unverified>,
    fetched: &Fetched,
    now: Timestamp,
) -> Result<Incoming<Verified>, NotAuthentic> {
    let early = source.check_headers(incoming.headers(), now);
    let verified = source.verify(incoming, fetched, now);
    match (early, &verified) {
        (Ok(()), _) | (Err(_), Err(_)) => {}
        (Err(fault), Ok(_)) => panic!("it is authentic: {fault}"),
    }
    verified
}

/// Tells whether a delivery is believed, with Amazon's certificate at hand.
pub(super) fn verify(source: &Source, headers: HeaderMap, body: &[u8]) -> Result<(), NotAuthentic> {
    let fetched = fetched(&[(CERTIFICATE, "sns/amazon.pem")]);
    check(source, incoming(headers, body), &fetched, now()).map(|_| ())
}

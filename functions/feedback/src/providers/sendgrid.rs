//! SendGrid's events:
//! <https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event>.
//!
//! Their signature is ECDSA on P-256 of the timestamp and the raw body
//! (<https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features>).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::HeaderMap;
use p256::ecdsa::signature::Verifier;
use p256::ecdsa::{DerSignature, VerifyingKey};
use p256::pkcs8::DecodePublicKey;
use serde_json::Value;
use wismo_domain::log::MailEventKind;
use wismo_domain::mail::reference::FIELD;
use wismo_domain::time::Timestamp;
use wismo_webhook::{BadClaim, age, header};

use super::read::{Parsed, Reader, code, events, is_true, moment, text, word};
use super::reason::reason;
use crate::{BadBody, NotAuthentic, SecretError};

const SIGNATURE: &str = "x-twilio-email-event-webhook-signature";
const TIMESTAMP: &str = "x-twilio-email-event-webhook-timestamp";

/// Greatest age of a signature, in seconds. SendGrid tries for 24 hours, and
/// does not say that it signs each attempt anew; the last attempt gets an hour
/// more.
const MOST_AGE: u64 = 25 * 3600;

/// The verification keys of the setting: public keys in base64.
pub(super) fn keys(values: &[&str]) -> Result<Vec<VerifyingKey>, SecretError> {
    let key = |value: &&str| VerifyingKey::from_public_key_der(&STANDARD.decode(value).ok()?).ok();
    let keys = values
        .iter()
        .map(|value| key(value).ok_or(SecretError::PublicKey));
    keys.collect()
}

/// The timestamp and the signature that the headers claim, if the timestamp is
/// not too old.
pub(super) fn claim(headers: &HeaderMap, now: Timestamp) -> Result<(&str, DerSignature), BadClaim> {
    let malformed = |header, form| BadClaim::MalformedHeader { header, form };
    let timestamp = header::text(headers, TIMESTAMP)?;
    let signature = header::text(headers, SIGNATURE)?;
    let signed = age::seconds(timestamp)
        .ok_or_else(|| malformed(TIMESTAMP, "a number of seconds since 1970"))?;
    age::check(signed, now, MOST_AGE)?;
    let signature = STANDARD.decode(signature).ok();
    let signature = signature.and_then(|der| DerSignature::try_from(der.as_slice()).ok());
    let signature =
        signature.ok_or_else(|| malformed(SIGNATURE, "an ECDSA signature in base64"))?;
    Ok((timestamp, signature))
}

/// Checks that the private half of one of the keys signed the body.
pub(super) fn verify(
    keys: &[VerifyingKey],
    headers: &HeaderMap,
    body: &[u8],
    now: Timestamp,
) -> Result<(), NotAuthentic> {
    let (timestamp, signature) = claim(headers, now)?;
    let signed = [timestamp.as_bytes(), body].concat();
    keys.iter()
        .any(|key| key.verify(&signed, &signature).is_ok())
        .then_some(())
        .ok_or(NotAuthentic::NoSecretFits)
}

pub(super) fn parse(body: &[u8], now: Timestamp) -> Result<Parsed, BadBody> {
    let mut reader = Reader::new(now);
    for event in events(body)? {
        let recipient = text(&event, "/email");
        if let Some(fate) = fate(&event, recipient.unwrap_or_default()) {
            reader.note(
                reference(&event),
                recipient,
                moment(&event, "/timestamp"),
                fate,
            );
        }
    }
    Ok(reader.done())
}

/// The reference: custom arguments stand among the event's own fields.
fn reference(event: &Value) -> Option<&str> {
    event.get(FIELD)?.as_str()
}

fn fate(event: &Value, recipient: &str) -> Option<MailEventKind> {
    Some(match word(event, "/event") {
        "delivered" => MailEventKind::Delivered,
        "deferred" => {
            let response = word(event, "/response");
            let reason = reason(&[&code(event, "/status"), response], recipient);
            MailEventKind::Deferred { reason }
        }
        "bounce" => bounce(event, recipient),
        "dropped" => dropped(event, recipient),
        "spamreport" => MailEventKind::Complained,
        "unsubscribe" | "group_unsubscribe" => MailEventKind::Unsubscribed,
        // Machines open every mail, so their events do not count.
        "open" if !is_true(event, "/sg_machine_open") => MailEventKind::Opened,
        _ => return None,
    })
}

fn bounce(event: &Value, recipient: &str) -> MailEventKind {
    let status = code(event, "/status");
    let class = word(event, "/bounce_classification");
    // The other type, `blocked`, means that the server may take another mail.
    let is_permanent = word(event, "/type") == "bounce" && !status.starts_with('4');
    let reason = reason(&[&status, class, word(event, "/reason")], recipient);
    MailEventKind::Bounced {
        is_permanent,
        reason,
    }
}

/// The fate of a mail that was not sent; the reasons are in the table
/// "Dropped" of the documentation.
fn dropped(event: &Value, recipient: &str) -> MailEventKind {
    let why = word(event, "/reason");
    let reason = reason(&[why], recipient);
    let suppressed = ["bounced address", "spam reporting address", "unsubscribed"];
    let lower = why.to_lowercase();
    if suppressed.iter().any(|known| lower.starts_with(known)) {
        return MailEventKind::Suppressed { reason };
    }
    MailEventKind::Rejected { reason }
}

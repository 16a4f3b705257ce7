//! Mailtrap's events: <https://docs.mailtrap.io/email-api-smtp/advanced/webhooks>,
//! in the payload format JSON.
//!
//! Their signature is an HMAC of the raw body. It has no timestamp: a delivery can
//! be replayed, but only says the same again.

use http::HeaderMap;
use serde_json::Value;
use wismo_domain::log::MailEventKind;
use wismo_domain::mail::reference::FIELD;
use wismo_domain::time::Timestamp;
use wismo_webhook::mac::from_hex;
use wismo_webhook::{BadClaim, Signature, header, signs};

use super::read::{Parsed, Reader, code, list, moment, text, word};
use super::reason::reason;
use crate::{BadBody, NotAuthentic, SecretError};

const SIGNATURE: &str = "mailtrap-signature";

const MIN_KEY: usize = 16;

/// The signing secrets of the setting; the text itself is the key.
pub(super) fn keys(values: &[&str]) -> Result<Vec<Vec<u8>>, SecretError> {
    let key = |value: &&str| {
        let fits = value.len() >= MIN_KEY && value.bytes().all(|byte| byte.is_ascii_graphic());
        fits.then(|| value.as_bytes().to_vec())
            .ok_or(SecretError::SigningKey)
    };
    values.iter().map(key).collect()
}

/// The signature that the headers claim.
pub(super) fn claim(headers: &HeaderMap) -> Result<Signature, BadClaim> {
    from_hex(header::text(headers, SIGNATURE)?).ok_or(BadClaim::MalformedHeader {
        header: SIGNATURE,
        form: "64 hexadecimal digits",
    })
}

/// Checks that one of the keys signed the body.
pub(super) fn verify(
    keys: &[Vec<u8>],
    headers: &HeaderMap,
    body: &[u8],
) -> Result<(), NotAuthentic> {
    signs(keys, &[body], &claim(headers)?.into())
        .then_some(())
        .ok_or(NotAuthentic::NoSecretFits)
}

pub(super) fn parse(body: &[u8], now: Timestamp) -> Result<Parsed, BadBody> {
    let mut body: Value = serde_json::from_slice(body)?;
    let Some(Value::Array(events)) = body.get_mut("events").map(Value::take) else {
        return Err(BadBody::Form(
            "an object with a list of events: choose the payload format JSON",
        ));
    };
    let mut reader = Reader::new(now);
    for event in list(events)? {
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

fn reference(event: &Value) -> Option<&str> {
    event.get("custom_variables")?.get(FIELD)?.as_str()
}

fn fate(event: &Value, recipient: &str) -> Option<MailEventKind> {
    let class = word(event, "/bounce_category");
    let said = match word(event, "/response") {
        "" => word(event, "/reason"),
        said => said,
    };
    let reason = reason(&[&code(event, "/response_code"), class, said], recipient);
    Some(match word(event, "/event") {
        "delivery" => MailEventKind::Delivered,
        "soft bounce" => MailEventKind::Deferred { reason },
        "bounce" => MailEventKind::Bounced {
            is_permanent: true,
            reason,
        },
        "reject" if said.to_lowercase().contains("suppress") => {
            MailEventKind::Suppressed { reason }
        }
        "reject" | "suspension" => MailEventKind::Rejected { reason },
        "spam" => MailEventKind::Complained,
        "unsubscribe" => MailEventKind::Unsubscribed,
        "open" => MailEventKind::Opened,
        _ => return None,
    })
}

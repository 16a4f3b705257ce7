//! Mailtrap's events: <https://docs.mailtrap.io/email-api-smtp/advanced/webhooks>,
//! in the payload format JSON.
//!
//! Their signature is an HMAC of the raw body. It has no timestamp: what was
//! sent once can be sent again, and says the same again.

use http::HeaderMap;
use serde_json::Value;
use wismo_domain::time::Timestamp;

use super::mac::{any_signs, from_hex, header};
use super::read::{MailName, Parsed, Reader, code, list, moment, text, word};
use super::reason::reason;
use super::{BadBody, Kind, NotAuthentic, SettingError};

const SIGNATURE: &str = "mailtrap-signature";

const MIN_KEY: usize = 16;

/// The signing secrets of the setting; the text itself is the key.
pub(super) fn keys(values: &[&str]) -> Result<Vec<Vec<u8>>, SettingError> {
    let key = |value: &&str| {
        let fits = value.len() >= MIN_KEY && value.bytes().all(|byte| byte.is_ascii_graphic());
        fits.then(|| value.as_bytes().to_vec())
            .ok_or(SettingError::SigningKey)
    };
    values.iter().map(key).collect()
}

/// Checks that one of the keys signed the body.
pub(super) fn verify(
    keys: &[Vec<u8>],
    headers: &HeaderMap,
    body: &[u8],
) -> Result<(), NotAuthentic> {
    let signature = from_hex(header(headers, SIGNATURE)?).ok_or(NotAuthentic::Malformed {
        what: SIGNATURE,
        form: "64 hexadecimal digits",
    })?;
    any_signs(keys, &[body], &[signature])
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
        if let Some(kind) = kind(&event, recipient.unwrap_or_default()) {
            reader.note(&name(&event), recipient, moment(&event, "/timestamp"), kind);
        }
    }
    Ok(reader.done())
}

fn name(event: &Value) -> MailName {
    let reference = text(event, "/custom_variables/wismo");
    MailName::new(reference, text(event, "/message_id"))
}

fn kind(event: &Value, recipient: &str) -> Option<Kind> {
    let class = word(event, "/bounce_category");
    let said = match word(event, "/response") {
        "" => word(event, "/reason"),
        said => said,
    };
    let reason = reason(&[&code(event, "/response_code"), class, said], recipient);
    Some(match word(event, "/event") {
        "delivery" => Kind::Delivered,
        "soft bounce" => Kind::Deferred { reason },
        "bounce" => Kind::Bounced {
            is_permanent: true,
            reason,
        },
        "reject" if said.to_lowercase().contains("suppress") => Kind::Suppressed { reason },
        "reject" | "suspension" => Kind::Rejected { reason },
        "spam" => Kind::Complained,
        "unsubscribe" => Kind::Unsubscribed,
        "open" => Kind::Opened,
        _ => return None,
    })
}

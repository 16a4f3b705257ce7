//! Resend's events: <https://resend.com/docs/webhooks/event-types>.
//!
//! They are signed as [Standard Webhooks] say, under Svix's names of the
//! headers (<https://docs.svix.com/receiving/verifying-payloads/how-manual>).
//!
//! [Standard Webhooks]: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md

use base64::Engine;
use base64::alphabet;
use base64::engine::general_purpose::{GeneralPurpose, STANDARD};
use base64::engine::{DecodePaddingMode, GeneralPurposeConfig};
use http::HeaderMap;
use serde_json::Value;
use wismo_domain::reference::FIELD;
use wismo_domain::time::Timestamp;

use super::mac::{any_signs, header};
use super::read::{Parsed, Reader, events, items, moment, text, word};
use super::reason::reason;
use super::{BadBody, MailFate, NotAuthentic, SecretError, age};

const ID: &str = "svix-id";
const TIMESTAMP: &str = "svix-timestamp";
const SIGNATURE: &str = "svix-signature";

/// The tolerance of the reference libraries. Each attempt is signed anew.
const MOST_AGE: u64 = 300;

/// The specification asks for 24 to 64 bytes; Svix takes any.
const MIN_KEY: usize = 16;

/// With or without padding, as the reference library for Python takes them.
const SECRET: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// The keys of the setting's secrets, which begin with `whsec_`.
pub(super) fn keys(values: &[&str]) -> Result<Vec<Vec<u8>>, SecretError> {
    let key = |value: &&str| {
        let key = SECRET.decode(value.strip_prefix("whsec_")?).ok()?;
        (key.len() >= MIN_KEY).then_some(key)
    };
    let keys = values
        .iter()
        .map(|value| key(value).ok_or(SecretError::Svix));
    keys.collect()
}

/// Checks that one of the keys made one of the signatures, not long ago.
pub(super) fn verify(
    keys: &[Vec<u8>],
    headers: &HeaderMap,
    body: &[u8],
    now: Timestamp,
) -> Result<(), NotAuthentic> {
    let id = header(headers, ID)?;
    let timestamp = header(headers, TIMESTAMP)?;
    let signatures = header(headers, SIGNATURE)?;
    age::check(age::seconds(timestamp, TIMESTAMP)?, now, MOST_AGE)?;
    // An id with a dot in it could move the borders between the three, but then
    // the body would not begin with a brace, or the time not be a number.
    let signed: [&[u8]; 5] = [id.as_bytes(), b".", timestamp.as_bytes(), b".", body];
    // Other versions are skipped, as the specification says.
    let signatures: Vec<[u8; 32]> = signatures
        .split(' ')
        .filter_map(|versioned| STANDARD.decode(versioned.strip_prefix("v1,")?).ok())
        .filter_map(|signature| signature.try_into().ok())
        .collect();
    any_signs(keys, &signed, &signatures)
        .then_some(())
        .ok_or(NotAuthentic::NoSecretFits)
}

pub(super) fn parse(body: &[u8], now: Timestamp) -> Result<Parsed, BadBody> {
    let mut reader = Reader::new(now);
    for event in events(body)? {
        // A mail has one `to`; a copy's bounce does not say that it is a copy's.
        let recipient = items(&event, "/data/to").first().and_then(Value::as_str);
        if let Some(fate) = fate(&event, recipient.unwrap_or_default()) {
            reader.note(
                reference(&event),
                recipient,
                moment(&event, "/created_at"),
                fate,
            );
        }
    }
    Ok(reader.done())
}

fn fate(event: &Value, recipient: &str) -> Option<MailFate> {
    Some(match word(event, "/type") {
        "email.delivered" => MailFate::Delivered,
        "email.delivery_delayed" => MailFate::Deferred {
            reason: String::new(),
        },
        "email.bounced" => bounce(event, recipient),
        "email.suppressed" => MailFate::Suppressed {
            reason: reason(&[word(event, "/data/suppressed/message")], recipient),
        },
        "email.failed" => MailFate::Rejected {
            reason: reason(&[word(event, "/data/failed/reason")], recipient),
        },
        "email.complained" => MailFate::Complained,
        "email.opened" => MailFate::Opened,
        _ => return None,
    })
}

/// The types are those of Amazon SES, which Resend sends with.
fn bounce(event: &Value, recipient: &str) -> MailFate {
    let class = word(event, "/data/bounce/type");
    let subclass = word(event, "/data/bounce/subType");
    let message = word(event, "/data/bounce/message");
    let reason = reason(&[class, subclass, message], recipient);
    if matches!(subclass, "Suppressed" | "OnAccountSuppressionList") {
        return MailFate::Suppressed { reason };
    }
    // Older events have no type: all bounces were permanent.
    let is_permanent = !matches!(class, "Transient" | "Undetermined" | "Temporary");
    MailFate::Bounced {
        is_permanent,
        reason,
    }
}

fn reference(event: &Value) -> Option<&str> {
    // Documented as an object; the request has a list of pairs.
    let tags = event.pointer("/data/tags")?;
    match tags.get(FIELD) {
        Some(tag) => tag.as_str(),
        None => {
            let mut tags = tags.as_array()?.iter();
            text(tags.find(|tag| word(tag, "/name") == FIELD)?, "/value")
        }
    }
}

//! Resend's events: <https://resend.com/docs/webhooks/event-types>.
//!
//! They are signed by [Standard Webhooks](wismo_webhook::standard), under
//! Svix's header names.

use http::HeaderMap;
use serde_json::Value;
use wismo_domain::log::MailEventKind;
use wismo_domain::mail::reference::FIELD;
use wismo_domain::time::Timestamp;
use wismo_webhook::BadClaim;
use wismo_webhook::standard::{Claim, SVIX, key};

use super::read::{Parsed, Reader, events, items, moment, text, word};
use super::reason::reason;
use crate::{BadBody, NotAuthentic, SecretError};

/// The shortest key in bytes. The specification asks for 24 to 64 bytes; Svix
/// takes any.
const MIN_KEY: usize = 16;

/// The keys of the setting's secrets, which begin with `whsec_`.
pub(super) fn keys(values: &[&str]) -> Result<Vec<Vec<u8>>, SecretError> {
    let key = |value: &&str| {
        let key = key(value).filter(|_| value.starts_with("whsec_"));
        key.filter(|key| key.len() >= MIN_KEY)
    };
    let keys = values
        .iter()
        .map(|value| key(value).ok_or(SecretError::Svix));
    keys.collect()
}

/// The claim of the headers, if it is recent.
pub(super) fn claim(headers: &HeaderMap, now: Timestamp) -> Result<Claim<'_>, BadClaim> {
    Claim::read(SVIX, headers, now)
}

/// Checks that one of the keys made one of the signatures, and that this was
/// recent.
pub(super) fn verify(
    keys: &[Vec<u8>],
    headers: &HeaderMap,
    body: &[u8],
    now: Timestamp,
) -> Result<(), NotAuthentic> {
    claim(headers, now)?
        .is_signed(keys, body)
        .then_some(())
        .ok_or(NotAuthentic::NoSecretFits)
}

pub(super) fn parse(body: &[u8], now: Timestamp) -> Result<Parsed, BadBody> {
    let mut reader = Reader::new(now);
    for event in events(body)? {
        // All recipients that the event concerns, by Resend's own description
        // of the field.
        let mut recipients: Vec<Option<&str>> = items(&event, "/data/to")
            .iter()
            .map(Value::as_str)
            .collect();
        if recipients.is_empty() {
            recipients.push(None);
        }
        for recipient in recipients {
            if let Some(fate) = fate(&event, recipient.unwrap_or_default()) {
                reader.note(
                    reference(&event),
                    recipient,
                    moment(&event, "/created_at"),
                    fate,
                );
            }
        }
    }
    Ok(reader.done())
}

fn fate(event: &Value, recipient: &str) -> Option<MailEventKind> {
    Some(match word(event, "/type") {
        "email.delivered" => MailEventKind::Delivered,
        "email.delivery_delayed" => MailEventKind::Deferred {
            reason: String::new(),
        },
        "email.bounced" => bounce(event, recipient),
        "email.suppressed" => MailEventKind::Suppressed {
            reason: reason(&[word(event, "/data/suppressed/message")], recipient),
        },
        "email.failed" => MailEventKind::Rejected {
            reason: reason(&[word(event, "/data/failed/reason")], recipient),
        },
        "email.complained" => MailEventKind::Complained,
        "email.opened" => MailEventKind::Opened,
        _ => return None,
    })
}

/// The fate that a bounce stands for. The types are those of Amazon SES, with
/// which Resend sends.
fn bounce(event: &Value, recipient: &str) -> MailEventKind {
    let class = word(event, "/data/bounce/type");
    let subclass = word(event, "/data/bounce/subType");
    let message = word(event, "/data/bounce/message");
    let reason = reason(&[class, subclass, message], recipient);
    if matches!(subclass, "Suppressed" | "OnAccountSuppressionList") {
        return MailEventKind::Suppressed { reason };
    }
    // Older events have no type; all bounces were permanent then.
    let is_permanent = !matches!(class, "Transient" | "Undetermined" | "Temporary");
    MailEventKind::Bounced {
        is_permanent,
        reason,
    }
}

fn reference(event: &Value) -> Option<&str> {
    // It is documented as an object, but a request to send has a list of
    // pairs.
    let tags = event.pointer("/data/tags")?;
    match tags.get(FIELD) {
        Some(tag) => tag.as_str(),
        None => {
            let mut tags = tags.as_array()?.iter();
            text(tags.find(|tag| word(tag, "/name") == FIELD)?, "/value")
        }
    }
}

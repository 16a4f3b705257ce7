//! Mailgun's events:
//! <https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/webhook-payloads>.
//!
//! **Their signature does not cover the body**: it is an HMAC of a timestamp and a token,
//! both of which stand in the body
//! (<https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks>).
//! It proves that Mailgun made these two, and says nothing about the events beside them:
//! whoever has seen one delivery can send another body with its signature, until the
//! timestamp is too old. So a value of the setting may be `key:password`; then the webhook's
//! URL must hold the password too (`https://wismo:PASSWORD@...`), and the signature may be
//! older, since Mailgun's repeated attempts, over 8 hours, may carry the first one's
//! signature.

use http::HeaderMap;
use serde::Deserialize;
use serde_json::Value;
use wismo_domain::access::secret::Secret;
use wismo_domain::log::MailEventKind;
use wismo_domain::mail::reference::FIELD;
use wismo_domain::time::Timestamp;
use wismo_webhook::mac::from_hex;
use wismo_webhook::{Signatures, age, signs};

use super::read::{Parsed, Reader, code, events, moment, text, word};
use super::reason::reason;
use super::shared_secret;
use crate::{BadBody, NotAuthentic, SecretError};

/// Greatest age in seconds of a signature that stands alone.
const MOST_AGE: u64 = 300;

/// Greatest age in seconds of a signature if a password vouches for the
/// sender.
const MOST_AGE_WITH_PASSWORD: u64 = 9 * 3600;

const MIN_KEY: usize = 16;

/// A signing key, and the password that goes with it.
#[derive(Clone)]
pub struct Key {
    key: Vec<u8>,
    password: Option<Secret>,
}

/// The part of the body that must be read before anything is verified; all
/// else is skipped.
#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(borrow)]
    signature: Signature<'a>,
}

#[derive(Deserialize)]
struct Signature<'a> {
    timestamp: &'a str,
    token: &'a str,
    signature: &'a str,
}

/// The keys of the setting, each with or without a password.
pub(super) fn keys(values: &[&str]) -> Result<Vec<Key>, SecretError> {
    values.iter().map(|value| key(value)).collect()
}

fn key(value: &str) -> Result<Key, SecretError> {
    let (key, password) = match value.split_once(':') {
        Some((key, password)) => (key, Some(password)),
        None => (value, None),
    };
    if key.len() < MIN_KEY || !key.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(SecretError::SigningKey);
    }
    if password.is_some_and(|password| !shared_secret::fits(password)) {
        return Err(SecretError::Password);
    }
    Ok(Key {
        key: key.as_bytes().to_vec(),
        password: password.map(Secret::new),
    })
}

/// Checks the headers: they must carry a password, unless there is a key
/// without one.
pub(super) fn check_headers(keys: &[Key], headers: &HeaderMap) -> Result<(), NotAuthentic> {
    let passwords: Option<Vec<_>> = keys.iter().map(|key| key.password.as_ref()).collect();
    passwords.map_or(Ok(()), |passwords| {
        shared_secret::verify(passwords, headers)
    })
}

/// Checks that Mailgun made the token not long ago, and that the request
/// carries the password that goes with the key.
pub(super) fn verify(
    keys: &[Key],
    headers: &HeaderMap,
    body: &[u8],
    now: Timestamp,
) -> Result<(), NotAuthentic> {
    let Ok(Envelope { signature: sent }) = serde_json::from_slice(body) else {
        return Err(NotAuthentic::Malformed {
            what: "the body",
            form: "JSON with a signature of timestamp, token and signature",
        });
    };
    let malformed = |what, form| NotAuthentic::Malformed { what, form };
    let signed_at = age::seconds(sent.timestamp)
        .ok_or_else(|| malformed("signature.timestamp", "a number of seconds since 1970"))?;
    let signature = from_hex(sent.signature)
        .ok_or_else(|| malformed("signature.signature", "64 hexadecimal digits"))?;
    let signature = Signatures::from(signature);
    let signed = [sent.timestamp.as_bytes(), sent.token.as_bytes()];
    let mut faults = keys.iter().map(|key| {
        if !signs([&key.key], &signed, &signature) {
            return Err(NotAuthentic::NoSecretFits);
        }
        let most = match &key.password {
            None => MOST_AGE,
            Some(password) => {
                shared_secret::verify([password], headers)?;
                MOST_AGE_WITH_PASSWORD
            }
        };
        Ok(age::check(signed_at, now, most)?)
    });
    // Accepts the first key that fits; otherwise reports what was wrong with
    // the last.
    let mut last = Err(NotAuthentic::NoSecretFits);
    for fault in faults.by_ref() {
        match fault {
            Ok(()) => return Ok(()),
            Err(NotAuthentic::NoSecretFits) => {}
            Err(_) => last = fault,
        }
    }
    last
}

pub(super) fn parse(body: &[u8], now: Timestamp) -> Result<Parsed, BadBody> {
    let mut reader = Reader::new(now);
    for body in events(body)? {
        let Some(event) = body.get("event-data") else {
            return Err(BadBody::Form("an object with event-data"));
        };
        let recipient = text(event, "/recipient");
        if let Some(fate) = fate(event, recipient.unwrap_or_default()) {
            reader.note(
                reference(event),
                recipient,
                moment(event, "/timestamp"),
                fate,
            );
        }
    }
    Ok(reader.done())
}

fn reference(event: &Value) -> Option<&str> {
    event.get("user-variables")?.get(FIELD)?.as_str()
}

fn fate(event: &Value, recipient: &str) -> Option<MailEventKind> {
    Some(match word(event, "/event") {
        "delivered" => MailEventKind::Delivered,
        "failed" => failed(event, recipient),
        "rejected" => MailEventKind::Rejected {
            reason: reason(&[word(event, "/reject/reason")], recipient),
        },
        "complained" => MailEventKind::Complained,
        "unsubscribed" => MailEventKind::Unsubscribed,
        "opened" => MailEventKind::Opened,
        _ => return None,
    })
}

fn failed(event: &Value, recipient: &str) -> MailEventKind {
    let class = word(event, "/reason");
    let code = code(event, "/delivery-status/code");
    let said = match word(event, "/delivery-status/message") {
        "" => word(event, "/delivery-status/description"),
        message => message,
    };
    let reason = reason(&[class, &code, said], recipient);
    if class.starts_with("suppress-") {
        return MailEventKind::Suppressed { reason };
    }
    if word(event, "/severity") == "temporary" {
        return MailEventKind::Deferred { reason };
    }
    // Mailgun gave up after many attempts; the address may well exist.
    let given_up = class == "old" || code.starts_with('4');
    MailEventKind::Bounced {
        is_permanent: !given_up,
        reason,
    }
}

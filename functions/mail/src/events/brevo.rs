//! Brevo's events: <https://developers.brevo.com/docs/transactional-webhooks>.
//!
//! It signs nothing: a [secret](super::shared_secret) stands in the webhook's
//! URL, or is its bearer token
//! (<https://developers.brevo.com/docs/username-and-password-authentication>).
//!
//! A reference comes back in `X-Mailin-custom`, the mail's header field of that
//! name, as it was sent.

use serde_json::Value;
use wismo_domain::time::Timestamp;

use super::read::{MailName, Parsed, Reader, events, moment, text, word};
use super::reason::reason;
use super::{BadBody, Kind};

pub(super) fn parse(body: &[u8], now: Timestamp) -> Result<Parsed, BadBody> {
    let mut reader = Reader::new(now);
    for event in events(body)? {
        let recipient = text(&event, "/email");
        if let Some(kind) = kind(&event, recipient.unwrap_or_default()) {
            reader.note(&name(&event), recipient, at(&event), kind);
        }
    }
    Ok(reader.done())
}

fn name(event: &Value) -> MailName {
    let reference = text(event, "/X-Mailin-custom").map(str::trim);
    MailName::new(reference, text(event, "/message-id"))
}

/// Of the times, `ts_epoch` alone is UTC wherever the account is; complaints
/// lack it.
fn at(event: &Value) -> Option<Timestamp> {
    moment(event, "/ts_epoch").or_else(|| moment(event, "/ts_event"))
}

fn kind(event: &Value, recipient: &str) -> Option<Kind> {
    let name = word(event, "/event");
    let reason = reason(&[name, word(event, "/reason")], recipient);
    Some(match name {
        "delivered" => Kind::Delivered,
        "deferred" => Kind::Deferred { reason },
        "hard_bounce" | "invalid_email" => Kind::Bounced {
            is_permanent: true,
            reason,
        },
        "soft_bounce" => Kind::Bounced {
            is_permanent: false,
            reason,
        },
        "blocked" => Kind::Suppressed { reason },
        "error" => Kind::Rejected { reason },
        "spam" | "complaint" => Kind::Complained,
        "unsubscribe" | "unsubscribed" => Kind::Unsubscribed,
        // Those of a proxy are a machine's.
        "opened" | "unique_opened" => Kind::Opened,
        _ => return None,
    })
}

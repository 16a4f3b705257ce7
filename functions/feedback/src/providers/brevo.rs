//! Brevo's events: <https://developers.brevo.com/docs/transactional-webhooks>.
//!
//! It signs nothing: a [secret](super::shared_secret) stands in the webhook's
//! URL, or is its bearer token
//! (<https://developers.brevo.com/docs/username-and-password-authentication>).
//!
//! A reference comes back in `X-Mailin-custom`, the mail's header field of that
//! name, as it was sent.

use serde_json::Value;
use wismo_domain::log::MailEventKind;
use wismo_domain::time::Timestamp;

use super::read::{Parsed, Reader, events, moment, text, word};
use super::reason::reason;
use crate::BadBody;

pub(super) fn parse(body: &[u8], now: Timestamp) -> Result<Parsed, BadBody> {
    let mut reader = Reader::new(now);
    for event in events(body)? {
        let recipient = text(&event, "/email");
        if let Some(fate) = fate(&event, recipient.unwrap_or_default()) {
            reader.note(reference(&event), recipient, at(&event), fate);
        }
    }
    Ok(reader.done())
}

fn reference(event: &Value) -> Option<&str> {
    text(event, "/X-Mailin-custom").map(str::trim)
}

/// The event's time: of the times, only `ts_epoch` is UTC whatever the
/// account's time zone; complaints lack it.
fn at(event: &Value) -> Option<Timestamp> {
    moment(event, "/ts_epoch").or_else(|| moment(event, "/ts_event"))
}

fn fate(event: &Value, recipient: &str) -> Option<MailEventKind> {
    let name = word(event, "/event");
    let reason = reason(&[name, word(event, "/reason")], recipient);
    Some(match name {
        "delivered" => MailEventKind::Delivered,
        "deferred" => MailEventKind::Deferred { reason },
        "hard_bounce" | "invalid_email" => MailEventKind::Bounced {
            is_permanent: true,
            reason,
        },
        "soft_bounce" => MailEventKind::Bounced {
            is_permanent: false,
            reason,
        },
        "blocked" => MailEventKind::Suppressed { reason },
        "error" => MailEventKind::Rejected { reason },
        "spam" | "complaint" => MailEventKind::Complained,
        "unsubscribe" | "unsubscribed" => MailEventKind::Unsubscribed,
        // Mails opened by a proxy were opened by a machine, so they are left
        // out.
        "opened" | "unique_opened" => MailEventKind::Opened,
        _ => return None,
    })
}

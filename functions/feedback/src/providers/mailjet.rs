//! Mailjet's events: <https://dev.mailjet.com/email/guides/webhooks/>.
//!
//! It signs nothing: a [secret](super::shared_secret) stands in the webhook's
//! URL. A single event comes bare, several come in a list, depending on the
//! webhook's version.

use serde_json::Value;
use wismo_domain::log::MailEventKind;
use wismo_domain::time::Timestamp;

use super::read::{Parsed, Reader, events, is_true, moment, text, word};
use super::reason::reason;
use crate::BadBody;

pub(super) fn parse(body: &[u8], now: Timestamp) -> Result<Parsed, BadBody> {
    let mut reader = Reader::new(now);
    for event in events(body)? {
        let recipient = text(&event, "/email");
        if let Some(fate) = fate(&event, recipient.unwrap_or_default()) {
            reader.note(reference(&event), recipient, moment(&event, "/time"), fate);
        }
    }
    Ok(reader.done())
}

fn reference(event: &Value) -> Option<&str> {
    text(event, "/CustomID")
}

fn fate(event: &Value, recipient: &str) -> Option<MailEventKind> {
    let related = word(event, "/error_related_to");
    let error = word(event, "/error");
    let reason = reason(&[related, error, word(event, "/comment")], recipient);
    Some(match word(event, "/event") {
        "sent" => MailEventKind::Delivered,
        // "Delivery will be re-attempted."
        "bounce" if error == "greylisted" && !is_true(event, "/hard_bounce") => {
            MailEventKind::Deferred { reason }
        }
        "bounce" => MailEventKind::Bounced {
            is_permanent: is_true(event, "/hard_bounce"),
            reason,
        },
        // The mail was not sent, because of what is known of the address or
        // because of the mail itself.
        "blocked" if matches!(related, "recipient" | "mailjet" | "domain") => {
            MailEventKind::Suppressed { reason }
        }
        "blocked" => MailEventKind::Rejected { reason },
        "spam" => MailEventKind::Complained,
        "unsub" => MailEventKind::Unsubscribed,
        "open" => MailEventKind::Opened,
        _ => return None,
    })
}

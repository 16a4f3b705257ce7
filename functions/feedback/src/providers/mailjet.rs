//! Mailjet's events: <https://dev.mailjet.com/email/guides/webhooks/>.
//!
//! It signs nothing: a [secret](super::shared_secret) stands in the webhook's
//! URL. A single event comes bare, several come in a list, depending on the
//! webhook's version.

use serde_json::Value;
use wismo_domain::log::MailFate;
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

fn fate(event: &Value, recipient: &str) -> Option<MailFate> {
    let related = word(event, "/error_related_to");
    let error = word(event, "/error");
    let reason = reason(&[related, error, word(event, "/comment")], recipient);
    Some(match word(event, "/event") {
        "sent" => MailFate::Delivered,
        // "Delivery will be re-attempted."
        "bounce" if error == "greylisted" && !is_true(event, "/hard_bounce") => {
            MailFate::Deferred { reason }
        }
        "bounce" => MailFate::Bounced {
            is_permanent: is_true(event, "/hard_bounce"),
            reason,
        },
        // The mail was not sent, because of what is known of the address or
        // because of the mail itself.
        "blocked" if matches!(related, "recipient" | "mailjet" | "domain") => {
            MailFate::Suppressed { reason }
        }
        "blocked" => MailFate::Rejected { reason },
        "spam" => MailFate::Complained,
        "unsub" => MailFate::Unsubscribed,
        "open" => MailFate::Opened,
        _ => return None,
    })
}

//! Mailjet's events: <https://dev.mailjet.com/email/guides/webhooks/>.
//!
//! It signs nothing: a [secret](super::shared_secret) stands in the webhook's
//! URL. One event comes bare, several in a list, as the webhook's version says.

use serde_json::Value;
use wismo_domain::time::Timestamp;

use super::read::{MailName, Parsed, Reader, code, events, is_true, moment, text, word};
use super::reason::reason;
use super::{BadBody, Kind};

pub(super) fn parse(body: &[u8], now: Timestamp) -> Result<Parsed, BadBody> {
    let mut reader = Reader::new(now);
    for event in events(body)? {
        let recipient = text(&event, "/email");
        if let Some(kind) = kind(&event, recipient.unwrap_or_default()) {
            reader.note(&name(&event), recipient, moment(&event, "/time"), kind);
        }
    }
    Ok(reader.done())
}

fn name(event: &Value) -> MailName {
    let id = code(event, "/MessageID");
    MailName::new(text(event, "/CustomID"), Some(&id))
}

fn kind(event: &Value, recipient: &str) -> Option<Kind> {
    let related = word(event, "/error_related_to");
    let error = word(event, "/error");
    let reason = reason(&[related, error, word(event, "/comment")], recipient);
    Some(match word(event, "/event") {
        "sent" => Kind::Delivered,
        // "Delivery will be re-attempted."
        "bounce" if error == "greylisted" && !is_true(event, "/hard_bounce") => {
            Kind::Deferred { reason }
        }
        "bounce" => Kind::Bounced {
            is_permanent: is_true(event, "/hard_bounce"),
            reason,
        },
        // Not sent, for what is known of the address or for the mail itself.
        "blocked" if matches!(related, "recipient" | "mailjet" | "domain") => {
            Kind::Suppressed { reason }
        }
        "blocked" => Kind::Rejected { reason },
        "spam" => Kind::Complained,
        "unsub" => Kind::Unsubscribed,
        "open" => Kind::Opened,
        _ => return None,
    })
}

//! SparkPost's events: <https://developers.sparkpost.com/api/webhooks/>.
//!
//! It signs nothing: the webhook is set up with Basic authentication, with a
//! [secret](super::shared_secret) as the password, or sends such a secret as
//! an OAuth 2.0 bearer token.

use serde_json::Value;
use wismo_domain::log::MailEventKind;
use wismo_domain::mail::reference::FIELD;
use wismo_domain::time::Timestamp;

use super::read::{Parsed, Reader, code, events, moment, text, word};
use super::reason::reason;
use crate::BadBody;

/// The places in which events are wrapped, by their class.
const CLASSES: [&str; 4] = [
    "/msys/message_event",
    "/msys/track_event",
    "/msys/unsubscribe_event",
    "/msys/gen_event",
];

pub(super) fn parse(body: &[u8], now: Timestamp) -> Result<Parsed, BadBody> {
    let mut reader = Reader::new(now);
    for wrapped in events(body)? {
        // A new webhook is tested with an empty `msys`.
        let Some(event) = CLASSES.iter().find_map(|class| wrapped.pointer(class)) else {
            continue;
        };
        let recipient = text(event, "/raw_rcpt_to").or_else(|| text(event, "/rcpt_to"));
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
    event.get("rcpt_meta")?.get(FIELD)?.as_str()
}

fn fate(event: &Value, recipient: &str) -> Option<MailEventKind> {
    let class = code(event, "/bounce_class");
    let error = code(event, "/error_code");
    let said = match word(event, "/raw_reason") {
        "" => word(event, "/reason"),
        said => said,
    };
    let reason = reason(&[&class, &error, said], recipient);
    Some(match word(event, "/type") {
        "delivery" => MailEventKind::Delivered,
        "delay" => MailEventKind::Deferred { reason },
        "bounce" | "out_of_band" => return bounce(&class, reason),
        "policy_rejection" | "generation_rejection" if said.contains("suppress") => {
            MailEventKind::Suppressed { reason }
        }
        "policy_rejection" | "generation_rejection" | "generation_failure" => {
            MailEventKind::Rejected { reason }
        }
        "spam_complaint" => MailEventKind::Complained,
        "list_unsubscribe" | "link_unsubscribe" => MailEventKind::Unsubscribed,
        "open" | "initial_open" => MailEventKind::Opened,
        _ => return None,
    })
}

/// The fate that a bounce's class stands for:
/// <https://support.sparkpost.com/docs/deliverability/bounce-classification-codes>.
fn bounce(class: &str, reason: String) -> Option<MailEventKind> {
    Some(match class {
        // Answers to the mail itself: automatic replies, a wish to get more, a
        // challenge.
        "60" | "80" | "100" => return None,
        "90" => MailEventKind::Unsubscribed,
        "25" => MailEventKind::Suppressed { reason },
        _ => MailEventKind::Bounced {
            is_permanent: matches!(class, "10" | "30"),
            reason,
        },
    })
}

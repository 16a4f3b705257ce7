//! Postmark's events: <https://postmarkapp.com/developer/webhooks/webhooks-overview>.
//!
//! It signs nothing: a [secret](super::shared_secret) stands in the webhook's URL, or
//! in a header that is set up with the webhook (`HttpHeaders`).

use serde_json::Value;
use wismo_domain::log::MailEventKind;
use wismo_domain::mail::reference::piece;
use wismo_domain::time::Timestamp;

use super::read::{Parsed, Reader, code, events, is_true, moment, text, word};
use super::reason::reason;
use crate::BadBody;

pub(super) fn parse(body: &[u8], now: Timestamp) -> Result<Parsed, BadBody> {
    let mut reader = Reader::new(now);
    for event in events(body)? {
        note(&event, &mut reader);
    }
    Ok(reader.done())
}

fn note(event: &Value, reader: &mut Reader) {
    let (recipient, at) = match word(event, "/RecordType") {
        "Bounce" | "SpamComplaint" => ("/Email", "/BouncedAt"),
        "Delivery" => ("/Recipient", "/DeliveredAt"),
        "SubscriptionChange" => ("/Recipient", "/ChangedAt"),
        "Open" => ("/Recipient", "/ReceivedAt"),
        _ => return,
    };
    let recipient = text(event, recipient);
    let fate = match word(event, "/RecordType") {
        "Delivery" => Some(MailEventKind::Delivered),
        "SpamComplaint" => Some(MailEventKind::Complained),
        "Open" => Some(MailEventKind::Opened),
        "Bounce" => bounce(event, recipient.unwrap_or_default()),
        _ => unsubscription(event),
    };
    if let Some(fate) = fate {
        reader.note(Some(&reference(event)), recipient, moment(event, at), fate);
    }
}

/// Joins the reference from its pieces: a metadata value has at most 80
/// characters.
fn reference(event: &Value) -> String {
    let piece = |number| event.get("Metadata")?.get(piece(number))?.as_str();
    (1..).map_while(piece).collect()
}

/// The fate that a bounce's type stands for:
/// <https://postmarkapp.com/developer/api/bounce-api#bounce-types>.
fn bounce(event: &Value, recipient: &str) -> Option<MailEventKind> {
    let class = word(event, "/Type");
    let details = word(event, "/Details");
    let reason = reason(&[class, &code(event, "/TypeCode"), details], recipient);
    Some(match class {
        // Answers to the mail itself, which say nothing of its delivery.
        "AutoResponder" | "AddressChange" | "ChallengeVerification" | "Subscribe" => return None,
        "Unsubscribe" => MailEventKind::Unsubscribed,
        "SpamComplaint" => MailEventKind::Complained,
        "Transient" => MailEventKind::Deferred { reason },
        "ManuallyDeactivated" => MailEventKind::Suppressed { reason },
        "TemplateRenderingFailed" | "SMTPApiError" | "InboundError" => {
            MailEventKind::Rejected { reason }
        }
        // Postmark sends nothing more to an address that it has deactivated.
        _ => MailEventKind::Bounced {
            is_permanent: matches!(class, "HardBounce" | "BadEmailAddress")
                || is_true(event, "/Inactive"),
            reason,
        },
    })
}

/// The wish of the recipient to get no more mails. A suppression caused by a
/// bounce or a complaint is reported as a bounce or complaint.
fn unsubscription(event: &Value) -> Option<MailEventKind> {
    let by_recipient = is_true(event, "/SuppressSending")
        && word(event, "/SuppressionReason") == "ManualSuppression"
        && word(event, "/Origin") == "Recipient";
    by_recipient.then_some(MailEventKind::Unsubscribed)
}

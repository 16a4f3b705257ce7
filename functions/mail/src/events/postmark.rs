//! Postmark's events: <https://postmarkapp.com/developer/webhooks/webhooks-overview>.
//!
//! It signs nothing: a [secret](super::shared_secret) stands in the webhook's
//! URL, or in a header that one sets there (`HttpHeaders`).

use serde_json::Value;
use wismo_domain::time::Timestamp;

use super::read::{MailName, Parsed, Reader, code, events, is_true, moment, text, word};
use super::reason::reason;
use super::{BadBody, Kind};

/// Metadata fields that hold a reference's parts: a value has 80 characters at
/// most, as the API says to a longer one.
const PARTS: [&str; 4] = ["wismo-1", "wismo-2", "wismo-3", "wismo-4"];

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
    let kind = match word(event, "/RecordType") {
        "Delivery" => Some(Kind::Delivered),
        "SpamComplaint" => Some(Kind::Complained),
        "Open" => Some(Kind::Opened),
        "Bounce" => bounce(event, recipient.unwrap_or_default()),
        _ => unsubscription(event),
    };
    if let Some(kind) = kind {
        reader.note(&name(event), recipient, moment(event, at), kind);
    }
}

fn name(event: &Value) -> MailName {
    let part = |name| event.pointer("/Metadata")?.get(name)?.as_str();
    let reference: String = PARTS.iter().map_while(|name| part(*name)).collect();
    MailName::new(Some(&reference), text(event, "/MessageID"))
}

/// By its type:
/// <https://postmarkapp.com/developer/api/bounce-api#bounce-types>.
fn bounce(event: &Value, recipient: &str) -> Option<Kind> {
    let class = word(event, "/Type");
    let details = word(event, "/Details");
    let reason = reason(&[class, &code(event, "/TypeCode"), details], recipient);
    Some(match class {
        // Answers to the mail, not of its delivery.
        "AutoResponder" | "AddressChange" | "ChallengeVerification" | "Subscribe" => return None,
        "Unsubscribe" => Kind::Unsubscribed,
        "SpamComplaint" => Kind::Complained,
        "Transient" => Kind::Deferred { reason },
        "ManuallyDeactivated" => Kind::Suppressed { reason },
        "TemplateRenderingFailed" | "SMTPApiError" | "InboundError" => Kind::Rejected { reason },
        // Postmark sends nothing more to an address that it has deactivated.
        _ => Kind::Bounced {
            is_permanent: matches!(class, "HardBounce" | "BadEmailAddress")
                || is_true(event, "/Inactive"),
            reason,
        },
    })
}

/// Whether the recipient wants no more. What a bounce or a complaint suppresses
/// is told as such.
fn unsubscription(event: &Value) -> Option<Kind> {
    let by_recipient = is_true(event, "/SuppressSending")
        && word(event, "/SuppressionReason") == "ManualSuppression"
        && word(event, "/Origin") == "Recipient";
    by_recipient.then_some(Kind::Unsubscribed)
}

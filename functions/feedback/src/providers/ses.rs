//! Amazon SES's events, which come through [SNS](super::sns):
//! <https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html>.
//!
//! Events that a configuration set publishes carry the mail's tags. Those of an identity
//! (feedback notifications) do not; they name the mail only by its id.

use serde_json::Value;
use wismo_domain::log::MailEventKind;
use wismo_domain::mail::reference::FIELD;
use wismo_domain::time::Timestamp;

use super::read::{Parsed, Reader, events, items, moment, text, word};
use super::reason::reason;
use crate::BadBody;

/// Reads the content of an SNS message.
pub(crate) fn parse(message: &[u8], now: Timestamp) -> Result<Parsed, BadBody> {
    let mut reader = Reader::new(now);
    for event in events(message)? {
        note(&event, &mut reader);
    }
    Ok(reader.done())
}

fn note(event: &Value, reader: &mut Reader) {
    let kind = match word(event, "/eventType") {
        "" => word(event, "/notificationType"),
        kind => kind,
    };
    // The places of the event's time and recipients, and the place of the
    // address within a recipient.
    let (at, recipients, address) = match kind {
        "Delivery" => ("/delivery/timestamp", "/delivery/recipients", ""),
        "DeliveryDelay" => (
            "/deliveryDelay/timestamp",
            "/deliveryDelay/delayedRecipients",
            "/emailAddress",
        ),
        "Bounce" => (
            "/bounce/timestamp",
            "/bounce/bouncedRecipients",
            "/emailAddress",
        ),
        "Complaint" => (
            "/complaint/timestamp",
            "/complaint/complainedRecipients",
            "/emailAddress",
        ),
        "Reject" | "Rendering Failure" => ("", "/mail/destination", ""),
        "Open" => ("/open/timestamp", "/mail/destination", ""),
        "Subscription" => ("/subscription/timestamp", "/mail/destination", ""),
        _ => return,
    };
    let reference = reference(event);
    let recipients = items(event, recipients);
    if recipients.is_empty() {
        reader.note(reference, None, None, MailEventKind::Delivered);
    }
    for recipient in recipients {
        let address = text(recipient, address);
        if let Some(fate) = fate(kind, event, recipient, address.unwrap_or_default()) {
            reader.note(reference, address, moment(event, at), fate);
        }
    }
}

/// The reference; a tag has one value.
fn reference(event: &Value) -> Option<&str> {
    text(event.pointer("/mail/tags")?.get(FIELD)?, "/0")
}

fn fate(name: &str, event: &Value, recipient: &Value, address: &str) -> Option<MailEventKind> {
    let status = word(recipient, "/status");
    let said = word(recipient, "/diagnosticCode");
    Some(match name {
        "Delivery" => MailEventKind::Delivered,
        "DeliveryDelay" => {
            let class = word(event, "/deliveryDelay/delayType");
            let reason = reason(&[class, status, said], address);
            MailEventKind::Deferred { reason }
        }
        "Bounce" => bounce(event, status, said, address),
        "Complaint" => MailEventKind::Complained,
        "Reject" => MailEventKind::Rejected {
            reason: reason(&[word(event, "/reject/reason")], address),
        },
        "Rendering Failure" => MailEventKind::Rejected {
            reason: "Rendering Failure".to_owned(),
        },
        "Open" => MailEventKind::Opened,
        "Subscription" => MailEventKind::Unsubscribed,
        _ => return None,
    })
}

fn bounce(event: &Value, status: &str, said: &str, address: &str) -> MailEventKind {
    let class = word(event, "/bounce/bounceType");
    let subclass = word(event, "/bounce/bounceSubType");
    let reason = reason(&[class, subclass, status, said], address);
    if matches!(subclass, "Suppressed" | "OnAccountSuppressionList") {
        return MailEventKind::Suppressed { reason };
    }
    MailEventKind::Bounced {
        is_permanent: class == "Permanent",
        reason,
    }
}

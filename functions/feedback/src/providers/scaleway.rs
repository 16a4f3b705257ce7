//! The events of Scaleway's Transactional Email, which come through its Topics
//! and Events, a service made like [SNS](super::sns):
//! <https://www.scaleway.com/en/docs/transactional-email/reference-content/webhook-events-payloads/>.
//!
//! A reference comes back among the mail's header fields, as it was sent.

use serde_json::Value;
use wismo_domain::log::MailEventKind;
use wismo_domain::mail::reference::HEADER;
use wismo_domain::time::Timestamp;

use super::read::{Parsed, Reader, code, events, items, moment, text, word};
use super::reason::reason;
use crate::BadBody;

/// Reads the content of a message of Topics and Events.
pub(crate) fn parse(message: &[u8], now: Timestamp) -> Result<Parsed, BadBody> {
    let mut reader = Reader::new(now);
    for event in events(message)? {
        let recipient = text(&event, "/email_to");
        if let Some(fate) = fate(&event, recipient.unwrap_or_default()) {
            reader.note(
                reference(&event),
                recipient,
                moment(&event, "/created_at"),
                fate,
            );
        }
    }
    Ok(reader.done())
}

fn reference(event: &Value) -> Option<&str> {
    let mut fields = items(event, "/email_headers").iter();
    let field = fields.find(|field| word(field, "/key").eq_ignore_ascii_case(HEADER))?;
    text(field, "/value").map(str::trim)
}

fn fate(event: &Value, recipient: &str) -> Option<MailEventKind> {
    let name = word(event, "/type");
    let code = code(event, "/email_response_code");
    let said = match word(event, "/email_response_message") {
        "" => word(event, "/blocklist_reason"),
        said => said,
    };
    let class = name.strip_prefix("email_").unwrap_or(name);
    let reason = reason(&[class, &code, said], recipient);
    Some(match name {
        "email_delivered" => MailEventKind::Delivered,
        "email_deferred" => MailEventKind::Deferred { reason },
        "email_dropped" | "email_mailbox_not_found" => MailEventKind::Bounced {
            is_permanent: true,
            reason,
        },
        // This is usually a filter's judgement, seldom the recipient's. The
        // event does not say which, so the address is not given up.
        "email_spam" => MailEventKind::Bounced {
            is_permanent: false,
            reason,
        },
        "email_blocklisted" => MailEventKind::Suppressed { reason },
        _ => return None,
    })
}

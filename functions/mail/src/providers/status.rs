//! What a response's status says, where its body says nothing more exact.

use http::StatusCode;
use wismo_domain::mail::Sent;

/// The class of an answer by its status alone.
pub(super) fn by_status(status: StatusCode, reason: String) -> Sent {
    match status.as_u16() {
        // The key, the account or its plan; and what answers at another address
        // than the API's.
        300..=399 | 401..=405 => Sent::Misconfigured { reason },
        408 | 409 | 425 | 429 => Sent::TryAgain {
            reason,
            after: None,
        },
        400..=499 => Sent::Refused { reason },
        // A gateway lost the answer of the server behind it (RFC 9110, sections
        // 15.6.3 and 15.6.5), which may have taken the mail.
        502 | 504 => Sent::Unknown { reason },
        500..=599 => Sent::TryAgain {
            reason,
            after: None,
        },
        // A success that does not say what it accepted, or no status of HTTP's.
        _ => Sent::Unknown { reason },
    }
}

/// A provider's id of a mail, if it looks like one.
pub(super) fn id(id: Option<String>) -> Option<String> {
    id.filter(|id| {
        !id.is_empty() && id.len() <= 128 && id.bytes().all(|byte| byte.is_ascii_graphic())
    })
}

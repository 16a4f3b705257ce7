//! `DELETE /desk/api/{shop}/orders/{id}/mails/{notice}`: calls back a mail that
//! waits for its first or its next attempt.

use http::StatusCode;
use serde::Serialize;
use wismo_domain::notices::{AttemptResult, Cancelled, cancel};
use wismo_domain::storage::keys::OrderKey;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::{Rejection, Response, response};

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Recalled {
    notice: u64,
    /// True if an earlier attempt, whose answer was lost, may have sent it.
    may_be_sent: bool,
}

/// Calls a mail back. A mail that the provider already has cannot be called
/// back.
///
/// # Errors
/// When it cannot be called back any more, there is no such mail, or the store fails.
pub async fn respond(key: &OrderKey, notice: u64) -> Result<Response, Rejection> {
    let done = |may_be_sent| {
        let recalled = Recalled {
            notice,
            may_be_sent,
        };
        response::json(StatusCode::OK, &recalled)
    };
    let over = match cancel(SPIN_CONTEXT, key, notice).await? {
        Cancelled::Done { may_be_sent } => return Ok(done(may_be_sent)),
        Cancelled::BeingSent => {
            let message = "it is being sent just now; ask again in a minute";
            return Err(response::error(StatusCode::CONFLICT, message).into());
        }
        Cancelled::Over(over) => over,
        Cancelled::NoMail => return Err(super::no_mail().into()),
    };
    let ended = |wanted: fn(&AttemptResult) -> bool| over.outcomes().any(|one| wanted(&one.result));
    if ended(|ending| *ending == AttemptResult::Cancelled) {
        return Ok(done(ended(|ending| {
            matches!(ending, AttemptResult::Unknown { .. })
        })));
    }
    let message = if ended(|ending| matches!(ending, AttemptResult::Accepted { .. })) {
        "the provider has it: it cannot be called back"
    } else {
        "it was not sent and never will be: the order's history says why"
    };
    Err(response::error(StatusCode::CONFLICT, message).into())
}

//! `DELETE /desk/api/{shop}/orders/{id}/mails/{notice}`: calls back a mail that
//! waits for its first or its next attempt.

use http::StatusCode;
use serde::Serialize;
use wismo_domain::keys::OrderKey;
use wismo_domain::notices::{Cancelled, Ending, cancel};
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::store::SpinStore;
use wismo_platform::{Response, response};

#[derive(Serialize)]
struct Recalled {
    notice: u64,
    /// True if an earlier attempt, whose answer was lost, may have sent it.
    may_be_sent: bool,
}

/// Calls a mail back. A mail that the provider already has cannot be called
/// back.
pub async fn respond(key: &OrderKey, notice: u64) -> Response {
    let done = |may_be_sent| {
        let recalled = Recalled {
            notice,
            may_be_sent,
        };
        response::json(StatusCode::OK, &recalled)
    };
    match cancel(&SpinStore, &SpinEnvironment, key, notice).await {
        Ok(Cancelled::Done { may_be_sent }) => done(may_be_sent),
        Ok(Cancelled::BeingSent) => {
            let message = "it is being sent just now; ask again in a minute";
            response::error(StatusCode::CONFLICT, message)
        }
        Ok(Cancelled::Over(over)) => {
            let ended =
                |wanted: fn(&Ending) -> bool| over.outcomes().any(|one| wanted(&one.ending));
            if ended(|ending| *ending == Ending::Cancelled) {
                return done(ended(|ending| matches!(ending, Ending::Unknown { .. })));
            }
            let message = if ended(|ending| matches!(ending, Ending::Accepted { .. })) {
                "the provider has it: it cannot be called back"
            } else {
                "it was not sent and never will be: the order's history says why"
            };
            response::error(StatusCode::CONFLICT, message)
        }
        Ok(Cancelled::NoMail) => super::no_mail(),
        Err(fault) => response::try_again("desk", &fault),
    }
}

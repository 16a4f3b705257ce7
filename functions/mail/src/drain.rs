//! `POST /mail/drain`: works off the jobs that are due. A scheduler calls it
//! each minute, and `sync` when there is much to do.
//!
//! No request is long: each works for `BUDGET`, and if more is due it starts
//! the next one. Such a chain goes on for `GOES_ON`, and one chain at a time is
//! enough: a drain that finds the heartbeat of another chain leaves the work to
//! that one. After the mails, each request works on the search indexes.

use std::rc::Rc;

use bytes::Bytes;
use http::{StatusCode, header};
use serde::{Deserialize, Serialize};
use spin_sdk::http::Request;
use wismo_domain::context::Environment;
use wismo_domain::jobs::{Drained, Fairness, Heartbeat, Pulse, drain, has_new_work};
use wismo_domain::time::{Duration, Timestamp};
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::http::{Rejection, Response, request, response};
use wismo_platform::store::SpinStore;
use wismo_platform::{mail_client, outbound};

use crate::COMPONENT;
use crate::config::Config;
use crate::provider_mailer::ProviderMailer;
use crate::upkeep;

/// Time within which a request begins new looks. The last of them may still
/// send for [`SEND_TIMEOUT`](wismo_domain::time::protocol::SEND_TIMEOUT).
const BUDGET: Duration = Duration::milliseconds(400);

/// Time for which a chain of drains goes on; the scheduler begins the next
/// chain.
const GOES_ON: Duration = Duration::seconds(50);

/// Time limit for the next request of a chain to begin.
const NEXT_TIMEOUT: std::time::Duration = std::time::Duration::from_secs(60);

/// The largest body, in bytes.
const MAX_BODY_BYTES: usize = 1000;

/// The request to a drain. A body is not needed.
#[derive(Debug, Default, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub(crate) struct DrainRequest {
    /// The moment until which further requests follow this one; a moment in
    /// the past asks for this request alone.
    until: Option<Timestamp>,
    /// True if it is a further request of a chain.
    next: bool,
}

/// Drains every queue, and answers with the result.
///
/// # Errors
/// When the body asks for anything else, or the store fails.
pub async fn respond(request: Request, config: &Rc<Config>) -> Result<Response, Rejection> {
    let body = request::body(request, MAX_BODY_BYTES).await?;
    let asked = match body.trim_ascii() {
        [] => Ok(DrainRequest::default()),
        body => serde_json::from_slice::<DrainRequest>(body),
    };
    let Ok(asked) = asked else {
        let message = "the body is no JSON object with `until`; none is needed";
        return Err(response::error(StatusCode::BAD_REQUEST, message).into());
    };
    let drained = run(config, &asked).await?;
    Ok(response::json(StatusCode::OK, &drained))
}

async fn run(
    config: &Rc<Config>,
    asked: &DrainRequest,
) -> Result<Drained, wismo_domain::storage::StoreError> {
    let now = SpinEnvironment.now();
    let until = asked.until.unwrap_or(now + GOES_ON);
    let is_chain = until > now;
    let light = match is_chain && !asked.next {
        true => Heartbeat::read(SPIN_CONTEXT).await?,
        false => Pulse::None,
    };
    let sequence = match light {
        Pulse::Beating => {
            return Ok(Drained {
                more: true,
                ..Drained::default()
            });
        }
        Pulse::None => Fairness::RoundRobin,
        Pulse::Stopped => Fairness::Random,
    };
    if is_chain {
        Heartbeat::renew(SPIN_CONTEXT).await?;
    }
    let mailer = ProviderMailer::open(config).await?;
    let budget = now + BUDGET;
    let mut drained = drain(SPIN_CONTEXT, &mailer, sequence, budget).await?;
    // No mail waits for the search index.
    let mut goes_on = is_chain && drained.more;
    if goes_on {
        go_on(config, until);
    }
    drained.more |= upkeep::keep_up_search(config, budget).await;
    upkeep::note_hooks(config, &drained).await;
    // While there is a backlog, it is not known who is silent.
    if is_chain && !drained.more {
        upkeep::look_for_tasks(config, BUDGET).await;
    }
    if is_chain && drained.more && !goes_on {
        go_on(config, until);
        goes_on = true;
    }
    if !goes_on && (is_chain || asked.next) {
        Heartbeat::end(&SpinStore).await?;
        // A drain that still found the heartbeat has left its work to this chain.
        if is_chain && has_new_work(&SpinStore).await? {
            Heartbeat::renew(SPIN_CONTEXT).await?;
            go_on(config, until);
        }
    }
    Ok(drained)
}

/// Starts the next request, once this one is answered.
fn go_on(config: &Rc<Config>, until: Timestamp) {
    let asked = DrainRequest {
        until: Some(until),
        next: true,
    };
    let body = serde_json::to_vec(&asked).unwrap_or_default();
    let bearer = mail_client::bearer(&config.job_secret);
    spin_sdk::wasip3::spawn(async move {
        let Some(bearer) = bearer else { return };
        let request = http::Request::post("http://mail.spin.internal/mail/drain")
            .header(header::AUTHORIZATION, bearer)
            .body(Bytes::from(body));
        let Ok(request) = request else { return };
        if let Err(fault) = outbound::request(request, NEXT_TIMEOUT).await {
            COMPONENT.log(format_args!("the drain does not go on: {fault}"));
        }
    });
}

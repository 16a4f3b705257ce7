//! The route, from the request to the answer.

use http::{HeaderValue, Method, StatusCode, header};
use serde::Serialize;
use spin_sdk::http::Request;
use wismo_domain::context::Environment;
use wismo_platform::config::ConfigError;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::http::{Rejection, Response, request, response};
use wismo_platform::seldom;
use wismo_webhook::Incoming;

use crate::COMPONENT;
use crate::config::{Config, SECRET};
use crate::network::Network;
use crate::receive::{NotTaken, Received, receive};
use crate::record::record;

/// The largest delivery that is taken, in bytes.
const MAX_BODY_BYTES: usize = 1_000_000;

/// The answer to a delivery that was taken.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Recorded {
    /// The number of events that were about mails of Wismo's.
    events: usize,
}

/// Takes one delivery from a provider, and answers with 200 once it is kept.
///
/// # Errors
/// 404 for a provider other than the configured one; 401 for a delivery that
/// is not authentic; 400 for one that cannot be read; 503 if a setting is missing, a
/// certificate could not be fetched or the store failed, so that the provider tries
/// again.
pub async fn respond(
    request: Request,
    provider: &str,
    config: &Config,
) -> Result<Response, Rejection> {
    if config.provider != provider {
        let message =
            "mail_provider is set to another provider: events of this one are not accepted";
        return Err(response::error(StatusCode::NOT_FOUND, message).into());
    }
    if request.method() != Method::POST {
        return Ok(response::method_not_allowed("POST"));
    }
    let Some(source) = &config.source else {
        return Err(ConfigError::new(SECRET, "is not set").into());
    };
    let headers = request.headers().clone();
    let checked = source.check_headers(&headers, SpinEnvironment.now());
    checked.map_err(|fault| refuse(provider, fault.into()))?;
    let body = request::body(request, MAX_BODY_BYTES).await?;
    let now = SpinEnvironment.now();
    let keep = async |happenings| record(SPIN_CONTEXT, &config.link_keys, happenings).await;
    let received = receive(Incoming::new(headers, body), source, &Network, now, keep).await;
    let received = received.map_err(|fault| refuse(provider, fault))?;
    tell(provider, &received);
    let answer = Recorded {
        events: received.recorded,
    };
    Ok(response::json(StatusCode::OK, &answer))
}

/// Logs what the operator should know about a delivery that was taken.
fn tell(provider: &str, received: &Received) {
    let Received {
        foreign, unread, ..
    } = received;
    if *foreign > 0 {
        COMPONENT.log(format_args!(
            "{foreign} of {provider} are about mails that Wismo did not send there"
        ));
    }
    if *unread > 0 {
        COMPONENT.log(format_args!("{unread} of {provider} name no recipient"));
    }
    if received.confirmed {
        COMPONENT.log(format_args!(
            "confirmed the subscription to those of {provider}"
        ));
    }
}

fn refuse(provider: &str, fault: NotTaken) -> Rejection {
    let status = match fault {
        NotTaken::Store(fault) => return fault.into(),
        NotTaken::NotAuthentic(_) => StatusCode::UNAUTHORIZED,
        NotTaken::BadBody(_) => StatusCode::BAD_REQUEST,
        NotTaken::NotFetched => StatusCode::SERVICE_UNAVAILABLE,
    };
    // Few people can see their provider's log, so the operator sees the fault
    // here too.
    seldom::tell(
        COMPONENT,
        fault.cause(),
        &format_args!("{provider}: {fault}"),
    );
    let mut response = response::error(status, fault.to_string());
    if status == StatusCode::UNAUTHORIZED {
        // Some clients send a URL's user and password only when they are asked
        // to.
        let challenge = HeaderValue::from_static("Basic realm=\"mail events\"");
        response
            .headers_mut()
            .insert(header::WWW_AUTHENTICATE, challenge);
    }
    response.into()
}

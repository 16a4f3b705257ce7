//! The route, from the request to the answer.

use http::{HeaderValue, Method, StatusCode, header};
use serde_json::json;
use spin_sdk::http::Request;
use wismo_domain::environment::Environment;
use wismo_domain::time::Timestamp;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::settings::SettingError;
use wismo_platform::store::SpinStore;
use wismo_platform::{Response, request, response, seldom};
use wismo_webhook::Incoming;

use crate::network::Network;
use crate::receive::{Fault, Received, receive};
use crate::record::record;
use crate::settings::{SECRET, Settings};

/// The largest delivery that is taken, in bytes.
const MAX_BODY_BYTES: usize = 1_000_000;

/// Takes one delivery from a provider.
///
/// Answers with 200 once it is kept; 404 for a provider other than the one in
/// the settings; 401 for a delivery that is not authentic; 400 for one that
/// cannot be read; 503 if a setting is missing, a certificate could not be
/// fetched or the store failed, so that the provider tries again.
pub async fn respond(request: Request, provider: &str, settings: &Settings) -> Response {
    if settings.provider != provider {
        let message =
            "mail_provider is set to another provider: events of this one are not accepted";
        return response::error(StatusCode::NOT_FOUND, message);
    }
    if request.method() != Method::POST {
        return response::method_not_allowed("POST");
    }
    let Some(source) = &settings.source else {
        return response::not_set_up("feedback", &SettingError::new(SECRET, "is not set"));
    };
    let headers = request.headers().clone();
    if let Err(fault) = source.check_headers(&headers, SpinEnvironment.now()) {
        return refuse(provider, &fault.into());
    }
    let body = match request::body(request, MAX_BODY_BYTES).await {
        Ok(body) => body,
        Err(fault) => return response::no_body(fault),
    };
    let now = SpinEnvironment.now();
    let keep = async |happenings| {
        record(
            &SpinStore,
            &SpinEnvironment,
            &settings.link_keys,
            happenings,
        )
        .await
    };
    match receive(Incoming::new(headers, body), source, &Network, now, keep).await {
        Ok(received) => {
            tell(provider, &received, now);
            response::json(StatusCode::OK, &json!({ "events": received.recorded }))
        }
        Err(fault) => refuse(provider, &fault),
    }
}

/// Logs what the operator should know about a delivery that was taken.
fn tell(provider: &str, received: &Received, now: Timestamp) {
    let Received {
        foreign, unread, ..
    } = received;
    if *foreign > 0 {
        eprintln!(
            "{now} feedback: {foreign} of {provider} are about mails that Wismo did not send there"
        );
    }
    if *unread > 0 {
        eprintln!("{now} feedback: {unread} of {provider} name no recipient");
    }
    if received.confirmed {
        eprintln!("{now} feedback: confirmed the subscription to those of {provider}");
    }
}

fn refuse(provider: &str, fault: &Fault) -> Response {
    let status = match fault {
        Fault::Store(fault) => return response::try_again("feedback", fault),
        Fault::NotAuthentic(_) => StatusCode::UNAUTHORIZED,
        Fault::BadBody(_) => StatusCode::BAD_REQUEST,
        Fault::NotFetched => StatusCode::SERVICE_UNAVAILABLE,
    };
    // Few people can see their provider's log, so the operator sees the fault
    // here too.
    seldom::tell(
        "feedback",
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
    response
}

//! Answers that an API gives.

use bytes::Bytes;
use http::{HeaderValue, StatusCode, header};
use serde::Serialize;
use spin_sdk::http::FullBody;

use crate::Response;
use crate::request::BodyError;
use crate::settings::{self, SettingError};

/// An answer with a body of some media type, and with the headers of every answer of
/// Wismo's: it must not be sniffed, indexed, cached or framed.
#[must_use]
pub fn answer(status: StatusCode, media_type: &'static str, body: impl Into<Bytes>) -> Response {
    let mut response = http::Response::new(FullBody::new(body.into()));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    for (name, value) in [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (
            header::HeaderName::from_static("x-robots-tag"),
            "noindex, nofollow",
        ),
        (header::CACHE_CONTROL, "no-store"),
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; frame-ancestors 'none'",
        ),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// An answer in JSON.
#[must_use]
pub fn json(status: StatusCode, value: &impl Serialize) -> Response {
    // Our answers can always be written as JSON.
    let body = serde_json::to_vec(value).unwrap_or_default();
    answer(status, "application/json", body)
}

#[derive(Serialize)]
struct Problem {
    error: String,
}

/// An error that tells the caller what to mend: `{"error": "..."}`.
#[must_use]
pub fn error(status: StatusCode, message: impl Into<String>) -> Response {
    json(
        status,
        &Problem {
            error: message.into(),
        },
    )
}

/// The answer to a request whose body could not be read.
#[must_use]
pub fn no_body(fault: BodyError) -> Response {
    error(fault.status(), fault.to_string())
}

/// 405, with the methods that are allowed (RFC 9110, section 15.5.6).
#[must_use]
pub fn method_not_allowed(allow: &'static str) -> Response {
    let mut response = error(
        StatusCode::METHOD_NOT_ALLOWED,
        format!("only {allow} works here"),
    );
    response
        .headers_mut()
        .insert(header::ALLOW, HeaderValue::from_static(allow));
    response
}

/// The answer to HEAD: the one to GET without its body (RFC 9110, section 9.3.2).
#[must_use]
pub fn without_body(response: Response) -> Response {
    response.map(|_| FullBody::default())
}

/// 204: it is done, and there is nothing to say.
#[must_use]
pub fn no_content() -> Response {
    let mut response = answer(StatusCode::NO_CONTENT, "text/plain", Bytes::new());
    response.headers_mut().remove(header::CONTENT_TYPE);
    response
}

/// 401 for a request without the job secret.
#[must_use]
pub fn bearer_required() -> Response {
    unauthorized("the job secret")
}

/// 401 for a request without a secret that it needs.
#[must_use]
pub fn unauthorized(secret: &str) -> Response {
    let mut response = error(
        StatusCode::UNAUTHORIZED,
        format!("send {secret}: Authorization: Bearer ..."),
    );
    response
        .headers_mut()
        .insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    response
}

/// 503 for a setting at fault. Anybody may ask, so it names only the variable; the
/// fault itself is for the operator, who reads the log.
#[must_use]
pub fn not_set_up(component: &'static str, fault: &SettingError) -> Response {
    settings::report(component, fault);
    error(
        StatusCode::SERVICE_UNAVAILABLE,
        format!(
            "Wismo is not set up: the variable `{}` is at fault, and the log says why",
            fault.variable
        ),
    )
}

/// 503 for a fault of ours or of the store, which asks the caller to try again. The
/// fault itself is told in the log alone.
#[must_use]
pub fn try_again(component: &str, fault: &dyn std::fmt::Display) -> Response {
    eprintln!(
        "{} {component}: {fault}",
        wismo_domain::time::Timestamp::now()
    );
    let mut response = error(
        StatusCode::SERVICE_UNAVAILABLE,
        "the store did not answer; send it again",
    );
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    response
}

//! Answers: JSON, pages, errors, methods.

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use schemars::JsonSchema;
use serde::Serialize;
use spin_sdk::http::FullBody;

use super::Response;

/// The media type of pages.
pub const HTML: &str = "text/html; charset=utf-8";

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

/// A page, and the `Content-Security-Policy` that allows what it holds.
#[must_use]
pub fn html(status: StatusCode, html: String, policy: &str) -> Response {
    let mut response = answer(status, HTML, html);
    allow(response.headers_mut(), policy);
    response
}

/// Gives an answer the `Content-Security-Policy` of its page.
pub fn allow(headers: &mut HeaderMap, policy: &str) {
    if let Ok(policy) = HeaderValue::try_from(policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
}

/// The body of an answer that tells the caller what to mend.
#[derive(Serialize, JsonSchema)]
pub struct Problem {
    /// The fault, in words.
    pub error: String,
    /// The field that is wrong, by its path in the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
}

/// An error that tells the caller what to mend: `{"error": "..."}`.
#[must_use]
pub fn error(status: StatusCode, message: impl Into<String>) -> Response {
    json(
        status,
        &Problem {
            error: message.into(),
            path: None,
        },
    )
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

/// Redirects after a form, so that reloading the page does not send it again.
#[must_use]
pub fn see_other(location: &str) -> Response {
    let mut response = answer(StatusCode::SEE_OTHER, "text/html", Bytes::new());
    // Our own locations are a path and base64url.
    if let Ok(location) = HeaderValue::try_from(location) {
        response.headers_mut().insert(header::LOCATION, location);
    }
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

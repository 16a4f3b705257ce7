//! The first checks of a request with a document.

use crate::request::body;
use crate::{Response, response};
use bytes::Bytes;
use http::StatusCode;
use serde::Serialize;
use spin_sdk::http::Request;
use wismo_domain::order::Flaw;

/// The largest document, in bytes.
const MAX_BODY_BYTES: usize = 256 * 1024;

#[derive(Serialize)]
struct Refused {
    error: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    path: String,
}

/// Reads the whole body.
///
/// # Errors
/// The answer to give.
pub async fn whole(request: Request) -> Result<Bytes, Response> {
    up_to(request, MAX_BODY_BYTES).await
}

/// Reads the whole body, of at most `limit` bytes.
///
/// # Errors
/// The answer to give.
pub async fn up_to(request: Request, limit: usize) -> Result<Bytes, Response> {
    body(request, limit).await.map_err(response::no_body)
}

/// 415 for a body that is not JSON.
#[must_use]
pub fn not_json() -> Response {
    let message = "send application/json, and say so in Content-Type";
    response::error(StatusCode::UNSUPPORTED_MEDIA_TYPE, message)
}

/// 400 that names the field.
#[must_use]
pub fn refused(flaw: Flaw) -> Response {
    named(StatusCode::BAD_REQUEST, flaw)
}

/// 409 that names a field which is well-formed, but asks for something that conflicts.
#[must_use]
pub fn conflict(flaw: Flaw) -> Response {
    named(StatusCode::CONFLICT, flaw)
}

fn named(status: StatusCode, flaw: Flaw) -> Response {
    let error = if flaw.path.is_empty() {
        format!("the body {}", flaw.reason)
    } else {
        flaw.to_string()
    };
    let path = flaw.path;
    response::json(status, &Refused { error, path })
}

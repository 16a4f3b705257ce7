//! JSON documents. An error names a fault by its path and says what must stand
//! there; it does not repeat what does.

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::Value;
use spin_sdk::http::Request;
use wismo_domain::check::FieldError;

use super::request::{body, has_media_type};
use super::response::Problem;
use super::{Rejection, Response, response};

/// The largest document, in bytes, unless a handler says otherwise.
const MAX_BODY_BYTES: usize = 256 * 1024;

/// Checks that the request's body is JSON, as far as its headers say.
///
/// # Errors
/// 415 for a body that is not JSON.
pub fn must_be_json(headers: &HeaderMap) -> Result<(), Rejection> {
    if has_media_type(headers, "application/json") {
        return Ok(());
    }
    let message = "send application/json, and say so in Content-Type";
    Err(response::error(StatusCode::UNSUPPORTED_MEDIA_TYPE, message).into())
}

/// Reads the whole body of a document.
///
/// # Errors
/// When it is too large, too slow, or breaks off.
pub async fn read_body(request: Request) -> Result<Bytes, Rejection> {
    Ok(body(request, MAX_BODY_BYTES).await?)
}

/// Parses a body as JSON.
///
/// # Errors
/// When it is not JSON.
pub fn json(body: &[u8]) -> Result<Value, FieldError> {
    // A syntax error's message holds a position, but no part of the text.
    serde_json::from_slice(body).map_err(|error| field_error("", format!("is not JSON: {error}")))
}

/// Reads the part of a document that stands at `under`.
///
/// # Errors
/// Names the field that is wrong.
pub fn part<T: DeserializeOwned>(under: &str, value: Value) -> Result<T, FieldError> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let path = match (under, error.path().to_string().as_str()) {
            (under, ".") => under.to_owned(),
            ("", path) => path.to_owned(),
            (under, path) => format!("{under}.{path}"),
        };
        let reason = reason(&error.inner().to_string());
        field_error(&path, reason)
    })
}

/// Reads the part of a document that stands at `under` and is an object.
///
/// # Errors
/// As for [`part`].
pub fn object<T: DeserializeOwned>(under: &str, value: Value) -> Result<T, FieldError> {
    if !value.is_object() {
        return Err(field_error(under, "must be an object"));
    }
    part(under, value)
}

/// A field error at a path.
///
/// The path is cut, for it may hold a name that the merchant chose, of any length.
#[must_use]
pub fn field_error(path: &str, reason: impl Into<String>) -> FieldError {
    FieldError {
        path: path.chars().filter(|c| !c.is_control()).take(100).collect(),
        reason: reason.into(),
    }
}

/// The reason in words for a merchant. serde names what it found, which is left out,
/// and then what it expected, in Rust's words.
fn reason(message: &str) -> String {
    if let Some(field) = message.strip_prefix("missing field ") {
        return format!("needs the field {field}");
    }
    // A message of ours, which does not repeat what stands there.
    if message.starts_with("must ") {
        return message.to_owned();
    }
    let (found, expected) = message
        .rsplit_once("expected ")
        .unwrap_or((message, "something else"));
    if found.starts_with("unknown field") {
        return format!(
            "is not known; there are {}",
            expected.trim_start_matches("one of ")
        );
    }
    match expected {
        "a boolean" => "must be true or false".to_owned(),
        "a sequence" => "must be a list".to_owned(),
        "a string" | "string or map" | "map with a single key" => "must be a string".to_owned(),
        expected if expected.starts_with("struct ") => "must be an object".to_owned(),
        expected => format!("must be {expected}"),
    }
}

/// 409 that names a field which is well-formed, but asks for something that conflicts.
#[must_use]
pub fn conflict(field_error: FieldError) -> Response {
    at_fault(StatusCode::CONFLICT, field_error)
}

/// An error that names the field.
pub(super) fn at_fault(status: StatusCode, field_error: FieldError) -> Response {
    let error = if field_error.path.is_empty() {
        format!("the body {}", field_error.reason)
    } else {
        field_error.to_string()
    };
    let path = Some(field_error.path).filter(|path| !path.is_empty());
    response::json(status, &Problem { error, path })
}

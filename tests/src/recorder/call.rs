//! Checks that every JSON API makes of a request.

use http::StatusCode;
use http::request::Parts;
use serde_json::Value;

use super::server::{Refusal, media_type};

/// A status and its reason, before an API puts them into its own form.
pub(super) type Fault = (u16, String);

/// The body of a POST with JSON to a path, of at most `most` bytes.
pub(super) fn json(parts: &Parts, body: &[u8], path: &str, most: usize) -> Result<Value, Fault> {
    post(parts, body, path, most)?;
    if media_type(parts, "content-type") != "application/json" {
        return Err((415, "content-type is not application/json".to_owned()));
    }
    serde_json::from_slice(body).map_err(|_| (400, "the body is not JSON".to_owned()))
}

/// Checks that a request is a POST to a path, of at most `most` bytes.
pub(super) fn post(parts: &Parts, body: &[u8], path: &str, most: usize) -> Result<(), Fault> {
    if parts.uri.path() != path || parts.uri.query().is_some() {
        return Err((404, "no such endpoint".to_owned()));
    }
    if parts.method != "POST" {
        return Err((405, "the method is not POST".to_owned()));
    }
    if body.len() > most {
        return Err((413, format!("the request is larger than {most} bytes")));
    }
    Ok(())
}

/// A header field as text; empty if it is not there.
pub(super) fn field<'a>(parts: &'a Parts, name: &str) -> &'a str {
    let field = parts.headers.get(name);
    field
        .and_then(|field| field.to_str().ok())
        .unwrap_or_default()
}

/// Checks that a header field has this value.
pub(super) fn authorized(parts: &Parts, name: &str, value: &str) -> Result<(), Fault> {
    match field(parts, name) {
        field if field == value => Ok(()),
        _ => Err((401, format!("{name} is wrong"))),
    }
}

/// An answer with a status, a body, and the recorder's note about it.
pub(super) fn refusal((status, why): Fault, body: &Value) -> Refusal {
    Refusal {
        status: StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
        body: body.to_string(),
        why: format!("{status}: {why}"),
    }
}

/// A fault of a mail, as a 400.
pub(super) fn bad(why: String) -> Fault {
    (400, why)
}

//! The request's body.

use base64::display::Base64Display;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, USER_AGENT};
use http::{HeaderValue, Request, Uri};
use serde::{Serialize, Serializer};

use super::RequestError;

/// The agent sent with every request: Resend answers 403 without one
/// (<https://resend.com/docs/api-reference/introduction>, "User-Agent"), and
/// Mailtrap may.
const AGENT: &str = concat!("wismo/", env!("CARGO_PKG_VERSION"));

/// Makes a POST of JSON, of at most `most` bytes.
pub(super) fn json(
    endpoint: &Uri,
    body: &impl Serialize,
    most: usize,
) -> Result<Request<Bytes>, RequestError> {
    let body = serde_json::to_vec(body).map_err(|_| RequestError::Form)?;
    let json = HeaderValue::from_static("application/json");
    post(endpoint, json, body.into(), most)
}

/// Makes a POST of at most `most` bytes that asks for JSON in the answer.
pub(super) fn post(
    endpoint: &Uri,
    media_type: HeaderValue,
    body: Bytes,
    most: usize,
) -> Result<Request<Bytes>, RequestError> {
    if body.len() > most {
        return Err(RequestError::TooLarge);
    }
    Request::post(endpoint.clone())
        .header(ACCEPT, "application/json")
        .header(CONTENT_TYPE, media_type)
        // Without the length it would be sent in chunks, which not every
        // server reads.
        .header(CONTENT_LENGTH, body.len())
        .header(USER_AGENT, AGENT)
        .body(body)
        .map_err(|_| RequestError::Form)
}

/// Bytes that are written in JSON as base64.
pub(super) struct Base64<'a>(pub(super) &'a [u8]);

impl Serialize for Base64<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&Base64Display::new(self.0, &STANDARD))
    }
}

//! Answers that a browser keeps and asks about each time (RFC 9110, sections 13.1.2
//! and 15.4.5).

use http::{HeaderMap, HeaderValue, StatusCode, header};

use super::{Response, encoding, entity_tag, response};

/// Lets a browser keep the answer but ask each time whether it is still current:
/// answers with 304 if it is. The answer may depend on the reader's cookies and
/// language.
#[must_use]
pub fn cached(media_type: &'static str, body: Vec<u8>, request: &HeaderMap) -> Response {
    let tag = entity_tag::of_body(&body);
    let mut answer = if entity_tag::knows(request, &tag) {
        let mut known = response::no_content();
        *known.status_mut() = StatusCode::NOT_MODIFIED;
        known
    } else {
        encoding::encoded(request, media_type, body)
    };
    let headers = answer.headers_mut();
    headers.insert(
        header::VARY,
        HeaderValue::from_static("Accept-Encoding, Accept-Language, Cookie"),
    );
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, no-cache"),
    );
    entity_tag::put(headers, &tag);
    answer
}

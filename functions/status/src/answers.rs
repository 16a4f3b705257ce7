//! Answers that are pages.

use http::{HeaderMap, HeaderValue, StatusCode, header};
use wismo_platform::http::Response;
use wismo_platform::http::cached::cached;
use wismo_platform::http::response::{self, HTML};
use wismo_view::page::{self, Document};

use crate::language;

/// The answer to every wrong link, in the browser's language, which tells
/// nothing about any order.
#[must_use]
pub fn not_found(request: &HeaderMap) -> Response {
    let document = page::not_found(language::accepted(request));
    html(StatusCode::NOT_FOUND, document)
}

/// Answers with a page.
#[must_use]
pub fn html(status: StatusCode, document: Document) -> Response {
    response::html(status, document.html, &document.policy)
}

/// Answers with an order's page, which the browser keeps and asks about.
#[must_use]
pub fn shown(document: Document, request: &HeaderMap) -> Response {
    let mut answer = cached(HTML, document.html.into(), request);
    let headers = answer.headers_mut();
    response::allow(headers, &document.policy);
    if let Some(seconds) = document.renewed_after {
        headers.insert(header::REFRESH, HeaderValue::from(seconds));
    }
    answer
}

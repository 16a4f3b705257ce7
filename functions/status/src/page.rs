//! The way from a token to the page and its other forms.

use http::{HeaderMap, HeaderValue, StatusCode, header};
use sha2::{Digest, Sha256};
use wismo_domain::link::Kind;
use wismo_domain::settings::Part;
use wismo_platform::request::knows;
use wismo_platform::{Response, response};
use wismo_view::page::{self, Document, Page};

use crate::access::enter;
use crate::settings::settings;
use crate::{encoding, file, language};

/// The form in which an order is asked for.
#[derive(Clone, Copy)]
pub enum Wanted<'a> {
    /// The page.
    Page,
    /// The same in JSON.
    Json,
    /// The expected day as an event.
    Calendar,
    /// A document, by its number.
    Document(&'a str),
}

/// Answers with the page or file that a token leads to. A forged token costs no
/// store call, and every wrong one gets the same answer.
pub async fn respond(
    token: &str,
    wanted: Wanted<'_>,
    query: &str,
    headers: &HeaderMap,
) -> Response {
    let settings = match settings().await {
        Ok(settings) => settings,
        Err(fault) => return response::not_set_up("status", &fault),
    };
    let asked = language::asked(query);
    let kinds = [Kind::Customer, Kind::Gift];
    let door = match enter(&settings, token, &kinds, asked, headers).await {
        Ok(door) => door,
        Err(answer) => return answer,
    };
    let state = &door.state;
    let page = Page {
        shop: door.shop,
        settings: &door.rules,
        sight: door.sight,
        state,
        now: door.now,
        token,
        is_still: query.split('&').any(|pair| pair == "still"),
        language: door.language,
    };
    match wanted {
        Wanted::Page => {
            let mut answer = shown(page::render(&page), headers);
            if let Some(language) = asked {
                language::keep(answer.headers_mut(), token, language);
            }
            answer
        }
        Wanted::Json => cached("application/json", page::machine(&page), headers),
        Wanted::Calendar => {
            let url = format!("{}/s/{token}", settings.public_url);
            // Derived from the order, not from a link that may be replaced.
            let order = &door.link.order;
            let order = [&*order.shop, &*order.order].join("\n");
            let uid = format!("{}@wismo", hex(&Sha256::digest(order)));
            match page::calendar(&page, &uid, &url) {
                Some(calendar) => cached("text/calendar; charset=utf-8", calendar.into(), headers),
                None => not_found(headers),
            }
        }
        Wanted::Document(index) if door.sight.sees(&door.rules, Part::Documents) => {
            file::respond(&door.shop.id, &state.order, index, headers).await
        }
        Wanted::Document(_) => not_found(headers),
    }
}

/// The answer to every wrong link, in the browser's language, which tells
/// nothing about any order.
#[must_use]
pub fn not_found(request: &HeaderMap) -> Response {
    let document = page::not_found(language::accepted(request));
    html(StatusCode::NOT_FOUND, document)
}

/// Answers with a page.
pub fn html(status: StatusCode, document: Document) -> Response {
    let mut answer = response::answer(status, HTML, document.html);
    allow(answer.headers_mut(), &document.policy);
    answer
}

const HTML: &str = "text/html; charset=utf-8";

fn allow(headers: &mut HeaderMap, policy: &str) {
    if let Ok(policy) = HeaderValue::try_from(policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
}

/// Answers with an order's page.
fn shown(document: Document, request: &HeaderMap) -> Response {
    let mut answer = cached(HTML, document.html.into(), request);
    let headers = answer.headers_mut();
    allow(headers, &document.policy);
    if let Some(seconds) = document.renewed_after {
        headers.insert(header::REFRESH, HeaderValue::from(seconds));
    }
    answer
}

/// Lets a browser keep the answer but ask each time whether it is still
/// current: answers with 304 if it is (RFC 9110, sections 13.1.2 and 15.4.5).
fn cached(media_type: &'static str, body: Vec<u8>, request: &HeaderMap) -> Response {
    let tag = entity_tag(&body);
    let mut answer = if knows(request, &tag) {
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
    if let Ok(tag) = HeaderValue::try_from(tag) {
        headers.insert(header::ETAG, tag);
    }
    answer
}

/// The digest of the document. The tag is weak: compressed or not, the
/// document means the same (section 8.8.1).
fn entity_tag(body: &[u8]) -> String {
    let digest = hex(&Sha256::digest(body));
    format!("W/\"{digest}\"")
}

/// The first half of a digest, in hexadecimal digits.
fn hex(digest: &[u8]) -> String {
    let bytes = digest.iter().take(16);
    bytes.map(|byte| format!("{byte:02x}")).collect()
}

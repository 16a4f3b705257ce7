//! From the token to the page.

use futures::future::try_join;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use sha2::{Digest, Sha256};
use wismo_domain::environment::Environment;
use wismo_domain::link::{Kind, Link};
use wismo_domain::log::read;
use wismo_domain::shop::Shop;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::request::knows;
use wismo_platform::shop_settings::shop_settings;
use wismo_platform::store::SpinStore;
use wismo_platform::{Response, response};
use wismo_view::page::{self, Document, Page, Sight};
use wismo_view::texts::Language;

use crate::settings::{Settings, settings};

/// The page that a token leads to. A forged token costs no store call, and
/// every wrong one gets the same answer.
pub async fn respond(token: &str, headers: &HeaderMap) -> Response {
    let settings = match settings().await {
        Ok(settings) => settings,
        Err(fault) => return response::not_set_up("status", &fault),
    };
    let Some((link, shop)) = opened(&settings, token, Kind::Customer) else {
        return not_found(headers);
    };
    let reading = read(&SpinStore, &SpinEnvironment, &link.order);
    let (snapshot, rules) = match try_join(reading, shop_settings(&shop.id)).await {
        Ok((reading, rules)) => (reading.snapshot, rules),
        Err(fault) => return response::try_again("status", &fault),
    };
    let Some(mut state) = snapshot.state() else {
        return not_found(headers);
    };
    state.read_by(&rules);
    let choice = snapshot.choice();
    let spoken = [
        choice.language.as_deref(),
        state.order.customer.locale.as_deref(),
        Some(&shop.locale),
    ];
    let language = Language::first_of(spoken.into_iter().flatten());
    cached(
        page::render(&Page {
            shop,
            settings: &rules,
            sight: Sight::Whole,
            state: &state,
            now: SpinEnvironment.now(),
            token,
            language,
        }),
        headers,
    )
}

/// What a token of this kind leads to, and the shop.
pub fn opened<'a>(settings: &'a Settings, token: &str, kind: Kind) -> Option<(Link, &'a Shop)> {
    let link = settings.link_keys.open(token)?;
    // No link was ever replaced yet, so only the first is current.
    if link.kind != kind || link.rotation != 0 {
        return None;
    }
    let mut shops = settings.shops.iter();
    let shop = shops.find(|shop| shop.id == link.order.shop)?;
    Some((link, shop))
}

/// The answer to every wrong link, in the browser's language: that tells
/// nothing about any order.
#[must_use]
pub fn not_found(request: &HeaderMap) -> Response {
    let accepted = request.get(header::ACCEPT_LANGUAGE);
    let accepted = accepted.and_then(|value| value.to_str().ok());
    let language = Language::accepted(accepted.unwrap_or_default());
    html(StatusCode::NOT_FOUND, page::not_found(language))
}

/// A page.
pub fn html(status: StatusCode, document: Document) -> Response {
    let Document {
        html,
        policy,
        renewed_after,
    } = document;
    let mut response = response::answer(status, "text/html; charset=utf-8", html);
    let policy = HeaderValue::try_from(policy);
    let headers = response.headers_mut();
    if let Ok(policy) = policy {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    if let Some(seconds) = renewed_after {
        headers.insert(header::REFRESH, HeaderValue::from(seconds));
    }
    response
}

/// Lets a browser keep the page but ask each time whether it still holds: 304
/// where it does (RFC 9110, sections 13.1.2 and 15.4.5).
fn cached(document: Document, request: &HeaderMap) -> Response {
    let tag = entity_tag(&document.html);
    let mut response = html(StatusCode::OK, document);
    if knows(request, &tag) {
        response = response::without_body(response);
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        response.headers_mut().remove(header::CONTENT_TYPE);
    }
    let headers = response.headers_mut();
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, no-cache"),
    );
    if let Ok(tag) = HeaderValue::try_from(tag) {
        headers.insert(header::ETAG, tag);
    }
    response
}

/// A strong tag: the document's own digest.
fn entity_tag(document: &str) -> String {
    let digest = Sha256::digest(document);
    let hex: String = digest
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("\"{hex}\"")
}

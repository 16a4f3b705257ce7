//! The decision to let a request in.

use http::StatusCode;
use spin_sdk::http::Request;
use wismo_domain::shop::Shop;
use wismo_platform::http::{Rejection, Response, request, response};

use crate::settings::settings;

/// Lets a request in that has the desk's key and asks for a shop that exists:
/// `/desk/api/{shop}/...`. Returns the shop and the path below it.
///
/// # Errors
/// The answer to a request that stays outside.
pub async fn enter(request: &Request) -> Result<(Shop, Vec<String>), Rejection> {
    let mut path = request::segments(request.uri().path()).unwrap_or_default();
    if !matches!(path.as_slice(), [_, api, ..] if api == "api") {
        return Err(no_pages().into());
    }
    let settings = settings().await?;
    if !request::has_bearer(request.headers(), &settings.desk_api_key) {
        return Err(response::unauthorized("the desk's API key").into());
    }
    let found = match path.as_slice() {
        [desk, api, shop, ..] if desk == "desk" && api == "api" => {
            settings.shops.iter().find(|other| other.id == *shop)
        }
        _ => return Err(nothing_here().into()),
    };
    match found {
        Some(shop) => Ok((shop.clone(), path.split_off(3))),
        None => Err(response::error(StatusCode::NOT_FOUND, "no shop has this id").into()),
    }
}

/// 404 for a visitor with a browser.
fn no_pages() -> Response {
    let message = "the desk has no pages: it is an API, at /desk/api/{shop}/..., for who has the \
                   desk's API key; docs/api/desk.md describes it";
    response::error(StatusCode::NOT_FOUND, message)
}

/// 404 for a path that does not exist.
#[must_use]
pub fn nothing_here() -> Response {
    let message = "there is nothing here: docs/api/desk.md lists what is at /desk/api/{shop}/...";
    response::error(StatusCode::NOT_FOUND, message)
}

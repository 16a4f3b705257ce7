//! The parts that the desk's components share.
//!
//! | module | holds |
//! |---|---|
//! | [`receive`] | the first checks of a request with a document |
//! | [`document`] | reading a document, and naming a fault by its path |
//! | [`shop_settings`] | reading a shop's settings |
//! | [`versioned`], [`entity_tag`] | reading and writing what is kept in versions; the version that a request names |
//! | `order` | the order that a request is about |
//! | [`settings`] | the variables that the components read |

pub mod document;
pub mod entity_tag;
mod order;
pub mod receive;
pub mod settings;
pub mod shop_settings;
pub mod versioned;

use http::StatusCode;
use spin_sdk::http::Request;
use wismo_domain::shop::Shop;

use crate::{Response, request, response};
pub use order::{no_order, order};

/// Has the mail component work off what is due, once this request is answered.
pub async fn wake() {
    if let Ok(settings) = settings::settings().await {
        crate::hand_over::drain("desk", &settings.job_secret);
    }
}

/// The decision to let a request in or not.
pub enum Door {
    /// The request has the key; it is about this shop, and this is the path below it.
    Open(Shop, Vec<String>),
    /// The answer to give.
    Shut(Response),
}

/// Lets a request in that has the desk's key and asks for a shop that exists:
/// `/desk/api/{shop}/...`.
pub async fn enter(request: &Request) -> Door {
    let mut path = request::segments(request.uri().path()).unwrap_or_default();
    if !matches!(path.as_slice(), [_, api, ..] if api == "api") {
        return Door::Shut(no_pages());
    }
    let settings = match settings::settings().await {
        Ok(settings) => settings,
        Err(fault) => return Door::Shut(response::not_set_up("desk", &fault)),
    };
    if !request::has_bearer(request.headers(), &settings.desk_api_key) {
        return Door::Shut(response::unauthorized("the desk's API key"));
    }
    let found = match path.as_slice() {
        [desk, api, shop, ..] if desk == "desk" && api == "api" => {
            let mut shops = settings.shops.iter();
            Some(shops.find(|other| other.id == *shop))
        }
        _ => None,
    };
    match found {
        Some(Some(shop)) => Door::Open(shop.clone(), path.split_off(3)),
        Some(None) => Door::Shut(response::error(
            StatusCode::NOT_FOUND,
            "no shop has this id",
        )),
        None => Door::Shut(nothing_here()),
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

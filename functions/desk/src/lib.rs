//! The merchant's desk. Everything here asks for the desk's API key.
//!
//! | module | holds |
//! |---|---|
//! | [`shop_settings`] | `GET` and `PUT /desk/api/{shop}/settings` |
//! | [`orders`] | `GET /desk/api/{shop}/orders/{id}`: an order's history |
//! | [`rehearse`] | `POST /desk/api/{shop}/rehearse`: what other settings would have mailed |
//! | [`templates`] | `/desk/api/{shop}/templates/...`: the shop's own words in mails, and what they look like |
//! | [`receive`] | what a request with a document begins with |
//! | [`document`] | reading a merchant's document |
//! | [`versioned`], [`entity_tag`] | reading and writing what is kept in versions; which version a request names |
//! | [`settings`] | the variables that this component reads |

pub mod document;
pub mod entity_tag;
pub mod orders;
pub mod receive;
pub mod rehearse;
#[cfg(test)]
mod schema_tests;
pub mod settings;
pub mod shop_settings;
pub mod templates;
pub mod versioned;

use http::{Method, StatusCode};
use spin_sdk::http::Request;
use wismo_domain::shop::Shop;
use wismo_platform::{Response, request, response};

/// Entry point of the component.
#[cfg_attr(target_family = "wasm", spin_sdk::http_service)]
pub async fn handle(request: Request) -> Response {
    let settings = match settings::settings().await {
        Ok(settings) => settings,
        Err(fault) => return response::not_set_up("desk", &fault),
    };
    if !request::has_bearer(request.headers(), &settings.desk_api_key) {
        return response::unauthorized("the desk's API key");
    }
    let path = request::segments(request.uri().path()).unwrap_or_default();
    let path: Vec<_> = path.iter().map(String::as_str).collect();
    let ["desk", "api", shop, rest @ ..] = path.as_slice() else {
        return not_found();
    };
    let Some(shop) = settings.shops.iter().find(|other| other.id == *shop) else {
        return response::error(StatusCode::NOT_FOUND, "no shop has this id");
    };
    let is_head = request.method() == Method::HEAD;
    let answer = match rest {
        ["settings"] => at_settings(shop, request).await,
        ["templates", path @ ..] => templates::respond(shop, path, request).await,
        ["orders", order] => match *request.method() {
            Method::GET | Method::HEAD => {
                let query = request.uri().query().unwrap_or_default().to_owned();
                orders::read(&shop.id, order, &query).await
            }
            _ => response::method_not_allowed("GET, HEAD"),
        },
        ["rehearse"] if request.method() == Method::POST => rehearse::respond(shop, request).await,
        ["rehearse"] => response::method_not_allowed("POST"),
        _ => not_found(),
    };
    if is_head {
        return response::without_body(answer);
    }
    answer
}

async fn at_settings(shop: &Shop, request: Request) -> Response {
    match *request.method() {
        Method::GET | Method::HEAD => shop_settings::read(&shop.id, request.headers()).await,
        Method::PUT => shop_settings::replace(&shop.id, request).await,
        _ => response::method_not_allowed("GET, HEAD, PUT"),
    }
}

fn not_found() -> Response {
    response::error(StatusCode::NOT_FOUND, "there is nothing here")
}

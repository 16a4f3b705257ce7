//! The merchant's desk. Everything here asks for the desk's API key.
//!
//! | module | holds |
//! |---|---|
//! | [`shop_settings`] | `GET` and `PUT /desk/api/{shop}/settings` |
//! | [`document`] | reading a merchant's document |
//! | [`entity_tag`] | which version a request names |
//! | [`settings`] | the variables that this component reads |

pub mod document;
pub mod entity_tag;
#[cfg(test)]
mod schema_tests;
pub mod settings;
pub mod shop_settings;

use http::{Method, StatusCode};
use spin_sdk::http::Request;
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
    let ["desk", "api", shop, "settings"] = path.as_slice() else {
        return response::error(StatusCode::NOT_FOUND, "there is nothing here");
    };
    if !settings.shops.iter().any(|other| other.id == *shop) {
        return response::error(StatusCode::NOT_FOUND, "no shop has this id");
    }
    match *request.method() {
        Method::GET => shop_settings::read(shop, request.headers()).await,
        Method::HEAD => response::without_body(shop_settings::read(shop, request.headers()).await),
        Method::PUT => shop_settings::replace(shop, request).await,
        _ => response::method_not_allowed("GET, HEAD, PUT"),
    }
}

//! The merchant's desk. Everything here asks for the desk's API key.
//!
//! | module | holds |
//! |---|---|
//! | [`shop_settings`] | `GET` and `PUT /desk/api/{shop}/settings` |
//! | [`orders`] | `GET /desk/api/{shop}/orders/{id}`: an order's history |
//! | [`rehearse`] | `POST /desk/api/{shop}/rehearse`: what other settings would have mailed |
//! | [`tasks`] | `/desk/api/{shop}/tasks`: orders to look after |
//! | [`suppressions`] | `/desk/api/{shop}/suppressions/{address}`; `GET /desk/api/mail`: whether mails are sent |
//! | [`receive`] | what a request with a document begins with |
//! | [`document`] | reading a merchant's document |
//! | [`entity_tag`] | which version a request names |
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
pub mod suppressions;
pub mod tasks;

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
    let is_head = request.method() == Method::HEAD;
    if let ["desk", "api", "mail"] = path.as_slice() {
        return match *request.method() {
            Method::GET => suppressions::sending().await,
            Method::HEAD => response::without_body(suppressions::sending().await),
            _ => response::method_not_allowed("GET, HEAD"),
        };
    }
    let ["desk", "api", shop, rest @ ..] = path.as_slice() else {
        return not_found();
    };
    let Some(shop) = settings.shops.iter().find(|other| other.id == *shop) else {
        return response::error(StatusCode::NOT_FOUND, "no shop has this id");
    };
    let answer = match rest {
        ["settings"] => at_settings(shop, request).await,
        ["orders", order] => match *request.method() {
            Method::GET | Method::HEAD => {
                let query = request.uri().query().unwrap_or_default().to_owned();
                orders::read(&shop.id, order, &query).await
            }
            _ => response::method_not_allowed("GET, HEAD"),
        },
        ["rehearse"] if request.method() == Method::POST => rehearse::respond(shop, request).await,
        ["rehearse"] => response::method_not_allowed("POST"),
        ["suppressions", address] => {
            suppressions::respond(&shop.id, address, request.method()).await
        }
        ["tasks"] => match *request.method() {
            Method::GET | Method::HEAD => {
                let query = request.uri().query().unwrap_or_default();
                tasks::list(&shop.id, query).await
            }
            _ => response::method_not_allowed("GET, HEAD"),
        },
        ["tasks", task] if request.method() == Method::DELETE => tasks::end(&shop.id, task).await,
        ["tasks", _] => response::method_not_allowed("DELETE"),
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

//! The merchant's desk. Every request needs the desk's API key. The templates are a component of
//! their own, and the status page's component previews the page under other settings.
//!
//! | module | holds |
//! |---|---|
//! | [`shop_settings`] | `GET` and `PUT /desk/api/{shop}/settings` |
//! | [`orders`] | `GET /desk/api/{shop}/orders/{id}`: an order's history |
//! | [`waiting`] | `PUT` and `DELETE .../orders/{id}/hold`, `DELETE .../orders/{id}/waiting`: an order's waiting news |
//! | [`release`] | `POST /desk/api/{shop}/release`: releases what the shop held back |
//! | [`links`] | `POST .../orders/{id}/link`: replaces, revokes or restores an order's links |
//! | [`rehearse`] | `POST /desk/api/{shop}/rehearse`: mails that other settings would have caused |
//! | [`tasks`] | `/desk/api/{shop}/tasks`: orders that the merchant should look after |
//! | [`suppressions`] | `/desk/api/{shop}/suppressions/{address}`; `GET /desk/api/{shop}/mail`: whether mails are sent |
//! | [`named`] | checks that the templates that settings name exist |

pub mod links;
pub mod named;
pub mod orders;
pub mod rehearse;
pub mod release;
#[cfg(test)]
mod schema_tests;
pub mod shop_settings;
pub mod suppressions;
pub mod tasks;
pub mod waiting;

use http::Method;
use spin_sdk::http::Request;
use wismo_domain::shop::Shop;
use wismo_platform::{Response, desk, response};

/// Entry point of the component.
#[cfg_attr(target_family = "wasm", spin_sdk::http_service)]
pub async fn handle(request: Request) -> Response {
    let (shop, path) = match desk::enter(&request).await {
        desk::Door::Open(shop, path) => (shop, path),
        desk::Door::Shut(answer) => return answer,
    };
    let shop = &shop;
    let path: Vec<_> = path.iter().map(String::as_str).collect();
    let is_head = request.method() == Method::HEAD;
    let answer = match path.as_slice() {
        ["mail"] => match *request.method() {
            Method::GET | Method::HEAD => suppressions::sending().await,
            _ => response::method_not_allowed("GET, HEAD"),
        },
        ["settings"] => at_settings(shop, request).await,
        ["orders", order] => match *request.method() {
            Method::GET | Method::HEAD => {
                let query = request.uri().query().unwrap_or_default().to_owned();
                orders::read(&shop.id, order, &query).await
            }
            _ => response::method_not_allowed("GET, HEAD"),
        },
        ["orders", order, "hold"] => match *request.method() {
            Method::PUT => waiting::hold(&shop.id, order, true).await,
            Method::DELETE => waiting::hold(&shop.id, order, false).await,
            _ => response::method_not_allowed("PUT, DELETE"),
        },
        ["orders", order, "waiting"] if request.method() == Method::DELETE => {
            waiting::drop_all(&shop.id, order).await
        }
        ["release"] if request.method() == Method::POST => release::respond(&shop.id).await,
        ["rehearse"] if request.method() == Method::POST => {
            Box::pin(rehearse::respond(shop, request)).await
        }
        ["orders", order, "link"] if request.method() == Method::POST => {
            links::respond(&shop.id, order, request).await
        }
        ["release" | "rehearse"] | ["orders", _, "link"] => response::method_not_allowed("POST"),
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
        ["orders", _, "waiting"] | ["tasks", _] => response::method_not_allowed("DELETE"),
        _ => desk::nothing_here(),
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

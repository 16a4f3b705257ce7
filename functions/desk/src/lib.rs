//! The merchant's desk: its pages, for people who sign in, and its API, for programs with
//! a key.
//!
//! | module | holds |
//! |---|---|
//! | [`pages`] | `/desk/...`: the pages, and who may see them |
//! | [`mod@enter`] | the decision to let a request for the API in |
//! | [`shop_settings`] | `GET` and `PUT /desk/api/{shop}/settings` |
//! | [`templates`] | `/desk/api/{shop}/templates/...`: the shop's own words in its mails |
//! | [`preview`] | `POST .../settings/preview` and `POST .../templates/preview`: the page and a mail as they would look |
//! | [`history`] | `GET /desk/api/{shop}/orders/{id}`: an order's history |
//! | [`mails`] | `/desk/api/{shop}/orders/{id}/mails/...`: mails that the merchant sends by hand |
//! | [`waiting`] | `PUT` and `DELETE .../orders/{id}/hold`, `DELETE .../orders/{id}/waiting`: an order's waiting news |
//! | [`links`] | `POST .../orders/{id}/link`: replaces, revokes or restores an order's links |
//! | [`release`] | `POST /desk/api/{shop}/release`: releases what the shop held back |
//! | [`rehearse`] | `POST /desk/api/{shop}/rehearse`: mails that other settings would have caused |
//! | [`tasks`] | `/desk/api/{shop}/tasks`: orders that the merchant should look after |
//! | [`search`] | `GET /desk/api/{shop}/search`: orders and people by anything that is known of them |
//! | [`merged`] | one page of what several shops have |
//! | [`suppressions`] | `/desk/api/{shop}/suppressions/{address}`; `GET /desk/api/{shop}/mail`: whether mails are sent |
//! | [`order`] | the order that a request is about |
//! | [`decided`] | the shop's settings and templates in force |
//! | [`named`] | checks that the templates that settings name exist |
//! | [`versioned`] | reading and writing what is kept in versions |
//! | [`config`] | the variables that every request needs |

pub mod config;
pub mod decided;
pub mod enter;
pub mod history;
pub mod links;
pub mod mails;
pub mod merged;
pub mod named;
pub mod order;
pub mod pages;
pub mod preview;
pub mod rehearse;
pub mod release;
pub mod search;
pub mod shop_settings;
pub mod suppressions;
pub mod tasks;
pub mod templates;
#[cfg(test)]
mod tests;
pub mod versioned;
pub mod waiting;

use http::Method;
use spin_sdk::http::Request;
use wismo_domain::log::Actor;
use wismo_domain::shop::Shop;
use wismo_platform::http::{Rejection, Response, response};
use wismo_platform::{Component, component, mail_client};

use enter::Entered;

/// The component, as the log names it.
const COMPONENT: Component = component!();

/// Entry point of the component.
#[cfg_attr(target_family = "wasm", spin_sdk::http_service)]
pub async fn handle(request: Request) -> Response {
    let is_head = request.method() == Method::HEAD;
    let answer = respond(request).await;
    let answer = answer.unwrap_or_else(|rejection| rejection.answer(COMPONENT));
    if is_head {
        return response::without_body(answer);
    }
    answer
}

async fn respond(request: Request) -> Result<Response, Rejection> {
    if !enter::is_api(request.uri().path()) {
        return Box::pin(pages::respond(request)).await;
    }
    let Entered { shop, path, by } = enter::enter(&request).await?;
    let path: Vec<_> = path.iter().map(String::as_str).collect();
    match path.as_slice() {
        // Boxed because their futures hold orders.
        ["orders", order, path @ ..] => Box::pin(at_order(&shop, order, path, by, request)).await,
        ["templates", path @ ..] => Box::pin(templates::respond(&shop, path, request)).await,
        path => Box::pin(at_shop(&shop, path, request)).await,
    }
}

/// Answers requests about one order.
async fn at_order(
    shop: &Shop,
    order: &str,
    path: &[&str],
    by: Option<Actor>,
    request: Request,
) -> Result<Response, Rejection> {
    match path {
        [] => match *request.method() {
            Method::GET | Method::HEAD => {
                let query = request.uri().query().unwrap_or_default();
                history::read(&shop.id, order, query).await
            }
            _ => Ok(response::method_not_allowed("GET, HEAD")),
        },
        ["hold"] => match *request.method() {
            Method::PUT => waiting::hold(&shop.id, order, true, by).await,
            Method::DELETE => waiting::hold(&shop.id, order, false, by).await,
            _ => Ok(response::method_not_allowed("PUT, DELETE")),
        },
        ["waiting"] if request.method() == Method::DELETE => {
            waiting::drop_all(&shop.id, order, by).await
        }
        ["waiting"] => Ok(response::method_not_allowed("DELETE")),
        ["link"] if request.method() == Method::POST => {
            links::respond(&shop.id, order, by, request).await
        }
        ["link"] => Ok(response::method_not_allowed("POST")),
        ["mails", path @ ..] => Box::pin(mails::respond(shop, order, path, by, request)).await,
        _ => Ok(enter::nothing_here()),
    }
}

/// Answers requests about the rest of a shop.
async fn at_shop(shop: &Shop, path: &[&str], request: Request) -> Result<Response, Rejection> {
    match path {
        ["mail"] => match *request.method() {
            Method::GET | Method::HEAD => suppressions::sending().await,
            _ => Ok(response::method_not_allowed("GET, HEAD")),
        },
        ["settings"] => match *request.method() {
            Method::GET | Method::HEAD => shop_settings::read(&shop.id, request.headers()).await,
            Method::PUT => shop_settings::replace(&shop.id, request).await,
            _ => Ok(response::method_not_allowed("GET, HEAD, PUT")),
        },
        ["settings", "preview"] if request.method() == Method::POST => {
            preview::page::respond(shop, request).await
        }
        ["release"] if request.method() == Method::POST => release::respond(&shop.id).await,
        ["rehearse"] if request.method() == Method::POST => {
            Box::pin(rehearse::respond(shop, request)).await
        }
        ["settings", "preview"] | ["release" | "rehearse"] => {
            Ok(response::method_not_allowed("POST"))
        }
        ["suppressions", address] => {
            suppressions::respond(&shop.id, address, request.method()).await
        }
        ["search"] => match *request.method() {
            Method::GET | Method::HEAD => {
                let query = request.uri().query().unwrap_or_default();
                Box::pin(search::respond(shop, query)).await
            }
            _ => Ok(response::method_not_allowed("GET, HEAD")),
        },
        ["tasks"] => match *request.method() {
            Method::GET | Method::HEAD => {
                let query = request.uri().query().unwrap_or_default();
                tasks::list(&shop.id, query).await
            }
            _ => Ok(response::method_not_allowed("GET, HEAD")),
        },
        ["tasks", task] if request.method() == Method::DELETE => tasks::end(&shop.id, task).await,
        ["tasks", _] => Ok(response::method_not_allowed("DELETE")),
        _ => Ok(enter::nothing_here()),
    }
}

/// Has the mail component work off what is due, once this request is answered.
async fn wake() {
    if let Ok(config) = config::config().await {
        mail_client::drain(COMPONENT, &config.job_secret);
    }
}

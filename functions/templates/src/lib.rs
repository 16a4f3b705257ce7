//! `/desk/api/{shop}/templates/...`: the shop's own words in its mails. It is a component
//! beside the desk's because it carries the code that writes mails, and the size of each
//! component is limited.
//!
//! | module | answers |
//! |---|---|
//! | [`list`] | `GET .../templates`: the list of templates |
//! | [`one`] | `GET`, `PUT` and `DELETE .../templates/{name}` and `.../{name}/{language}` |
//! | [`preview`] | `POST .../templates/preview`: a mail as it would look |
//! | [`variables`] | `GET .../templates/variables`: the variables and filters that a template may use |
//!
//! [`document`] reads a template, [`order`] an order. [`mails`] holds the mails that the
//! merchant sends by hand: `/desk/api/{shop}/orders/{id}/mails/...`.

pub mod document;
pub mod list;
pub mod mails;
pub mod one;
pub mod order;
pub mod preview;
#[cfg(test)]
mod schema_tests;
pub mod variables;

use http::Method;
use spin_sdk::http::Request;
use wismo_domain::keys::{OrderKey, orders_index};
use wismo_domain::log;
use wismo_domain::order::Order;
use wismo_domain::shop::Shop;
use wismo_domain::store::{Store, StoreError};
use wismo_platform::desk;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::store::SpinStore;
use wismo_platform::{Response, response};

/// Entry point of the component.
#[cfg_attr(target_family = "wasm", spin_sdk::http_service)]
pub async fn handle(request: Request) -> Response {
    let (shop, path) = match desk::enter(&request).await {
        desk::Door::Open(shop, path) => (shop, path),
        desk::Door::Shut(answer) => return answer,
    };
    let path: Vec<_> = path.iter().map(String::as_str).collect();
    let is_head = request.method() == Method::HEAD;
    let answer = match path.as_slice() {
        ["orders", order, "mails", path @ ..] => {
            // Boxed because the future holds orders.
            Box::pin(mails::respond(&shop, order, path, request)).await
        }
        ["templates", path @ ..] => respond(&shop, path, request).await,
        _ => desk::nothing_here(),
    };
    if is_head {
        return response::without_body(answer);
    }
    answer
}

async fn respond(shop: &Shop, path: &[&str], request: Request) -> Response {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    match path {
        [] if is_read => list::read(&shop.id, request.headers()).await,
        ["variables"] if is_read => variables::read(),
        [] | ["variables"] => response::method_not_allowed("GET, HEAD"),
        ["preview"] if request.method() == Method::POST => preview::respond(shop, request).await,
        ["preview"] => response::method_not_allowed("POST"),
        [name] => one::respond(shop, (name, None), request).await,
        [name, language] => one::respond(shop, (name, Some(language)), request).await,
        _ => desk::nothing_here(),
    }
}

/// Returns the latest order of a shop.
async fn latest_order(shop: &str) -> Result<Option<Order>, StoreError> {
    let index = orders_index(shop);
    let len = SpinStore.count(&index.len()).await?;
    let entries = index.entries(&SpinStore, len.max(1)..=len).await?;
    let Some((_, entry)) = entries.into_iter().last() else {
        return Ok(None);
    };
    let Ok(key) = OrderKey::new(shop, &entry.order) else {
        return Ok(None);
    };
    let reading = log::read(&SpinStore, &SpinEnvironment, &key).await?;
    Ok(reading.snapshot.order())
}

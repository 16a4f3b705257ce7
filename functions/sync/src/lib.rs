//! Webhooks in: verify, parse, append, acknowledge, project, hand over.
//!
//! | module | holds |
//! |---|---|
//! | [`hook`] | `POST /hooks/{shop}`, from the request to the answer |
//! | [`import`] | `POST /sync/{shop}/import`, up to 1,000 messages at once |
//! | [`release`] | `POST /sync/{shop}/release`, releases what was held back |
//! | [`receive`] | the checks that each of these begins with |
//! | [`ingest`] | stores what a shop said |
//! | [`mail_client`] | wakes the mail component |
//! | [`delivery`] | the content of a delivery |
//! | [`shops`] | one adapter per platform: `verify`, `parse`, `to_order` |
//! | [`config`] | the variables that this component reads |

pub mod config;
pub mod delivery;
pub mod hook;
pub mod import;
pub mod ingest;
pub mod mail_client;
pub mod receive;
pub mod release;
pub mod shops;
#[cfg(test)]
mod tests;

use http::StatusCode;
use spin_sdk::http::Request;
use wismo_platform::http::{Rejection, Response, request, response};
use wismo_platform::{Component, component};

/// The component, as the log names it.
const COMPONENT: Component = component!();

/// Entry point of the component.
#[cfg_attr(target_family = "wasm", spin_sdk::http_service)]
pub async fn handle(request: Request) -> Response {
    let answer = respond(request).await;
    answer.unwrap_or_else(|rejection| rejection.answer(COMPONENT))
}

async fn respond(request: Request) -> Result<Response, Rejection> {
    let path = request::segments(request.uri().path()).unwrap_or_default();
    let path: Vec<_> = path.iter().map(String::as_str).collect();
    match path.as_slice() {
        ["hooks", shop] => hook::respond(request, shop).await,
        ["sync", shop, "import"] => import::respond(request, shop).await,
        ["sync", shop, "release"] => release::respond(request, shop).await,
        _ => Ok(response::error(
            StatusCode::NOT_FOUND,
            "there is nothing here",
        )),
    }
}

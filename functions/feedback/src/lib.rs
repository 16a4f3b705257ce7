//! `POST /mail/events/{provider}`: reports of what became of the mails that were sent.
//!
//! | module | holds |
//! |---|---|
//! | [`respond`] | the route, from the request to the answer |
//! | [`config`] | the variables that this component reads |
//! | [`receive`] | the whole processing of a delivery, without Spin |
//! | [`network`] | fetches certificates, and keeps those that proved a signature |
//! | [`happening`] | something that happened to a mail |
//! | [`record`] | writes what happened to the orders' logs |
//! | [`providers`] | the sender, the proof of who it is (`mail_events_secret`), and each provider's form of its events |

mod bad_body;
pub mod config;
pub mod happening;
pub mod network;
mod not_authentic;
pub mod providers;
pub mod receive;
pub mod record;
pub mod respond;
mod secret_error;
#[cfg(test)]
mod tests;

use http::StatusCode;
use spin_sdk::http::Request;
use wismo_platform::http::{Rejection, Response, request, response};
use wismo_platform::{Component, component};

pub use bad_body::BadBody;
pub use happening::Happening;
pub use not_authentic::NotAuthentic;
pub use providers::{Fetched, Parsed, Source};
pub use secret_error::SecretError;

/// The component, as the log names it.
const COMPONENT: Component = component!();

/// Entry point of the component.
#[cfg_attr(target_family = "wasm", spin_sdk::http_service)]
pub async fn handle(request: Request) -> Response {
    let answer = answer(request).await;
    answer.unwrap_or_else(|rejection| rejection.answer(COMPONENT))
}

async fn answer(request: Request) -> Result<Response, Rejection> {
    let config = config::config().await?;
    let path = request::segments(request.uri().path()).unwrap_or_default();
    let path: Vec<_> = path.iter().map(String::as_str).collect();
    match path.as_slice() {
        ["mail", "events", provider] => respond::respond(request, provider, &config).await,
        _ => Ok(response::error(
            StatusCode::NOT_FOUND,
            "there is nothing here",
        )),
    }
}

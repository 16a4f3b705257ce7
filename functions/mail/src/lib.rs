//! The job queue and the mail APIs. The scheduler's job secret opens only the
//! queue; a mail is shown only to those who have the desk's key.
//!
//! | module | holds |
//! |---|---|
//! | [`drain`] | `POST /mail/drain`: works off the jobs that are due |
//! | [`wake`] | `POST /mail/wake`: looks at one job at once, for `sync` |
//! | [`preview`] | `GET /mail/preview/{id}`: a mail as it is kept |
//! | [`provider_mailer`] | composes mails and hands them to the provider |
//! | [`files`] | the files that go with a mail |
//! | [`providers`] | the mail APIs: `request`, `outcome` |
//! | [`upkeep`] | the work of a drain beside the mails |
//! | [`staff`] | `POST /mail/staff`: sends a mail to a member of the staff, for `desk` |
//! | [`config`] | the variables that this component reads |

pub mod config;
pub mod drain;
pub mod files;
pub mod preview;
pub mod provider_mailer;
pub mod providers;
pub mod staff;
#[cfg(test)]
mod tests;
pub mod upkeep;
pub mod wake;

use http::{Method, StatusCode};
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
    let config = config::config().await?;
    let nothing = || response::error(StatusCode::NOT_FOUND, "there is nothing here");
    let path = request::segments(request.uri().path()).ok_or_else(nothing)?;
    let path: Vec<_> = path.iter().map(String::as_str).collect();
    if let ["mail", "preview", id] = path.as_slice() {
        return preview::respond(id, &request).await;
    }
    if !request::has_bearer(request.headers(), &config.job_secret) {
        return Err(response::bearer_required().into());
    }
    let method = request.method().clone();
    match path.as_slice() {
        ["mail", "drain"] if method == Method::POST => drain::respond(request, &config).await,
        ["mail", "wake"] if method == Method::POST => wake::respond(request, &config).await,
        ["mail", "staff"] if method == Method::POST => staff::respond(request, &config).await,
        ["mail", "drain" | "wake" | "staff"] => Ok(response::method_not_allowed("POST")),
        _ => Err(nothing().into()),
    }
}

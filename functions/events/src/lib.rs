//! `POST /mail/events/{provider}`: reports of what became of the mails that were sent.
//!
//! | module | holds |
//! |---|---|
//! | [`respond`] | the route, from the request to the answer |
//! | [`settings`] | the variables that this component reads |
//! | [`source`] | the sender, the proof of who it is (`mail_events_secret`), and the events that it sends |
//! | [`receive`] | the whole processing of a delivery, without Spin |
//! | [`network`] | fetches certificates, and keeps those that proved a signature |
//! | [`happening`] | something that happened to a mail |
//! | [`record`] | writes what happened to the orders' logs |
//! | `postmark` and the others | one provider's form each: `verify`, `parse` |
//! | `sns` | the signature of messages that come through Amazon SNS or Scaleway |
//!
//! Providers that sign nothing share `shared_secret` in place of `verify`.

mod bad_body;
mod brevo;
pub mod happening;
pub mod mailgun;
mod mailjet;
mod mailtrap;
pub mod network;
mod not_authentic;
mod postmark;
mod read;
mod reason;
pub mod receive;
pub mod record;
mod resend;
pub mod respond;
mod scaleway;
mod secret_error;
mod sendgrid;
mod ses;
pub mod settings;
mod shared_secret;
mod sns;
pub mod source;
mod sparkpost;

#[cfg(test)]
mod tests;

use http::StatusCode;
use spin_sdk::http::Request;
use wismo_domain::log::MailFate;
use wismo_platform::{Response, request, response};

pub use bad_body::BadBody;
pub use happening::Happening;
pub use not_authentic::NotAuthentic;
pub use read::Parsed;
pub use secret_error::SecretError;
pub use sns::{Fetched, Signer, Topics};
pub use source::Source;

/// Entry point of the component.
#[cfg_attr(target_family = "wasm", spin_sdk::http_service)]
pub async fn handle(request: Request) -> Response {
    let settings = match settings::settings().await {
        Ok(settings) => settings,
        Err(fault) => return response::not_set_up("events", &fault),
    };
    let path = request::segments(request.uri().path()).unwrap_or_default();
    let path: Vec<_> = path.iter().map(String::as_str).collect();
    match path.as_slice() {
        ["mail", "events", provider] => respond::respond(request, provider, &settings).await,
        _ => response::error(StatusCode::NOT_FOUND, "there is nothing here"),
    }
}

//! `GET` and `POST /s/{token}/unsubscribe`: stops all mails about an order
//! with one click (RFC 8058), by a token that opens nothing else. `GET`
//! changes nothing.

use http::{Method, StatusCode};
use spin_sdk::http::Request;
use wismo_domain::access::link::Kind;
use wismo_domain::log::MailPreferences;
use wismo_platform::http::form::Form;
use wismo_platform::http::{Rejection, Response};
use wismo_view::page::{self, UnsubscribePage};

use crate::access::authorize;
use crate::answers::html;
use crate::config::config;

/// Asks whether to stop the mails, or stops them.
///
/// # Errors
/// When the link leads nowhere, or the form is at fault.
pub async fn respond(token: &str, request: Request) -> Result<Response, Rejection> {
    let config = config().await?;
    let kinds = [Kind::Unsubscribe];
    let door = authorize(&config, token, &kinds, None, request.headers()).await?;
    let state = if request.method() == Method::POST {
        let form = Form::of_any_kind(request).await?;
        let none = form.get("again").is_none();
        let chosen = MailPreferences {
            none,
            ..door.snapshot.preferences()
        };
        if let Some(until) = door.choose(chosen).await? {
            return Ok(door.too_many(until));
        }
        if none {
            UnsubscribePage::Stopped
        } else {
            UnsubscribePage::Resumed
        }
    } else {
        UnsubscribePage::Asked
    };
    let document = page::unsubscribe(&door.page(), door.number(), state);
    Ok(html(StatusCode::OK, document))
}

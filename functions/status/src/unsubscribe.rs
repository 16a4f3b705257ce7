//! `GET` and `POST /s/{token}/unsubscribe`: stops all mails about an order
//! with one click (RFC 8058), by a token that opens nothing else. `GET`
//! changes nothing.

use http::{Method, StatusCode};
use spin_sdk::http::Request;
use wismo_domain::link::Kind;
use wismo_domain::log::Choice;
use wismo_platform::{Response, response};
use wismo_view::page::{self, Stop};

use crate::access::enter;
use crate::form::Form;
use crate::page::html;
use crate::settings::settings;

/// Asks whether to stop the mails, or stops them.
pub async fn respond(token: &str, request: Request) -> Response {
    let settings = match settings().await {
        Ok(settings) => settings,
        Err(fault) => return response::not_set_up("status", &fault),
    };
    let kinds = [Kind::Unsubscribe];
    let door = match enter(&settings, token, &kinds, None, request.headers()).await {
        Ok(door) => door,
        Err(answer) => return answer,
    };
    let stop = if request.method() == Method::POST {
        let none = match Form::of_any_kind(request).await {
            Ok(form) => form.get("again").is_none(),
            Err(answer) => return answer,
        };
        let chosen = Choice {
            none,
            ..door.snapshot.choice()
        };
        match door.choose(chosen).await {
            Ok(None) => {}
            Ok(Some(until)) => return door.too_many(until),
            Err(fault) => return response::try_again("status", &fault),
        }
        if none { Stop::Stopped } else { Stop::Resumed }
    } else {
        Stop::Asked
    };
    let document = page::stop(&door.page(), door.number(), stop);
    html(StatusCode::OK, document)
}

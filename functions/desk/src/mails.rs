//! `/desk/api/{shop}/orders/{id}/mails/...`: mails that the merchant sends by hand.
//!
//! | module | answers |
//! |---|---|
//! | [`mod@write`] | `POST .../mails`: a mail with a template's words, or with words of its own |
//! | [`again`] | `POST .../mails/{notice}`: an earlier mail once more, to a corrected address |
//! | [`recall`] | `DELETE .../mails/{notice}`: calls back a mail that waits |
//!
//! [`send`] is shared by the first two: a mail is either shown or sent, and it is the same mail.
//! [`warnings`] holds what the merchant should know about it. [`config`] holds the variables.

pub mod again;
pub mod config;
pub mod recall;
pub mod send;
#[cfg(test)]
mod tests;
pub mod warnings;
pub mod write;

use http::{Method, StatusCode};
use spin_sdk::http::Request;
use wismo_domain::log::Actor;
use wismo_domain::shop::Shop;
use wismo_platform::http::{Rejection, Response, response};

use crate::{enter, order};

/// Answers requests about an order's mails.
///
/// # Errors
/// When there is no such order or mail; or as those that answer.
pub async fn respond(
    shop: &Shop,
    name: &str,
    path: &[&str],
    by: Option<Actor>,
    request: Request,
) -> Result<Response, Rejection> {
    let notice = match path {
        [] if request.method() == Method::POST => None,
        [] => return Ok(response::method_not_allowed("POST")),
        [notice] => match *request.method() {
            Method::POST | Method::DELETE => Some(notice.parse().unwrap_or_default()),
            _ => return Ok(response::method_not_allowed("POST, DELETE")),
        },
        _ => return Ok(enter::nothing_here()),
    };
    let key = order::key(&shop.id, name).await?;
    match notice {
        None => Box::pin(write::respond(shop, &key, by, request)).await,
        // Zero also stands for text that is not a number, so no mail has it.
        Some(0) => Ok(no_mail()),
        Some(notice) if request.method() == Method::POST => {
            again::respond(shop, &key, notice, by, request).await
        }
        Some(notice) => recall::respond(&key, notice).await,
    }
}

fn no_mail() -> Response {
    let message = "the order has no mail of this number";
    response::error(StatusCode::NOT_FOUND, message)
}

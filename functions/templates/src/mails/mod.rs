//! `/desk/api/{shop}/orders/{id}/mails/...`: mails that the merchant sends by hand.
//!
//! | module | answers |
//! |---|---|
//! | [`mod@write`] | `POST .../mails`: a mail with a template's words, or with words of its own |
//! | [`again`] | `POST .../mails/{notice}`: an earlier mail once more, to a corrected address |
//! | [`recall`] | `DELETE .../mails/{notice}`: a mail that waits is not sent |
//!
//! [`send`] is what the first two have in common: a mail is either shown or sent,
//! and it is the same mail. [`settings`] are the variables.

pub mod again;
pub mod recall;
pub mod send;
pub mod settings;
#[cfg(test)]
mod tests;
pub mod write;

use http::{Method, StatusCode};
use spin_sdk::http::Request;
use wismo_domain::keys::OrderKey;
use wismo_domain::shop::Shop;
use wismo_platform::{Response, response};

/// Answers at the mails of an order.
pub async fn respond(shop: &Shop, order: &str, path: &[&str], request: Request) -> Response {
    let Ok(key) = OrderKey::new(&shop.id, order) else {
        return no_order();
    };
    match path {
        [] if request.method() == Method::POST => write::respond(shop, &key, request).await,
        [] => response::method_not_allowed("POST"),
        [notice] => {
            let Some(notice) = notice.parse().ok().filter(|number| *number > 0) else {
                return no_mail();
            };
            match *request.method() {
                Method::POST => again::respond(shop, &key, notice, request).await,
                Method::DELETE => recall::respond(&key, notice).await,
                _ => response::method_not_allowed("POST, DELETE"),
            }
        }
        _ => crate::not_found(),
    }
}

fn no_order() -> Response {
    let message = "nothing was ever said of an order of this id";
    response::error(StatusCode::NOT_FOUND, message)
}

fn no_mail() -> Response {
    let message = "the order has no mail of this number";
    response::error(StatusCode::NOT_FOUND, message)
}

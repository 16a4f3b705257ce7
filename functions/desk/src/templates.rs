//! `/desk/api/{shop}/templates/...`: the shop's own words in its mails.
//!
//! | module | answers |
//! |---|---|
//! | [`list`] | `GET .../templates`: the list of templates |
//! | [`one`] | `GET`, `PUT` and `DELETE .../templates/{name}` and `.../{name}/{language}` |
//! | [`variables`] | `GET .../templates/variables`: the variables and filters that a template may use |
//!
//! [`document`] reads a template. A mail as it would look is shown by
//! [`preview::mail`].

pub mod document;
pub mod list;
pub mod one;
pub mod variables;

use http::Method;
use spin_sdk::http::Request;
use wismo_domain::shop::Shop;
use wismo_platform::http::{Rejection, Response, response};

use crate::{enter, preview};

/// Answers requests about a shop's templates.
///
/// # Errors
/// As those that answer.
pub async fn respond(shop: &Shop, path: &[&str], request: Request) -> Result<Response, Rejection> {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    match path {
        [] if is_read => list::read(&shop.id, request.headers()).await,
        ["variables"] if is_read => Ok(variables::read()),
        [] | ["variables"] => Ok(response::method_not_allowed("GET, HEAD")),
        ["preview"] if request.method() == Method::POST => {
            preview::mail::respond(shop, request).await
        }
        ["preview"] => Ok(response::method_not_allowed("POST")),
        [name] => one::respond(shop, (name, None), request).await,
        [name, language] => one::respond(shop, (name, Some(language)), request).await,
        _ => Ok(enter::nothing_here()),
    }
}

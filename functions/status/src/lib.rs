//! The status page, `GET /s/{token}`, its other forms, and the customer's choices there.
//!
//! | module | holds |
//! |---|---|
//! | [`page`] | from the token to the page |
//! | [`mod@file`] | the documents that it leads to |
//! | [`language`] | the reader's language |
//! | [`access`] | who may see which parts of an order |
//! | [`unlock`] | `/s/{token}/unlock`: the second step before a link shows everything |
//! | [`links`] | `/s/{token}/link`: the link to share, and replacing the links |
//! | [`finding`] | `/s` and `/s/in/{shop}`: finding an order by its number |
//! | [`answers`], [`cookie`], [`mailing`] | answers that are pages, cookies of one link, mails that were asked for |
//! | [`preferences`] | `/s/{token}/mail`, `/s/{token}/unsubscribe`: the choice of the mails that the customer gets |
//! | [`config`] | the variables that this component reads |

pub mod access;
pub mod answers;
pub mod config;
pub mod cookie;
pub mod file;
pub mod finding;
pub mod language;
pub mod links;
pub mod mailing;
pub mod page;
pub mod preferences;
#[cfg(test)]
mod tests;
pub mod unlock;
pub mod unsubscribe;

use http::{HeaderValue, Method, StatusCode, header};
use page::Wanted;
use spin_sdk::http::Request;
use wismo_platform::http::{Rejection, Response, request, response};
use wismo_platform::{Component, component};

use crate::answers::not_found;

/// The component, as the log names it.
const COMPONENT: Component = component!();

/// Robots may come (RFC 9309), so that they can read on each page that it is
/// not to be indexed: a page that they may not read could still be listed
/// because of a link to it.
const ROBOTS: &str = "User-agent: *\nDisallow:\n";

/// Entry point of the component.
#[cfg_attr(target_family = "wasm", spin_sdk::http_service)]
pub async fn handle(request: Request) -> Response {
    let is_head = request.method() == Method::HEAD;
    // Boxed because the future holds orders.
    let answer = Box::pin(respond(request)).await;
    let answer = answer.unwrap_or_else(|rejection| rejection.answer(COMPONENT));
    if is_head {
        return response::without_body(answer);
    }
    answer
}

async fn respond(request: Request) -> Result<Response, Rejection> {
    let path = request::segments(request.uri().path()).unwrap_or_default();
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    let takes_forms = matches!(
        path.as_slice(),
        ["s"] | ["s", "in", _] | ["s", _, "link" | "mail" | "unlock" | "unsubscribe"]
    );
    let is_known = matches!(path.as_slice(), [""] | ["s", ..] | ["robots.txt"]);
    match *request.method() {
        Method::GET | Method::HEAD => {}
        Method::POST if takes_forms => {}
        _ if !is_known => return Err(not_found(request.headers()).into()),
        _ if takes_forms => return Ok(response::method_not_allowed("GET, HEAD, POST")),
        _ => return Ok(response::method_not_allowed("GET, HEAD")),
    }
    match path.as_slice() {
        ["s"] => finding::respond(None, request).await,
        // Comes before the tokens, whatever the shop's id is: no token is as
        // short.
        ["s", "in", shop] => finding::respond(Some(shop), request).await,
        ["s", token] => {
            let (token, wanted) = match token.strip_suffix(".json") {
                Some(token) => (token, Wanted::Json),
                None => (*token, Wanted::Page),
            };
            order(token, wanted, &request).await
        }
        ["s", token, "delivery.ics"] => order(token, Wanted::Calendar, &request).await,
        ["s", token, "documents", index] => order(token, Wanted::Document(index), &request).await,
        ["s", token, "mail"] => Box::pin(preferences::respond(token, request)).await,
        ["s", token, "link"] => Box::pin(links::respond(token, request)).await,
        ["s", token, "unlock"] => Box::pin(unlock::respond(token, request)).await,
        ["s", token, "unsubscribe"] => Box::pin(unsubscribe::respond(token, request)).await,
        // Whoever types only the host is looking for an order.
        [""] => Ok(to_finding()),
        ["robots.txt"] => {
            let media_type = "text/plain; charset=utf-8";
            Ok(response::answer(StatusCode::OK, media_type, ROBOTS))
        }
        _ => Err(not_found(request.headers()).into()),
    }
}

fn to_finding() -> Response {
    let mut response = response::answer(StatusCode::SEE_OTHER, "text/plain; charset=utf-8", "");
    let headers = response.headers_mut();
    headers.insert(header::LOCATION, HeaderValue::from_static("/s"));
    response
}

async fn order(token: &str, wanted: Wanted<'_>, request: &Request) -> Result<Response, Rejection> {
    let query = request.uri().query().unwrap_or_default();
    page::respond(token, wanted, query, request.headers()).await
}

//! The status page, `GET /s/{token}`, its other forms, and what the customer
//! chooses there.
//!
//! | module | holds |
//! |---|---|
//! | [`page`] | from the token to the page |
//! | [`file`] | the documents that it leads to |
//! | [`language`] | which language the reader reads |
//! | [`encoding`] | smaller answers |
//! | [`choices`] | `/s/{token}/mail`, `/s/{token}/unsubscribe`: which mails the customer gets |
//! | [`settings`] | the variables that this component reads |

pub mod choices;
pub mod encoding;
pub mod file;
pub mod language;
pub mod page;
pub mod settings;

use http::{Method, StatusCode};
use page::Wanted;
use spin_sdk::http::Request;
use wismo_platform::{Response, request, response};

/// Robots may come (RFC 9309), so that they read on each page that it is not to
/// be indexed: a page that they may not read could be listed by its link alone.
const ROBOTS: &str = "User-agent: *\nDisallow:\n";

/// Entry point of the component.
#[cfg_attr(target_family = "wasm", spin_sdk::http_service)]
pub async fn handle(request: Request) -> Response {
    let path = request::segments(request.uri().path()).unwrap_or_default();
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    let takes_forms = matches!(path.as_slice(), ["s", _, "mail" | "unsubscribe"]);
    let is_head = request.method() == Method::HEAD;
    match *request.method() {
        Method::GET | Method::HEAD => {}
        Method::POST if takes_forms => {}
        _ if takes_forms => return response::method_not_allowed("GET, HEAD, POST"),
        _ => return response::method_not_allowed("GET, HEAD"),
    }
    let response = match path.as_slice() {
        ["s", token] => {
            let (token, wanted) = match token.strip_suffix(".json") {
                Some(token) => (token, Wanted::Json),
                None => (*token, Wanted::Page),
            };
            order(token, wanted, &request).await
        }
        ["s", token, "delivery.ics"] => order(token, Wanted::Calendar, &request).await,
        ["s", token, "documents", index] => order(token, Wanted::Document(index), &request).await,
        ["s", token, "mail"] => choices::respond(token, request).await,
        ["s", token, "unsubscribe"] => choices::unsubscribe(token, request).await,
        ["robots.txt"] => response::answer(StatusCode::OK, "text/plain; charset=utf-8", ROBOTS),
        _ => page::not_found(request.headers()),
    };
    if is_head {
        response::without_body(response)
    } else {
        response
    }
}

async fn order(token: &str, wanted: Wanted<'_>, request: &Request) -> Response {
    let query = request.uri().query().unwrap_or_default();
    page::respond(token, wanted, query, request.headers()).await
}

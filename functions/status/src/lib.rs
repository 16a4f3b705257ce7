//! The status page: `GET /s/{token}`.
//!
//! | module | holds |
//! |---|---|
//! | [`page`] | from the token to the page |
//! | [`settings`] | the variables that this component reads |

pub mod page;
pub mod settings;

use http::Method;
use spin_sdk::http::Request;
use wismo_platform::{Response, request, response};

/// Entry point of the component.
#[cfg_attr(target_family = "wasm", spin_sdk::http_service)]
pub async fn handle(request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return response::method_not_allowed("GET, HEAD");
    }
    let path = request::segments(request.uri().path()).unwrap_or_default();
    let response = match path
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["s", token] => page::respond(token, request.headers()).await,
        _ => page::not_found(request.headers()),
    };
    if request.method() == Method::HEAD {
        response::without_body(response)
    } else {
        response
    }
}

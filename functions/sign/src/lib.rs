//! Hashing passwords, and nothing else.
//!
//! Spin never interrupts a component that computes, and a hash takes long on purpose. So
//! it is taken in a component of its own: the neighbours of an instance that hashes are
//! others who wait for a hash. The route is private, and whoever asks bounds how many
//! hashes are taken in a second (`platform/hashing`).
//!
//! What comes here is no password but a MAC of one under a key that this component does
//! not have.

mod hash;

use http::{Method, StatusCode};
use serde::Deserialize;
use serde_json::json;
use spin_sdk::http::Request;
use wismo_platform::http::{Rejection, Response, request, response};
use wismo_platform::{Component, component};

/// The component, as the log names it.
const COMPONENT: Component = component!();

/// The largest request, in bytes.
const MAX_BYTES: usize = 2000;

/// A text whose hash is wanted.
#[derive(Deserialize)]
struct Wanted {
    text: String,
    /// The hash that it is compared with; none to make one.
    hash: Option<String>,
}

/// Entry point of the component.
#[cfg_attr(target_family = "wasm", spin_sdk::http_service)]
pub async fn handle(request: Request) -> Response {
    let answer = respond(request).await;
    answer.unwrap_or_else(|rejection| rejection.answer(COMPONENT))
}

async fn respond(request: Request) -> Result<Response, Rejection> {
    if request.uri().path() != "/hash" {
        return Err(response::error(StatusCode::NOT_FOUND, "there is nothing here").into());
    }
    if request.method() != Method::POST {
        return Ok(response::method_not_allowed("POST"));
    }
    let body = request::body(request, MAX_BYTES).await?;
    // The error would quote the body.
    let Ok(Wanted { text, hash }) = serde_json::from_slice(&body) else {
        let message = "the body must be {\"text\": ..., \"hash\": ...}";
        return Err(response::error(StatusCode::BAD_REQUEST, message).into());
    };
    let answer = match hash {
        Some(hash) => json!({ "fits": hash::fits(&text, &hash) }),
        None => match hash::make(&text) {
            Some(hash) => json!({ "hash": hash }),
            None => {
                let message = "the text could not be hashed";
                return Err(response::error(StatusCode::INTERNAL_SERVER_ERROR, message).into());
            }
        },
    };
    Ok(response::json(StatusCode::OK, &answer))
}

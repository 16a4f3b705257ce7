//! `POST /hooks/{shop}`: takes one delivery from a shop.

use http::StatusCode;
use spin_sdk::http::Request;
use wismo_domain::shop::Shop;
use wismo_platform::http::document::must_be_json;
use wismo_platform::http::request::{body, has_media_type};
use wismo_platform::http::{Rejection, Response, response};

use crate::COMPONENT;
use crate::config::config;
use crate::ingest::{Taken, ingest};
use crate::receive::{self, MAX_BODY_BYTES};
use crate::shops::{self, Read, Signer, report_dropped};

/// The largest ping, in bytes.
const MAX_PING_BYTES: usize = 100;

/// Takes one delivery.
///
/// # Errors
/// When it is not authentic or cannot be read, or the store fails.
pub async fn respond(request: Request, shop: &str) -> Result<Response, Rejection> {
    let config = config().await?;
    let shop = receive::shop(&config, request.method(), shop)?;
    if has_media_type(request.headers(), "application/x-www-form-urlencoded") {
        return Ok(ping(request, shop).await);
    }
    must_be_json(request.headers())?;
    let signed = receive::signed(request, shop, Signer::Shop, MAX_BODY_BYTES).await;
    let (verified, now, _room) = signed?;
    let read = shops::parse(shop, &verified, now);
    let Read { delivery, dropped } = read.map_err(|fault| {
        // WooCommerce hides its log, so the operator sees the fault here too.
        COMPONENT.log(format_args!("shop {}: {fault}", shop.id));
        response::error(StatusCode::BAD_REQUEST, fault.to_string())
    })?;
    report_dropped(shop, &dropped);
    ingest(&config, shop, delivery, dropped, now).await
}

/// Answers a platform's ping, which is a form and is not signed.
async fn ping(request: Request, shop: &Shop) -> Response {
    let headers = request.headers().clone();
    let is_ping = |body: &[u8]| shops::is_ping(shop, &headers, body);
    if body(request, MAX_PING_BYTES)
        .await
        .is_ok_and(|body| is_ping(&body))
    {
        return response::json(StatusCode::OK, &Taken::Ping { ping: true });
    }
    let message = "forms are accepted only for WooCommerce's ping: send application/json";
    response::error(StatusCode::UNSUPPORTED_MEDIA_TYPE, message)
}

//! `POST /hooks/{shop}`: takes one delivery from a shop.

use http::StatusCode;
use serde_json::json;
use spin_sdk::http::Request;
use wismo_domain::shop::Shop;
use wismo_platform::request::{body, has_media_type};
use wismo_platform::{Response, response};

use crate::receive::{self, MAX_BODY_BYTES};
use crate::settings::settings;
use crate::shops::{self, Read, Signer, report_dropped};
use crate::take::take;

/// The largest ping, in bytes.
const MAX_PING_BYTES: usize = 100;

/// Takes one delivery.
pub async fn respond(request: Request, shop: &str) -> Response {
    let settings = match settings().await {
        Ok(settings) => settings,
        Err(fault) => return response::not_set_up("sync", &fault),
    };
    let shop = match receive::shop(&settings, request.method(), shop) {
        Ok(shop) => shop,
        Err(answer) => return answer,
    };
    if has_media_type(request.headers(), "application/x-www-form-urlencoded") {
        return ping(request, shop).await;
    }
    if !has_media_type(request.headers(), "application/json") {
        let message = "send application/json, and say so in Content-Type";
        return response::error(StatusCode::UNSUPPORTED_MEDIA_TYPE, message);
    }
    let signed = receive::signed(request, shop, Signer::Shop, MAX_BODY_BYTES).await;
    let (verified, now, _room) = match signed {
        Ok(signed) => signed,
        Err(answer) => return answer,
    };
    match shops::parse(shop, &verified, now) {
        Ok(Read { delivery, dropped }) => {
            report_dropped(shop, &dropped, now);
            take(&settings, shop, delivery, dropped, now).await
        }
        Err(fault) => {
            // WooCommerce hides its log, so the operator sees the fault here too.
            eprintln!("{now} sync: shop {}: {fault}", shop.id);
            response::error(StatusCode::BAD_REQUEST, fault.to_string())
        }
    }
}

/// Answers a platform's ping, which is a form and is not signed.
async fn ping(request: Request, shop: &Shop) -> Response {
    let headers = request.headers().clone();
    let is_ping = |body: &[u8]| shops::is_ping(shop, &headers, body);
    if body(request, MAX_PING_BYTES)
        .await
        .is_ok_and(|body| is_ping(&body))
    {
        return response::json(StatusCode::OK, &json!({ "ping": true }));
    }
    let message = "forms are accepted only for WooCommerce's ping: send application/json";
    response::error(StatusCode::UNSUPPORTED_MEDIA_TYPE, message)
}

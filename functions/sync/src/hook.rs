//! `POST /hooks/{shop}`: one delivery of a shop.

use http::StatusCode;
use serde_json::json;
use spin_sdk::http::Request;
use wismo_domain::environment::Environment;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::request::has_media_type;
use wismo_platform::{Response, response};

use crate::incoming::Incoming;
use crate::receive;
use crate::settings::settings;
use crate::take::take;

/// The largest delivery that is taken, in bytes: an order, and a file of the
/// largest size in base64 (700 KB). What is larger comes by URL, or in an import.
const MAX_BODY_BYTES: usize = 1_000_000;

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
    let is_json = has_media_type(request.headers(), "application/json");
    if !is_json && !has_media_type(request.headers(), "application/x-www-form-urlencoded") {
        let message = "send application/json, and say so in Content-Type";
        return response::error(StatusCode::UNSUPPORTED_MEDIA_TYPE, message);
    }
    let (headers, body) = match receive::whole(request, MAX_BODY_BYTES).await {
        Ok(whole) => whole,
        Err(answer) => return answer,
    };
    let incoming = Incoming::new(headers, body);
    if incoming.is_ping(shop) {
        return response::json(StatusCode::OK, &json!({ "ping": true }));
    }
    if !is_json {
        let message = "a form is taken only as WooCommerce's ping: send application/json";
        return response::error(StatusCode::UNSUPPORTED_MEDIA_TYPE, message);
    }
    let now = SpinEnvironment.now();
    let verified = match incoming.verify(shop, now) {
        Ok(verified) => verified,
        Err(fault) => return receive::not_authentic(shop, &fault),
    };
    match verified.parse(shop, now) {
        Ok(delivery) => take(&settings, shop, delivery, now).await,
        Err(fault) => {
            // WooCommerce shows its log to nobody: the operator sees it here too.
            eprintln!("{now} sync: shop {}: {fault}", shop.id);
            response::error(StatusCode::BAD_REQUEST, fault.to_string())
        }
    }
}

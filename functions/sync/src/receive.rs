//! What every request from a shop goes through: the shop by the path alone,
//! and the body within its limit.

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};
use spin_sdk::http::Request;
use wismo_domain::shop::Shop;
use wismo_domain::time::Timestamp;
use wismo_platform::request::{BodyError, body};
use wismo_platform::settings::SettingError;
use wismo_platform::{Response, response};

use crate::incoming::{Incoming, NotAuthentic, Verified};
use crate::settings::Settings;

/// The shop that a path names, if the request is a POST.
///
/// # Errors
/// The answer to give.
#[allow(
    clippy::result_large_err,
    reason = "the answer is what the caller gives"
)]
pub fn shop<'a>(settings: &'a Settings, method: &Method, shop: &str) -> Result<&'a Shop, Response> {
    if *method != Method::POST {
        return Err(response::method_not_allowed("POST"));
    }
    settings
        .shops
        .iter()
        .find(|other| other.id == shop)
        .ok_or_else(|| {
            let message = "no shop has this id: mend the URL";
            response::error(StatusCode::NOT_FOUND, message)
        })
}

/// The shop that a path of the ERP's names, if the request is a POST and the
/// shop has a secret for it.
///
/// # Errors
/// The answer to give.
#[allow(
    clippy::result_large_err,
    reason = "the answer is what the caller gives"
)]
pub fn erp_shop<'a>(
    settings: &'a Settings,
    method: &Method,
    name: &str,
) -> Result<&'a Shop, Response> {
    let shop = shop(settings, method, name)?;
    if shop.sync_secrets.is_empty() {
        let message = "this shop has no sync_secrets: set one, and sign with it";
        return Err(response::error(StatusCode::FORBIDDEN, message));
    }
    Ok(shop)
}

/// The headers and the whole body, of at most `limit` bytes.
///
/// # Errors
/// The answer to give.
pub async fn whole(request: Request, limit: usize) -> Result<(HeaderMap, Bytes), Response> {
    let headers = request.headers().clone();
    match body(request, limit).await {
        Ok(body) => Ok((headers, body)),
        Err(fault @ BodyError::TooLarge(_)) => Err(response::error(
            StatusCode::PAYLOAD_TOO_LARGE,
            fault.to_string(),
        )),
        Err(fault @ BodyError::Broken) => {
            Err(response::error(StatusCode::BAD_REQUEST, fault.to_string()))
        }
    }
}

/// What the ERP of a shop sent, of at most `limit` bytes.
///
/// # Errors
/// The answer to give.
pub async fn signed(
    request: Request,
    shop: &Shop,
    limit: usize,
    now: Timestamp,
) -> Result<Incoming<Verified>, Response> {
    let (headers, body) = whole(request, limit).await?;
    Incoming::new(headers, body)
        .verify_sync(shop, now)
        .map_err(|fault| not_authentic(shop, &fault))
}

/// The answer to what no secret of the shop vouches for.
#[must_use]
pub fn not_authentic(shop: &Shop, fault: &NotAuthentic) -> Response {
    if *fault == NotAuthentic::NoUsableSecret {
        let fault = format!("holds no usable secret for the shop {:?}", shop.id);
        return response::not_set_up("sync", &SettingError::new("shops", fault));
    }
    response::error(StatusCode::UNAUTHORIZED, fault.to_string())
}

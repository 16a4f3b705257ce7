//! The checks that every request from a shop goes through: the shop is found
//! by the path alone, the headers are checked before the body is read, and the
//! body is limited in size.

use http::{Method, StatusCode};
use spin_sdk::http::Request;
use wismo_domain::environment::Environment;
use wismo_domain::shop::Shop;
use wismo_domain::time::Timestamp;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::room::{self, Room};
use wismo_platform::settings::SettingError;
use wismo_platform::{Response, response};
use wismo_webhook::{Incoming, Verified};

use crate::settings::Settings;
use crate::shops::{self, NotAuthentic, Signer};

/// The largest delivery and the largest import that are taken, in bytes. Orders
/// can be this large if a plugin stores a shipping label with them.
pub const MAX_BODY_BYTES: usize = 8_000_000;

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

/// The shop that a path of the ERP names, if the request is a POST and the
/// shop has a secret for the ERP.
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

/// Reads and verifies a request of at most `limit` bytes. Returns it with the
/// moment when it was there whole, from which the age of its signature counts,
/// and with the room that it takes for as long as it is held. The body is not
/// read if the headers alone show that the request is not authentic.
///
/// # Errors
/// The answer to give.
pub async fn signed(
    request: Request,
    shop: &Shop,
    signer: Signer,
    limit: usize,
) -> Result<(Incoming<Verified>, Timestamp, Room), Response> {
    let headers = request.headers().clone();
    let refused = |fault: NotAuthentic| not_authentic(shop, &fault);
    shops::check_headers(shop, signer, &headers, SpinEnvironment.now()).map_err(refused)?;
    let (body, room) = room::body(request, limit)
        .await
        .map_err(response::no_body)?;
    let now = SpinEnvironment.now();
    let verified = shops::verify(shop, signer, Incoming::new(headers, body), now);
    Ok((verified.map_err(refused)?, now, room))
}

/// Answers a request that no secret of the shop vouches for.
fn not_authentic(shop: &Shop, fault: &NotAuthentic) -> Response {
    if *fault == NotAuthentic::NoUsableSecret {
        let fault = format!("holds no usable secret for the shop {:?}", shop.id);
        return response::not_set_up("sync", &SettingError::new("shops", fault));
    }
    response::error(StatusCode::UNAUTHORIZED, fault.to_string())
}

//! The checks that every request from a shop goes through: the shop is found
//! by the path alone, the headers are checked before the body is read, and the
//! body is limited in size.

use http::{Method, StatusCode};
use spin_sdk::http::Request;
use wismo_domain::context::Environment;
use wismo_domain::shop::Shop;
use wismo_domain::time::Timestamp;
use wismo_platform::config::ConfigError;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::http::{Rejection, response};
use wismo_platform::room::{self, Room};
use wismo_webhook::{Incoming, Verified};

use crate::config::Config;
use crate::shops::{self, NotAuthentic, Signer};

/// The largest delivery and the largest import that are taken, in bytes. Orders
/// can be this large if a plugin stores a shipping label with them.
pub const MAX_BODY_BYTES: usize = 8_000_000;

/// The shop that a path names, if the request is a POST.
///
/// # Errors
/// When it is not a POST, or no shop has this id.
pub fn shop<'a>(config: &'a Config, method: &Method, shop: &str) -> Result<&'a Shop, Rejection> {
    if *method != Method::POST {
        return Err(response::method_not_allowed("POST").into());
    }
    config
        .shops
        .iter()
        .find(|other| other.id == shop)
        .ok_or_else(|| {
            let message = "no shop has this id: mend the URL";
            response::error(StatusCode::NOT_FOUND, message).into()
        })
}

/// The shop that a path of the ERP names, if the request is a POST and the
/// shop has a secret for the ERP.
///
/// # Errors
/// As for [`shop`]; or when the shop has no such secret.
pub fn erp_shop<'a>(
    config: &'a Config,
    method: &Method,
    name: &str,
) -> Result<&'a Shop, Rejection> {
    let shop = shop(config, method, name)?;
    if shop.sync_secrets.is_empty() {
        let message = "this shop has no sync_secrets: set one, and sign with it";
        return Err(response::error(StatusCode::FORBIDDEN, message).into());
    }
    Ok(shop)
}

/// Reads and verifies a request of at most `limit` bytes. Returns it with the
/// moment when it was there whole, from which the age of its signature counts,
/// and with the room that it takes for as long as it is held. The body is not
/// read if the headers alone show that the request is not authentic.
///
/// # Errors
/// When no secret of the shop vouches for it, or its body could not be read.
pub async fn signed(
    request: Request,
    shop: &Shop,
    signer: Signer,
    limit: usize,
) -> Result<(Incoming<Verified>, Timestamp, Room), Rejection> {
    let headers = request.headers().clone();
    let refused = |fault: NotAuthentic| not_authentic(shop, &fault);
    shops::check_headers(shop, signer, &headers, SpinEnvironment.now()).map_err(refused)?;
    let (body, room) = room::body(request, limit).await?;
    let now = SpinEnvironment.now();
    let verified = shops::verify(shop, signer, Incoming::new(headers, body), now);
    Ok((verified.map_err(refused)?, now, room))
}

/// Refuses a request that no secret of the shop vouches for.
fn not_authentic(shop: &Shop, fault: &NotAuthentic) -> Rejection {
    if *fault == NotAuthentic::NoUsableSecret {
        let fault = format!("holds no usable secret for the shop {:?}", shop.id);
        return ConfigError::new("shops", fault).into();
    }
    response::error(StatusCode::UNAUTHORIZED, fault.to_string()).into()
}

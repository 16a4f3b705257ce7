//! `POST /sync/{shop}/release`: releases what the shop held back.

use http::StatusCode;
use spin_sdk::http::Request;
use wismo_domain::queue::Release;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::{Rejection, Response, response};

use crate::config::config;
use crate::shops::Signer;
use crate::{mail_client, receive};

/// The largest request that is taken, in bytes; its content does not matter.
const MAX_BODY_BYTES: usize = 10_000;

/// Releases the orders, and lists them: `{"released": [...], "more": false}`.
///
/// # Errors
/// When the request is not authentic, or the store fails.
pub async fn respond(request: Request, shop: &str) -> Result<Response, Rejection> {
    let config = config().await?;
    let shop = receive::erp_shop(&config, request.method(), shop)?;
    let (_, asked_at, _) = receive::signed(request, shop, Signer::Erp, MAX_BODY_BYTES).await?;
    let release = Release {
        shop: shop.id.clone(),
        asked_at,
    };
    let all = release.run_batches(SPIN_CONTEXT).await?;
    if !all.released.is_empty() {
        mail_client::drain(&config);
    }
    Ok(response::json(StatusCode::OK, &all))
}

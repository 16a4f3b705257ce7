//! `POST /sync/{shop}/release`: releases what the shop held back.

use http::StatusCode;
use spin_sdk::http::Request;
use wismo_domain::jobs::Release;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::store::SpinStore;
use wismo_platform::{Response, response};

use crate::settings::settings;
use crate::shops::Signer;
use crate::{hand_over, receive};

/// The largest request that is taken, in bytes; its content does not matter.
const MAX_BODY_BYTES: usize = 10_000;

/// Releases the orders, and lists them: `{"released": [...], "more": false}`.
pub async fn respond(request: Request, shop: &str) -> Response {
    let settings = match settings().await {
        Ok(settings) => settings,
        Err(fault) => return response::not_set_up("sync", &fault),
    };
    let shop = match receive::erp_shop(&settings, request.method(), shop) {
        Ok(shop) => shop,
        Err(answer) => return answer,
    };
    let asked_at = match receive::signed(request, shop, Signer::Erp, MAX_BODY_BYTES).await {
        Ok((_, now, _)) => now,
        Err(answer) => return answer,
    };
    let release = Release {
        shop: shop.id.clone(),
        asked_at,
    };
    let all = match release.portions(&SpinStore, &SpinEnvironment).await {
        Ok(all) => all,
        Err(fault) => return response::try_again("sync", &fault),
    };
    if !all.released.is_empty() {
        hand_over::drain(&settings);
    }
    response::json(StatusCode::OK, &all)
}

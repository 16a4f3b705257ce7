//! `POST /desk/api/{shop}/release`: releases what the shop held back, as its
//! ERP does with `POST /sync/{shop}/release`.

use http::StatusCode;
use wismo_domain::environment::Environment;
use wismo_domain::jobs::Release;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::store::SpinStore;
use wismo_platform::{Response, desk, response};

/// Releases the orders, and lists them: `{"released": [...], "more": false}`.
pub async fn respond(shop: &str) -> Response {
    let release = Release {
        shop: shop.to_owned(),
        asked_at: SpinEnvironment.now(),
    };
    let all = match release.portions(&SpinStore, &SpinEnvironment).await {
        Ok(all) => all,
        Err(fault) => return response::try_again("desk", &fault),
    };
    if !all.released.is_empty() {
        desk::wake().await;
    }
    response::json(StatusCode::OK, &all)
}

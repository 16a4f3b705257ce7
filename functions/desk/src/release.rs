//! `POST /desk/api/{shop}/release`: releases what the shop held back, as its
//! ERP does with `POST /sync/{shop}/release`.

use http::StatusCode;
use wismo_domain::context::Environment;
use wismo_domain::queue::Release;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::http::{Rejection, Response, response};

use crate::wake;

/// Releases the orders, and lists them: `{"released": [...], "more": false}`.
///
/// # Errors
/// When the store fails.
pub async fn respond(shop: &str) -> Result<Response, Rejection> {
    let release = Release {
        shop: shop.to_owned(),
        asked_at: SpinEnvironment.now(),
    };
    let all = release.run_batches(SPIN_CONTEXT).await?;
    if !all.released.is_empty() {
        wake().await;
    }
    Ok(response::json(StatusCode::OK, &all))
}

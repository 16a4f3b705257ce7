//! The order that a request is about.

use http::StatusCode;
use wismo_domain::keys::OrderKey;
use wismo_domain::lookup::named;

use crate::store::SpinStore;
use crate::{Response, response};

/// Finds the order with this id, or else with this number.
///
/// # Errors
/// The answer to give: 404 if no such order is known.
pub async fn order(shop: &str, name: &str) -> Result<OrderKey, Response> {
    match named(&SpinStore, shop, name).await {
        Ok(Some(key)) => Ok(key),
        Ok(None) => Err(no_order()),
        Err(fault) => Err(response::try_again("desk", &fault)),
    }
}

/// 404 for an order that is not known.
#[must_use]
pub fn no_order() -> Response {
    let message = "nothing was ever said of an order of this id or number";
    response::error(StatusCode::NOT_FOUND, message)
}

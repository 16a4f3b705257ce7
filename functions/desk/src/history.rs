//! `GET /desk/api/{shop}/orders/{id}`: everything that happened to an order, and
//! why it was or was not mailed.

use http::StatusCode;
use wismo_domain::reports::history::history;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::{Rejection, Response, response};
use wismo_platform::shop_settings::shop_settings;

use crate::order;

/// Answers with the history of an order; `?before=N` asks for what was said
/// before event N.
///
/// # Errors
/// When there is no such order, or the query says anything else.
pub async fn read(shop: &str, name: &str, query: &str) -> Result<Response, Rejection> {
    let before = match query.split_once('=') {
        None if query.is_empty() => None,
        Some(("before", n)) if n.parse::<u64>().is_ok() => n.parse().ok(),
        _ => {
            let message = "the query may hold before, the number of an event";
            return Err(response::error(StatusCode::BAD_REQUEST, message).into());
        }
    };
    let key = order::key(shop, name).await?;
    let settings = shop_settings(shop).await?;
    let history = history(SPIN_CONTEXT, &key, &settings, before).await?;
    Ok(history.map_or_else(order::not_known, |history| {
        response::json(StatusCode::OK, &history)
    }))
}

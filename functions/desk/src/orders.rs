//! `GET /desk/api/{shop}/orders/{id}`: everything that happened to an order, and
//! why it was or was not mailed.

use http::StatusCode;
use wismo_domain::history::history;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::shop_settings::shop_settings;
use wismo_platform::store::SpinStore;
use wismo_platform::{Response, desk, response};

/// Answers with the history of an order; `?before=N` asks for what was said
/// before event N.
pub async fn read(shop: &str, order: &str, query: &str) -> Response {
    let before = match query.split_once('=') {
        None if query.is_empty() => None,
        Some(("before", n)) if n.parse::<u64>().is_ok() => n.parse().ok(),
        _ => {
            let message = "the query may hold before, the number of an event";
            return response::error(StatusCode::BAD_REQUEST, message);
        }
    };
    let key = match desk::order(shop, order).await {
        Ok(key) => key,
        Err(answer) => return answer,
    };
    let settings = match shop_settings(shop).await {
        Ok(settings) => settings,
        Err(fault) => return response::try_again("desk", &fault),
    };
    match history(&SpinStore, &SpinEnvironment, &key, &settings, before).await {
        Ok(Some(history)) => response::json(StatusCode::OK, &history),
        Ok(None) => desk::no_order(),
        Err(fault) => response::try_again("desk", &fault),
    }
}

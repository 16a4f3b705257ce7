//! `POST /desk/api/{shop}/orders/{id}/link`: replaces the links to an order,
//! revokes them, or restores them.

use http::StatusCode;
use serde::{Deserialize, Serialize};
use spin_sdk::http::Request;
use wismo_domain::keys::OrderKey;
use wismo_domain::log::{LinkChange, Via, change_links};
use wismo_domain::store::StoreError;
use wismo_platform::desk::document::{json, object};
use wismo_platform::desk::receive;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::request::has_media_type;
use wismo_platform::store::SpinStore;
use wismo_platform::{Response, desk, response};

/// The largest request, in bytes.
const MAX_BODY_BYTES: usize = 1000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    action: Action,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Action {
    Replace,
    Revoke,
    Restore,
}

#[derive(Serialize)]
struct Changed {
    /// The number of the event that records the change.
    event: u64,
    /// True if the links lead nowhere now.
    revoked: bool,
}

/// Replaces, revokes or restores an order's links.
pub async fn respond(shop: &str, order: &str, request: Request) -> Response {
    if !has_media_type(request.headers(), "application/json") {
        return receive::not_json();
    }
    let body = match receive::up_to(request, MAX_BODY_BYTES).await {
        Ok(body) => body,
        Err(answer) => return answer,
    };
    let asked = json(&body).and_then(|document| object::<Asked>("", document));
    let change = match asked {
        Ok(Asked { action }) => match action {
            Action::Replace => LinkChange::Replaced,
            Action::Revoke => LinkChange::Revoked,
            Action::Restore => LinkChange::Restored,
        },
        Err(flaw) => return receive::refused(flaw),
    };
    let key = match desk::order(shop, order).await {
        Ok(key) => key,
        Err(answer) => return answer,
    };
    match say(&key, change).await {
        Ok(changed) => response::json(StatusCode::OK, &changed),
        Err(fault) => response::try_again("desk", &fault),
    }
}

async fn say(key: &OrderKey, change: LinkChange) -> Result<Changed, StoreError> {
    let said = change_links(&SpinStore, &SpinEnvironment, key, change, Via::Desk);
    let (event, links) = Box::pin(said).await?;
    let revoked = links.are_revoked();
    Ok(Changed { event, revoked })
}

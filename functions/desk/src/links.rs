//! `POST /desk/api/{shop}/orders/{id}/link`: replaces the links to an order,
//! revokes them, or restores them.

use http::StatusCode;
use serde::{Deserialize, Serialize};
use spin_sdk::http::Request;
use wismo_domain::log::{Actor, LinkChange, Via, change_links};
use wismo_domain::storage::StoreError;
use wismo_domain::storage::keys::OrderKey;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::document::{json, must_be_json, object};
use wismo_platform::http::{Rejection, Response, request, response};

use crate::order;

/// The largest request, in bytes.
const MAX_BODY_BYTES: usize = 1000;

#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct LinkRequest {
    action: Action,
}

#[derive(Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, schemars(rename = "LinkAction"))]
pub(crate) enum Action {
    Replace,
    Revoke,
    Restore,
}

/// The result of a change of links.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "ChangedLinks"))]
pub struct Changed {
    /// The number of the event that records the change.
    event: u64,
    /// True if the links lead nowhere now.
    revoked: bool,
}

/// Replaces, revokes or restores an order's links.
///
/// # Errors
/// When there is no such order, or the request asks for anything else.
pub async fn respond(
    shop: &str,
    name: &str,
    by: Option<Actor>,
    request: Request,
) -> Result<Response, Rejection> {
    must_be_json(request.headers())?;
    let body = request::body(request, MAX_BODY_BYTES).await?;
    let LinkRequest { action } = object("", json(&body)?)?;
    let change = match action {
        Action::Replace => LinkChange::Replaced,
        Action::Revoke => LinkChange::Revoked,
        Action::Restore => LinkChange::Restored,
    };
    let key = order::key(shop, name).await?;
    let changed = change_to(&key, change, by).await?;
    Ok(response::json(StatusCode::OK, &changed))
}

/// Replaces, revokes or restores an order's links.
///
/// # Errors
/// When the store fails.
pub async fn change_to(
    key: &OrderKey,
    change: LinkChange,
    by: Option<Actor>,
) -> Result<Changed, StoreError> {
    let said = change_links(SPIN_CONTEXT, key, change, Via::Desk, by);
    let (event, links) = Box::pin(said).await?;
    let revoked = links.are_revoked();
    Ok(Changed { event, revoked })
}

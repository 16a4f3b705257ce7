//! `/desk/settings`: what the merchants of the member's shops decide.

pub mod statuses;

use http::StatusCode;
use wismo_domain::settings::{NotWritten, Settings};
use wismo_domain::shop::Shop;
use wismo_domain::staff::audit::{AuditAction, note};
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::{Rejection, Response};
use wismo_view::desk::Entry;
use wismo_view::desk::path;
use wismo_view::desk::settings::{NotSaved, shops as page};

use super::PageRequest;
use super::desk::Desk;
use super::gate::Visit;
use crate::shop_settings::write_over;

/// Answers requests about settings, for whoever may change them.
///
/// # Errors
/// When the store fails.
pub async fn respond(
    desk: &Desk,
    visit: &Visit,
    path: &[&str],
    request: &PageRequest,
) -> Result<Response, Rejection> {
    let Some((shop, path)) = path.split_first() else {
        return Ok(shops(desk, visit));
    };
    let Some(shop) = desk.shop_of(visit.member(), shop) else {
        return Ok(desk.nothing_here(visit.member()));
    };
    match path {
        // There is one page of a shop so far.
        [] => Ok(desk.see(&path::statuses(&shop.id))),
        ["statuses", path @ ..] => {
            Box::pin(statuses::respond(desk, visit, shop, path, request)).await
        }
        _ => Ok(desk.nothing_here(visit.member())),
    }
}

/// Lists the shops, or leads on to the only one.
fn shops(desk: &Desk, visit: &Visit) -> Response {
    let shops = desk.shops_of(visit.member());
    if let [only] = shops.as_slice() {
        return desk.see(&path::statuses(&only.id));
    }
    let frame = desk.frame(Some(visit.member()), Some(Entry::Settings));
    desk.html(StatusCode::OK, page(&frame, &shops))
}

/// Writes settings in the place of the version that a form was made of, and notes who did.
/// Returns the reason if they were not written.
async fn save(
    visit: &Visit,
    shop: &Shop,
    base: u64,
    settings: &Settings,
) -> Result<Option<NotSaved>, Rejection> {
    let version = match write_over(&shop.id, base, settings).await {
        Ok(version) => version,
        Err(NotWritten::Changed(_)) => return Ok(Some(NotSaved::Changed)),
        Err(NotWritten::Busy) => return Ok(Some(NotSaved::Busy)),
        Err(NotWritten::Store(fault)) => return Err(fault.into()),
    };
    let action = AuditAction::SettingsChanged {
        shop: shop.id.clone(),
        version,
    };
    note(SPIN_CONTEXT, visit.id(), action).await?;
    Ok(None)
}

/// The status of an answer to a form.
const fn status(is_wrong: bool, not_saved: Option<NotSaved>) -> StatusCode {
    match (not_saved, is_wrong) {
        (Some(NotSaved::Changed), _) => StatusCode::CONFLICT,
        (Some(NotSaved::Busy), _) => StatusCode::SERVICE_UNAVAILABLE,
        (None, true) => StatusCode::UNPROCESSABLE_ENTITY,
        (None, false) => StatusCode::OK,
    }
}

//! The order as a page shows it: all that is known of it or, if its shop holds
//! pages, what its customer has been told.

use super::Notice;
use super::news::{known, news};
use crate::log::{self, Baseline, Snapshot, State};
use crate::settings::Settings;
use crate::storage::keys::OrderKey;
use crate::storage::{Store, StoreError};

/// Finds what the customer sees of an order; none if nothing of it was released
/// yet.
///
/// # Errors
/// When the store fails.
pub async fn shown(
    store: &impl Store,
    key: &OrderKey,
    snapshot: &Snapshot,
    settings: &Settings,
) -> Result<Option<State>, StoreError> {
    if !settings.hold.page {
        return Ok(snapshot.state(settings));
    }
    let known = told_last(store, key, snapshot, settings).await?;
    let is_held = news(known.as_ref(), snapshot, settings).is_some_and(|news| news.is_held);
    Ok(match known {
        _ if !is_held => snapshot.state(settings),
        Some(baseline) => snapshot.state_of(&baseline, settings),
        None => None,
    })
}

/// Finds what the customer knows by the last notice that has a prepared notice.
async fn told_last(
    store: &impl Store,
    key: &OrderKey,
    snapshot: &Snapshot,
    settings: &Settings,
) -> Result<Option<Baseline>, StoreError> {
    let mut last = Notice::last(store, key, snapshot.notices).await?;
    if last.prepared().is_none() && last.number > 1 {
        last = Notice::read(store, key, last.number - 1).await?;
    }
    let quiet = log::quiet(store, key, snapshot, settings.status_from).await?;
    Ok(known(last.prepared(), quiet))
}

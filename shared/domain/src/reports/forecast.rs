//! Forecasting an event: the changes that it would make, and the mails that it would
//! send. The order's own log is told the event over a store that keeps everything to
//! itself, and the same looks follow that tell the customers.

use super::rehearsal::{RehearsalHost, RehearsedNotice, would};
use crate::changes::Change;
use crate::context::{Context, Environment};
use crate::log::{self, Event, append_all};
use crate::notices::{Notice, Rules};
use crate::storage::keys::OrderKey;
use crate::storage::{OverlayStore, Store, StoreError};

/// The result that events would have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forecast {
    /// The changes that they would make.
    pub changes: Vec<Change>,
    /// The notices that would follow, oldest first, with whatever waits already.
    pub notices: Vec<RehearsedNotice>,
    /// True if something would wait until the merchant lets it go.
    pub held: bool,
}

/// Forecasts the result of telling an order's log these events now, for as long as
/// quiet hours and digests may hold a mail. It does not write anything.
///
/// # Errors
/// When the store fails.
pub async fn forecast(
    context: Context<'_, impl Store, impl Environment>,
    key: &OrderKey,
    rules: &Rules,
    events: &[Event],
) -> Result<Forecast, StoreError> {
    let overlay = OverlayStore::new(context.store);
    let host = RehearsalHost::at(context.environment.now(), rules);
    let told = Notice::all(&overlay, key).await?.len();
    let batch: Vec<_> = events
        .iter()
        .map(|event| (key.clone(), event.clone()))
        .collect();
    let context = Context::new(&overlay, &host);
    let appended = append_all(context, &batch, Vec::new()).await?;
    let Some(last) = appended.last() else {
        return Ok(Forecast::default());
    };
    let held = host.look_on(&overlay, key, last.job.clone()).await?;
    let snapshot = log::read(context, key).await?.snapshot;
    let mut by_event = snapshot.changes_read_by(&rules.settings);
    let changes = appended
        .iter()
        .filter_map(|appended| by_event.remove(&appended.n));
    let changes = changes.flatten().collect();
    let notices = Notice::all(&overlay, key).await?;
    Ok(Forecast {
        changes,
        notices: notices.iter().skip(told).filter_map(would).collect(),
        held,
    })
}

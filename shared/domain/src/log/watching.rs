//! Looking for new orders of people who are on the watch list.

use super::Reading;
use crate::context::{Context, Environment};
use crate::order::{Order, StatusFrom};
use crate::people::watch_note;
use crate::storage::together::join_all;
use crate::storage::{Store, StoreError};
use crate::tasks::{Task, TaskReason};

/// The result of looking whether who ordered is on the watch list.
pub(super) struct WatchCheck {
    /// The task that follows.
    pub(super) task: Option<Task>,
}

/// Looks for each order, once it has begun, whether who ordered is on the watch list; none
/// for those that were looked at before. An order whose beginning is told to nobody, such as
/// an old one of an import, asks nothing of anybody.
pub(super) async fn watch_checks(
    context: Context<'_, impl Store, impl Environment>,
    readings: &[Reading],
) -> Result<Vec<Option<WatchCheck>>, StoreError> {
    let checks = readings.iter().map(|reading| check(context, reading));
    join_all(checks).await.into_iter().collect()
}

async fn check(
    context: Context<'_, impl Store, impl Environment>,
    reading: &Reading,
) -> Result<Option<WatchCheck>, StoreError> {
    let snapshot = &reading.snapshot;
    if snapshot.listed.watch_checked || !has_begun(reading) {
        return Ok(None);
    }
    let none = WatchCheck { task: None };
    let Some(order) = snapshot.order().filter(|_| is_news(reading)) else {
        return Ok(Some(none));
    };
    let task = task(context, reading, &order).await?;
    Ok(Some(WatchCheck { task }))
}

fn has_begun(reading: &Reading) -> bool {
    let mut both = StatusFrom::BOTH.into_iter();
    both.any(|status_from| reading.snapshot.begun(status_from).is_some())
}

/// Tells whether the order is a new one. One that was listed by an earlier deployment, which
/// knew no watch list, is not.
fn is_news(reading: &Reading) -> bool {
    let snapshot = &reading.snapshot;
    let is_first = !snapshot.listed.as_order || snapshot.notices == 0;
    is_first && snapshot.quiet_rank(StatusFrom::Shop).is_none()
}

async fn task(
    context: Context<'_, impl Store, impl Environment>,
    reading: &Reading,
    order: &Order,
) -> Result<Option<Task>, StoreError> {
    let note = watch_note(context, &reading.key.shop, order).await?;
    let now = context.environment.now();
    let task = |_| Task::of_order(&reading.key.order, now, TaskReason::WatchListed);
    Ok(note.map(task))
}

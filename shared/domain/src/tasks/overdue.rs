//! Finding the promised days that passed: once a day is over, the orders that were promised
//! for it and have not left are looked at, and each that is still late is a task.
//!
//! An order is noted under its day when the job that told it ends
//! ([`list`](crate::log)); so the cost of a look grows with what was promised for that day.

use serde::{Deserialize, Serialize};

use super::{TaskReason, open_task};
use crate::context::{Context, Environment};
use crate::log;
use crate::settings::Settings;
use crate::shop::Shop;
use crate::storage::index::ListedOrder;
use crate::storage::keys::{OrderKey, overdue_progress, promised_index};
use crate::storage::record::{self, Record, encode};
use crate::storage::{Store, StoreError};
use crate::time::{Date, Timestamp};

/// The number of past days that are looked at again, as an order may be noted late.
const AGAIN: i64 = 3;

/// The most past days that are looked at, after a time in which nobody looked.
const LONGEST: i64 = 31;

/// The number of orders that are read at once.
const AT_ONCE: u64 = 16;

/// The progress of the looks at a shop's past days: a cache.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Progress {
    /// The last day up to which all were looked at.
    through: Option<Date>,
    /// The number of orders that were looked at, of each of the last days.
    done: Vec<(Date, u64)>,
}

impl Record for Progress {
    const VERSION: u32 = 1;
}

impl Progress {
    fn done(&self, day: Date) -> u64 {
        let mut all = self.done.iter();
        all.find(|(own, _)| *own == day)
            .map_or(0, |(_, done)| *done)
    }

    fn note(&mut self, day: Date, done: u64) {
        self.done.retain(|(own, _)| *own != day);
        self.done.push((day, done));
    }

    /// Lists the days to look at, the oldest first.
    fn days(&self, today: Date) -> Vec<Date> {
        let past = (1..=LONGEST).rev();
        let past = past.map(|ago| (ago, today.before(ago)));
        let is_new = |day: Date| self.through.is_some_and(|through| day > through);
        past.filter(|(ago, day)| *ago <= AGAIN || is_new(*day))
            .map(|(_, day)| day)
            .collect()
    }
}

/// Opens a task for each order whose promised day has passed, as far as there is time. The
/// next call goes on from there.
///
/// # Errors
/// When the store fails.
pub async fn look_for_overdue(
    context: Context<'_, impl Store, impl Environment>,
    shop: &Shop,
    settings: &Settings,
    until: Timestamp,
) -> Result<(), StoreError> {
    let today = shop.day(context.environment.now());
    let key = overdue_progress(&shop.id);
    let read: Progress = record::read(context.store, &key).await?.unwrap_or_default();
    let mut progress = read.clone();
    let days = progress.days(today);
    progress
        .done
        .retain(|(day, _)| days.iter().any(|own| own == day));
    let mut is_over = true;
    for day in days {
        is_over &= look_at(context, (&shop.id, settings), day, &mut progress, until).await?;
    }
    if is_over {
        progress.through = Some(today.before(1));
    }
    if progress != read {
        context.store.set(&key, encode(&progress)?).await?;
    }
    Ok(())
}

/// Looks at the orders that were promised for a day. Tells whether all of them were looked at.
async fn look_at(
    context: Context<'_, impl Store, impl Environment>,
    (shop, settings): (&str, &Settings),
    day: Date,
    progress: &mut Progress,
    until: Timestamp,
) -> Result<bool, StoreError> {
    let index = promised_index(shop, day);
    let len = context.store.count(&index.len()).await?;
    let mut done = progress.done(day);
    while done < len {
        if context.environment.now() >= until {
            return Ok(false);
        }
        let to = len.min(done + AT_ONCE);
        let entries = index.entries(context.store, done + 1..=to).await?;
        for (_, entry) in entries {
            let entry: ListedOrder = entry;
            if let Ok(order) = OrderKey::new(shop, &entry.order)
                && is_late(context.store, &order, settings, day).await?
            {
                open_task(context, &order, TaskReason::Overdue).await?;
            }
        }
        done = to;
        progress.note(day, done);
    }
    Ok(true)
}

/// Tells whether an order is still promised for a day that has passed.
async fn is_late(
    store: &impl Store,
    order: &OrderKey,
    settings: &Settings,
    day: Date,
) -> Result<bool, StoreError> {
    let snapshot = log::snapshot(store, order).await?;
    let present = snapshot
        .order_read_by(settings)
        .filter(|_| !snapshot.is_removed());
    Ok(present.is_some_and(|order| order.promised_for() == Some(day)))
}

//! Releasing what was held.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::context::{Context, Environment};
use crate::log::{Event, EventPayload, Via, append_all};
use crate::notices::{JobOutcome, Retry};
use crate::queue::{CompanionWrites, Release, Work, enqueue};
use crate::storage::event_log::SeenNumbers;
use crate::storage::index::ListedOrder;
use crate::storage::keys::{OrderKey, held_index, shard_of};
use crate::storage::record::{self, Record, encode};
use crate::storage::{Store, StoreError};
use crate::time::Duration;
use crate::time::protocol::LEASE;

/// The number of the list's entries that one batch releases.
const BATCH_SIZE: usize = 100;

/// The time for which a request begins new batches.
const BUDGET: Duration = Duration::milliseconds(500);

/// The result of one batch, or of several.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Released {
    /// The orders, by their ids.
    pub released: Vec<String>,
    /// True if there are more.
    pub more: bool,
}

impl Release {
    /// Releases one batch, from the queue. Whoever still saw the shop holding may list
    /// orders for a while yet, so the work ends two leases after it was asked for.
    ///
    /// # Errors
    /// When the store fails.
    pub(super) async fn run(
        &self,
        context: Context<'_, impl Store, impl Environment>,
    ) -> Result<JobOutcome, StoreError> {
        let due = self.asked_at + LEASE * 2;
        let is_last = context.environment.now() >= due;
        let more = self.run_batch(context).await?.more;
        let retry_at = match (more, is_last) {
            (true, _) => Some(context.environment.now()),
            (false, false) => Some(due),
            (false, true) => None,
        };
        Ok(JobOutcome {
            retry: retry_at.map(|due| Retry { due, claimed: None }),
            ..JobOutcome::default()
        })
    }

    /// Places the release in the queue, for a shop that no longer holds.
    ///
    /// # Errors
    /// When the store fails; it may be in the queue all the same.
    pub async fn place(
        self,
        context: Context<'_, impl Store, impl Environment>,
    ) -> Result<(), StoreError> {
        let shard = shard_of(&held_index(&self.shop).start());
        let work = |_, _| Some(Work::Release(self.clone()));
        enqueue(context, &[shard], work, CompanionWrites::default()).await?;
        Ok(())
    }

    /// Releases batches until nothing is left or the time is over: the next
    /// request releases the rest.
    ///
    /// # Errors
    /// When the store fails before anything was released.
    pub async fn run_batches(
        &self,
        context: Context<'_, impl Store, impl Environment>,
    ) -> Result<Released, StoreError> {
        let mut all = Released::default();
        loop {
            match self.run_batch(context).await {
                Ok(batch) => {
                    all.released.extend(batch.released);
                    all.more = batch.more;
                }
                // The orders that were released so far are returned: they will be mailed.
                Err(fault) if all.released.is_empty() => return Err(fault),
                Err(_) => all.more = true,
            }
            if !all.more || context.environment.now() > self.asked_at + BUDGET {
                return Ok(all);
            }
        }
    }

    /// Releases one batch. An order that is released twice does not tell anything twice.
    ///
    /// # Errors
    /// When the store fails: the batch is released again.
    pub async fn run_batch(
        &self,
        context: Context<'_, impl Store, impl Environment>,
    ) -> Result<Released, StoreError> {
        let index = held_index(&self.shop);
        let progress = index.start();
        let stored = record::read(context.store, &progress).await?;
        let mut seen = stored.map_or_else(SeenNumbers::default, |ReleaseProgress(seen)| seen);
        let len = context.store.count(&index.len()).await?;
        let received_at = context.environment.now();
        let mut wanted = seen.wanted(len, received_at);
        wanted.truncate(BATCH_SIZE);
        let wanted_entries = wanted.iter().copied();
        let entries = index
            .entries::<ListedOrder>(context.store, wanted_entries)
            .await?;
        let is_there = |k| entries.iter().any(|(number, _)| *number == k);
        seen.note(&wanted, is_there, received_at);
        let mut events: Vec<(OrderKey, Event)> = Vec::new();
        for (_, entry) in &entries {
            let Ok(key) = OrderKey::new(&self.shop, &entry.order) else {
                continue;
            };
            if !events.iter().any(|(other, _)| *other == key) {
                let event = Event {
                    received_at,
                    payload: EventPayload::Released,
                    via: Via::Desk,
                    dropped: Vec::new(),
                    by: None,
                };
                events.push((key, event));
            }
        }
        let more = seen.through() < len;
        let released = events.iter().map(|(key, _)| key.order.clone()).collect();
        if !events.is_empty() {
            let progress = (progress, encode(&ReleaseProgress(seen))?);
            append_all(context, &events, vec![progress]).await?;
        }
        for (k, _) in entries {
            context.store.delete(&index.entry(k)).await?;
        }
        Ok(Released { released, more })
    }
}

/// The entries of the list that were released. An entry may be about to be
/// written under a number that has none, so such numbers are looked for again.
#[derive(Serialize, Deserialize)]
struct ReleaseProgress(SeenNumbers);

impl Record for ReleaseProgress {
    const VERSION: u32 = 1;
}

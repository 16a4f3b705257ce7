//! Telling every order that waits for items what a shop said about those, a batch at
//! a time.

use std::collections::BTreeMap;

use futures::future::join;
use serde::{Deserialize, Serialize};

use crate::context::{Context, Environment};
use crate::log::ItemEvent;
use crate::log::{self, Event, RecordedFact, Via, append_all};
use crate::notices::{JobOutcome, Retry};
use crate::queue::{FanOut, ItemEventKey};
use crate::storage::index::{ListKeys, ListedOrder, Start};
use crate::storage::keys::{OrderKey, item_log, waiting_index};
use crate::storage::record::{self, Record, encode};
use crate::storage::together::join_all;
use crate::storage::{Store, StoreError};
use crate::time::Duration;
use crate::time::protocol::LEASE;

/// The most entries of the items' lists that one batch goes through.
pub const BATCH_SIZE: u64 = 50;

/// The time for which an order that does not wait stays in the list: its
/// snapshot may lag behind what listed it.
const STAYS_LISTED: Duration = Duration::hours(1);

/// The progress of a fan-out: a cache. Telling a batch twice does not change
/// anything, as the facts are the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct FanOutProgress {
    /// The index of the event that is being told.
    event: usize,
    /// The entry of that item's list to go on from; 0 for the list's first.
    entry: u64,
}

impl Record for FanOutProgress {
    const VERSION: u32 = 1;
}

/// An item that an event is about.
struct ChangedItem<'a> {
    sku: &'a str,
    index: ListKeys,
    /// The fact that orders are told.
    fact: RecordedFact,
}

/// An entry of an item's list that names an order.
struct WaitingOrder<'a> {
    item: &'a ChangedItem<'a>,
    k: u64,
    entry: ListedOrder,
}

impl FanOut {
    /// Tells one batch; the work is done once none is left.
    ///
    /// # Errors
    /// When the store fails: the batch is told again.
    pub(super) async fn run(
        &self,
        context: Context<'_, impl Store, impl Environment>,
    ) -> Result<JobOutcome, StoreError> {
        // The clock is read before the store, as the answer may take long to arrive.
        let since = context.environment.now();
        let Some(key) = self.progress_key() else {
            return Ok(JobOutcome::default());
        };
        let progress: Option<FanOutProgress> = record::read(context.store, &key).await?;
        let progress = progress.unwrap_or_default();
        let is_new = since.duration_since(self.written_at) < LEASE * 2;
        let items = self.items(context.store).await?;
        // Somebody's writes may be under way, or the store may show an older state. An
        // event that was lost unwritten was never acknowledged, so it is sent again.
        if is_new && items.iter().any(Option::is_none) {
            let due = since + LEASE / 2;
            return Ok(JobOutcome {
                retry: Some(Retry { due, claimed: None }),
                ..JobOutcome::default()
            });
        }
        let (listed, next) = batch(context.store, &items, progress).await?;
        let events = listed.into_iter().map(|(order, listed)| async move {
            match OrderKey::new(&self.shop, &order) {
                Ok(key) => tell(context, key, &listed).await,
                Err(_) => Ok(Vec::new()),
            }
        });
        let events: Result<Vec<Vec<(OrderKey, Event)>>, StoreError> =
            join_all(events).await.into_iter().collect();
        let events = events?.concat();
        let mut outcome = JobOutcome::default();
        let mut further = Vec::new();
        if let Some(next) = next {
            further.push((key.clone(), encode(&next)?));
            let due = context.environment.now();
            outcome.retry = Some(Retry { due, claimed: None });
        }
        if !events.is_empty() {
            append_all(context, &events, further).await?;
        } else if !further.is_empty() {
            context.store.set_many(further).await?;
        }
        if next.is_none() && progress != FanOutProgress::default() {
            context.store.delete(&key).await?;
        }
        Ok(outcome)
    }

    /// Returns the key of its progress; none if it tells nothing.
    fn progress_key(&self) -> Option<String> {
        let ItemEventKey { sku, event } = self.events.first()?;
        Some(waiting_index(&self.shop, sku).walked(*event))
    }

    /// Reads the items and their events, all at once; none for an event that is not there.
    async fn items(&self, store: &impl Store) -> Result<Vec<Option<ChangedItem<'_>>>, StoreError> {
        let reads = self
            .events
            .iter()
            .map(|ItemEventKey { sku, event }| async move {
                let event_log = item_log(&self.shop, sku);
                let events = event_log.events::<ItemEvent>(store, &[*event]).await?;
                let event = events.into_iter().next();
                Ok(event.map(|(n, event)| ChangedItem {
                    sku,
                    index: waiting_index(&self.shop, sku),
                    fact: RecordedFact {
                        at: event.at,
                        n,
                        event: 0,
                        received_at: event.received_at,
                        via: event.via,
                        fact: event.fact,
                    },
                }))
            });
        join_all(reads).await.into_iter().collect()
    }
}

/// Finds the orders of the next batch, and where the one after it begins, if
/// there is one.
async fn batch<'a>(
    store: &impl Store,
    items: &'a [Option<ChangedItem<'a>>],
    progress: FanOutProgress,
) -> Result<
    (
        BTreeMap<String, Vec<WaitingOrder<'a>>>,
        Option<FanOutProgress>,
    ),
    StoreError,
> {
    let left = items.iter().enumerate().skip(progress.event);
    let left = left.filter_map(|(index, item)| Some((index, item.as_ref()?)));
    let reads = left.map(|(index, item)| async move {
        let (len, list) = (item.index.len(), &item.index);
        let (first, len) = join(list.first(store), store.count(&len)).await;
        Ok::<_, StoreError>((index, item, first?, len?))
    });
    let (mut ranges, mut next, mut room) = (Vec::new(), None, BATCH_SIZE);
    for read in join_all(reads).await {
        let (index, item, first, len) = read?;
        let goes_on = index == progress.event && progress.entry > 0;
        let from = if goes_on { progress.entry } else { first };
        let to = len.min(from.saturating_add(room).saturating_sub(1));
        room = room.saturating_sub((to + 1).saturating_sub(from));
        ranges.push((item, from..=to));
        if to < len {
            next = Some(FanOutProgress {
                event: index,
                entry: to + 1,
            });
            break;
        }
    }
    let reads = ranges
        .into_iter()
        .map(|(item, range)| async move { Ok((item, item.index.entries(store, range).await?)) });
    let mut listed: BTreeMap<String, Vec<WaitingOrder<'a>>> = BTreeMap::new();
    for read in join_all(reads).await {
        let (item, entries): (_, Vec<(u64, ListedOrder)>) = read?;
        for (k, entry) in entries {
            let orders = listed.entry(entry.order.clone()).or_default();
            orders.push(WaitingOrder { item, k, entry });
        }
    }
    Ok((listed, next))
}

/// Finds what an order is to be told of the items that it is listed for, and takes
/// it from the lists of those that it has long not waited for.
async fn tell(
    context: Context<'_, impl Store, impl Environment>,
    key: OrderKey,
    listed: &[WaitingOrder<'_>],
) -> Result<Vec<(OrderKey, Event)>, StoreError> {
    let mut snapshot = log::snapshot(context.store, &key).await?;
    let mut waiting = snapshot.waiting();
    let waits = |waiting: &[String], item: &ChangedItem<'_>| {
        waiting
            .binary_search_by(|sku| sku.as_str().cmp(item.sku))
            .is_ok()
    };
    if !listed.iter().all(|listed| waits(&waiting, listed.item)) {
        // The snapshot may be lost, or behind a version that waits again.
        let reading = log::catch_up(context, &key, snapshot).await?;
        snapshot = reading.snapshot;
        waiting = snapshot.waiting();
    }
    let known = snapshot.facts.index();
    let mut unknown: Vec<&RecordedFact> = Vec::new();
    for WaitingOrder { item, k, entry } in listed {
        let fact = &item.fact;
        if !waits(&waiting, item) {
            unlist(context, &item.index, *k, entry).await?;
        } else if !known.knows(fact) && !unknown.contains(&fact) {
            unknown.push(fact);
        }
    }
    Ok(unknown
        .into_iter()
        .map(|recorded| (key.clone(), event(recorded)))
        .collect())
}

/// Takes an entry from a list if it was listed long ago.
async fn unlist(
    context: Context<'_, impl Store, impl Environment>,
    index: &ListKeys,
    k: u64,
    entry: &ListedOrder,
) -> Result<(), StoreError> {
    if context.environment.now().duration_since(entry.at) <= STAYS_LISTED {
        return Ok(());
    }
    context.store.delete(&index.entry(k)).await?;
    // If nothing is left before the entry, the next walk begins behind it.
    if index.first(context.store).await? == k {
        context
            .store
            .set(&index.start(), encode(&Start(k + 1))?)
            .await?;
    }
    Ok(())
}

/// Makes the event that tells a fact to an order that waits for its item.
fn event(recorded: &RecordedFact) -> Event {
    Event {
        received_at: recorded.received_at,
        payload: recorded.to_payload(),
        via: if recorded.via == Via::Hook {
            Via::Item
        } else {
            recorded.via
        },
        dropped: Vec::new(),
        by: None,
    }
}

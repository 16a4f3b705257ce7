//! Reading an order's log: the snapshot, and the events that it has not seen yet.

use futures::future::join;

use super::{Entering, Event, EventPayload, Rank, Snapshot, list};
use crate::context::{Context, Environment};
use crate::order::{Order, StatusFrom};
use crate::storage::Numbered;
use crate::storage::event_log::KEPT_AFTER;
use crate::storage::keys::OrderKey;
use crate::storage::record::{self, encode};
use crate::storage::together::join_all;
use crate::storage::{Store, StoreError};

/// The log as one reading found it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The order.
    pub key: OrderKey,
    /// The projection of every event that could be seen.
    pub snapshot: Snapshot,
    /// True if the snapshot differs from the stored one.
    pub is_news: bool,
    /// The writes that go with the snapshot.
    pub(crate) companions: Vec<(String, Vec<u8>)>,
}

/// Reads the stored snapshot of an order; an empty one if there is none.
///
/// # Errors
/// When the store fails.
pub async fn snapshot(store: &impl Store, key: &OrderKey) -> Result<Snapshot, StoreError> {
    let stored = record::read(store, &key.snapshot()).await?;
    Ok(stored.unwrap_or_default())
}

/// Reads the log: the snapshot and the length at once, then the missing events.
///
/// # Errors
/// When the store fails.
pub async fn read(
    context: Context<'_, impl Store, impl Environment>,
    key: &OrderKey,
) -> Result<Reading, StoreError> {
    let counter = key.len();
    let (snapshot, len) = join(snapshot(context.store, key), context.store.count(&counter)).await;
    follow(context, key, snapshot?, len?, Numbered::default()).await
}

/// Brings a snapshot that was read before up to date with the log.
///
/// # Errors
/// When the store fails.
pub async fn catch_up(
    context: Context<'_, impl Store, impl Environment>,
    key: &OrderKey,
    snapshot: Snapshot,
) -> Result<Reading, StoreError> {
    let len = context.store.count(&key.len()).await?;
    follow(context, key, snapshot, len, Numbered::default()).await
}

/// Brings a snapshot up to date with the log, and stores it if there was much
/// to apply: if many jobs of an order wait, the first does that for all of them.
///
/// # Errors
/// When the store fails.
pub(crate) async fn catch_up_and_keep(
    context: Context<'_, impl Store, impl Environment>,
    key: &OrderKey,
    snapshot: Snapshot,
) -> Result<Reading, StoreError> {
    let known = snapshot.seen.through();
    let reading = catch_up(context, key, snapshot).await?;
    if reading.snapshot.seen.through().saturating_sub(known) > KEPT_AFTER {
        reading.store(context.store).await?;
    }
    Ok(reading)
}

/// Projects: applies the event that was just appended to the snapshot, along
/// with all earlier ones that the snapshot has not seen, lists the order where
/// it can be found, and stores the snapshot.
///
/// # Errors
/// When the store fails. Nothing is lost then: whoever reads the log next
/// applies the event again.
pub async fn project(
    context: Context<'_, impl Store, impl Environment>,
    key: &OrderKey,
    n: u64,
    event: Event,
) -> Result<(), StoreError> {
    let mut reading = read_with(context, key, n, event).await?;
    list(context, std::slice::from_mut(&mut reading), Entering::New).await?;
    reading.store(context.store).await
}

/// Projects events of several orders of one shop, with one event per order, in
/// a few calls.
///
/// # Errors
/// As for [`project`].
pub async fn project_all(
    context: Context<'_, impl Store, impl Environment>,
    events: Vec<(OrderKey, u64, Event)>,
) -> Result<(), StoreError> {
    let readings = events
        .into_iter()
        .map(|(key, n, event)| async move { read_with(context, &key, n, event).await });
    let readings = join_all(readings).await.into_iter();
    let mut readings = readings.collect::<Result<Vec<Reading>, StoreError>>()?;
    list(context, &mut readings, Entering::New).await?;
    let mut snapshots = Vec::with_capacity(readings.len());
    for reading in readings.iter_mut().filter(|reading| reading.is_news) {
        snapshots.push((reading.key.snapshot(), encode(&reading.snapshot)?));
        snapshots.append(&mut reading.companions);
    }
    if snapshots.is_empty() {
        return Ok(());
    }
    context.store.set_many(snapshots).await
}

/// Adds events that were appended since to readings, and stores them.
///
/// # Errors
/// As for [`project`].
pub(crate) async fn store_with(
    context: Context<'_, impl Store, impl Environment>,
    readings: Vec<(Reading, Numbered<Event>)>,
) -> Result<(), StoreError> {
    let mut snapshots = Vec::with_capacity(readings.len());
    for (Reading { key, snapshot, .. }, events) in readings {
        let len = events.last().map_or(0, |(n, _)| *n);
        let reading = follow(context, &key, snapshot, len, events).await?;
        snapshots.push((key.snapshot(), encode(&reading.snapshot)?));
    }
    context.store.set_many(snapshots).await
}

/// Reads the log with an event that was just appended, and all before it.
async fn read_with(
    context: Context<'_, impl Store, impl Environment>,
    key: &OrderKey,
    n: u64,
    event: Event,
) -> Result<Reading, StoreError> {
    let snapshot = snapshot(context.store, key).await?;
    let mut own = Numbered::default();
    own.insert(n, event);
    follow(context, key, snapshot, n, own).await
}

impl Reading {
    /// Notes the least number of notices that the order has, so that the next
    /// reader begins there.
    pub(crate) fn note_notices(&mut self, notices: u64) {
        self.is_news |= self.snapshot.notices < notices;
        self.snapshot.notices = self.snapshot.notices.max(notices);
    }

    /// Notes that nothing is left to tell, whatever moved and moved back.
    pub(crate) fn note_settled(&mut self, status_from: StatusFrom) {
        self.is_news = true;
        self.snapshot.settle(status_from);
    }

    /// Stores the snapshot if it has something new.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn store(&self, store: &impl Store) -> Result<(), StoreError> {
        if !self.is_news {
            return Ok(());
        }
        let snapshot = (self.key.snapshot(), encode(&self.snapshot)?);
        if self.companions.is_empty() {
            return store.set(&snapshot.0, snapshot.1).await;
        }
        let mut writes = self.companions.clone();
        writes.push(snapshot);
        store.set_many(writes).await
    }
}

/// Finds the newest version that counts as told, if there is one.
///
/// # Errors
/// When the store fails.
pub(crate) async fn quiet(
    store: &impl Store,
    key: &OrderKey,
    snapshot: &Snapshot,
    status_from: StatusFrom,
) -> Result<Option<(Rank, Order)>, StoreError> {
    let Some(rank) = snapshot.quiet_rank(status_from) else {
        return Ok(None);
    };
    if let Some((newest, order)) = snapshot.newest()
        && newest == rank
    {
        return Ok(Some((rank, order.clone())));
    }
    for (_, event) in events(store, key, std::iter::once(rank.n)).await? {
        if let EventPayload::Order(order) = event.payload {
            return Ok(Some((rank, *order)));
        }
    }
    Err(StoreError(
        "an event that was seen before is not there".to_owned(),
    ))
}

/// Reads up to `len`, and does not stop at the first number whose event is not
/// there, as the customer's choice may stand in the last of many.
async fn follow(
    context: Context<'_, impl Store, impl Environment>,
    key: &OrderKey,
    snapshot: Snapshot,
    len: u64,
    mut arrivals: Numbered<Event>,
) -> Result<Reading, StoreError> {
    let mut reading = Reading {
        key: key.clone(),
        snapshot,
        is_news: false,
        companions: Vec::new(),
    };
    loop {
        let before = reading.snapshot.seen.through();
        let some = follow_some(context, &mut reading, len, &mut arrivals);
        let is_applied = Box::pin(some).await?;
        let through = reading.snapshot.seen.through();
        if is_applied && (through >= len || through == before) {
            return Ok(reading);
        }
    }
}

/// Reads as many events as one reading looks for. It takes those that it looks for
/// from the arrivals, and the last reading takes all that are left. Returns
/// `false` if the log must be projected anew because of the events that turned up.
async fn follow_some(
    context: Context<'_, impl Store, impl Environment>,
    reading: &mut Reading,
    len: u64,
    arrivals: &mut Numbered<Event>,
) -> Result<bool, StoreError> {
    let key = &reading.key;
    let now = context.environment.now();
    let mut seen = reading.snapshot.seen.clone();
    let wanted = seen.wanted(len, now);
    let mut loaded = Numbered::default();
    for n in wanted.iter().copied() {
        if let Some(event) = arrivals.remove(&n) {
            loaded.insert(n, event);
        }
    }
    let is_unread = |n: &u64| !loaded.contains_key(n);
    let unread = wanted.iter().copied().filter(is_unread);
    let found = events(context.store, key, unread).await?;
    for (n, event) in found {
        loaded.insert(n, event);
    }
    seen.note(&wanted, |n| loaded.contains_key(&n), now);
    if seen.through() >= len {
        for (n, event) in std::mem::take(arrivals) {
            loaded.insert(n, event);
        }
    }
    if loaded.is_empty() {
        reading.is_news |= seen != reading.snapshot.seen;
        reading.snapshot.seen = seen;
        return Ok(true);
    }
    if reading.snapshot.is_overtaken_by(&loaded) {
        reading.snapshot = reading.snapshot.before_all();
        for (n, event) in loaded {
            arrivals.insert(n, event);
        }
        return Ok(false);
    }
    let mut snapshot = reading.snapshot.clone();
    snapshot.seen = seen;
    let mut merge = snapshot.merge(loaded);
    for (n, event) in events(context.store, key, merge.needs().into_iter()).await? {
        merge.show(n, event);
    }
    let snapshot = merge
        .finish()
        .ok_or_else(|| StoreError("an event that was seen before is not there".to_owned()))?;
    reading.is_news |= snapshot != reading.snapshot;
    reading.snapshot = snapshot;
    Ok(true)
}

/// Reads those of the events with these numbers that exist, all at once.
pub(crate) async fn events(
    store: &impl Store,
    key: &OrderKey,
    numbers: impl Iterator<Item = u64>,
) -> Result<Vec<(u64, Event)>, StoreError> {
    let read = async |n| {
        let event = record::read(store, &key.event(n)).await?;
        Ok(event.map(|event| (n, event)))
    };
    let read = join_all(numbers.map(read)).await;
    read.into_iter().filter_map(Result::transpose).collect()
}

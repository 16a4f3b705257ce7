//! Reading an order's log: the snapshot, and what it has not seen yet.

use crate::time::Duration;
use futures::future::join;

use super::{Event, Snapshot};
use crate::environment::Environment;
use crate::keys::OrderKey;
use crate::numbered::Numbered;
use crate::record::{decode, encode};
use crate::store::{Store, StoreError};
use crate::together::join_all;

/// How long a number whose event is not there is looked for again.
const HOLE_LIFE: Duration = Duration::hours(24);

/// How many numbers one reading looks for at most: what is left comes with the next.
const MAX_ARRIVALS: usize = 200;

/// The log as one reading found it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The fold of every event that could be seen.
    pub snapshot: Snapshot,
    /// Whether it differs from the stored one.
    pub is_news: bool,
}

/// The stored snapshot of an order; an empty one where there is none.
///
/// # Errors
/// When the store fails.
pub async fn snapshot(store: &impl Store, key: &OrderKey) -> Result<Snapshot, StoreError> {
    let key = key.snapshot();
    store
        .get(&key)
        .await?
        .map_or_else(|| Ok(Snapshot::default()), |bytes| decode(&key, &bytes))
}

/// Reads the log: snapshot and length at once, then what is missing.
///
/// # Errors
/// When the store fails.
pub async fn read(
    store: &impl Store,
    environment: &impl Environment,
    key: &OrderKey,
) -> Result<Reading, StoreError> {
    let counter = key.len();
    let (snapshot, len) = join(snapshot(store, key), store.count(&counter)).await;
    follow(
        store,
        environment,
        key,
        snapshot?,
        len?,
        Numbered::default(),
    )
    .await
}

/// Brings a snapshot that was read before up to the log as it is now.
///
/// # Errors
/// When the store fails.
pub async fn catch_up(
    store: &impl Store,
    environment: &impl Environment,
    key: &OrderKey,
    snapshot: Snapshot,
) -> Result<Reading, StoreError> {
    let len = store.count(&key.len()).await?;
    follow(store, environment, key, snapshot, len, Numbered::default()).await
}

/// Projects: folds the event that was just appended into the snapshot, with
/// all before it that the snapshot has not seen, and stores that.
///
/// # Errors
/// When the store fails. Nothing is lost then: whoever reads the log next folds
/// it again.
pub async fn project(
    store: &impl Store,
    environment: &impl Environment,
    key: &OrderKey,
    n: u64,
    event: Event,
) -> Result<(), StoreError> {
    let snapshot = snapshot(store, key).await?;
    let mut own = Numbered::default();
    own.insert(n, event);
    let reading = follow(store, environment, key, snapshot, n, own).await?;
    reading.store(store, key).await
}

impl Reading {
    /// Notes how many notices the order has at least, so that the next look
    /// begins there.
    pub(crate) fn note_notices(&mut self, notices: u64) {
        self.is_news |= self.snapshot.notices < notices;
        self.snapshot.notices = self.snapshot.notices.max(notices);
    }

    /// Stores the snapshot where it has something new.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn store(&self, store: &impl Store, key: &OrderKey) -> Result<(), StoreError> {
        if !self.is_news {
            return Ok(());
        }
        store.set(&key.snapshot(), encode(&self.snapshot)?).await
    }
}

/// Reads up to `len`, not to the first number whose event is not there.
async fn follow(
    store: &impl Store,
    environment: &impl Environment,
    key: &OrderKey,
    mut snapshot: Snapshot,
    len: u64,
    mut arrivals: Numbered<Event>,
) -> Result<Reading, StoreError> {
    let before = snapshot.clone();
    let now = environment.now();
    snapshot
        .missing
        .retain(|since| now.duration_since(*since) < HOLE_LIFE);
    let holes = snapshot
        .missing
        .iter()
        .rev()
        .map(|(n, _)| n)
        .take(MAX_ARRIVALS / 2);
    let new = snapshot.through.saturating_add(1)..=len;
    let wanted: Vec<u64> = holes.chain(new).take(MAX_ARRIVALS).collect();
    let unread = wanted
        .iter()
        .copied()
        .filter(|n| arrivals.get(*n).is_none());
    let found = events(store, key, unread).await?;
    for (n, event) in found {
        arrivals.insert(n, event);
    }
    for n in wanted {
        snapshot.through = snapshot.through.max(n);
        if arrivals.get(n).is_some() {
            snapshot.missing.remove(n);
        } else if snapshot.missing.get(n).is_none() {
            snapshot.missing.insert(n, now);
        }
    }
    let mut merge = snapshot.merge(arrivals);
    for (n, event) in events(store, key, merge.needs().into_iter()).await? {
        merge.show(n, event);
    }
    let snapshot = merge
        .finish()
        .ok_or_else(|| StoreError("an event that was seen before is not there".to_owned()))?;
    Ok(Reading {
        is_news: snapshot != before,
        snapshot,
    })
}

/// The events that are there of those with these numbers, read at once.
async fn events(
    store: &impl Store,
    key: &OrderKey,
    numbers: impl Iterator<Item = u64>,
) -> Result<Vec<(u64, Event)>, StoreError> {
    let read = async |n| {
        let key = key.event(n);
        let bytes = store.get(&key).await?;
        bytes
            .map(|bytes| Ok((n, decode(&key, &bytes)?)))
            .transpose()
    };
    let read = join_all(numbers.map(read)).await;
    read.into_iter().filter_map(Result::transpose).collect()
}

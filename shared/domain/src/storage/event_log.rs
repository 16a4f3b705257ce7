//! Small logs: data that is kept as numbered events, each written once, and
//! read as a projection of them. An order's log is a kind of its own ([`crate::log`]).

mod seen;

use futures::future::join;
use serde::{Deserialize, Serialize};

use crate::context::{Context, Environment};
use crate::storage::Numbered;
use crate::storage::record::{self, Record, encode};
use crate::storage::together::join_all;
use crate::storage::{Counter, Store, StoreError};

pub use seen::SeenNumbers;

/// The number of events that a reader may have to apply before it stores the result.
pub(crate) const KEPT_AFTER: u64 = 20;

/// The most times that one writer stores the projection for events that keep coming.
const MOST_KEPT: usize = 5;

/// The projection of a small log. The order in which events are taken in must not
/// matter, as one may turn up late.
pub trait Projection: Clone + Default + PartialEq + Record {
    /// The type of the log's events.
    type Event: Record;

    /// Takes in the event number `n`.
    fn apply(&mut self, n: u64, event: Self::Event);
}

/// The place of a small log in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventLog {
    /// The beginning of its keys.
    pub(crate) prefix: String,
}

/// The projection of a small log as one reading found it, and the events that it rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Projected<F> {
    seen: SeenNumbers,
    /// The projection of the events.
    pub projection: F,
}

impl<F: Projection> Record for Projected<F> {
    const VERSION: u32 = F::VERSION;
}

impl EventLog {
    /// Returns the counter of its events.
    #[must_use]
    pub fn len(&self) -> Counter {
        Counter::at(format!("{}/len", self.prefix))
    }

    /// Returns the key of its event number `n`, from 1.
    #[must_use]
    pub fn event(&self, n: u64) -> String {
        format!("{}/event/{n}", self.prefix)
    }

    /// Returns the key of the projection of its events: a cache.
    #[must_use]
    pub fn snapshot(&self) -> String {
        format!("{}/snapshot", self.prefix)
    }

    /// Appends an event, and returns its number.
    ///
    /// # Errors
    /// When the store fails. The event may be there all the same.
    pub async fn append(&self, store: &impl Store, event: &impl Record) -> Result<u64, StoreError> {
        let n = store.increment(&self.len()).await?;
        store.set(&self.event(n), encode(event)?).await?;
        Ok(n)
    }

    /// Reads the projection: the cached one, and the events that it has not seen.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn read<F: Projection>(
        &self,
        context: Context<'_, impl Store, impl Environment>,
    ) -> Result<Projected<F>, StoreError> {
        let (cached, len) = self.cached(context.store).await?;
        self.follow(context, cached, len).await
    }

    /// Reads the projection, and stores it if there was much to read, so that the
    /// cost of a reading does not grow with the log.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn read_and_keep<F: Projection>(
        &self,
        context: Context<'_, impl Store, impl Environment>,
    ) -> Result<Projected<F>, StoreError> {
        let (cached, len) = self.cached(context.store).await?;
        let known = cached.seen.through();
        let projected = self.follow(context, cached, len).await?;
        if projected.seen.through().saturating_sub(known) > KEPT_AFTER {
            self.store(context.store, &projected).await?;
        }
        Ok(projected)
    }

    /// Reads the projection as it was last stored, with one call.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn kept<F: Projection>(
        &self,
        store: &impl Store,
    ) -> Result<Projected<F>, StoreError> {
        let kept = record::read(store, &self.snapshot()).await?;
        Ok(kept.unwrap_or_default())
    }

    /// Reads the projection and stores it, again if events came meanwhile: of several who
    /// store it at once, the last one has seen what all of them wrote.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn keep<F: Projection>(
        &self,
        context: Context<'_, impl Store, impl Environment>,
    ) -> Result<Projected<F>, StoreError> {
        let mut projected = self.read::<F>(context).await?;
        for _ in 0..MOST_KEPT {
            self.store(context.store, &projected).await?;
            let known = projected.clone();
            projected = self.catch_up(context, projected).await?;
            if projected == known {
                break;
            }
        }
        Ok(projected)
    }

    /// Brings a projection that was read before up to date, with one call if nothing is new.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn catch_up<F: Projection>(
        &self,
        context: Context<'_, impl Store, impl Environment>,
        projected: Projected<F>,
    ) -> Result<Projected<F>, StoreError> {
        let len = context.store.count(&self.len()).await?;
        self.follow(context, projected, len).await
    }

    /// Stores the projection, so that the next reader has less to read.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn store<F: Projection>(
        &self,
        store: &impl Store,
        projected: &Projected<F>,
    ) -> Result<(), StoreError> {
        store.set(&self.snapshot(), encode(projected)?).await
    }

    /// Reads the projection as it is stored, and the length of the log.
    async fn cached<F: Projection>(
        &self,
        store: &impl Store,
    ) -> Result<(Projected<F>, u64), StoreError> {
        let key = self.snapshot();
        let len = self.len();
        let (cached, len) = join(record::read(store, &key), store.count(&len)).await;
        Ok((cached?.unwrap_or_default(), len?))
    }

    async fn follow<F: Projection>(
        &self,
        context: Context<'_, impl Store, impl Environment>,
        mut projected: Projected<F>,
        len: u64,
    ) -> Result<Projected<F>, StoreError> {
        loop {
            let now = context.environment.now();
            let wanted = projected.seen.wanted(len, now);
            let mut found = self.events::<F::Event>(context.store, &wanted).await?;
            projected
                .seen
                .note(&wanted, |n| found.contains_key(&n), now);
            for n in wanted {
                if let Some(event) = found.remove(&n) {
                    projected.projection.apply(n, event);
                }
            }
            if projected.seen.through() >= len {
                return Ok(projected);
            }
        }
    }

    /// Reads those of the events with these numbers that exist, all at once.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn events<E: Record>(
        &self,
        store: &impl Store,
        numbers: &[u64],
    ) -> Result<Numbered<E>, StoreError> {
        let read = async |n: u64| {
            let event = record::read(store, &self.event(n)).await?;
            Ok::<_, StoreError>((n, event))
        };
        let mut events = Numbered::default();
        for read in join_all(numbers.iter().map(|n| read(*n))).await {
            if let (n, Some(event)) = read? {
                events.insert(n, event);
            }
        }
        Ok(events)
    }
}

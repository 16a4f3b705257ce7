//! Documents in versions, such as a shop's settings: each write is an event
//! that names the version it rests on. The version in force is the one that
//! rests on the latest version.
//!
//! Nobody writes before every lower number is decided, so two rest on one
//! version only if the first came too late to be acknowledged: then the higher
//! number counts.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::context::{Context, Environment};
use crate::storage::event_log::{EventLog, Projected, Projection};
use crate::storage::record::{Record, encode};
use crate::storage::{Store, StoreError};
use crate::time::Timestamp;
use crate::time::protocol::{GIVE_UP, LEASE, SEND_TIMEOUT};

/// The documents that are kept in versions, each of them whole.
pub trait Document: Clone + Default + PartialEq + Serialize + DeserializeOwned {
    /// The version of its stored form.
    const VERSION: u32;
}

/// The document in force.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Current<D> {
    /// The version that it is; 0 before the first, when everything has its default.
    pub version: u64,
    /// The version that it rests on.
    pub base: u64,
    /// The document itself.
    pub document: D,
    /// The time when it was written.
    pub at: Option<Timestamp>,
}

impl<D: Document> Record for Current<D> {
    const VERSION: u32 = D::VERSION;
}

/// One attempt at writing a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Writing<D> {
    /// A new version.
    Put {
        /// The version that the writer knew.
        base: u64,
        /// The document itself.
        document: Box<D>,
        /// The time when it was written.
        at: Timestamp,
    },
    /// The number was not used.
    Abandoned {
        /// The time when it was given up.
        at: Timestamp,
    },
}

impl<D: Document> Record for Writing<D> {
    const VERSION: u32 = D::VERSION;
}

impl<D: Document> Projection for Current<D> {
    type Event = Writing<D>;

    fn apply(&mut self, n: u64, event: Writing<D>) {
        let Writing::Put { base, document, at } = event else {
            return;
        };
        // The greatest counts, and nothing else: a reader may find them in any order.
        if (base, n) > (self.base, self.version) {
            *self = Self {
                version: n,
                base,
                document: *document,
                at: Some(at),
            };
        }
    }
}

/// The reason why a document was not written.
#[derive(Debug, thiserror::Error)]
pub enum NotWritten {
    /// It rests on a version that is no longer in force.
    #[error("it was changed meanwhile: version {0} is in force")]
    Changed(u64),
    /// Another writer has begun, or died: this is decided within a minute.
    #[error("somebody else is writing: try again in a minute")]
    Busy,
    /// The store failed; it may be written all the same.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Reads a version of a document, and the time when it was written; none if no
/// document has this number.
///
/// # Errors
/// When the store fails.
pub async fn version<D: Document>(
    store: &impl Store,
    event_log: &EventLog,
    number: u64,
) -> Result<Option<(D, Timestamp)>, StoreError> {
    let mut found = event_log.events::<Writing<D>>(store, &[number]).await?;
    Ok(match found.remove(&number) {
        Some(Writing::Put { document, at, .. }) => Some((*document, at)),
        Some(Writing::Abandoned { .. }) | None => None,
    })
}

/// Writes a document in the place of version `base`, and returns its version.
/// `document` makes it, given its version and the time of writing.
///
/// Only one of two writers who know the same version gets through. A number
/// that was drawn below ours and has no event may still get one that rests on
/// the same version: in that case, ours is given up, and that is noted with the
/// time. A lease after such a note, whoever drew the empty number is dead.
/// Should they wake up and write all the same, they know by their clock that it
/// may not count, and it is not acknowledged.
///
/// # Errors
/// When another version is in force, another writer is busy, or the store fails.
pub async fn write<D: Document>(
    context: Context<'_, impl Store, impl Environment>,
    event_log: &EventLog,
    base: u64,
    document: impl FnOnce(u64, Timestamp) -> D,
) -> Result<u64, NotWritten> {
    let before: Projected<Current<D>> = event_log.read(context).await?;
    if before.projection.version != base {
        return Err(NotWritten::Changed(before.projection.version));
    }
    let drawn_at = context.environment.now();
    let n = context.store.increment(&event_log.len()).await?;
    let between: Vec<u64> = (base + 1..n).collect();
    let events = event_log
        .events::<Writing<D>>(context.store, &between)
        .await?;
    let is_late = |most| context.environment.now().duration_since(drawn_at) > most;
    // Silence counts only up to the time before the reading, which may have taken long.
    let is_old = |at| drawn_at.duration_since(at) >= LEASE;
    let mut silent_below = 0;
    let mut open = between;
    let mut found = before.projection.clone();
    for (number, event) in events {
        open.retain(|open| *open != number);
        if matches!(&event, Writing::Abandoned { at } if is_old(*at)) {
            silent_below = number;
        }
        found.apply(number, event);
    }
    open.retain(|open| *open > silent_below);
    let refused = if found.version != base {
        Some(NotWritten::Changed(found.version))
    } else if !open.is_empty() || is_late(GIVE_UP) {
        Some(NotWritten::Busy)
    } else {
        None
    };
    let at = context.environment.now();
    let event = match refused {
        Some(_) => Writing::Abandoned { at },
        None => Writing::Put {
            base,
            document: Box::new(document(n, at)),
            at,
        },
    };
    context
        .store
        .set(&event_log.event(n), encode(&event)?)
        .await?;
    if let Some(refused) = refused {
        return Err(refused);
    }
    // Until then, nobody takes us for dead: a lease is longer.
    if is_late(GIVE_UP + SEND_TIMEOUT) {
        return Err(StoreError("it was written too slowly to count on".to_owned()).into());
    }
    // It is written; the rest is a cache.
    if let Ok(after) = event_log.catch_up(context, before).await {
        let _ = event_log.store(context.store, &after).await;
    }
    Ok(n)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use futures::executor::block_on;

    use super::{Current, NotWritten, Writing};
    use crate::context::Context;
    use crate::context::Environment;
    use crate::settings::{Settings, current, write};
    use crate::storage::event_log::Projection;
    use crate::storage::keys::settings_log;
    use crate::storage::{MemoryStore, Store};
    use crate::time::{Duration, Timestamp};

    struct Clock(Cell<i64>);

    impl Environment for Clock {
        fn now(&self) -> Timestamp {
            Timestamp::UNIX_EPOCH + Duration::seconds(self.0.get())
        }

        fn random(&self) -> u64 {
            0
        }
    }

    fn settling(seconds: u32) -> Settings {
        Settings {
            settle_seconds: seconds,
            ..Settings::default()
        }
    }

    #[test]
    fn of_two_who_know_one_version_the_second_is_told_which_is_in_force() {
        let (store, clock) = (MemoryStore::default(), Clock(Cell::new(0)));
        let write = |base, seconds| {
            block_on(write(
                Context::new(&store, &clock),
                "a",
                base,
                &settling(seconds),
            ))
        };
        assert_eq!(write(0, 1).unwrap(), 1);
        assert!(matches!(write(0, 2), Err(NotWritten::Changed(1))));
        assert!(matches!(write(7, 2), Err(NotWritten::Changed(1))));
        assert_eq!(write(1, 3).unwrap(), 2);
        let read = block_on(current(Context::new(&store, &clock), "a"))
            .unwrap()
            .projection;
        assert_eq!(
            (read.version, read.base, read.at),
            (2, 1, Some(clock.now()))
        );
        assert_eq!(read.document, settling(3));
        // Another shop has settings of its own.
        let other = block_on(current(Context::new(&store, &clock), "b"))
            .unwrap()
            .projection;
        assert_eq!(other, Current::default());
    }

    #[test]
    fn a_writer_that_died_holds_the_next_one_up_for_a_minute() {
        let (store, clock) = (MemoryStore::default(), Clock(Cell::new(0)));
        block_on(store.increment(&settings_log("a").len())).unwrap();
        let write = |seconds| {
            clock.0.set(seconds);
            block_on(write(Context::new(&store, &clock), "a", 0, &settling(1)))
        };
        assert!(matches!(write(10), Err(NotWritten::Busy)));
        assert!(matches!(write(69), Err(NotWritten::Busy)));
        // It takes a lease after the first note, however many notes came since.
        assert_eq!(write(70).unwrap(), 4);
    }

    #[test]
    fn what_comes_late_does_not_count_in_whatever_order_it_is_read() {
        let put = |base, seconds| Writing::Put {
            base,
            document: Box::new(settling(seconds)),
            at: Timestamp::UNIX_EPOCH,
        };
        let events = [(1, put(0, 1)), (2, put(0, 2)), (4, put(2, 4))];
        for order in [
            [0, 1, 2],
            [0, 2, 1],
            [1, 0, 2],
            [1, 2, 0],
            [2, 0, 1],
            [2, 1, 0],
        ] {
            let mut fold = Current::<Settings>::default();
            for index in order {
                let (n, event) = events[index].clone();
                fold.apply(n, event);
            }
            assert_eq!((fold.version, fold.document), (4, settling(4)), "{order:?}");
        }
    }
}

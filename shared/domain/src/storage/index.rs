//! Lists, most of them of orders: entries are numbered, each is written once, and whoever
//! finds an entry that is of no more use deletes it.

use serde::{Deserialize, Serialize};

use crate::storage::record::{self, Record, encode};
use crate::storage::together::join_all;
use crate::storage::{Counter, Store, StoreError};
use crate::time::Timestamp;

/// The place of a list in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListKeys {
    /// The beginning of its keys.
    pub(crate) prefix: String,
}

/// One order in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedOrder {
    /// The order's id within its shop.
    pub order: String,
    /// The time when it was listed.
    pub at: Timestamp,
}

impl Record for ListedOrder {
    const VERSION: u32 = 1;
}

/// The number below which a list has no entries left: a cache.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Start(pub u64);

impl Record for Start {
    const VERSION: u32 = 1;
}

impl ListKeys {
    /// Returns the counter of its entries.
    #[must_use]
    pub fn len(&self) -> Counter {
        Counter::at(format!("{}/len", self.prefix))
    }

    /// Returns the key of its entry number `k`, from 1.
    #[must_use]
    pub fn entry(&self, k: u64) -> String {
        format!("{}/entry/{k}", self.prefix)
    }

    /// Returns the key of the number below which no entries are left: a cache.
    #[must_use]
    pub fn start(&self) -> String {
        format!("{}/start", self.prefix)
    }

    /// Returns the key of the progress of the work that an event of the list's item began:
    /// a cache.
    #[must_use]
    pub fn walked(&self, event: u64) -> String {
        format!("{}/walked/{event}", self.prefix)
    }

    /// Returns the writes that list entries, under numbers drawn from the counter at once.
    ///
    /// # Errors
    /// When the store fails; the numbers are used up then, and their entries empty.
    pub async fn listings(
        &self,
        store: &impl Store,
        entries: &[impl Record],
    ) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let drawn = store.draw(&self.len(), entries.len()).await?;
        let listing = |(k, entry)| Ok((self.entry(k), encode(entry)?));
        drawn.zip(entries).map(listing).collect()
    }

    /// Reads the number at which a walk of the list begins.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn first(&self, store: &impl Store) -> Result<u64, StoreError> {
        let stored = record::read(store, &self.start()).await?;
        Ok(stored.map_or(1, |Start(first)| first.max(1)))
    }

    /// Reads those of the entries with these numbers that exist, all at once.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn entries<R: Record>(
        &self,
        store: &impl Store,
        numbers: impl Iterator<Item = u64>,
    ) -> Result<Vec<(u64, R)>, StoreError> {
        let read = async |k: u64| {
            let entry = record::read(store, &self.entry(k)).await?;
            Ok(entry.map(|entry| (k, entry)))
        };
        let read = join_all(numbers.map(read)).await;
        read.into_iter().filter_map(Result::transpose).collect()
    }
}

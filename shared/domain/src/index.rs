//! Lists of orders: entries are numbered, each written once, and taken away by
//! whoever finds them of no more use.

use serde::{Deserialize, Serialize};

use crate::keys::Counter;
use crate::record::{Record, decode, encode};
use crate::store::{Store, StoreError};
use crate::time::Timestamp;
use crate::together::join_all;

/// Where a list is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index {
    /// What its keys begin with.
    pub(crate) prefix: String,
}

/// One order in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The order's id within its shop.
    pub order: String,
    /// When it was listed.
    pub at: Timestamp,
    /// Why, in a list that knows several reasons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

impl Record for Entry {
    const VERSION: u32 = 1;
}

/// Below which number nothing is left in a list: a cache.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Start(pub u64);

impl Record for Start {
    const VERSION: u32 = 1;
}

impl Index {
    /// The counter of its entries.
    #[must_use]
    pub fn len(&self) -> Counter {
        Counter::at(format!("{}/len", self.prefix))
    }

    /// Its entry number `k`, from 1.
    #[must_use]
    pub fn entry(&self, k: u64) -> String {
        format!("{}/entry/{k}", self.prefix)
    }

    /// Below which number nothing is left: a cache.
    #[must_use]
    pub fn start(&self) -> String {
        format!("{}/start", self.prefix)
    }

    /// The progress of the work that began with an event of the list's item: a cache.
    #[must_use]
    pub fn walked(&self, event: u64) -> String {
        format!("{}/walked/{event}", self.prefix)
    }

    /// The writes that list orders, under numbers drawn from the counter at once.
    ///
    /// # Errors
    /// When the store fails; the numbers are spent then, and their entries empty.
    pub async fn listings(
        &self,
        store: &impl Store,
        entries: &[Entry],
    ) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let drawn = store.draw(&self.len(), entries.len()).await?;
        let listing = |(k, entry)| Ok((self.entry(k), encode(entry)?));
        drawn.zip(entries).map(listing).collect()
    }

    /// Where a walk of the list begins.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn first(&self, store: &impl Store) -> Result<u64, StoreError> {
        let key = self.start();
        match store.get(&key).await? {
            Some(bytes) => Ok(decode::<Start>(&key, &bytes)?.0.max(1)),
            None => Ok(1),
        }
    }

    /// The entries that are there of those with these numbers, read at once.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn entries(
        &self,
        store: &impl Store,
        numbers: impl Iterator<Item = u64>,
    ) -> Result<Vec<(u64, Entry)>, StoreError> {
        let read = async |k: u64| {
            let key = self.entry(k);
            let bytes = store.get(&key).await?;
            bytes
                .map(|bytes| Ok((k, decode(&key, &bytes)?)))
                .transpose()
        };
        let read = join_all(numbers.map(read)).await;
        read.into_iter().filter_map(Result::transpose).collect()
    }
}

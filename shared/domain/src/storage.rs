//! The requirements on storage, the little that all of Spin's key-value stores do
//! alike, and how things are kept in it: every key, records, logs, lists, documents.

pub mod event_log;
pub mod find_by_number;
pub mod index;
pub mod keys;
mod memory;
mod overlay;
pub mod record;
pub mod together;
pub mod versions;

use std::ops::RangeInclusive;

pub use memory::MemoryStore;
pub use overlay::OverlayStore;

/// Things by their number, in order: a sorted list, for there are few of them.
pub type Numbered<T> = litemap::LiteMap<u64, T>;

/// The error of a store that did not do what it was asked, or did not say whether it did.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the store failed: {0}")]
pub struct StoreError(pub String);

/// The key of a counter. Only `increment` ever writes it: its bytes differ by
/// store, and a store may break on a counter that something else wrote.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Counter(String);

impl Counter {
    /// The counter at a key that nothing else writes.
    pub(crate) const fn at(key: String) -> Self {
        Self(key)
    }

    /// The key's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The key-value store that the log, the notices and the queue need.
///
/// The only atomic operation is `increment_by`. Its handles are cheap to clone
/// and to share; nothing here needs a lock.
#[expect(
    async_fn_in_trait,
    reason = "components and the simulation are single-threaded"
)]
pub trait Store {
    /// Reads the value of `key`, if it has one.
    ///
    /// # Errors
    /// When the store fails.
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError>;

    /// Gives `key` a value.
    ///
    /// # Errors
    /// When the store fails; the value may be there all the same.
    async fn set(&self, key: &str, value: Vec<u8>) -> Result<(), StoreError>;

    /// Gives each key its value: in one transaction if the store can, otherwise
    /// one after the other, in this order.
    ///
    /// # Errors
    /// When the store fails; the first few may be there all the same.
    async fn set_many(&self, entries: Vec<(String, Vec<u8>)>) -> Result<(), StoreError>;

    /// Removes `key`. It need not exist.
    ///
    /// # Errors
    /// When the store fails; it may be gone all the same.
    async fn delete(&self, key: &str) -> Result<(), StoreError>;

    /// Removes each key: in one call if the store can, otherwise one after the other.
    ///
    /// # Errors
    /// When the store fails; the first few may be gone all the same.
    async fn delete_many(&self, keys: Vec<String>) -> Result<(), StoreError> {
        for key in keys {
            self.delete(&key).await?;
        }
        Ok(())
    }

    /// Adds to a counter and returns its new value. No two callers ever get the same
    /// value; the numbers above the value before, up to the new one, are the caller's.
    ///
    /// # Errors
    /// When the store fails; the numbers may be spent all the same.
    async fn increment_by(&self, counter: &Counter, count: u32) -> Result<u64, StoreError>;

    /// Draws numbers from a counter, from 1: they are the caller's alone, and
    /// consecutive.
    ///
    /// # Errors
    /// When the store fails; the numbers may be spent all the same.
    async fn draw(
        &self,
        counter: &Counter,
        count: usize,
    ) -> Result<RangeInclusive<u64>, StoreError> {
        if count == 0 {
            return Ok(RangeInclusive::new(1, 0));
        }
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        let last = self.increment_by(counter, count).await?;
        Ok(last.saturating_sub(u64::from(count)) + 1..=last)
    }

    /// Adds one to a counter and returns its new value, from 1.
    ///
    /// # Errors
    /// When the store fails; the number may be spent all the same.
    async fn increment(&self, counter: &Counter) -> Result<u64, StoreError> {
        self.increment_by(counter, 1).await
    }

    /// Reads the value of a counter without changing it; 0 if nothing was counted yet.
    ///
    /// # Errors
    /// When the store fails, or the value is not a counter's.
    async fn count(&self, counter: &Counter) -> Result<u64, StoreError> {
        match self.get(counter.as_str()).await? {
            None => Ok(0),
            Some(bytes) => counter_value(&bytes)
                .ok_or_else(|| StoreError(format!("{} holds no counter", counter.as_str()))),
        }
    }
}

/// Reads a counter's bytes: eight little-endian ones on SQLite, decimal digits
/// on Redis and DynamoDB. Eight digits would be a number above 10^18 on SQLite,
/// which no counter of ours reaches, so the two cannot be confused.
fn counter_value(bytes: &[u8]) -> Option<u64> {
    if bytes.iter().all(u8::is_ascii_digit) {
        return std::str::from_utf8(bytes).ok()?.parse().ok();
    }
    let value = i64::from_le_bytes(bytes.try_into().ok()?);
    u64::try_from(value).ok()
}

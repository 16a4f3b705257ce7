//! A store in memory, for tests.

use crate::storage::Counter;
use std::cell::RefCell;
use std::collections::BTreeMap;

use super::{Store, StoreError};

/// The store that keeps everything in memory, and counters the way SQLite does.
#[derive(Debug, Default)]
pub struct MemoryStore(RefCell<BTreeMap<String, Vec<u8>>>);

impl MemoryStore {
    /// Returns every key with its value, in the order of the keys.
    #[must_use]
    pub fn entries(&self) -> BTreeMap<String, Vec<u8>> {
        self.0.borrow().clone()
    }
}

impl Store for MemoryStore {
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.0.borrow().get(key).cloned())
    }

    async fn set(&self, key: &str, value: Vec<u8>) -> Result<(), StoreError> {
        self.0.borrow_mut().insert(key.to_owned(), value);
        Ok(())
    }

    async fn set_many(&self, entries: Vec<(String, Vec<u8>)>) -> Result<(), StoreError> {
        self.0.borrow_mut().extend(entries);
        Ok(())
    }

    async fn delete(&self, key: &str) -> Result<(), StoreError> {
        self.0.borrow_mut().remove(key);
        Ok(())
    }

    async fn increment_by(&self, counter: &Counter, count: u32) -> Result<u64, StoreError> {
        let next = self.count(counter).await? + u64::from(count);
        self.set(counter.as_str(), next.to_le_bytes().to_vec())
            .await?;
        Ok(next)
    }
}

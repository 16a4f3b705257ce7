//! A store for trying what would happen.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::{Counter, Store, StoreError};

/// A store that begins as another one, and keeps to itself what is written to it.
#[derive(Debug)]
pub struct OverlayStore<'a, S> {
    base: &'a S,
    /// The keys that were written here; those without a value are deleted.
    written: RefCell<BTreeMap<String, Option<Vec<u8>>>>,
}

impl<'a, S> OverlayStore<'a, S> {
    /// Begins as `base`, which nothing is written to.
    #[must_use]
    pub const fn new(base: &'a S) -> Self {
        Self {
            base,
            written: RefCell::new(BTreeMap::new()),
        }
    }

    fn write(&self, key: &str, value: Option<Vec<u8>>) {
        self.written.borrow_mut().insert(key.to_owned(), value);
    }
}

impl<S: Store> Store for OverlayStore<'_, S> {
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let written = self.written.borrow().get(key).cloned();
        match written {
            Some(value) => Ok(value),
            None => self.base.get(key).await,
        }
    }

    async fn set(&self, key: &str, value: Vec<u8>) -> Result<(), StoreError> {
        self.write(key, Some(value));
        Ok(())
    }

    async fn set_many(&self, entries: Vec<(String, Vec<u8>)>) -> Result<(), StoreError> {
        for (key, value) in entries {
            self.write(&key, Some(value));
        }
        Ok(())
    }

    async fn delete(&self, key: &str) -> Result<(), StoreError> {
        self.write(key, None);
        Ok(())
    }

    async fn increment_by(&self, counter: &Counter, count: u32) -> Result<u64, StoreError> {
        let next = self.count(counter).await? + u64::from(count);
        self.write(counter.as_str(), Some(next.to_le_bytes().to_vec()));
        Ok(next)
    }
}

#[cfg(test)]
mod tests {
    use futures::executor::block_on;

    use super::*;
    use crate::storage::MemoryStore;

    #[test]
    fn nothing_that_is_written_reaches_the_store_below() {
        let base = MemoryStore::default();
        let counter = Counter::at("n".to_owned());
        block_on(base.set("a", vec![1])).unwrap();
        block_on(base.increment(&counter)).unwrap();
        let before = base.entries();
        let over = OverlayStore::new(&base);
        assert_eq!(block_on(over.get("a")), Ok(Some(vec![1])));
        block_on(over.set("a", vec![2])).unwrap();
        block_on(over.set_many(vec![("b".to_owned(), vec![3])])).unwrap();
        assert_eq!(block_on(over.increment(&counter)), Ok(2));
        assert_eq!(block_on(over.draw(&counter, 2)), Ok(3..=4));
        assert_eq!(block_on(over.get("a")), Ok(Some(vec![2])));
        assert_eq!(block_on(over.get("b")), Ok(Some(vec![3])));
        block_on(over.delete("a")).unwrap();
        assert_eq!(block_on(over.get("a")), Ok(None));
        assert_eq!(base.entries(), before);
    }
}

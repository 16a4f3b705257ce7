//! The store in memory.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{StoreResult, add};

/// A map; a call holds its lock from start to end.
#[derive(Default)]
pub(crate) struct Memory(Mutex<BTreeMap<String, Vec<u8>>>);

impl Memory {
    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Vec<u8>>> {
        // A call never leaves the map half-changed, so a panic elsewhere is no reason
        // to stop.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn get(&self, key: &str) -> Option<Vec<u8>> {
        self.lock().get(key).cloned()
    }

    pub(super) fn keys(&self) -> Vec<String> {
        self.lock().keys().cloned().collect()
    }

    pub(super) fn set_many<K: AsRef<str>, V: AsRef<[u8]>>(&self, pairs: &[(K, V)]) {
        let owned = |(key, value): &(K, V)| (key.as_ref().to_owned(), value.as_ref().to_vec());
        self.lock().extend(pairs.iter().map(owned));
    }

    pub(super) fn delete_many<K: AsRef<str>>(&self, keys: &[K]) {
        let mut map = self.lock();
        for key in keys {
            map.remove(key.as_ref());
        }
    }

    pub(super) fn increment(&self, key: &str, delta: i64) -> StoreResult<i64> {
        let mut map = self.lock();
        let sum = add(key, map.get(key).map(Vec::as_slice), delta)?;
        map.insert(key.to_owned(), sum.to_le_bytes().to_vec());
        Ok(sum)
    }
}

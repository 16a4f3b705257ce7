//! The key-value store behind the components: in memory, or the SQLite file of
//! Spin's default store.

pub(crate) mod guest;
mod memory;
mod sqlite;
mod wasi;

use std::path::Path;

use anyhow::Result;

use memory::Memory;
use sqlite::Sqlite;

/// The answer of a store.
pub(crate) type StoreResult<T> = std::result::Result<T, StoreError>;

/// A failed call, in the words that the component gets.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StoreError {
    /// The component gets `error::other` with this text.
    #[error("{0}")]
    Other(String),
    /// The value is not a counter that `increment` can change. Spin panics here, so
    /// the component's instance dies.
    #[error("increment of {key:?}, which holds {length} bytes and not a counter's 8")]
    NotACounter {
        /// The key.
        key: String,
        /// The length of its value in bytes.
        length: usize,
    },
}

/// The place where the keys live. Each call that writes is one commit.
///
/// Rules: Spin's `crates/key-value-spin/src/store.rs`.
pub(crate) enum Backend {
    /// Memory, which is gone when the host stops.
    Memory(Memory),
    /// Spin's own file.
    Sqlite(Sqlite),
}

impl Backend {
    pub(crate) fn memory() -> Self {
        Self::Memory(Memory::default())
    }

    /// Opens or makes Spin's default store in the state folder `dir`.
    pub(crate) fn sqlite(dir: &Path) -> Result<Self> {
        Sqlite::open(dir).map(Self::Sqlite)
    }

    pub(crate) fn get(&self, key: &str) -> StoreResult<Option<Vec<u8>>> {
        match self {
            Self::Memory(store) => Ok(store.get(key)),
            Self::Sqlite(store) => blocking(|| store.get(key)),
        }
    }

    pub(crate) fn set(&self, key: &str, value: &[u8]) -> StoreResult<()> {
        self.set_many(&[(key, value)])
    }

    pub(crate) fn delete(&self, key: &str) -> StoreResult<()> {
        self.delete_many(&[key])
    }

    pub(crate) fn exists(&self, key: &str) -> StoreResult<bool> {
        Ok(self.get(key)?.is_some())
    }

    /// All keys, in the order of their bytes.
    pub(crate) fn keys(&self) -> StoreResult<Vec<String>> {
        match self {
            Self::Memory(store) => Ok(store.keys()),
            Self::Sqlite(store) => blocking(|| store.keys()),
        }
    }

    /// The keys that exist, with their values, once each and in the order of their
    /// bytes: the result of Spin's `IN (...)`, whatever the interface says about
    /// absent keys.
    pub(crate) fn get_many(&self, keys: &[String]) -> StoreResult<Vec<(String, Vec<u8>)>> {
        let mut keys: Vec<&String> = keys.iter().collect();
        keys.sort_unstable();
        keys.dedup();
        let mut found = Vec::new();
        for key in keys {
            if let Some(value) = self.get(key)? {
                found.push((key.clone(), value));
            }
        }
        Ok(found)
    }

    /// Sets all keys or none.
    pub(crate) fn set_many<K: AsRef<str>, V: AsRef<[u8]>>(
        &self,
        pairs: &[(K, V)],
    ) -> StoreResult<()> {
        match self {
            Self::Memory(store) => {
                store.set_many(pairs);
                Ok(())
            }
            Self::Sqlite(store) => blocking(|| store.set_many(pairs)),
        }
    }

    /// Deletes all keys or none; absent keys are not an error.
    pub(crate) fn delete_many<K: AsRef<str>>(&self, keys: &[K]) -> StoreResult<()> {
        match self {
            Self::Memory(store) => {
                store.delete_many(keys);
                Ok(())
            }
            Self::Sqlite(store) => blocking(|| store.delete_many(keys)),
        }
    }

    /// Adds `delta` and returns the sum, in one step. An absent key counts as 0.
    pub(crate) fn increment(&self, key: &str, delta: i64) -> StoreResult<i64> {
        match self {
            Self::Memory(store) => store.increment(key, delta),
            Self::Sqlite(store) => blocking(|| store.increment(key, delta)),
        }
    }
}

/// Tells tokio that the thread is about to wait for the disk.
fn blocking<T>(call: impl FnOnce() -> T) -> T {
    tokio::task::block_in_place(call)
}

/// `value + delta` in a counter's bytes: an i64, the least significant byte
/// first. Overflow wraps, as it does in Spin's release build.
fn add(key: &str, value: Option<&[u8]>, delta: i64) -> StoreResult<i64> {
    let current = match value {
        None => 0,
        Some(bytes) => {
            i64::from_le_bytes(bytes.try_into().map_err(|_| StoreError::NotACounter {
                key: key.to_owned(),
                length: bytes.len(),
            })?)
        }
    };
    Ok(current.wrapping_add(delta))
}

#[cfg(test)]
mod tests;

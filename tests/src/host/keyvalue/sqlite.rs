//! The store in Spin's SQLite file: the same file name, table and settings, so that
//! one file serves both hosts (one after the other).

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result};
use rusqlite::{Connection, OptionalExtension, params};

use super::{StoreError, StoreResult, add};

/// The value of `DEFAULT_SPIN_STORE_FILENAME` in Spin's `crates/runtime-config`.
pub(super) const FILE: &str = "sqlite_key_value.db";

/// The value of the column `store` for the label `default`.
const STORE: &str = "default";

const GET: &str = "SELECT value FROM spin_key_value WHERE store = ?1 AND key = ?2";
const SET: &str = "INSERT INTO spin_key_value (store, key, value) VALUES (?1, ?2, ?3) \
                   ON CONFLICT (store, key) DO UPDATE SET value = ?3";
const DELETE: &str = "DELETE FROM spin_key_value WHERE store = ?1 AND key = ?2";
const KEYS: &str = "SELECT key FROM spin_key_value WHERE store = ?1 ORDER BY key";

/// One connection, as in Spin: calls wait for one another.
pub(crate) struct Sqlite(Mutex<Connection>);

impl Sqlite {
    /// Opens or makes the file in `dir`. SQLite's own settings stay as they
    /// are (rollback journal, `synchronous = FULL`), as in Spin: a commit is on
    /// disk when the call returns.
    pub(super) fn open(dir: &Path) -> Result<Self> {
        std::fs::create_dir_all(dir)
            .with_context(|| format!("cannot make the state folder {}", dir.display()))?;
        let path = dir.join(FILE);
        let connection = Connection::open(&path)
            .and_then(|connection| {
                connection.execute(
                    "CREATE TABLE IF NOT EXISTS spin_key_value (
                        store TEXT NOT NULL,
                        key   TEXT NOT NULL,
                        value BLOB NOT NULL,
                        PRIMARY KEY (store, key)
                    )",
                    [],
                )?;
                Ok(connection)
            })
            .with_context(|| format!("cannot open the key-value store {}", path.display()))?;
        Ok(Self(Mutex::new(connection)))
    }

    fn lock(&self) -> MutexGuard<'_, Connection> {
        // A transaction that a panic interrupts is rolled back when it drops.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn get(&self, key: &str) -> StoreResult<Option<Vec<u8>>> {
        Ok(self
            .lock()
            .prepare_cached(GET)?
            .query_row([STORE, key], |row| row.get(0))
            .optional()?)
    }

    pub(super) fn keys(&self) -> StoreResult<Vec<String>> {
        let connection = self.lock();
        let mut statement = connection.prepare_cached(KEYS)?;
        let keys = statement.query_map([STORE], |row| row.get(0))?;
        Ok(keys.collect::<Result<_, _>>()?)
    }

    pub(super) fn set_many<K: AsRef<str>, V: AsRef<[u8]>>(
        &self,
        pairs: &[(K, V)],
    ) -> StoreResult<()> {
        let mut connection = self.lock();
        let transaction = connection.transaction()?;
        for (key, value) in pairs {
            let row = params![STORE, key.as_ref(), value.as_ref()];
            transaction.prepare_cached(SET)?.execute(row)?;
        }
        Ok(transaction.commit()?)
    }

    pub(super) fn delete_many<K: AsRef<str>>(&self, keys: &[K]) -> StoreResult<()> {
        let mut connection = self.lock();
        let transaction = connection.transaction()?;
        for key in keys {
            transaction
                .prepare_cached(DELETE)?
                .execute([STORE, key.as_ref()])?;
        }
        Ok(transaction.commit()?)
    }

    pub(super) fn increment(&self, key: &str, delta: i64) -> StoreResult<i64> {
        let mut connection = self.lock();
        let transaction = connection.transaction()?;
        let current: Option<Vec<u8>> = transaction
            .prepare_cached(GET)?
            .query_row([STORE, key], |row| row.get(0))
            .optional()?;
        let sum = add(key, current.as_deref(), delta)?;
        transaction
            .prepare_cached(SET)?
            .execute(params![STORE, key, sum.to_le_bytes()])?;
        transaction.commit()?;
        Ok(sum)
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        // Spin gives the component the error's debug form.
        Self::Other(format!("{error:?}"))
    }
}

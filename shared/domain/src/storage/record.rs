//! The stored form of records: JSON behind a version, `1 {...}`.
//!
//! Whoever changes a record's form must raise its version and teach
//! [`Record::upgrade`] to read each older one.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::storage::{Store, StoreError};

/// Something that is stored under a key.
pub trait Record: Serialize + DeserializeOwned {
    /// The version that is written now.
    const VERSION: u32;

    /// Reads the record as an older version wrote it.
    ///
    /// # Errors
    /// When it is not that version's JSON, or there never was such a version.
    fn upgrade(version: u32, json: &[u8]) -> Result<Self, String> {
        let _ = json;
        Err(format!("version {version} is not known here"))
    }
}

/// Encodes a record as bytes.
///
/// # Errors
/// When it cannot be written as JSON; all of ours can.
pub fn encode<R: Record>(record: &R) -> Result<Vec<u8>, StoreError> {
    let mut bytes = format!("{} ", R::VERSION).into_bytes();
    serde_json::to_writer(&mut bytes, record)
        .map_err(|error| StoreError(format!("a record is no JSON: {error}")))?;
    Ok(bytes)
}

/// Reads the record that is stored under `key`, if there is one.
///
/// # Errors
/// When the store fails, or as for [`decode`].
pub async fn read<R: Record>(store: &impl Store, key: &str) -> Result<Option<R>, StoreError> {
    let stored = store.get(key).await?;
    stored.map(|bytes| decode(key, &bytes)).transpose()
}

/// Reads the record under `key` from its bytes.
///
/// # Errors
/// When the bytes are not such a record, or one of a later version than this
/// program knows: somebody went back to an older deployment.
pub fn decode<R: Record>(key: &str, bytes: &[u8]) -> Result<R, StoreError> {
    let fault = |why: String| StoreError(format!("{key} holds no record: {why}"));
    let space = bytes.iter().position(|byte| *byte == b' ');
    let (version, json) = bytes.split_at(space.ok_or_else(|| fault("no version".to_owned()))?);
    let version = std::str::from_utf8(version)
        .ok()
        .and_then(|version| version.parse::<u32>().ok());
    match version.ok_or_else(|| fault("no version".to_owned()))? {
        version if version == R::VERSION => {
            // The error's own words may quote a customer's data.
            serde_json::from_slice(json.trim_ascii_start())
                .map_err(|error| fault(format!("line {}, column {}", error.line(), error.column())))
        }
        older => R::upgrade(older, json.trim_ascii_start()).map_err(fault),
    }
}

//! Files: the content of documents and of mails' attachments.
//!
//! A file is stored under the digest of its content, apart from what refers to
//! it, so that a log's values stay small. The same file twice is stored once. A
//! file is stored before anything refers to it, so that no reference dangles.

mod content;
mod media_type;
mod recognise;
pub mod upload;

pub use content::{Content, MAX_FILE_BYTES};
pub use media_type::{MediaType, MediaTypeError};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::storage::keys;
use crate::storage::{Store, StoreError};

/// The longest name of a file, in characters.
pub const MAX_NAME: usize = 100;

/// A file that is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Stored {
    /// The SHA-256 of its content, as 64 small hexadecimal digits.
    pub sha256: String,
    /// Its size, in bytes.
    pub bytes: usize,
}

impl Stored {
    /// Names the content by its digest and size.
    #[must_use]
    pub fn of(content: &[u8]) -> Self {
        let digest = Sha256::digest(content);
        Self {
            sha256: base16ct::lower::encode_string(&digest),
            bytes: content.len(),
        }
    }
}

/// Stores files of a shop, and returns what they are known by. Each has at most
/// [`MAX_FILE_BYTES`], because a hosted store does not take values of a megabyte.
///
/// # Errors
/// When the store fails; some of them may be stored all the same.
pub async fn put(
    store: &impl Store,
    shop: &str,
    contents: impl IntoIterator<Item = Vec<u8>>,
) -> Result<Vec<Stored>, StoreError> {
    let files = contents.into_iter();
    let files = files.map(|content| (Stored::of(&content), content));
    let (stored, writes): (Vec<_>, Vec<_>) = files
        .map(|(stored, content)| {
            let key = keys::file(shop, &stored.sha256);
            (stored, (key, content))
        })
        .unzip();
    if !writes.is_empty() {
        store.set_many(writes).await?;
    }
    Ok(stored)
}

/// Reads the content of a shop's file; none if there is no such file.
///
/// # Errors
/// When the store fails.
pub async fn get(
    store: &impl Store,
    shop: &str,
    sha256: &str,
) -> Result<Option<Vec<u8>>, StoreError> {
    store.get(&keys::file(shop, sha256)).await
}

/// Tells whether a text can name a file, so that no mail program takes it for a path.
#[must_use]
pub fn is_name(text: &str) -> bool {
    let fits = |c: char| !c.is_control() && !matches!(c, '/' | '\\');
    let is_path = text.trim_matches(['.', ' ']).is_empty();
    !is_path && text.chars().count() <= MAX_NAME && text.chars().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_no_path() {
        assert!(is_name("Invoice 7.pdf") && is_name(".x") && is_name("Følgeseddel"));
        for wrong in ["", " ", "..", "a/b", "a\\b", "a\nb"] {
            assert!(!is_name(wrong), "{wrong:?}");
        }
        assert!(!is_name(&"x".repeat(101)));
    }
}

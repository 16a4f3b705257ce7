//! Files: the content of documents and of mails' attachments.
//!
//! A file is stored under the digest of its content, apart from what refers to
//! it, so that a log's values stay small. The same file twice is stored once. A
//! file is stored before anything refers to it, so that no reference dangles.

mod content;
mod media_type;

pub use content::{Content, MAX_FILE_BYTES};
pub use media_type::{MediaType, MediaTypeError};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::keys;
use crate::order::Document;
use crate::store::{Store, StoreError};

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
            sha256: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
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

/// Stores the contents of documents, and leaves in each what its file is known
/// by, so that the documents fit into the log.
///
/// # Errors
/// When the store fails: whatever holds the documents must not be appended then.
pub async fn store_contents<'a>(
    store: &impl Store,
    shop: &str,
    documents: impl IntoIterator<Item = &'a mut Document>,
) -> Result<(), StoreError> {
    let (places, contents): (Vec<_>, Vec<_>) = documents
        .into_iter()
        .filter_map(|document| {
            let content = document.content.take()?;
            Some((&mut document.file, content.0))
        })
        .unzip();
    let stored = put(store, shop, contents).await?;
    for (place, stored) in places.into_iter().zip(stored) {
        *place = Some(stored);
    }
    Ok(())
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
    use futures::executor::block_on;

    use super::*;
    use crate::order::{DocumentKind, Order, Stage, Status};
    use crate::store::MemoryStore;
    use crate::time::Timestamp;

    #[test]
    fn an_order_refers_to_its_files_and_no_longer_holds_them() {
        let store = MemoryStore::default();
        let status = Status::new("new", Stage::Received);
        let mut order = Order::new("1", Timestamp::UNIX_EPOCH, status, "EUR");
        let document = |id: &str, content: &[u8]| Document {
            content: Some(Content(content.to_vec())),
            ..Document::new(id, DocumentKind::Invoice)
        };
        order.documents = vec![
            document("1", b"%PDF-1"),
            Document::new("2", DocumentKind::Other),
            document("3", b"%PDF-3"),
        ];
        block_on(store_contents(&store, "north", &mut order.documents)).unwrap();
        let sizes = order.documents.iter();
        let sizes: Vec<_> = sizes
            .map(|document| document.file.as_ref().map(|file| file.bytes))
            .collect();
        assert_eq!(sizes, [Some(6), None, Some(6)]);
        assert!(order.documents.iter().all(|one| one.content.is_none()));
        let file = order.documents[2].file.as_ref().unwrap();
        let read = |shop| block_on(get(&store, shop, &file.sha256)).unwrap();
        assert_eq!(read("north").as_deref(), Some(&b"%PDF-3"[..]));
        assert_eq!(read("south"), None);
        let json = serde_json::to_string(&order).unwrap();
        assert!(!json.contains("content"), "{json}");
        assert_eq!(serde_json::from_str::<Order>(&json).unwrap(), order);
    }

    #[test]
    fn a_name_is_no_path() {
        assert!(is_name("Invoice 7.pdf") && is_name(".x") && is_name("Følgeseddel"));
        for wrong in ["", " ", "..", "a/b", "a\\b", "a\nb"] {
            assert!(!is_name(wrong), "{wrong:?}");
        }
        assert!(!is_name(&"x".repeat(101)));
    }
}

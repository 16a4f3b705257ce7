//! The papers of an order.

use crate::time::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Amount, MAX_ID, MAX_URL};
use crate::file::{self, Content, MAX_NAME, MediaType, Stored};
use crate::storage::{Store, StoreError};

/// One paper of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Document {
    /// The shop's identifier of the document, unique within the order.
    #[schemars(length(min = 1, max = MAX_ID))]
    pub id: String,
    /// The kind of the document.
    pub kind: DocumentKind,
    /// The number by which the customer knows it; the `id` if missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub number: Option<String>,
    /// The time when it was issued (RFC 3339).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_at: Option<Timestamp>,
    /// The total amount, positive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Amount>,
    /// The file's name; the number if missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = MAX_NAME), regex(pattern = r"^[^/\\]+$"))]
    pub name: Option<String>,
    /// The media type of the file; required with `content`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_type: Option<MediaType>,
    /// The URL of the file (https), in place of `content`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_URL), regex(pattern = r"^https://\S+$"))]
    pub url: Option<String>,
    /// True if whoever may see the order's papers may also have the `url`: the
    /// page links to it. Otherwise only mails do, by the merchant's rules.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub public: bool,
    /// The file itself, in place of `url`.
    #[serde(default, skip_serializing)]
    pub content: Option<Content>,
    /// The place where Wismo stores the file that came as `content`. Shops do not send this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(skip)]
    pub file: Option<Stored>,
}

impl Document {
    /// Tells whether a file may be fetched from a URL: https, from a named host
    /// on the internet, at the port of https.
    #[must_use]
    pub fn is_url(url: &str) -> bool {
        let authority = url
            .strip_prefix("https://")
            .and_then(|rest| rest.split(['/', '?', '#']).next());
        let fits = |c: char| c.is_alphanumeric() || c == '-';
        let is_name = |label: &str| !label.is_empty() && label.chars().all(fits);
        let last = |host: &str| {
            host.rsplit('.')
                .next()
                .is_some_and(|last| !last.starts_with(|c: char| c.is_ascii_digit()))
        };
        authority
            .is_some_and(|host| host.contains('.') && host.split('.').all(is_name) && last(host))
    }

    /// Makes a document of which only this is known.
    #[must_use]
    pub fn new(id: &str, kind: DocumentKind) -> Self {
        Self {
            id: id.to_owned(),
            kind,
            number: None,
            issued_at: None,
            total: None,
            name: None,
            media_type: None,
            url: None,
            public: false,
            content: None,
            file: None,
        }
    }

    /// Tells whether it has a file: stored, or behind a link.
    #[must_use]
    pub const fn has_file(&self) -> bool {
        self.file.is_some() || self.url.is_some()
    }

    /// Returns its own name, or one made of its number.
    #[must_use]
    pub fn name_or_number(&self) -> String {
        let number = || self.display_number().replace(['/', '\\'], "-");
        self.name.clone().unwrap_or_else(number)
    }

    /// Tells whether two systems, or two versions, mean the same paper: one of the same
    /// kind, with the same number, or the same id if they do not both know a number.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let numbers = self.number.as_ref().zip(other.number.as_ref());
        let is_one = self.display_number().trim() == other.display_number().trim();
        self.kind == other.kind && (is_one || (numbers.is_none() && self.id == other.id))
    }

    /// Returns the name that its file is saved under, with the ending of its type.
    #[must_use]
    pub fn file_name(&self) -> Option<String> {
        let name = self.has_file().then(|| self.name_or_number())?;
        Some(match self.media_type {
            Some(media_type) => media_type.ended(&name),
            None => name,
        })
    }

    /// Returns the number by which the customer knows it.
    #[must_use]
    pub fn display_number(&self) -> &str {
        self.number.as_deref().unwrap_or(&self.id)
    }
}

/// The kind of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// A paper that asks for money, or confirms its receipt.
    Invoice,
    /// A paper that gives money back.
    CreditNote,
    /// A paper that lies in the parcel.
    PackingSlip,
    /// Any other paper.
    Other,
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
    let stored = file::put(store, shop, contents).await?;
    for (place, stored) in places.into_iter().zip(stored) {
        *place = Some(stored);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use futures::executor::block_on;

    use super::*;
    use crate::order::{Order, Stage, Status};
    use crate::storage::MemoryStore;

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
        let read = |shop| block_on(file::get(&store, shop, &file.sha256)).unwrap();
        assert_eq!(read("north").as_deref(), Some(&b"%PDF-3"[..]));
        assert_eq!(read("south"), None);
        let json = serde_json::to_string(&order).unwrap();
        assert!(!json.contains("content"), "{json}");
        assert_eq!(serde_json::from_str::<Order>(&json).unwrap(), order);
    }
}

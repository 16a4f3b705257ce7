//! The papers of an order.

use crate::time::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Amount, MAX_ID, MAX_URL};
use crate::file::{Content, MAX_NAME, MediaType, Stored};
use crate::mail::{Attachment, Source};

/// One paper of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Document {
    /// The shop's identifier of the document, unique within the order.
    #[schemars(length(min = 1, max = MAX_ID))]
    pub id: String,
    /// What it is.
    pub kind: DocumentKind,
    /// What the customer knows it by. Without one, the `id`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub number: Option<String>,
    /// When it was issued (RFC 3339).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_at: Option<Timestamp>,
    /// What it amounts to, positive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Amount>,
    /// The file's name. Without one, the number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = MAX_NAME), regex(pattern = r"^[^/\\]+$"))]
    pub name: Option<String>,
    /// What the file is; with `content`, it must be said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_type: Option<MediaType>,
    /// Where the file is to be had (https), in place of `content`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_URL), regex(pattern = r"^https://\S+$"))]
    pub url: Option<String>,
    /// Whether whoever may see the order's papers may have the `url` too: the
    /// page leads there. Without it, only mails do, by the merchant's rules.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub public: bool,
    /// The file itself, in place of `url`.
    #[serde(default, skip_serializing)]
    pub content: Option<Content>,
    /// Where Wismo keeps the file that came as `content`. No shop says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(skip)]
    pub file: Option<Stored>,
}

impl Document {
    /// Tells whether a file is fetched from there: https, from a host of its own name in the
    /// world, at the port of https.
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

    /// A document of which nothing is known but this.
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

    /// The document as a mail carries it; none where there is no file.
    #[must_use]
    pub fn attachment(&self) -> Option<Attachment> {
        let file = self.file.as_ref();
        let file = file.map(|file| Source::File(file.sha256.clone()));
        let url = || self.url.clone().map(Source::Url);
        let number = || self.display_number().replace(['/', '\\'], "-");
        Some(Attachment {
            source: file.or_else(url)?,
            name: self.name.clone().unwrap_or_else(number),
            media_type: self.media_type,
        })
    }

    /// Whether two systems, or two versions, speak of one paper: of one kind, it
    /// has one number, or one id where a number is not known to both.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let numbers = self.number.as_ref().zip(other.number.as_ref());
        let is_one = self.display_number().trim() == other.display_number().trim();
        self.kind == other.kind && (is_one || (numbers.is_none() && self.id == other.id))
    }

    /// The name that its file is saved under, with the ending of its type.
    #[must_use]
    pub fn file_name(&self) -> Option<String> {
        let name = self.attachment()?.name;
        Some(match self.media_type {
            Some(media_type) => media_type.ended(&name),
            None => name,
        })
    }

    /// What the customer knows it by.
    #[must_use]
    pub fn display_number(&self) -> &str {
        self.number.as_deref().unwrap_or(&self.id)
    }
}

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// It asks for money, or receipts it.
    Invoice,
    /// It gives money back.
    CreditNote,
    /// It lies in the parcel.
    PackingSlip,
    /// Anything else.
    Other,
}

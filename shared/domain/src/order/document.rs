//! The papers of an order.

use crate::time::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Amount, MAX_ID};

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
}

impl Document {
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

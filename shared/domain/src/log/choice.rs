//! What the customer chose about the mails of an order.

use serde::{Deserialize, Serialize};

use crate::changes::ChangeKind;

/// What the customer chose about the mails of an order; the last word counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Whether they get none at all.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub none: bool,
    /// The kinds of change that they get no mail of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<ChangeKind>,
    /// The language that they read, as a BCP 47 tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

impl Choice {
    /// Whether they wish a mail of a kind of change.
    #[must_use]
    pub fn wants(&self, kind: ChangeKind) -> bool {
        !self.none && !self.without.contains(&kind)
    }
}

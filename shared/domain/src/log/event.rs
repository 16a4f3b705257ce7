//! One delivery about an order, as it is kept.

use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

use super::{ByHand, Choice, Fact, LinkChange, MailEvent};
use crate::order::Order;
use crate::record::Record;

/// An authentic delivery, appended to its order's log and never changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// When Wismo took it, by Wismo's clock.
    pub received_at: Timestamp,
    /// What was said.
    pub said: Said,
    /// How it came.
    #[serde(default, skip_serializing_if = "Via::is_hook")]
    pub via: Via,
    /// What in it could not be read, each as where it stood and why: for the
    /// merchant, and for nothing else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dropped: Vec<String>,
}

impl Record for Event {
    const VERSION: u32 = 1;
}

/// What was said about an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// The whole order as it is now.
    Order(Box<Order>),
    /// The order is gone from the shop. That counts from when it came: a version
    /// from before it does not bring the order back, a later one does.
    Deleted,
    /// The order went to the shop's trash, from which it may come back as it was:
    /// a version that comes later and is no older than what was known brings it back.
    Trashed,
    /// Something beside the order's versions.
    Fact {
        /// When it was so, by who said it.
        at: Timestamp,
        /// Its number in the log of what it is about; none for the order's own log.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        n: Option<u64>,
        /// What is so.
        fact: Fact,
    },
    /// The merchant lets what gathered so far go out.
    Released,
    /// The merchant holds back what there is to tell, or lets it go.
    Held(bool),
    /// What there is to tell counts as told.
    Cancelled,
    /// The merchant sends a mail.
    Written(Box<ByHand>),
    /// The customer chose about the mails.
    Chosen(Choice),
    /// The customer or the merchant said what becomes of the links.
    Link(LinkChange),
    /// What became of a mail, by its provider's word.
    Mail {
        /// When it did, by the provider's clock.
        at: Timestamp,
        /// What.
        said: MailEvent,
    },
}

/// How an event came, and so what becomes of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Via {
    /// By a webhook.
    #[default]
    Hook,
    /// In an import.
    Import,
    /// In an import that mails nobody: what it says counts as told.
    QuietImport,
    /// In an import that only records: what it says waits for a release.
    HeldImport,
    /// From what the shop said about an item that the order waits for.
    Item,
    /// As what was known about an item when the order began to wait for it:
    /// it counts as told.
    KnownItem,
    /// From the merchant's desk.
    Desk,
    /// From the customer's page.
    Page,
}

impl Via {
    /// Whether what came so counts as told.
    #[must_use]
    pub const fn is_quiet(self) -> bool {
        matches!(self, Self::QuietImport | Self::KnownItem)
    }

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde asks for a reference"
    )]
    const fn is_hook(&self) -> bool {
        matches!(self, Self::Hook)
    }
}

impl Event {
    /// What a webhook said.
    #[must_use]
    pub const fn new(received_at: Timestamp, said: Said) -> Self {
        Self {
            received_at,
            said,
            via: Via::Hook,
            dropped: Vec::new(),
        }
    }

    /// When the shop said it. A removal carries no date of its own, so it
    /// counts from when it came.
    #[must_use]
    pub fn at(&self) -> Timestamp {
        match &self.said {
            Said::Order(order) => order.updated_at,
            Said::Fact { at, .. } | Said::Mail { at, .. } => *at,
            Said::Deleted
            | Said::Trashed
            | Said::Released
            | Said::Held(_)
            | Said::Cancelled
            | Said::Written(_)
            | Said::Chosen(_)
            | Said::Link(_) => self.received_at,
        }
    }
}

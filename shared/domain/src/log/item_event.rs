//! The events of an item's log, and what is known of the item by them.

use serde::{Deserialize, Serialize};

use super::{Fact, Facts, RecordedFact, Via};
use crate::storage::event_log::Projection;
use crate::storage::record::Record;
use crate::time::Timestamp;

/// A shop's word about an item, as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemEvent {
    /// The time from which it was so, by the shop's word.
    pub at: Timestamp,
    /// The time when Wismo took it.
    pub received_at: Timestamp,
    /// The way it came.
    #[serde(default)]
    pub via: Via,
    /// The fact itself.
    pub fact: Fact,
}

impl Record for ItemEvent {
    const VERSION: u32 = 1;
}

/// The knowledge of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownItem {
    /// The newest facts of its stock, and of each purchase order.
    pub facts: Facts,
}

impl Record for KnownItem {
    const VERSION: u32 = 1;
}

impl Projection for KnownItem {
    type Event = ItemEvent;

    fn apply(&mut self, n: u64, event: ItemEvent) {
        let ItemEvent {
            at,
            received_at,
            via,
            fact,
        } = event;
        self.facts.take(RecordedFact {
            at,
            n,
            event: n,
            received_at,
            via,
            fact,
        });
        self.facts = self.facts.newest();
    }
}

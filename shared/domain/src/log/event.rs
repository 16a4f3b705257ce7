//! One delivery from a shop, as it is kept.

use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

use crate::order::Order;
use crate::record::Record;

/// An authentic delivery, appended to its order's log and never changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// When Wismo took it, by Wismo's clock.
    pub received_at: Timestamp,
    /// What the shop said.
    pub said: Said,
}

impl Record for Event {
    const VERSION: u32 = 1;
}

/// What a shop said about an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// The whole order as it is now.
    Order(Box<Order>),
    /// The order is gone from the shop.
    Deleted,
}

impl Event {
    /// When the shop said it. A deletion carries no date of its own, so it
    /// counts from when it came: an update from before it does not bring the
    /// order back, a later one does.
    #[must_use]
    pub fn at(&self) -> Timestamp {
        match &self.said {
            Said::Order(order) => order.updated_at,
            Said::Deleted => self.received_at,
        }
    }
}

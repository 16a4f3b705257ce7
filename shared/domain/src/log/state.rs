//! What follows from all events of an order.

use crate::time::Timestamp;

use crate::changes::Change;
use crate::order::Order;

/// What follows from all events of an order: its newest version, and how it got there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The order as its newest version says, also after the shop removed it.
    pub order: Order,
    /// Whether the shop removed the order, and nothing newer brought it back.
    pub removed: bool,
    /// What happened, oldest first.
    pub timeline: Vec<Entry>,
}

/// One moment of an order's history that means something to the customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When the shop did it, by the shop's clock.
    pub at: Timestamp,
    /// What changed then; never empty.
    pub changes: Vec<Change>,
}

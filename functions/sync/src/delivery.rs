//! What a delivery of a shop comes to.

use wismo_domain::customer::CustomerRecord;
use wismo_domain::item::{Purchase, Stock};
use wismo_domain::log::Said;

/// What a delivery comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// A shop said something about an order.
    Event {
        /// The order's id within the shop; [`OrderKey::new`](wismo_domain::keys::OrderKey::new)
        /// takes it.
        order: String,
        /// What it said.
        said: Said,
    },
    /// A shop said how an item stands.
    Stock(Stock),
    /// A shop said what it has ordered itself.
    Purchase(Purchase),
    /// A shop said something about a customer.
    Customer(CustomerRecord),
    /// The shop tries whether we are there.
    Ping,
    /// Authentic, but nothing that concerns us.
    Ignored {
        /// A word for the log, of at most 40 of `A-Z a-z 0-9 . _ -`. Nothing
        /// may depend on it: it may come from a header that no secret vouches for.
        topic: String,
    },
}

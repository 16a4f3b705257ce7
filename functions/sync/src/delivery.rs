//! The content of a delivery from a shop.

use wismo_domain::intake::customer::CustomerRecord;
use wismo_domain::intake::item::{Purchase, Stock};
use wismo_domain::log::EventPayload;

/// The content of a delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// A shop said something about an order.
    Event {
        /// The order's id within the shop; [`OrderKey::new`](wismo_domain::storage::keys::OrderKey::new)
        /// takes it.
        order: String,
        /// The shop's statement.
        payload: EventPayload,
    },
    /// A shop reported the stock of an item.
    Stock(Stock),
    /// A shop reported a purchase of its own.
    Purchase(Purchase),
    /// A shop reported something about a customer.
    Customer(Box<CustomerRecord>),
    /// The shop checks that we can be reached.
    Ping,
    /// An authentic delivery that does not concern us.
    Ignored {
        /// A word for the log, of at most 40 characters of `A-Z a-z 0-9 . _ -`.
        /// Nothing may depend on it: it may come from a header that no secret
        /// vouches for.
        topic: String,
    },
}

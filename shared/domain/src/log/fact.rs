//! Facts beside an order's versions: about the items that it waits for, and
//! about single parcels and refunds.

use serde::{Deserialize, Serialize};

use super::{EventPayload, Via};
use crate::order::{OrderPart, Quantity, Refund, Shipment, Status};
use crate::time::{Date, Timestamp};

/// Something that is so, whatever the order's versions say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// An item's stock and expected day.
    Stock {
        /// The item's number.
        sku: String,
        /// The quantity in stock.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        quantity: Option<Quantity>,
        /// The day on which it is expected.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        expected_on: Option<Date>,
    },
    /// The day that a purchase order names for an item.
    Purchase {
        /// The purchase order's identifier.
        purchase: String,
        /// The item's number.
        sku: String,
        /// The day on which it is expected; none once it has come, or if it will not come.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        expected_on: Option<Date>,
    },
    /// One parcel.
    Shipment(Box<Shipment>),
    /// One refund.
    Refund(Box<Refund>),
    /// The customer's address, where the order has another or none.
    Address {
        /// The wrong one.
        from: String,
        /// The right one.
        to: String,
    },
    /// The order in part, as a second system knows it.
    Part(Box<OrderPart>),
    /// The status that a member gave the order at the desk.
    Status(Box<Status>),
    /// The day that a member promised for all that is still to come.
    Promise {
        /// The day.
        expected_on: Date,
    },
}

impl Fact {
    /// Returns the item that it is about.
    #[must_use]
    pub fn sku(&self) -> Option<&str> {
        match self {
            Self::Stock { sku, .. } | Self::Purchase { sku, .. } => Some(sku),
            Self::Shipment(_)
            | Self::Refund(_)
            | Self::Address { .. }
            | Self::Part(_)
            | Self::Status(_)
            | Self::Promise { .. } => None,
        }
    }

    /// Returns the thing that it is about: the newest fact of each counts.
    pub(super) fn subject(&self) -> Subject<'_> {
        match self {
            Self::Stock { sku, .. } => Subject::Stock(sku),
            Self::Purchase { purchase, sku, .. } => Subject::Purchase(sku, purchase),
            Self::Shipment(shipment) => Subject::Shipment(&shipment.id),
            Self::Refund(refund) => Subject::Refund(&refund.id),
            Self::Address { from, .. } => Subject::Address(from.trim().to_ascii_lowercase()),
            Self::Part(_) => Subject::Part,
            Self::Status(_) => Subject::Status,
            Self::Promise { .. } => Subject::Promise,
        }
    }

    /// Returns the part of the order that a second system sent.
    pub(super) fn part(&self) -> Option<&OrderPart> {
        match self {
            Self::Part(part) => Some(part),
            Self::Stock { .. }
            | Self::Purchase { .. }
            | Self::Shipment(_)
            | Self::Refund(_)
            | Self::Address { .. }
            | Self::Status(_)
            | Self::Promise { .. } => None,
        }
    }
}

/// The subject of a fact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject<'a> {
    /// An item's stock, by its number.
    Stock(&'a str),
    /// An item in a purchase order.
    Purchase(&'a str, &'a str),
    /// A parcel, by its id.
    Shipment(&'a str),
    /// A refund, by its id.
    Refund(&'a str),
    /// An address in lower case, as upper and lower case are the same.
    Address(String),
    /// The order, as a second system knows it.
    Part,
    /// The order's status.
    Status,
    /// The day that is promised for the order.
    Promise,
}

/// A fact, and when it was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedFact {
    /// The time from which it was so, according to its sender.
    pub at: Timestamp,
    /// Its number in the log that it came from, which orders facts of the same moment.
    pub n: u64,
    /// The number of the order's event that holds it.
    pub event: u64,
    /// The time when Wismo took that event.
    pub received_at: Timestamp,
    /// The way that event came.
    #[serde(default)]
    pub via: Via,
    /// The fact itself.
    pub fact: Fact,
}

impl RecordedFact {
    pub(super) const fn rank(&self) -> (Timestamp, u64) {
        (self.at, self.n)
    }

    /// Tells whether it names the day on which an item is expected.
    pub(super) const fn names_a_day(&self) -> bool {
        match &self.fact {
            Fact::Stock { expected_on, .. } | Fact::Purchase { expected_on, .. } => {
                expected_on.is_some()
            }
            Fact::Shipment(_)
            | Fact::Refund(_)
            | Fact::Address { .. }
            | Fact::Part(_)
            | Fact::Status(_)
            | Fact::Promise { .. } => false,
        }
    }

    /// Makes the payload that tells the fact in an order's log, under the number that it
    /// has in its own log.
    pub(crate) fn to_payload(&self) -> EventPayload {
        EventPayload::Fact {
            at: self.at,
            n: Some(self.n),
            fact: self.fact.clone(),
        }
    }
}

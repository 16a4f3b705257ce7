//! What is said of an order beside its versions: of the items that it waits
//! for, and of single parcels and refunds.

use serde::{Deserialize, Serialize};

use super::{Said, Via};
use crate::order::{OrderPart, Quantity, Refund, Shipment};
use crate::time::{Date, Timestamp};

/// Something that is so, whatever the order's versions say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// An item's stock and expected day.
    Stock {
        /// The item's number.
        sku: String,
        /// How many are in stock.
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
        /// The day on which it is expected; none once it has come, or will not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        expected_on: Option<Date>,
    },
    /// One parcel.
    Shipment(Box<Shipment>),
    /// One refund.
    Refund(Box<Refund>),
    /// The address of who ordered, where the order has another or none.
    Address {
        /// The wrong one.
        from: String,
        /// The right one.
        to: String,
    },
    /// The order in part, as a second system knows it.
    Part(Box<OrderPart>),
}

impl Fact {
    /// The item that it is about.
    #[must_use]
    pub fn sku(&self) -> Option<&str> {
        match self {
            Self::Stock { sku, .. } | Self::Purchase { sku, .. } => Some(sku),
            Self::Shipment(_) | Self::Refund(_) | Self::Address { .. } | Self::Part(_) => None,
        }
    }

    /// In a word.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Stock { .. } => "stock",
            Self::Purchase { .. } => "purchase",
            Self::Shipment(_) => "parcel",
            Self::Refund(_) => "refund",
            Self::Address { .. } => "address",
            Self::Part(_) => "order in part",
        }
    }

    /// The thing that it is about: of each, the newest fact counts.
    pub(super) fn thing(&self) -> Thing<'_> {
        match self {
            Self::Stock { sku, .. } => Thing::Stock(sku),
            Self::Purchase { purchase, sku, .. } => Thing::Purchase(sku, purchase),
            Self::Shipment(shipment) => Thing::Shipment(&shipment.id),
            Self::Refund(refund) => Thing::Refund(&refund.id),
            Self::Address { from, .. } => Thing::Address(from.trim().to_ascii_lowercase()),
            Self::Part(_) => Thing::Part,
        }
    }

    /// What a second system says of the order.
    pub(super) fn part(&self) -> Option<&OrderPart> {
        match self {
            Self::Part(part) => Some(part),
            Self::Stock { .. }
            | Self::Purchase { .. }
            | Self::Shipment(_)
            | Self::Refund(_)
            | Self::Address { .. } => None,
        }
    }
}

/// What a fact is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Thing<'a> {
    /// An item's stock, by its number.
    Stock(&'a str),
    /// An item in a purchase order.
    Purchase(&'a str, &'a str),
    /// A parcel, by its id.
    Shipment(&'a str),
    /// A refund, by its id.
    Refund(&'a str),
    /// An address in small letters, as upper and lower case are one.
    Address(String),
    /// The order, as a second system knows it.
    Part,
}

/// A fact, and when it was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// When it was so, by who said it.
    pub at: Timestamp,
    /// Its number in the log that it came from, for facts of one moment.
    pub n: u64,
    /// The order's event that told it.
    pub event: u64,
    /// When Wismo took that.
    pub received_at: Timestamp,
    /// How that came.
    #[serde(default)]
    pub via: Via,
    /// What is so.
    pub fact: Fact,
}

impl Told {
    pub(super) const fn rank(&self) -> (Timestamp, u64) {
        (self.at, self.n)
    }

    /// Says the same to an order, under the number that it has in its own log.
    pub(crate) fn said(&self) -> Said {
        Said::Fact {
            at: self.at,
            n: Some(self.n),
            fact: self.fact.clone(),
        }
    }
}

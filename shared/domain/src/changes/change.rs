//! The changes that an order can go through.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::order::{Amount, DateSource, Quantity, Status};
use crate::time::Date;

/// One difference that the customer cares about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// The order came about.
    Placed,
    /// The shop moved the order to another status.
    StatusChanged {
        /// The status before; none if the order was first seen in this one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Status>,
        /// The status now.
        to: Status,
    },
    /// The whole order is cancelled.
    Cancelled {
        /// The status before; none if the customer did not know of any.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Status>,
    },
    /// Lines were cancelled, while the rest of the order goes on.
    LinesCancelled {
        /// The cancelled quantities that moved.
        lines: Vec<Moved>,
    },
    /// An invoice was issued, or more was invoiced.
    Invoiced {
        /// The invoice's number, if the shop tells of documents.
        document: Option<String>,
        /// The invoiced quantities that moved.
        lines: Vec<Moved>,
    },
    /// A credit note was issued, or more was credited.
    Credited {
        /// The credit note's number, if the shop tells of documents.
        document: Option<String>,
        /// The credited quantities that moved.
        lines: Vec<Moved>,
    },
    /// The packing slip was printed.
    PackingSlipPrinted,
    /// The goods were picked from the shelf.
    Picked,
    /// A parcel got its number, or another number.
    TrackingEntered {
        /// The parcel, by its id.
        shipment: String,
        /// The carrier as the shop writes it.
        carrier: Option<String>,
        /// The number before, if it was corrected.
        from: Option<String>,
        /// The number now.
        to: String,
    },
    /// More left the shop, and something is still to come.
    PartDelivered {
        /// The delivered quantities that moved.
        lines: Vec<Moved>,
    },
    /// The last of the goods left the shop.
    Delivered {
        /// The delivered quantities that moved.
        lines: Vec<Moved>,
    },
    /// Less left the shop than was said before.
    DeliveryCorrected {
        /// The delivered quantities that moved.
        lines: Vec<Moved>,
    },
    /// Goods that are still to come are promised for another day.
    ExpectedDateChanged {
        /// The lines whose day moved.
        lines: Vec<Promise>,
    },
    /// Goods that the customer waits for are in stock again.
    BackInStock {
        /// The lines, by their ids.
        lines: Vec<String>,
    },
    /// Goods that the customer waits for have run out. It is not told, only
    /// noted, so that it is news when they are in stock again.
    OutOfStock {
        /// The lines, by their ids.
        lines: Vec<String>,
    },
    /// Goods came back to the shop.
    Returned {
        /// The returned quantities that moved.
        lines: Vec<Moved>,
    },
    /// Money was paid back.
    Refunded {
        /// The amount paid back, positive, in the order's currency.
        amount: Amount,
    },
    /// The shop removed the order from its books. Shown on the page only:
    /// nobody gets a mail because a shop tidied up.
    Removed,
    /// A removed order came back. Shown on the page only.
    Restored,
}

/// A quantity of a line, before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Moved {
    /// The line, by its id.
    pub line: String,
    /// The quantity before.
    pub from: Quantity,
    /// The quantity now.
    pub to: Quantity,
}

/// A line's promised day, before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Promise {
    /// The line, by its id.
    pub line: String,
    /// The day before.
    pub from: Option<Date>,
    /// The day now; none if it is open again.
    pub to: Option<Date>,
    /// The source of the day now.
    pub by: Option<DateSource>,
}

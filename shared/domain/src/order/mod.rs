//! The neutral order: what a shop last said about an order, normalised.
//!
//! It is also the wire format of the generic source: the `data` of an
//! `order.changed` message is an [`Order`]. Fields that a platform cannot tell
//! are `None`, never a guess. Unknown fields are ignored.

mod check;
mod line;
mod money;
mod shipment;
mod status;

use crate::time::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use check::{
    Flaw, MAX_ID, MAX_LINES, MAX_NUMBER, MAX_REFUNDS, MAX_SHIPMENTS, MAX_TEXT, MAX_URL,
};
pub use line::Line;
pub use money::{Amount, Quantity};
pub use shipment::{Shipment, ShipmentLine, ShipmentState};
pub use status::{Stage, Status};

/// An order as the shop last described it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Order {
    /// The shop's identifier of the order, 1 to 100 bytes, unique within the shop.
    #[schemars(length(min = 1, max = 100))]
    pub id: String,
    /// What the customer knows the order by. Without one, the `id`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub number: Option<String>,
    /// When the shop last changed the order (RFC 3339). The newest wins,
    /// whatever order the messages arrive in.
    pub updated_at: Timestamp,
    /// When the customer placed the order (RFC 3339).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub placed_at: Option<Timestamp>,
    /// Where the order stands.
    pub status: Status,
    /// When the order was cancelled (RFC 3339), if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancelled_at: Option<Timestamp>,
    /// ISO 4217 code of every amount in the order.
    #[schemars(regex(pattern = r"^[A-Z]{3}$"))]
    pub currency: String,
    /// Who ordered.
    #[serde(default)]
    pub customer: Customer,
    /// What was ordered.
    #[serde(default)]
    #[schemars(length(max = MAX_LINES))]
    pub lines: Vec<Line>,
    /// The parcels.
    #[serde(default)]
    #[schemars(length(max = MAX_SHIPMENTS))]
    pub shipments: Vec<Shipment>,
    /// Money paid back.
    #[serde(default)]
    #[schemars(length(max = MAX_REFUNDS))]
    pub refunds: Vec<Refund>,
    /// What the order costs.
    #[serde(default)]
    pub totals: Totals,
}

impl Order {
    /// What the customer knows the order by.
    #[must_use]
    pub fn display_number(&self) -> &str {
        self.number.as_deref().unwrap_or(&self.id)
    }

    /// Whether the whole order is cancelled: its status says so, or its date does.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.status.stage == Stage::Cancelled || self.cancelled_at.is_some()
    }
}

/// Who ordered, as far as telling them needs it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Customer {
    /// The shop's identifier of the customer; none for a guest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub id: Option<String>,
    /// Full name, as one would greet it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub name: Option<String>,
    /// Where mails about the order go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub email: Option<String>,
    /// BCP 47 language of the order, such as `en` or `nb-NO`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub locale: Option<String>,
}

/// One repayment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Refund {
    /// The shop's identifier of the refund, unique within the order.
    #[schemars(length(min = 1, max = MAX_ID))]
    pub id: String,
    /// What was paid back, positive.
    pub amount: Amount,
    /// The shop's words to the customer about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub reason: Option<String>,
}

/// What the order costs, in the order's currency. What is absent was not told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Totals {
    /// The lines together, before shipping.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items: Option<Amount>,
    /// Discounts, positive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<Amount>,
    /// Shipping.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping: Option<Amount>,
    /// Tax, whether or not the prices include it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax: Option<Amount>,
    /// What the customer pays in all, before refunds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Amount>,
}

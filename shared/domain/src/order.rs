//! The neutral order: a shop's last word about an order, normalised.
//!
//! It is also the wire format of the generic source: the `data` of an
//! `order.changed` message is an [`Order`]; from an ERP beside another shop, it
//! is an [`OrderPart`], which is added to what the shop said. Fields that a
//! platform cannot tell are `None`, never a guess. Unknown fields are ignored.

mod address;
mod check;
mod customer;
mod delivery;
mod document;
mod line;
mod line_quantity;
mod marketplace;
mod money;
mod part;
mod payment;
mod shipment;
mod standing;
mod status;
mod totals;

use crate::time::{Date, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use address::{Address, MAX_STREET_LINES};
pub use check::{
    MAX_CONTACTS, MAX_DOCUMENTS, MAX_ID, MAX_LINE_QUANTITIES, MAX_LINES, MAX_NUMBER, MAX_REFUNDS,
    MAX_SHIPMENTS, MAX_TEXT, MAX_URL, check_day, check_id, check_moment, is_currency,
};
pub(crate) use check::{check_amount, check_text};
pub use customer::{Contact, Customer, Role};
pub use delivery::DeliveryMethod;
pub use document::{Document, DocumentKind, store_contents};
pub use line::{DateSource, Line};
pub use line_quantity::LineQuantity;
pub use marketplace::Marketplace;
pub use money::{Amount, Quantity};
pub use part::{LinePart, OrderPart, StatusFrom};
pub use payment::{Payment, PaymentState};
pub(crate) use shipment::bare_number;
pub use shipment::{Shipment, ShipmentState, is_same_number};
pub use standing::Progress;
pub use status::{BUILT_IN, MAX_LABELS, Stage, Status, built_in};
pub use totals::{Fee, FeeKind, MAX_FEES, Totals};

/// An order as the shop last described it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Order {
    /// The shop's identifier of the order, 1 to 100 bytes, unique within the shop.
    #[schemars(length(min = 1, max = MAX_ID))]
    pub id: String,
    /// The number by which the customer knows the order; the `id` if missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub number: Option<String>,
    /// Another number that the order goes by, such as the customer's purchase order
    /// number. The desk finds the order by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub reference: Option<String>,
    /// The marketplace that the order came through, if it is not from the shop itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marketplace: Option<Marketplace>,
    /// The time when the shop last changed the order (RFC 3339). The newest
    /// wins, whatever order the messages arrive in.
    pub updated_at: Timestamp,
    /// The time when the customer placed the order (RFC 3339).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub placed_at: Option<Timestamp>,
    /// The shop's status of the order.
    pub status: Status,
    /// The time when the order was cancelled (RFC 3339), if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancelled_at: Option<Timestamp>,
    /// The currency of every amount in the order: its ISO 4217 code, or a
    /// similar one such as `BTC`.
    #[schemars(regex(pattern = r"^[A-Z][A-Z0-9]{2,9}$"))]
    pub currency: String,
    /// The day for which the order as a whole is promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_on: Option<Date>,
    /// True if the packing slip was printed; a document of that kind says so too.
    #[serde(default, skip_serializing_if = "is_false")]
    pub packing_slip_printed: bool,
    /// True if the goods were picked from the shelf.
    #[serde(default, skip_serializing_if = "is_false")]
    pub picked: bool,
    /// The id of the order that this one is a part of: the mail of that order
    /// tells the customer that it was placed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = MAX_ID))]
    pub part_of: Option<String>,
    /// The customer who ordered.
    #[serde(default)]
    pub customer: Customer,
    /// The way in which the customer gets the goods; shipping if nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery_method: Option<DeliveryMethod>,
    /// The address that the goods go to, or are collected from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery_address: Option<Address>,
    /// The address of who pays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub billing_address: Option<Address>,
    /// The lines of the order.
    #[serde(default)]
    #[schemars(length(max = MAX_LINES))]
    pub lines: Vec<Line>,
    /// The parcels.
    #[serde(default)]
    #[schemars(length(max = MAX_SHIPMENTS))]
    pub shipments: Vec<Shipment>,
    /// The repayments.
    #[serde(default)]
    #[schemars(length(max = MAX_REFUNDS))]
    pub refunds: Vec<Refund>,
    /// The papers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MAX_DOCUMENTS))]
    pub documents: Vec<Document>,
    /// The price of the order.
    #[serde(default)]
    pub totals: Totals,
    /// The payment: whether and how it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment: Option<Payment>,
    /// The shop's words to the customer about this order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub message: Option<String>,
    /// The URL at which the customer can order the same again (https).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_URL), regex(pattern = r"^https://\S+$"))]
    pub reorder_url: Option<String>,
}

impl Order {
    /// Makes an order of which only this is known.
    #[must_use]
    pub fn new(id: &str, updated_at: Timestamp, status: Status, currency: &str) -> Self {
        Self {
            id: id.to_owned(),
            number: None,
            reference: None,
            marketplace: None,
            updated_at,
            placed_at: None,
            status,
            cancelled_at: None,
            currency: currency.to_owned(),
            expected_on: None,
            packing_slip_printed: false,
            picked: false,
            part_of: None,
            customer: Customer::default(),
            delivery_method: None,
            delivery_address: None,
            billing_address: None,
            lines: Vec::new(),
            shipments: Vec::new(),
            refunds: Vec::new(),
            documents: Vec::new(),
            totals: Totals::default(),
            payment: None,
            message: None,
            reorder_url: None,
        }
    }

    /// Returns the number by which the customer knows the order.
    #[must_use]
    pub fn display_number(&self) -> &str {
        self.number.as_deref().unwrap_or(&self.id)
    }

    /// Returns the time by which orders are dated: when it was placed or, if nobody said
    /// that, of its last change.
    #[must_use]
    pub fn dated_at(&self) -> Timestamp {
        self.placed_at.unwrap_or(self.updated_at)
    }

    /// Tells whether the whole order is cancelled, by its status or its date.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.status.stage == Stage::Cancelled || self.cancelled_at.is_some()
    }

    /// Tells whether it is more than a draft: an order that is first seen cancelled,
    /// paid back or with a failed payment is not the customer's order yet.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        let is_none = matches!(
            self.status.stage,
            Stage::Draft | Stage::PaymentFailed | Stage::Refunded
        );
        !is_none && !self.is_cancelled()
    }

    /// Tells whether anything of a line is still to leave the shop. If the
    /// platform does not count deliveries, the order's stage decides.
    #[must_use]
    pub fn is_waiting_for(&self, line: &Line) -> bool {
        let is_over = match self.status.stage {
            Stage::Draft
            | Stage::Cancelled
            | Stage::Refunded
            | Stage::ReadyToCollect
            | Stage::Collected
            | Stage::Completed => true,
            Stage::Sent | Stage::Delivered => line.delivered.is_none(),
            Stage::AwaitingPayment
            | Stage::PaymentFailed
            | Stage::Received
            | Stage::Preparing
            | Stage::OnHold
            | Stage::PartDelivered
            | Stage::Other => false,
        };
        !is_over && !self.is_cancelled() && line.to_come() > Quantity::ZERO
    }

    /// Tells whether the packing slip was printed, by the flag or a document.
    #[must_use]
    pub fn has_packing_slip(&self) -> bool {
        self.packing_slip_printed
            || self
                .documents_of(DocumentKind::PackingSlip)
                .next()
                .is_some()
    }

    /// The order's documents of a kind.
    pub fn documents_of(&self, kind: DocumentKind) -> impl Iterator<Item = &Document> {
        self.documents
            .iter()
            .filter(move |document| document.kind == kind)
    }
}

/// One repayment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Refund {
    /// The shop's identifier of the refund, unique within the order.
    #[schemars(length(min = 1, max = MAX_ID))]
    pub id: String,
    /// The amount paid back, positive.
    #[schemars(extend("minimum" = 0))]
    pub amount: Amount,
    /// The shop's words to the customer about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub reason: Option<String>,
    /// The goods that it pays for; empty if the platform cannot tell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MAX_LINES))]
    pub lines: Vec<LineQuantity>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

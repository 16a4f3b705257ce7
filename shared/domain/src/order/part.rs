//! The order in part: what a second system, such as an ERP beside the shop, knows of it.
//!
//! It stands beside the shop's versions of the order and is added to the newest
//! of them. What it leaves out takes nothing from what the shop says.

mod add;
mod lines;
mod over;
#[cfg(test)]
mod tests;
mod union;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Address, Amount, Customer, DateSource, DeliveryMethod, Document, Flaw, Line, MAX_DOCUMENTS,
    MAX_ID, MAX_LINES, MAX_REFUNDS, MAX_SHIPMENTS, MAX_TEXT, MAX_URL, Order, Payment, Quantity,
    Refund, Shipment, Stage, Status, Totals,
};
use crate::time::{Date, Timestamp};

/// The order in part: what a second system, such as an ERP beside the shop, knows of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OrderPart {
    /// The shop's identifier of the order, 1 to 100 bytes.
    #[schemars(length(min = 1, max = 100))]
    pub id: String,
    /// What the customer knows the order by, where the shop does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub number: Option<String>,
    /// When the second system last changed what it knows of the order (RFC 3339).
    /// What a part says counts more than what one before it said, whatever order
    /// the messages arrive in; what it leaves out stands as it was said before.
    pub updated_at: Timestamp,
    /// When the customer placed the order (RFC 3339), where the shop does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub placed_at: Option<Timestamp>,
    /// Where the order stands. It counts where the shop's settings say that the
    /// ERP decides that (`status_from`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// When the order was cancelled (RFC 3339); it counts with the status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancelled_at: Option<Timestamp>,
    /// Currency of every amount in the part; the shop's, where nothing is
    /// said. In another currency than the shop's, no amount counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^[A-Z][A-Z0-9]{2,9}$"))]
    pub currency: Option<String>,
    /// The day on which the order as a whole is promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_on: Option<Date>,
    /// Whether the packing slip was printed; a document of that kind says so too.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub packing_slip_printed: bool,
    /// Whether the goods were picked from the shelf.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub picked: bool,
    /// Who ordered: what the shop does not say of them.
    #[serde(default)]
    pub customer: Customer,
    /// How the customer comes by the goods, where the shop does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery_method: Option<DeliveryMethod>,
    /// Where the goods go, where the shop does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery_address: Option<Address>,
    /// Who pays, where the shop does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub billing_address: Option<Address>,
    /// What is known of the order's lines. One that the shop's order does not
    /// have is left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MAX_LINES))]
    pub lines: Vec<LinePart>,
    /// The parcels. One that has the number or the id of a parcel of the shop's is that.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MAX_SHIPMENTS))]
    pub shipments: Vec<Shipment>,
    /// Money paid back. One that has the amount of a repayment of the shop's is that.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MAX_REFUNDS))]
    pub refunds: Vec<Refund>,
    /// The papers. One that has the kind and number of a paper of the shop's is that.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MAX_DOCUMENTS))]
    pub documents: Vec<Document>,
    /// What the order costs, where the shop does not say it.
    #[serde(default)]
    pub totals: Totals,
    /// Whether and how it was paid, where the shop does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment: Option<Payment>,
    /// Words to the customer about this order, where the shop has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub message: Option<String>,
    /// Where the customer orders the same again (https), where the shop does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_URL), regex(pattern = r"^https://\S+$"))]
    pub reorder_url: Option<String>,
}

/// What is known of a line of an order: of the one that has its `id`, or else
/// of the only one that has its `sku`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(extend("anyOf" = [{ "required": ["id"] }, { "required": ["sku"] }]))]
pub struct LinePart {
    /// The shop's identifier of the line, or the second system's own, unique
    /// within the part. Without one, the `sku`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = MAX_ID))]
    pub id: Option<String>,
    /// The item's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub sku: Option<String>,
    /// The item's name, with its variant, for orders that the shop has not told yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub name: Option<String>,
    /// Where a picture of the item is (https), best a square one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_URL), regex(pattern = r"^https://\S+$"))]
    pub picture_url: Option<String>,
    /// How many were ordered, for orders that the shop has not told yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
    /// How many have left the shop so far. Of what both systems count, the
    /// greater number counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivered: Option<Quantity>,
    /// How many will not come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancelled: Option<Quantity>,
    /// How many have been invoiced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoiced: Option<Quantity>,
    /// How many have been credited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credited: Option<Quantity>,
    /// How many came back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned: Option<Quantity>,
    /// How many of the item are in stock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stock: Option<Quantity>,
    /// The day on which what is still to come is promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_on: Option<Date>,
    /// What the promise rests on; the item itself, where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_by: Option<DateSource>,
    /// What the line costs in all, after discounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Amount>,
    /// Whether it comes without being shipped, such as a download or a gift card.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub needs_no_shipping: bool,
    /// When the stock was said, where several parts were put together. No ERP says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(skip)]
    pub stock_at: Option<Timestamp>,
    /// When the day was said, likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(skip)]
    pub day_at: Option<Timestamp>,
}

/// Which of the two systems that speak of an order decides where it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StatusFrom {
    /// The shop.
    #[default]
    Shop,
    /// The ERP, as soon as it says so.
    Erp,
}

impl StatusFrom {
    /// Both of them.
    pub const BOTH: [Self; 2] = [Self::Shop, Self::Erp];
}

impl OrderPart {
    /// A part of which nothing is known but this.
    #[must_use]
    pub fn new(id: &str, updated_at: Timestamp) -> Self {
        Self {
            id: id.to_owned(),
            number: None,
            updated_at,
            placed_at: None,
            status: None,
            cancelled_at: None,
            currency: None,
            expected_on: None,
            packing_slip_printed: false,
            picked: false,
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

    /// Checks what the types alone don't: a part keeps to what a whole order
    /// must keep to.
    ///
    /// # Errors
    /// Names the first field that breaks a rule.
    pub fn check(&self) -> Result<(), Flaw> {
        self.as_order().check().map_err(|flaw| self.as_sent(flaw))
    }

    /// The order on its own, where the part says enough: where it stands, its
    /// currency, and lines, of each the name and the quantity.
    #[must_use]
    pub fn whole(&self) -> Option<Order> {
        let mut lines = self.lines.iter();
        let is_whole = self.status.is_some()
            && self.currency.is_some()
            && !self.lines.is_empty()
            && lines.all(|line| line.whole().is_some());
        is_whole.then(|| self.as_order())
    }

    /// The part as an order, with stand-ins for what an order must have.
    fn as_order(&self) -> Order {
        let status = || Status::new("none", Stage::Other);
        let no_currency = || "XXX".to_owned();
        Order {
            id: self.id.clone(),
            number: self.number.clone(),
            updated_at: self.updated_at,
            placed_at: self.placed_at,
            status: self.status.clone().unwrap_or_else(status),
            cancelled_at: self.cancelled_at,
            currency: self.currency.clone().unwrap_or_else(no_currency),
            expected_on: self.expected_on,
            packing_slip_printed: self.packing_slip_printed,
            picked: self.picked,
            part_of: None,
            customer: self.customer.clone(),
            delivery_method: self.delivery_method,
            delivery_address: self.delivery_address.clone(),
            billing_address: self.billing_address.clone(),
            lines: self.lines.iter().map(LinePart::as_line).collect(),
            shipments: self.shipments.clone(),
            refunds: self.refunds.clone(),
            documents: self.documents.clone(),
            totals: self.totals.clone(),
            payment: self.payment.clone(),
            message: self.message.clone(),
            reorder_url: self.reorder_url.clone(),
        }
    }

    /// A flaw of [`as_order`](Self::as_order), at the field that was sent.
    fn as_sent(&self, flaw: Flaw) -> Flaw {
        let at = |index| format!("lines[{index}].id");
        let mut lines = self.lines.iter().enumerate();
        match lines.find(|(index, line)| line.id.is_none() && at(*index) == flaw.path) {
            Some((_, line)) if line.sku.is_none() => Flaw {
                reason: "must be there, or sku".to_owned(),
                ..flaw
            },
            Some((index, _)) => Flaw {
                path: format!("lines[{index}].sku"),
                ..flaw
            },
            None => flaw,
        }
    }
}

impl LinePart {
    /// The line on its own, where the part says enough.
    pub(super) fn whole(&self) -> Option<Line> {
        (self.name.is_some() && self.quantity.is_some()).then(|| self.as_line())
    }

    /// Its name within the part: without an id, the item's number.
    pub(super) fn name_in_part(&self) -> &str {
        let sku = || self.sku.as_deref().unwrap_or_default().trim();
        self.id.as_deref().unwrap_or_else(sku)
    }

    /// The part as a line, with stand-ins for what a line must have.
    fn as_line(&self) -> Line {
        Line {
            id: self.name_in_part().to_owned(),
            sku: self.sku.clone(),
            name: self.name.clone().unwrap_or_default(),
            picture_url: self.picture_url.clone(),
            quantity: self.quantity.unwrap_or_default(),
            delivered: self.delivered,
            cancelled: self.cancelled,
            invoiced: self.invoiced,
            credited: self.credited,
            returned: self.returned,
            stock: self.stock,
            expected_on: self.expected_on,
            expected_by: self.expected_by,
            total: self.total,
            needs_no_shipping: self.needs_no_shipping,
        }
    }
}

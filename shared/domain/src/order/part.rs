//! The order in part: the knowledge of a second system, such as an ERP beside the shop.
//!
//! It stands beside the shop's versions of the order and is added to the newest
//! of them. A field that it leaves out does not change what the shop says.

mod add;
mod lines;
mod over;
#[cfg(test)]
mod tests;
mod union;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Address, Amount, Customer, DateSource, DeliveryMethod, Document, Line, MAX_DOCUMENTS, MAX_ID,
    MAX_LINES, MAX_REFUNDS, MAX_SHIPMENTS, MAX_TEXT, MAX_URL, Marketplace, Order, Payment,
    Quantity, Refund, Shipment, Stage, Status, Totals,
};
use crate::check::FieldError;
use crate::time::{Date, Timestamp};

/// The order in part: the knowledge of a second system, such as an ERP beside the shop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OrderPart {
    /// The shop's identifier of the order, 1 to 100 bytes.
    #[schemars(length(min = 1, max = MAX_ID))]
    pub id: String,
    /// The number by which the customer knows the order, if the shop does not give it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub number: Option<String>,
    /// Another number that the order goes by, if the shop does not give it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub reference: Option<String>,
    /// The marketplace that the order came through, if the shop does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marketplace: Option<Marketplace>,
    /// The time when the second system last changed its data about the order
    /// (RFC 3339). A later part counts more than an earlier one, whatever order
    /// the messages arrive in; what it leaves out stands as it was said before.
    pub updated_at: Timestamp,
    /// The time when the customer placed the order (RFC 3339), if the shop does not give it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub placed_at: Option<Timestamp>,
    /// The status of the order. It counts if the shop's settings say that the
    /// ERP decides it (`status_from`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// The time when the order was cancelled (RFC 3339); it counts together with the status.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancelled_at: Option<Timestamp>,
    /// The currency of every amount in the part; the shop's if missing. If it
    /// is not the shop's currency, none of the amounts count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^[A-Z][A-Z0-9]{2,9}$"))]
    pub currency: Option<String>,
    /// The day for which the order as a whole is promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_on: Option<Date>,
    /// True if the packing slip was printed; a document of that kind says so too.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub packing_slip_printed: bool,
    /// True if the goods were picked from the shelf.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub picked: bool,
    /// The customer: what the shop does not say of them.
    #[serde(default)]
    pub customer: Customer,
    /// The way in which the customer gets the goods, if the shop does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery_method: Option<DeliveryMethod>,
    /// The address that the goods go to, if the shop does not give it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery_address: Option<Address>,
    /// The address of who pays, if the shop does not give it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub billing_address: Option<Address>,
    /// The data about the order's lines. A line that the shop's order does not
    /// have is left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MAX_LINES))]
    pub lines: Vec<LinePart>,
    /// The parcels. A parcel with the number or the id of one of the shop's
    /// parcels is the same parcel.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MAX_SHIPMENTS))]
    pub shipments: Vec<Shipment>,
    /// The repayments. A repayment with the amount of one of the shop's is the same repayment.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MAX_REFUNDS))]
    pub refunds: Vec<Refund>,
    /// The papers. A paper with the kind and number of one of the shop's is the same paper.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MAX_DOCUMENTS))]
    pub documents: Vec<Document>,
    /// The price of the order, if the shop does not give it.
    #[serde(default)]
    pub totals: Totals,
    /// The payment: whether and how it was made, if the shop does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment: Option<Payment>,
    /// The words to the customer about this order, if the shop has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub message: Option<String>,
    /// The URL at which the customer can order the same again (https), if the
    /// shop does not give it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_URL), regex(pattern = r"^https://\S+$"))]
    pub reorder_url: Option<String>,
}

/// The data about a line of an order: the line with this `id`, or otherwise the
/// only one with this `sku`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(extend("anyOf" = [{ "required": ["id"] }, { "required": ["sku"] }]))]
pub struct LinePart {
    /// The shop's identifier of the line, or the second system's own, unique
    /// within the part; the `sku` if missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = MAX_ID))]
    pub id: Option<String>,
    /// The item's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub sku: Option<String>,
    /// The item's name, with its variant, for orders that the shop has not sent yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub name: Option<String>,
    /// The URL of a picture of the item (https), preferably a square one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_URL), regex(pattern = r"^https://\S+$"))]
    pub picture_url: Option<String>,
    /// The quantity that was ordered, for orders that the shop has not sent yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
    /// The quantity that has left the shop so far. If both systems count a
    /// quantity, the greater number counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivered: Option<Quantity>,
    /// The quantity that will not come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancelled: Option<Quantity>,
    /// The quantity that has been invoiced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoiced: Option<Quantity>,
    /// The quantity that has been credited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credited: Option<Quantity>,
    /// The quantity that came back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned: Option<Quantity>,
    /// The quantity of the item in stock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stock: Option<Quantity>,
    /// The day for which the goods that are still to come are promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_on: Option<Date>,
    /// The source of the promise; the item itself if nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_by: Option<DateSource>,
    /// The price of the line in all, after discounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Amount>,
    /// True if it comes without being shipped, such as a download or a gift card.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub needs_no_shipping: bool,
    /// The time when the stock was said, if several parts were put together.
    /// ERPs do not send this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(skip)]
    pub stock_at: Option<Timestamp>,
    /// The time when the day was said, likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(skip)]
    pub day_at: Option<Timestamp>,
}

/// The system that decides where an order stands, of the two that speak of it.
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
    /// Both systems.
    pub const BOTH: [Self; 2] = [Self::Shop, Self::Erp];
}

impl OrderPart {
    /// Makes a part of which only this is known.
    #[must_use]
    pub fn new(id: &str, updated_at: Timestamp) -> Self {
        Self {
            id: id.to_owned(),
            number: None,
            reference: None,
            marketplace: None,
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

    /// Checks the rules that the types alone do not express: a part must keep
    /// the rules of a whole order.
    ///
    /// # Errors
    /// Returns the first field that breaks a rule.
    pub fn check(&self) -> Result<(), FieldError> {
        self.as_order()
            .check()
            .map_err(|field_error| self.as_sent(field_error))
    }

    /// Tells whether it says nothing but documents.
    #[must_use]
    pub fn is_documents_alone(&self) -> bool {
        let without = Self {
            documents: self.documents.clone(),
            ..Self::new(&self.id, self.updated_at)
        };
        !self.documents.is_empty() && *self == without
    }

    /// Makes an order of the part alone, if it says enough: the status, the
    /// currency, and lines, each with its name and quantity.
    #[must_use]
    pub fn whole(&self) -> Option<Order> {
        let mut lines = self.lines.iter();
        let is_whole = self.status.is_some()
            && self.currency.is_some()
            && !self.lines.is_empty()
            && lines.all(|line| line.whole().is_some());
        is_whole.then(|| self.as_order())
    }

    /// Makes an order of the part, with stand-ins for what an order must have.
    fn as_order(&self) -> Order {
        let status = || Status::new("none", Stage::Other);
        let no_currency = || "XXX".to_owned();
        Order {
            id: self.id.clone(),
            number: self.number.clone(),
            reference: self.reference.clone(),
            marketplace: self.marketplace.clone(),
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

    /// Moves a field error of [`as_order`](Self::as_order) to the field that was sent.
    fn as_sent(&self, field_error: FieldError) -> FieldError {
        let at = |index| format!("lines[{index}].id");
        let mut lines = self.lines.iter().enumerate();
        match lines.find(|(index, line)| line.id.is_none() && at(*index) == field_error.path) {
            Some((_, line)) if line.sku.is_none() => FieldError {
                reason: "must be there, or sku".to_owned(),
                ..field_error
            },
            Some((index, _)) => FieldError {
                path: format!("lines[{index}].sku"),
                ..field_error
            },
            None => field_error,
        }
    }
}

impl LinePart {
    /// Makes a line of the part alone, if it says enough.
    pub(super) fn whole(&self) -> Option<Line> {
        (self.name.is_some() && self.quantity.is_some()).then(|| self.as_line())
    }

    /// Returns its name within the part: the id, or without one, the item's number.
    pub(super) fn name_in_part(&self) -> &str {
        let sku = || self.sku.as_deref().unwrap_or_default().trim();
        self.id.as_deref().unwrap_or_else(sku)
    }

    /// Makes a line of the part, with stand-ins for what a line must have.
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

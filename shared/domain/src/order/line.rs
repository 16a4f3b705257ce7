//! What was ordered.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Amount, MAX_ID, MAX_TEXT, MAX_URL, Quantity};
use crate::time::Date;

/// One line of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Line {
    /// The shop's identifier of the line, unique within the order.
    #[schemars(length(min = 1, max = MAX_ID))]
    pub id: String,
    /// The item's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub sku: Option<String>,
    /// The item's name, with its variant.
    #[schemars(length(max = MAX_TEXT))]
    pub name: String,
    /// Where a picture of the item is (https), best a square one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_URL), regex(pattern = r"^https://\S+$"))]
    pub picture_url: Option<String>,
    /// How many were ordered.
    pub quantity: Quantity,
    /// How many have left the shop so far; none where the platform cannot tell.
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
    /// How many of the item the shop has in stock.
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
}

/// What a promised day rests on: the first of these that says one counts.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DateSource {
    /// The item.
    Item,
    /// The sales order as a whole.
    SalesOrder,
    /// A purchase order that the shop has out for the item.
    PurchaseOrder,
}

impl Line {
    /// A line of which nothing is known but this.
    #[must_use]
    pub fn new(id: &str, name: &str, quantity: Quantity) -> Self {
        Self {
            id: id.to_owned(),
            sku: None,
            name: name.to_owned(),
            picture_url: None,
            quantity,
            delivered: None,
            cancelled: None,
            invoiced: None,
            credited: None,
            returned: None,
            stock: None,
            expected_on: None,
            expected_by: None,
            total: None,
            needs_no_shipping: false,
        }
    }

    /// How many the customer is to get in all: what was ordered, without what
    /// was cancelled.
    #[must_use]
    pub fn due(&self) -> Quantity {
        let cancelled = self.cancelled.unwrap_or_default();
        Quantity((self.quantity.0 - cancelled.0).max(Quantity::ZERO.0))
    }

    /// How many are still to leave the shop, as far as the line tells. What
    /// needs no shipping never leaves it.
    #[must_use]
    pub fn to_come(&self) -> Quantity {
        if self.needs_no_shipping {
            return Quantity::ZERO;
        }
        let delivered = self.delivered.unwrap_or_default();
        Quantity((self.due().0 - delivered.0).max(Quantity::ZERO.0))
    }
}

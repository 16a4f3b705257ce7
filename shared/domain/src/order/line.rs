//! The lines of an order.

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
    /// The URL of a picture of the item (https), preferably a square one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_URL), regex(pattern = r"^https://\S+$"))]
    pub picture_url: Option<String>,
    /// The quantity that was ordered.
    pub quantity: Quantity,
    /// The quantity that has left the shop so far; none if the platform cannot tell.
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
    /// The quantity of the item that the shop has in stock.
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
}

/// The source of a promised day: the first of these that names a day counts.
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
    /// Makes a line of which only this is known.
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

    /// Returns the quantity that the customer is to get in all: what was
    /// ordered, less what was cancelled.
    #[must_use]
    pub fn due(&self) -> Quantity {
        let cancelled = self.cancelled.unwrap_or_default();
        Quantity((self.quantity.0 - cancelled.0).max(Quantity::ZERO.0))
    }

    /// Returns the quantity that is still to leave the shop, as far as the line
    /// tells. Goods that need no shipping never leave it.
    #[must_use]
    pub fn to_come(&self) -> Quantity {
        if self.needs_no_shipping {
            return Quantity::ZERO;
        }
        let delivered = self.delivered.unwrap_or_default();
        Quantity((self.due().0 - delivered.0).max(Quantity::ZERO.0))
    }
}

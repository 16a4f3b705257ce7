//! Items: what a shop says about goods, whichever orders wait for them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::order::{MAX_ID, Quantity};
use crate::time::{Date, Timestamp};

/// The `data` of `stock.changed`: how an item stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Stock {
    /// The item's number.
    #[schemars(length(min = 1, max = MAX_ID))]
    pub sku: String,
    /// When it became so (RFC 3339). The newest wins.
    pub updated_at: Timestamp,
    /// How many are in stock; none where only the day is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
    /// The day on which the item is expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_on: Option<Date>,
}

/// The `data` of `purchase.changed`: goods that the shop has ordered itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Purchase {
    /// The purchase order's identifier, unique within the shop.
    #[schemars(length(min = 1, max = MAX_ID))]
    pub id: String,
    /// When it last changed (RFC 3339). The newest wins.
    pub updated_at: Timestamp,
    /// What was ordered. A line that is gone is told once more, without a day.
    #[schemars(length(max = MAX_PURCHASE_LINES))]
    pub lines: Vec<PurchaseLine>,
}

/// The most lines of a purchase order.
pub const MAX_PURCHASE_LINES: usize = 200;

/// One item of a purchase order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PurchaseLine {
    /// The item's number.
    #[schemars(length(min = 1, max = MAX_ID))]
    pub sku: String,
    /// The day on which it is expected; none once it has come, or will not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_on: Option<Date>,
}

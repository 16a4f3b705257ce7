//! What was ordered.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Amount, MAX_ID, MAX_TEXT, Quantity};

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
    /// How many were ordered.
    pub quantity: Quantity,
    /// How many have left the shop so far; none where the platform cannot tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivered: Option<Quantity>,
    /// How many will not come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancelled: Option<Quantity>,
    /// What the line costs in all, after discounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Amount>,
}

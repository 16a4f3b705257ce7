//! The ways in which the customer gets the goods.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The way in which the customer gets the goods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryMethod {
    /// They are shipped, or brought by the shop.
    Shipping,
    /// The customer collects them.
    PickUp,
    /// Nothing is shipped: downloads, gift cards, services.
    None,
}

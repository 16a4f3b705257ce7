//! The marketplace that an order came through.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::MAX_ID;

/// The marketplace that the customer ordered on, such as Amazon or eBay, and its own
/// numbers: customers quote them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Marketplace {
    /// The marketplace's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub name: Option<String>,
    /// Its number of the order, such as Amazon's `702-1234567-1234567`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub order: Option<String>,
    /// The name under which the customer buys there, such as their eBay user id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub user: Option<String>,
}

impl Marketplace {
    /// Returns it if it tells anything that the order can be found by.
    #[must_use]
    pub fn or_none(self) -> Option<Self> {
        (self.order.is_some() || self.user.is_some()).then_some(self)
    }
}

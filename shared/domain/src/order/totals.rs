//! What an order costs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Amount, MAX_TEXT};

/// The most fees that an order may have.
pub const MAX_FEES: usize = 50;

/// What the order costs, in the order's currency. What is absent was not told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Totals {
    /// The lines together, before discounts and shipping.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items: Option<Amount>,
    /// Discounts, positive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<Amount>,
    /// Shipping.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping: Option<Amount>,
    /// What else is paid for, each with a name of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MAX_FEES))]
    pub fees: Vec<Fee>,
    /// Tax, whether or not the other amounts include it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax: Option<Amount>,
    /// Whether the other amounts include the tax.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax_included: Option<bool>,
    /// What the customer pays in all, before refunds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Amount>,
}

/// What is paid for beside the lines and their shipping.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Fee {
    /// What it is.
    #[serde(default)]
    pub kind: FeeKind,
    /// The shop's name for it; without one, its kind's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub name: Option<String>,
    /// What it costs; negative where it lowers the total.
    pub amount: Amount,
}

/// What a fee is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FeeKind {
    /// A fee, such as one for a way of paying.
    #[default]
    Fee,
    /// A tip that the customer gives.
    Tip,
    /// Duties of the country that the goods go to.
    Duty,
}

//! The price of an order.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Amount, MAX_TEXT};

/// The most fees that an order may have.
pub const MAX_FEES: usize = 50;

/// The price of the order, in the order's currency. An absent field was not told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Totals {
    /// The price of all lines together, before discounts and shipping.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items: Option<Amount>,
    /// The discounts, positive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<Amount>,
    /// The price of shipping.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping: Option<Amount>,
    /// The other things that are paid for, each with a name of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MAX_FEES))]
    pub fees: Vec<Fee>,
    /// The tax, whether or not the other amounts include it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax: Option<Amount>,
    /// True if the other amounts include the tax.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax_included: Option<bool>,
    /// The price that the customer pays in all, before refunds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Amount>,
}

/// A charge beside the lines and their shipping.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Fee {
    /// The kind of the fee.
    #[serde(default)]
    pub kind: FeeKind,
    /// The shop's name for it; that of its kind if missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub name: Option<String>,
    /// The amount; negative if it lowers the total.
    pub amount: Amount,
}

/// The kind of a fee.
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

//! The payment of an order.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::MAX_TEXT;
use crate::time::{Date, Timestamp};

/// The payment of an order: whether and how it was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Payment {
    /// The state of the payment.
    pub state: PaymentState,
    /// The way of paying, in the shop's words, such as `Visa, ending in 4242`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub method: Option<String>,
    /// The time when it was paid (RFC 3339).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid_at: Option<Timestamp>,
    /// The day by which it must be paid, if it may be paid later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Date>,
}

impl Payment {
    /// Makes a payment of which only this is known.
    #[must_use]
    pub const fn new(state: PaymentState) -> Self {
        Self {
            state,
            method: None,
            paid_at: None,
            due_on: None,
        }
    }
}

/// The state of a payment. Repayments are in the refunds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PaymentState {
    /// Nothing was paid yet.
    Unpaid,
    /// The amount is reserved, and taken later.
    Authorized,
    /// A part was paid.
    PartPaid,
    /// It was paid.
    Paid,
}

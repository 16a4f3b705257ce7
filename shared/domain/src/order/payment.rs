//! Whether and how an order was paid.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::MAX_TEXT;
use crate::time::{Date, Timestamp};

/// Whether and how an order was paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Payment {
    /// How far it is.
    pub state: PaymentState,
    /// How it is paid, in the shop's words, such as `Visa, ending in 4242`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub method: Option<String>,
    /// When it was paid (RFC 3339).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid_at: Option<Timestamp>,
    /// The day by which it is to be paid, where it may be paid later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Date>,
}

impl Payment {
    /// A payment of which nothing is known but this.
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

/// How far a payment is. What was paid back, the refunds say.
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

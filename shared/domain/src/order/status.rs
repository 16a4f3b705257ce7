//! Where an order stands: the shop's own status, and the stage we read from it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{MAX_ID, MAX_TEXT};
use crate::settings::built_in;

/// The shop's status of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Status {
    /// The shop's own code, such as `processing` or a custom `wc-engraving`. Two are
    /// built in: `received` with the stage `received` and `unresolved` with `other`,
    /// both without a label.
    #[schemars(length(min = 1, max = MAX_ID))]
    pub code: String,
    /// What the code means to the customer.
    pub stage: Stage,
    /// The shop's words for it; without them, the stage's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub label: Option<String>,
}

impl Status {
    /// A status that the shop has no words of its own for.
    #[must_use]
    pub fn new(code: &str, stage: Stage) -> Self {
        Self {
            code: code.to_owned(),
            stage,
            label: None,
        }
    }

    /// The status of a platform's code: one that is built in means what it means
    /// everywhere.
    #[must_use]
    pub fn of_platform(code: &str, stage: Stage) -> Self {
        Self::new(code, built_in(code).unwrap_or(stage))
    }
}

/// What a status means to the customer: a closed set that every language has words for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// The customer is still filling the basket: not yet an order, nobody is told.
    Draft,
    /// Ordered, not yet paid.
    AwaitingPayment,
    /// The payment did not go through.
    PaymentFailed,
    /// Ordered; the shop has not begun.
    Received,
    /// The shop is getting it ready.
    Preparing,
    /// The shop waits for something.
    OnHold,
    /// A part has left the shop.
    PartDelivered,
    /// Everything has left the shop.
    Sent,
    /// Everything has arrived.
    Delivered,
    /// It lies ready where the customer collects it.
    ReadyToCollect,
    /// The customer has collected it.
    Collected,
    /// It is complete, and nothing of it was shipped: a download, or what the
    /// customer collects without the shop saying when.
    Completed,
    /// Nothing more will come of it.
    Cancelled,
    /// Paid back in whole.
    Refunded,
    /// A status of the shop's own that we have no meaning for.
    Other,
}

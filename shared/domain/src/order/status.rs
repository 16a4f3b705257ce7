//! The status of an order: the shop's own, and the stage that we read from it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{MAX_ID, MAX_TEXT};

/// The most languages that a status has words in.
pub const MAX_LABELS: usize = 50;

/// The statuses that every shop has and no merchant can change: one for an order
/// that was taken in, and one for an order whose status nobody has given a meaning.
pub const BUILT_IN: [(&str, Stage); 2] =
    [("received", Stage::Received), ("unresolved", Stage::Other)];

/// Returns the stage of a built-in status; none for every other code.
#[must_use]
pub fn built_in(code: &str) -> Option<Stage> {
    let mut all = BUILT_IN.into_iter();
    all.find_map(|(known, stage)| (known == code).then_some(stage))
}

/// The shop's status of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Status {
    /// The shop's own code, such as `processing` or a custom `wc-engraving`.
    /// Two are built in: `received` with the stage `received` and `unresolved`
    /// with `other`, both without a label.
    #[schemars(length(min = 1, max = MAX_ID))]
    pub code: String,
    /// The meaning of the code to the customer.
    pub stage: Stage,
    /// The shop's words for it; the stage's own if missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub label: Option<String>,
    /// The words for it by language (`da`, `nb`), which come before `label`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend(
        "additionalProperties" = { "type": "string", "maxLength": MAX_TEXT },
        "maxProperties" = MAX_LABELS
    ))]
    pub labels: BTreeMap<String, String>,
}

impl Status {
    /// Makes a status that the shop has no words of its own for.
    #[must_use]
    pub fn new(code: &str, stage: Stage) -> Self {
        Self {
            code: code.to_owned(),
            stage,
            label: None,
            labels: BTreeMap::new(),
        }
    }

    /// Tells whether it has words of the shop's, in any language.
    #[must_use]
    pub fn has_words(&self) -> bool {
        let mut all = self.label.iter().chain(self.labels.values());
        all.any(|words| !words.trim().is_empty())
    }

    /// Makes the status of a platform's code: a built-in code has the same
    /// meaning everywhere.
    #[must_use]
    pub fn of_platform(code: &str, stage: Stage) -> Self {
        Self::new(code, built_in(code).unwrap_or(stage))
    }
}

/// The meaning of a status to the customer: a closed set that every language has words for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// The customer is still filling the basket: it is not an order yet, and nobody is told.
    Draft,
    /// The order is placed, and not paid yet.
    AwaitingPayment,
    /// The payment did not go through.
    PaymentFailed,
    /// The order is placed; the shop has not begun.
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
    /// The order lies ready where the customer collects it.
    ReadyToCollect,
    /// The customer has collected it.
    Collected,
    /// It is complete, and nothing of it was shipped: a download, or goods that
    /// the customer collects without the shop saying when.
    Completed,
    /// Nothing more will come of it.
    Cancelled,
    /// The order is paid back in full.
    Refunded,
    /// A status of the shop's own that we have no meaning for.
    Other,
}

impl Stage {
    /// All of them, in the order in which an order goes through them.
    pub const ALL: [Self; 15] = [
        Self::Draft,
        Self::AwaitingPayment,
        Self::PaymentFailed,
        Self::Received,
        Self::Preparing,
        Self::OnHold,
        Self::PartDelivered,
        Self::Sent,
        Self::Delivered,
        Self::ReadyToCollect,
        Self::Collected,
        Self::Completed,
        Self::Cancelled,
        Self::Refunded,
        Self::Other,
    ];

    /// Returns its word, as messages and addresses have it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::AwaitingPayment => "awaiting_payment",
            Self::PaymentFailed => "payment_failed",
            Self::Received => "received",
            Self::Preparing => "preparing",
            Self::OnHold => "on_hold",
            Self::PartDelivered => "part_delivered",
            Self::Sent => "sent",
            Self::Delivered => "delivered",
            Self::ReadyToCollect => "ready_to_collect",
            Self::Collected => "collected",
            Self::Completed => "completed",
            Self::Cancelled => "cancelled",
            Self::Refunded => "refunded",
            Self::Other => "other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stage_is_listed_once_by_the_word_that_messages_have() {
        for (place, stage) in Stage::ALL.into_iter().enumerate() {
            assert_eq!(stage as usize, place);
            assert_eq!(serde_json::to_value(stage).unwrap(), stage.word());
        }
    }
}

//! The knowledge of the customer, and the reasons why they are not told.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Facts, Rank};
use crate::changes::Retracted;
use crate::order::Order;

/// The knowledge of the customer: a version of the order, and the facts beside
/// it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Baseline {
    /// The version that the shop sent, and its rank in the order's log; none if
    /// the shop has not sent the order yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<(Rank, Order)>,
    /// The facts that were known beside it.
    #[serde(default, skip_serializing_if = "Facts::is_empty")]
    pub facts: Facts,
    /// True if they were told of the order, however it stands in this version.
    #[serde(default)]
    pub is_notified: bool,
    /// The facts that they were told and that the version leaves out.
    #[serde(default, skip_serializing_if = "Retracted::is_empty")]
    pub retracted: Retracted,
}

impl Baseline {
    /// Returns the rank of its version.
    #[must_use]
    pub fn rank(&self) -> Option<Rank> {
        self.version.as_ref().map(|(rank, _)| *rank)
    }

    /// Returns the version that the shop sent.
    #[must_use]
    pub fn order(&self) -> Option<&Order> {
        self.version.as_ref().map(|(_, order)| order)
    }
}

/// The reason why a change is not mailed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Skip {
    /// No rule mails these changes.
    RuleOff,
    /// The customer does not wish to get mails.
    NotSetToReceive,
    /// The customer switched such mails off.
    Unsubscribed,
    /// Mails to every address that it could go to came back, or were called spam.
    Suppressed,
    /// The order has no address.
    NoAddress,
    /// The order's address is not one that a mail could go to.
    BadAddress,
    /// Nothing was left to tell after the attempt before had died.
    NothingLeft,
    /// The mail could not be composed, however often it was tried.
    NotComposed,
    /// The order was placed long before it was first seen.
    OldOrder,
    /// The order is a part of another one, whose mail told that it was placed.
    PartOfAnother,
    /// The change is only noted, and not shown anywhere.
    OnlyNoted,
    /// Another change in the same mail says it.
    InTheSameMail,
    /// Another change has said it before.
    NotifiedBefore,
}

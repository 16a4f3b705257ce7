//! What a shop's own status codes mean.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Tell;
use crate::order::{Stage, Status};

/// The statuses that every shop has and no merchant can change: an order that
/// was taken in, and one whose status nobody has given a meaning.
pub const BUILT_IN: [(&str, Stage); 2] =
    [("received", Stage::Received), ("unresolved", Stage::Other)];

/// The stage of a status that is built in; none for every other code.
#[must_use]
pub fn built_in(code: &str) -> Option<Stage> {
    let mut all = BUILT_IN.into_iter();
    all.find_map(|(known, stage)| (known == code).then_some(stage))
}

/// What the merchant decided about one of the shop's status codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatusRule {
    /// The shop's code.
    #[schemars(length(min = 1, max = 100))]
    pub code: String,
    /// The words that customers read for it; without them, the shop's or the stage's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 100))]
    pub label: Option<String>,
    /// What it means to the customer; without one, what the platform says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// The name of the template for mails about a move to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<String>,
    /// Where a move to it is told; without it, where the rule for status changes says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tell: Option<Tell>,
}

impl StatusRule {
    /// Gives a status the merchant's meaning and words.
    pub fn apply(&self, status: &mut Status) {
        if let Some(stage) = self.stage {
            status.stage = stage;
        }
        if let Some(label) = &self.label {
            status.label = Some(label.clone());
        }
    }
}

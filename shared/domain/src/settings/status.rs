//! The meanings of a shop's own status codes.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Channel, MAX_CODE, TEMPLATE_NAME};
use crate::order::{MAX_LABELS, Stage, Status};

/// The merchant's decisions about one of the shop's status codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatusRule {
    /// The shop's code.
    #[schemars(length(min = 1, max = MAX_CODE))]
    pub code: String,
    /// The words that customers read for it; without them, the shop's or the stage's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = MAX_CODE))]
    pub label: Option<String>,
    /// The same by language (`da`, `nb`): for customers who read that language, they come
    /// before `label`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(extend(
        "additionalProperties" = { "type": "string", "minLength": 1, "maxLength": MAX_CODE },
        "maxProperties" = MAX_LABELS
    ))]
    pub labels: BTreeMap<String, String>,
    /// The meaning to the customer; without one, what the platform says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// The name of the template for mails about a move to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = TEMPLATE_NAME))]
    pub template: Option<String>,
    /// The places where a move to it is told; without them, those of the rule
    /// for status changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notify: Option<Channel>,
}

impl StatusRule {
    /// Names a code, and decides nothing else about it.
    #[must_use]
    pub fn new(code: &str) -> Self {
        Self {
            code: code.to_owned(),
            label: None,
            labels: BTreeMap::new(),
            stage: None,
            template: None,
            notify: None,
        }
    }

    /// Gives a status the merchant's meaning and words.
    pub fn apply(&self, status: &mut Status) {
        if let Some(stage) = self.stage {
            status.stage = stage;
        }
        if let Some(label) = &self.label {
            status.label = Some(label.clone());
        }
        if self.label.is_some() || !self.labels.is_empty() {
            status.labels.clone_from(&self.labels);
        }
    }
}

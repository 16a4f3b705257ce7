//! The shop's own words in a mail.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rule::speaks;

/// A subject and a message of the shop's own, in plain text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("anyOf" = [{ "required": ["subject"] }, { "required": ["message"] }]))]
pub struct Template {
    /// What rules know it by: 1 to 40 of a-z, 0-9 and -.
    #[schemars(regex(pattern = r"^[a-z0-9-]{1,40}$"))]
    pub name: String,
    /// The language it is written in; without one, it serves every language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^[A-Za-z0-9_-]{1,35}$"))]
    pub language: Option<String>,
    /// The subject, in place of Wismo's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 200))]
    pub subject: Option<String>,
    /// What the shop says, between the news and the list of items. An empty
    /// line begins a new paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 5000))]
    pub message: Option<String>,
}

impl Template {
    /// Whether it is written in a locale's language.
    pub(super) fn is_in(&self, locale: &str) -> bool {
        let language = self.language.as_deref();
        language.is_some_and(|language| speaks(locale, language))
    }
}

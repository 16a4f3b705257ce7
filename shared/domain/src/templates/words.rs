//! The template whose words a mail carries, as its prepared notice notes it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::StoredTemplate;

/// The shop's words that a mail carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TemplateUse {
    /// The template's name.
    pub template: String,
    /// The template's language, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The template's version; 0 if it does not exist.
    pub version: u64,
    /// The reason why the mail has Wismo's own words all the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fault: Option<String>,
}

impl TemplateUse {
    /// Makes the words of a template.
    #[must_use]
    pub fn of(entry: &StoredTemplate) -> Self {
        Self {
            template: entry.name.to_string(),
            language: entry.language.clone().map(String::from),
            version: entry.version,
            fault: None,
        }
    }

    /// Makes the words of a template that a rule names and that does not exist.
    #[must_use]
    pub fn missing(name: &str) -> Self {
        Self {
            template: name.to_owned(),
            language: None,
            version: 0,
            fault: Some("there is no template of this name and language".to_owned()),
        }
    }
}

//! The shop's own words in its mails, by name and language: one document per
//! shop, in versions.
//!
//! | module | holds |
//! |---|---|
//! | `template` | the fields of one, with their limits |
//! | `name` | what templates are known by, and their languages |
//! | `choose` | which template a mail has the words of |
//! | `words` | what a prepared notice notes of the template that it has the words of |
//! | `edit` | writing one, beside others who write |

mod choose;
mod edit;
mod name;
mod template;
#[cfg(test)]
mod tests;
mod words;

use serde::{Deserialize, Serialize};

use crate::context::{Context, Environment};
use crate::storage::event_log::Projected;
use crate::storage::keys::templates_log;
use crate::storage::versions::{self, Document};
use crate::storage::{Store, StoreError};
use crate::time::Timestamp;

pub(crate) use choose::speaks;
pub use edit::{MAX_BYTES, MAX_TEMPLATES, NotEdited, edit};
pub use name::{Name, NameError, Tag, TagError};
pub use template::{Field, Template};
pub use words::TemplateUse;

/// The templates in force.
pub type Current = versions::Current<Templates>;

/// Every template of a shop, sorted by name and language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Templates(Vec<StoredTemplate>);

/// A template as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredTemplate {
    /// The name of the template.
    pub name: Name,
    /// The language that it is written in; without one, it serves every language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Tag>,
    /// The version of the shop's templates that it came with.
    pub version: u64,
    /// The version that it replaced; 0 if there was none.
    #[serde(default)]
    pub before: u64,
    /// The time when it was written.
    pub at: Timestamp,
    /// The words of the template.
    pub template: Template,
}

impl Document for Templates {
    const VERSION: u32 = 1;
}

impl Templates {
    /// Iterates over the templates, by name and language.
    pub fn iter(&self) -> impl Iterator<Item = &StoredTemplate> {
        self.0.iter()
    }

    /// Returns the template of exactly this name and language.
    #[must_use]
    pub fn get(&self, name: &Name, language: Option<&Tag>) -> Option<&StoredTemplate> {
        let is_it =
            |entry: &&StoredTemplate| entry.name == *name && entry.language.as_ref() == language;
        self.0.iter().find(is_it)
    }

    /// Tells whether there is a template of this name, in any language.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        let name: Option<Name> = name.parse().ok();
        name.is_some_and(|name| self.0.iter().any(|entry| entry.name == name))
    }
}

/// Reads the templates of a shop that are in force from the store.
///
/// # Errors
/// When the store fails.
pub async fn current(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
) -> Result<Projected<Current>, StoreError> {
    templates_log(shop).read(context).await
}

/// Brings templates that were read before up to date, with one call if nothing is new.
///
/// # Errors
/// When the store fails.
pub async fn refreshed(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    folded: Projected<Current>,
) -> Result<Projected<Current>, StoreError> {
    let event_log = templates_log(shop);
    event_log.catch_up(context, folded).await
}

/// Reads the templates of a shop as they were in a version; none if no
/// templates have this version.
///
/// # Errors
/// When the store fails.
pub async fn version(
    store: &impl Store,
    shop: &str,
    number: u64,
) -> Result<Option<Templates>, StoreError> {
    let found = versions::version(store, &templates_log(shop), number).await?;
    Ok(found.map(|(templates, _)| templates))
}

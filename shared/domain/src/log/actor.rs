//! The people and programs that act at the desk.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::staff::Author;

/// A person or a program that did something at the desk, under the name that it had then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// A member of the staff.
    Member(Author),
    /// A program, by its key.
    ApiKey {
        /// The name of the key.
        name: String,
    },
}

impl Actor {
    /// Returns the name.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Member(author) => &author.name,
            Self::ApiKey { name } => name,
        }
    }
}

//! The subject of an entry of the index.

use serde::{Deserialize, Serialize};

use super::reason::person_of_id;

/// The subject of an entry: a record that can be shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// The order with this id.
    Order(String),
    /// The person who ordered, as the order with this id has them.
    Buyer {
        /// The digest of who they are; none if the order does not tell.
        person: Option<String>,
        /// The order.
        order: String,
    },
    /// The customer with this id, as the shop's record has them.
    Customer(String),
}

impl Subject {
    /// Tells whether both are shown as one: the same order, or the same person.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        match (self.person(), other.person()) {
            (Some(person), Some(other)) => person == other,
            (Some(_), None) | (None, Some(_)) => false,
            (None, None) => self == other,
        }
    }

    fn person(&self) -> Option<String> {
        match self {
            Self::Order(_) => None,
            Self::Buyer { person, .. } => person.clone(),
            Self::Customer(id) => Some(person_of_id(id)),
        }
    }
}

//! The identity of a person.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::order::Customer;
use crate::search::{person_of_address, person_of_id};

/// The beginning of the name of a guest.
const GUEST: &str = "guest:";

/// A person who orders in a shop. Their name in a URL is the shop's id of the customer, or
/// `guest:` and a digest.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(from = "String", into = "String")]
pub enum Person {
    /// The customer whom the shop names so.
    Customer(String),
    /// A guest, by the digest of their address.
    Guest(String),
}

impl Person {
    /// Finds who ordered; none if neither an id nor an address is known.
    #[must_use]
    pub fn of(customer: &Customer) -> Option<Self> {
        let id = customer.id.as_deref().filter(|id| !id.is_empty());
        let guest = || Self::guest(customer.email.as_deref()?);
        id.map(|id| Self::Customer(id.to_owned())).or_else(guest)
    }

    /// Finds the guest who has an address, whatever its case; none without an address.
    #[must_use]
    pub fn guest(address: &str) -> Option<Self> {
        person_of_address(address).map(Self::Guest)
    }

    /// The digest by which their orders are found.
    #[must_use]
    pub fn digest(&self) -> String {
        match self {
            Self::Customer(id) => person_of_id(id),
            Self::Guest(digest) => digest.clone(),
        }
    }
}

impl fmt::Display for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Customer(id) => f.write_str(id),
            Self::Guest(digest) => write!(f, "{GUEST}{digest}"),
        }
    }
}

impl From<String> for Person {
    fn from(name: String) -> Self {
        let is_digest = |text: &&str| {
            let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
            text.len() == 16 && text.bytes().all(is_hex)
        };
        match name.strip_prefix(GUEST).filter(is_digest) {
            Some(digest) => Self::Guest(digest.to_owned()),
            None => Self::Customer(name),
        }
    }
}

impl From<Person> for String {
    fn from(person: Person) -> Self {
        person.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::person_of;

    #[test]
    fn a_name_reads_back_as_the_same_person_and_the_search_knows_them_too() {
        let customer = |id: Option<&str>, email: Option<&str>| Customer {
            id: id.map(str::to_owned),
            email: email.map(str::to_owned),
            ..Customer::default()
        };
        for ordered in [
            customer(Some("C 1/ø"), Some("ada@shop.example")),
            customer(None, Some(" Ada@Shop.example ")),
            customer(Some(""), Some("ada@shop.example")),
        ] {
            let person = Person::of(&ordered).unwrap();
            assert_eq!(Person::from(person.to_string()), person);
            assert_eq!(Some(person.digest()), person_of(&ordered));
        }
        assert_eq!(Person::of(&customer(None, Some("  "))), None);
        let id = "guest:nobody".to_owned();
        assert_eq!(Person::from(id.clone()), Person::Customer(id));
    }
}

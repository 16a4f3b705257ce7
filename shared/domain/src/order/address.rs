//! Postal addresses.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{MAX_ID, MAX_TEXT};

/// The most lines of a street.
pub const MAX_STREET_LINES: usize = 5;

/// A postal address. An absent field was not told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Address {
    /// The full name of whoever is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub name: Option<String>,
    /// The company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub company: Option<String>,
    /// Street, number and whatever else stands above the town, line by line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MAX_STREET_LINES), inner(length(max = MAX_TEXT)))]
    pub street: Vec<String>,
    /// The postcode.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub postcode: Option<String>,
    /// The town.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub city: Option<String>,
    /// The state, province or county: its name, or the shop's code for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub region: Option<String>,
    /// The ISO 3166-1 alpha-2 code of the country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^[A-Z]{2}$"))]
    pub country: Option<String>,
}

impl Address {
    /// Returns the address, or none if it is empty.
    #[must_use]
    pub fn or_none(self) -> Option<Self> {
        (self != Self::default()).then_some(self)
    }

    /// Tells whether a text has the form of a country's code.
    #[must_use]
    pub fn is_country(code: &str) -> bool {
        code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())
    }
}

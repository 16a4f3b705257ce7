//! The parcels of an order.

use crate::time::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{MAX_ID, MAX_LINES, MAX_TEXT, MAX_URL, Portion};

/// One parcel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Shipment {
    /// The shop's identifier of the parcel, unique within the order.
    #[schemars(length(min = 1, max = MAX_ID))]
    pub id: String,
    /// The carrier's name or code, as the shop writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_TEXT))]
    pub carrier: Option<String>,
    /// The parcel's number with the carrier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_ID))]
    pub tracking_number: Option<String>,
    /// The shop's own link to the parcel (https), for a carrier we do not know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = MAX_URL), regex(pattern = r"^https://\S+$"))]
    pub tracking_url: Option<String>,
    /// When it left the shop (RFC 3339).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipped_at: Option<Timestamp>,
    /// How far it is.
    #[serde(default)]
    pub state: ShipmentState,
    /// What is in it; empty where the platform cannot tell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MAX_LINES))]
    pub lines: Vec<Portion>,
}

impl Shipment {
    /// A parcel of which nothing is known but this.
    #[must_use]
    pub fn new(id: &str, state: ShipmentState) -> Self {
        Self {
            id: id.to_owned(),
            carrier: None,
            tracking_number: None,
            tracking_url: None,
            shipped_at: None,
            state,
            lines: Vec::new(),
        }
    }

    /// Whether two systems speak of one parcel: it has one number, or one id
    /// where a number is not known to both.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        match self.number().zip(other.number()) {
            Some((a, b)) => is_same_number(a, b),
            None => self.id == other.id,
        }
    }

    /// Tells whether it has a number.
    #[must_use]
    pub fn is_numbered(&self) -> bool {
        self.number().is_some()
    }

    fn number(&self) -> Option<&str> {
        let number = self.tracking_number.as_deref();
        number.filter(|number| bare(number).next().is_some())
    }
}

/// Whether two numbers of parcels are one, however each is spaced and written.
#[must_use]
pub fn is_same_number(a: &str, b: &str) -> bool {
    bare(a).eq(bare(b))
}

/// Writes a parcel's number as all its spellings have it in common.
#[must_use]
pub(crate) fn bare_number(number: &str) -> String {
    bare(number).collect()
}

fn bare(number: &str) -> impl Iterator<Item = char> {
    let letters = number.chars().filter(|c| !c.is_whitespace());
    letters.map(|c| c.to_ascii_uppercase())
}

/// How far a parcel is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ShipmentState {
    /// Announced, still in the shop.
    Pending,
    /// On its way.
    #[default]
    Sent,
    /// Arrived.
    Delivered,
    /// It did not come about: its number means nothing to the customer.
    Failed,
}

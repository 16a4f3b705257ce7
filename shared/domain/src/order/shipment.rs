//! The parcels of an order.

use crate::time::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{LineQuantity, MAX_ID, MAX_LINES, MAX_TEXT, MAX_URL};

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
    /// The time when it left the shop (RFC 3339).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipped_at: Option<Timestamp>,
    /// The state of the parcel.
    #[serde(default)]
    pub state: ShipmentState,
    /// The contents; empty if the platform cannot tell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MAX_LINES))]
    pub lines: Vec<LineQuantity>,
}

impl Shipment {
    /// Makes a parcel of which only this is known.
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

    /// Tells whether two systems mean the same parcel: one with the same
    /// number, or the same id if they do not both know a number.
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

/// Tells whether two parcel numbers are the same, however each is spaced and written.
#[must_use]
pub fn is_same_number(a: &str, b: &str) -> bool {
    bare(a).eq(bare(b))
}

/// Writes a parcel's number in the form that all its spellings have in common.
#[must_use]
pub(crate) fn bare_number(number: &str) -> String {
    bare(number).collect()
}

fn bare(number: &str) -> impl Iterator<Item = char> {
    let all_prepared = number.chars().filter(|c| !c.is_whitespace());
    all_prepared.map(|c| c.to_ascii_uppercase())
}

/// The state of a parcel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ShipmentState {
    /// The parcel is announced, and still in the shop.
    Pending,
    /// The parcel is on its way.
    #[default]
    Sent,
    /// The parcel has arrived.
    Delivered,
    /// The parcel did not come about: its number does not mean anything to the customer.
    Failed,
}

//! The things that a member prints of an order.

use serde::{Deserialize, Serialize};

/// Something that a member prints of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Printout {
    /// The list that goes into the parcel.
    PackingSlip,
    /// The order, with its costs.
    Summary,
}

impl Printout {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::PackingSlip, Self::Summary];

    /// Returns its name in an address.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::PackingSlip => "packing-slip",
            Self::Summary => "summary",
        }
    }

    /// Finds the one of a name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|printout| printout.name() == name)
    }
}

//! A part of a line.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{MAX_ID, Quantity};

/// A quantity of one line: as a parcel holds it, or a refund pays it back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LineQuantity {
    /// The [`Line::id`](super::Line::id).
    #[schemars(length(min = 1, max = MAX_ID))]
    pub line: String,
    /// The quantity.
    pub quantity: Quantity,
}

//! A part of a line.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{MAX_ID, Quantity};

/// So many of one line: what a parcel holds of it, what a refund pays back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Portion {
    /// The [`Line::id`](super::Line::id).
    #[schemars(length(min = 1, max = MAX_ID))]
    pub line: String,
    /// How many of it.
    pub quantity: Quantity,
}

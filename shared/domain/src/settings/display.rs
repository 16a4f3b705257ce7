//! What the status page shows.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the status page shows: everything that the shop tells, but what is named here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Display {
    /// The parts that nobody sees.
    pub hidden: BTreeSet<Part>,
}

/// A part of the status page.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// How far the order is, step by step.
    Steps,
    /// The items.
    Items,
    /// The items' pictures.
    Pictures,
    /// The parcels.
    Parcels,
    /// How a promised day was moved, and what it rests on.
    Promises,
    /// What happened.
    History,
    /// The shop's own words: to this customer, and to all of them.
    Message,
    /// How to reach the shop, and its other links.
    Contact,
    /// The day of delivery for a calendar.
    Calendar,
    /// What the items cost, and the order, and whatever else is counted in
    /// money. Mails say nothing of it either.
    Prices,
    /// Whether and how it was paid.
    Payment,
    /// Where it goes, and who pays.
    Addresses,
    /// The papers.
    Documents,
    /// The mails that were sent.
    Mails,
    /// The link to order the same again.
    Reorder,
}

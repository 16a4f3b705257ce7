//! The parts of the status page that are shown.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The parts of the status page that are shown: all that the shop tells, except
/// those named here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Display {
    /// The parts that are hidden from everybody.
    pub hidden: BTreeSet<Part>,
}

/// A part of the status page.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The order's progress, step by step.
    Steps,
    /// The items.
    Items,
    /// The items' pictures.
    Pictures,
    /// The parcels.
    Parcels,
    /// The way in which a promised day was moved, and its source.
    Promises,
    /// The order's history.
    History,
    /// The shop's own words: to this customer, and to all of them.
    Message,
    /// The ways to reach the shop, and its other links.
    Contact,
    /// The day of delivery for a calendar.
    Calendar,
    /// The prices of the items and of the order, and whatever else is counted
    /// in money. Mails do not show them either.
    Prices,
    /// The payment: whether and how it was made.
    Payment,
    /// The addresses of where it goes, and of who pays.
    Addresses,
    /// The papers.
    Documents,
    /// The mails that were sent.
    Mails,
    /// The link to order the same again.
    Reorder,
}

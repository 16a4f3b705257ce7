//! What the merchant decides: one document per shop, in versions.
//!
//! | module | holds |
//! |---|---|
//! | `rule` | which change mails whom |
//! | `status` | what a shop's own status codes mean |
//! | `template` | the shop's own words in a mail |
//! | `hours` | times of the day |
//! | `departure` | when a mail may leave |
//! | `check` | what the types alone don't say |
//! | `versions` | how the document is kept, so that no writer overwrites another unseen |

mod check;
mod departure;
mod hours;
mod rule;
#[cfg(test)]
mod simulation;
mod status;
mod template;
#[cfg(test)]
mod tests;
mod versions;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::changes::{Change, ChangeKind};
use crate::order::Order;

pub use departure::{Departure, departure};
pub use hours::{ClockTime, QuietHours};
pub use rule::{Condition, KINDS, Rule, Tell};
pub use status::{BUILT_IN, StatusRule};
pub use template::Template;
pub use versions::{Current, NotWritten, current, refreshed, write};

/// The longest settle window, in seconds: a day.
pub const MAX_SETTLE_SECONDS: u32 = 86_400;

/// What the merchant decides about a shop. What is not said has its default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Which change mails whom. A kind that is not listed has its default rule.
    #[schemars(extend("propertyNames" = { "enum": KINDS }))]
    pub rules: BTreeMap<ChangeKind, Rule>,
    /// What the shop's own status codes mean.
    #[schemars(length(max = 100))]
    pub statuses: Vec<StatusRule>,
    /// The shop's own words in mails, by name.
    #[schemars(length(max = 100))]
    pub templates: Vec<Template>,
    /// How long changes gather before they are told, in seconds, counted from
    /// the first. What moves and moves back meanwhile is not told.
    #[schemars(range(max = 86400))]
    pub settle_seconds: u32,
    /// Tell everything once a day, at this hour (0 to 23) of the shop's clock.
    #[schemars(range(max = 23))]
    pub digest_hour: Option<u8>,
    /// Nothing leaves before it is released.
    pub hold: bool,
    /// When nobody is mailed, by the shop's clock.
    pub quiet_hours: Option<QuietHours>,
    /// Whether an order whose packing slip was printed counts as picked.
    pub printing_implies_picked: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            rules: BTreeMap::new(),
            statuses: Vec::new(),
            templates: Vec::new(),
            settle_seconds: 120,
            digest_hour: None,
            hold: false,
            quiet_hours: None,
            printing_implies_picked: false,
        }
    }
}

impl Settings {
    /// The rule for a kind of change: the merchant's, or the default.
    #[must_use]
    pub fn rule(&self, kind: ChangeKind) -> Rule {
        let rule = self.rules.get(&kind).cloned();
        rule.unwrap_or_else(|| Rule::default_for(kind))
    }

    /// The same, with the rule for every kind written out.
    #[must_use]
    pub fn in_full(&self) -> Self {
        let rules = KINDS.map(|kind| (kind, self.rule(kind)));
        Self {
            rules: rules.into_iter().collect(),
            ..self.clone()
        }
    }

    /// What the merchant decided about a status code.
    #[must_use]
    pub fn status(&self, code: &str) -> Option<&StatusRule> {
        self.statuses.iter().find(|status| status.code == code)
    }

    /// The template of this name in the language of a locale, else the one
    /// that serves every language.
    #[must_use]
    pub fn template(&self, name: &str, locale: &str) -> Option<&Template> {
        let of = |wanted: fn(&Template, &str) -> bool| {
            let mut named = self.templates.iter().filter(|one| one.name == name);
            named.find(|one| wanted(one, locale))
        };
        of(Template::is_in).or_else(|| of(|one, _| one.language.is_none()))
    }

    /// A change as the merchant reads it.
    pub(crate) fn apply_to_change(&self, change: &mut Change) {
        let statuses = match change {
            Change::StatusChanged { from, to } => [Some(from), Some(to)],
            Change::Cancelled { from } => [Some(from), None],
            Change::Placed
            | Change::LinesCancelled { .. }
            | Change::Invoiced { .. }
            | Change::Credited { .. }
            | Change::PackingSlipPrinted
            | Change::Picked
            | Change::TrackingEntered { .. }
            | Change::PartDelivered { .. }
            | Change::Delivered { .. }
            | Change::DeliveryCorrected { .. }
            | Change::ExpectedDateChanged { .. }
            | Change::BackInStock { .. }
            | Change::Returned { .. }
            | Change::Refunded { .. }
            | Change::Removed
            | Change::Restored => [None, None],
        };
        for status in statuses.into_iter().flatten() {
            if let Some(rule) = self.status(&status.code) {
                rule.apply(status);
            }
        }
    }

    /// An order as the merchant reads it: their statuses' meanings and words,
    /// and what printing implies.
    pub fn apply(&self, order: &mut Order) {
        if let Some(rule) = self.status(&order.status.code) {
            rule.apply(&mut order.status);
        }
        order.picked |= self.printing_implies_picked && order.has_packing_slip();
    }
}

//! What a link shows, and for how long.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::check::ensure;
use crate::order::Flaw;
use crate::time::{Duration, Timestamp};

/// The most days that access can be counted in: ten years.
pub const MAX_DAYS: u16 = 3650;

/// What a customer's link shows, and for how long. By default everything, for ever.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Access {
    /// What is asked for before a link shows prices, addresses and papers.
    /// Without it, the link alone shows them.
    pub second_step: Option<SecondStep>,
    /// How many days after the order's last change its links end.
    #[schemars(range(min = 1, max = MAX_DAYS))]
    pub link_ends_after_days: Option<u16>,
}

/// What is asked for before a link shows everything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SecondStep {
    /// For how many days after the order was placed the link alone is enough.
    #[serde(default)]
    #[schemars(range(max = MAX_DAYS))]
    pub after_days: u16,
    /// What does; any of them.
    #[schemars(length(min = 1, max = 3))]
    pub by: Vec<Way>,
}

/// How somebody shows that an order is theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// They know the postcode of its delivery or billing address.
    Postcode,
    /// They know its email address.
    Email,
    /// They read a code that was mailed to its email address.
    Code,
}

impl Access {
    /// The second step that an order of this age asks for.
    #[must_use]
    pub fn second_step(&self, placed_at: Timestamp, now: Timestamp) -> Option<&SecondStep> {
        let step = self.second_step.as_ref()?;
        let from = placed_at + Duration::days(step.after_days.into());
        (now >= from).then_some(step)
    }

    /// Whether the links of an order that last changed then have ended.
    #[must_use]
    pub fn has_ended(&self, changed_at: Timestamp, now: Timestamp) -> bool {
        let days = self.link_ends_after_days.map(i64::from);
        days.is_some_and(|days| now >= changed_at + Duration::days(days))
    }

    pub(super) fn check(&self) -> Result<(), Flaw> {
        if let Some(step) = &self.second_step {
            ensure(
                "access.second_step.after_days",
                step.after_days <= MAX_DAYS,
                || format!("must be from 0 to {MAX_DAYS}"),
            )?;
            let by = &step.by;
            ensure("access.second_step.by", !by.is_empty(), || {
                "must name a way: for no second step, set second_step to null".to_owned()
            })?;
            let mut ways = by.iter().enumerate();
            let is_once = ways.all(|(index, way)| !by.iter().take(index).any(|one| one == way));
            ensure("access.second_step.by", is_once, || {
                "must name each way once".to_owned()
            })?;
        }
        ensure(
            "access.link_ends_after_days",
            self.link_ends_after_days
                .is_none_or(|days| (1..=MAX_DAYS).contains(&days)),
            || format!("must be from 1 to {MAX_DAYS}, or null"),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_second_step_begins_and_links_end_on_their_day() {
        let access = Access {
            second_step: Some(SecondStep {
                after_days: 2,
                by: vec![Way::Postcode],
            }),
            link_ends_after_days: Some(30),
        };
        let placed = at("2026-06-01T08:00:00Z");
        let asks = |now| access.second_step(placed, at(now)).is_some();
        assert!(!asks("2026-06-03T07:59:59Z") && asks("2026-06-03T08:00:00Z"));
        let ended = |now| access.has_ended(placed, at(now));
        assert!(!ended("2026-07-01T07:59:59Z") && ended("2026-07-01T08:00:00Z"));
        let default = Access::default();
        assert_eq!(
            default.second_step(placed, at("2036-06-01T08:00:00Z")),
            None
        );
        assert!(!default.has_ended(placed, at("2036-06-01T08:00:00Z")));
    }

    #[test]
    fn what_it_cannot_be_is_named() {
        let flaw = |json: &str| {
            let access: Access = serde_json::from_str(json).unwrap();
            access.check().unwrap_err().to_string()
        };
        for (json, expected) in [
            (
                r#"{"link_ends_after_days":0}"#,
                "access.link_ends_after_days: must be from 1",
            ),
            (
                r#"{"second_step":{"by":[]}}"#,
                "access.second_step.by: must name a way",
            ),
            (
                r#"{"second_step":{"by":["code","code"]}}"#,
                "access.second_step.by: must name each way once",
            ),
            (
                r#"{"second_step":{"after_days":3651,"by":["code"]}}"#,
                "access.second_step.after_days: must be from 0 to 3650",
            ),
        ] {
            assert!(flaw(json).starts_with(expected), "{json}");
        }
    }
}

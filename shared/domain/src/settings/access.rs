//! The content that a link shows, and the time for which it does.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::check::{FieldError, ensure};
use crate::time::{Duration, Timestamp};

/// The most days that access can be set to: ten years.
pub const MAX_DAYS: u16 = 3650;

/// The content that a customer's link shows, the time for which it does, and
/// the ways to find it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Access {
    /// The proof that is asked for before a link shows prices, addresses and
    /// papers. Without it, the link alone shows them.
    pub second_step: Option<SecondStep>,
    /// The number of days after the order's last change at which its links end.
    #[schemars(range(min = 1, max = MAX_DAYS))]
    pub link_ends_after_days: Option<u16>,
    /// The facts that find an order, beside its number: any of them. An email address
    /// can be guessed only by somebody who knows it; a postcode, by anybody who tries.
    #[schemars(length(min = 1), extend("uniqueItems" = true, "items" = { "enum": FINDS }))]
    pub find_by: Vec<Verification>,
}

/// The ways that can find an order: a code would have to be mailed first.
const FINDS: [Verification; 2] = [Verification::Email, Verification::Postcode];

impl Default for Access {
    fn default() -> Self {
        Self {
            // Whoever has an old mail, or a copy of one, reads the address in it, so
            // that is not an answer. One of these two exists wherever mails can go.
            second_step: Some(SecondStep {
                after_days: 30,
                by: vec![Verification::Postcode, Verification::Code],
            }),
            link_ends_after_days: None,
            find_by: vec![Verification::Email],
        }
    }
}

/// The proof that is asked for before a link shows everything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SecondStep {
    /// The number of days after the order's last change for which the link alone is enough.
    #[serde(default)]
    #[schemars(range(max = MAX_DAYS))]
    pub after_days: u16,
    /// The ways that suffice after that; any of them.
    #[schemars(length(min = 1), extend("uniqueItems" = true))]
    pub by: Vec<Verification>,
}

/// The way in which somebody shows that an order is theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verification {
    /// They know the postcode of its delivery or billing address.
    Postcode,
    /// They know its email address.
    Email,
    /// They read a code that was mailed to its email address.
    Code,
}

impl Access {
    /// Returns the second step that is asked for, if the order last changed then.
    #[must_use]
    pub fn second_step(&self, changed_at: Timestamp, now: Timestamp) -> Option<&SecondStep> {
        let step = self.second_step.as_ref()?;
        let from = changed_at + Duration::days(step.after_days.into());
        (now >= from).then_some(step)
    }

    /// Tells whether the links of an order that last changed then have ended.
    #[must_use]
    pub fn has_ended(&self, changed_at: Timestamp, now: Timestamp) -> bool {
        let days = self.link_ends_after_days.map(i64::from);
        days.is_some_and(|days| now >= changed_at + Duration::days(days))
    }

    pub(super) fn check(&self) -> Result<(), FieldError> {
        if let Some(step) = &self.second_step {
            ensure(
                "access.second_step.after_days",
                step.after_days <= MAX_DAYS,
                || format!("must be from 0 to {MAX_DAYS}"),
            )?;
            ensure("access.second_step.by", !step.by.is_empty(), || {
                "must name a way: for no second step, set second_step to null".to_owned()
            })?;
            once("access.second_step.by", &step.by)?;
        }
        let find_by = &self.find_by;
        let can_find = !find_by.is_empty() && find_by.iter().all(|way| FINDS.contains(way));
        ensure("access.find_by", can_find, || {
            "must name email, postcode or both".to_owned()
        })?;
        once("access.find_by", find_by)?;
        ensure(
            "access.link_ends_after_days",
            self.link_ends_after_days
                .is_none_or(|days| (1..=MAX_DAYS).contains(&days)),
            || format!("must be from 1 to {MAX_DAYS}, or null"),
        )
    }
}

fn once(path: &str, ways: &[Verification]) -> Result<(), FieldError> {
    let mut all = ways.iter().enumerate();
    let is_once = all.all(|(index, way)| !ways.iter().take(index).any(|one| one == way));
    ensure(path, is_once, || "must name each way once".to_owned())
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
                by: vec![Verification::Postcode],
            }),
            link_ends_after_days: Some(30),
            ..Access::default()
        };
        let changed = at("2026-06-01T08:00:00Z");
        let asks = |now| access.second_step(changed, at(now)).is_some();
        assert!(!asks("2026-06-03T07:59:59Z") && asks("2026-06-03T08:00:00Z"));
        let ended = |now| access.has_ended(changed, at(now));
        assert!(!ended("2026-07-01T07:59:59Z") && ended("2026-07-01T08:00:00Z"));
    }

    #[test]
    fn who_decides_nothing_asks_for_a_second_step_after_thirty_days() {
        let default: Access = serde_json::from_str("{}").unwrap();
        assert_eq!(default, Access::default());
        default.check().unwrap();
        let changed = at("2026-06-01T08:00:00Z");
        let asked = |now| default.second_step(changed, at(now));
        assert_eq!(asked("2026-07-01T07:59:59Z"), None);
        let step = asked("2026-07-01T08:00:00Z").unwrap();
        // Any order that has an address for mails can be proved; and a fact
        // that stands in every mail is not an answer.
        assert_eq!(step.by, [Verification::Postcode, Verification::Code]);
        assert_eq!(default.find_by, [Verification::Email]);
        assert!(!default.has_ended(changed, at("2036-06-01T08:00:00Z")));
        let none: Access = serde_json::from_str(r#"{"second_step":null}"#).unwrap();
        assert_eq!(none.second_step(changed, at("2036-06-01T08:00:00Z")), None);
    }

    #[test]
    fn what_it_cannot_be_is_named() {
        let field_error = |json: &str| {
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
            (
                r#"{"find_by":[]}"#,
                "access.find_by: must name email, postcode or both",
            ),
            (
                r#"{"find_by":["email","code"]}"#,
                "access.find_by: must name email, postcode or both",
            ),
            (
                r#"{"find_by":["email","email"]}"#,
                "access.find_by: must name each way once",
            ),
        ] {
            assert!(field_error(json).starts_with(expected), "{json}");
        }
    }
}

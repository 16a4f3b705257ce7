//! Moments, and the time between them.
//!
//! Every [`Timestamp`] and [`Date`] can be written, shown in every zone and
//! calculated with, whatever anybody sent: a moment beyond their calendar
//! becomes its nearest end. Whether a date is plausible at all is another
//! question, for the code that takes it in: [`Timestamp::is_likely`].

use std::fmt;
use std::ops::{Add, AddAssign, RangeInclusive};
use std::str::FromStr;
use std::time::SystemTime;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, UtcOffset};

pub use time::Duration;

/// The years in which an order's dates can lie. Others are an ERP's way to say
/// "no date", or seconds taken for milliseconds.
const LIKELY_YEARS: RangeInclusive<i32> = 1970..=2200;

/// The beginning of the year 2, in seconds since 1970.
const FIRST_SECOND: i64 = -62_104_060_800;
/// The last second of the year 9998.
const LAST_SECOND: i64 = 253_370_764_799;

/// A moment of the years 2 to 9998, so that the year has four digits in every
/// zone. It is written as RFC 3339 in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(OffsetDateTime);

/// A day of the years 0 to 9999, written as `2026-11-27` (ISO 8601).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(time::Date);

/// The error for a text that is not a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a day, such as 2026-11-27")]
pub struct DateError;

impl Date {
    /// Returns the day for the `time` crate.
    #[must_use]
    pub const fn calendar(self) -> time::Date {
        self.0
    }

    /// Tells whether an order can mean this day: it lies in the years 1970 to 2200.
    #[must_use]
    pub fn is_likely(self) -> bool {
        LIKELY_YEARS.contains(&self.0.year())
    }
}

impl From<time::Date> for Date {
    fn from(day: time::Date) -> Self {
        // The calendar of the `time` crate begins long before the year 0.
        let first = time::Date::from_ordinal_date(0, 1);
        Self(first.map_or(day, |first| day.max(first)))
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let mut parts = text.splitn(3, '-');
        let mut part = |digits: usize| {
            let part = parts.next().filter(|part| part.len() == digits)?;
            let plain = part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse::<u16>().ok().filter(|_| plain)
        };
        let (year, month, day) = (part(4), part(2), part(2));
        let date = || {
            let month = time::Month::try_from(u8::try_from(month?).ok()?).ok()?;
            time::Date::from_calendar_date(i32::from(year?), month, u8::try_from(day?).ok()?).ok()
        };
        date().map(Self).ok_or(DateError)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.0.to_calendar_date();
        write!(f, "{year:04}-{:02}-{day:02}", u8::from(month))
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        std::borrow::Cow::<str>::deserialize(deserializer)?
            .parse()
            .map_err(D::Error::custom)
    }
}

impl JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date" })
    }
}

/// The error for a text that is not a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a date and time with its offset (RFC 3339), such as 2026-06-06T17:18:38Z")]
pub struct TimestampError;

impl Timestamp {
    /// The beginning of 1970.
    pub const UNIX_EPOCH: Self = Self(OffsetDateTime::UNIX_EPOCH);

    /// The first moment.
    pub const MIN: Self = Self::at_second(FIRST_SECOND);

    /// The last moment.
    pub const MAX: Self = Self::at_second(LAST_SECOND);

    /// Returns the time now, by this machine's clock; the beginning of 1970 if
    /// it is set before that.
    #[must_use]
    pub fn now() -> Self {
        let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        let since = since.unwrap_or_default();
        Self::UNIX_EPOCH + Duration::try_from(since).unwrap_or(Duration::MAX)
    }

    /// Makes the moment so many seconds after the beginning of 1970; none beyond the calendar.
    #[must_use]
    pub fn from_second(seconds: i64) -> Option<Self> {
        let is_held = (FIRST_SECOND..=LAST_SECOND).contains(&seconds);
        is_held.then(|| Self::at_second(seconds))
    }

    const fn at_second(seconds: i64) -> Self {
        match OffsetDateTime::from_unix_timestamp(seconds) {
            Ok(moment) => Self(moment),
            Err(_) => Self::UNIX_EPOCH,
        }
    }

    /// Tells whether an order can mean this moment: it lies in the years 1970 to 2200.
    #[must_use]
    pub fn is_likely(self) -> bool {
        LIKELY_YEARS.contains(&self.0.year())
    }

    /// Returns the moment, if an order can mean it: an implausible date counts
    /// as not told.
    #[must_use]
    pub fn likely(self) -> Option<Self> {
        self.is_likely().then_some(self)
    }

    /// Returns the whole seconds since the beginning of 1970.
    #[must_use]
    pub const fn as_second(self) -> i64 {
        self.0.unix_timestamp()
    }

    /// Returns the time from `other` to this moment; negative if this is before it.
    #[must_use]
    pub fn duration_since(self, other: Self) -> Duration {
        self.0 - other.0
    }

    /// Returns the moment for the `time` crate, in UTC.
    #[must_use]
    pub const fn utc(self) -> OffsetDateTime {
        self.0
    }
}

/// Stops at the ends of the calendar.
impl From<OffsetDateTime> for Timestamp {
    fn from(moment: OffsetDateTime) -> Self {
        // At the very ends, a moment with an offset may not have a UTC form
        // that the `time` crate could hold. It can be compared all the same.
        let clamped = moment.clamp(Self::MIN.0, Self::MAX.0);
        let utc = clamped.checked_to_offset(UtcOffset::UTC);
        Self(utc.unwrap_or(OffsetDateTime::UNIX_EPOCH))
    }
}

/// Stops at the ends of the calendar.
impl Add<Duration> for Timestamp {
    type Output = Self;

    fn add(self, duration: Duration) -> Self {
        Self::from(self.0.saturating_add(duration))
    }
}

impl AddAssign<Duration> for Timestamp {
    fn add_assign(&mut self, duration: Duration) {
        *self = *self + duration;
    }
}

/// Stops at the ends of the calendar, so that no record is unreadable because
/// of a date that it holds.
impl FromStr for Timestamp {
    type Err = TimestampError;

    fn from_str(text: &str) -> Result<Self, TimestampError> {
        let moment = OffsetDateTime::parse(text.trim(), &Rfc3339);
        moment.map(Self::from).map_err(|_| TimestampError)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Years of four digits can all be written (RFC 3339).
        f.write_str(&self.0.format(&Rfc3339).unwrap_or_default())
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        std::borrow::Cow::<str>::deserialize(deserializer)?
            .parse()
            .map_err(D::Error::custom)
    }
}

impl JsonSchema for Timestamp {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Timestamp".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date-time" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_the_same_at_any_offset() {
        let at: Timestamp = "2026-06-06T17:18:38Z".parse().unwrap();
        for same in [
            "2026-06-06T19:18:38+02:00",
            "2026-06-06T12:48:38.000-04:30",
            " 2026-06-06T17:18:38z",
        ] {
            assert_eq!(same.parse(), Ok(at), "{same}");
        }
        assert_eq!(at.to_string(), "2026-06-06T17:18:38Z");
        assert_eq!(
            serde_json::to_string(&at).unwrap(),
            "\"2026-06-06T17:18:38Z\""
        );
        for wrong in [
            "",
            "2026-06-06",
            "2026-06-06T17:18:38",
            "2026-02-30T00:00:00Z",
            "now",
        ] {
            assert!(wrong.parse::<Timestamp>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_day_is_written_in_one_way() {
        let day: Date = "2028-02-29".parse().unwrap();
        assert_eq!(day.to_string(), "2028-02-29");
        for wrong in [
            "",
            "2026-02-29",
            "2026-2-1",
            "26-02-01",
            "2026-02-01T00:00:00Z",
            "2026-+1-01",
        ] {
            assert!(wrong.parse::<Date>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn time_stops_at_the_ends_of_the_calendar() {
        let (first, last) = (Timestamp::MIN, Timestamp::MAX);
        assert_eq!(first.to_string(), "0002-01-01T00:00:00Z");
        assert_eq!(last.to_string(), "9998-12-31T23:59:59Z");
        for at in [first, last, Timestamp::UNIX_EPOCH] {
            assert_eq!(at + Duration::MAX, last);
            assert_eq!(at + Duration::MIN, first);
            assert_eq!(Timestamp::from(at.utc()), at);
            assert_eq!(at.to_string().parse(), Ok(at));
        }
        assert_eq!(Timestamp::from_second(i64::MAX), None);
        assert_eq!(Timestamp::from_second(i64::MIN), None);
        assert_eq!(Timestamp::from_second(last.as_second() + 1), None);
        assert_eq!(Timestamp::from_second(first.as_second() - 1), None);
        assert_eq!(Timestamp::from_second(first.as_second()), Some(first));
        assert!(last.duration_since(first) > Duration::ZERO);
    }

    #[test]
    fn every_date_that_anybody_writes_can_be_written_again() {
        let hours = ["Z", "+00:00", "+14:00", "-12:00", "+23:59", "-23:59"];
        for (text, nearest) in [
            ("0000-01-01T00:00:00", Timestamp::MIN),
            ("0001-01-01T00:00:00", Timestamp::MIN),
            ("9999-01-01T12:00:00.5", Timestamp::MAX),
            ("9999-12-31T23:59:59", Timestamp::MAX),
        ] {
            for hours in hours {
                let text = format!("{text}{hours}");
                let at: Timestamp = text.parse().unwrap();
                assert!(!at.is_likely(), "{text}");
                let stored = serde_json::to_string(&at).unwrap();
                assert_eq!(serde_json::from_str::<Timestamp>(&stored).unwrap(), at);
                // The year 9999 in one zone may be the year 9998 in another.
                assert!(
                    at == nearest || text.starts_with("9999-01-01"),
                    "{text}: {at}"
                );
            }
        }
    }

    #[test]
    fn a_likely_date_lies_between_1970_and_2200() {
        let is_likely = |text: &str| text.parse::<Timestamp>().unwrap().is_likely();
        assert!(is_likely("1970-01-01T00:00:00Z") && is_likely("2200-12-31T23:59:59Z"));
        assert!(!is_likely("1969-12-31T23:59:59Z") && !is_likely("2201-01-01T00:00:00Z"));
        let is_likely = |text: &str| text.parse::<Date>().unwrap().is_likely();
        assert!(is_likely("1970-01-01") && is_likely("2200-12-31"));
        assert!(!is_likely("1969-12-31") && !is_likely("2201-01-01"));
        assert!(!is_likely("0001-01-01") && !is_likely("9999-12-31"));
        let before = time::Date::MIN;
        assert_eq!(Date::from(before).to_string(), "0000-01-01");
    }
}

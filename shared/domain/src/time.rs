//! Moments and how long lies between them.

use std::fmt;
use std::ops::{Add, AddAssign};
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, UtcOffset};

pub use time::Duration;

/// A moment, written as RFC 3339 in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(OffsetDateTime);

/// A day of the calendar, written as `2026-11-27` (ISO 8601).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(time::Date);

/// A text that is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a day, such as 2026-11-27")]
pub struct DateError;

impl Date {
    /// The day for the `time` crate.
    #[must_use]
    pub const fn calendar(self) -> time::Date {
        self.0
    }
}

impl From<time::Date> for Date {
    fn from(day: time::Date) -> Self {
        Self(day)
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

/// A text that is no moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a date and time with its offset (RFC 3339), such as 2026-06-06T17:18:38Z")]
pub struct TimestampError;

impl Timestamp {
    /// The beginning of 1970.
    pub const UNIX_EPOCH: Self = Self(OffsetDateTime::UNIX_EPOCH);

    /// Now, by this machine's clock.
    #[must_use]
    pub fn now() -> Self {
        Self(OffsetDateTime::now_utc())
    }

    /// So many seconds after the beginning of 1970, within the years -9999 to 9999.
    #[must_use]
    pub fn from_second(seconds: i64) -> Option<Self> {
        OffsetDateTime::from_unix_timestamp(seconds).ok().map(Self)
    }

    /// Whole seconds since the beginning of 1970.
    #[must_use]
    pub const fn as_second(self) -> i64 {
        self.0.unix_timestamp()
    }

    /// How long after `other` this is; negative if it is before.
    #[must_use]
    pub fn duration_since(self, other: Self) -> Duration {
        self.0 - other.0
    }

    /// The moment for the `time` crate, in UTC.
    #[must_use]
    pub const fn utc(self) -> OffsetDateTime {
        self.0
    }
}

impl From<OffsetDateTime> for Timestamp {
    fn from(moment: OffsetDateTime) -> Self {
        // At the very ends of the calendar an offset may have no UTC.
        Self(
            moment
                .checked_to_offset(UtcOffset::UTC)
                .unwrap_or(OffsetDateTime::UNIX_EPOCH),
        )
    }
}

/// Stops at the end of the calendar.
impl Add<Duration> for Timestamp {
    type Output = Self;

    fn add(self, duration: Duration) -> Self {
        Self(self.0.saturating_add(duration))
    }
}

impl AddAssign<Duration> for Timestamp {
    fn add_assign(&mut self, duration: Duration) {
        *self = *self + duration;
    }
}

impl FromStr for Timestamp {
    type Err = TimestampError;

    fn from_str(text: &str) -> Result<Self, TimestampError> {
        let moment = OffsetDateTime::parse(text.trim(), &Rfc3339).map_err(|_| TimestampError)?;
        moment
            .checked_to_offset(UtcOffset::UTC)
            .map(Self)
            .ok_or(TimestampError)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.format(&Rfc3339).map_err(|_| fmt::Error)?)
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
    fn time_stops_at_the_end_of_the_calendar() {
        let end: Timestamp = "9999-12-31T23:59:59Z".parse().unwrap();
        assert!(end + Duration::MAX >= end);
        assert!("9999-12-31T23:59:59-12:00".parse::<Timestamp>().is_err());
    }
}

//! Moments, and the time between them.
//!
//! Every [`Timestamp`] and [`Date`] can be written, shown in every zone and
//! calculated with, whatever anybody sent: a moment beyond their calendar
//! becomes its nearest end. Whether a date is plausible at all is another
//! question, for the code that takes it in: [`Timestamp::is_likely`].

pub mod protocol;
pub mod zone;

use std::fmt;
use std::ops::{Add, AddAssign, RangeInclusive};
use std::str::FromStr;

use jiff::civil::DateTime;
use jiff::fmt::temporal::Pieces;
use jiff::tz::Offset;
use jiff::{SignedDuration, civil};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

pub use time::Duration;

/// The years in which an order's dates can lie. Others are an ERP's way to say
/// "no date", or seconds taken for milliseconds.
const LIKELY_YEARS: RangeInclusive<i16> = 1970..=2200;

/// A moment of the years 2 to 9998, so that the year has four digits in every
/// zone. It is written as RFC 3339 in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(jiff::Timestamp);

/// A day of the years 0 to 9999, written as `2026-11-27` (ISO 8601).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

/// The error for a text that is not a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a day, such as 2026-11-27")]
pub struct DateError;

impl Date {
    /// Returns the day for the `jiff` crate.
    #[must_use]
    pub const fn calendar(self) -> civil::Date {
        self.0
    }

    /// Tells whether an order can mean this day: it lies in the years 1970 to 2200.
    #[must_use]
    pub fn is_likely(self) -> bool {
        LIKELY_YEARS.contains(&self.0.year())
    }
}

impl Date {
    /// Returns the day that is so many days before it; the first of the calendar at least.
    #[must_use]
    pub fn before(self, days: i64) -> Self {
        let hours = SignedDuration::try_from_hours(days.saturating_mul(24));
        Self::from(self.0.saturating_sub(hours.unwrap_or(SignedDuration::MAX)))
    }
}

/// Begins with the year 0.
impl From<civil::Date> for Date {
    fn from(day: civil::Date) -> Self {
        Self(day.max(civil::Date::ZERO))
    }
}

/// Takes a day in the one form in which it is written.
impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let day: civil::Date = text.parse().map_err(|_| DateError)?;
        let is_plain = day >= civil::Date::ZERO && day.to_string() == text;
        is_plain.then_some(Self(day)).ok_or(DateError)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
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
    pub const UNIX_EPOCH: Self = Self(jiff::Timestamp::UNIX_EPOCH);

    /// The first moment: the beginning of the year 2.
    pub const MIN: Self = Self(jiff::Timestamp::constant(-62_104_060_800, 0));

    /// The last moment: the last second of the year 9998.
    pub const MAX: Self = Self(jiff::Timestamp::constant(253_370_764_799, 0));

    /// Returns the time now, by this machine's clock; the beginning of 1970 if
    /// it is set before that.
    #[must_use]
    pub fn now() -> Self {
        let now = jiff::Timestamp::try_from(std::time::SystemTime::now());
        now.map_or(Self::UNIX_EPOCH, |now| {
            Self::from(now).max(Self::UNIX_EPOCH)
        })
    }

    /// Makes the moment so many seconds after the beginning of 1970; none beyond the calendar.
    #[must_use]
    pub fn from_second(seconds: i64) -> Option<Self> {
        let at = Self(jiff::Timestamp::from_second(seconds).ok()?);
        (Self::MIN..=Self::MAX).contains(&at).then_some(at)
    }

    /// Returns the end of the calendar that is nearest to a day beyond it.
    pub(crate) fn nearest_end(day: civil::Date) -> Self {
        if day < civil::Date::constant(1970, 1, 1) {
            Self::MIN
        } else {
            Self::MAX
        }
    }

    /// Tells whether an order can mean this moment: it lies in the years 1970 to 2200.
    #[must_use]
    pub fn is_likely(self) -> bool {
        LIKELY_YEARS.contains(&self.utc().year())
    }

    /// Returns the moment, if an order can mean it: an implausible date counts
    /// as not told.
    #[must_use]
    pub fn likely(self) -> Option<Self> {
        self.is_likely().then_some(self)
    }

    /// Returns the whole seconds since the beginning of 1970.
    #[must_use]
    pub fn as_second(self) -> i64 {
        self.0.as_second()
    }

    /// Returns the time from `other` to this moment; negative if this is before it.
    #[must_use]
    pub fn duration_since(self, other: Self) -> Duration {
        let since = self.0.duration_since(other.0);
        Duration::seconds(since.as_secs())
            .saturating_add(Duration::nanoseconds(since.subsec_nanos().into()))
    }

    /// Returns the moment for the `jiff` crate.
    pub(crate) const fn instant(self) -> jiff::Timestamp {
        self.0
    }

    /// Returns the date and the time of the day in UTC.
    #[must_use]
    pub fn utc(self) -> DateTime {
        Offset::UTC.to_datetime(self.0)
    }
}

/// Stops at the ends of the calendar.
impl From<jiff::Timestamp> for Timestamp {
    fn from(moment: jiff::Timestamp) -> Self {
        Self(moment).clamp(Self::MIN, Self::MAX)
    }
}

/// Stops at the ends of the calendar.
impl Add<Duration> for Timestamp {
    type Output = Self;

    fn add(self, duration: Duration) -> Self {
        let end = if duration.is_negative() {
            Self::MIN
        } else {
            Self::MAX
        };
        let seconds = SignedDuration::from_secs(duration.whole_seconds());
        let rest = SignedDuration::from_nanos(duration.subsec_nanoseconds().into());
        let sum = self.0.checked_add(seconds.saturating_add(rest));
        sum.map_or(end, Self::from)
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
        let text = text.trim();
        let shown = is_rfc3339(text).then(|| Pieces::parse(text).ok()).flatten();
        let shown = shown.and_then(|pieces| {
            let local = pieces.date().to_datetime(pieces.time()?);
            Some((local, pieces.to_numeric_offset()?))
        });
        let (local, offset) = shown.ok_or(TimestampError)?;
        let moment = offset.to_timestamp(local);
        Ok(moment.map_or_else(|_| Self::nearest_end(local.date()), Self::from))
    }
}

/// Tells whether a text has the form of RFC 3339 up to its seconds, and no
/// zone's name: `jiff` reads more forms of ISO 8601 than may be sent.
fn is_rfc3339(text: &str) -> bool {
    let form = b"0000-00-00T00:00:00";
    let fits = |(byte, form): (u8, &u8)| match form {
        b'0' => byte.is_ascii_digit(),
        b'T' => matches!(byte, b'T' | b't' | b' '),
        other => byte == *other,
    };
    text.len() > form.len() && text.bytes().zip(form).all(fits) && !text.contains('[')
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
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
            "2026-06-06T17:18Z",
            "20260606T171838Z",
            "-002026-06-06T17:18:38Z",
            "2026-06-06T17:18:38Z[UTC]",
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
            "20260201",
            "-000001-01-01",
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
            assert_eq!(Timestamp::from(at.instant()), at);
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
        let before = civil::Date::MIN;
        assert_eq!(Date::from(before).to_string(), "0000-01-01");
    }
}

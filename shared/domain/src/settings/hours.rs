//! Times of the day.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Time;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// A time as a clock shows it, written as `21:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClockTime(Time);

/// The error for a text that is not a time of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a time of the day, such as 21:30")]
pub struct ClockTimeError;

/// The hours in which nobody is mailed, by the shop's clock. They may go past midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuietHours {
    /// The time when quiet begins.
    pub from: ClockTime,
    /// The time when it ends.
    pub until: ClockTime,
}

impl QuietHours {
    /// Tells whether it is quiet when the clock shows this.
    #[must_use]
    pub fn hold(&self, time: Time) -> bool {
        let (from, until) = (self.from.0, self.until.0);
        if from <= until {
            from <= time && time < until
        } else {
            from <= time || time < until
        }
    }
}

impl ClockTime {
    /// Returns the time for the `jiff` crate.
    #[must_use]
    pub const fn time(self) -> Time {
        self.0
    }
}

/// Returns the time when a clock shows a full hour.
pub(super) fn full_hour(hour: u8) -> Option<Time> {
    Time::new(i8::try_from(hour).ok()?, 0, 0, 0).ok()
}

impl FromStr for ClockTime {
    type Err = ClockTimeError;

    fn from_str(text: &str) -> Result<Self, ClockTimeError> {
        let part = |part: &str| {
            let plain = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse().ok().filter(|_| plain)
        };
        let time = || {
            let (hour, minute) = text.split_once(':')?;
            Time::new(part(hour)?, part(minute)?, 0, 0).ok()
        };
        time().map(Self).ok_or(ClockTimeError)
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0.hour(), self.0.minute())
    }
}

impl Serialize for ClockTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ClockTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        std::borrow::Cow::<str>::deserialize(deserializer)?
            .parse()
            .map_err(D::Error::custom)
    }
}

impl JsonSchema for ClockTime {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ClockTime".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$" })
    }
}

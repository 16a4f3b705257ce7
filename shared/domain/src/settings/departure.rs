//! When a mail may leave.

use time::{PrimitiveDateTime, Time};

use super::Settings;
use crate::time::{Duration, Timestamp};
use crate::zone::TimeZone;

/// When a mail may leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Departure {
    /// At once.
    Now,
    /// Not before.
    At(Timestamp),
}

/// When what changed first at `first` may be told, if it is `now`: once it has
/// settled, at the digest's hour, and outside the quiet hours.
#[must_use]
pub fn departure(
    settings: &Settings,
    timezone: &TimeZone,
    first: Timestamp,
    now: Timestamp,
) -> Departure {
    let mut at = first + Duration::seconds(settings.settle_seconds.into());
    if let Some(time) = settings
        .digest_hour
        .and_then(|hour| Time::from_hms(hour, 0, 0).ok())
    {
        at = next(timezone, at, time);
    }
    if let Some(quiet) = settings.quiet_hours {
        let leaves = at.max(now);
        if quiet.hold(timezone.local(leaves).time()) {
            at = next(timezone, leaves, quiet.until.time());
        }
    }
    if at <= now {
        Departure::Now
    } else {
        Departure::At(at)
    }
}

/// When the region's clocks next show a time, at `from` or after it.
fn next(timezone: &TimeZone, from: Timestamp, time: Time) -> Timestamp {
    let today = timezone.local(from).date();
    let on = |date| timezone.moment(PrimitiveDateTime::new(date, time));
    let at = on(today);
    match today.next_day() {
        Some(tomorrow) if at < from => on(tomorrow),
        _ => at.max(from),
    }
}

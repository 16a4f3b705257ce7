//! The time at which a mail may leave.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Settings;
use super::hours::full_hour;
use crate::time::zone::TimeZone;
use crate::time::{Duration, Timestamp};

/// The time at which a mail may leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Departure {
    /// The mail may leave at once.
    Now,
    /// The mail may not leave before this time.
    At(Timestamp),
}

/// A digest of all that decides when a shop's news may leave. News that wait by
/// a timing that their shop no longer has may be due sooner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timing(u32);

impl Timing {
    /// Returns the timing of a shop, over everything that [`departure`] reads.
    #[must_use]
    pub fn of(shop: &str, settings: &Settings, timezone: &TimeZone) -> Self {
        let Settings {
            settle_seconds,
            digest_hour,
            quiet_hours,
            ..
        } = settings;
        let quiet = quiet_hours.map(|quiet| (quiet.from.time(), quiet.until.time()));
        let zone = timezone.name();
        let all = format!("{shop} {settle_seconds} {digest_hour:?} {quiet:?} {zone}");
        let digest = Sha256::digest(all);
        let digest = digest.iter().take(4);
        Self(digest.fold(0, |number, byte| (number << 8) | u32::from(*byte)))
    }
}

/// Returns when news that began at `first` may be told, if it is `now`: once
/// they have settled, at the digest's hour, and outside the quiet hours.
#[must_use]
pub fn departure(
    settings: &Settings,
    timezone: &TimeZone,
    first: Timestamp,
    now: Timestamp,
) -> Departure {
    let mut at = first + Duration::seconds(settings.settle_seconds.into());
    if let Some(time) = settings.digest_hour.and_then(full_hour) {
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

/// Returns when the region's clocks next show a time, at `from` or after it.
fn next(timezone: &TimeZone, from: Timestamp, time: Time) -> Timestamp {
    let today = timezone.local(from).date();
    let on = |date: Date| timezone.moment(date.to_datetime(time));
    let at = on(today);
    match today.tomorrow() {
        Ok(tomorrow) if at < from => on(tomorrow),
        _ => at.max(from),
    }
}

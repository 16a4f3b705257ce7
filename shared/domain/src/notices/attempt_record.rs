//! The records of how attempts at a notice ended.

use crate::time::{Duration, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::storage::record::Record;

/// The way an attempt ended, and the time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AttemptRecord {
    /// The time when it ended.
    pub at: Timestamp,
    /// The way it ended.
    pub result: AttemptResult,
}

impl Record for AttemptRecord {
    const VERSION: u32 = 1;
}

/// The way an attempt ended. Reasons do not contain addresses, keys or bodies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AttemptResult {
    /// The provider has the mail.
    Accepted {
        /// The provider's id for it.
        id: Option<String>,
    },
    /// The provider will never take it.
    Refused {
        /// The reason.
        reason: String,
    },
    /// It was tried for as long as it may be.
    GivenUp {
        /// The reason that the last attempt failed with.
        reason: String,
    },
    /// The provider does not have it; the next attempt is due.
    TryAgain {
        /// The reason.
        reason: String,
        /// The time when the next attempt may begin.
        due: Timestamp,
    },
    /// The provider may have it; the next attempt is due.
    Unknown {
        /// The reason.
        reason: String,
        /// The time when the next attempt may begin.
        due: Timestamp,
    },
    /// Whoever had claimed the attempt wrote nothing more; the next one is due.
    Lapsed,
    /// The merchant called it back before it was tried, or between two tries.
    Cancelled,
}

impl AttemptResult {
    /// Tells whether the notice ends with it.
    #[must_use]
    pub const fn is_final(&self) -> bool {
        matches!(
            self,
            Self::Accepted { .. } | Self::Refused { .. } | Self::GivenUp { .. } | Self::Cancelled
        )
    }

    /// Returns the time when the next attempt may begin: none for at once.
    #[must_use]
    pub const fn due(&self) -> Option<Timestamp> {
        match self {
            Self::TryAgain { due, .. } | Self::Unknown { due, .. } => Some(*due),
            Self::Accepted { .. }
            | Self::Refused { .. }
            | Self::GivenUp { .. }
            | Self::Lapsed
            | Self::Cancelled => None,
        }
    }
}

/// The time to wait if the account's quota is spent and the provider does not
/// say for how long.
pub(super) const QUOTA: Duration = Duration::hours(1);

/// Returns the time to wait after the attempt number `attempt` (from 1) failed:
/// half a minute, doubled each time up to an hour, and up to a fifth more by
/// chance, so that attempts that failed together do not come back together.
#[must_use]
pub(super) fn delay(attempt: u64, random: u64) -> Duration {
    let doublings = u32::try_from(attempt.saturating_sub(1))
        .unwrap_or(u32::MAX)
        .min(7);
    let seconds = (30_i64 << doublings).min(3600);
    let jitter = i64::try_from(random % 1000).unwrap_or_default() * seconds / 5;
    Duration::seconds(seconds) + Duration::milliseconds(jitter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_grow_up_to_an_hour_and_are_spread() {
        let seconds = |attempt, random| delay(attempt, random).whole_seconds();
        let grown: Vec<i64> = (1..=9).map(|attempt| seconds(attempt, 0)).collect();
        assert_eq!(grown, [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
        assert_eq!(seconds(1, 999), 35);
        assert_eq!(seconds(u64::MAX, 999), 4319);
    }
}

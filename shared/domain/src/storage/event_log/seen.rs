//! The numbers of a log that were seen.

use serde::{Deserialize, Serialize};

use crate::storage::Numbered;
use crate::time::{Duration, Timestamp};

/// The time for which a number whose event is not there is looked for again.
const HOLE_LIFE: Duration = Duration::hours(24);

/// The most numbers that one reading looks for: the rest comes with the next.
const MAX_ARRIVALS: usize = 200;

/// The numbers of a log that were seen, and those among them that had no event:
/// its writer died, or has not written it yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenNumbers {
    through: u64,
    missing: Numbered<Timestamp>,
}

impl SeenNumbers {
    /// Returns the number up to which every number was looked for.
    #[must_use]
    pub const fn through(&self) -> u64 {
        self.through
    }

    /// Lists the numbers that were looked for and were not there.
    pub(crate) fn missing(&self) -> impl Iterator<Item = u64> {
        self.missing.keys().copied()
    }

    /// Lists the numbers to look for: the new ones up to `len`, and those that
    /// were not there before.
    pub(crate) fn wanted(&mut self, len: u64, now: Timestamp) -> Vec<u64> {
        self.missing
            .retain(|_, since| now.duration_since(*since) < HOLE_LIFE);
        let holes = self.missing.iter().rev().map(|(n, _)| *n);
        let holes = holes.take(MAX_ARRIVALS / 2);
        let new = self.through.saturating_add(1)..=len;
        let mut wanted: Vec<u64> = holes.chain(new).take(MAX_ARRIVALS).collect();
        wanted.sort_unstable();
        wanted
    }

    /// Notes which of the wanted numbers were there.
    pub(crate) fn note(&mut self, wanted: &[u64], is_there: impl Fn(u64) -> bool, now: Timestamp) {
        for n in wanted.iter().copied() {
            self.through = self.through.max(n);
            if is_there(n) {
                self.missing.remove(&n);
            } else if !self.missing.contains_key(&n) {
                self.missing.insert(n, now);
            }
        }
    }
}

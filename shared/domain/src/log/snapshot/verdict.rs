//! Verdicts on events: each counts, came late, or repeats another.

use serde::Serialize;

use super::{Snapshot, Version, digest};
use crate::log::{Event, Fact, Said};
use crate::time::Timestamp;

/// The verdict on an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It was the newest word when it came.
    Counts,
    /// It was older than what was already known.
    CameLate,
    /// Another event said the same.
    Repeats {
        /// The number of that event.
        event: u64,
    },
}

impl Snapshot {
    /// Judges an event that says something of the order as a whole.
    pub(crate) fn verdict(&self, n: u64, event: &Event) -> Verdict {
        let at = event.at();
        if let Said::Fact {
            n: number, fact, ..
        } = &event.said
        {
            return self.verdict_on_fact(n, at, number.unwrap_or(n), fact);
        }
        if let Some(said) = event.said.provider_event() {
            return match self.heard(said) {
                Some(event) if event != n => Verdict::Repeats { event },
                Some(_) | None => Verdict::Counts,
            };
        }
        if !event.said.is_version() {
            return Verdict::Counts;
        }
        let digest = event.said.order().map(digest);
        let same = |version: &&Version| {
            digest.is_some() && version.rank.at == at && version.digest == digest
        };
        let own = self.versions.iter().find(|version| version.rank.n == n);
        match own.or_else(|| self.versions.iter().find(same)) {
            Some(version) if version.rank.n != n => Verdict::Repeats {
                event: version.rank.n,
            },
            Some(version) => {
                let mut others = self.versions.iter();
                if others.any(|other| other.rank > version.rank && other.rank.n < n) {
                    Verdict::CameLate
                } else {
                    Verdict::Counts
                }
            }
            // It was let go since, as it did not change anything.
            None => Verdict::Counts,
        }
    }

    fn verdict_on_fact(&self, n: u64, at: Timestamp, number: u64, fact: &Fact) -> Verdict {
        let mut facts = self.facts.iter();
        match facts.find(|told| (told.at, told.n, &told.fact) == (at, number, fact)) {
            Some(told) if told.event != n => Verdict::Repeats { event: told.event },
            Some(_) => Verdict::Counts,
            None => Verdict::CameLate,
        }
    }
}

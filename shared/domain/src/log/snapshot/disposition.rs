//! The disposition of each event: it counts, came late, or repeats another.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Snapshot, Version, digest};
use crate::log::{Event, EventPayload, Fact};
use crate::time::Timestamp;

/// The decision what becomes of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Disposition {
    /// It was the newest statement when it came.
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
    /// Finds the disposition of an event.
    pub(crate) fn disposition(&self, n: u64, event: &Event) -> Disposition {
        let at = event.at();
        if let EventPayload::Fact {
            n: number, fact, ..
        } = &event.payload
        {
            return self.disposition_of_fact(n, at, number.unwrap_or(n), fact);
        }
        if let Some(report) = event.payload.provider_event() {
            return match self.first_report_of(report) {
                Some(event) if event != n => Disposition::Repeats { event },
                Some(_) | None => Disposition::Counts,
            };
        }
        if !event.payload.is_version() {
            return Disposition::Counts;
        }
        let digest = event.payload.order().map(digest);
        let same = |version: &&Version| {
            digest.is_some() && version.rank.at == at && version.digest == digest
        };
        let own = self.versions.iter().find(|version| version.rank.n == n);
        match own.or_else(|| self.versions.iter().find(same)) {
            Some(version) if version.rank.n != n => Disposition::Repeats {
                event: version.rank.n,
            },
            Some(version) => {
                let mut others = self.versions.iter();
                if others.any(|other| other.rank > version.rank && other.rank.n < n) {
                    Disposition::CameLate
                } else {
                    Disposition::Counts
                }
            }
            // It was let go since, as it did not change anything.
            None => Disposition::Counts,
        }
    }

    fn disposition_of_fact(&self, n: u64, at: Timestamp, number: u64, fact: &Fact) -> Disposition {
        let mut facts = self.facts.iter();
        match facts.find(|recorded| (recorded.at, recorded.n, &recorded.fact) == (at, number, fact))
        {
            Some(recorded) if recorded.event != n => Disposition::Repeats {
                event: recorded.event,
            },
            Some(_) => Disposition::Counts,
            None => Disposition::CameLate,
        }
    }
}

//! The parts of a snapshot that count as told, and those that are still to be told.

use serde::{Deserialize, Serialize};

use super::{Rank, Snapshot, Version};
use crate::log::facts::step_of;
use crate::log::{Facts, Via};
use crate::order::StatusFrom;
use crate::time::Timestamp;

/// The events that had been seen at some time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Settled {
    through: u64,
    /// The events among them that were not there then, and may have come since;
    /// and those that counted as told because the order was first seen so: an
    /// event that comes late may show that it was first seen otherwise.
    open: Vec<u64>,
    /// The newest version then.
    newest: Option<u64>,
}

/// An event whose changes are not told by any notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unnotified {
    /// The event's number.
    pub(crate) n: u64,
    /// The place in the order's history.
    step: Rank,
    /// The time when Wismo took it.
    pub(crate) received_at: Timestamp,
    /// The way it came.
    pub(crate) via: Via,
}

impl Snapshot {
    /// Returns the rank of the newest version that counts as told.
    pub(crate) fn quiet_rank(&self, status_from: StatusFrom) -> Option<Rank> {
        let mut versions = self.versions.iter().zip(self.places()).rev();
        let is_quiet = |version: &Version, place: Rank| {
            let n = version.rank.n;
            version.via.is_quiet()
                || self.is_cancelled(n)
                || self.is_silent(place, version.received_at, status_from)
        };
        let quiet =
            versions.find(|(version, place)| is_quiet(version, *place) && !version.is_removal());
        quiet.map(|(version, _)| version.rank)
    }

    /// Returns the facts that count as told.
    pub(crate) fn quiet_facts(&self, status_from: StatusFrom) -> Facts {
        self.facts.only(|recorded| {
            let n = recorded.event;
            recorded.via.is_quiet()
                || self.is_cancelled(n)
                || self.is_silent(step_of(recorded), recorded.received_at, status_from)
        })
    }

    /// Tells whether the merchant cancelled what an event has to tell.
    pub(crate) fn is_cancelled(&self, n: u64) -> bool {
        self.cancelled.is_some_and(|(last, _)| n <= last)
    }

    /// Lists the events beyond a baseline that changed something, unless they are quiet.
    pub(crate) fn unnotified(
        &self,
        known: Option<Rank>,
        facts: &Facts,
        status_from: StatusFrom,
    ) -> Vec<Unnotified> {
        let known_facts = facts.index();
        // A version that was there when a second system's message began the order did not
        // change anything when it came, and is told together with that message.
        let newest = self.newest_rank();
        let begun = self.begun(status_from).map(|begun| begun.place);
        let is_first_word =
            |version: &Version, place: Rank| newest == Some(version.rank) && Some(place) < begun;
        let versions = self
            .versions
            .iter()
            .zip(self.places())
            .filter(|(version, _)| known.is_none_or(|known| known < version.rank))
            .filter(|(version, place)| {
                !version.changes.is_empty() || is_first_word(version, *place)
            })
            .map(|(version, place)| Unnotified {
                step: place,
                n: version.rank.n,
                received_at: version.received_at,
                via: version.via,
            });
        let unknown = self
            .facts
            .iter()
            .filter(|recorded| !known_facts.knows(recorded));
        let facts = unknown.map(|recorded| Unnotified {
            step: step_of(recorded),
            n: recorded.event,
            received_at: recorded.received_at,
            via: recorded.via,
        });
        let mut unnotified: Vec<Unnotified> = versions.chain(facts).collect();
        unnotified.retain(|unnotified| {
            let n = unnotified.n;
            let is_silent = self.is_silent(unnotified.step, unnotified.received_at, status_from);
            let is_told = unnotified.via.is_quiet() || self.is_cancelled(n) || is_silent;
            !is_told && !self.is_settled(unnotified.n)
        });
        unnotified
    }

    /// Tells whether nothing of an event was left to tell when the order was last processed.
    /// An event that has since become the newest, because of late events, is to be told after
    /// all.
    pub(crate) fn is_settled(&self, n: u64) -> bool {
        let settled = &self.settled;
        let newest = self.newest_rank().map(|rank| rank.n);
        let is_new = newest == Some(n) && settled.newest != newest;
        n <= settled.through && !settled.open.contains(&n) && !is_new
    }

    /// Notes that nothing is left to tell of what was seen.
    pub(in crate::log) fn settle(&mut self, status_from: StatusFrom) {
        let versions = self.versions.iter().zip(self.places());
        let versions =
            versions.map(|(version, place)| (version.rank.n, place, version.received_at));
        let facts = self.facts.iter();
        let facts = facts.map(|recorded| (recorded.event, step_of(recorded), recorded.received_at));
        let silent = versions
            .chain(facts)
            .filter(|(_, place, received_at)| self.is_silent(*place, *received_at, status_from));
        let silent = silent.map(|(n, ..)| n);
        self.settled = Settled {
            through: self.seen.through(),
            open: self.seen.missing().chain(silent).collect(),
            newest: self.newest_rank().map(|rank| rank.n),
        };
    }
}

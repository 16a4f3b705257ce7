//! The steps whose changes must be found anew.

use crate::log::snapshot::{Rank, Snapshot};
use crate::time::Timestamp;

/// The steps that have new ones among or before them, so that their changes
/// must be found anew.
#[derive(Default)]
pub(super) struct Anew {
    /// The new versions.
    versions: Vec<Rank>,
    /// The first step, beside those, that is new or stands elsewhere.
    from: Option<Rank>,
}

impl Anew {
    pub(super) fn version(&mut self, rank: Rank) {
        self.versions.push(rank);
    }

    /// Notes a new fact: it counts in all steps after it.
    pub(super) fn fact(&mut self, step: Rank) {
        self.from = Some(self.from.map_or(step, |from| from.min(step)));
    }

    /// Notes that the steps since then stand in another order.
    pub(super) fn moved(&mut self, since: Timestamp) {
        self.fact(Rank { at: since, n: 0 });
    }

    /// Returns the first and the last of these steps; no last if all that follow
    /// are among them. A version counts until the next one takes its place.
    pub(super) fn range(self, snapshot: &Snapshot) -> Option<(Rank, Option<Rank>)> {
        let places = snapshot.places();
        let all = || snapshot.versions.iter().zip(&places);
        let new = all().filter(|(version, _)| self.versions.contains(&version.rank));
        let first = new.clone().map(|(_, place)| *place).min();
        let from = self.from.into_iter().chain(first).min()?;
        let last = new.map(|(version, _)| version.rank).max();
        let mut after = all().filter(|(version, _)| Some(version.rank) > last);
        let next = after.find(|(version, _)| !version.is_removal());
        // Before the order has begun, nothing is a change: if its beginning may
        // have moved, all steps after that are compared.
        let has_begun = snapshot.begun.last().is_some_and(|begun| begun < from);
        let through = next.filter(|_| has_begun && self.from.is_none());
        let through = through.map(|(_, next)| *next);
        Some((from, through))
    }
}

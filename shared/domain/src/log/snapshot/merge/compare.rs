//! Finding what changed with each step.

use super::Merge;
use crate::changes::Change;
use crate::log::RecordedFact;
use crate::log::facts::step_of;
use crate::log::snapshot::steps::Steps;
use crate::log::snapshot::{Beginnings, ByFact, Rank, Version};
use crate::order::StatusFrom;
use crate::time::Timestamp;

/// The most facts that are remembered because they changed something.
const MAX_BY_FACTS: usize = 500;

/// Tells whether a step is among those from one to another.
pub(super) fn is_within(step: Rank, from: Rank, through: Option<Rank>) -> bool {
    from <= step && through.is_none_or(|through| step <= through)
}

impl Merge {
    /// Finds the changes of each step, from one to another.
    pub(super) fn find_changes(&mut self, from: Rank, through: Option<Rank>) {
        let snapshot = &mut self.snapshot;
        snapshot.begun.forget_from(from);
        let mut facts: Vec<&RecordedFact> = snapshot.facts.iter().collect();
        facts.sort_by_key(|recorded| step_of(recorded));
        let (before, after) =
            facts.split_at(facts.partition_point(|recorded| step_of(recorded) < from));
        let mut after = after.iter().peekable();
        let base = snapshot.last_before(from);
        let mut removed = snapshot.was_removed_before(from);
        let mut has_version = base.is_some();
        // The time when the shop first spoke, among all versions before a step.
        let mut earlier: Vec<&Version> = snapshot.before(from).collect();
        earlier.retain(|version| !version.is_removal());
        let mut came = earlier.iter().map(|version| version.received_at).min();
        let base = base.and_then(|rank| self.orders.get(&rank.n));
        let has_begun = snapshot.begun != Beginnings::default();
        let mut steps = Steps::after(base, before.iter().copied(), has_begun);
        let mut by_facts: Vec<(u64, Option<ByFact>)> = Vec::new();
        let mut begun = snapshot.begun.clone();
        let mut note = |steps: &Steps<'_>,
                        step: (Rank, Rank),
                        came: Option<Timestamp>,
                        recorded: Option<&RecordedFact>| {
            let received_at = came.unwrap_or(step.1.at);
            // A fact about an item does not begin an order.
            if recorded.is_some_and(|recorded| recorded.fact.part().is_none()) {
                return;
            }
            for status_from in StatusFrom::BOTH {
                let begun = begun.by_mut(status_from);
                if begun.is_none() {
                    let part = recorded.map(RecordedFact::rank);
                    *begun = steps.begun(step, received_at, part, status_from);
                }
            }
        };
        let places = snapshot.places();
        for (version, place) in snapshot.versions.iter_mut().zip(places) {
            if !is_within(place, from, through) {
                continue;
            }
            while let Some(recorded) = after.next_if(|recorded| step_of(recorded) < place) {
                by_facts.push((recorded.event, ByFact::of(recorded, steps.fact(recorded))));
                note(
                    &steps,
                    (step_of(recorded), step_of(recorded)),
                    came.max(Some(recorded.received_at)),
                    Some(recorded),
                );
            }
            version.changes = match self.orders.get(&version.rank.n) {
                Some(now) => {
                    let restored = removed.then_some(Change::Restored);
                    let changes = steps.version(now);
                    let received_at = version.received_at;
                    came = Some(came.map_or(received_at, |came| came.min(received_at)));
                    note(&steps, (version.rank, place), Some(received_at), None);
                    restored.into_iter().chain(changes).collect()
                }
                None if removed || !has_version => Vec::new(),
                None => vec![Change::Removed],
            };
            removed = version.is_removal();
            has_version |= !removed;
        }
        for recorded in after {
            if !is_within(step_of(recorded), from, through) {
                break;
            }
            by_facts.push((recorded.event, ByFact::of(recorded, steps.fact(recorded))));
            note(
                &steps,
                (step_of(recorded), step_of(recorded)),
                came.max(Some(recorded.received_at)),
                Some(recorded),
            );
        }
        snapshot.begun = begun;
        for (n, by_fact) in by_facts {
            match by_fact {
                Some(by_fact) => snapshot.by_facts.insert(n, by_fact),
                None => snapshot.by_facts.remove(&n),
            };
        }
        while snapshot.by_facts.len() > MAX_BY_FACTS {
            let oldest = snapshot.by_facts.first().map(|(n, _)| *n);
            snapshot.by_facts.remove(&oldest.unwrap_or_default());
        }
    }
}

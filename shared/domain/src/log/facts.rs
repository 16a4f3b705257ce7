//! The set of all facts that were recorded of an order beside its versions.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::fact::Subject;
use super::{Fact, Rank, RecordedFact};
use crate::time::Timestamp;

/// The most facts that are kept after newer ones replaced them: only an order's
/// history shows them.
const MAX_REPLACED: usize = 200;

/// The most parts that are kept before the oldest are put together: they may be large.
const MAX_PARTS: usize = 20;

/// The most things that are known of one order: a stock and a day for each of
/// the most lines that an order has.
const MAX_THINGS: usize = 2000;

/// All facts that were recorded of an order beside its versions, by rank. It is a
/// set: the sequence and the number of times they were recorded do not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Facts(Vec<RecordedFact>);

impl Facts {
    /// Tells whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Lists the facts, by rank.
    pub fn iter(&self) -> impl Iterator<Item = &RecordedFact> {
        self.0.iter()
    }

    /// Takes a fact in. If it was recorded twice, the first event counts.
    pub fn take(&mut self, recorded: RecordedFact) {
        self.put(recorded);
        self.let_go();
    }

    /// Takes a fact in, and returns the facts whose effect changes by that: this one,
    /// and the one that said the same and counted before. Nothing is let go yet.
    pub(super) fn put(&mut self, recorded: RecordedFact) -> Vec<RecordedFact> {
        let place = |other: &RecordedFact| {
            let key = (other.rank(), other.fact.subject());
            key.cmp(&(recorded.rank(), recorded.fact.subject()))
        };
        match self.0.binary_search_by(place) {
            Ok(index) => match self.0.get_mut(index) {
                Some(same) if recorded.event < same.event => {
                    let other = std::mem::replace(same, recorded.clone());
                    vec![recorded, other]
                }
                Some(_) | None => Vec::new(),
            },
            Err(index) => {
                self.0.insert(index, recorded.clone());
                vec![recorded]
            }
        }
    }

    /// Takes in all facts of another set.
    pub fn merge(&mut self, other: &Self) {
        for recorded in &other.0 {
            self.put(recorded.clone());
        }
        self.let_go();
    }

    /// Keeps the set within its bounds: the facts that were replaced longest
    /// ago go first, then the oldest.
    pub(super) fn let_go(&mut self) {
        self.let_parts_go();
        if self.0.len() <= MAX_REPLACED {
            return;
        }
        let replaced = self.replaced();
        let things = replaced.iter().filter(|is_replaced| !**is_replaced).count();
        let mut surplus_replaced = (self.0.len() - things).saturating_sub(MAX_REPLACED);
        let mut surplus_things = things.saturating_sub(MAX_THINGS);
        let mut replaced = replaced.into_iter();
        self.0.retain(|_| {
            let surplus = match replaced.next() {
                Some(false) => &mut surplus_things,
                Some(true) | None => &mut surplus_replaced,
            };
            let keeps = *surplus == 0;
            *surplus = surplus.saturating_sub(1);
            keeps
        });
    }

    /// Lets parts go, if there are many: first those that the next one repeats,
    /// then the oldest, which are put together. An ERP that sends all it knows
    /// every hour must not fill the snapshot.
    fn let_parts_go(&mut self) {
        let part = |recorded: &RecordedFact| recorded.fact.part().is_some();
        let count = self.0.iter().filter(|recorded| part(recorded)).count();
        let mut surplus = count.saturating_sub(MAX_PARTS);
        for puts_together in [false, true] {
            let mut index = 0;
            while surplus > 0 {
                let mut parts =
                    (index..self.0.len()).filter(|index| self.0.get(*index).is_some_and(part));
                let (Some(first), Some(next)) = (parts.next(), parts.next()) else {
                    break;
                };
                index = first + 1;
                if self.goes_into_next(first, next, puts_together) {
                    surplus -= 1;
                    index = first;
                }
            }
        }
    }

    /// Lets a part go if the next one says all of it, or can be made to.
    fn goes_into_next(&mut self, first: usize, next: usize, puts_together: bool) -> bool {
        let part = |index: usize| self.0.get(index).and_then(|recorded| recorded.fact.part());
        let (Some(earlier), Some(later)) = (part(first), part(next)) else {
            return false;
        };
        if !later.says(earlier) {
            if !puts_together {
                return false;
            }
            let mut whole = later.clone();
            whole.fill_from(earlier);
            if let Some(recorded) = self.0.get_mut(next) {
                recorded.fact = Fact::Part(Box::new(whole));
            }
        }
        self.0.remove(first);
        true
    }

    /// Tells for each fact whether a newer one is about the same thing. A part
    /// is never replaced: what a later one leaves out still stands.
    fn replaced(&self) -> Vec<bool> {
        let mut later = BTreeSet::new();
        let mut replaced: Vec<bool> = self
            .0
            .iter()
            .rev()
            .map(|recorded| {
                recorded.fact.part().is_none() && !later.insert(recorded.fact.subject())
            })
            .collect();
        replaced.reverse();
        replaced
    }

    /// Returns the facts that count: the newest of each thing.
    #[must_use]
    pub fn newest(&self) -> Self {
        let all = self.0.iter().zip(self.replaced());
        let newest = all.filter(|(_, is_replaced)| !is_replaced);
        Self(newest.map(|(recorded, _)| recorded.clone()).collect())
    }

    /// Returns the facts for which `is_so` is true.
    #[must_use]
    pub fn only(&self, is_so: impl Fn(&RecordedFact) -> bool) -> Self {
        let only = self.0.iter().filter(|recorded| is_so(recorded));
        Self(only.cloned().collect())
    }

    /// Tells whether a fact is among these, or a newer one about the same thing.
    #[must_use]
    pub fn knows(&self, recorded: &RecordedFact) -> bool {
        self.index().knows(recorded)
    }

    /// Makes an index, for checking many facts.
    pub(crate) fn index(&self) -> FactIndex<'_> {
        let mut index = FactIndex::default();
        for recorded in &self.0 {
            if recorded.fact.part().is_some() {
                index.parts.insert(recorded.rank());
            } else {
                // In order of rank, so that the last one of each thing stays.
                index
                    .things
                    .insert(recorded.fact.subject(), recorded.rank());
            }
        }
        index
    }
}

/// Returns the place of a fact among the steps of its order's history: it tells
/// something from the moment it came, however late that was.
pub(super) const fn step_of(recorded: &RecordedFact) -> Rank {
    Rank {
        at: recorded.received_at,
        n: recorded.event,
    }
}

/// The knowledge of an order: the newest rank of each thing, and the parts.
#[derive(Default)]
pub(crate) struct FactIndex<'a> {
    things: BTreeMap<Subject<'a>, (Timestamp, u64)>,
    parts: BTreeSet<(Timestamp, u64)>,
}

impl FactIndex<'_> {
    /// Tells whether a fact is known, or a newer one about the same thing.
    pub(crate) fn knows(&self, recorded: &RecordedFact) -> bool {
        if recorded.fact.part().is_none() {
            let known = self.things.get(&recorded.fact.subject());
            return known.is_some_and(|rank| *rank >= recorded.rank());
        }
        self.knows_part(recorded.rank())
    }

    /// Tells whether the part of a rank is known.
    pub(crate) fn knows_part(&self, rank: (Timestamp, u64)) -> bool {
        // If there are many, the oldest may have been put together.
        let is_many = self.parts.len() >= MAX_PARTS;
        let oldest = self.parts.first().filter(|_| is_many);
        self.parts.contains(&rank) || oldest.is_some_and(|oldest| rank < *oldest)
    }
}

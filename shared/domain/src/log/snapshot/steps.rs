//! The steps in which an order became what it is, and the changes of each.
//!
//! A step is a version or a fact. Its changes are found by comparing the order
//! before it with the order after it, as far as it was known then: the newest
//! version up to there, with the facts up to there. So the changes that are
//! shown for a step are those that a customer would have been told.

use std::collections::HashMap;

use super::{Begun, Rank};
use crate::changes::{Change, changes, first_changes, line_changes};
use crate::log::apply::{EffectiveFacts, PartLines};
use crate::log::{Fact, RecordedFact};
use crate::order::{Line, Order, Stage, StatusFrom};
use crate::time::Timestamp;

#[cfg(test)]
thread_local! {
    /// The number of lines that were compared because of facts about their items.
    pub(in crate::log) static COMPARED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// The order as it was known at a step, and the knowledge behind it.
pub(super) struct Steps<'a> {
    known: EffectiveFacts<'a>,
    /// The version that counts, as the shop sent it.
    version: Option<&'a Order>,
    /// The order with the facts about it as a whole.
    whole: Option<Order>,
    /// The data that a second system has about its lines.
    part: PartLines,
    /// The order with the facts about its items too.
    now: Option<Order>,
    /// The places of its lines, by their items.
    lines: HashMap<String, Vec<usize>>,
    /// True if it was more than a draft at some time.
    has_begun: bool,
}

impl<'a> Steps<'a> {
    /// Makes the order as it was known after some steps.
    pub(super) fn after(
        version: Option<&'a Order>,
        facts: impl Iterator<Item = &'a RecordedFact>,
        has_begun: bool,
    ) -> Self {
        let mut steps = Self {
            known: EffectiveFacts::of(facts),
            version,
            whole: None,
            part: Vec::new(),
            now: None,
            lines: HashMap::new(),
            has_begun,
        };
        steps.rebuild();
        steps
    }

    /// Returns the beginning of the order according to who decides it, if it
    /// begins at this step, which may be a part.
    pub(super) fn begun(
        &self,
        (step, place): (Rank, Rank),
        received_at: Timestamp,
        part: Option<(Timestamp, u64)>,
        status_from: StatusFrom,
    ) -> Option<Begun> {
        let now = self.known.order(self.version, status_from)?;
        now.has_begun().then(|| Begun {
            step,
            place,
            part,
            received_at,
            status: now.status.clone(),
            placed_at: now.placed_at,
            is_part: now.part_of.is_some(),
        })
    }

    /// Takes in a version, and returns its changes.
    pub(super) fn version(&mut self, version: &'a Order) -> Vec<Change> {
        let before = self.now.take();
        self.version = Some(version);
        self.rebuild();
        self.compare(before)
    }

    /// Takes in a fact, and returns its changes.
    pub(super) fn fact(&mut self, recorded: &'a RecordedFact) -> Vec<Change> {
        if let Some(sku) = recorded.fact.sku() {
            self.known.take(recorded);
            return self.item(sku);
        }
        if !matches!(recorded.fact, Fact::Part(_)) {
            self.known.take(recorded);
            let before = self.now.take();
            self.rebuild();
            return self.compare(before);
        }
        // The changes of the status are found as if this system decided it:
        // whether it does is in the merchant's settings.
        let before = self.known.order(self.version, StatusFrom::Erp);
        self.known.take(recorded);
        self.now = self.known.order(self.version, StatusFrom::Erp);
        let changes = self.compare(before);
        self.rebuild();
        changes
    }

    /// Compares only the lines of an item: a fact about it does not touch
    /// anything else, however many lines and facts there are.
    fn item(&mut self, sku: &str) -> Vec<Change> {
        let (Some(whole), Some(now)) = (&self.whole, &mut self.now) else {
            return Vec::new();
        };
        let mut before: Vec<(usize, Line)> = Vec::new();
        for index in self.lines.get(sku).into_iter().flatten() {
            let (Some(own), Some(line)) = (whole.lines.get(*index), now.lines.get_mut(*index))
            else {
                continue;
            };
            #[cfg(test)]
            COMPARED.with(|count| count.set(count.get() + 1));
            let old = std::mem::replace(line, own.clone());
            let part = self.part.get(*index).and_then(Option::as_ref);
            self.known
                .apply_to_line(line, whole.expected_on, whole.updated_at, part);
            before.push((*index, old));
        }
        if !self.has_begun {
            return Vec::new();
        }
        let pairs = before.into_iter();
        let pairs: Vec<(Line, &Line)> = pairs
            .filter_map(|(index, old)| Some((old, now.lines.get(index)?)))
            .collect();
        line_changes(&pairs, now)
    }

    fn compare(&mut self, before: Option<Order>) -> Vec<Change> {
        let Some(now) = &self.now else {
            return Vec::new();
        };
        if !self.has_begun {
            let begun = |by| Some(self.known.order(self.version, by)?.has_begun());
            let mut both = StatusFrom::BOTH.into_iter();
            self.has_begun = both.any(|by| begun(by) == Some(true));
            return match self.has_begun {
                true => first_changes(&now.status, now),
                false => Vec::new(),
            };
        }
        before.map_or_else(Vec::new, |before| changes(&before, now))
    }

    fn rebuild(&mut self) {
        self.whole = self.known.base(self.version);
        self.part = Vec::new();
        self.lines.clear();
        if let Some(whole) = &mut self.whole {
            self.part = self.known.apply_whole(whole, StatusFrom::Shop);
            for (index, line) in whole.lines.iter().enumerate() {
                if let Some(sku) = &line.sku {
                    self.lines.entry(sku.clone()).or_default().push(index);
                }
            }
        }
        self.now = self.whole.clone();
        if let Some(now) = &mut self.now {
            // An order that its shop calls a draft may be more according to its ERP.
            if now.status.stage == Stage::Draft
                && let Some(by_erp) = self.known.order(self.version, StatusFrom::Erp)
            {
                now.status = by_erp.status;
            }
            let (day, at) = (now.expected_on, now.updated_at);
            for (index, line) in now.lines.iter_mut().enumerate() {
                let part = self.part.get(index).and_then(Option::as_ref);
                self.known.apply_to_line(line, day, at, part);
            }
        }
    }
}

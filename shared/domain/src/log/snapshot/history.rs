//! The history of an order: its versions and the facts beside them as one row of steps, and
//! what the customer sees of it.

use serde::{Deserialize, Serialize};

use super::{Beginnings, Rank, Snapshot};
use crate::changes::Change;
use crate::log::{Baseline, Moment, RecordedFact, State, order_of};
use crate::order::{Order, Stage, StatusFrom};
use crate::settings::Settings;
use crate::storage::Numbered;
use crate::time::Timestamp;

/// The changes that a fact made. They stay when the fact itself is let go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ByFact {
    /// The time from which it was so, according to its sender.
    at: Timestamp,
    /// The time when Wismo took it.
    received_at: Timestamp,
    changes: Vec<Change>,
    /// True if it says where the order stands.
    #[serde(default)]
    has_status: bool,
    /// True if it was known before the order came.
    #[serde(default)]
    is_known: bool,
}

impl ByFact {
    /// Keeps the changes of a fact; none if it has no place in the history.
    pub(super) fn of(recorded: &RecordedFact, changes: Vec<Change>) -> Option<Self> {
        let part = recorded.fact.part();
        let has_status = part.is_some_and(|part| part.status.is_some());
        (has_status || !changes.is_empty()).then(|| Self {
            at: recorded.at,
            received_at: recorded.received_at,
            changes,
            has_status,
            is_known: recorded.via.is_quiet() && part.is_none(),
        })
    }
}

/// A step of an order's history: a version, or a fact.
struct Step {
    /// The rank of a version, or the time when a fact came.
    step: Rank,
    /// The place among all steps.
    place: Rank,
    /// The time from which it was so, according to its sender.
    at: Timestamp,
    changes: Vec<Change>,
    /// The system that the order's status comes from, if two systems report on the order.
    status_from: Option<StatusFrom>,
    /// True if it was known before the order came.
    is_known: bool,
}

impl Snapshot {
    /// Makes the customer's view under the merchant's settings, or `None`
    /// before the first order.
    #[must_use]
    pub fn state(&self, settings: &Settings) -> Option<State> {
        let order = self.order_by(settings.status_from)?;
        Some(self.state_with(order, self.steps(), settings))
    }

    /// Makes the view of a customer who knows only a baseline.
    pub(crate) fn state_of(&self, baseline: &Baseline, settings: &Settings) -> Option<State> {
        let order = order_of(baseline.order(), &baseline.facts, settings.status_from)?;
        let version = baseline.version.as_ref();
        let rank = version.map(|(rank, order)| self.rank_of(*rank, order).unwrap_or(*rank));
        let facts = baseline.facts.index();
        let mut steps = self.steps();
        steps.retain(|step| {
            let mut known = self.facts.iter();
            match known.find(|recorded| recorded.event == step.step.n) {
                Some(recorded) => facts.knows(recorded),
                // A fact that was let go was told long ago.
                None => self.by_facts.contains_key(&step.step.n) || Some(step.step) <= rank,
            }
        });
        Some(self.state_with(order, steps, settings))
    }

    fn state_with(&self, order: Order, steps: Vec<Step>, settings: &Settings) -> State {
        let placed_at = order.placed_at;
        let mut timeline = Vec::new();
        let mut tell = |at: Timestamp, status_from, changes: Vec<Change>| {
            let (placed, rest): (Vec<Change>, Vec<Change>) = changes
                .into_iter()
                .partition(|change| *change == Change::Placed);
            let placed = (placed_at.unwrap_or(at), placed);
            for (at, changes) in [placed, (at, rest)] {
                if !changes.is_empty() {
                    timeline.push(Moment {
                        at,
                        changes,
                        status_from,
                    });
                }
            }
        };
        for step in steps {
            if !step.is_known {
                tell(step.at, step.status_from, step.changes);
            }
        }
        // An order that came to nothing before it was the customer's was placed
        // all the same.
        if self.begun == Beginnings::default() && order.status.stage != Stage::Draft {
            tell(order.updated_at, None, vec![Change::Placed]);
        }
        timeline.sort_by_key(|entry| entry.at);
        let mut state = State {
            order,
            removed: self.is_removed(),
            timeline,
        };
        state.read_by(settings);
        state
    }

    /// Lists the steps of the order's history, in their order.
    fn steps(&self) -> Vec<Step> {
        let mut steps = Vec::with_capacity(self.versions.len());
        for (version, place) in self.versions.iter().zip(self.places()) {
            // Neither has a date of the shop's own: what comes back may be unchanged.
            let is_undated = version.is_removal() || version.changes.contains(&Change::Restored);
            steps.push(Step {
                step: version.rank,
                place,
                at: match is_undated {
                    true => version.received_at,
                    false => version.rank.at,
                },
                changes: version.changes.clone(),
                status_from: Some(StatusFrom::Shop),
                is_known: false,
            });
        }
        for (&n, by_fact) in self.by_facts.iter() {
            let at = by_fact.received_at;
            steps.push(Step {
                step: Rank { at, n },
                place: Rank { at, n },
                at: by_fact.at,
                changes: by_fact.changes.clone(),
                status_from: by_fact.has_status.then_some(StatusFrom::Erp),
                is_known: by_fact.is_known,
            });
        }
        // Versions of one place stay in their order.
        steps.sort_by_key(|step| step.place);
        // A system that reports alone decides, whatever the settings say.
        let (mut shop, mut erp) = (false, false);
        for step in &mut steps {
            shop |= step.status_from == Some(StatusFrom::Shop);
            erp |= step.status_from == Some(StatusFrom::Erp);
            step.status_from = step.status_from.filter(|_| shop && erp);
        }
        steps
    }

    /// Lists the changes of each event, as the merchant reads them.
    pub(crate) fn changes_read_by(&self, settings: &Settings) -> Numbered<Vec<Change>> {
        let mut steps = self.steps();
        let all = steps.iter_mut();
        settings.apply_to_history(all.map(|step| (step.status_from, &mut step.changes)));
        let mut read = Numbered::default();
        for step in steps {
            read.insert(step.step.n, step.changes);
        }
        read
    }
}

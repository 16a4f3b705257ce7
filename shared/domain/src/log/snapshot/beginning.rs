//! The beginning of an order, and whether what it began with is told.

use serde::{Deserialize, Serialize};

use super::{Rank, Snapshot};
use crate::log::{Facts, Skip};
use crate::order::{Status, StatusFrom};
use crate::time::{Duration, Timestamp};

/// The age from which an order counts as an old one, if it was placed that long before
/// it was first seen: its shop was connected since, or edits its orders in bulk.
const OLD: Duration = Duration::days(7);

/// The beginning of an order, according to each system that may decide where it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Beginnings {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by_shop: Option<Begun>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by_erp: Option<Begun>,
}

impl Beginnings {
    pub(super) const fn by(&self, status_from: StatusFrom) -> Option<&Begun> {
        match status_from {
            StatusFrom::Shop => self.by_shop.as_ref(),
            StatusFrom::Erp => self.by_erp.as_ref(),
        }
    }

    pub(super) const fn by_mut(&mut self, status_from: StatusFrom) -> &mut Option<Begun> {
        match status_from {
            StatusFrom::Shop => &mut self.by_shop,
            StatusFrom::Erp => &mut self.by_erp,
        }
    }

    /// Forgets beginnings at this step or later.
    pub(super) fn forget_from(&mut self, from: Rank) {
        for status_from in StatusFrom::BOTH {
            self.by_mut(status_from)
                .take_if(|begun| begun.place >= from);
        }
    }

    /// Returns the later of the two steps; none unless the order has begun by both.
    pub(super) fn last(&self) -> Option<Rank> {
        let (by_shop, by_erp) = (self.by_shop.as_ref()?, self.by_erp.as_ref()?);
        Some(by_shop.place.max(by_erp.place))
    }
}

/// The beginning of an order: the first step at which it was more than a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Begun {
    /// The step itself: a version's rank, or the time when a fact came.
    pub(crate) step: Rank,
    /// The place among all steps.
    pub(super) place: Rank,
    /// The rank among the second system's parts, if the step is one of those.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) part: Option<(Timestamp, u64)>,
    /// The time when Wismo took it; a part also adds to a version, and that must be there.
    pub(super) received_at: Timestamp,
    /// The order's status at that step.
    pub(crate) status: Status,
    /// The time when the order was placed, according to that step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) placed_at: Option<Timestamp>,
    /// True if it is a part of another order.
    #[serde(default)]
    pub(super) is_part: bool,
}

impl Begun {
    /// Tells whether it is known from a version and facts.
    pub(crate) fn is_known(&self, version: Option<Rank>, facts: &Facts) -> bool {
        match self.part {
            Some(part) => facts.index().knows_part(part),
            None => version >= Some(self.step),
        }
    }
}

impl Snapshot {
    /// Returns the beginning of the order; none while it is no more than a draft.
    pub(crate) const fn begun(&self, status_from: StatusFrom) -> Option<&Begun> {
        self.begun.by(status_from)
    }

    /// Returns the reason why nobody is told that the order was placed, nor its
    /// state when it was first seen.
    pub(crate) fn silence(&self, status_from: StatusFrom) -> Option<Skip> {
        let begun = self.begun(status_from)?;
        if begun.is_part {
            return Some(Skip::PartOfAnother);
        }
        let age = self.since()?.duration_since(begun.placed_at?);
        (age > OLD).then_some(Skip::OldOrder)
    }

    /// Tells whether what a step says counts as told because the order was
    /// first seen so and nobody is to be told of that. This holds for the step
    /// that it began with, and for all that was there before.
    pub(crate) fn is_silent(
        &self,
        place: Rank,
        received_at: Timestamp,
        status_from: StatusFrom,
    ) -> bool {
        let is_first = |begun: &Begun| place <= begun.place && received_at <= begun.received_at;
        self.begun(status_from).is_some_and(is_first) && self.silence(status_from).is_some()
    }
}

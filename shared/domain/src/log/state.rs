//! The state that follows from all events of an order.

use crate::time::Timestamp;

use crate::changes::{Change, Mentioned};
use crate::order::{Order, StatusFrom};
use crate::settings::{Settings, is_on_page};

/// The state that follows from all events of an order: its newest version, and
/// how it got there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The order as its newest version says, also after the shop removed it.
    pub order: Order,
    /// True if the shop removed the order, and nothing newer brought it back.
    pub removed: bool,
    /// The order's history, oldest first.
    pub timeline: Vec<Moment>,
}

/// One moment of an order's history that means something to the customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The time when the shop did it, by the shop's clock.
    pub at: Timestamp,
    /// The changes at that time; never empty.
    pub changes: Vec<Change>,
    /// The system that the status comes from, if two systems report on the order.
    pub status_from: Option<StatusFrom>,
}

impl State {
    /// Reads it as the merchant does: with the merchant's meanings and words
    /// for statuses, without changes that are not shown anywhere, and without
    /// what was left out and then said again.
    pub(super) fn read_by(&mut self, settings: &Settings) {
        settings.apply(&mut self.order);
        settings.leave_out(&mut self.order);
        let steps = self.timeline.iter_mut();
        settings.apply_to_history(steps.map(|entry| (entry.status_from, &mut entry.changes)));
        let mut mentioned = Mentioned::default();
        for entry in &mut self.timeline {
            entry
                .changes
                .retain(|change| mentioned.is_new(change) && is_on_page(settings, change));
        }
        self.timeline.retain(|entry| !entry.changes.is_empty());
    }
}

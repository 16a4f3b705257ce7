//! Which parts of the page a reader sees.

use serde::Deserialize;
use wismo_domain::changes::Change;
use wismo_domain::order::{Document, Order};
use wismo_domain::settings::{Part, Settings};

/// How much of an order a reader may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sight {
    /// What the link alone shows: where the order stands, items, parcels, days.
    Safe,
    /// What the receiver of a gift sees: the same, and nothing asks for more.
    Gift,
    /// Everything.
    Whole,
    /// Of an order that the shop removed: that it is gone, and whom to ask.
    #[serde(skip)]
    Gone,
}

impl Sight {
    /// Whether a reader sees a part: the shop shows it, and they may see it.
    #[must_use]
    pub fn sees(self, settings: &Settings, part: Part) -> bool {
        self.allows(part) && !settings.hides(part)
    }

    /// Whether a part may be seen at all.
    const fn allows(self, part: Part) -> bool {
        match part {
            Part::Contact => true,
            Part::Steps
            | Part::Items
            | Part::Pictures
            | Part::Parcels
            | Part::Promises
            | Part::History
            | Part::Message
            | Part::Calendar => !matches!(self, Self::Gone),
            Part::Prices
            | Part::Payment
            | Part::Addresses
            | Part::Documents
            | Part::Mails
            | Part::Reorder => matches!(self, Self::Whole),
        }
    }
}

/// What a reader sees of a shop's orders.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    settings: &'a Settings,
    sight: Sight,
}

impl<'a> Seen<'a> {
    pub(super) const fn of(settings: &'a Settings, sight: Sight) -> Self {
        Self { settings, sight }
    }

    /// Whether the shop shows a part and the reader may see it.
    pub(super) fn shows(&self, part: Part) -> bool {
        self.sight.sees(self.settings, part)
    }

    /// Where a document is to be had, if the page may lead there.
    pub(super) fn link<'d>(&self, document: &'d Document) -> Option<&'d str> {
        let url = document.url.as_deref();
        url.filter(|_| self.settings.links(document))
    }

    /// What the shop says to the one who ordered.
    pub(super) fn message<'o>(&self, order: &'o Order) -> Option<&'o str> {
        let is_theirs = self.sight == Sight::Whole && self.shows(Part::Message);
        order.message.as_deref().filter(|_| is_theirs)
    }

    /// Whether what happened may be told: what concerns money or papers is
    /// hidden with them.
    pub(super) fn tells(&self, change: &Change) -> bool {
        match change {
            // They are told by their number, not by what they amount to.
            Change::Invoiced { .. } | Change::Credited { .. } => self.shows(Part::Documents),
            Change::Refunded { .. } => self.shows(Part::Prices),
            Change::ExpectedDateChanged { .. } => self.shows(Part::Promises),
            Change::Placed
            | Change::StatusChanged { .. }
            | Change::Cancelled { .. }
            | Change::LinesCancelled { .. }
            | Change::PackingSlipPrinted
            | Change::Picked
            | Change::TrackingEntered { .. }
            | Change::PartDelivered { .. }
            | Change::Delivered { .. }
            | Change::DeliveryCorrected { .. }
            | Change::BackInStock { .. }
            | Change::OutOfStock { .. }
            | Change::Returned { .. }
            | Change::Removed
            | Change::Restored => true,
        }
    }
}

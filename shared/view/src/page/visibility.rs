//! The parts of the page that a reader sees.

use schemars::JsonSchema;
use serde::Deserialize;
use wismo_domain::changes::Change;
use wismo_domain::order::{Document, Order};
use wismo_domain::settings::{Part, Settings};

/// The extent to which a reader may see an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// The part that the link alone shows: where the order stands, items, parcels, days.
    Limited,
    /// The part that the receiver of a gift sees: the same, but nothing asks for more.
    Shared,
    /// Everything.
    Full,
    /// The rest of an order that the shop removed: that it is gone, and whom to ask.
    #[serde(skip)]
    Gone,
}

impl Visibility {
    /// Tells whether a reader sees a part: the shop shows it, and they may see it.
    #[must_use]
    pub fn sees(self, settings: &Settings, part: Part) -> bool {
        self.allows(part) && !settings.hides(part)
    }

    /// Tells whether a part may be seen at all.
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
            | Part::Reorder => matches!(self, Self::Full),
        }
    }
}

/// The parts that a reader sees of a shop's orders.
#[derive(Clone, Copy)]
pub(super) struct VisibleParts<'a> {
    settings: &'a Settings,
    visibility: Visibility,
}

impl<'a> VisibleParts<'a> {
    pub(super) const fn of(settings: &'a Settings, visibility: Visibility) -> Self {
        Self {
            settings,
            visibility,
        }
    }

    /// Tells whether the shop shows a part and the reader may see it.
    pub(super) fn shows(&self, part: Part) -> bool {
        self.visibility.sees(self.settings, part)
    }

    /// The address of a document, if the page may lead there.
    pub(super) fn link<'d>(&self, document: &'d Document) -> Option<&'d str> {
        let url = document.url.as_deref();
        url.filter(|_| self.settings.links(document))
    }

    /// The shop's message to the one who ordered.
    pub(super) fn message<'o>(&self, order: &'o Order) -> Option<&'o str> {
        let is_theirs = self.visibility == Visibility::Full && self.shows(Part::Message);
        order.message.as_deref().filter(|_| is_theirs)
    }

    /// Tells whether a change may be told: one that concerns money or papers is hidden
    /// with them.
    pub(super) fn tells(&self, change: &Change) -> bool {
        match change {
            // They are told by their numbers, not by their amounts.
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

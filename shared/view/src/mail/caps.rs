//! The part of an order that a mail has room for; the rest is left to the page.

/// The largest HTML part, in bytes: Gmail cuts off what goes beyond 102 KB, and
/// with it the reason why the customer gets the mail.
pub(super) const LARGEST: usize = 100_000;

/// The most of each that a mail shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Caps {
    /// Items of the order.
    pub(super) items: usize,
    /// Parcels.
    pub(super) parcels: usize,
    /// Changes.
    pub(super) changes: usize,
    /// Items of all changes together.
    pub(super) changed_items: usize,
    /// Refunds among the costs; the rest of them are one sum.
    pub(super) refunds: usize,
}

impl Default for Caps {
    fn default() -> Self {
        Self {
            items: 40,
            parcels: 10,
            changes: 12,
            changed_items: 20,
            refunds: 10,
        }
    }
}

impl Caps {
    /// Half as much, for a mail that would be too large; `None` if that would be
    /// hardly anything.
    pub(super) fn half(self) -> Option<Self> {
        (self.items > 4).then_some(Self {
            items: self.items / 2,
            parcels: self.parcels.div_ceil(2),
            changes: self.changes.div_ceil(2),
            changed_items: self.changed_items.div_ceil(2),
            refunds: self.refunds.div_ceil(2),
        })
    }
}

//! Which change of several means most to the customer.

use crate::changes::Change;
use crate::order::Stage;

/// Smaller is more telling; `None` is for the page only. First what the
/// customer will not get, then what they must know or do, then what is on its
/// way and when, then money and papers, then how far the shop is.
#[must_use]
pub const fn importance(change: &Change) -> Option<u8> {
    Some(match change {
        Change::Cancelled { .. } => 0,
        Change::LinesCancelled { .. } => 1,
        Change::DeliveryCorrected { .. } => 2,
        Change::StatusChanged { to, .. } => match to.stage {
            Stage::AwaitingPayment | Stage::PaymentFailed | Stage::OnHold => 3,
            Stage::Draft
            | Stage::Received
            | Stage::Preparing
            | Stage::PartDelivered
            | Stage::Sent
            | Stage::Delivered
            | Stage::Cancelled
            | Stage::Refunded
            | Stage::Other => 10,
        },
        Change::TrackingEntered { .. } => 4,
        Change::Delivered { .. } => 5,
        Change::PartDelivered { .. } => 6,
        Change::ExpectedDateChanged { .. } => 7,
        Change::BackInStock { .. } => 8,
        Change::Refunded { .. } => 9,
        // What has come of an order that nobody was told of yet says more than
        // that it was placed; papers, and how far the shop is, do not.
        Change::Placed => 11,
        Change::Returned { .. } => 12,
        Change::Credited { .. } => 13,
        Change::Invoiced { .. } => 14,
        Change::Picked => 15,
        Change::PackingSlipPrinted => 16,
        Change::OutOfStock { .. } | Change::Removed | Change::Restored => return None,
    })
}

/// The change of several that means most to the customer; the first of equals.
#[must_use]
pub fn most_telling(changes: &[Change]) -> Option<&Change> {
    let told = changes.iter().filter(|change| importance(change).is_some());
    told.min_by_key(|change| importance(change))
}

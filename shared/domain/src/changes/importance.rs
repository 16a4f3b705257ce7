//! The importance of changes to the customer, by where the order stands.
//!
//! | rank | what is told |
//! |---|---|
//! | 0 | the order is cancelled |
//! | 1 | a part of it is |
//! | 2 | less was sent than told |
//! | 3 | a status that the customer must act on, or that ends the order and holds: delivered, collected, complete, refunded |
//! | 4 to 8 | parcels, what was sent, days, stock |
//! | 9, 10 | money that comes back; how far the shop is |
//! | 11 | placed: what has come of an order that nobody was told of yet says more; papers do not |
//! | 12 to 16 | what came back, papers, the shop's own steps |
//! | none | for the page alone |

use crate::changes::Change;
use crate::order::Stage;

/// Ranks a change of an order that stands at `at` ([`Order::standing`]): a
/// smaller rank is more telling; `None` is for the page only.
///
/// [`Order::standing`]: crate::order::Order::standing
#[must_use]
pub const fn importance(at: Stage, change: &Change) -> Option<u8> {
    Some(match change {
        Change::Cancelled { .. } => 0,
        Change::LinesCancelled { .. } => 1,
        Change::DeliveryCorrected { .. } => 2,
        Change::StatusChanged { to, .. } => match to.stage {
            Stage::AwaitingPayment | Stage::PaymentFailed | Stage::OnHold => 3,
            Stage::Delivered
            | Stage::Collected
            | Stage::Completed
            | Stage::Cancelled
            | Stage::Refunded
                if is_over(at) =>
            {
                3
            }
            Stage::Draft
            | Stage::Received
            | Stage::Preparing
            | Stage::PartDelivered
            | Stage::Sent
            | Stage::Delivered
            | Stage::ReadyToCollect
            | Stage::Collected
            | Stage::Completed
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
        Change::Placed => 11,
        Change::Returned { .. } => 12,
        Change::Credited { .. } => 13,
        Change::Invoiced { .. } => 14,
        Change::Picked => 15,
        Change::PackingSlipPrinted => 16,
        Change::OutOfStock { .. } | Change::Removed | Change::Restored => return None,
    })
}

/// Tells whether the customer no longer waits for anything of an order at this stage.
#[must_use]
pub const fn is_over(at: Stage) -> bool {
    match at {
        Stage::Delivered
        | Stage::Collected
        | Stage::Completed
        | Stage::Cancelled
        | Stage::Refunded => true,
        Stage::Draft
        | Stage::AwaitingPayment
        | Stage::PaymentFailed
        | Stage::Received
        | Stage::Preparing
        | Stage::OnHold
        | Stage::PartDelivered
        | Stage::Sent
        | Stage::ReadyToCollect
        | Stage::Other => false,
    }
}

/// Finds the change of several that means most to the customer; the first of equals.
#[must_use]
pub fn most_telling(at: Stage, changes: &[Change]) -> Option<&Change> {
    let told = changes
        .iter()
        .filter(|change| importance(at, change).is_some());
    told.min_by_key(|change| importance(at, change))
}

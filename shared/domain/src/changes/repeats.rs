//! Changes that repeat what another change has said.

use super::Change;
use crate::order::{Amount, Order, Quantity, Stage, Status};

/// Tells whether a customer reads two statuses as different: in words or in meaning.
pub(crate) fn reads_differently(from: &Status, to: &Status) -> bool {
    let words = |status: &Status| {
        let label = status.label.as_deref().map(str::trim).unwrap_or_default();
        match (label, status.stage) {
            // A code without a meaning of ours is shown as it is.
            ("", Stage::Other) => status.code.clone(),
            (label, _) => label.to_owned(),
        }
    };
    from.stage != to.stage || words(from) != words(to) || from.labels != to.labels
}

/// Finds the change by which `before` already told what this change repeats: a
/// shop may tell one fact by the status and by quantities, one after the other.
/// Only the kind and the status of the result count; its lines are not filled in.
pub(crate) fn repeats(before: &Order, change: &Change) -> Option<Change> {
    let lines = Vec::new();
    let stage = before.status.stage;
    let is_counted = before.lines.iter().any(|line| line.delivered.is_some());
    let is_now = |wanted| matches!(change, Change::StatusChanged { to, .. } if to.stage == wanted);
    if is_now(Stage::Sent) && has_left(before) {
        return Some(Change::Delivered { lines });
    }
    if is_now(Stage::PartDelivered) && has_begun_to_leave(before) {
        return Some(Change::PartDelivered { lines });
    }
    if is_now(Stage::Refunded) && before.is_paid_back() {
        let amount = Amount::default();
        return Some(Change::Refunded { amount });
    }
    // Shops mark an order complete that is with the customer, to be done with it.
    if is_now(Stage::Completed) && matches!(stage, Stage::Delivered | Stage::Collected) {
        let to = before.status.clone();
        return Some(Change::StatusChanged { from: None, to });
    }
    if matches!(change, Change::Cancelled { .. }) && before.is_without_lines() {
        return Some(Change::LinesCancelled { lines });
    }
    let is_by_status = match change {
        Change::Delivered { .. } => !is_counted && is_gone(stage),
        Change::PartDelivered { .. } => !is_counted && stage == Stage::PartDelivered,
        Change::Refunded { .. } => before.refunds.is_empty() && stage == Stage::Refunded,
        Change::Placed
        | Change::StatusChanged { .. }
        | Change::Cancelled { .. }
        | Change::LinesCancelled { .. }
        | Change::Invoiced { .. }
        | Change::Credited { .. }
        | Change::PackingSlipPrinted
        | Change::Picked
        | Change::TrackingEntered { .. }
        | Change::DeliveryCorrected { .. }
        | Change::ExpectedDateChanged { .. }
        | Change::BackInStock { .. }
        | Change::OutOfStock { .. }
        | Change::Returned { .. }
        | Change::Removed
        | Change::Restored => false,
    };
    is_by_status.then(|| Change::StatusChanged {
        from: None,
        to: before.status.clone(),
    })
}

/// Tells whether every line is counted, and nothing of any is still to come.
fn has_left(order: &Order) -> bool {
    let mut lines = order.lines.iter();
    order.lines.iter().any(|line| line.delivered.is_some())
        && lines.all(|line| {
            let is_counted = line.delivered.is_some() || line.needs_no_shipping;
            is_counted && line.to_come() == Quantity::ZERO
        })
}

/// Tells whether the goods are with the customer, or on their way.
const fn is_gone(stage: Stage) -> bool {
    matches!(
        stage,
        Stage::Sent
            | Stage::Delivered
            | Stage::ReadyToCollect
            | Stage::Collected
            | Stage::Completed
    )
}

fn has_begun_to_leave(order: &Order) -> bool {
    let mut lines = order.lines.iter();
    lines.any(|line| line.delivered > Some(Quantity::ZERO))
}

//! The differences between two versions of an order that mean something to the customer.

mod change;
pub mod importance;
mod kind;
mod mentioned;
mod pairs;
mod repeats;
mod retracted;
#[cfg(test)]
mod tests;

use rust_decimal::Decimal;

use crate::order::{
    Amount, Document, DocumentKind, Line, Order, Quantity, Shipment, ShipmentState, Stage, Status,
    is_same_number,
};
use crate::time::Date;

pub use change::{Change, Moved, Promise};
pub use kind::{ChangeKind, KINDS};
pub(crate) use mentioned::Mentioned;
use pairs::Pairs;
pub(crate) use repeats::{reads_differently, repeats};
pub use retracted::Retracted;

/// Finds every change from `before` to `now`, in the order in which a customer
/// would tell them. Equal orders have no changes; a draft is not yet an order.
#[must_use]
pub fn changes(before: &Order, now: &Order) -> Vec<Change> {
    if now.status.stage == Stage::Draft {
        return Vec::new();
    }
    let mut changes = Vec::new();
    if now.is_cancelled() && !before.is_cancelled() {
        changes.push(Change::Cancelled {
            from: Some(before.status.clone()),
        });
    } else if now.status.code != before.status.code || now.status.stage != before.status.stage {
        let from = Some(before.status.clone());
        changes.push(Change::StatusChanged {
            from: from.filter(|from| from.stage != Stage::Draft),
            to: now.status.clone(),
        });
    }
    changes.extend(beside_status(before, now));
    changes
}

/// Finds all that there is to tell of an order that the customer does not know of yet: that
/// it was placed, and what else has come about since. `begun` is the status that it began
/// with. Of a cancelled order, it is told that it is cancelled, not that it was placed.
#[must_use]
pub fn first_changes(begun: &Status, now: &Order) -> Vec<Change> {
    if now.status.stage == Stage::Draft {
        return Vec::new();
    }
    let is_draft = begun.stage == Stage::Draft;
    let begun = if is_draft { &now.status } else { begun };
    let before = unknown(begun, now);
    let mut changes = Vec::new();
    let to = now.status.clone();
    if now.is_cancelled() {
        let from = Some(before.status.clone());
        changes.push(Change::Cancelled { from });
    } else {
        if now.status.stage != Stage::Refunded {
            changes.push(Change::Placed);
        }
        if left_at_once(begun.stage) {
            changes.push(Change::StatusChanged { from: None, to });
        } else if begun.code != to.code || begun.stage != to.stage {
            let from = Some(begun.clone());
            changes.push(Change::StatusChanged { from, to });
        }
    }
    changes.extend(beside_status(&before, now));
    changes
}

/// Tells whether goods had left the shop when the order was first seen.
const fn left_at_once(begun: Stage) -> bool {
    match begun {
        Stage::PartDelivered
        | Stage::Sent
        | Stage::Delivered
        | Stage::ReadyToCollect
        | Stage::Collected
        | Stage::Completed => true,
        Stage::Draft
        | Stage::AwaitingPayment
        | Stage::PaymentFailed
        | Stage::Received
        | Stage::Preparing
        | Stage::OnHold
        | Stage::Cancelled
        | Stage::Refunded
        | Stage::Other => false,
    }
}

/// Makes the order as it looks to a customer who was not told anything yet:
/// nothing has come of it.
fn unknown(begun: &Status, now: &Order) -> Order {
    let status = match left_at_once(begun.stage) {
        true => Status::new(&begun.code, Stage::Received),
        false => begun.clone(),
    };
    let lines = now.lines.iter().map(|line| Line {
        delivered: None,
        cancelled: None,
        invoiced: None,
        credited: None,
        returned: None,
        expected_on: None,
        expected_by: None,
        ..line.clone()
    });
    Order {
        lines: lines.collect(),
        ..Order::new(&now.id, now.updated_at, status, &now.currency)
    }
}

/// Finds the changes beside that of the whole order's status.
fn beside_status(before: &Order, now: &Order) -> Vec<Change> {
    let mut changes = Vec::new();
    let pairs = Pairs::of(before, now);
    // In a cancelled order, every line is cancelled: that need not be said twice.
    if !now.is_cancelled() {
        let lines = pairs.grown(|line| line.cancelled);
        changes.extend(some(lines, |lines| Change::LinesCancelled { lines }));
    }
    if now.has_packing_slip() && !before.has_packing_slip() {
        changes.push(Change::PackingSlipPrinted);
    }
    if now.picked && !before.picked {
        changes.push(Change::Picked);
    }
    changes.extend(delivered(&pairs));
    changes.extend(
        now.shipments
            .iter()
            .enumerate()
            .filter(|(index, shipment)| !is_repeated(now, *index, shipment))
            .filter_map(|(_, shipment)| tracking(before, shipment)),
    );
    let moved = pairs.iter().filter_map(|(old, line)| {
        let was = before.is_waiting_for(old?).then_some(old?.expected_on)?;
        promise(was, now, line)
    });
    changes.extend(some(moved.collect(), |lines| Change::ExpectedDateChanged {
        lines,
    }));
    let is_back = |(old, line): &(Option<&Line>, &Line)| is_back_in_stock(*old, now, line);
    let lines = pairs.iter().filter(is_back).map(|(_, line)| &line.id);
    changes.extend(some(lines.cloned().collect(), |lines| {
        Change::BackInStock { lines }
    }));
    let has_run_out = |(old, line): &(Option<&Line>, &Line)| has_run_out(*old, now, line);
    let lines = pairs.iter().filter(has_run_out).map(|(_, line)| &line.id);
    changes.extend(some(lines.cloned().collect(), |lines| Change::OutOfStock {
        lines,
    }));
    let lines = pairs.grown(|line| line.returned);
    changes.extend(some(lines, |lines| Change::Returned { lines }));
    changes.extend(papers(
        &pairs,
        DocumentKind::Invoice,
        |line| line.invoiced,
        |document, lines| Change::Invoiced { document, lines },
    ));
    changes.extend(papers(
        &pairs,
        DocumentKind::CreditNote,
        |line| line.credited,
        |document, lines| Change::Credited { document, lines },
    ));
    changes.extend(refunded(before, now));
    changes
}

/// Finds the changes of lines in which only the stock and the days may have changed;
/// each line is given before and now. `now` is the order that they belong to.
#[must_use]
pub(crate) fn line_changes(lines: &[(Line, &Line)], now: &Order) -> Vec<Change> {
    let ids = |is: &dyn Fn(Option<&Line>, &Order, &Line) -> bool| -> Vec<String> {
        let told = lines.iter().filter(|(old, line)| is(Some(old), now, line));
        told.map(|(_, line)| line.id.clone()).collect()
    };
    let moved = lines.iter().filter_map(|(old, line)| {
        let was = now.is_waiting_for(old).then_some(old.expected_on)?;
        promise(was, now, line)
    });
    let promises = some(moved.collect(), |lines| Change::ExpectedDateChanged {
        lines,
    });
    let back = some(ids(&is_back_in_stock), |lines| Change::BackInStock {
        lines,
    });
    let out = some(ids(&has_run_out), |lines| Change::OutOfStock { lines });
    promises.into_iter().chain(back).chain(out).collect()
}

/// Makes one change of these lines, if there are any.
fn some<T>(lines: Vec<T>, change: impl FnOnce(Vec<T>) -> Change) -> Option<Change> {
    (!lines.is_empty()).then(|| change(lines))
}

/// Finds the quantities that left the shop. A correction downwards is told as
/// such, apart from what went out at the same time.
fn delivered(pairs: &Pairs<'_>) -> impl Iterator<Item = Change> {
    let shipped = |line: &Line| line.delivered.filter(|_| !line.needs_no_shipping);
    let moved = pairs.moved(shipped);
    let (more, less): (Vec<_>, Vec<_>) = moved.into_iter().partition(|line| line.to > line.from);
    let is_rest = pairs
        .now
        .lines
        .iter()
        .all(|line| line.to_come() == Quantity::ZERO);
    let more = some(more, |lines| {
        if is_rest {
            Change::Delivered { lines }
        } else {
            Change::PartDelivered { lines }
        }
    });
    let less = some(less, |lines| Change::DeliveryCorrected { lines });
    more.into_iter().chain(less)
}

/// Tells whether an earlier parcel of the order has the same number.
fn is_repeated(order: &Order, index: usize, shipment: &Shipment) -> bool {
    let mut earlier = order.shipments.iter().take(index);
    number(shipment).is_some_and(|to| earlier.any(|other| has_number(other, to)))
}

/// Finds the change if a parcel's number is new to the customer. A parcel is
/// known by its id; a new parcel with a known number is not news.
fn tracking(before: &Order, shipment: &Shipment) -> Option<Change> {
    let to = number(shipment)?;
    if before.shipments.iter().any(|other| has_number(other, to)) {
        return None;
    }
    let from = before
        .shipments
        .iter()
        .find(|other| other.id == shipment.id)
        .and_then(number);
    Some(Change::TrackingEntered {
        shipment: shipment.id.clone(),
        carrier: shipment.carrier.clone(),
        from: from.map(str::to_owned),
        to: to.to_owned(),
    })
}

/// Tells whether a parcel has a number, however each system spaces and writes it.
fn has_number(shipment: &Shipment, to: &str) -> bool {
    number(shipment).is_some_and(|number| is_same_number(number, to))
}

fn number(shipment: &Shipment) -> Option<&str> {
    if shipment.state == ShipmentState::Failed {
        return None;
    }
    shipment
        .tracking_number
        .as_deref()
        .filter(|number| !number.is_empty())
}

/// Finds the promised day that moved, for a line that was and still is waited
/// for: what has left the shop needs no promise, and a new line makes its first.
fn promise(was: Option<Date>, now: &Order, line: &Line) -> Option<Promise> {
    // What is in stock needs no day.
    let is_open = line.expected_on.is_some() || line.stock.is_none_or(has_none);
    let is_news = is_open && now.is_waiting_for(line) && was != line.expected_on;
    is_news.then(|| Promise {
        line: line.id.clone(),
        from: was,
        to: line.expected_on,
        by: line.expected_on.and(line.expected_by),
    })
}

/// Tells whether a stock is zero or less: less, if more was sold than there is.
fn has_none(stock: Quantity) -> bool {
    stock <= Quantity::ZERO
}

/// Tells whether a line is still waited for whose item had run out and is back.
fn is_back_in_stock(old: Option<&Line>, now: &Order, line: &Line) -> bool {
    let was = old.and_then(|old| old.stock);
    was.is_some_and(has_none) && line.stock > Some(Quantity::ZERO) && now.is_waiting_for(line)
}

/// Tells whether a line is still waited for whose item has run out since.
fn has_run_out(old: Option<&Line>, now: &Order, line: &Line) -> bool {
    let was = old.and_then(|old| old.stock);
    line.stock.is_some_and(has_none) && !was.is_some_and(has_none) && now.is_waiting_for(line)
}

/// Finds the new documents of a kind, one change each. If there is no document
/// of the kind at all, the quantities that grew are one change; if there are
/// any, the quantities add nothing to them.
fn papers(
    pairs: &Pairs<'_>,
    kind: DocumentKind,
    count: impl Fn(&Line) -> Option<Quantity>,
    change: impl Fn(Option<String>, Vec<Moved>) -> Change,
) -> Vec<Change> {
    let mut lines = pairs.grown(count);
    let is_new = |document: &&Document| {
        let mut known = pairs.before.documents_of(kind);
        !known.any(|other| other.id == document.id || other.is_same(document))
    };
    let mut changes: Vec<Change> = pairs
        .now
        .documents_of(kind)
        .filter(is_new)
        // The quantities belong to the documents together: the first names them.
        .map(|document| {
            let number = document.display_number().to_owned();
            change(Some(number), std::mem::take(&mut lines))
        })
        .collect();
    if pairs.before.documents_of(kind).next().is_none() {
        changes.extend(some(lines, |lines| change(None, lines)));
    }
    changes
}

fn refunded(before: &Order, now: &Order) -> Option<Change> {
    let sum = |order: &Order| order.refunds.iter().map(|refund| refund.amount.0).sum();
    let (old, new): (Decimal, Decimal) = (sum(before), sum(now));
    (new > old).then(|| Change::Refunded {
        amount: Amount(new - old),
    })
}

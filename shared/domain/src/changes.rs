//! What differs between two versions of an order and means something to the customer.

mod change;
mod kind;
#[cfg(test)]
mod tests;

use rust_decimal::Decimal;

use crate::order::{
    Amount, Document, DocumentKind, Line, Order, Quantity, Shipment, ShipmentState, Stage,
};

pub use change::{Change, Moved, Promise};
pub use kind::ChangeKind;

/// Every change from `before` to `now`, in the order in which a customer would
/// tell it. Equal orders differ in nothing; a draft is not yet an order.
#[must_use]
pub fn changes(before: Option<&Order>, now: &Order) -> Vec<Change> {
    if now.status.stage == Stage::Draft {
        return Vec::new();
    }
    let Some(before) = before.filter(|order| order.status.stage != Stage::Draft) else {
        return vec![Change::Placed];
    };
    let mut changes = Vec::new();
    let is_cancelled = now.is_cancelled();
    if is_cancelled && !before.is_cancelled() {
        changes.push(Change::Cancelled {
            from: before.status.clone(),
        });
    } else if now.status.code != before.status.code || now.status.stage != before.status.stage {
        changes.push(Change::StatusChanged {
            from: before.status.clone(),
            to: now.status.clone(),
        });
    }
    // Of a cancelled order every line is: that need not be said twice.
    if !is_cancelled {
        let lines = grown(before, now, |line| line.cancelled);
        changes.extend(some(lines, |lines| Change::LinesCancelled { lines }));
    }
    if now.has_packing_slip() && !before.has_packing_slip() {
        changes.push(Change::PackingSlipPrinted);
    }
    if now.picked && !before.picked {
        changes.push(Change::Picked);
    }
    changes.extend(delivered(before, now));
    changes.extend(
        now.shipments
            .iter()
            .enumerate()
            .filter(|(index, shipment)| !is_repeated(now, *index, shipment))
            .filter_map(|(_, shipment)| tracking(before, shipment)),
    );
    let lines = promises(before, now);
    changes.extend(some(lines, |lines| Change::ExpectedDateChanged { lines }));
    let lines = back_in_stock(before, now);
    changes.extend(some(lines, |lines| Change::BackInStock { lines }));
    let lines = grown(before, now, |line| line.returned);
    changes.extend(some(lines, |lines| Change::Returned { lines }));
    changes.extend(papers(
        before,
        now,
        DocumentKind::Invoice,
        |line| line.invoiced,
        |document, lines| Change::Invoiced { document, lines },
    ));
    changes.extend(papers(
        before,
        now,
        DocumentKind::CreditNote,
        |line| line.credited,
        |document, lines| Change::Credited { document, lines },
    ));
    changes.extend(refunded(before, now));
    changes
}

/// The change about these, if there are any.
fn some<T>(lines: Vec<T>, change: impl FnOnce(Vec<T>) -> Change) -> Option<Change> {
    (!lines.is_empty()).then(|| change(lines))
}

/// The line of an earlier version that a line was.
fn earlier<'a>(before: &'a Order, line: &Line) -> Option<&'a Line> {
    before.lines.iter().find(|other| other.id == line.id)
}

/// How a quantity moved, line by line. What was not counted before counts as
/// none, and what is no longer counted has not moved.
fn moved(before: &Order, now: &Order, count: impl Fn(&Line) -> Option<Quantity>) -> Vec<Moved> {
    let moved = |line: &Line| {
        let to = count(line)?;
        let from = earlier(before, line).and_then(&count).unwrap_or_default();
        (from != to).then(|| Moved {
            line: line.id.clone(),
            from,
            to,
        })
    };
    now.lines.iter().filter_map(moved).collect()
}

fn grown(before: &Order, now: &Order, count: impl Fn(&Line) -> Option<Quantity>) -> Vec<Moved> {
    let mut moved = moved(before, now, count);
    moved.retain(|line| line.to > line.from);
    moved
}

/// Quantities that left the shop. A correction downwards is told as such, and
/// what else went out at the same time as what it is.
fn delivered(before: &Order, now: &Order) -> impl Iterator<Item = Change> {
    let moved = moved(before, now, |line| line.delivered);
    let (more, less): (Vec<_>, Vec<_>) = moved.into_iter().partition(|line| line.to > line.from);
    let is_rest = now
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

/// Whether a parcel before it has the same number.
fn is_repeated(order: &Order, index: usize, shipment: &Shipment) -> bool {
    let mut earlier = order.shipments.iter().take(index);
    number(shipment).is_some() && earlier.any(|other| number(other) == number(shipment))
}

/// A parcel's number, where it is new to the customer. A parcel is known by its
/// id; a shop that makes a new parcel for the same number tells nothing new.
fn tracking(before: &Order, shipment: &Shipment) -> Option<Change> {
    let to = number(shipment)?;
    if before
        .shipments
        .iter()
        .any(|other| number(other) == Some(to))
    {
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

fn number(shipment: &Shipment) -> Option<&str> {
    if shipment.state == ShipmentState::Failed {
        return None;
    }
    shipment
        .tracking_number
        .as_deref()
        .filter(|number| !number.is_empty())
}

/// The promised days that moved, of lines that were and are waited for: what
/// has left the shop needs no promise, and a new line makes its first.
fn promises(before: &Order, now: &Order) -> Vec<Promise> {
    let moved = |line: &Line| {
        let old = earlier(before, line).filter(|old| before.is_waiting_for(old))?;
        // What is there needs no day.
        let is_open = line.expected_on.is_some() || line.stock <= Some(Quantity::ZERO);
        let is_news = is_open && now.is_waiting_for(line) && old.expected_on != line.expected_on;
        is_news.then(|| Promise {
            line: line.id.clone(),
            from: old.expected_on,
            to: line.expected_on,
            by: line.expected_on.and(line.expected_by),
        })
    };
    now.lines.iter().filter_map(moved).collect()
}

/// The lines that are still waited for, and whose item had run out.
fn back_in_stock(before: &Order, now: &Order) -> Vec<String> {
    let is_back = |line: &&Line| {
        let was = earlier(before, line).and_then(|old| old.stock);
        was == Some(Quantity::ZERO) && line.stock > Some(Quantity::ZERO) && now.is_waiting_for(line)
    };
    now.lines
        .iter()
        .filter(is_back)
        .map(|line| line.id.clone())
        .collect()
}

/// Documents of a kind that are new, one change each; without any, the
/// quantities that grew are one.
fn papers(
    before: &Order,
    now: &Order,
    kind: DocumentKind,
    count: impl Fn(&Line) -> Option<Quantity>,
    change: impl Fn(Option<String>, Vec<Moved>) -> Change,
) -> Vec<Change> {
    let mut lines = grown(before, now, count);
    let is_new = |document: &&Document| {
        let mut known = before.documents_of(kind);
        !known.any(|other| other.id == document.id)
    };
    let mut changes: Vec<Change> = now
        .documents_of(kind)
        .filter(is_new)
        // The quantities belong to the documents together: the first names them.
        .map(|document| {
            let number = document.display_number().to_owned();
            change(Some(number), std::mem::take(&mut lines))
        })
        .collect();
    changes.extend(some(lines, |lines| change(None, lines)));
    changes
}

fn refunded(before: &Order, now: &Order) -> Option<Change> {
    let sum = |order: &Order| order.refunds.iter().map(|refund| refund.amount.0).sum();
    let (old, new): (Decimal, Decimal) = (sum(before), sum(now));
    (new > old).then(|| Change::Refunded {
        amount: Amount(new - old),
    })
}

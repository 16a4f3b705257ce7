//! Facts that were told of an order and that its newest version leaves out: if
//! they come back, they are not told again.

use std::collections::HashMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Change, Moved, is_repeated, number};
use crate::order::{
    Amount, Document, DocumentKind, Line, Order, Quantity, Shipment, is_same_number,
};

/// The most papers, and the most parcels, that are kept: the newest.
const MOST: usize = 100;

/// Facts that the customer was told and that the version they know leaves out.
/// A quantity that went down is not left out: it is the shop's word.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bygone {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    documents: Vec<Document>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    shipments: Vec<Shipment>,
    /// The lines with the quantities that are no longer counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    lines: Vec<Line>,
    /// The most that was ever paid back, if it is more than now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    paid_back: Option<Amount>,
    #[serde(default)]
    is_slip_printed: bool,
    #[serde(default)]
    is_picked: bool,
}

impl Bygone {
    /// Tells whether nothing was left out.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Collects what is left out once `now` follows `before`.
    #[must_use]
    pub(crate) fn after(mut self, before: &Order, now: &Order) -> Self {
        self.documents.extend(before.documents.iter().cloned());
        self.documents.retain(|paper| {
            let mut here = now.documents.iter();
            !here.any(|other| other.id == paper.id || other.is_same(paper))
        });
        self.shipments.extend(before.shipments.iter().cloned());
        self.shipments
            .retain(|parcel| number(parcel).is_some_and(|to| !is_tracked(now, to)));
        keep_last(&mut self.documents);
        keep_last(&mut self.shipments);
        self.lines = uncounted(&self.lines, before, now);
        let most = self.paid_back.map_or(Decimal::ZERO, |amount| amount.0);
        let most = most.max(paid_back(before));
        self.paid_back = (most > paid_back(now)).then_some(Amount(most));
        let was_printed = self.is_slip_printed || before.has_packing_slip();
        self.is_slip_printed = was_printed && !now.has_packing_slip();
        self.is_picked = (self.is_picked || before.picked) && !now.picked;
        self
    }

    /// Tells whether a change to `now` only repeats what was told before it was left out.
    pub(crate) fn holds(&self, now: &Order, change: &Change) -> bool {
        let has_paper = |kind, number: &str| {
            let mut papers = self.documents.iter();
            papers.any(|paper: &Document| paper.kind == kind && paper.display_number() == number)
        };
        match change {
            Change::Invoiced { document, lines } => match document {
                Some(number) => has_paper(DocumentKind::Invoice, number),
                None => self.counts(lines, |line| line.invoiced),
            },
            Change::Credited { document, lines } => match document {
                Some(number) => has_paper(DocumentKind::CreditNote, number),
                None => self.counts(lines, |line| line.credited),
            },
            Change::PackingSlipPrinted => self.is_slip_printed,
            Change::Picked => self.is_picked,
            Change::TrackingEntered { to, .. } => {
                let mut numbers = self.shipments.iter().filter_map(number);
                numbers.any(|number| is_same_number(number, to))
            }
            Change::PartDelivered { lines } | Change::Delivered { lines } => {
                self.counts(lines, |line| line.delivered) || self.has_left(now, lines)
            }
            Change::Returned { lines } => self.counts(lines, |line| line.returned),
            Change::LinesCancelled { lines } => self.counts(lines, |line| line.cancelled),
            Change::Refunded { .. } => self
                .paid_back
                .is_some_and(|amount| amount.0 >= paid_back(now)),
            Change::Placed
            | Change::StatusChanged { .. }
            | Change::Cancelled { .. }
            | Change::DeliveryCorrected { .. }
            | Change::ExpectedDateChanged { .. }
            | Change::BackInStock { .. }
            | Change::OutOfStock { .. }
            | Change::Removed
            | Change::Restored => false,
        }
    }

    /// Tells whether each quantity was as high when it was last counted.
    fn counts(&self, lines: &[Moved], count: impl Fn(&Line) -> Option<Quantity>) -> bool {
        let known: HashMap<&str, &Line> = by_id(&self.lines);
        let was = |moved: &Moved| known.get(moved.line.as_str()).copied().and_then(&count);
        !lines.is_empty() && lines.iter().all(|moved| was(moved) >= Some(moved.to))
    }

    /// Tells whether all that left is in parcels whose numbers were told.
    fn has_left(&self, now: &Order, lines: &[Moved]) -> bool {
        let mut packed: HashMap<&str, Decimal> = HashMap::new();
        for (index, parcel) in now.shipments.iter().enumerate() {
            let is_back = number(parcel).is_some_and(|to| {
                let mut numbers = self.shipments.iter().filter_map(number);
                numbers.any(|number| is_same_number(number, to))
            });
            if is_back && !is_repeated(now, index, parcel) {
                for portion in &parcel.lines {
                    let sum = packed.entry(&portion.line).or_default();
                    *sum = sum.saturating_add(portion.quantity.0);
                }
            }
        }
        let is_packed = |moved: &Moved| {
            let more = moved.to.0 - moved.from.0;
            packed.get(moved.line.as_str()) >= Some(&more)
        };
        !lines.is_empty() && lines.iter().all(is_packed)
    }
}

/// Tells whether an order has a parcel with this number.
fn is_tracked(order: &Order, to: &str) -> bool {
    let mut numbers = order.shipments.iter().filter_map(number);
    numbers.any(|number| is_same_number(number, to))
}

/// The lines that were counted, with the quantities that `now` does not count.
fn uncounted(bygone: &[Line], before: &Order, now: &Order) -> Vec<Line> {
    let (known, here) = (by_id(&before.lines), by_id(&now.lines));
    let gone = bygone
        .iter()
        .filter(|line| !known.contains_key(line.id.as_str()));
    let earlier = by_id(bygone);
    let lines = before.lines.iter().chain(gone).filter_map(|line| {
        let id = line.id.as_str();
        let (earlier, here) = (earlier.get(id).copied(), here.get(id).copied());
        let left = |count: fn(&Line) -> Option<Quantity>| {
            let last = count(line).or(earlier.and_then(count));
            last.filter(|last| *last > Quantity::ZERO && here.and_then(count).is_none())
        };
        let counts = Line {
            delivered: left(|line| line.delivered),
            cancelled: left(|line| line.cancelled),
            invoiced: left(|line| line.invoiced),
            credited: left(|line| line.credited),
            returned: left(|line| line.returned),
            ..Line::new(id, "", Quantity::ZERO)
        };
        (counts != Line::new(id, "", Quantity::ZERO)).then_some(counts)
    });
    lines.collect()
}

fn by_id(lines: &[Line]) -> HashMap<&str, &Line> {
    lines.iter().map(|line| (line.id.as_str(), line)).collect()
}

fn paid_back(order: &Order) -> Decimal {
    order.refunds.iter().map(|refund| refund.amount.0).sum()
}

fn keep_last<T>(all: &mut Vec<T>) {
    all.drain(..all.len().saturating_sub(MOST));
}

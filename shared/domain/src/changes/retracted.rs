//! Facts that were told of an order and that its newest version leaves out: if
//! they come back, they are not told again.

use std::collections::HashMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Change, Moved, has_number, number};
use crate::order::{
    Amount, Document, DocumentKind, Line, Order, Quantity, Refund, Shipment, ShipmentState,
};

/// The most papers, and the most parcels, that are kept: the newest.
const MOST: usize = 100;

/// Facts that the customer was told and that the version they know leaves out.
/// A quantity that went down is not left out: it is the shop's word.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retracted {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    documents: Vec<Document>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    shipments: Vec<Shipment>,
    /// The lines with the quantities that are no longer counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    lines: Vec<Line>,
    /// The refunds that are gone, or lower now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    refunds: Vec<Refund>,
    #[serde(default)]
    is_slip_printed: bool,
    #[serde(default)]
    is_picked: bool,
}

impl Retracted {
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
            !here.any(|other| other.is_same(paper))
        });
        self.shipments.extend(before.shipments.iter().cloned());
        self.shipments
            .retain(|parcel| number(parcel).is_some_and(|to| !is_tracked(now, to)));
        for refund in &before.refunds {
            self.refunds
                .retain(|other| other.id != refund.id || other.amount > refund.amount);
            if amount_of(&self.refunds, &refund.id) < refund.amount.0 {
                self.refunds.push(refund.clone());
            }
        }
        self.refunds
            .retain(|refund| amount_of(&now.refunds, &refund.id) < refund.amount.0);
        keep_last(&mut self.documents);
        keep_last(&mut self.shipments);
        keep_last(&mut self.refunds);
        self.lines = uncounted(&self.lines, before, now);
        let was_printed = self.is_slip_printed || before.has_packing_slip();
        self.is_slip_printed = was_printed && !now.has_packing_slip();
        self.is_picked = (self.is_picked || before.picked) && !now.picked;
        self
    }

    /// Finds what of a change from `before` to `now` is new: none if all of it was
    /// told, left out, and came back.
    pub(crate) fn new_of(&self, before: &Order, now: &Order, change: &Change) -> Option<Change> {
        let change = change.clone();
        match change {
            Change::Invoiced { document, lines } => {
                let (kind, count) = (DocumentKind::Invoice, |line: &Line| line.invoiced);
                let lines = self.new_paper(now, kind, document.as_deref(), &lines, count)?;
                Some(Change::Invoiced { document, lines })
            }
            Change::Credited { document, lines } => {
                let (kind, count) = (DocumentKind::CreditNote, |line: &Line| line.credited);
                let lines = self.new_paper(now, kind, document.as_deref(), &lines, count)?;
                Some(Change::Credited { document, lines })
            }
            Change::PackingSlipPrinted => (!self.is_slip_printed).then_some(change),
            Change::Picked => (!self.is_picked).then_some(change),
            Change::TrackingEntered {
                ref from, ref to, ..
            } => {
                // A number that takes another one's place is the one to follow now.
                let mut others = before.shipments.iter().filter_map(number);
                let is_alone = from.is_none() && others.all(|other| is_tracked(now, other));
                (!(is_alone && self.has_number(to))).then_some(change)
            }
            Change::PartDelivered { lines } => {
                let lines = self.newly_left(now, &lines)?;
                Some(Change::PartDelivered { lines })
            }
            Change::Delivered { lines } => {
                let lines = self.newly_left(now, &lines)?;
                Some(Change::Delivered { lines })
            }
            Change::Returned { lines } => {
                let lines = self.newly_counted(&lines, |line| line.returned)?;
                Some(Change::Returned { lines })
            }
            Change::LinesCancelled { lines } => {
                let lines = self.newly_counted(&lines, |line| line.cancelled)?;
                Some(Change::LinesCancelled { lines })
            }
            Change::Refunded { amount } => {
                let told = now.refunds.iter().map(|refund| {
                    let was = amount_of(&before.refunds, &refund.id);
                    let most = amount_of(&self.refunds, &refund.id).min(refund.amount.0);
                    most.saturating_sub(was).max(Decimal::ZERO)
                });
                let new = told.fold(amount.0, Decimal::saturating_sub);
                (new > Decimal::ZERO).then_some(Change::Refunded {
                    amount: Amount(new),
                })
            }
            Change::Placed
            | Change::StatusChanged { .. }
            | Change::Cancelled { .. }
            | Change::DeliveryCorrected { .. }
            | Change::ExpectedDateChanged { .. }
            | Change::BackInStock { .. }
            | Change::OutOfStock { .. }
            | Change::Removed
            | Change::Restored => Some(change),
        }
    }

    fn has_number(&self, to: &str) -> bool {
        self.shipments.iter().any(|parcel| has_number(parcel, to))
    }

    /// Returns the quantities of a new paper, or none if the paper is not new.
    /// Without a paper, they belong to those that were told.
    fn new_paper(
        &self,
        now: &Order,
        kind: DocumentKind,
        shown: Option<&str>,
        lines: &[Moved],
        count: impl Fn(&Line) -> Option<Quantity>,
    ) -> Option<Vec<Moved>> {
        let Some(shown) = shown else {
            let mut papers = self.documents.iter();
            let has_papers = papers.any(|paper| paper.kind == kind);
            return self.newly_counted(lines, count).filter(|_| !has_papers);
        };
        let mut papers = now.documents_of(kind);
        let paper = papers.find(|paper| paper.display_number() == shown)?;
        let is_told = self.documents.iter().any(|told| told.is_same(paper));
        let lines = self.newly_counted(lines, count).unwrap_or_default();
        (!is_told).then_some(lines)
    }

    /// Returns what is more than was last counted, or none if nothing is.
    fn newly_counted(
        &self,
        lines: &[Moved],
        count: impl Fn(&Line) -> Option<Quantity>,
    ) -> Option<Vec<Moved>> {
        let known = by_id(&self.lines);
        let told = |line: &str| known.get(line).copied().and_then(&count);
        beyond(lines, |moved| told(&moved.line))
    }

    /// Returns what left beside what was told in parcels that are back.
    fn newly_left(&self, now: &Order, lines: &[Moved]) -> Option<Vec<Moved>> {
        let mut packed: HashMap<&str, Decimal> = HashMap::new();
        let gone = self.shipments.iter().filter(|parcel| {
            let is_back = number(parcel).is_some_and(|to| is_tracked(now, to));
            is_back && parcel.state != ShipmentState::Pending
        });
        for line_quantity in gone.flat_map(|parcel| &parcel.lines) {
            let sum = packed.entry(&line_quantity.line).or_default();
            *sum = sum.saturating_add(line_quantity.quantity.0);
        }
        let known = by_id(&self.lines);
        beyond(lines, |moved| {
            let counted = known.get(moved.line.as_str());
            let packed = packed.get(moved.line.as_str());
            let packed = packed.map(|packed| Quantity(moved.from.0.saturating_add(*packed)));
            counted.and_then(|line| line.delivered).max(packed)
        })
    }
}

/// Returns the quantities beyond those that were told; none if there is nothing.
fn beyond(lines: &[Moved], told: impl Fn(&Moved) -> Option<Quantity>) -> Option<Vec<Moved>> {
    let beyond = lines.iter().filter_map(|moved| {
        let from = told(moved).map_or(moved.from, |told| told.max(moved.from));
        (moved.to > from || moved.to < moved.from).then(|| Moved {
            from,
            ..moved.clone()
        })
    });
    Some(beyond.collect()).filter(|lines: &Vec<Moved>| !lines.is_empty())
}

fn amount_of(refunds: &[Refund], id: &str) -> Decimal {
    let refund = refunds.iter().find(|refund| refund.id == id);
    refund.map_or(Decimal::ZERO, |refund| refund.amount.0)
}

/// Tells whether an order has a parcel with this number.
fn is_tracked(order: &Order, to: &str) -> bool {
    order.shipments.iter().any(|parcel| has_number(parcel, to))
}

/// The lines that were counted, with the quantities that `now` does not count.
fn uncounted(retracted: &[Line], before: &Order, now: &Order) -> Vec<Line> {
    let (known, here) = (by_id(&before.lines), by_id(&now.lines));
    let gone = retracted
        .iter()
        .filter(|line| !known.contains_key(line.id.as_str()));
    let earlier = by_id(retracted);
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

fn keep_last<T>(all: &mut Vec<T>) {
    all.drain(..all.len().saturating_sub(MOST));
}

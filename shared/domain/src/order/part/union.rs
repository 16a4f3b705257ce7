//! Joining what two systems list into one list: members that both have stand there once.

use std::collections::HashSet;

use super::add::fill;
use super::lines::Names;
use crate::order::{Document, LineQuantity, Refund, Shipment, ShipmentState};

/// Adds a part's papers.
pub(super) fn documents(own: &mut Vec<Document>, part: &[Document]) {
    for document in part {
        let is_one = |other: &Document| {
            let is_numbered = other.number.is_some() && document.number.is_some();
            // If the numbers do not tell, another amount means another paper.
            let agrees = is_numbered || agree(other.total, document.total);
            agrees && other.is_same(document)
        };
        let with_id = own
            .iter()
            .position(|other| other.id == document.id && is_one(other));
        let index = with_id.or_else(|| own.iter().position(is_one));
        if let Some(one) = index.and_then(|index| own.get_mut(index)) {
            fill(&mut one.number, document.number.as_ref());
            fill(&mut one.issued_at, document.issued_at.as_ref());
            fill(&mut one.total, document.total.as_ref());
            fill(&mut one.name, document.name.as_ref());
            fill(&mut one.media_type, document.media_type.as_ref());
            fill(&mut one.url, document.url.as_ref());
            fill(&mut one.file, document.file.as_ref());
            continue;
        }
        let id = unique(&document.id, own.iter().map(|other| other.id.as_str()));
        // The name that it is known by stays, whatever the id becomes.
        let known_by = (id != document.id).then(|| document.display_number().to_owned());
        own.push(Document {
            id,
            number: document.number.clone().or(known_by),
            ..document.clone()
        });
    }
}

/// Adds a part's parcels.
pub(super) fn shipments(own: &mut Vec<Shipment>, part: &[Shipment], names: &Names<'_>) {
    for shipment in part {
        let is_one = |other: &Shipment| other.is_same(shipment);
        // The number counts more than the id, which may mean different parcels
        // in the two systems.
        let by_number = |other: &Shipment| is_one(other) && other.id != shipment.id;
        let numbered = own.iter().position(by_number);
        let lines = names.translate(&shipment.lines);
        // A parcel without a number, but with the same contents, is waiting for its number.
        let holds_the_same = |other: &Shipment| {
            shipment.is_numbered() && !other.is_numbered() && holds(other, &lines)
        };
        let index = numbered
            .or_else(|| own.iter().position(is_one))
            .or_else(|| own.iter().position(holds_the_same));
        if let Some(one) = index.and_then(|index| own.get_mut(index)) {
            fill(&mut one.carrier, shipment.carrier.as_ref());
            if one.tracking_number.as_deref().is_none_or(str::is_empty) {
                one.tracking_number.clone_from(&shipment.tracking_number);
            }
            fill(&mut one.tracking_url, shipment.tracking_url.as_ref());
            fill(&mut one.shipped_at, shipment.shipped_at.as_ref());
            if how_far(one.state) < how_far(shipment.state) {
                one.state = shipment.state;
            }
            if one.lines.is_empty() {
                one.lines = lines;
            }
            continue;
        }
        let id = unique(&shipment.id, own.iter().map(|other| other.id.as_str()));
        own.push(Shipment {
            id,
            lines,
            ..shipment.clone()
        });
    }
}

/// Tells whether a parcel holds these and nothing else.
fn holds(parcel: &Shipment, lines: &[LineQuantity]) -> bool {
    let is_in = |line_quantity: &LineQuantity| parcel.lines.contains(line_quantity);
    !lines.is_empty() && parcel.lines.len() == lines.len() && lines.iter().all(is_in)
}

/// Adds a part's repayments. Each is at most one of the order's: two of one
/// amount are two repayments.
pub(super) fn refunds(own: &mut Vec<Refund>, part: &[Refund], names: &Names<'_>) {
    let mut taken = HashSet::new();
    let mut found = vec![None; part.len()];
    for by_id in [true, false] {
        for (refund, found) in part.iter().zip(&mut found) {
            if found.is_some() {
                continue;
            }
            let is_one = |(index, other): &(usize, &Refund)| {
                let fits = !by_id || other.id == refund.id;
                fits && other.amount == refund.amount && !taken.contains(index)
            };
            *found = own.iter().enumerate().find(is_one).map(|(index, _)| index);
            taken.extend(*found);
        }
    }
    for (refund, index) in part.iter().zip(found) {
        let lines = names.translate(&refund.lines);
        if let Some(one) = index.and_then(|index| own.get_mut(index)) {
            fill(&mut one.reason, refund.reason.as_ref());
            if one.lines.is_empty() {
                one.lines = lines;
            }
            continue;
        }
        let id = unique(&refund.id, own.iter().map(|other| other.id.as_str()));
        own.push(Refund {
            id,
            lines,
            ..refund.clone()
        });
    }
}

/// Tells whether two values do not contradict each other.
fn agree<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    a.zip(b).is_none_or(|(a, b)| a == b)
}

/// Tells how far a parcel is, to find which of two systems knows more: it
/// failed only if both say so.
const fn how_far(state: ShipmentState) -> u8 {
    match state {
        ShipmentState::Failed => 0,
        ShipmentState::Pending => 1,
        ShipmentState::Sent => 2,
        ShipmentState::Delivered => 3,
    }
}

/// Makes an id that no other has: two systems may give one id to different things.
fn unique<'a>(id: &str, others: impl Iterator<Item = &'a str>) -> String {
    let others: HashSet<&str> = others.collect();
    let mut id = id.to_owned();
    while others.contains(id.as_str()) {
        id.push('~');
    }
    id
}

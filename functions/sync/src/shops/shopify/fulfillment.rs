//! Shopify's fulfilments as parcels.

use wismo_domain::order::{MAX_SHIPMENTS, Shipment, ShipmentState};

use super::payload::{FulfilledLine, Fulfillment};
use super::quantities::line_quantities;
use crate::shops::loose::moment;
use crate::shops::text::line_or_none;

/// The parcels of a fulfilment: one for each tracking number, or one without. The
/// first has the fulfilment's id and all its contents; the others have the same id
/// with `-2`, `-3` and so on, and no contents, as nobody knows which parcel holds
/// what.
pub(super) fn shipments(fulfillment: &Fulfillment) -> Vec<Shipment> {
    let first = first(fulfillment);
    let others = tracked(fulfillment).into_iter().enumerate().skip(1);
    let others = others.map(|(index, (number, link))| Shipment {
        id: format!("{}-{}", fulfillment.id, index + 1),
        tracking_number: Some(number),
        tracking_url: link,
        lines: Vec::new(),
        ..first.clone()
    });
    let mut shipments: Vec<Shipment> = others.collect();
    shipments.insert(0, first);
    shipments
}

/// The first of the parcels, which is all that the body of a single fulfilment
/// tells. Its other numbers come with the order, which Shopify sends as well.
pub(super) fn first(fulfillment: &Fulfillment) -> Shipment {
    let created = fulfillment.created_at.as_deref();
    let lines = fulfillment.line_items.iter().flatten();
    let (tracking_number, tracking_url) = match tracked(fulfillment).into_iter().next() {
        Some((number, link)) => (Some(number), link),
        None => (None, fulfillment.tracking_url.clone()),
    };
    Shipment {
        carrier: line_or_none(fulfillment.tracking_company.as_deref()),
        tracking_number,
        tracking_url,
        shipped_at: created.filter(|_| is_sent(fulfillment)).and_then(moment),
        lines: line_quantities(lines.map(|line| (line.id.as_str(), line.quantity))),
        ..Shipment::new(&fulfillment.id, state(fulfillment))
    }
}

/// Tells whether it is a parcel: with a number it always is; without one it is
/// not if nothing in it needs shipping, or if it is collected.
pub(super) fn is_parcel(fulfillment: &Fulfillment) -> bool {
    let mut lines = fulfillment.line_items.iter().flatten().peekable();
    let is_digital = lines.peek().is_some() && lines.all(FulfilledLine::needs_no_shipping);
    has_number(fulfillment) || !(is_digital || is_collected(fulfillment))
}

pub(super) fn has_number(fulfillment: &Fulfillment) -> bool {
    first(fulfillment).tracking_number.is_some()
}

/// Tells whether the customer collects it, or has collected it: a parcel that
/// waits for collection at a carrier has a number.
pub(super) fn is_collected(fulfillment: &Fulfillment) -> bool {
    let state = fulfillment.shipment_status.as_deref();
    let is_here = matches!(state, Some("ready_for_pickup" | "picked_up"));
    is_here && !has_number(fulfillment)
}

/// Tells whether its contents have left the shop.
pub(super) fn is_sent(fulfillment: &Fulfillment) -> bool {
    fulfillment.status.as_deref() == Some("success")
}

/// The state of a parcel. `cancelled`, `error` and `failure` did not come about,
/// even if they have a number; `pending` and `open` wait for whoever fulfils.
/// Neither a carrier's failed attempt (`shipment_status` `attempted_delivery`) nor
/// a parcel that Shopify could not follow (`failure`) ends anything.
fn state(fulfillment: &Fulfillment) -> ShipmentState {
    match fulfillment.status.as_deref() {
        Some("success") if fulfillment.shipment_status.as_deref() == Some("delivered") => {
            ShipmentState::Delivered
        }
        Some("success") => ShipmentState::Sent,
        Some("cancelled" | "error" | "failure") => ShipmentState::Failed,
        _ => ShipmentState::Pending,
    }
}

/// The tracking numbers, each once and with its link.
fn tracked(fulfillment: &Fulfillment) -> Vec<(String, Option<String>)> {
    let numbers = fulfillment.tracking_numbers.iter().flatten();
    let links = fulfillment.tracking_urls.iter().flatten();
    let links = links.map(Option::as_deref).chain(std::iter::repeat(None));
    let listed = numbers.map(Option::as_deref).zip(links);
    // The single number is the first of the list; old payloads have only the
    // single one.
    let single = fulfillment.tracking_number.as_deref();
    let single = (single, fulfillment.tracking_url.as_deref());
    let mut tracked: Vec<(String, Option<String>)> = Vec::new();
    for (number, link) in listed.chain([single]) {
        let Some(number) = number else { continue };
        if tracked.len() < MAX_SHIPMENTS && !tracked.iter().any(|(known, _)| known == number) {
            tracked.push((number.to_owned(), link.map(str::to_owned)));
        }
    }
    tracked
}

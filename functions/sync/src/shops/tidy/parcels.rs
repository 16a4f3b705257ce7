//! Parcels as people enter them: several numbers in one field, links in the
//! field for the number, the same number twice.

use std::collections::HashSet;

use wismo_domain::order::{Shipment, ShipmentState, is_same_number};

use super::Dropped;
use super::links::{is_address, is_link, meant};
use super::numbers::numbers;
use crate::shops::text::short;

/// Words that shops write if no carrier is known, in letters and digits.
const NO_CARRIER: [&str; 9] = [
    "other",
    "custom",
    "na",
    "none",
    "unknown",
    "default",
    "manual",
    "notlisted",
    "customcarrier",
];

/// Makes one parcel of each number, with one number for each parcel.
pub(super) fn tidy(parcels: &mut Vec<Shipment>, dropped: &mut Dropped) {
    let mut whole: Vec<Shipment> = Vec::with_capacity(parcels.len());
    let mut numbers = HashSet::new();
    for parcel in parcels.drain(..).flat_map(|parcel| each(parcel, dropped)) {
        let is_new = match bare(&parcel) {
            Some(number) => numbers.insert(number),
            None => true,
        };
        // Only a number that came before can be joined.
        let known = whole
            .iter_mut()
            .find(|known| !is_new && is_one(known, &parcel));
        match known {
            Some(known) => join(known, parcel),
            None => whole.push(parcel),
        }
    }
    *parcels = whole;
}

/// Reduces a single parcel to the first of those in its field: a message about
/// one parcel can only tell of one.
pub(super) fn first(parcel: &mut Shipment, dropped: &mut Dropped) {
    if let Some(first) = each(parcel.clone(), dropped).into_iter().next() {
        *parcel = first;
    }
}

fn bare(parcel: &Shipment) -> Option<String> {
    let number = parcel.tracking_number.as_deref()?;
    Some(
        number
            .split_whitespace()
            .collect::<String>()
            .to_ascii_uppercase(),
    )
}

/// The parcels of the numbers in a parcel's field. The first keeps the id and
/// the contents, as nobody knows which parcel holds what.
fn each(mut parcel: Shipment, dropped: &mut Dropped) -> Vec<Shipment> {
    parcel.carrier = parcel.carrier.filter(|carrier| is_carrier(carrier));
    let field = parcel.tracking_number.take();
    let link = parcel.tracking_url.take();
    let carrier = parcel.carrier.clone();
    let field = field.as_deref().map(str::trim).unwrap_or_default();
    let (links, numbers): (Vec<String>, Vec<String>) = numbers(field, carrier.as_deref())
        .into_iter()
        .partition(|number| is_link(number));
    let link = link.or_else(|| links.into_iter().next());
    let link_of = |number: Option<&str>, dropped: &mut Dropped| {
        let link = link.as_deref()?;
        if !is_link(link.trim()) && !is_address(link.trim()) {
            // This is not a link at all, which the checks will report.
            return Some(link.to_owned());
        }
        let meant = meant(link, number);
        if meant.is_none() {
            dropped.note("tracking_url", "is not a link to this parcel");
        }
        meant
    };
    let Some((first, others)) = numbers.split_first() else {
        // A dash means nothing, but words may be something that the merchant
        // wants to tell.
        if link.is_none() && field.contains(char::is_alphanumeric) {
            dropped.note("tracking_number", "is not a tracking number");
        }
        parcel.tracking_url = link_of(None, dropped);
        return vec![parcel];
    };
    let mut parcels = vec![Shipment {
        tracking_number: Some(first.clone()),
        tracking_url: link_of(Some(first), dropped),
        ..parcel.clone()
    }];
    // A link that contains one number belongs to that number.
    let shared = link
        .as_deref()
        .filter(|link| !link.contains(first.as_str()));
    for (index, number) in others.iter().enumerate() {
        let url = shared.and_then(|_| link_of(Some(number), dropped));
        parcels.push(Shipment {
            id: short(format!("{}-{}", parcel.id, index + 2)),
            tracking_number: Some(number.clone()),
            tracking_url: url,
            lines: Vec::new(),
            ..parcel.clone()
        });
    }
    parcels
}

fn is_carrier(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    let bare: String = letters.flat_map(char::to_lowercase).collect();
    !bare.is_empty() && !NO_CARRIER.contains(&bare.as_str())
}

/// Tells whether two parcels are the same: they have the same number, and both
/// failed or neither did.
fn is_one(a: &Shipment, b: &Shipment) -> bool {
    let is_failed = |parcel: &Shipment| parcel.state == ShipmentState::Failed;
    let numbers = a
        .tracking_number
        .as_deref()
        .zip(b.tracking_number.as_deref());
    numbers.is_some_and(|(a, b)| is_same_number(a, b)) && is_failed(a) == is_failed(b)
}

/// Merges a parcel into another one, which is the same.
fn join(known: &mut Shipment, other: Shipment) {
    for line_quantity in other.lines {
        match known
            .lines
            .iter_mut()
            .find(|line| line.line == line_quantity.line)
        {
            // A sum that is too large for a number is refused later as too
            // much.
            Some(line) => {
                line.quantity.0 = line.quantity.0.saturating_add(line_quantity.quantity.0);
            }
            None => known.lines.push(line_quantity),
        }
    }
    known.carrier = known.carrier.take().or(other.carrier);
    known.tracking_url = known.tracking_url.take().or(other.tracking_url);
    known.shipped_at = known.shipped_at.or(other.shipped_at);
    if how_far(other.state) > how_far(known.state) {
        known.state = other.state;
    }
}

const fn how_far(state: ShipmentState) -> u8 {
    match state {
        ShipmentState::Failed => 0,
        ShipmentState::Pending => 1,
        ShipmentState::Sent => 2,
        ShipmentState::Delivered => 3,
    }
}

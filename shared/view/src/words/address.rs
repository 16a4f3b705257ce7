//! An address, line by line.

use wismo_domain::order::{Address, DeliveryMethod, Order, Stage};

/// Writes an address line by line, as it stands on a parcel: the place's order is
/// that of most of Europe, the country by its code.
#[must_use]
pub fn address(address: &Address) -> Vec<String> {
    let place = [address.postcode.as_deref(), address.city.as_deref()];
    let place: Vec<&str> = place.into_iter().flatten().collect();
    let place = place.join(" ");
    let street = address.street.iter().map(String::as_str);
    let before = [address.name.as_deref(), address.company.as_deref()];
    let after = [
        Some(place.as_str()),
        address.region.as_deref(),
        address.country.as_deref(),
    ];
    before
        .into_iter()
        .flatten()
        .chain(street)
        .chain(after.into_iter().flatten())
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Where an order lies ready, line by line; nothing where it does not, or nobody
/// said where. What is shipped has the customer's own address.
#[must_use]
pub fn collected_from(order: &Order) -> Vec<String> {
    let is_there = order.delivery_method == Some(DeliveryMethod::PickUp)
        && order.standing() == Stage::ReadyToCollect;
    let place = order.delivery_address.as_ref().filter(|_| is_there);
    place.map(address).unwrap_or_default()
}

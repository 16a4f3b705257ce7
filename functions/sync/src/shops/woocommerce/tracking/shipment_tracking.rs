//! The form of Shipment Tracking (`WooCommerce`), which Advanced Shipment Tracking
//! (Zorem) and `WooCommerce` Shipping keep in the same place, and `AfterShip` and
//! `ParcelPanel` in places of their own.

use serde_json::Value;
use wismo_domain::order::{MAX_LINES, Quantity, Shipment, ShipmentState};
use wismo_domain::time::zone::TimeZone;

use super::{field, json_text, line_quantities, link, number};
use crate::shops::loose::quantity_of;
use crate::shops::text::{line, short};
use crate::shops::woocommerce::payload::{Payload, members};
use crate::shops::woocommerce::time::shipped_at;

/// The places of such parcels. `AfterShip` also takes over the numbers of Shipment
/// Tracking (`aftership-woocommerce-tracking`, `save_tracking_items`).
const PLACES: [&str; 3] = [
    "_wc_shipment_tracking_items",
    "_aftership_tracking_items",
    "_parcelpanel_shipping_numbers",
];

/// A day in seconds.
const DAY: i64 = 86_400;

pub(super) fn parcels(payload: &Payload, zone: &TimeZone) -> impl Iterator<Item = Shipment> {
    let kept = PLACES.into_iter().flat_map(|place| payload.meta(place));
    let items = kept
        .map(json_text)
        .flat_map(|items| match items.get("tracking_number") {
            Some(_) => vec![items.into_owned()],
            None => members(&items).cloned().collect(),
        });
    items.filter_map(|item| parcel(payload, &item, zone))
}

fn parcel(payload: &Payload, item: &Value, zone: &TimeZone) -> Option<Shipment> {
    let tracking_number = number(item, "tracking_number");
    let id = field(item, "tracking_id")
        .or_else(|| tracking_number.as_deref().map(line))
        .map(short)?;
    let seconds = |name| field(item, name)?.parse().ok();
    // `ParcelPanel` keeps a past day as its last second.
    let day = |seconds: i64| match seconds % DAY == DAY - 1 {
        true => seconds - (DAY - 1),
        false => seconds,
    };
    let shipped = seconds("date_shipped").or_else(|| seconds("fulfilled_at").map(day));
    // `slug` is AfterShip's, `courier_code` ParcelPanel's. (AfterShip's dates are
    // local times marked as UTC, so they are not used.)
    let mut carriers = [
        "custom_tracking_provider",
        "tracking_provider",
        "slug",
        "courier_code",
    ]
    .into_iter()
    .filter_map(|name| field(item, name));
    // Advanced Shipment Tracking's list of the contents, which may name a line by its
    // product.
    let products = item.get("products_list").map(json_text);
    let products = products.as_deref().into_iter().flat_map(members);
    Some(Shipment {
        id,
        carrier: carriers.next(),
        tracking_number,
        tracking_url: link(item, "custom_tracking_link"),
        shipped_at: shipped.and_then(|seconds| shipped_at(seconds, zone)),
        state: ShipmentState::Sent,
        lines: line_quantities(payload, products, |product| in_it(payload, product)),
    })
}

/// The line that is in a parcel, and its quantity there.
fn in_it(payload: &Payload, product: &Value) -> Option<(String, Quantity)> {
    let quantity = quantity_of(product.get("qty")?)?;
    if let Some(line) = field(product, "item_id") {
        return Some((line, quantity));
    }
    let id = field(product, "product")?;
    let is_of = |known: &Option<String>| known.as_deref() == Some(id.as_str());
    let lines = payload.line_items.iter().take(MAX_LINES);
    let mut lines = lines.filter(|line| is_of(&line.variation_id) || is_of(&line.product_id));
    // If two lines have the same product, nobody knows which one is meant.
    let line = lines.next().filter(|_| lines.next().is_none())?;
    Some((line.id.clone(), quantity))
}

//! Parcels, as plugins keep them in an order's `meta_data`.

use std::collections::HashSet;

use serde_json::Value;
use wismo_domain::order::{MAX_ID, Shipment, ShipmentState};
use wismo_domain::zone::TimeZone;

use super::payload::{Payload, members};
use super::time::shipped_at;
use crate::shops::loose::text_of;
use crate::shops::text::{link, plain_or_none};

/// Shipment Tracking's parcels, which Advanced Shipment Tracking and WooCommerce
/// Shipping keep in the same place and form.
const SHIPMENT_TRACKING: &str = "_wc_shipment_tracking_items";
/// `AfterShip`'s parcels (`aftership-woocommerce-tracking`, `save_tracking_items`).
/// It also takes over the numbers of Shipment Tracking.
const AFTERSHIP: &str = "_aftership_tracking_items";

/// Every parcel that a plugin has entered, each number once.
pub(super) fn shipments(payload: &Payload, zone: &TimeZone) -> Vec<Shipment> {
    let known = payload
        .meta(SHIPMENT_TRACKING)
        .chain(payload.meta(AFTERSHIP));
    let mut ids = HashSet::new();
    let mut numbers = HashSet::new();
    known
        .flat_map(members)
        .filter_map(|item| shipment(item, zone))
        .filter(|shipment| {
            let number = shipment.tracking_number.clone();
            number.is_none_or(|number| numbers.insert(number)) && ids.insert(shipment.id.clone())
        })
        .collect()
}

/// One parcel. A field that is odd counts as empty: no order is refused for
/// what a plugin keeps.
fn shipment(item: &Value, zone: &TimeZone) -> Option<Shipment> {
    let field = |name: &str| {
        let text = text_of(item.get(name)?).ok().flatten();
        plain_or_none(text.as_deref())
    };
    let short = |text: &String| text.chars().count() <= MAX_ID;
    let tracking_number = field("tracking_number").filter(short);
    let id = field("tracking_id")
        .filter(short)
        .or_else(|| tracking_number.clone())?;
    let seconds = field("date_shipped").and_then(|seconds| seconds.parse().ok());
    Some(Shipment {
        id,
        // `slug` is AfterShip's. (Its dates are local times marked as UTC: not used.)
        carrier: field("custom_tracking_provider")
            .or_else(|| field("tracking_provider"))
            .or_else(|| field("slug")),
        tracking_number,
        tracking_url: field("custom_tracking_link").as_deref().and_then(link),
        shipped_at: seconds.and_then(|seconds| shipped_at(seconds, zone)),
        state: ShipmentState::Sent,
        lines: Vec::new(),
    })
}

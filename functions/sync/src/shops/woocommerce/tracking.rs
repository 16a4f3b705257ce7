//! Parcels, as plugins keep them in an order's `meta_data`.

use std::borrow::Cow;
use std::collections::HashSet;

use serde_json::Value;
use wismo_domain::order::{MAX_TEXT, Shipment, ShipmentState};
use wismo_domain::zone::TimeZone;

use super::payload::{Payload, members};
use super::time::shipped_at;
use crate::shops::dropped::lists;
use crate::shops::json;
use crate::shops::loose::text_of;
use crate::shops::text::{line, plain_or_none, short};

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
    let items = known
        .map(json_text)
        .flat_map(|items| match items.get("tracking_number") {
            Some(_) => vec![items.into_owned()],
            None => members(&items).cloned().collect(),
        });
    let mut known: HashSet<(String, Option<String>)> = HashSet::new();
    let mut ids = HashSet::new();
    items
        .filter_map(|item| shipment(&item, zone))
        .filter(|parcel| known.insert((parcel.id.clone(), parcel.tracking_number.clone())))
        .map(|mut parcel| {
            // Another number is another parcel, whatever its id.
            if !ids.insert(parcel.id.clone()) {
                let number = parcel.tracking_number.as_deref().unwrap_or_default();
                parcel.id = short(format!("{}-{number}", parcel.id));
            }
            parcel
        })
        .collect()
}

/// The value that a JSON text stands for, which some keep in place of the value.
fn json_text(value: &Value) -> Cow<'_, Value> {
    let text = value
        .as_str()
        .map(str::trim)
        .filter(|text| text.starts_with(['[', '{']));
    match text.and_then(|text| json::parse(text.as_bytes()).ok()) {
        Some(mut read) => {
            lists(&mut read);
            Cow::Owned(read)
        }
        None => Cow::Borrowed(value),
    }
}

/// One parcel. A field that is odd counts as empty: no order is refused for
/// what a plugin keeps.
fn shipment(item: &Value, zone: &TimeZone) -> Option<Shipment> {
    let field = |name: &str| {
        let text = text_of(item.get(name)?).ok().flatten();
        plain_or_none(text.as_deref())
    };
    // Line breaks stand between numbers.
    let number = item
        .get("tracking_number")
        .and_then(|number| text_of(number).ok()?);
    let tracking_number = number.map(|number| number.chars().take(MAX_TEXT).collect::<String>());
    let id = field("tracking_id")
        .or_else(|| tracking_number.as_deref().map(line))
        .map(short)?;
    let seconds = field("date_shipped").and_then(|seconds| seconds.parse().ok());
    Some(Shipment {
        id,
        // `slug` is AfterShip's. (Its dates are local times marked as UTC: not used.)
        carrier: field("custom_tracking_provider")
            .or_else(|| field("tracking_provider"))
            .or_else(|| field("slug")),
        tracking_number,
        tracking_url: field("custom_tracking_link"),
        shipped_at: seconds.and_then(|seconds| shipped_at(seconds, zone)),
        state: ShipmentState::Sent,
        lines: Vec::new(),
    })
}

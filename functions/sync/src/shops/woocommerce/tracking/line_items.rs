//! The numbers that Orders Tracking (`VillaTheme`) and WCFM keep with each line.

use serde_json::Value;
use wismo_domain::order::{
    LineQuantity, MAX_LINES, MAX_SHIPMENTS, MAX_TEXT, Quantity, Shipment, ShipmentState,
};
use wismo_domain::time::zone::TimeZone;

use super::{field, json_text, link, number};
use crate::shops::loose::{self, text_of};
use crate::shops::text::{line, short};
use crate::shops::woocommerce::payload::{LineItem, Payload, members};
use crate::shops::woocommerce::time::shipped_at;

/// The place of all numbers that a line ever had; the last one counts
/// (`order-details.php`).
const PLACE: &str = "_vi_wot_order_item_tracking_data";

/// The place of the numbers of a line's units after the first one, whose number
/// is in the place above.
const PLACE_OF_UNITS: &str = "_vi_wot_order_item_tracking_data_by_quantity";

/// Returns a parcel for each number, with the lines that carry it.
pub(super) fn parcels(payload: &Payload) -> impl Iterator<Item = Shipment> {
    let mut parcels: Vec<Shipment> = Vec::new();
    for item in payload.line_items.iter().take(MAX_LINES) {
        for (parcel, quantity) in of_line(item).into_iter().take(MAX_SHIPMENTS) {
            put(&mut parcels, parcel, item, quantity);
        }
    }
    parcels.into_iter()
}

/// Puts a line's quantity into its parcel.
fn put(parcels: &mut Vec<Shipment>, mut parcel: Shipment, item: &LineItem, quantity: Quantity) {
    let mut known = parcels.iter_mut();
    let parcel = match known.find(|known| known.is_same(&parcel)) {
        Some(known) => known,
        None => {
            parcel.lines.clear();
            parcels.push(parcel);
            let Some(last) = parcels.last_mut() else {
                return;
            };
            last
        }
    };
    let mut lines = parcel.lines.iter_mut();
    match lines.find(|line_quantity| line_quantity.line == item.id) {
        Some(line_quantity) => {
            line_quantity.quantity.0 = line_quantity.quantity.0.saturating_add(quantity.0);
        }
        None => parcel.lines.push(LineQuantity {
            line: item.id.clone(),
            quantity,
        }),
    }
}

/// The parcels of a line, each with its quantity of the line.
fn of_line(item: &LineItem) -> Vec<(Shipment, Quantity)> {
    let units = item.meta(PLACE_OF_UNITS).next().map(json_text);
    let units: Vec<&Value> = units.as_deref().into_iter().flat_map(members).collect();
    let all = item.meta(PLACE).next().map(json_text);
    let first = all
        .as_deref()
        .and_then(|kept| of_orders_tracking(members(kept).last()?));
    if units.is_empty() {
        let parcel = first.or_else(|| of_wcfm(item));
        return parcel
            .map(|parcel| (parcel, item.quantity))
            .into_iter()
            .collect();
    }
    let others = units.into_iter().map(of_orders_tracking);
    let units = std::iter::once(first).chain(others).flatten();
    units.map(|parcel| (parcel, loose::one())).collect()
}

/// Reads a parcel of WCFM's (`WCFMu_Shipment_Tracking`,
/// `updateShippingTrackingInfo`).
fn of_wcfm(item: &LineItem) -> Option<Shipment> {
    let of = |key| text_of(item.meta(key).next()?).ok()?;
    let code = of("wcfm_tracking_code").filter(|code| !code.trim().is_empty())?;
    Some(Shipment {
        tracking_number: Some(code.chars().take(MAX_TEXT).collect()),
        tracking_url: of("wcfm_tracking_url"),
        ..Shipment::new(&short(line(&code)), ShipmentState::Sent)
    })
}

/// Reads a parcel of Orders Tracking's.
fn of_orders_tracking(last: &Value) -> Option<Shipment> {
    let tracking_number = number(last, "tracking_number")?;
    let seconds = field(last, "time").and_then(|seconds| seconds.parse().ok());
    Some(Shipment {
        id: short(line(&tracking_number)),
        carrier: field(last, "carrier_name").or_else(|| field(last, "carrier_slug")),
        tracking_number: Some(tracking_number),
        tracking_url: link(last, "carrier_url"),
        // This is a moment, which needs no zone.
        shipped_at: seconds.and_then(|seconds| shipped_at(seconds, &TimeZone::utc())),
        state: ShipmentState::Sent,
        lines: Vec::new(),
    })
}

//! The numbers that Orders Tracking (`VillaTheme`) and WCFM keep with each line.

use serde_json::Value;
use wismo_domain::order::{MAX_LINES, MAX_TEXT, Portion, Shipment, ShipmentState};
use wismo_domain::zone::TimeZone;

use super::{field, json_text, number};
use crate::shops::loose::text_of;
use crate::shops::text::{line, short};
use crate::shops::woocommerce::payload::{LineItem, Payload, members};
use crate::shops::woocommerce::time::shipped_at;

/// A line's numbers since it began: the last one counts (`order-details.php`).
const PLACE: &str = "_vi_wot_order_item_tracking_data";

/// A parcel for each number, with the lines that carry it.
pub(super) fn parcels(payload: &Payload) -> impl Iterator<Item = Shipment> {
    let mut parcels: Vec<Shipment> = Vec::new();
    for item in payload.line_items.iter().take(MAX_LINES) {
        let Some(mut parcel) = parcel(item) else {
            continue;
        };
        let portion = Portion {
            line: item.id.clone(),
            quantity: item.quantity,
        };
        let mut known = parcels.iter_mut();
        if let Some(known) = known.find(|known| known.is_same(&parcel)) {
            known.lines.push(portion);
        } else {
            parcel.lines.push(portion);
            parcels.push(parcel);
        }
    }
    parcels.into_iter()
}

fn parcel(item: &LineItem) -> Option<Shipment> {
    of_orders_tracking(item).or_else(|| of_wcfm(item))
}

/// WCFM's (`WCFMu_Shipment_Tracking`, `updateShippingTrackingInfo`).
fn of_wcfm(item: &LineItem) -> Option<Shipment> {
    let of = |key| text_of(item.meta(key).next()?).ok()?;
    let code = of("wcfm_tracking_code").filter(|code| !code.trim().is_empty())?;
    Some(Shipment {
        tracking_number: Some(code.chars().take(MAX_TEXT).collect()),
        tracking_url: of("wcfm_tracking_url"),
        ..Shipment::new(&short(line(&code)), ShipmentState::Sent)
    })
}

fn of_orders_tracking(item: &LineItem) -> Option<Shipment> {
    let kept = item.meta(PLACE).next().map(json_text)?;
    let last: &Value = members(&kept).last()?;
    let tracking_number = number(last, "tracking_number")?;
    let seconds = field(last, "time").and_then(|seconds| seconds.parse().ok());
    Some(Shipment {
        id: short(line(&tracking_number)),
        carrier: field(last, "carrier_name").or_else(|| field(last, "carrier_slug")),
        tracking_number: Some(tracking_number),
        tracking_url: field(last, "carrier_url"),
        // A moment, in no zone of its own.
        shipped_at: seconds.and_then(|seconds| shipped_at(seconds, &TimeZone::utc())),
        state: ShipmentState::Sent,
        lines: Vec::new(),
    })
}

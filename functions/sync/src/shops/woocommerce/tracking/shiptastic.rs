//! The parcels of Shiptastic and of Germanized (vendidero): a list of its own
//! beside the order's lines (`Api::prepare_shipments`, `ShipmentsController::prepare_shipment`).

use serde_json::Value;
use wismo_domain::order::{Shipment, ShipmentState};
use wismo_domain::time::zone::TimeZone;

use super::{field, line_quantities, link, number};
use crate::shops::loose::quantity_of;
use crate::shops::text::short;
use crate::shops::woocommerce::payload::{Payload, members};
use crate::shops::woocommerce::time::time;

pub(super) fn parcels(payload: &Payload, zone: &TimeZone) -> impl Iterator<Item = Shipment> {
    let parcels = members(&payload.shipments);
    parcels.filter_map(|item| parcel(payload, item, zone))
}

fn parcel(payload: &Payload, item: &Value, zone: &TimeZone) -> Option<Shipment> {
    if field(item, "type").as_deref() == Some("return") {
        return None;
    }
    let tracking_number = number(item, "tracking_id");
    let status = field(item, "status")?;
    let state = match status.strip_prefix("gzd-").unwrap_or(&status) {
        "shipped" => ShipmentState::Sent,
        "delivered" => ShipmentState::Delivered,
        // A packed parcel is told once it has a number.
        "draft" | "processing" | "ready-for-shipping" if tracking_number.is_some() => {
            ShipmentState::Pending
        }
        // Requested, rejected or deleted parcels, and states that other
        // plugins add.
        _ => return None,
    };
    let sent = |name, zone| time(&field(item, name)?, zone);
    let items = item.get("items").into_iter().flat_map(members);
    Some(Shipment {
        id: short(format!("shipment-{}", field(item, "id")?)),
        carrier: field(item, "shipping_provider_title")
            .or_else(|| field(item, "shipping_provider")),
        tracking_number,
        tracking_url: link(item, "tracking_url"),
        shipped_at: sent("date_sent_gmt", &TimeZone::utc()).or_else(|| sent("date_sent", zone)),
        state,
        lines: line_quantities(payload, items, |item| {
            Some((
                field(item, "order_item_id")?,
                quantity_of(item.get("quantity")?)?,
            ))
        }),
    })
}

//! The parcels of `MyParcel` (`PdkOrderRepository`; before version 6 in the
//! place of its Dutch plugin, before version 5 in another form).

use serde_json::Value;
use wismo_domain::order::{Shipment, ShipmentState};

use super::{field, is_marked, json_text, link, number};
use crate::shops::text::{line, short};
use crate::shops::woocommerce::payload::{Payload, members};

const PLACES: [&str; 3] = [
    "_myparcelcom_order_shipments",
    "_myparcelnl_order_shipments",
    "_myparcel_shipments",
];

pub(super) fn parcels(payload: &Payload) -> impl Iterator<Item = Shipment> {
    let kept = PLACES.into_iter().flat_map(|place| payload.meta(place));
    let kept = kept.map(json_text);
    kept.flat_map(|items| members(&items).filter_map(parcel).collect::<Vec<_>>())
}

fn parcel(item: &Value) -> Option<Shipment> {
    let item = item.get("shipment").unwrap_or(item);
    if ["isReturn", "hidden", "deleted"]
        .into_iter()
        .any(|name| is_marked(item, name))
    {
        return None;
    }
    let barcode = number(item, "barcode")?;
    let carrier = field(item, "carrier");
    let named = || field(item.get("carrier")?, "externalIdentifier");
    Some(Shipment {
        id: short(format!("myparcel-{}", line(&barcode))),
        carrier: carrier.or_else(named),
        tracking_number: Some(barcode),
        tracking_url: link(item, "linkConsumerPortal"),
        shipped_at: None,
        state: match is_marked(item, "delivered") {
            true => ShipmentState::Delivered,
            false => ShipmentState::Sent,
        },
        lines: Vec::new(),
    })
}

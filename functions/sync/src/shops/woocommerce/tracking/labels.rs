//! The labels that a shop bought from `WooCommerce` Shipping, or from
//! `WooCommerce` Services before it.
//!
//! The plugin also puts its numbers, including those of returns, into Shipment
//! Tracking's place, where they stay even if a label is refunded
//! (`WooCommerceShipmentTracking`).

use std::collections::HashSet;

use serde_json::Value;
use wismo_domain::order::{Shipment, ShipmentState};

use super::{field, is_marked, json_text, number};
use crate::shops::text::{line, short};
use crate::shops::woocommerce::payload::{Payload, members};

const PLACES: [&str; 2] = ["wcshipping_labels", "wc_connect_labels"];

/// The parcels of labels that are in use, for shops that keep them nowhere else.
pub(super) fn parcels(payload: &Payload) -> impl Iterator<Item = Shipment> {
    let used = labels(payload).filter(|label| !is_unused(label));
    let is_bought = |label: &Value| {
        let status = field(label, "status");
        status.is_none_or(|status| status.eq_ignore_ascii_case("purchased"))
    };
    used.filter(is_bought).filter_map(|label| {
        let tracking_number = number(&label, "tracking")?;
        Some(Shipment {
            id: short(line(&tracking_number)),
            carrier: field(&label, "carrier_id"),
            tracking_number: Some(tracking_number),
            ..Shipment::new("", ShipmentState::Sent)
        })
    })
}

/// The numbers that do not belong to any parcel for the customer: those of
/// returns, and of labels that were refunded.
pub(super) fn unused(payload: &Payload) -> HashSet<Option<String>> {
    let labels = labels(payload).filter(is_unused);
    let numbers = labels.filter_map(|label| number(&label, "tracking"));
    numbers.map(Some).collect()
}

fn labels(payload: &Payload) -> impl Iterator<Item = Value> {
    let kept = PLACES.into_iter().flat_map(|place| payload.meta(place));
    let kept = kept.map(json_text);
    kept.flat_map(|labels| members(&labels).cloned().collect::<Vec<_>>())
}

fn is_unused(label: &Value) -> bool {
    let refund = label.get("refund").map(|refund| match refund {
        Value::Object(refund) => !refund.is_empty(),
        Value::Array(refund) => !refund.is_empty(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            is_marked(label, "refund")
        }
    });
    is_marked(label, "is_return") || refund == Some(true)
}

//! How the customer comes by the goods of an order of Shopify's, and how far that is.
//!
//! A REST order does not say that it is collected. It shows in three places:
//! `delivery_category` of its shipping line, `shipment_status` of a fulfilment
//! without a number (`ready_for_pickup`, `picked_up`), and `Checkout-Method`
//! among the notes, where a pick-up app (Zapiet's) keeps it.

use serde_json::Value;
use wismo_domain::order::{DeliveryMethod, Stage, Status};

use super::fulfillment::{is_collected, is_sent};
use super::payload::{FulfilledLine, Fulfillment, LineItem, Payload};

/// How the customer comes by the goods, where the order says it.
pub(super) fn delivery_method(order: &Payload) -> Option<DeliveryMethod> {
    let mut goods = order.goods().peekable();
    if goods.peek().is_some() && goods.all(LineItem::needs_no_shipping) {
        return Some(DeliveryMethod::None);
    }
    is_pick_up(order).then_some(DeliveryMethod::PickUp)
}

/// The status of what is fulfilled and was not shipped.
pub(super) fn fulfilled(order: &Payload, method: DeliveryMethod) -> Status {
    let state = |state: &str| {
        let mut sent = sent(order).peekable();
        sent.peek().is_some()
            && sent.all(|attempt| attempt.shipment_status.as_deref() == Some(state))
    };
    match method {
        DeliveryMethod::PickUp if state("ready_for_pickup") => {
            Status::new("ready_for_pickup", Stage::ReadyToCollect)
        }
        DeliveryMethod::PickUp if state("picked_up") => Status::new("picked_up", Stage::Collected),
        DeliveryMethod::PickUp | DeliveryMethod::None => Status::new("fulfilled", Stage::Completed),
        DeliveryMethod::Shipping => Status::new("fulfilled", Stage::Sent),
    }
}

/// Whether anything that is shipped has left the shop; yes where nobody says.
pub(super) fn has_shipped(order: &Payload) -> bool {
    let mut sent = sent(order).peekable();
    let lines = |attempt: &Fulfillment| match &attempt.line_items {
        Some(lines) if !lines.is_empty() => !lines.iter().all(FulfilledLine::needs_no_shipping),
        _ => true,
    };
    sent.peek().is_none() || sent.any(lines)
}

fn sent(order: &Payload) -> impl Iterator<Item = &Fulfillment> {
    let attempts = order.fulfillments.iter().flatten();
    attempts.filter(|attempt| is_sent(attempt))
}

fn is_pick_up(order: &Payload) -> bool {
    let is_way = |line: &Value| {
        let category = line.get("delivery_category").and_then(Value::as_str);
        matches!(category, Some("pickup" | "pick_up" | "local_pickup"))
    };
    let is_note = |note: &Value| {
        let text = |key: &str| note.get(key).and_then(Value::as_str).unwrap_or_default();
        text("name") == "Checkout-Method" && text("value").eq_ignore_ascii_case("pickup")
    };
    let members = |list: &Value, is: &dyn Fn(&Value) -> bool| {
        list.as_array().is_some_and(|list| list.iter().any(is))
    };
    members(&order.shipping_lines, &is_way)
        || members(&order.note_attributes, &is_note)
        || sent(order).any(is_collected)
}

//! The way in which the customer gets the goods of an order of Shopify's, and how far
//! they are.
//!
//! A REST order does not say that it is collected. This shows in four places:
//! `delivery_category` of its shipping line; `shipment_status` of its fulfilments
//! without a number (`ready_for_pickup`, `picked_up`); `Checkout-Method` among the
//! notes, where a pick-up app (Zapiet's) keeps it; and a purchase at a till without a
//! shipping address.

use serde_json::Value;
use wismo_domain::order::{Address, DeliveryMethod, Quantity, Stage, Status};
use wismo_domain::time::Date;

use super::fulfillment::{is_collected, is_sent};
use super::payload::{FulfilledLine, Fulfillment, LineItem, Payload};
use crate::shops::text::{line_or_none, short};

/// The way in which the customer gets the goods, if the order says it.
pub(super) fn delivery_method(order: &Payload) -> Option<DeliveryMethod> {
    // Lines that were removed from the order are not shipped either.
    let is_left = |item: &&LineItem| item.current_quantity != Some(Quantity::ZERO);
    let is_any_left = order.goods().any(|item| is_left(&item));
    let mut goods = order
        .goods()
        .filter(|item| !is_any_left || is_left(item))
        .peekable();
    if goods.peek().is_some() && goods.all(LineItem::needs_no_shipping) {
        return Some(DeliveryMethod::None);
    }
    is_pick_up(order).then_some(DeliveryMethod::PickUp)
}

/// The status of an order that is fulfilled by other means than shipping.
pub(super) fn fulfilled(order: &Payload, method: DeliveryMethod) -> Status {
    let is = |attempt: &Fulfillment, state: &str| attempt.shipment_status.as_deref() == Some(state);
    // If an order is collected in several visits, some of it may still be
    // waiting.
    let is_ready = || sent(order).any(|attempt| is(attempt, "ready_for_pickup"));
    let is_collected = || sent(order).all(|attempt| is(attempt, "picked_up"));
    let is_sent = sent(order).next().is_some();
    match method {
        DeliveryMethod::PickUp if is_ready() => {
            Status::new("ready_for_pickup", Stage::ReadyToCollect)
        }
        DeliveryMethod::PickUp if (is_sent && is_collected()) || is_till(order) => {
            Status::new("picked_up", Stage::Collected)
        }
        DeliveryMethod::PickUp | DeliveryMethod::None => Status::new("fulfilled", Stage::Completed),
        DeliveryMethod::Shipping => Status::new("fulfilled", Stage::Sent),
    }
}

/// Tells whether anything that has left the shop is shipped; true if the order
/// does not say.
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
    let ways = order.shipping_lines.as_array();
    let method = note(order, "Checkout-Method");
    ways.is_some_and(|ways| ways.iter().any(is_way))
        || method.is_some_and(|method| method.eq_ignore_ascii_case("pickup"))
        || is_till(order)
        || all_collected(order)
}

/// Tells whether everything that has left so far was collected or waits for
/// collection.
fn all_collected(order: &Payload) -> bool {
    let mut sent = sent(order).peekable();
    sent.peek().is_some() && sent.all(is_collected)
}

/// Tells whether it was bought at a till, and taken along or collected there:
/// Shopify POS marks such goods as fulfilled.
pub(super) fn is_till(order: &Payload) -> bool {
    let lines = order.shipping_lines.as_array();
    order.source_name.as_deref() == Some("pos")
        && order.shipping_address.is_none()
        && lines.is_none_or(Vec::is_empty)
}

/// The place of collection, as a pick-up app gives it.
pub(super) fn place(order: &Payload) -> Option<Address> {
    let note = |name: &str| line_or_none(note(order, &format!("Pickup-Location-{name}")));
    let street = ["Address-Line-1", "Address-Line-2"];
    Address {
        company: note("Company"),
        street: street.into_iter().filter_map(note).collect(),
        postcode: note("Postal-Code").map(short),
        city: note("City"),
        region: note("Region"),
        ..Address::default()
    }
    .or_none()
}

/// The day that the customer chose in the app, for collecting the order or for
/// its delivery.
pub(super) fn chosen_day(order: &Payload) -> Option<Date> {
    let days = ["Pickup-Date", "Delivery-Date"].into_iter();
    let mut days = days.filter_map(|name| note(order, name));
    days.find_map(|day| day.trim().get(..10)?.replace('/', "-").parse().ok())
}

/// An app's note on the order, by its name.
fn note<'a>(order: &'a Payload, name: &str) -> Option<&'a str> {
    let mut notes = order.note_attributes.as_array()?.iter();
    let note = notes.find(|note| note.get("name").and_then(Value::as_str) == Some(name))?;
    note.get("value")?.as_str()
}

//! The content of a delivery from Shopify. The body's shape decides what it
//! is: the headers are not signed.

use http::{HeaderMap, HeaderValue};
use serde::Deserialize;
use serde_json::Value;
use wismo_domain::log::{EventPayload, Fact};
use wismo_domain::time::Timestamp;

use super::payload::{Fulfillment, Payload, Refunded};
use super::to_order::to_order;
use super::{fulfillment, refund};
use crate::delivery::Delivery;
use crate::shops::bad_body::read;
use crate::shops::dropped::{self, Dropped};
use crate::shops::{BadBody, log_word, loose};

/// The header that names the topic. As it is not signed, it can only make a
/// delivery count for less than its body says.
const TOPIC: &str = "x-shopify-topic";

/// Reads a delivery.
pub(in crate::shops) fn parse(
    headers: &HeaderMap,
    body: Value,
    now: Timestamp,
    dropped: &mut Dropped,
) -> Result<Delivery, BadBody> {
    let (order, payload) = match Shape::of(&body) {
        Shape::Order => {
            let payload: Payload = dropped::read(body, &["id"], dropped)?;
            let at = or_now("updated_at", payload.updated_at.as_deref(), now, dropped);
            let order = to_order(&payload, at);
            (payload.id, EventPayload::Order(Box::new(order)))
        }
        Shape::Deleted if !is_of_orders(headers) => return Ok(ignored(headers)),
        Shape::Deleted => {
            let Deleted { id } = read(body, "")?;
            (id, EventPayload::Deleted)
        }
        Shape::Fulfillment => {
            let part: Part = read(body.clone(), "")?;
            let fulfillment: Fulfillment = dropped::read(body, &["id"], dropped)?;
            if !fulfillment::is_parcel(&fulfillment) {
                // No parcel is under way; the order says everything else.
                return Ok(ignored(headers));
            }
            let shipment = Fact::Shipment(Box::new(fulfillment::first(&fulfillment)));
            let at = or_now("updated_at", part.updated_at.as_str(), now, dropped);
            (part.order_id, fact(at, shipment))
        }
        Shape::Refund => {
            let part: Part = read(body.clone(), "")?;
            let refunded: Refunded = dropped::read(body, &["id"], dropped)?;
            match refund::alone(&refunded) {
                Some(refund) => {
                    let refund = Fact::Refund(Box::new(refund));
                    let at = or_now("created_at", part.created_at.as_str(), now, dropped);
                    (part.order_id, fact(at, refund))
                }
                // Lines were removed and no money moved; the order says so.
                None => return Ok(ignored(headers)),
            }
        }
        Shape::Other => return Ok(ignored(headers)),
    };
    Ok(Delivery::Event { order, payload })
}

const fn fact(at: Timestamp, fact: Fact) -> EventPayload {
    EventPayload::Fact { at, n: None, fact }
}

/// The body of `orders/delete`.
#[derive(Deserialize)]
struct Deleted {
    #[serde(deserialize_with = "loose::id")]
    id: String,
}

/// The order that a fulfilment or a refund belongs to, and its date.
#[derive(Deserialize)]
struct Part {
    #[serde(deserialize_with = "loose::id")]
    order_id: String,
    #[serde(default)]
    updated_at: Value,
    #[serde(default)]
    created_at: Value,
}

/// A version's date; the delivery's if it has none.
fn or_now(path: &str, date: Option<&str>, now: Timestamp, dropped: &mut Dropped) -> Timestamp {
    date.and_then(loose::moment).unwrap_or_else(|| {
        dropped.note(
            path,
            "is missing or not a date: the time of the delivery is used",
        );
        now
    })
}

enum Shape {
    Order,
    /// `{"id": N}` alone. A deleted product looks the same, except for the
    /// topic.
    Deleted,
    Refund,
    Fulfillment,
    /// Drafts, checkouts, edits, fulfilment orders, products and everything
    /// else.
    Other,
}

impl Shape {
    fn of(body: &Value) -> Self {
        let has = |key: &str| body.get(key).is_some();
        if !has("id") {
            return Self::Other;
        }
        if body.as_object().is_some_and(|fields| fields.len() == 1) {
            return Self::Deleted;
        }
        if has("order_id") {
            if has("refund_line_items") {
                return Self::Refund;
            }
            // A draft has the id of the order that it became, and lines too.
            if has("tracking_numbers") || has("tracking_number") {
                return Self::Fulfillment;
            }
            return Self::Other;
        }
        // A checkout has lines and a currency, but no `financial_status`.
        if has("line_items") && has("financial_status") {
            return Self::Order;
        }
        Self::Other
    }
}

/// Tells whether the topic is about orders, or is not given.
fn is_of_orders(headers: &HeaderMap) -> bool {
    let topic = headers.get(TOPIC).map(HeaderValue::as_bytes);
    topic.is_none_or(|topic| topic.starts_with(b"orders/"))
}

fn ignored(headers: &HeaderMap) -> Delivery {
    let topic = headers.get(TOPIC).and_then(|value| value.to_str().ok());
    Delivery::Ignored {
        topic: log_word(&topic.unwrap_or("unknown").replace('/', ".")),
    }
}

/// The place in Shopify's form of a field of the neutral form, for the fields
/// that cannot be kept within bounds on the way. Parcels and refunds do not
/// correspond one to one, so only their list is named.
pub(in crate::shops) fn path_of(path: &str) -> String {
    let list = |name: &str| path.starts_with(name);
    match path {
        "amount" => "transactions".to_owned(),
        "totals.items" => "total_line_items_price".to_owned(),
        "totals.discount" => "total_discounts".to_owned(),
        "totals.shipping" => "total_shipping_price_set".to_owned(),
        "totals.tax" => "total_tax".to_owned(),
        "totals.total" => "total_price".to_owned(),
        _ if list("shipments") => "fulfillments".to_owned(),
        _ if list("refunds") => "refunds".to_owned(),
        _ => match path.strip_prefix("lines") {
            Some(rest) => format!("line_items{rest}"),
            None => path.to_owned(),
        },
    }
}

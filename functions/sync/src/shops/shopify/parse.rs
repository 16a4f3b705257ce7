//! What a delivery of Shopify is about. The body's shape decides: the headers
//! are not signed.

use http::HeaderMap;
use serde::Deserialize;
use serde_json::Value;
use wismo_domain::log::{Fact, Said};
use wismo_domain::time::Timestamp;

use super::payload::{Fulfillment, Payload, Refunded};
use super::to_order::to_order;
use super::{fulfillment, refund};
use crate::delivery::Delivery;
use crate::shops::bad_body::{object, read};
use crate::shops::{BadBody, log_word, loose};

/// What the topic is said to be: for the log, and for nothing else.
const TOPIC: &str = "x-shopify-topic";

/// Reads a delivery.
pub(in crate::shops) fn parse(headers: &HeaderMap, body: &[u8]) -> Result<Delivery, BadBody> {
    let body = object(body)?;
    let (order, said) = match Shape::of(&body) {
        Shape::Order => {
            let payload: Payload = read(body, "")?;
            let order = to_order(&payload);
            (payload.id, Said::Order(Box::new(order)))
        }
        Shape::Deleted => {
            let Deleted { id } = read(body, "")?;
            (id, Said::Deleted)
        }
        Shape::Fulfillment => {
            let part: Sent = read(body.clone(), "")?;
            let fulfillment: Fulfillment = read(body, "")?;
            if !fulfillment::is_parcel(&fulfillment) {
                // Nothing is under way: the order says what there is to say.
                return Ok(ignored(headers));
            }
            let shipment = Fact::Shipment(Box::new(fulfillment::first(&fulfillment)));
            (part.order_id, fact(part.updated_at, shipment))
        }
        Shape::Refund => {
            let part: PaidBack = read(body.clone(), "")?;
            let refunded: Refunded = read(body, "")?;
            match refund::alone(&refunded) {
                Some(refund) => {
                    let refund = Fact::Refund(Box::new(refund));
                    (part.order_id, fact(part.created_at, refund))
                }
                // Lines were removed and no money moved: the order says it.
                None => return Ok(ignored(headers)),
            }
        }
        Shape::Other => return Ok(ignored(headers)),
    };
    Ok(Delivery::Event { order, said })
}

const fn fact(at: Timestamp, fact: Fact) -> Said {
    Said::Fact { at, n: None, fact }
}

/// `orders/delete`.
#[derive(Deserialize)]
struct Deleted {
    #[serde(deserialize_with = "loose::id")]
    id: String,
}

/// Of which order a fulfilment is, and when it was so.
#[derive(Deserialize)]
struct Sent {
    #[serde(deserialize_with = "loose::id")]
    order_id: String,
    updated_at: Timestamp,
}

/// Of which order a refund is, and when it was so.
#[derive(Deserialize)]
struct PaidBack {
    #[serde(deserialize_with = "loose::id")]
    order_id: String,
    created_at: Timestamp,
}

enum Shape {
    Order,
    /// `{"id": N}` alone. A deleted product looks the same; ids of two kinds
    /// are rarely equal, but such topics must not be sent here.
    Deleted,
    Refund,
    Fulfillment,
    /// Drafts, checkouts, edits, fulfilment orders, products and all else.
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
        // A checkout has lines and a currency, but no money that moved.
        if has("line_items") && has("financial_status") {
            return Self::Order;
        }
        Self::Other
    }
}

fn ignored(headers: &HeaderMap) -> Delivery {
    let topic = headers.get(TOPIC).and_then(|value| value.to_str().ok());
    Delivery::Ignored {
        topic: log_word(&topic.unwrap_or("unknown").replace('/', ".")),
    }
}

/// Where a field of the neutral form stands in Shopify's, for the fields that
/// cannot be kept within bounds on the way. Parcels and refunds are not one to
/// one, so only their list is named.
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

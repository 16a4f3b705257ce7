//! What a delivery of WooCommerce is about. The body's shape decides: the
//! headers are not signed.

use http::HeaderMap;
use serde::Deserialize;
use serde_json::Value;
use wismo_domain::log::Said;
use wismo_domain::shop::Shop;

use super::payload::Payload;
use super::to_order::to_order;
use crate::delivery::Delivery;
use crate::shops::bad_body::{object, read};
use crate::shops::{BadBody, log_word, loose};

/// What the topic is said to be: for the log, and for nothing else.
const TOPIC: &str = "x-wc-webhook-topic";

/// Reads a delivery.
pub(in crate::shops) fn parse(
    shop: &Shop,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Delivery, BadBody> {
    let body = object(body)?;
    match Shape::of(&body) {
        Shape::Order => {
            let payload: Payload = read(body, "")?;
            let order = payload.id.clone();
            let said = if payload.status == "trash" {
                Said::Deleted
            } else {
                Said::Order(Box::new(to_order(&payload, shop)?))
            };
            Ok(Delivery::Event { order, said })
        }
        Shape::Deleted => {
            let Deleted { id: order } = read(body, "")?;
            let said = Said::Deleted;
            Ok(Delivery::Event { order, said })
        }
        Shape::Error(code) => Err(BadBody::ShopError {
            code: log_word(&code),
        }),
        Shape::Legacy => Err(BadBody::Legacy),
        Shape::Other => Ok(Delivery::Ignored {
            topic: topic(headers),
        }),
    }
}

/// `order.deleted`: the order went to the trash.
#[derive(Deserialize)]
struct Deleted {
    #[serde(deserialize_with = "loose::id")]
    id: String,
}

enum Shape {
    Order,
    /// `{"id": N}` alone (`WC_Webhook::build_payload`). A deleted product or
    /// coupon looks the same, but its number is no order's, as `WordPress` numbers
    /// them together; a deleted customer's may be, so that topic must not be sent here.
    Deleted,
    /// The REST API's error in place of the order: who owns the webhook may not
    /// read it (woocommerce/woocommerce#37806).
    Error(String),
    /// The order of the legacy API, which is no longer part of WooCommerce.
    Legacy,
    /// Products, customers, coupons, subscriptions, and what plugins send.
    Other,
}

impl Shape {
    fn of(body: &Value) -> Self {
        let has = |key: &str| body.get(key).is_some();
        if has("id") && has("status") && has("line_items") {
            // Subscriptions are orders that repeat, and look it; the orders that
            // come of them are sent as orders.
            return if has("billing_period") {
                Self::Other
            } else {
                Self::Order
            };
        }
        if has("id") && body.as_object().is_some_and(|fields| fields.len() == 1) {
            return Self::Deleted;
        }
        if let (Some(code), true) = (body.get("code").and_then(Value::as_str), has("message")) {
            // Deleted for good before the webhook ran: nothing to mend.
            return match code {
                "woocommerce_rest_shop_order_invalid_id" => Self::Other,
                code => Self::Error(code.to_owned()),
            };
        }
        if body.get("order").is_some_and(Value::is_object) {
            return Self::Legacy;
        }
        Self::Other
    }
}

fn topic(headers: &HeaderMap) -> String {
    let topic = headers.get(TOPIC).and_then(|value| value.to_str().ok());
    log_word(topic.unwrap_or("unknown"))
}

/// Where a field of the neutral order stands in WooCommerce's, for the fields
/// that [`to_order`] cannot keep within bounds by itself.
pub(in crate::shops) fn path_of(path: &str) -> String {
    match path {
        "updated_at" => "date_modified_gmt".to_owned(),
        "status.code" => "status".to_owned(),
        path => match path.strip_prefix("lines") {
            Some(rest) => format!("line_items{rest}"),
            None => path.to_owned(),
        },
    }
}

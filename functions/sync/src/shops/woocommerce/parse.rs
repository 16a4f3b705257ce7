//! The content of a delivery from WooCommerce. The body's shape decides what
//! it is: the headers are not signed.

use http::{HeaderMap, HeaderValue};
use serde::Deserialize;
use serde_json::Value;
use wismo_domain::log::EventPayload;
use wismo_domain::order::Stage;
use wismo_domain::shop::Shop;
use wismo_domain::time::Timestamp;

use super::payload::Payload;
use super::status::status;
use super::to_order::{to_order, updated_at};
use crate::delivery::Delivery;
use crate::shops::bad_body::read;
use crate::shops::dropped::{self, Dropped};
use crate::shops::{BadBody, log_word, loose};

/// The header that names the topic. As it is not signed, it can only make a
/// delivery count for less than its body says.
const TOPIC: &str = "x-wc-webhook-topic";

/// Reads a delivery.
pub(in crate::shops) fn parse(
    shop: &Shop,
    headers: &HeaderMap,
    body: Value,
    now: Timestamp,
    dropped: &mut Dropped,
) -> Result<Delivery, BadBody> {
    match Shape::of(&body) {
        Shape::Order => {
            let payload: Payload = dropped::read(body, &["id", "status"], dropped)?;
            let order = payload.id.clone();
            let content = if payload.status == "trash" {
                EventPayload::Trashed
            } else {
                let updated_at = match updated_at(&payload, shop) {
                    Some(at) => at,
                    None if status(&payload, None).stage == Stage::Draft => {
                        return Ok(Delivery::Ignored {
                            topic: "draft".to_owned(),
                        });
                    }
                    None => {
                        dropped.note(
                            "date_modified_gmt",
                            "is missing or not a date: the time of the delivery is used",
                        );
                        now
                    }
                };
                EventPayload::Order(Box::new(to_order(&payload, shop, updated_at)))
            };
            Ok(Delivery::Event {
                order,
                payload: content,
            })
        }
        Shape::Deleted if !is_of_orders(headers) => Ok(Delivery::Ignored {
            topic: topic(headers),
        }),
        Shape::Deleted => {
            let Deleted { id: order } = read(body, "")?;
            let payload = EventPayload::Trashed;
            Ok(Delivery::Event { order, payload })
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

/// The body of `order.deleted`: the order went to the trash.
#[derive(Deserialize)]
struct Deleted {
    #[serde(deserialize_with = "loose::id")]
    id: String,
}

enum Shape {
    Order,
    /// `{"id": N}` alone (`WC_Webhook::build_payload`). A deleted product or
    /// customer looks the same, except for the topic.
    Deleted,
    /// The REST API's error in place of the order: the owner of the webhook may
    /// not read it (woocommerce/woocommerce#37806).
    Error(String),
    /// The order of the legacy API, which is no longer part of WooCommerce.
    Legacy,
    /// Products, customers, coupons, subscriptions, and anything that plugins
    /// send.
    Other,
}

impl Shape {
    fn of(body: &Value) -> Self {
        let has = |key: &str| body.get(key).is_some();
        if has("id") && has("status") && has("line_items") {
            // Subscriptions are orders that repeat, and look like orders; the
            // orders that they create are sent as orders.
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
            // The order was deleted for good before the webhook ran, so there
            // is nothing to mend.
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

/// Tells whether the topic is about orders, or is not given.
fn is_of_orders(headers: &HeaderMap) -> bool {
    let topic = headers.get(TOPIC).map(HeaderValue::as_bytes);
    topic.is_none_or(|topic| topic.starts_with(b"order."))
}

fn topic(headers: &HeaderMap) -> String {
    let topic = headers.get(TOPIC).and_then(|value| value.to_str().ok());
    log_word(topic.unwrap_or("unknown"))
}

/// The place in WooCommerce's order of a field of the neutral one, for the
/// fields that [`to_order`] cannot keep within bounds by itself.
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

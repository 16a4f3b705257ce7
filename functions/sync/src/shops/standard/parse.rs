//! What a message of the generic source is about.

use serde::Deserialize;
use serde_json::Value;
use wismo_domain::log::Said;

use super::to_order::to_order;
use crate::incoming::Delivery;
use crate::shops::bad_body::{object, read};
use crate::shops::{BadBody, log_word};

/// Every message: what it is about, and the thing itself.
#[derive(Deserialize)]
struct Envelope {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    data: Value,
}

/// An order that is gone.
#[derive(Deserialize)]
struct Gone {
    id: String,
}

/// Reads a message. Unknown fields are ignored, so that they can be added.
pub(in crate::shops) fn parse(body: &[u8]) -> Result<Delivery, BadBody> {
    let message: Envelope = read(object(body)?, "")?;
    match message.kind.as_str() {
        "order.changed" => {
            let order = to_order(message.data)?;
            Ok(Delivery::Event {
                order: order.id.clone(),
                said: Said::Order(Box::new(order)),
            })
        }
        "order.deleted" => {
            let gone: Gone = read(message.data, "data")?;
            Ok(Delivery::Event {
                order: gone.id,
                said: Said::Deleted,
            })
        }
        other => Ok(Delivery::Ignored {
            topic: log_word(other),
        }),
    }
}

/// Where a field of the neutral order stands in the body.
pub(in crate::shops) fn path_of(path: &str) -> String {
    format!("data.{path}")
}

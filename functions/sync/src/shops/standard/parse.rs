//! What a message of the generic source is about.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use wismo_domain::log::Said;
use wismo_domain::order::Order;

use crate::delivery::Delivery;
use crate::shops::bad_body::read;
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
pub(in crate::shops) fn parse(message: Value) -> Result<Delivery, BadBody> {
    let Envelope { kind, data } = read(message, "")?;
    Ok(match kind.as_str() {
        "order.changed" => {
            let order: Order = of(data)?;
            Delivery::Event {
                order: order.id.clone(),
                said: Said::Order(Box::new(order)),
            }
        }
        "order.deleted" => {
            let Gone { id: order } = of(data)?;
            let said = Said::Deleted;
            Delivery::Event { order, said }
        }
        "stock.changed" => Delivery::Stock(of(data)?),
        "purchase.changed" => Delivery::Purchase(of(data)?),
        "customer.changed" => Delivery::Customer(of(data)?),
        other => Delivery::Ignored {
            topic: log_word(other),
        },
    })
}

fn of<T: DeserializeOwned>(data: Value) -> Result<T, BadBody> {
    read(data, "data")
}

/// Where a field of what was said stands in the body.
pub(in crate::shops) fn path_of(path: &str) -> String {
    format!("data.{path}")
}

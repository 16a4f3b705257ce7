//! The content of a message of the generic source.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use wismo_domain::log::{EventPayload, Fact};
use wismo_domain::order::{Order, OrderPart};
use wismo_domain::shop::Platform;

use crate::delivery::Delivery;
use crate::shops::bad_body::read;
use crate::shops::{BadBody, log_word};

/// Every message: its type and its data.
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

/// Reads a message to a shop of this platform. Unknown fields are ignored, so
/// that they can be added.
pub(in crate::shops) fn parse(platform: Platform, message: Value) -> Result<Delivery, BadBody> {
    let Envelope { kind, data } = read(message, "")?;
    Ok(match kind.as_str() {
        "order.changed" => match platform {
            Platform::Standard => whole(data)?,
            Platform::Woocommerce | Platform::Shopify => part(data)?,
        },
        "order.deleted" => match platform {
            Platform::Standard => {
                let Gone { id: order } = of(data)?;
                let payload = EventPayload::Deleted;
                Delivery::Event { order, payload }
            }
            // Only the shop itself removes its orders.
            Platform::Woocommerce | Platform::Shopify => Delivery::Ignored { topic: kind },
        },
        "stock.changed" => Delivery::Stock(of(data)?),
        "purchase.changed" => Delivery::Purchase(of(data)?),
        "customer.changed" => Delivery::Customer(Box::new(of(data)?)),
        other => Delivery::Ignored {
            topic: log_word(other),
        },
    })
}

/// Reads the whole order as its shop states it.
fn whole(data: Value) -> Result<Delivery, BadBody> {
    let order: Order = of(data)?;
    Ok(Delivery::Event {
        order: order.id.clone(),
        payload: EventPayload::Order(Box::new(order)),
    })
}

/// Reads the order as the ERP beside its shop knows it, which is not another
/// version of it.
fn part(data: Value) -> Result<Delivery, BadBody> {
    let mut part: OrderPart = of(data)?;
    for line in &mut part.lines {
        // These are for us to note.
        (line.stock_at, line.day_at) = (None, None);
    }
    Ok(Delivery::Event {
        order: part.id.clone(),
        payload: EventPayload::Fact {
            at: part.updated_at,
            n: None,
            fact: Fact::Part(Box::new(part)),
        },
    })
}

fn of<T: DeserializeOwned>(data: Value) -> Result<T, BadBody> {
    read(data, "data")
}

/// The path in the body of a field of the data.
pub(in crate::shops) fn path_of(path: &str) -> String {
    format!("data.{path}")
}

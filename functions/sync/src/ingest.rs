//! Takes what a shop said: this is the moment from which it is never lost.

use std::rc::Rc;

use http::StatusCode;
use serde::Serialize;
use wismo_domain::intake::{customer, item};
use wismo_domain::log::ItemEvent;
use wismo_domain::log::{Appended, Event, EventPayload, Via, append, project};
use wismo_domain::order::store_contents;
use wismo_domain::shop::Shop;
use wismo_domain::storage::StoreError;
use wismo_domain::storage::keys::OrderKey;
use wismo_domain::time::Timestamp;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::{Rejection, Response, response};
use wismo_platform::store::SpinStore;

use crate::config::Config;
use crate::delivery::Delivery;
use crate::shops::Dropped;
use crate::{COMPONENT, mail_client};

/// The answer to a delivery that is taken.
#[derive(Serialize)]
#[serde(untagged)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) enum Taken {
    /// About an order.
    Order {
        /// The order's id.
        order: String,
        /// The number of the event in its log.
        event: u64,
    },
    /// About the stock of an item.
    Item {
        /// The item's number.
        item: String,
    },
    /// About a purchase order.
    Purchase {
        /// The purchase order's id.
        purchase: String,
        /// The number of its lines.
        items: usize,
    },
    /// About a customer.
    Customer {
        /// The customer's id.
        customer: String,
        /// The number of the event in their log.
        event: Option<u64>,
    },
    /// The platform's ping.
    Ping {
        /// True.
        ping: bool,
    },
    /// About nothing that concerns us.
    Ignored {
        /// Its topic.
        ignored: String,
    },
}

/// Takes one delivery, and answers it.
///
/// # Errors
/// When its order's id does not fit, or the store fails.
pub async fn ingest(
    config: &Rc<Config>,
    shop: &Shop,
    delivery: Delivery,
    dropped: Dropped,
    now: Timestamp,
) -> Result<Response, Rejection> {
    let answer = match delivery {
        Delivery::Event { order, payload } => {
            let key = OrderKey::new(&shop.id, &order);
            let key = key.map_err(|fault| {
                response::error(StatusCode::BAD_REQUEST, format!("id: {fault}"))
            })?;
            let event = Event {
                dropped: dropped.into(),
                ..Event::new(now, payload)
            };
            order_event(config, key, event).await?
        }
        Delivery::Stock(stock) => {
            items(config, &shop.id, &[stock.event(now, Via::Hook)]).await?;
            Taken::Item { item: stock.sku }
        }
        Delivery::Purchase(purchase) => {
            let events: Vec<ItemEvent> = purchase.events(now, Via::Hook).collect();
            items(config, &shop.id, &events).await?;
            Taken::Purchase {
                purchase: purchase.id,
                items: events.len(),
            }
        }
        Delivery::Customer(record) => {
            let records = std::slice::from_ref(record.as_ref());
            let numbers = customer::append(SPIN_CONTEXT, &shop.id, records).await?;
            Taken::Customer {
                customer: record.id,
                event: numbers.first().copied(),
            }
        }
        Delivery::Ping => Taken::Ping { ping: true },
        Delivery::Ignored { topic } => Taken::Ignored { ignored: topic },
    };
    Ok(response::json(StatusCode::OK, &answer))
}

/// Stores the files that orders bring along, before the events that refer to
/// them.
pub async fn store_files<'a>(
    shop: &str,
    payloads: impl IntoIterator<Item = &'a mut EventPayload>,
) -> Result<(), StoreError> {
    let documents = payloads.into_iter().filter_map(EventPayload::documents_mut);
    store_contents(&SpinStore, shop, documents.flatten()).await
}

/// Appends the event; once it is acknowledged, projects it and wakes the mail component.
async fn order_event(
    config: &Rc<Config>,
    key: OrderKey,
    mut event: Event,
) -> Result<Taken, StoreError> {
    store_files(&key.shop, [&mut event.payload]).await?;
    let Appended { n, job } = append(SPIN_CONTEXT, &key, &event).await?;
    let answer = Taken::Order {
        order: key.order.clone(),
        event: n,
    };
    let config = Rc::clone(config);
    spin_sdk::wasip3::spawn(async move {
        // Neither may fail the delivery: the page folds events that are not
        // projected, and the next drain finds the job.
        if let Err(fault) = project(SPIN_CONTEXT, &key, n, event).await {
            COMPONENT.log(format_args!("not projected: {fault}"));
        }
        mail_client::wake(&config, &job).await;
    });
    Ok(answer)
}

/// Appends what was said of items, and has the orders that wait for them looked at.
async fn items(config: &Config, shop: &str, events: &[ItemEvent]) -> Result<(), StoreError> {
    item::append(SPIN_CONTEXT, shop, events).await?;
    mail_client::drain(config);
    Ok(())
}

//! Takes what a shop said: this is the moment from which it is never lost.

use std::rc::Rc;

use http::StatusCode;
use serde_json::json;
use wismo_domain::customer::CustomerRecord;
use wismo_domain::environment::Environment;
use wismo_domain::file;
use wismo_domain::item::{self, ItemEvent};
use wismo_domain::keys::{OrderKey, customer_ledger};
use wismo_domain::log::{Appended, Event, Fact, Said, Via, append, project};
use wismo_domain::shop::Shop;
use wismo_domain::store::StoreError;
use wismo_domain::time::Timestamp;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::store::SpinStore;
use wismo_platform::{Response, response};

use crate::delivery::Delivery;
use crate::hand_over;
use crate::settings::Settings;
use crate::shops::Dropped;

/// Takes one delivery, and answers it.
pub async fn take(
    settings: &Rc<Settings>,
    shop: &Shop,
    delivery: Delivery,
    dropped: Dropped,
    now: Timestamp,
) -> Response {
    match delivery {
        Delivery::Event { order, said } => match OrderKey::new(&shop.id, &order) {
            Ok(key) => {
                let event = Event {
                    dropped: dropped.into(),
                    ..Event::new(now, said)
                };
                order_event(settings, key, event).await
            }
            Err(fault) => response::error(StatusCode::BAD_REQUEST, format!("id: {fault}")),
        },
        Delivery::Stock(stock) => {
            let events = [stock.event(now, Via::Hook)];
            items(settings, &shop.id, &events, json!({ "item": stock.sku })).await
        }
        Delivery::Purchase(purchase) => {
            let events: Vec<ItemEvent> = purchase.events(now, Via::Hook).collect();
            let answer = json!({ "purchase": purchase.id, "items": events.len() });
            items(settings, &shop.id, &events, answer).await
        }
        Delivery::Customer(record) => customer(shop, record).await,
        Delivery::Ping => response::json(StatusCode::OK, &json!({ "ping": true })),
        Delivery::Ignored { topic } => response::json(StatusCode::OK, &json!({ "ignored": topic })),
    }
}

/// Stores the files that orders bring along, before the events that refer to
/// them.
pub async fn store_files<'a>(
    shop: &str,
    said: impl IntoIterator<Item = &'a mut Said>,
) -> Result<(), StoreError> {
    let papers = said.into_iter().filter_map(|said| match said {
        Said::Order(order) => Some(&mut order.documents),
        Said::Fact {
            fact: Fact::Part(part),
            ..
        } => Some(&mut part.documents),
        Said::Deleted
        | Said::Trashed
        | Said::Fact { .. }
        | Said::Released
        | Said::Held(_)
        | Said::Cancelled
        | Said::Written(_)
        | Said::Chosen(_)
        | Said::Link(_)
        | Said::Mail { .. } => None,
    });
    file::store_contents(&SpinStore, shop, papers.flatten()).await
}

/// Appends the event; once it is acknowledged, projects it and wakes the mail component.
async fn order_event(settings: &Rc<Settings>, key: OrderKey, mut event: Event) -> Response {
    let appended = async {
        store_files(&key.shop, [&mut event.said]).await?;
        append(&SpinStore, &SpinEnvironment, &key, &event).await
    };
    let Appended { n, job } = match appended.await {
        Ok(appended) => appended,
        Err(fault) => return response::try_again("sync", &fault),
    };
    let answer = json!({ "order": key.order, "event": n });
    let settings = Rc::clone(settings);
    spin_sdk::wasip3::spawn(async move {
        // Neither may fail the delivery: the page folds events that are not
        // projected, and the next drain finds the job.
        if let Err(fault) = project(&SpinStore, &SpinEnvironment, &key, n, event).await {
            eprintln!("{} sync: not projected: {fault}", SpinEnvironment.now());
        }
        hand_over::wake(&settings, &job).await;
    });
    response::json(StatusCode::OK, &answer)
}

async fn items(
    settings: &Rc<Settings>,
    shop: &str,
    events: &[ItemEvent],
    answer: serde_json::Value,
) -> Response {
    match item::append(&SpinStore, &SpinEnvironment, shop, events).await {
        Ok(_) => {
            hand_over::drain(settings);
            response::json(StatusCode::OK, &answer)
        }
        Err(fault) => response::try_again("sync", &fault),
    }
}

async fn customer(shop: &Shop, record: CustomerRecord) -> Response {
    let ledger = customer_ledger(&shop.id, &record.id);
    match ledger.append(&SpinStore, &record).await {
        Ok(n) => {
            let answer = json!({ "customer": record.id, "event": n });
            response::json(StatusCode::OK, &answer)
        }
        Err(fault) => response::try_again("sync", &fault),
    }
}

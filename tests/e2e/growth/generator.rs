//! A shop with any number of orders, made by the engine itself in memory and written to a
//! store's file at once.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::path::Path;
use std::rc::Rc;

use rusqlite::{Connection, params};
use serde_json::json;
use wismo_domain::context::{Context, Environment};
use wismo_domain::jobs::{Fairness, drain};
use wismo_domain::log::{Event, EventPayload, Skip, Via, append_all};
use wismo_domain::mail::SendResult;
use wismo_domain::notices::{
    Breaker, Composed, ComposedMail, Mailer, OrderLink, OutgoingMail, Plan, Rules,
};
use wismo_domain::order::Order;
use wismo_domain::search;
use wismo_domain::storage::keys::OrderKey;
use wismo_domain::storage::{Counter, Store, StoreError};
use wismo_domain::time::zone::TimeZone;
use wismo_domain::time::{Duration, Timestamp};

/// The shop whose orders are made.
pub(super) const SHOP: &str = "north";

/// The number of orders that come together.
const AT_ONCE: usize = 500;

/// The time between two such batches.
const PAUSE: Duration = Duration::minutes(5);

const FIRST_NAMES: [&str; 12] = [
    "Ada", "Bruno", "Chiara", "Dag", "Élodie", "Freja", "Günther", "Hana", "Ingrid", "Jørgen",
    "Květa", "Lars",
];
const LAST_NAMES: [&str; 10] = [
    "Nilsen", "Costa", "Rossi", "Holm", "Lefèvre", "Berg", "Müller", "Novák", "Lie", "Strand",
];

/// A shop in memory, whose clock is set by hand.
struct Shelf {
    values: RefCell<HashMap<String, Vec<u8>>>,
    now: Cell<Timestamp>,
    rules: Rules,
    breaker: Breaker,
}

/// Fills the store in this folder with orders of a year, a third as many customers, and a
/// search index that is worked off. Nobody is mailed.
pub(super) async fn fill(folder: &Path, orders: usize) {
    let batches = orders.div_ceil(AT_ONCE);
    let begin = Timestamp::now() + PAUSE * -i32::try_from(batches + 1).unwrap();
    let shelf = Shelf {
        values: RefCell::default(),
        now: Cell::new(begin),
        rules: Rules {
            settings: Rc::default(),
            templates: Rc::default(),
            timezone: TimeZone::utc(),
            locale: "en".to_owned(),
        },
        breaker: Breaker::default(),
    };
    let context = Context::new(&shelf, &shelf);
    for first in (0..orders).step_by(AT_ONCE) {
        shelf.now.set(shelf.now() + PAUSE);
        let numbers = first..orders.min(first + AT_ONCE);
        let batch: Vec<_> = numbers
            .map(|number| event(number, orders, shelf.now()))
            .collect();
        append_all(context, &batch, Vec::new()).await.unwrap();
        // Once more when its jobs may end, as nothing may come late any more.
        for _ in 0..2 {
            shelf.work().await;
            shelf.now.set(shelf.now() + PAUSE / 2);
        }
    }
    shelf.work().await;
    write(folder, &shelf.values.take());
}

fn event(number: usize, orders: usize, now: Timestamp) -> (OrderKey, Event) {
    let customer = number * 7 % (orders / 3).max(1);
    let name = format!(
        "{} {}",
        FIRST_NAMES[customer % FIRST_NAMES.len()],
        LAST_NAMES[customer / FIRST_NAMES.len() % LAST_NAMES.len()]
    );
    let order: Order = serde_json::from_value(json!({
        "id": number.to_string(),
        "number": format!("N-{number}"),
        "placed_at": now,
        "updated_at": now,
        "status": match number % 4 {
            0 => json!({ "code": "processing", "stage": "preparing" }),
            1 => json!({ "code": "completed", "stage": "delivered" }),
            2 => json!({ "code": "sent", "stage": "sent" }),
            _ => json!({ "code": "on-hold", "stage": "awaiting_payment" }),
        },
        "currency": "EUR",
        "customer": {
            "id": format!("C{customer}"), "name": name,
            "email": format!("customer{customer}@mail.example"),
            "phone": format!("+47 4{customer:07}"),
        },
        "delivery_address": {
            "name": name, "street": [format!("Storgata {}", customer % 200)],
            "postcode": format!("{:04}", customer % 9_999), "city": "Oslo", "country": "NO",
        },
        "lines": [
            { "id": "1", "sku": format!("SKU-{}", number % 4_000), "name": "A blanket", "quantity": 1 },
            { "id": "2", "sku": format!("SKU-{}", number % 3_001), "name": "A rug", "quantity": 2 },
        ],
        "shipments": [{ "id": "1", "tracking_number": format!("7090{number:09}"), "state": "sent", "lines": [] }],
        "documents": [{ "id": "1", "kind": "invoice", "number": format!("F-{number}") }],
    }))
    .unwrap();
    let event = Event {
        received_at: now,
        payload: EventPayload::Order(Box::new(order)),
        via: Via::QuietImport,
        dropped: Vec::new(),
        by: None,
    };
    (OrderKey::new(SHOP, &number.to_string()).unwrap(), event)
}

/// Writes everything in one transaction, in the order of the keys.
fn write(folder: &Path, values: &HashMap<String, Vec<u8>>) {
    let mut file = Connection::open(folder.join("sqlite_key_value.db")).unwrap();
    file.execute_batch(
        "CREATE TABLE spin_key_value (store TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL,
         PRIMARY KEY (store, key))",
    )
    .unwrap();
    let mut keys: Vec<_> = values.keys().collect();
    keys.sort_unstable();
    let transaction = file.transaction().unwrap();
    {
        let mut insert = transaction
            .prepare("INSERT INTO spin_key_value VALUES ('default', ?1, ?2)")
            .unwrap();
        for key in keys {
            insert.execute(params![key, values[key]]).unwrap();
        }
    }
    transaction.commit().unwrap();
}

impl Shelf {
    /// Works off the queue and the search index, as a drain does.
    async fn work(&self) {
        let context = Context::new(self, self);
        let far = self.now() + Duration::hours(1);
        while drain(context, self, Fairness::RoundRobin, far)
            .await
            .unwrap()
            .more
        {}
        while search::keep_up(context, [SHOP].into_iter(), far)
            .await
            .unwrap()
        {}
    }
}

impl Environment for Shelf {
    fn now(&self) -> Timestamp {
        self.now.get()
    }

    fn random(&self) -> u64 {
        7
    }
}

impl Store for Shelf {
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.values.borrow().get(key).cloned())
    }

    async fn set(&self, key: &str, value: Vec<u8>) -> Result<(), StoreError> {
        self.values.borrow_mut().insert(key.to_owned(), value);
        Ok(())
    }

    async fn set_many(&self, entries: Vec<(String, Vec<u8>)>) -> Result<(), StoreError> {
        self.values.borrow_mut().extend(entries);
        Ok(())
    }

    async fn delete(&self, key: &str) -> Result<(), StoreError> {
        self.values.borrow_mut().remove(key);
        Ok(())
    }

    async fn increment_by(&self, counter: &Counter, count: u32) -> Result<u64, StoreError> {
        let next = self.count(counter).await? + u64::from(count);
        self.set(counter.as_str(), next.to_le_bytes().to_vec())
            .await?;
        Ok(next)
    }
}

/// Sends nothing, as everything is imported quietly.
impl Mailer for Shelf {
    fn shops(&self) -> Vec<&str> {
        vec![SHOP]
    }

    async fn rules(&self, _: &str) -> Result<Option<Rules>, StoreError> {
        Ok(Some(self.rules.clone()))
    }

    fn compose(&self, _: OrderLink<'_>, _: &Order, _: &Plan) -> ComposedMail {
        Composed::Skipped(Skip::RuleOff).into()
    }

    async fn send(&self, _: &OutgoingMail<'_>) -> SendResult {
        panic!("a quiet import mails nobody")
    }

    fn breaker(&self) -> &Breaker {
        &self.breaker
    }

    fn has_idempotency(&self) -> bool {
        true
    }
}

use std::cell::Cell;

use futures::executor::block_on;

use super::*;
use crate::log::{Event, EventPayload, append, project};
use crate::order::{Address, Status};
use crate::settings::Verification;
use crate::storage::MemoryStore;
use crate::storage::keys::tasks_index;
use crate::tasks::{Task, TaskReason};

/// A clock that stands where it is put.
struct Clock(Cell<Timestamp>);

impl Environment for Clock {
    fn now(&self) -> Timestamp {
        self.0.get()
    }

    fn random(&self) -> u64 {
        0
    }
}

struct Shop {
    store: MemoryStore,
    clock: Clock,
    settings: Settings,
}

const CHANGED: &str = "2026-06-01T08:00:00Z";

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

impl Shop {
    /// A shop with so many orders, numbered from 0, each of a customer of its own.
    fn of(orders: u32, stage: Stage) -> Self {
        let shop = Self {
            store: MemoryStore::default(),
            clock: Clock(Cell::new(at(CHANGED))),
            settings: Settings::default(),
        };
        for id in 0..orders {
            let id = id.to_string();
            let mut order = Order::new(&id, at(CHANGED), Status::new("x", stage), "EUR");
            order.customer.email = Some(format!("customer-{id}@example.com"));
            order.delivery_address = Some(Address {
                postcode: Some("0155".to_owned()),
                ..Address::default()
            });
            shop.say(&id, EventPayload::Order(Box::new(order)));
        }
        shop
    }

    fn say(&self, id: &str, said: EventPayload) {
        let key = OrderKey::new("north", id).unwrap();
        let event = Event::new(self.clock.now(), said);
        block_on(async {
            let appended = append(Context::new(&self.store, &self.clock), &key, &event).await?;
            project(
                Context::new(&self.store, &self.clock),
                &key,
                appended.n,
                event,
            )
            .await
        })
        .unwrap();
    }

    fn finds(&self, number: &str, answer: &str) -> bool {
        let asked = find(
            Context::new(&self.store, &self.clock),
            "north",
            &self.settings,
            Question { number, answer },
        );
        block_on(asked).unwrap().is_some()
    }

    fn tasks(&self) -> Vec<Task> {
        let index = tasks_index("north");
        block_on(async {
            let len = self.store.count(&index.len()).await?;
            index.entries(&self.store, 1..=len).await
        })
        .unwrap()
        .into_iter()
        .map(|(_, entry)| entry)
        .collect()
    }
}

#[test]
fn an_address_finds_an_order_and_a_postcode_only_where_the_merchant_says_so() {
    let mut shop = Shop::of(1, Stage::Received);
    assert!(shop.finds("#0", "Customer-0@example.com"));
    assert!(!shop.finds("0", "0155"));
    shop.settings.access.find_by = vec![Verification::Postcode];
    assert!(shop.finds("0", "0155"));
    assert!(!shop.finds("0", "customer-0@example.com"));
}

#[test]
fn ten_thousand_wrong_guesses_find_nothing_and_write_nothing() {
    let shop = Shop::of(100, Stage::Received);
    let before = shop.store.entries();
    for guess in 0..10_000 {
        let number = (guess % 100).to_string();
        assert!(!shop.finds(&number, &format!("{:04}", guess / 100)));
    }
    assert_eq!(shop.store.entries(), before);
}

/// Someone who tries each postcode with each number hits each order, again and again.
#[test]
fn ten_thousand_guesses_that_fit_are_mailed_within_the_bounds_of_the_shop() {
    let mut shop = Shop::of(500, Stage::Received);
    shop.settings.access.find_by = vec![Verification::Postcode];
    let guesses = |seed: u32| (0..10_000).map(move |guess| ((guess + seed) % 500).to_string());
    let found = guesses(0).filter(|number| shop.finds(number, "0155"));
    assert_eq!(found.count(), 30);
    let tasks = shop.tasks();
    assert_eq!(tasks.len(), 1);
    assert_eq!(tasks[0].why, Some(TaskReason::ManyLinksAskedFor));
    // In the next hour of the same day, no more mails go out, and there is no other task.
    shop.clock.0.set(at("2026-06-01T09:00:00Z"));
    assert_eq!(guesses(100).filter(|n| shop.finds(n, "0155")).count(), 0);
    assert_eq!(shop.tasks().len(), 1);
    shop.clock.0.set(at("2026-06-02T08:00:00Z"));
    assert!(shop.finds("499", "0155"));
}

#[test]
fn an_order_and_an_address_get_few_links_in_a_day() {
    let shop = Shop::of(1, Stage::Received);
    let mut found = 0;
    for hour in 0..24 {
        shop.clock
            .0
            .set(at(&format!("2026-06-01T{hour:02}:30:00Z")));
        found += (0..10)
            .filter(|_| shop.finds("0", "customer-0@example.com"))
            .count();
    }
    assert_eq!(found, 5);
    assert!(
        shop.tasks().is_empty(),
        "one order's limit is not the shop's"
    );
    // One address gets ten, of however many orders.
    let shop = Shop::of(0, Stage::Received);
    for id in 0..20 {
        let id = id.to_string();
        let status = Status::new("x", Stage::Received);
        let mut order = Order::new(&id, at(CHANGED), status, "EUR");
        order.customer.email = Some("one@example.com".to_owned());
        shop.say(&id, EventPayload::Order(Box::new(order)));
    }
    let mut found = 0;
    for hour in 8..24 {
        shop.clock
            .0
            .set(at(&format!("2026-06-01T{hour:02}:30:00Z")));
        found += (0..20)
            .filter(|id| shop.finds(&id.to_string(), "one@example.com"))
            .count();
    }
    assert_eq!(found, 10);
}

#[test]
fn an_order_that_is_over_since_a_year_or_removed_is_not_found() {
    let is_found_then = |stage, then: &str| {
        let shop = Shop::of(1, stage);
        shop.clock.0.set(at(then));
        shop.finds("0", "customer-0@example.com")
    };
    assert!(is_found_then(Stage::Delivered, "2027-06-01T07:59:59Z"));
    assert!(!is_found_then(Stage::Delivered, "2027-06-01T08:00:00Z"));
    assert!(is_found_then(Stage::Received, "2027-06-01T08:00:00Z"));
    let shop = Shop::of(1, Stage::Received);
    shop.say("0", EventPayload::Deleted);
    assert!(!shop.finds("0", "customer-0@example.com"));
}

#[test]
fn neither_a_draft_nor_what_was_not_released_is_found() {
    let shop = Shop::of(1, Stage::Draft);
    assert!(!shop.finds("0", "customer-0@example.com"));
    let mut held = Shop::of(1, Stage::Received);
    held.settings = serde_json::from_str(r#"{ "hold": { "mails": true, "page": true } }"#).unwrap();
    assert!(!held.finds("0", "customer-0@example.com"));
    held.say("0", EventPayload::Released);
    assert!(held.finds("0", "customer-0@example.com"));
}

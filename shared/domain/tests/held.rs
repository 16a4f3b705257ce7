//! What is held stays untold, also where an attempt at telling something else died.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops at what it does not expect"
)]

use std::cell::Cell;
use std::rc::Rc;

use futures::executor::block_on;
use wismo_domain::environment::Environment;
use wismo_domain::keys::OrderKey;
use wismo_domain::log::{Event, Said, Via, append};
use wismo_domain::mail::{Mail, Sent};
use wismo_domain::notices::{Composed, Dispatch, Plan, Post, Rules, look};
use wismo_domain::order::{Customer, Order, Stage, Status};
use wismo_domain::settings::Settings;
use wismo_domain::store::{MemoryStore, Store, StoreError};
use wismo_domain::time::{Duration, Timestamp};
use wismo_domain::zone::TimeZone;

struct Shop {
    seconds: Cell<i64>,
    sent: Cell<u32>,
}

impl Environment for Shop {
    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH + Duration::seconds(self.seconds.get())
    }

    fn random(&self) -> u64 {
        0
    }
}

impl Post for Shop {
    async fn rules(&self, _: &str) -> Result<Option<Rules>, StoreError> {
        Ok(Some(Rules {
            settings: Rc::new(Settings {
                settle_seconds: 0,
                ..Settings::default()
            }),
            timezone: TimeZone::utc(),
            locale: "en".to_owned(),
        }))
    }

    fn compose(&self, _: &OrderKey, _: &Order, plan: &Plan) -> Composed {
        Composed::Mail(Box::new(Mail {
            from: plan.to.clone(),
            reply_to: None,
            to: plan.to.clone(),
            cc: Vec::new(),
            subject: String::new(),
            text: String::new(),
            html: String::new(),
            headers: Vec::new(),
        }))
    }

    async fn send(&self, _: &Dispatch<'_>) -> Sent {
        self.sent.set(self.sent.get() + 1);
        Sent::Accepted { id: None }
    }

    fn has_idempotency(&self) -> bool {
        true
    }
}

#[test]
fn an_attempt_that_died_unwritten_lets_nothing_out_that_is_held() {
    let shop = Shop {
        seconds: Cell::new(1_000),
        sent: Cell::new(0),
    };
    let (store, key) = (MemoryStore::default(), OrderKey::new("a", "1").unwrap());
    let say = |said, via| {
        let event = Event {
            received_at: shop.now(),
            said,
            via,
        };
        block_on(append(&store, &shop, &key, &event)).unwrap().job
    };
    let version = |at: i64, status: &str| {
        Said::Order(Box::new(Order {
            customer: Customer {
                email: Some("customer@shop.example".to_owned()),
                ..Customer::default()
            },
            ..Order::new(
                "1",
                Timestamp::UNIX_EPOCH + Duration::seconds(at),
                Status::new(status, Stage::Other),
                "EUR",
            )
        }))
    };
    let job = say(version(1, "received"), Via::Hook);
    let looked = |job, taken| block_on(look(&store, &shop, &shop, job, taken)).unwrap();
    // Two draw the ticket of an attempt, and die; the first is found silent.
    block_on(store.increment(&key.ticket(1, 1))).unwrap();
    block_on(store.increment(&key.ticket(1, 2))).unwrap();
    let again = looked(&job, None).again.unwrap();
    shop.seconds.set(1_100);
    let again = looked(&job, again.taken).again.unwrap();
    let held = say(version(2, "sent"), Via::HeldImport);
    shop.seconds.set(1_200);
    looked(&job, again.taken);
    looked(&held, None);
    assert_eq!(shop.sent.get(), 0, "told before it was released");
    let released = say(Said::Released, Via::Desk);
    shop.seconds.set(1_400);
    let look = looked(&released, None);
    let look = look.again.map_or(look, |again| {
        shop.seconds.set(1_500);
        looked(&released, again.taken)
    });
    assert_eq!((shop.sent.get(), look.accepted), (1, 1));
}

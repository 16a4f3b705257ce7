//! An order of many items, and what is said of each of them.

use futures::executor::block_on;
use wismo_domain::environment::Environment;
use wismo_domain::keys::{customer_ledger, item_ledger};
use wismo_domain::log::{Fact, read};
use wismo_domain::order::{Line, Order, Quantity};
use wismo_domain::store::Store;

use crate::shop::{SHOP, Shop, key};

/// An order of so many items, a line each.
fn order_of(shop: &Shop, items: i64) -> Order {
    let line = |item: i64| Line {
        sku: Some(format!("sku{item}")),
        ..Line::new(&item.to_string(), "A thing", 1.into())
    };
    Order {
        lines: (0..items).map(line).collect(),
        ..shop.order("1", "new")
    }
}

fn stock(item: i64, quantity: i64, day: &str) -> Fact {
    Fact::Stock {
        sku: format!("sku{item}"),
        quantity: Some(quantity.into()),
        expected_on: Some(day.parse().unwrap()),
    }
}

#[test]
fn items_with_a_feed_each_are_told_in_one_mail() {
    let shop = Shop::new(r#"{"settle_seconds":60}"#);
    shop.say(order_of(&shop, 1000));
    shop.later(61);
    assert_eq!(shop.mails(), ["1: placed"]);
    for item in 0..100 {
        shop.item(shop.now(), stock(item, 0, "2026-12-18"));
    }
    shop.later(1);
    shop.later(61);
    assert_eq!(shop.mails(), ["1: expected_date_changed"]);
    let snapshot = block_on(read(&shop.store, &shop, &key("1")))
        .unwrap()
        .snapshot;
    let state = snapshot.state(&shop.settings.borrow()).unwrap();
    let days = state
        .order
        .lines
        .iter()
        .filter(|line| line.expected_on.is_some());
    assert_eq!(days.count(), 100);
}

#[test]
fn what_is_known_of_a_thousand_items_comes_with_one_job() {
    let shop = Shop::new("{}");
    for item in 0..1000 {
        shop.item(shop.now(), stock(item, 0, "2026-12-18"));
    }
    shop.later(10);
    let jobs = || -> u64 {
        let shards = (0..5).map(|shard| format!("queue/{shard}/len"));
        let len = |key: String| {
            let bytes = block_on(shop.store.get(&key)).unwrap().unwrap_or_default();
            bytes.try_into().map_or(0, u64::from_le_bytes)
        };
        shards.map(len).sum()
    };
    let before = jobs();
    shop.say(order_of(&shop, 1000));
    shop.later(1);
    assert_eq!(shop.mails(), ["1: placed"]);
    // The order's own, and one for all that was known.
    assert_eq!(jobs() - before, 2);
    let order = shop.page("1");
    assert!(
        order
            .lines
            .iter()
            .all(|line| line.stock == Some(Quantity::ZERO))
    );
}

#[test]
fn readers_of_much_that_was_said_store_what_it_comes_to() {
    let shop = Shop::new("{}");
    for quantity in 0..1000 {
        shop.item(shop.now(), stock(0, quantity % 7, "2026-12-18"));
        shop.customer(&format!(
            r#"{{"id":"c1","updated_at":"2026-11-22T10:00:00Z","name":"Ann {quantity}"}}"#
        ));
    }
    shop.later(10);
    shop.say(order_of(&shop, 1));
    shop.later(1);
    // The next reader has two to read: what it comes to, and how long the log is.
    for ledger in [item_ledger(SHOP, "sku0"), customer_ledger(SHOP, "c1")] {
        let kept = block_on(shop.store.get(&ledger.snapshot())).unwrap();
        assert!(kept.is_some(), "{}", ledger.snapshot());
    }
    let few = item_ledger(SHOP, "sku1");
    shop.item(shop.now(), stock(1, 3, "2026-12-18"));
    shop.later(1);
    assert_eq!(block_on(shop.store.get(&few.snapshot())).unwrap(), None);
}

#[test]
fn of_many_jobs_that_wait_the_first_folds_for_all() {
    let shop = Shop::new(r#"{"settle_seconds":3600}"#);
    let snapshot = || block_on(shop.store.get(&key("1").snapshot())).unwrap();
    shop.say(order_of(&shop, 1));
    shop.later(1);
    let listed = snapshot();
    for n in 0..30 {
        shop.say(Order {
            message: Some(format!("Word {n}")),
            ..order_of(&shop, 1)
        });
    }
    shop.later(1);
    assert_eq!(shop.mails(), [""; 0]);
    assert_ne!(snapshot(), listed);
}

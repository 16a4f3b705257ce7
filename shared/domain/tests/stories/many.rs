//! An order of many items, and the facts about each of them.

use futures::executor::block_on;
use wismo_domain::context::Environment;
use wismo_domain::log::{Fact, read};
use wismo_domain::order::{Line, Order, Quantity};
use wismo_domain::storage::Store;
use wismo_domain::storage::keys::{QUEUES, customer_log, item_log, queue_len};

use crate::shop::{SHOP, Shop, key};

/// Makes an order of so many items, with one line each.
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

/// Counts the work that was ever placed in the queues.
fn queued(shop: &Shop) -> u64 {
    let lens = (0..QUEUES).map(|shard| block_on(shop.store.count(&queue_len(shard))).unwrap());
    lens.sum()
}

/// Lists the days on which an order's lines are expected.
fn days(shop: &Shop, id: &str) -> Vec<String> {
    let snapshot = block_on(read(shop.context(), &key(id))).unwrap().snapshot;
    let state = snapshot.state(&shop.settings.borrow()).unwrap();
    let days = state.order.lines.iter().filter_map(|line| line.expected_on);
    days.map(|day| day.to_string()).collect()
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
    assert_eq!(days(&shop, "1").len(), 100);
}

#[test]
fn what_is_said_of_many_items_at_once_comes_with_few_jobs() {
    let shop = Shop::new(r#"{"settle_seconds":60}"#);
    shop.say(order_of(&shop, 100));
    shop.later(61);
    assert_eq!(shop.mails(), ["1: placed"]);
    let before = queued(&shop);
    let said = (0..100).map(|item| stock(item, 0, "2026-12-18")).collect();
    shop.items(shop.now(), said);
    shop.later(1);
    // One fan-out for each 25 of them, and one job for what each fan-out tells.
    assert_eq!(queued(&shop) - before, 8);
    shop.later(61);
    assert_eq!(shop.mails(), ["1: expected_date_changed"]);
    assert_eq!(days(&shop, "1"), vec!["2026-12-18"; 100]);
}

#[test]
fn what_is_said_of_several_items_at_once_reaches_each_order_once() {
    // Fewer orders for each item than one batch tells, and more.
    for orders in [20, 50, 70] {
        let shop = Shop::new(r#"{"settle_seconds":60}"#);
        for id in 0..orders {
            shop.say(Order {
                id: id.to_string(),
                ..order_of(&shop, 3)
            });
        }
        shop.later(61);
        assert_eq!(shop.mails().len(), orders);
        // The second word is about an item that nobody waits for.
        let said = [0, 7, 1, 2].map(|item| stock(item, 0, "2026-12-18"));
        shop.items(shop.now(), said.to_vec());
        shop.later(1);
        shop.later(61);
        let mut mails = shop.mails();
        mails.sort_unstable();
        mails.dedup();
        assert_eq!(mails.len(), orders);
        for id in 0..orders {
            assert_eq!(days(&shop, &id.to_string()), ["2026-12-18"; 3]);
        }
        shop.later(600);
        assert_eq!(shop.mails(), [""; 0]);
        let left = shop.store.entries();
        let left = left.keys().filter(|key| key.contains("/walked/"));
        assert_eq!(left.count(), 0);
    }
}

#[test]
fn what_was_never_written_of_an_item_holds_up_nothing_else_for_long() {
    let shop = Shop::new(r#"{"settle_seconds":60}"#);
    shop.say(order_of(&shop, 3));
    // Its job is over, so only the fan-out tells it.
    shop.later(200);
    shop.mails();
    let said = [0, 1, 2].map(|item| stock(item, 0, "2026-12-18"));
    shop.items(shop.now(), said.to_vec());
    block_on(shop.store.delete(&item_log(SHOP, "sku1").event(1))).unwrap();
    // As somebody's writes may be under way, it waits for that first.
    shop.later(60);
    assert_eq!(days(&shop, "1"), [""; 0]);
    shop.later(60);
    assert_eq!(days(&shop, "1"), ["2026-12-18"; 2]);
    let waits = shop.drain().waiting;
    shop.later(200);
    assert_eq!(shop.mails(), ["1: expected_date_changed"]);
    assert_eq!((waits, shop.drain().waiting), (1, 0));
}

#[test]
fn what_is_known_of_a_thousand_items_comes_with_one_job() {
    let shop = Shop::new("{}");
    for item in 0..1000 {
        shop.item(shop.now(), stock(item, 0, "2026-12-18"));
    }
    shop.later(10);
    let before = queued(&shop);
    shop.say(order_of(&shop, 1000));
    shop.later(1);
    assert_eq!(shop.mails(), ["1: placed"]);
    // The order's own job, and one for all that was known.
    assert_eq!(queued(&shop) - before, 2);
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
    // The next reader has two things to read: the fold, and the length of the log.
    for event_log in [item_log(SHOP, "sku0"), customer_log(SHOP, "c1")] {
        let kept = block_on(shop.store.get(&event_log.snapshot())).unwrap();
        assert!(kept.is_some(), "{}", event_log.snapshot());
    }
    let few = item_log(SHOP, "sku1");
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

//! Facts about items, which reach the orders that wait for them.

use futures::executor::block_on;
use wismo_domain::log::{Fact, Via};
use wismo_domain::order::{DateSource, Order, Quantity, Stage};
use wismo_domain::reports::history::NotificationStatus;
use wismo_domain::storage::Store;
use wismo_domain::time::{Date, Timestamp};

use crate::shop::{Shop, key};

fn day(day: &str) -> Date {
    day.parse().unwrap()
}

fn promise(order: &Order) -> (Option<Date>, Option<DateSource>) {
    (order.lines[0].expected_on, order.lines[0].expected_by)
}

fn purchase(shop: &Shop, id: &str, at: Timestamp, on: Option<&str>) {
    let fact = Fact::Purchase {
        purchase: id.to_owned(),
        sku: "a".to_owned(),
        expected_on: on.map(day),
    };
    shop.item(at, fact);
}

#[test]
fn a_day_comes_from_the_item_else_the_sales_order_else_the_purchase_order() {
    use wismo_domain::context::Environment;
    let shop = Shop::new("{}");
    shop.say(shop.order("1", "new"));
    shop.later(1);
    assert_eq!(shop.mails(), ["1: placed"]);
    purchase(&shop, "p2", shop.now(), Some("2026-12-20"));
    purchase(&shop, "p1", shop.now(), Some("2026-12-18"));
    shop.later(1);
    assert_eq!(shop.mails(), ["1: expected_date_changed"]);
    let first = Some(DateSource::PurchaseOrder);
    assert_eq!(promise(&shop.page("1")), (Some(day("2026-12-18")), first));
    // The sales order's own day counts more, and does not change anything if it is the same.
    let mut order = shop.order("1", "new");
    order.expected_on = Some(day("2026-12-18"));
    shop.say(order.clone());
    shop.later(1);
    assert_eq!(shop.mails(), [""; 0]);
    let by_order = Some(DateSource::SalesOrder);
    assert_eq!(
        promise(&shop.page("1")),
        (Some(day("2026-12-18")), by_order)
    );
    shop.stock(0, Some("2026-12-15"));
    shop.later(1);
    assert_eq!(shop.mails(), ["1: expected_date_changed"]);
    let by_item = Some(DateSource::Item);
    assert_eq!(promise(&shop.page("1")), (Some(day("2026-12-15")), by_item));
    shop.stock(4, Some("2026-12-15"));
    shop.later(1);
    assert_eq!(shop.mails(), ["1: back_in_stock"]);
    // A late word of an earlier purchase order does not move anything.
    purchase(&shop, "p1", shop.now(), None);
    shop.later(1);
    assert_eq!(shop.mails(), [""; 0]);
}

#[test]
fn an_order_that_does_not_wait_is_not_told() {
    let shop = Shop::new("{}");
    let mut sent = shop.order("1", "sent");
    sent.status.stage = Stage::Sent;
    let mut delivered = shop.order("2", "part");
    delivered.lines[0].delivered = Some(Quantity::from(2));
    for order in [sent, delivered, shop.order("3", "new")] {
        shop.say(order);
    }
    shop.later(1);
    shop.mails();
    shop.stock(0, Some("2026-12-15"));
    shop.later(1);
    assert_eq!(shop.mails(), ["3: expected_date_changed"]);
}

#[test]
fn what_was_known_of_an_item_when_the_order_came_is_shown_but_not_mailed() {
    let shop = Shop::new("{}");
    shop.stock(0, Some("2026-12-15"));
    shop.later(5);
    shop.say(shop.order("1", "new"));
    shop.later(1);
    assert_eq!(shop.mails(), ["1: placed"]);
    assert_eq!(promise(&shop.page("1")).0, Some(day("2026-12-15")));
    shop.later(300);
    assert_eq!(shop.mails(), [""; 0]);
    shop.stock(3, None);
    shop.later(1);
    assert_eq!(shop.mails(), ["1: back_in_stock"]);
}

#[test]
fn an_order_that_waits_again_is_told_again() {
    let shop = Shop::new(
        r#"{"rules":{"part_delivered":{"notify":"page"},"delivered":{"notify":"page"},"delivery_corrected":{"notify":"page"}}}"#,
    );
    shop.say(shop.order("1", "new"));
    shop.later(1);
    let mut sent = shop.order("1", "new");
    sent.lines[0].delivered = Some(Quantity::from(2));
    shop.say(sent);
    shop.later(7200);
    // The first walk finds that the order does not wait, and takes it from the list.
    shop.stock(0, Some("2026-12-15"));
    shop.later(200);
    let mut back = shop.order("1", "new");
    back.lines[0].delivered = Some(Quantity::ZERO);
    shop.say(back);
    shop.later(200);
    shop.mails();
    shop.stock(0, Some("2026-12-16"));
    shop.later(1);
    assert_eq!(shop.mails(), ["1: expected_date_changed"]);
}

#[test]
fn a_hundred_and_twenty_orders_are_told_in_portions_each_once() {
    let shop = Shop::new("{}");
    for id in 0..120 {
        let mut order = shop.order(&id.to_string(), "new");
        order.lines[0].stock = Some(Quantity::ZERO);
        shop.say_via(order, Via::QuietImport);
    }
    shop.later(200);
    assert_eq!(shop.mails(), [""; 0]);
    shop.stock(9, None);
    shop.later(1);
    let mut mails = shop.mails();
    mails.sort_unstable();
    mails.dedup();
    assert_eq!(mails.len(), 120);
    shop.later(300);
    assert_eq!(shop.mails(), [""; 0]);
}

/// Reads the snapshot. What follows needs a slow writer that stores an old snapshot
/// over a newer one, which the simulation reaches in one of 100,000 schedules.
fn snapshot(shop: &Shop) -> Vec<u8> {
    block_on(shop.store.get(&key("1").snapshot()))
        .unwrap()
        .unwrap()
}

fn falls_back(shop: &Shop, old: Vec<u8>) {
    block_on(shop.store.set(&key("1").snapshot(), old)).unwrap();
}

fn delivered(shop: &Shop, quantity: i64) -> Order {
    let mut order = shop.order("1", "new");
    order.lines[0].delivered = Some(Quantity::from(quantity));
    order
}

#[test]
fn an_order_whose_snapshot_fell_back_is_told() {
    let shop = Shop::new("{}");
    shop.say(delivered(&shop, 2));
    shop.later(200);
    let old = snapshot(&shop);
    shop.say(delivered(&shop, 0));
    shop.later(200);
    shop.mails();
    falls_back(&shop, old);
    shop.stock(0, Some("2026-12-15"));
    shop.later(1);
    assert_eq!(shop.mails(), ["1: expected_date_changed"]);
}

#[test]
fn an_order_that_waits_again_behind_a_snapshot_that_fell_back_is_listed_anew() {
    let shop = Shop::new("{}");
    shop.say(delivered(&shop, 0));
    shop.later(200);
    let old = snapshot(&shop);
    shop.say(delivered(&shop, 2));
    shop.later(200);
    shop.stock(0, Some("2026-12-15"));
    shop.later(200);
    falls_back(&shop, old);
    shop.say(delivered(&shop, 0));
    shop.later(200);
    assert_eq!(promise(&shop.page("1")).0, Some(day("2026-12-15")));
}

#[test]
fn what_runs_out_and_comes_back_is_told_each_time_whoever_said_it_was_gone() {
    for by_feed in [true, false] {
        let shop = Shop::new(r#"{"settle_seconds":120}"#);
        shop.say(shop.order("1", "new"));
        shop.later(130);
        assert_eq!(shop.mails(), ["1: placed"]);
        let say = |quantity: i64| {
            if by_feed {
                shop.stock(quantity, None);
            } else {
                let mut order = shop.order("1", "new");
                order.lines[0].stock = Some(Quantity::from(quantity));
                shop.say(order);
            }
            shop.later(1);
        };
        for round in 0..3 {
            say(0);
            shop.later(130);
            say(4 + round);
            assert_eq!(shop.mails(), [""; 0], "before it has settled");
            shop.later(140);
            assert_eq!(shop.mails(), ["1: back_in_stock"], "{by_feed} {round}");
        }
        // Within the window, it is not news.
        say(0);
        shop.later(30);
        say(5);
        shop.later(300);
        assert_eq!(shop.mails(), [""; 0]);
    }
}

#[test]
fn a_purchase_orders_day_ranks_below_the_orders_own_whoever_says_it() {
    let shop = Shop::new("{}");
    let mut order = shop.order("1", "new");
    order.expected_on = Some(day("2026-12-14"));
    order.lines[0].expected_on = Some(day("2026-12-01"));
    order.lines[0].expected_by = Some(DateSource::PurchaseOrder);
    shop.say(order.clone());
    shop.later(1);
    let by_order = Some(DateSource::SalesOrder);
    assert_eq!(
        promise(&shop.page("1")),
        (Some(day("2026-12-14")), by_order)
    );
    order.updated_at = shop.order("1", "").updated_at;
    order.expected_on = None;
    shop.say(order);
    shop.later(1);
    let by_purchase = Some(DateSource::PurchaseOrder);
    assert_eq!(
        promise(&shop.page("1")),
        (Some(day("2026-12-01")), by_purchase)
    );
}

/// Lists the days that the page tells, and what became of each by the desk's word.
fn days(shop: &Shop) -> (Vec<Option<Date>>, Vec<NotificationStatus>) {
    use wismo_domain::changes::Change;
    let reading = block_on(wismo_domain::log::read(shop.context(), &key("1"))).unwrap();
    let timeline = reading
        .snapshot
        .state(&shop.settings.borrow())
        .unwrap()
        .timeline;
    let days = timeline.into_iter().flat_map(|entry| entry.changes);
    let promised = |change: &Change| {
        let Change::ExpectedDateChanged { lines } = change else {
            return None;
        };
        Some(lines[0].to)
    };
    let days = days.filter_map(|change| promised(&change));
    let history = crate::history::read(shop, "1");
    let changes = history.deliveries.into_iter().flat_map(|one| one.changes);
    let fates = changes
        .filter_map(|changed| promised(&changed.change).map(|_| changed.notification.status));
    (days.collect(), fates.collect())
}

#[test]
fn every_day_that_was_told_stays_in_the_history_and_no_other_comes_in() {
    use wismo_domain::context::Environment;
    let shop = Shop::new("{}");
    let order = |on: Option<&str>| {
        let mut order = shop.order("1", "new");
        order.expected_on = on.map(day);
        shop.say(order);
        shop.later(1);
    };
    order(None);
    shop.mails();
    purchase(&shop, "p1", shop.now(), Some("2026-12-10"));
    shop.later(1);
    purchase(&shop, "p2", shop.now(), Some("2026-12-08"));
    shop.later(1);
    order(Some("2026-12-14"));
    purchase(&shop, "p2", shop.now(), Some("2026-12-06"));
    shop.later(1);
    let mut own = shop.order("1", "new");
    own.expected_on = Some(day("2026-12-14"));
    own.lines[0].expected_on = Some(day("2026-12-18"));
    shop.say(own);
    shop.later(1);
    order(Some("2026-12-16"));
    order(None);
    let told = ["10", "08", "14", "18", "16", "06"];
    let told = told.map(|date| Some(day(&format!("2026-12-{date}"))));
    assert_eq!(shop.mails().len(), told.len());
    let (shown, fates) = days(&shop);
    assert_eq!(shown, told);
    assert_eq!(fates, vec![NotificationStatus::Mailed; told.len()]);
}

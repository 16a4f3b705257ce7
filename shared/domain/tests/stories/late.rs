//! Deliveries that were long on their way.

use futures::executor::block_on;
use wismo_domain::context::Context;
use wismo_domain::log::{EventPayload, Via, append, read};
use wismo_domain::storage::Store;
use wismo_domain::storage::keys::queue_len;

use crate::shop::{Shop, key};
use crate::slow::Slow;

/// Hides an event of the order from everybody; returns the write that shows it again.
fn hide(shop: &Shop, n: u64) -> (String, Vec<u8>) {
    let event = key("1").event(n);
    let bytes = block_on(shop.store.get(&event)).unwrap().unwrap();
    block_on(shop.store.delete(&event)).unwrap();
    (event, bytes)
}

#[test]
fn who_drew_a_place_long_ago_and_fails_then_leaves_nothing_that_nobody_tells() {
    let shop = Shop::new("{}");
    let queue = queue_len(key("1").shard());
    let slow = Slow::new(&shop, queue.as_str(), 200);
    slow.answers.set(1);
    let event = shop.event(
        EventPayload::Order(Box::new(shop.order("1", "new"))),
        Via::Hook,
    );
    assert!(block_on(append(Context::new(&slow, &shop), &key("1"), &event)).is_err());
    let reading = block_on(read(shop.context(), &key("1"))).unwrap();
    assert_eq!(reading.snapshot.order(), None);
    // The delivery comes again.
    shop.say(shop.order("1", "new"));
    shop.later(0);
    assert_eq!(shop.mails(), ["1: placed"]);
}

#[test]
fn an_earlier_copy_of_what_was_told_does_not_hide_what_stands_between() {
    let shop = Shop::new("{}");
    // Two versions within the same second of the shop's clock.
    let (old, new) = (shop.order("1", "new"), shop.order("1", "packed"));
    let late = [(1, &old), (2, &new)].map(|(n, order)| {
        shop.say(order.clone());
        hide(&shop, n)
    });
    // The older one comes twice, and the copy is there first.
    shop.say(old);
    shop.later(0);
    assert_eq!(shop.mails(), ["1: placed"]);
    block_on(shop.store.set_many(late.into())).unwrap();
    shop.later(300);
    assert_eq!(shop.page("1").status.code, "packed");
    assert_eq!(shop.mails(), ["1: status_changed"]);
}

#[test]
fn who_sees_less_than_was_told_tells_nothing_of_it() {
    let shop = Shop::new("{}");
    let old = shop.order("1", "new");
    shop.say(old.clone());
    shop.later(0);
    let snapshot = key("1").snapshot();
    let before = block_on(shop.store.get(&snapshot)).unwrap().unwrap();
    shop.clock.set(shop.clock.get() + 60);
    shop.say(shop.order("1", "packed"));
    shop.later(0);
    assert_eq!(shop.mails(), ["1: placed", "1: status_changed"]);
    // A reader to whom the store still shows an older state.
    let told = hide(&shop, 2);
    block_on(shop.store.set(&snapshot, before)).unwrap();
    shop.say(old);
    shop.later(0);
    assert_eq!(shop.mails(), [""; 0]);
    block_on(shop.store.set_many(vec![told])).unwrap();
    shop.later(300);
    assert_eq!(shop.mails(), [""; 0]);
    assert_eq!(shop.page("1").status.code, "packed");
}

#[test]
fn what_came_while_the_order_was_let_go_is_told_though_nobody_saw_both() {
    let shop = Shop::new("{}");
    let says = |is_held: bool| {
        let event = shop.event(EventPayload::Held(is_held), Via::Desk);
        block_on(append(shop.context(), &key("1"), &event)).unwrap()
    };
    shop.say(shop.order("1", "new"));
    says(true);
    shop.later(0);
    shop.later(300);
    assert_eq!(shop.mails(), [""; 0]);
    // For almost two leases, nobody sees that it was let go, nor what comes meanwhile.
    let let_go = hide(&shop, says(false).n);
    shop.later(100);
    let snapshot = key("1").snapshot();
    let before = block_on(shop.store.get(&snapshot)).unwrap().unwrap();
    shop.say(shop.order("1", "packed"));
    shop.later(0);
    block_on(shop.store.set_many(vec![let_go])).unwrap();
    // The snapshot falls back, too.
    let packed = hide(&shop, 4);
    block_on(shop.store.set(&snapshot, before)).unwrap();
    shop.later(20);
    assert_eq!(shop.mails(), ["1: placed"]);
    block_on(shop.store.set_many(vec![packed])).unwrap();
    shop.later(300);
    assert_eq!(shop.mails(), ["1: status_changed"]);
}

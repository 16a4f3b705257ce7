//! The queue, and who waits for whom in it.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use futures::executor::block_on;
use wismo_domain::jobs::{Fairness, has_new_work};
use wismo_domain::log::Via;
use wismo_domain::reports::history::history;
use wismo_domain::storage::Store as _;
use wismo_domain::storage::keys::{OrderKey, QUEUES, queue_entry};

use crate::shop::{Shop, TRAP, key};

const BACKLOG: usize = 400;

/// Makes a shop with a backlog, at a provider that takes a second over each
/// mail, so that a drain gets through eight at most.
fn behind() -> Shop {
    let shop = Shop::new("{}");
    shop.pace.set(1);
    for order in 0..BACKLOG {
        shop.say(shop.order(&order.to_string(), "new"));
    }
    shop
}

#[test]
fn another_shops_backlog_delays_a_notice_by_no_more_than_a_drain() {
    let shop = behind();
    shop.drain();
    let told = shop.mails().len();
    assert!((1..=16).contains(&told), "{told}");
    shop.say_of("south", shop.order("new one", "new"), Via::Hook);
    shop.drain();
    let mails = shop.mails();
    assert!(mails.contains(&"new one: placed".to_owned()), "{mails:?}");
}

#[test]
fn a_job_that_traps_its_worker_holds_nobody_up() {
    let shop = behind();
    shop.dice.replace(Some(fastrand::Rng::with_seed(3)));
    // One traps with its ticket drawn, the other before there is any ticket.
    shop.say(shop.order(TRAP, "new"));
    shop.say_of(TRAP, shop.order("1", "new"), Via::Hook);
    let mut told = Vec::new();
    let mut drains = 0;
    // This drain may die of what it processes; the next one knows that it did.
    let fairness = Cell::new(Fairness::RoundRobin);
    let drain = || {
        let drained = AssertUnwindSafe(|| shop.drain_in(fairness.get()));
        fairness.set(match catch_unwind(drained) {
            Ok(_) => Fairness::RoundRobin,
            Err(_) => Fairness::Random,
        });
    };
    while told.len() < BACKLOG {
        drains += 1;
        assert!(drains < 500, "{} were told", told.len());
        drain();
        told.append(&mut shop.mails());
    }
    told.sort_unstable();
    told.dedup();
    assert_eq!(told.len(), BACKLOG);
    // A mail that cannot be composed is closed, and its history says so.
    let trapped = || {
        block_on(history(
            shop.context(),
            &key(TRAP),
            &shop.settings.borrow(),
            None,
        ))
    };
    while !trapped()
        .unwrap()
        .unwrap()
        .notices
        .iter()
        .any(|one| one.is_final)
    {
        shop.clock.set(shop.clock.get() + 30);
        drain();
    }
    let notices = trapped().unwrap().unwrap().notices;
    assert_eq!(
        notices[0].skipped,
        Some(wismo_domain::log::Skip::NotComposed)
    );
    // The other is still there, and still traps.
    let other = OrderKey::new(TRAP, "1").unwrap();
    let other = block_on(history(
        shop.context(),
        &other,
        &shop.settings.borrow(),
        None,
    ));
    assert!(other.unwrap().unwrap().notices.is_empty());
}

#[test]
fn an_entry_that_is_written_after_it_was_missed_waits_for_the_next_drain_alone() {
    let shop = Shop::new("{}");
    let is_new = || block_on(has_new_work(&shop.store)).unwrap();
    assert!(!is_new());
    shop.say(shop.order("1", "new"));
    assert!(is_new());
    let of_first = |shard| {
        let entry = queue_entry(shard, 1);
        let value = block_on(shop.store.get(&entry)).unwrap();
        value.map(|value| (entry, value))
    };
    let (entry, value) = (0..QUEUES).find_map(of_first).unwrap();
    // Its writer has drawn the number, and is about to write.
    block_on(shop.store.delete(&entry)).unwrap();
    shop.drain();
    assert!(!is_new() && shop.mails().is_empty());
    block_on(shop.store.set(&entry, value)).unwrap();
    assert!(is_new());
    shop.drain();
    assert_eq!(shop.mails(), ["1: placed"]);
    assert!(!is_new());
}

#[test]
fn an_entry_that_came_while_a_worker_stalled_after_its_look_is_not_dropped() {
    let shop = Shop::new("{}");
    shop.say(shop.order("1", "new"));
    let of_first = |shard| {
        let entry = queue_entry(shard, 1);
        let value = block_on(shop.store.get(&entry)).unwrap();
        value.map(|value| (entry, value))
    };
    let (entry, value) = (0..QUEUES).find_map(of_first).unwrap();
    block_on(shop.store.delete(&entry)).unwrap();
    shop.drain();
    // Beside the look for the entry, which is still missing, other work takes long.
    shop.say(shop.order("2", "new"));
    shop.delay.set(300);
    shop.drain();
    shop.delay.set(0);
    block_on(shop.store.set(&entry, value)).unwrap();
    shop.drain();
    assert!(shop.mails().contains(&"1: placed".to_owned()));
}

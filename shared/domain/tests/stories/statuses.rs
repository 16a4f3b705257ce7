//! The statuses that a shop's orders are seen with, and those that its settings name.

use futures::executor::block_on;
use wismo_domain::log::SeenStatuses;
use wismo_domain::order::Status;
use wismo_domain::storage::Store;
use wismo_domain::storage::keys::seen_statuses_log;

use crate::shop::{SHOP, Shop, told_as};

fn seen(shop: &Shop) -> Vec<Status> {
    let seen = block_on(SeenStatuses::of_shop(&shop.store, SHOP)).unwrap();
    seen.iter().cloned().collect()
}

fn written(shop: &Shop) -> u64 {
    block_on(shop.store.count(&seen_statuses_log(SHOP).len())).unwrap()
}

/// Lets the shop say that orders have a status, and the jobs end.
fn say(shop: &Shop, orders: &[&str], status: &str) {
    for id in orders {
        let mut order = shop.order(id, status);
        order.updated_at = wismo_domain::context::Environment::now(shop);
        shop.say(order);
    }
    for _ in 0..2 {
        shop.drain();
        shop.later(130);
    }
}

#[test]
fn a_status_is_noted_once_with_the_words_of_the_shop_whatever_the_settings_call_it() {
    let shop = Shop::new(r#"{"statuses":[{"code":"packing","label":"On the table"}]}"#);
    say(&shop, &["1", "2"], "packing");
    assert_eq!(seen(&shop), [told_as("packing")]);
    say(&shop, &["1"], "engraving");
    say(&shop, &["2", "3"], "engraving");
    say(&shop, &["1", "2", "3"], "packing");
    assert_eq!(seen(&shop), [told_as("packing"), told_as("engraving")]);
    assert_eq!(written(&shop), 2);
}

#[test]
fn a_built_in_status_is_not_noted() {
    let shop = Shop::new("{}");
    let mut order = shop.order("1", "new");
    order.status = Status::of_platform("received", wismo_domain::order::Stage::Received);
    shop.say(order);
    shop.drain();
    shop.later(130);
    shop.drain();
    assert_eq!((seen(&shop), written(&shop)), (Vec::new(), 0));
}

#[test]
fn a_status_that_is_named_renamed_or_taken_off_the_list_mails_nobody_who_stands_there() {
    let shop = Shop::new("{}");
    say(&shop, &["1"], "engraving");
    assert_eq!(shop.mails().len(), 1);
    for statuses in [
        r#"{"code":"engraving","label":"At the engraver","stage":"on_hold"}"#,
        r#"{"code":"engraving","labels":{"da":"Graveres"},"stage":"preparing"}"#,
        "",
    ] {
        shop.decide(&format!(r#"{{"statuses":[{statuses}]}}"#));
        // Something else about the order, so that it is looked at.
        say(&shop, &["1"], "engraving");
        assert_eq!(shop.mails(), [""; 0], "{statuses}");
    }
}

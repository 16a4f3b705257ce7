//! A rehearsal, which tells what the same settings really did, and what others would have done.

use futures::executor::block_on;
use wismo_domain::log::Via;
use wismo_domain::notices::Notice;
use wismo_domain::reports::rehearsal::{Rehearsed, rehearse};
use wismo_domain::settings::Settings;

use crate::shop::{Shop, key};

fn story(settings: &str) -> Shop {
    let shop = Shop::new(settings);
    shop.customer(r#"{"id":"c1","updated_at":"2026-11-01T00:00:00Z","contacts":[{"role":"admin","email":"office@example.com"}]}"#);
    shop.say_via(shop.order("1", "new"), Via::Hook);
    shop.later(70);
    shop.say(shop.order("1", "packed"));
    shop.later(20);
    shop.stock(0, Some("2026-12-15"));
    // This reaches the order before the order's own news are due.
    shop.later(0);
    shop.later(20);
    shop.say(shop.order("1", "sent"));
    shop.later(4000);
    shop
}

fn rehearsed(shop: &Shop, settings: &str) -> Rehearsed {
    let mut rules = shop.rules_now();
    rules.settings = std::rc::Rc::new(serde_json::from_str::<Settings>(settings).unwrap());
    block_on(rehearse(shop.context(), &key("1"), &rules)).unwrap()
}

#[test]
fn the_same_settings_rehearse_what_really_happened() {
    for settings in [
        r#"{"settle_seconds":0}"#,
        r#"{"settle_seconds":30}"#,
        r#"{"settle_seconds":100}"#,
        r#"{"settle_seconds":0,"rules":{"status_changed":{"notify":"off"}}}"#,
    ] {
        let shop = story(settings);
        let really: Vec<_> = block_on(Notice::all(&shop.store, &key("1"))).unwrap();
        let really: Vec<_> = really
            .iter()
            .map(|notice| notice.prepared().unwrap().changes.clone())
            .collect();
        let would: Vec<_> = rehearsed(&shop, settings)
            .notices
            .into_iter()
            .map(|would| would.changes)
            .collect();
        assert_eq!(would, really, "{settings}");
        assert!(!really.is_empty());
    }
}

#[test]
fn other_settings_rehearse_otherwise_and_nothing_is_written() {
    let shop = story(r#"{"settle_seconds":0}"#);
    shop.template("hi", "Hi");
    let before = shop.store.entries();
    let would = rehearsed(
        &shop,
        r#"{"settle_seconds":3600,"rules":{"placed":{"notify":"mail","template":"hi"}}}"#,
    );
    assert_eq!(would.notices.len(), 1);
    let to: Vec<_> = would.notices[0]
        .to
        .iter()
        .map(|to| to.address.as_str())
        .collect();
    assert_eq!(to, ["ann@example.com", "office@example.com"]);
    assert_eq!(would.notices[0].template.as_deref(), Some("hi"));
    assert!(!would.held);
    let held = rehearsed(&shop, r#"{"settle_seconds":0,"hold":{"mails":true}}"#);
    assert_eq!((held.notices.len(), held.held), (0, true));
    let off = rehearsed(
        &shop,
        r#"{"settle_seconds":0,"rules":{"placed":{"notify":"off"}}}"#,
    );
    assert_eq!(
        off.notices[0].skipped,
        Some(wismo_domain::log::Skip::RuleOff)
    );
    assert_eq!(shop.store.entries(), before);
}

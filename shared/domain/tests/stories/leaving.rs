//! The departure of news: settled, released, and never what an import keeps quiet.

use futures::executor::block_on;
use wismo_domain::log::{Via, read};
use wismo_domain::notices::shown;
use wismo_domain::order::{Document, DocumentKind};
use wismo_domain::storage::Store;

use crate::shop::{Shop, key};

#[test]
fn what_moves_and_moves_back_while_it_settles_is_not_told() {
    let shop = Shop::new(r#"{"settle_seconds":120}"#);
    shop.say(shop.order("1", "new"));
    shop.later(119);
    assert_eq!(shop.mails(), [""; 0]);
    shop.later(1);
    assert_eq!(shop.mails(), ["1: placed"]);
    shop.later(60);
    shop.say(shop.order("1", "packed"));
    shop.later(60);
    shop.say(shop.order("1", "new"));
    shop.later(600);
    assert_eq!(shop.mails(), [""; 0]);
    // Two changes within one window are one mail.
    shop.say(shop.order("1", "packed"));
    shop.later(60);
    let mut printed = shop.order("1", "waiting");
    printed.lines[0].cancelled = Some(1.into());
    shop.say(printed);
    shop.later(60);
    assert_eq!(shop.mails(), ["1: status_changed, lines_cancelled"]);
}

#[test]
fn a_shop_that_holds_mails_nobody_before_it_releases() {
    let shop = Shop::new(r#"{"hold":{"mails":true}}"#);
    shop.say(shop.order("1", "new"));
    shop.say(shop.order("2", "new"));
    shop.later(600);
    shop.say(shop.order("1", "packed"));
    shop.later(600);
    assert_eq!(shop.mails(), [""; 0]);
    let mut released = shop.release();
    released.sort_unstable();
    assert_eq!(released, ["1", "2"]);
    assert_eq!(shop.release(), [""; 0]);
    shop.later(1);
    let mut mails = shop.mails();
    mails.sort_unstable();
    assert_eq!(mails, ["1: placed", "2: placed"]);
    // Changes after that are held again.
    shop.later(10);
    shop.say(shop.order("1", "sent"));
    shop.later(600);
    assert_eq!(shop.mails(), [""; 0]);
    assert_eq!(shop.release(), ["1"]);
    shop.later(1);
    assert_eq!(shop.mails(), ["1: status_changed"]);
}

#[test]
fn a_held_import_waits_for_a_release_though_the_shop_does_not_hold() {
    let shop = Shop::new("{}");
    shop.say_via(shop.order("1", "new"), Via::HeldImport);
    shop.say(shop.order("2", "new"));
    shop.later(300);
    assert_eq!(shop.mails(), ["2: placed"]);
    assert_eq!(shop.release(), ["1"]);
    shop.later(1);
    assert_eq!(shop.mails(), ["1: placed"]);
    shop.later(10);
    shop.say(shop.order("1", "packed"));
    shop.later(1);
    assert_eq!(shop.mails(), ["1: status_changed"]);
}

#[test]
fn a_quiet_import_counts_as_told() {
    let shop = Shop::new("{}");
    shop.say_via(shop.order("1", "new"), Via::QuietImport);
    shop.later(300);
    assert_eq!(shop.mails(), [""; 0]);
    shop.say(shop.order("1", "packed"));
    shop.later(1);
    assert_eq!(shop.mails(), ["1: status_changed"]);
    shop.later(10);
    shop.say_via(shop.order("1", "sent"), Via::QuietImport);
    shop.later(300);
    shop.say(shop.order("1", "sent"));
    shop.later(300);
    assert_eq!(shop.mails(), [""; 0]);
}

#[test]
fn an_attempt_that_died_unwritten_lets_nothing_out_that_is_held() {
    let shop = Shop::new("{}");
    shop.say(shop.order("1", "new"));
    // Two workers draw the ticket of an attempt, and die before they write.
    for attempt in [1, 2] {
        block_on(shop.store.increment(&key("1").ticket(1, attempt))).unwrap();
    }
    shop.later(1);
    shop.later(100);
    shop.say_via(shop.order("1", "packed"), Via::HeldImport);
    shop.later(100);
    shop.later(100);
    assert_eq!(shop.mails(), [""; 0]);
    assert_eq!(shop.release(), ["1"]);
    shop.later(1);
    shop.later(100);
    assert_eq!(shop.mails(), ["1: placed"]);
}

#[test]
fn a_held_page_shows_what_was_released_last() {
    let shop = Shop::new(r#"{"hold":{"page":true}}"#);
    let page = || {
        let snapshot = block_on(read(shop.context(), &key("1"))).unwrap().snapshot;
        let settings = shop.settings.borrow().clone();
        let state = block_on(shown(&shop.store, &key("1"), &snapshot, &settings)).unwrap()?;
        let told: usize = state.timeline.iter().map(|entry| entry.changes.len()).sum();
        Some((state.order.status.code, told))
    };
    shop.say(shop.order("1", "new"));
    shop.later(1);
    assert_eq!((page(), shop.mails()), (None, vec![]));
    shop.release();
    shop.later(1);
    assert_eq!(shop.mails(), ["1: placed"]);
    assert_eq!(page(), Some(("new".to_owned(), 1)));
    // What is said since is shown neither as a state nor in the history.
    shop.say(shop.order("1", "packed"));
    shop.stock(0, Some("2026-12-18"));
    shop.later(1);
    assert_eq!(page(), Some(("new".to_owned(), 1)));
    assert_eq!(shop.mails(), [""; 0]);
    shop.release();
    shop.later(1);
    assert_eq!(shop.mails(), ["1: status_changed, expected_date_changed"]);
    assert_eq!(page(), Some(("packed".to_owned(), 3)));
    // A merchant who no longer holds shows all there is.
    shop.say(shop.order("1", "sent"));
    shop.later(1);
    assert_eq!(page(), Some(("packed".to_owned(), 3)));
    shop.settings.borrow_mut().hold.page = false;
    assert_eq!(page(), Some(("sent".to_owned(), 4)));
}

#[test]
fn what_is_off_shows_neither_as_it_happens_nor_afterwards() {
    let off = r#"{"notify":"off"}"#;
    let shop = Shop::new(&format!(
        r#"{{"rules":{{"picked":{off},"invoiced":{off},"expected_date_changed":{off},"tracking_entered":{off}}}}}"#
    ));
    let mut order = shop.order("1", "new");
    order.picked = true;
    order.documents = vec![
        Document::new("F-1", DocumentKind::Invoice),
        Document::new("K-1", DocumentKind::CreditNote),
    ];
    order.expected_on = Some("2026-12-18".parse().unwrap());
    shop.say(order);
    shop.later(1);
    let reading = block_on(read(shop.context(), &key("1"))).unwrap();
    let state = reading.snapshot.state(&shop.settings.borrow()).unwrap();
    assert!(!state.order.picked && state.order.expected_on.is_none());
    assert!(state.order.lines[0].expected_on.is_none());
    let kinds: Vec<_> = state.order.documents.iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [DocumentKind::CreditNote]);
}

//! The history, which answers why something was, or was not, mailed.

use futures::executor::block_on;
use wismo_domain::log::{Disposition, Via};
use wismo_domain::reports::history::{DeliveryKind, History, NotificationStatus, history};

use crate::shop::{Shop, key, told_as};

pub(crate) fn read(shop: &Shop, id: &str) -> History {
    block_on(history(
        shop.context(),
        &key(id),
        &shop.settings.borrow(),
        None,
    ))
    .unwrap()
    .unwrap()
}

/// Lists the event of each change, and what became of the change.
pub(crate) fn fates(history: &History) -> Vec<(u64, String)> {
    let mut fates = Vec::new();
    for delivery in &history.deliveries {
        for changed in &delivery.changes {
            let words = serde_json::to_value(&changed.notification).unwrap();
            let word = |name: &str| words[name].as_str().unwrap_or_default().to_owned();
            fates.push((
                delivery.event,
                format!("{} {}", word("status"), word("reason"))
                    .trim()
                    .to_owned(),
            ));
        }
    }
    fates
}

#[test]
fn every_delivery_stands_there_with_its_verdict() {
    let shop = Shop::new("{}");
    let first = shop.order("1", "new");
    shop.say(first.clone());
    shop.later(60);
    shop.say(shop.order("1", "sent"));
    shop.say(first.clone());
    let mut late = shop.order("1", "packed");
    late.updated_at = first.updated_at;
    shop.say(late);
    let verdicts: Vec<Disposition> = read(&shop, "1")
        .deliveries
        .iter()
        .map(|one| one.disposition)
        .collect();
    assert_eq!(
        verdicts,
        [
            Disposition::Counts,
            Disposition::Counts,
            Disposition::Repeats { event: 1 },
            Disposition::CameLate
        ]
    );
    assert!(
        block_on(history(
            shop.context(),
            &key("none"),
            &shop.settings.borrow(),
            None
        ))
        .unwrap()
        .is_none()
    );
}

#[test]
fn every_change_says_why_it_was_or_was_not_mailed() {
    let shop = Shop::new(r#"{"settle_seconds":60,"rules":{"picked":{"notify":"page"}}}"#);
    shop.say_via(shop.order("1", "new"), Via::QuietImport);
    shop.later(1);
    shop.say(shop.order("1", "packed"));
    shop.later(1);
    let mut picked = shop.order("1", "waiting");
    picked.picked = true;
    shop.say(picked.clone());
    assert_eq!(fates(&read(&shop, "1"))[1], (2, "waiting".to_owned()));
    shop.later(120);
    assert_eq!(
        fates(&read(&shop, "1")),
        [
            (1, "not_mailed quiet_import".to_owned()),
            (2, "not_mailed merged".to_owned()),
            // Net, the status moved from new to waiting: that is what was mailed.
            (3, "mailed".to_owned()),
            (3, "not_mailed rule_off".to_owned()),
        ]
    );
    picked.updated_at = shop.order("1", "").updated_at;
    picked.customer.wants_mail = Some(false);
    picked.status = told_as("sent");
    shop.say(picked.clone());
    shop.later(120);
    let last = fates(&read(&shop, "1")).pop().unwrap();
    assert_eq!(last, (4, "not_mailed not_set_to_receive".to_owned()));
    picked.updated_at = shop.order("1", "").updated_at;
    picked.customer.wants_mail = None;
    picked.customer.email = None;
    picked.status = told_as("arrived");
    shop.say(picked.clone());
    shop.later(120);
    let last = fates(&read(&shop, "1")).pop().unwrap();
    assert_eq!(last, (5, "not_mailed no_address".to_owned()));
    picked.updated_at = shop.order("1", "").updated_at;
    picked.customer.email = Some("ann@example.com".to_owned());
    picked.status = told_as("done");
    shop.say(picked);
    shop.later(120);
    let history = read(&shop, "1");
    assert_eq!(fates(&history).pop().unwrap(), (6, "mailed".to_owned()));
    let told = history.notices.last().unwrap();
    assert_eq!((told.notice, told.to.len(), told.outcomes.len()), (4, 1, 1));
}

#[test]
fn what_an_item_did_stands_there_too() {
    let shop = Shop::new("{}");
    shop.say(shop.order("1", "new"));
    shop.later(1);
    shop.stock(0, Some("2026-12-15"));
    shop.later(1);
    let history = read(&shop, "1");
    let stock = &history.deliveries[1];
    assert_eq!((stock.kind, stock.via), (DeliveryKind::Stock, Via::Item));
    assert_eq!(fates(&history)[1], (2, "mailed".to_owned()));
}

#[test]
fn what_came_to_nothing_does_not_wait_for_ever() {
    let shop = Shop::new(r#"{"settle_seconds":60}"#);
    shop.say(shop.order("1", "new"));
    shop.later(300);
    shop.say(shop.order("1", "packed"));
    shop.later(1);
    shop.say(shop.order("1", "new"));
    shop.later(300);
    let moved_back = "not_mailed nothing_left".to_owned();
    assert_eq!(
        fates(&read(&shop, "1"))[1..],
        [(2, moved_back.clone()), (3, moved_back)]
    );
    shop.say(shop.order("1", "packed"));
    shop.later(1);
    shop.say_via(shop.order("1", "sent"), Via::QuietImport);
    let settled = (4, "not_mailed settled_by_quiet_import".to_owned());
    assert_eq!(fates(&read(&shop, "1"))[3], settled);
}

#[test]
fn a_fact_that_is_told_twice_is_a_repetition() {
    let shop = Shop::new("{}");
    shop.say(shop.order("1", "new"));
    shop.later(1);
    shop.stock(0, None);
    shop.stock(0, None);
    shop.later(1);
    let verdicts: Vec<Disposition> = read(&shop, "1")
        .deliveries
        .iter()
        .map(|one| one.disposition)
        .collect();
    // Each is a word of the shop's own; the newer one counts.
    assert_eq!(verdicts.len(), 3);
    assert!(verdicts[1..].contains(&Disposition::Counts), "{verdicts:?}");
}

#[test]
fn what_printing_implies_stands_on_the_page_and_at_the_desk() {
    use wismo_domain::changes::Change;
    let shop =
        Shop::new(r#"{"printing_implies_picked":true,"rules":{"picked":{"notify":"mail"}}}"#);
    shop.say(shop.order("1", "new"));
    shop.later(1);
    shop.mails();
    let mut order = shop.order("1", "new");
    order.packing_slip_printed = true;
    shop.say(order.clone());
    shop.later(1);
    assert_eq!(shop.mails(), ["1: picked"]);
    order.updated_at = shop.order("1", "").updated_at;
    order.picked = true;
    shop.say(order);
    shop.later(1);
    let changes = |n: usize| {
        let deliveries = read(&shop, "1").deliveries;
        let changes = deliveries[n].changes.iter();
        let changes = changes.map(|changed| (changed.change.clone(), changed.notification.status));
        changes.collect::<Vec<_>>()
    };
    let expected = [
        (Change::PackingSlipPrinted, NotificationStatus::NotMailed),
        (Change::Picked, NotificationStatus::Mailed),
    ];
    assert_eq!(changes(1), expected);
    assert_eq!(changes(2), []);
    let reading = block_on(wismo_domain::log::read(shop.context(), &key("1"))).unwrap();
    let state = reading.snapshot.state(&shop.settings.borrow()).unwrap();
    let picked = state.timeline.iter().flat_map(|entry| &entry.changes);
    assert_eq!(
        picked.filter(|change| **change == Change::Picked).count(),
        1
    );
}

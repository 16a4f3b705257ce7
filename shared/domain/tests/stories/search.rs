//! Entries in the search index, and the times at which they are made.

use futures::executor::block_on;
use wismo_domain::context::Environment;
use wismo_domain::log::{EventPayload, Via, append, project};
use wismo_domain::order::{Order, Shipment, ShipmentState, Stage};
use wismo_domain::search::{
    Flag, Index, Mark, OrderRecords, Page, PageOf, Query, ReadShop, Reason, StoredRecord,
    StoredRecords, find,
};
use wismo_domain::settings::Settings;
use wismo_domain::storage::Store;
use wismo_domain::storage::keys::SearchKeys;

use crate::shop::{SHOP, Shop, key};

/// Lets an order come as by a hook, which projects it.
fn hook(shop: &Shop, order: &Order) {
    let event = shop.event(EventPayload::Order(Box::new(order.clone())), Via::Hook);
    let appended = block_on(append(shop.context(), &key(&order.id), &event)).unwrap();
    block_on(project(shop.context(), &key(&order.id), appended.n, event)).unwrap();
}

/// Counts the entries that were ever drawn.
fn entries(shop: &Shop) -> u64 {
    block_on(shop.store.count(&SearchKeys::new(SHOP).len())).unwrap()
}

fn read_on<'a>(settings: &'a Settings, today: &str) -> ReadShop<'a> {
    ReadShop {
        id: SHOP,
        settings,
        today: today.parse().unwrap(),
    }
}

fn search(shop: &Shop, query: &str) -> Page<StoredRecord> {
    let settings = shop.settings.borrow();
    let records = StoredRecords {
        context: shop.context(),
        shop: read_on(&settings, "2026-11-22"),
    };
    let page = PageOf {
        rows: 20,
        number: Some(query),
        ..PageOf::default()
    };
    let query = Query::parse(query).unwrap();
    block_on(find(&shop.store, &Index::of(SHOP), &records, &query, page)).unwrap()
}

fn reasons(shop: &Shop, query: &str) -> Vec<Vec<Reason>> {
    let hits = search(shop, query).hits;
    hits.into_iter().map(|hit| hit.fit.reasons).collect()
}

#[test]
fn a_person_is_entered_with_their_first_order_and_again_once_they_change() {
    let shop = Shop::new("{}");
    hook(&shop, &shop.order("1001", "new"));
    assert_eq!(entries(&shop), 2);
    assert_eq!(reasons(&shop, "1001"), [[Reason::OrderNumber]]);
    assert_eq!(reasons(&shop, "ann@exam"), [[Reason::Email]]);
    hook(&shop, &shop.order("1002", "new"));
    assert_eq!(entries(&shop), 3);
    assert_eq!(reasons(&shop, "ann@exam").len(), 1);
    let mut moved = shop.order("1003", "new");
    moved.customer.email = Some("ann@new.example".to_owned());
    hook(&shop, &moved);
    assert_eq!(entries(&shop), 5);
    assert_eq!(reasons(&shop, "ann@new"), [[Reason::Email]]);
    // One row for one person, by whichever of their addresses.
    assert_eq!(reasons(&shop, "ann").len(), 1);
}

#[test]
fn what_comes_later_is_entered_once_by_whoever_ends_the_job() {
    let shop = Shop::new("{}");
    hook(&shop, &shop.order("1001", "new"));
    shop.later(130);
    assert_eq!(entries(&shop), 2);
    let mut sent = shop.order("1001", "sent");
    let number = |number: &str| Shipment {
        tracking_number: Some(number.to_owned()),
        ..Shipment::new("1", ShipmentState::Sent)
    };
    for tracking in ["JD0146", "JD0147"] {
        sent.updated_at = shop.now();
        sent.shipments = vec![number(tracking)];
        hook(&shop, &sent);
        shop.clock.set(shop.clock.get() + 1);
    }
    assert_eq!(entries(&shop), 2);
    assert!(reasons(&shop, "JD0147").is_empty());
    shop.later(130);
    assert_eq!(entries(&shop), 3);
    let parcel = Reason::TrackingNumber { parcel: 1 };
    assert_eq!(reasons(&shop, "JD0147"), [[parcel]]);
    assert!(search(&shop, "JD0147").hits[0].fit.is_exact);
    assert!(reasons(&shop, "JD0146").is_empty());
    // The number is known before the index is asked, and shown once.
    assert_eq!(reasons(&shop, "#1001"), [[Reason::OrderNumber]]);
    shop.later(600);
    assert_eq!(entries(&shop), 3);
}

/// Takes from an order's snapshot what it notes of the index, as before there was one.
fn forget(shop: &Shop, order: &str) {
    let at = key(order).snapshot();
    let stored = block_on(shop.store.get(&at)).unwrap().unwrap();
    let stored = String::from_utf8(stored).unwrap();
    let (version, json) = stored.split_once(' ').unwrap();
    let mut json: serde_json::Value = serde_json::from_str(json).unwrap();
    let listed = json["listed"].as_object_mut().unwrap();
    assert!(listed.remove("searched").is_some());
    let stored = format!("{version} {json}").into_bytes();
    block_on(shop.store.set(&at, stored)).unwrap();
}

#[test]
fn an_order_from_before_the_index_is_entered_when_its_next_job_ends() {
    let shop = Shop::new("{}");
    hook(&shop, &shop.order("1001", "new"));
    shop.later(130);
    let index = SearchKeys::new(SHOP);
    for n in 1..=entries(&shop) {
        block_on(shop.store.delete(&index.entry(n))).unwrap();
    }
    forget(&shop, "1001");
    assert!(reasons(&shop, "ann@exam").is_empty());
    let before = entries(&shop);
    // A hook writes no more than it did; the job's end enters order and person.
    let mut later = shop.order("1001", "sent");
    later.updated_at = shop.now();
    hook(&shop, &later);
    assert_eq!(entries(&shop), before);
    shop.later(130);
    assert_eq!(entries(&shop), before + 2);
    assert_eq!(search(&shop, "1001").hits.len(), 1);
}

/// Lists the orders that have marks, as the list of orders shows them on a day.
fn marked(shop: &Shop, marks: &[Mark], today: &str) -> Vec<(String, Vec<Flag>)> {
    let settings = shop.settings.borrow();
    let records = OrderRecords {
        store: &shop.store,
        shop: read_on(&settings, today),
    };
    let page = PageOf {
        rows: 20,
        ..PageOf::default()
    };
    let groups: Vec<Vec<Mark>> = marks.iter().map(|mark| vec![mark.clone()]).collect();
    let query = Query::marked(&groups, None);
    let found = block_on(find(&shop.store, &Index::of(SHOP), &records, &query, page)).unwrap();
    let hits = found.hits.into_iter().map(|hit| hit.record);
    hits.map(|record| (record.order.id.clone(), record.flags))
        .collect()
}

#[test]
fn orders_are_listed_by_where_they_stand_and_by_what_is_noted_of_them() {
    let shop = Shop::new("{}");
    let (status, stage) = (|code: &str| Mark::Status(code.to_owned()), Mark::Stage);
    let mut first = shop.order("1001", "new");
    first.expected_on = Some("2026-03-01".parse().unwrap());
    first.lines.clear();
    hook(&shop, &first);
    hook(&shop, &shop.order("1002", "new"));
    let ids = |marks: &[Mark]| -> Vec<String> {
        let rows = marked(&shop, marks, "2026-03-01");
        rows.into_iter().map(|(id, _)| id).collect()
    };
    assert_eq!(ids(&[status("new")]), ["1002", "1001"]);
    let mut sent = shop.order("1002", "sent");
    sent.updated_at = shop.now();
    sent.status.stage = Stage::Sent;
    hook(&shop, &sent);
    // It shows no longer where it was, and where it is once its job ends.
    assert_eq!(ids(&[status("new")]), ["1001"]);
    shop.later(130);
    assert_eq!(ids(&[status("sent")]), ["1002"]);
    assert_eq!(ids(&[stage(Stage::Sent)]), ["1002"]);
    assert_eq!(ids(&[status("sent"), stage(Stage::Received)]), [""; 0]);
    assert_eq!(ids(&[status("sen")]), [""; 0]);
    let late = [Mark::Flag(Flag::Late)];
    let on = |day| marked(&shop, &late, day);
    assert_eq!(on("2026-03-02"), [("1001".to_owned(), vec![Flag::Late])]);
    let hold = shop.event(EventPayload::Held(true), Via::Desk);
    block_on(append(shop.context(), &key("1001"), &hold)).unwrap();
    shop.later(130);
    assert_eq!(ids(&[Mark::Flag(Flag::Held)]), ["1001"]);
    let free = shop.event(EventPayload::Held(false), Via::Desk);
    block_on(append(shop.context(), &key("1001"), &free)).unwrap();
    shop.later(130);
    assert_eq!(ids(&[Mark::Flag(Flag::Held)]), [""; 0]);
}

#[test]
fn orders_are_listed_by_what_the_merchant_says_that_a_status_means() {
    let shop = Shop::new("{}");
    let mut order = shop.order("1001", "kommis");
    order.expected_on = Some("2026-03-01".parse().unwrap());
    order.lines.clear();
    hook(&shop, &order);
    let at = |stage: Stage| -> Vec<(String, Stage)> {
        let settings = shop.settings.borrow();
        let records = OrderRecords {
            store: &shop.store,
            shop: read_on(&settings, "2026-11-22"),
        };
        let page = PageOf {
            rows: 20,
            ..PageOf::default()
        };
        let query = Query::marked(&[Mark::of_stage(stage, &settings)], None);
        let found = block_on(find(&shop.store, &Index::of(SHOP), &records, &query, page)).unwrap();
        // What the index finds may stand elsewhere: the list looks at each order.
        let rows = found.hits.into_iter().map(|hit| hit.record.order);
        rows.map(|order| (order.id.clone(), order.standing()))
            .filter(|(_, standing)| *standing == stage)
            .collect()
    };
    let own = |stage| vec![("1001".to_owned(), stage)];
    assert_eq!(at(Stage::Preparing), own(Stage::Preparing));
    assert_eq!(at(Stage::Sent), []);
    // It is found by the new meaning at once, though nothing enters it anew.
    shop.decide(r#"{ "statuses": [{ "code": "kommis", "stage": "sent" }] }"#);
    assert_eq!(at(Stage::Sent), own(Stage::Sent));
    assert_eq!(at(Stage::Preparing), []);
    // By its goods, it has gone further than the merchant says.
    let mut partly = shop.order("1001", "kommis");
    partly.status.stage = Stage::Other;
    partly.updated_at = shop.now();
    partly.lines[0].delivered = Some(1.into());
    hook(&shop, &partly);
    shop.later(130);
    shop.decide(r#"{ "statuses": [{ "code": "kommis", "stage": "preparing" }] }"#);
    assert_eq!(at(Stage::PartDelivered), own(Stage::PartDelivered));
    shop.decide(r#"{ "statuses": [{ "code": "other", "stage": "sent" }] }"#);
    assert_eq!(at(Stage::Sent), []);
}

#[test]
fn an_order_that_the_shop_deleted_is_listed_as_such_and_as_nothing_else() {
    let shop = Shop::new("{}");
    let mut order = shop.order("1001", "new");
    order.expected_on = Some("2026-03-01".parse().unwrap());
    order.lines.clear();
    hook(&shop, &order);
    let (late, deleted) = ([Mark::Flag(Flag::Late)], [Mark::Flag(Flag::Deleted)]);
    let on = |marks: &[Mark]| marked(&shop, marks, "2026-03-02");
    assert_eq!(on(&late), [("1001".to_owned(), vec![Flag::Late])]);
    assert_eq!(on(&deleted), []);
    let gone = shop.event(EventPayload::Deleted, Via::Hook);
    block_on(append(shop.context(), &key("1001"), &gone)).unwrap();
    shop.later(130);
    assert_eq!(on(&late), []);
    assert_eq!(on(&deleted), [("1001".to_owned(), vec![Flag::Deleted])]);
}

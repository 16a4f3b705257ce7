//! Imports, which are accepted first and worked off later.

use futures::executor::block_on;
use wismo_domain::intake::customer::KnownCustomer;
use wismo_domain::intake::import::{self, BATCH_SIZE, ImportBatch};
use wismo_domain::intake::item::Stock;
use wismo_domain::log::KnownItem;
use wismo_domain::log::{Event, EventPayload, Via};
use wismo_domain::order::Order;
use wismo_domain::queue::{CompanionWrites, Import, Work, enqueue};
use wismo_domain::storage::Store;
use wismo_domain::storage::keys::{QUEUES, customer_log, imports_index, item_log};
use wismo_domain::time::Duration;

use crate::shop::{SHOP, Shop, begin, key};
use crate::slow::drain_that_missed;

/// Makes an import about an order, an item and a customer.
fn said(order: Order, quantity: i64, name: &str) -> ImportBatch {
    let stock = Stock {
        sku: "a".to_owned(),
        updated_at: order.updated_at,
        quantity: quantity.into(),
        expected_on: None,
    };
    let at = order.updated_at;
    let record = format!(r#"{{"id":"c1","name":"{name}","updated_at":"{at}"}}"#);
    ImportBatch {
        items: vec![stock.event(begin(), Via::Import)],
        customers: vec![serde_json::from_str(&record).unwrap()],
        ..of(vec![order], Via::Import)
    }
}

fn of(orders: Vec<Order>, via: Via) -> ImportBatch {
    let event = |order: Order| {
        let event = Event {
            received_at: begin(),
            payload: EventPayload::Order(Box::new(order.clone())),
            via,
            dropped: Vec::new(),
            by: None,
        };
        (key(&order.id), event)
    };
    ImportBatch {
        orders: orders.into_iter().map(event).collect(),
        ..ImportBatch::default()
    }
}

impl Shop {
    fn import(&self, import: ImportBatch) {
        let batches = import.cut(BATCH_SIZE);
        block_on(import::accept(self.context(), SHOP, &batches)).unwrap();
    }

    fn knows(&self, id: &str) -> bool {
        let log = key(id).len();
        block_on(self.store.count(&log)).unwrap() > 0
    }
}

#[test]
fn an_import_is_accepted_then_worked_off_and_leaves_nothing_behind() {
    let shop = Shop::new("{}");
    let orders = (0..2 * BATCH_SIZE).map(|id| shop.order(&id.to_string(), "new"));
    shop.import(of(orders.collect(), Via::QuietImport));
    assert!(!shop.knows("7"));
    shop.later(1);
    assert!(shop.knows("7") && shop.mails().is_empty());
    shop.later(300);
    let left: Vec<String> = shop.store.entries().into_keys().collect();
    let mut left = left.iter().filter(|key| key.contains("/imports/"));
    assert_eq!(left.next(), Some(&format!("shop/{SHOP}/imports/len")));
    assert_eq!(left.next(), None);
}

#[test]
fn what_a_hook_said_before_an_import_was_worked_off_is_told() {
    let shop = Shop::new("{}");
    let old = shop.order("1", "new");
    let new = Order {
        updated_at: old.updated_at + Duration::seconds(1),
        ..shop.order("1", "packed")
    };
    shop.import(of(vec![old], Via::QuietImport));
    shop.say(new);
    shop.later(300);
    assert_eq!(shop.page("1").status.code, "packed");
    assert_eq!(shop.mails().len(), 1);
}

#[test]
fn a_batch_that_is_processed_twice_changes_nothing() {
    let shop = Shop::new("{}");
    shop.import(said(shop.order("1", "new"), 0, "Ann"));
    let batch = imports_index(SHOP).entry(1);
    let bytes = block_on(shop.store.get(&batch)).unwrap().unwrap();
    shop.later(1);
    assert_eq!(shop.mails(), ["1: placed"]);
    let newer = shop.order("1", "packed");
    let later = newer.updated_at;
    shop.import(said(newer, 5, "Ann Berg"));
    shop.later(1);
    let told = shop.mails();
    // Somebody had read the batch before it was deleted.
    block_on(shop.store.set(&batch, bytes)).unwrap();
    let work = |_, written_at| {
        Some(Work::Import(Import {
            shop: SHOP.to_owned(),
            n: 1,
            written_at,
        }))
    };
    block_on(enqueue(
        shop.context(),
        &[QUEUES - 1],
        work,
        CompanionWrites::default(),
    ))
    .unwrap();
    shop.later(300);
    assert_eq!(told, ["1: status_changed, back_in_stock"]);
    assert!(shop.mails().is_empty());
    let page = shop.page("1");
    assert_eq!(page.status.code, "packed");
    assert_eq!(page.lines[0].stock, Some(5.into()));
    let mut known = shop.order("1", "packed");
    let event_log = customer_log(SHOP, "c1");
    let read = block_on(event_log.read::<KnownCustomer>(shop.context())).unwrap();
    read.projection.apply(&mut known);
    assert_eq!(known.customer.name.as_deref(), Some("Ann Berg"));
    let event_log = item_log(SHOP, "a");
    let read = block_on(event_log.read::<KnownItem>(shop.context())).unwrap();
    assert!(read.projection.facts.iter().all(|told| told.at == later));
}

#[test]
fn work_without_its_portion_waits_for_it_and_ends() {
    let shop = Shop::new("{}");
    shop.import(of(vec![shop.order("1", "new")], Via::Import));
    let batch = imports_index(SHOP).entry(1);
    let bytes = block_on(shop.store.get(&batch)).unwrap().unwrap();
    block_on(shop.store.delete(&batch)).unwrap();
    assert_eq!(shop.drain().waiting, 1);
    // The store had shown an older state.
    block_on(shop.store.set(&batch, bytes)).unwrap();
    shop.later(40);
    assert!(shop.knows("1"));
    shop.import(of(vec![shop.order("2", "new")], Via::Import));
    block_on(shop.store.delete(&imports_index(SHOP).entry(2))).unwrap();
    shop.later(1);
    shop.later(200);
    assert!(!shop.knows("2"));
    assert_eq!(shop.drain().waiting, 0);
}

#[test]
fn who_looked_for_a_portion_before_it_was_there_does_not_end_its_work_much_later() {
    let shop = Shop::new("{}");
    shop.import(of(vec![shop.order("1", "new")], Via::Import));
    drain_that_missed(&shop, &imports_index(SHOP).entry(1));
    shop.later(1);
    assert!(shop.knows("1"));
}

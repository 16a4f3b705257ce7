//! The knowledge outside of the hosts: what the orders are now, what was acknowledged, and
//! what the searches found.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use wismo_domain::search::{Present, Records, Searchable, Step, Subject, texts_of_order};
use wismo_domain::storage::StoreError;

/// An order, as it is now.
#[derive(Clone, Debug)]
pub(crate) struct Now {
    /// The number of times that it was changed.
    pub(crate) version: u32,
    pub(crate) texts: Vec<Searchable>,
    /// The number of the entry that was acknowledged for this version, and when.
    pub(crate) listed: Option<(u64, i64)>,
}

/// The record to which every task reports.
#[derive(Default)]
pub(crate) struct Shop {
    pub(crate) orders: BTreeMap<usize, Now>,
    pub(crate) steps: Vec<Step>,
    pub(crate) searches: u64,
    pub(crate) written: u64,
    pub(crate) violation: Option<String>,
}

pub(crate) type SharedShop = Rc<RefCell<Shop>>;

/// The word by which every order is found.
pub(crate) const COMMON: &str = "common";

/// Returns the number of a version of an order, which no other has.
pub(crate) fn number(order: usize, version: u32) -> String {
    format!("n{order}v{version}")
}

pub(crate) fn subject(order: usize) -> Subject {
    Subject::Order(order.to_string())
}

impl Shop {
    /// Changes an order, and returns its version.
    pub(crate) fn change(&mut self, order: usize) -> u32 {
        let version = self.orders.get(&order).map_or(0, |now| now.version + 1);
        let document = serde_json::json!({
            "id": format!("id{order}"), "number": number(order, version),
            "updated_at": "2026-01-01T00:00:00Z", "currency": "EUR",
            "status": { "code": "new", "stage": "received" },
            "lines": [{ "id": "1", "name": "x", "quantity": "1", "sku": COMMON }],
        });
        let document = serde_json::from_value(document).expect("an order");
        let now = Now {
            version,
            texts: texts_of_order(&document),
            listed: None,
        };
        self.orders.insert(order, now);
        version
    }

    /// Lists the orders whose present version was acknowledged before a time.
    pub(crate) fn listed_before(&self, time: i64) -> Vec<(usize, u32)> {
        let orders = self.orders.iter();
        let listed = orders.filter(|(_, now)| now.listed.is_some_and(|(_, at)| at < time));
        listed.map(|(order, now)| (*order, now.version)).collect()
    }

    pub(crate) fn violate(&mut self, violation: String) {
        self.violation.get_or_insert(violation);
    }
}

/// The present records.
pub(crate) struct Truth(pub(crate) SharedShop);

impl Records for Truth {
    type Record = usize;

    async fn read(&self, subject: &Subject) -> Result<Option<Present<usize>>, StoreError> {
        let shop = self.0.borrow();
        let Subject::Order(id) = subject else {
            panic!("{subject:?} was never listed");
        };
        let order = id.parse().expect("the id of an order");
        Ok(shop.orders.get(&order).map(|now| Present {
            texts: now.texts.clone(),
            entry: now.listed.map(|(n, _)| n),
            record: order,
        }))
    }
}

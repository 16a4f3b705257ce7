//! The knowledge outside of the hosts.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use wismo_domain::intake::import::ImportBatch;
use wismo_domain::storage::keys::OrderKey;
use wismo_domain::time::Timestamp;

/// The acknowledgements, the views of pages, and the first violation of what they promise.
#[derive(Default)]
pub(crate) struct Outside {
    pub(crate) acknowledged: BTreeMap<OrderKey, Vec<u64>>,
    /// The newest acknowledged version of each order, by the shop's date.
    pub(crate) newest: BTreeMap<OrderKey, Timestamp>,
    /// The words about the item: the time from which each was so, and the event's number.
    pub(crate) items: Vec<(Timestamp, u64)>,
    /// The batches of imports that were acknowledged.
    pub(crate) imported: Vec<ImportBatch>,
    pub(crate) violation: Option<String>,
    pub(crate) views: u64,
    pub(crate) released: u64,
    /// The time since which the item is back that ran out after everything
    /// else, by the world's clock.
    pub(crate) back_since: Option<i64>,
    /// True if it was acknowledged that the shop no longer holds.
    pub(crate) opened: bool,
    /// The manual mails that were acknowledged, by their events.
    pub(crate) manual_mail: BTreeMap<OrderKey, Vec<u64>>,
    /// The notices that were acknowledged as called back, and whether each may
    /// have been sent before.
    pub(crate) cancelled: Vec<(OrderKey, u64, bool)>,
}

impl Outside {
    pub(crate) fn acknowledge(&mut self, key: &OrderKey, n: u64) {
        self.acknowledged.entry(key.clone()).or_default().push(n);
    }
}

/// The shop of every run.
pub(crate) const SHOP: &str = "sim";

/// The record to which every task reports its outcome.
pub(crate) type Witness = Rc<RefCell<Outside>>;

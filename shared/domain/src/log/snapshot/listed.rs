//! The lists that an order is in, and what it is listed by.

use serde::{Deserialize, Serialize};

use super::Snapshot;
use crate::log::listing::waits_for;
use crate::order::{Status, StatusFrom, built_in};
use crate::search::Searched;
use crate::time::Date;

/// The lists that an order is in, so that it can be found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Listed {
    /// True if it is listed among the shop's orders.
    pub(crate) as_order: bool,
    /// The number that it is listed by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) number: Option<String>,
    /// True once it was looked up whether who ordered is on the watch list.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) watch_checked: bool,
    /// The order's entries in the search index.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) searched: Option<Searched>,
    /// The day for which it was last noted as promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) promised: Option<Date>,
    /// The codes of its statuses that were last noted as seen in the shop.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) statuses: Vec<String>,
    /// The items in whose lists of waiting orders it is.
    pub(crate) waiting: Vec<String>,
    /// The items among those that must be read once more: a read right
    /// after the listing may have shown old values.
    pub(crate) unconfirmed: Vec<String>,
}

impl Snapshot {
    /// Returns the number of the order's newest entry in the search index.
    pub(crate) fn search_entry(&self) -> Option<u64> {
        self.listed.searched.as_ref().map(|searched| searched.entry)
    }

    /// Lists the items that the order waits for, sorted, whichever system
    /// decides where it stands.
    pub(crate) fn waiting(&self) -> Vec<String> {
        let orders = StatusFrom::BOTH
            .into_iter()
            .filter_map(|by| self.order_by(by));
        let mut waiting: Vec<String> = orders.flat_map(|order| waits_for(&order)).collect();
        waiting.sort_unstable();
        waiting.dedup();
        waiting
    }

    /// Returns the day that is promised, whichever system decides where the order stands.
    pub(crate) fn promised_for(&self) -> Option<Date> {
        let orders = StatusFrom::BOTH.into_iter();
        let orders = orders.filter_map(|by| self.order_by(by));
        let first = orders.filter_map(|order| order.promised_for()).min();
        first.filter(|_| !self.is_removed())
    }

    /// Lists the statuses that the order has, by each of those who may decide it, as they say
    /// it themselves: without the built-in ones, which every shop has.
    pub(crate) fn statuses(&self) -> Vec<Status> {
        let mut all: Vec<Status> = Vec::new();
        if self.is_removed() {
            return all;
        }
        for order in StatusFrom::BOTH
            .into_iter()
            .filter_map(|by| self.order_by(by))
        {
            let status = order.status;
            let is_known = all.iter().any(|other| other.code == status.code);
            if !is_known && built_in(&status.code).is_none() {
                all.push(status);
            }
        }
        all
    }

    /// Notes that the order is no longer listed for items that it does not wait
    /// for: it is not told of events about them in the meantime.
    pub(super) fn note_waiting(&mut self) {
        let waiting = self.waiting();
        let listed = &mut self.listed.waiting;
        listed.retain(|sku| waiting.binary_search(sku).is_ok());
    }
}

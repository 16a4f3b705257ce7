//! The totals of what happened in runs.

use std::collections::BTreeSet;

use futures::executor::block_on;
use wismo_domain::notices::{AttemptRecord, AttemptResult, BY_HAND, Notice};
use wismo_domain::order::StatusFrom;
use wismo_domain::storage::keys::OrderKey;

use crate::check::{Story, events, notices, stored};
use crate::world::Shared;

/// The totals of what happened in runs, to see that enough did.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Totals {
    pub(crate) acknowledged: u64,
    pub(crate) crashes: u64,
    pub(crate) lapses: u64,
    pub(crate) mails: u64,
    pub(crate) second_copies: u64,
    pub(crate) views: u64,
    pub(crate) released: u64,
    pub(crate) facts: u64,
    /// The batches of imports that were acknowledged.
    pub(crate) imported: u64,
    /// The manual mails that were accepted.
    pub(crate) manual_mail: u64,
    /// The mails that were called back.
    pub(crate) cancelled: u64,
}

impl Totals {
    pub(crate) fn add(&mut self, other: &Self) {
        self.acknowledged += other.acknowledged;
        self.crashes += other.crashes;
        self.lapses += other.lapses;
        self.mails += other.mails;
        self.second_copies += other.second_copies;
        self.views += other.views;
        self.released += other.released;
        self.facts += other.facts;
        self.imported += other.imported;
        self.manual_mail += other.manual_mail;
        self.cancelled += other.cancelled;
    }
}

/// Counts the manual mails that were accepted.
pub(crate) fn manual_mail(world: &Shared, keys: &[OrderKey]) -> u64 {
    let store = stored(world);
    let mut accepted = 0;
    for key in keys {
        for n in events(&store, key).into_keys() {
            let notice = block_on(Notice::read(&store, key, BY_HAND + n)).expect("memory");
            let mut outcomes = notice.outcomes();
            let is_accepted =
                |outcome: &AttemptRecord| matches!(outcome.result, AttemptResult::Accepted { .. });
            accepted += u64::from(outcomes.any(is_accepted));
        }
    }
    accepted
}

/// Counts accepted mails, second copies, lapsed attempts, and facts that reached orders.
pub(crate) fn tally(world: &Shared, keys: &[OrderKey]) -> (u64, u64, u64, u64) {
    let store = stored(world);
    let world = world.borrow();
    let distinct: BTreeSet<&String> = world.provider.accepted.iter().map(|(key, _)| key).collect();
    let lapses = keys
        .iter()
        .flat_map(|key| notices(&store, key))
        .map(|notice| {
            notice
                .outcomes()
                .filter(|outcome| outcome.result == AttemptResult::Lapsed)
                .count() as u64
        })
        .sum();
    let mails = world.provider.accepted.len() as u64;
    let facts = keys.iter().map(|key| {
        let events = events(&store, key);
        Story::of(&events, StatusFrom::Shop, |_| 0)
            .facts
            .iter()
            .count() as u64
    });
    (mails, mails - distinct.len() as u64, lapses, facts.sum())
}

//! The checks of the logs, and of what pages show of them.

use std::collections::BTreeMap;

use futures::executor::block_on;
use wismo_domain::intake::customer::CustomerRecord;
use wismo_domain::intake::import::ImportBatch;
use wismo_domain::log::ItemEvent;
use wismo_domain::log::{Event, EventPayload, Fact};
use wismo_domain::order::Order;
use wismo_domain::storage::event_log::EventLog;
use wismo_domain::storage::keys::{OrderKey, customer_log, item_log};
use wismo_domain::storage::record::Record;
use wismo_domain::storage::{MemoryStore, Store};
use wismo_domain::time::Timestamp;

use super::story::{Story, trashed_at};
use super::{ensure, events};
use crate::outside::SHOP;

/// Checks that the content of an accepted batch of an import is in the logs. Returns what
/// it says of items: the time from which it was so, and the first event that tells it.
pub(super) fn imported(
    store: &MemoryStore,
    batch: &ImportBatch,
) -> Result<Vec<(Timestamp, u64)>, String> {
    for (key, event) in &batch.orders {
        let is_there = events(store, key).values().any(|other| other == event);
        ensure!(is_there, "{}: what was imported is lost", key.order);
    }
    for record in &batch.customers {
        let said = logged::<CustomerRecord>(store, &customer_log(SHOP, &record.id));
        let is_there = said.values().any(|other| other == record);
        ensure!(is_there, "what was imported of the customer is lost");
    }
    let mut items = Vec::new();
    for event in &batch.items {
        let sku = event.fact.sku().unwrap_or_default();
        let said = logged::<ItemEvent>(store, &item_log(SHOP, sku));
        let first = said.iter().find(|(_, other)| *other == event);
        ensure!(first.is_some(), "what was imported of the item is lost");
        items.extend(first.map(|(n, event)| (event.at, *n)));
    }
    Ok(items)
}

/// Reads a small log.
pub(super) fn logged<R: Record>(store: &MemoryStore, event_log: &EventLog) -> BTreeMap<u64, R> {
    let len = block_on(store.count(&event_log.len())).expect("memory does not fail");
    let numbers: Vec<u64> = (1..=len).collect();
    let mut found = block_on(event_log.events(store, &numbers)).expect("memory does not fail");
    let event = |n: u64| Some((n, found.remove(&n)?));
    numbers.into_iter().filter_map(event).collect()
}

/// Finds the version that must win, worked out in another way than the fold does.
pub(crate) fn newest(events: &BTreeMap<u64, Event>) -> Option<Order> {
    let mut distinct: Vec<(u64, usize, &Order)> = Vec::new();
    for (n, event) in events {
        let EventPayload::Order(order) = &event.payload else {
            continue;
        };
        let life = life(events, *n, order.updated_at);
        let is_twin = |other: &(u64, usize, &Order)| (other.1, other.2) == (life, order.as_ref());
        if !distinct.iter().any(is_twin) {
            distinct.push((*n, life, order));
        }
    }
    distinct.sort_by_key(|(n, _, order)| (order.updated_at, *n));
    distinct.last().map(|(_, _, order)| (*order).clone())
}

/// Counts how often the order had been in the trash with versions of this date when
/// an event came: an event that says the same after that does not repeat anything.
pub(super) fn life(events: &BTreeMap<u64, Event>, n: u64, at: Timestamp) -> usize {
    let before = events.range(..n);
    let trash = before.filter(|(_, event)| matches!(event.payload, EventPayload::Trashed));
    let of_its_date = trash.filter(|(n, event)| trashed_at(events, **n, event.received_at) == at);
    of_its_date.count()
}

/// Checks that the page shows what was said last of the item.
pub(super) fn stands_as_said(
    key: &OrderKey,
    shown: Option<&Order>,
    version: Option<&Order>,
    events: &BTreeMap<u64, Event>,
) -> Result<(), String> {
    let stock = events.values().filter_map(|event| match &event.payload {
        EventPayload::Fact {
            at,
            n: Some(n),
            fact:
                Fact::Stock {
                    quantity,
                    expected_on,
                    ..
                },
        } => Some(((*at, *n), (*quantity, *expected_on))),
        _ => None,
    });
    let newest = stock.max_by_key(|(rank, _)| *rank);
    let (Some(shown), Some(((at, _), mut newest))) = (shown, newest) else {
        return Ok(());
    };
    // The order's own word counts if it is not older.
    if let Some(version) = version.filter(|version| version.updated_at >= at)
        && let Some(line) = version.lines.first()
    {
        newest.0 = line.stock.or(newest.0);
    }
    let stands = shown
        .lines
        .first()
        .map(|line| (line.stock, line.expected_on));
    ensure!(
        stands == Some(newest),
        "{}: the page says {stands:?} of the item, the shop {newest:?}",
        key.order
    );
    Ok(())
}

/// Checks that what was said of an item has reached every order that waits for it.
pub(super) fn fanned_out(
    key: &OrderKey,
    page: Option<&Order>,
    story: &Story,
    items: &[(Timestamp, u64)],
) -> Result<(), String> {
    let Some(order) = page else { return Ok(()) };
    let Some(wanted) = items.iter().max() else {
        return Ok(());
    };
    let waits = order.lines.iter().any(|line| order.is_waiting_for(line));
    let reached = story.facts.iter().any(|told| (told.at, told.n) >= *wanted);
    ensure!(
        !waits || reached,
        "{}: what was said of the item at {wanted:?} never reached it",
        key.order
    );
    Ok(())
}

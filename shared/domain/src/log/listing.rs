//! Listing an order where it can be found: among its shop's orders, and among
//! those that wait for an item.

use super::{Event, Reading, Said, Via, append_all};
use crate::environment::Environment;
use crate::index::Entry;
use crate::item::Item;
use crate::keys::{OrderKey, item_ledger, orders_index, waiting_index};
use crate::ledger::Folded;
use crate::order::Order;
use crate::store::{Store, StoreError};
use crate::together::join_all;

/// Lists the order where it is not listed yet, and notes that in the reading;
/// whether there was anything to do.
///
/// Listing comes first, then looking what is known of the items; what a shop
/// says of an item is written first, and then told to the list. So whichever
/// comes first, no order misses it.
///
/// # Errors
/// When the store fails; the order may be listed all the same, and twice then.
pub(crate) async fn list(
    store: &impl Store,
    environment: &impl Environment,
    key: &OrderKey,
    reading: &mut Reading,
) -> Result<bool, StoreError> {
    let Some((_, newest)) = reading.snapshot.newest() else {
        return Ok(false);
    };
    let waiting = waits_for(newest);
    let listed = &reading.snapshot.listed;
    let is_new = |sku: &&String| !listed.waiting.contains(sku);
    let new: Vec<String> = waiting.iter().filter(is_new).cloned().collect();
    if listed.as_order && waiting == listed.waiting {
        return Ok(false);
    }
    let entry = Entry {
        order: key.order.clone(),
        at: environment.now(),
    };
    let mut writes = Vec::new();
    if !listed.as_order {
        writes.push(orders_index(&key.shop).listing(store, &entry).await?);
    }
    for sku in &new {
        writes.push(waiting_index(&key.shop, sku).listing(store, &entry).await?);
    }
    if !writes.is_empty() {
        store.set_many(writes).await?;
    }
    let events = known(store, environment, key, reading, &new).await?;
    if !events.is_empty() {
        append_all(store, environment, &events, Vec::new()).await?;
    }
    let listed = &mut reading.snapshot.listed;
    listed.as_order = true;
    listed.waiting = waiting;
    listed.unconfirmed.extend(new);
    reading.is_news = true;
    Ok(true)
}

/// Looks once more at the items that the order was listed for, some time after.
///
/// # Errors
/// When the store fails.
pub(crate) async fn confirm(
    store: &impl Store,
    environment: &impl Environment,
    key: &OrderKey,
    reading: &mut Reading,
) -> Result<(), StoreError> {
    let skus = std::mem::take(&mut reading.snapshot.listed.unconfirmed);
    if skus.is_empty() {
        return Ok(());
    }
    reading.is_news = true;
    let events = known(store, environment, key, reading, &skus).await?;
    if !events.is_empty() {
        append_all(store, environment, &events, Vec::new()).await?;
    }
    Ok(())
}

/// The items that an order waits for.
pub(super) fn waits_for(order: &Order) -> Vec<String> {
    let mut waiting: Vec<String> = order
        .lines
        .iter()
        .filter(|line| order.is_waiting_for(line))
        .filter_map(|line| line.sku.clone())
        .filter(|sku| !sku.is_empty())
        .collect();
    waiting.sort_unstable();
    waiting.dedup();
    waiting
}

/// What is known of these items that the order has not been told. What was so
/// before the order came counts as told.
async fn known(
    store: &impl Store,
    environment: &impl Environment,
    key: &OrderKey,
    reading: &Reading,
    skus: &[String],
) -> Result<Vec<(OrderKey, Event)>, StoreError> {
    let since = reading.snapshot.since();
    let items = skus.iter().map(|sku| item_ledger(&key.shop, sku));
    let items: Vec<_> = items.collect();
    let read = items.iter().map(|ledger| ledger.read(store, environment));
    let mut events = Vec::new();
    for item in join_all(read).await {
        let item: Folded<Item> = item?;
        for told in item.fold.facts.iter() {
            if reading.snapshot.facts.knows(told) {
                continue;
            }
            let is_old = since.is_none_or(|since| told.received_at < since);
            let via = match told.via {
                Via::Hook | Via::Import if is_old => Via::KnownItem,
                Via::Hook => Via::Item,
                Via::Import
                | Via::QuietImport
                | Via::HeldImport
                | Via::Item
                | Via::KnownItem
                | Via::Desk => told.via,
            };
            let event = Event {
                received_at: told.received_at,
                said: Said::Fact {
                    at: told.at,
                    n: Some(told.n),
                    fact: told.fact.clone(),
                },
                via,
            };
            events.push((key.clone(), event));
        }
    }
    Ok(events)
}

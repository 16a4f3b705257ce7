//! Listing an order where it can be found: among its shop's orders, by its
//! number, and in the list of each item that it waits for; and noting its status as one
//! that the shop has.

use std::collections::HashMap;

use super::seen_statuses::note_statuses;
use super::watching::watch_checks;
use super::{Event, Reading, RecordedFact, Via, append_all};
use crate::context::{Context, Environment};
use crate::intake::customer;
use crate::log::KnownItem;
use crate::order::{Order, Status};
use crate::people::{self, Person};
use crate::search::{self, Entry, Index, ToEnter};
use crate::storage::event_log::Projected;
use crate::storage::find_by_number;
use crate::storage::index::ListedOrder;
use crate::storage::keys::{
    OrderKey, item_log, orders_index, promised_index, tasks_index, waiting_index,
};
use crate::storage::together::join_all;
use crate::storage::{Store, StoreError};
use crate::tasks::Task;
use crate::time::{Date, Timestamp};

/// The orders that are entered in the search index anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entering {
    /// Those that are new: their entries go along with a write that is made anyway.
    New,
    /// All that are found by something else than before, too.
    Changed,
}

/// Lists the orders where they are not listed yet, and notes that in their
/// readings. Tells whether there was anything to do. The orders are of one shop.
///
/// Orders are listed first, then the known facts of the items are read; a
/// shop's event about an item is written first, and then told to the list. So no
/// order misses it, whichever comes first.
///
/// # Errors
/// When the store fails; an order may be listed all the same, and twice then.
pub(crate) async fn list(
    context: Context<'_, impl Store, impl Environment>,
    readings: &mut [Reading],
    entering: Entering,
) -> Result<bool, StoreError> {
    let Some(shop) = readings.first().map(|reading| reading.key.shop.clone()) else {
        return Ok(false);
    };
    let at = context.environment.now();
    let entry = |reading: &Reading| ListedOrder {
        order: reading.key.order.clone(),
        at,
    };
    // The lists that each order is to be added to: as an order, and under each item.
    let mut orders: Vec<ListedOrder> = Vec::new();
    let mut items: Vec<(String, Vec<ListedOrder>)> = Vec::new();
    let mut days: Vec<(Date, ListedOrder)> = Vec::new();
    let mut numbers = Vec::new();
    let mut news = Vec::new();
    let mut tasks: Vec<Task> = Vec::new();
    let mut newcomers: Vec<Person> = Vec::new();
    let mut statuses: Vec<Status> = Vec::new();
    let index = Index::of(&shop);
    let checks = watch_checks(context, readings).await?;
    let found = to_enter(context.store, &index, readings, entering).await?;
    let found = found.into_iter().zip(checks);
    for (reading, ((order, to_enter), check)) in readings.iter_mut().zip(found) {
        let Some(order) = order else {
            continue;
        };
        let waiting = reading.snapshot.waiting();
        let listed = &reading.snapshot.listed;
        let number = order.display_number();
        let is_numbered = listed.number.as_deref() == Some(number);
        // Noting the day costs a draw, which whoever answers a shop does not make.
        let promised = match entering {
            Entering::Changed => reading.snapshot.promised_for(),
            Entering::New => None,
        };
        let promised = promised.filter(|day| listed.promised != Some(*day));
        let present = match entering {
            Entering::Changed => reading.snapshot.statuses(),
            Entering::New => Vec::new(),
        };
        let is_noted = |status: &Status| listed.statuses.contains(&status.code);
        let is_noted = present.iter().all(is_noted);
        let is_listed = listed.as_order && is_numbered && waiting == listed.waiting;
        if is_listed && is_noted && promised.is_none() && to_enter.is_none() && check.is_none() {
            continue;
        }
        if !is_numbered {
            numbers.push(find_by_number::entry(&reading.key, number)?);
        }
        if !listed.as_order {
            orders.push(entry(reading));
        }
        if let Some(day) = promised {
            days.push((day, entry(reading)));
        }
        let is_new = |sku: &&String| !listed.waiting.contains(sku);
        let new: Vec<String> = waiting.iter().filter(is_new).cloned().collect();
        for sku in &new {
            match items.iter_mut().find(|(other, _)| other == sku) {
                Some((_, entries)) => entries.push(entry(reading)),
                None => items.push((sku.clone(), vec![entry(reading)])),
            }
        }
        let number = Some(number.to_owned());
        let newcomer = to_enter.as_ref().and_then(|one| one.newcomer.clone());
        newcomers.extend(newcomer);
        if let Some(check) = check {
            reading.snapshot.listed.watch_checked = true;
            tasks.extend(check.task);
        }
        let promised = promised.or(reading.snapshot.listed.promised);
        reading.snapshot.listed.promised = promised;
        if !is_noted {
            let codes = present.iter().map(|status| status.code.clone());
            reading.snapshot.listed.statuses = codes.collect();
            statuses.extend(present);
        }
        news.push((reading, waiting, new, number, to_enter));
    }
    if news.is_empty() {
        return Ok(false);
    }
    note_statuses(context, &shop, statuses).await?;
    let mut writes = numbers;
    if !orders.is_empty() {
        writes.extend(orders_index(&shop).listings(context.store, &orders).await?);
    }
    for (day, entry) in days {
        let index = promised_index(&shop, day);
        writes.extend(index.listings(context.store, &[entry]).await?);
    }
    writes.extend(tasks_index(&shop).listings(context.store, &tasks).await?);
    let newcomers = customer::not_listed(context, &shop, newcomers).await?;
    writes.extend(people::listings(context, &shop, newcomers).await?);
    for (sku, entries) in &items {
        let index = waiting_index(&shop, sku);
        writes.extend(index.listings(context.store, entries).await?);
    }
    let to_enter = news.iter().filter_map(|(.., to_enter)| to_enter.as_ref());
    let entries: Vec<Entry> = to_enter.flat_map(|one| one.entries.clone()).collect();
    let mut numbers = search::enter(context, &index, &entries, writes).await?;
    let skus: Vec<String> = items.into_iter().map(|(sku, _)| sku).collect();
    let known = known(context, &shop, &skus).await?;
    let mut events = Vec::new();
    for (reading, waiting, new, number, to_enter) in news {
        events.extend(unnotified(reading, &known, &new, at));
        let listed = &mut reading.snapshot.listed;
        if let Some(mut to_enter) = to_enter {
            reading.companions.append(&mut to_enter.once_entered);
            listed.searched = Some(to_enter.entered(&mut numbers));
        }
        listed.as_order = true;
        listed.number = number;
        listed.waiting = waiting;
        listed.unconfirmed.extend(new);
        reading.is_news = true;
    }
    if !events.is_empty() {
        append_all(context, &events, Vec::new()).await?;
    }
    Ok(true)
}

/// Finds the order of each reading, and what is to be entered of it in the search index.
async fn to_enter(
    store: &impl Store,
    index: &Index,
    readings: &[Reading],
    entering: Entering,
) -> Result<Vec<(Option<Order>, Option<ToEnter>)>, StoreError> {
    let mut due = Vec::new();
    let mut found: Vec<(Option<Order>, Option<ToEnter>)> = Vec::with_capacity(readings.len());
    for reading in readings {
        let (order, listed) = (reading.snapshot.order(), &reading.snapshot.listed);
        let is_due = entering == Entering::Changed || !listed.as_order;
        let candidate = order.clone().filter(|_| is_due);
        due.push(candidate.map(|order| (order, &reading.snapshot)));
        found.push((order, None));
    }
    let orders: Vec<_> = due.iter().flatten().cloned().collect();
    let mut all = search::to_enter(store, index, &orders).await?.into_iter();
    for ((_, to_enter), _) in found.iter_mut().zip(due).filter(|(_, due)| due.is_some()) {
        *to_enter = all.next().flatten();
    }
    Ok(found)
}

/// Reads once more the items that the order was listed for, some time after.
///
/// # Errors
/// When the store fails.
pub(crate) async fn confirm(
    context: Context<'_, impl Store, impl Environment>,
    reading: &mut Reading,
) -> Result<(), StoreError> {
    let skus = std::mem::take(&mut reading.snapshot.listed.unconfirmed);
    if skus.is_empty() {
        return Ok(());
    }
    reading.is_news = true;
    let known = known(context, &reading.key.shop, &skus).await?;
    let events = unnotified(reading, &known, &skus, context.environment.now());
    if !events.is_empty() {
        append_all(context, &events, Vec::new()).await?;
    }
    Ok(())
}

/// Lists the items that an order waits for.
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

/// Reads the known facts of these items, by their numbers.
async fn known(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    skus: &[String],
) -> Result<HashMap<String, KnownItem>, StoreError> {
    let reads = skus.iter().map(|sku| async move {
        let event_log = item_log(shop, sku);
        let item: Projected<KnownItem> = event_log.read_and_keep(context).await?;
        Ok((sku.clone(), item.projection))
    });
    join_all(reads).await.into_iter().collect()
}

/// Finds the known facts of these items that the order has not been told. Facts
/// from before the order came count as told: it knows them from now on.
fn unnotified(
    reading: &Reading,
    known: &HashMap<String, KnownItem>,
    skus: &[String],
    now: Timestamp,
) -> Vec<(OrderKey, Event)> {
    let since = reading.snapshot.since();
    let known_facts = reading.snapshot.facts.index();
    let known = skus.iter().filter_map(|sku| known.get(sku));
    let known = known.flat_map(|item| item.facts.iter());
    let unnotified = known.filter(|recorded| !known_facts.knows(recorded));
    let event = |recorded: &RecordedFact| {
        let is_old = since.is_none_or(|since| recorded.received_at < since);
        let via = match recorded.via {
            Via::Hook | Via::Import if is_old => Via::KnownItem,
            Via::Hook => Via::Item,
            Via::Import
            | Via::QuietImport
            | Via::HeldImport
            | Via::Item
            | Via::KnownItem
            | Via::Desk
            | Via::QuietDesk
            | Via::Page => recorded.via,
        };
        let event = Event {
            received_at: if via.is_quiet() {
                now
            } else {
                recorded.received_at
            },
            payload: recorded.to_payload(),
            via,
            dropped: Vec::new(),
            by: None,
        };
        (reading.key.clone(), event)
    };
    unnotified.map(event).collect()
}

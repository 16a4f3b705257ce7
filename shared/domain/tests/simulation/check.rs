//! The invariants, checked on what is left after a run.

mod logs;
pub(crate) mod notices;
mod sources;
mod story;

pub(crate) use logs::newest;
pub(crate) use story::Story;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use futures::executor::block_on;
use wismo_domain::context::Context;
use wismo_domain::jobs::{Cursor, Open};
use wismo_domain::log::{Event, EventPayload, Reading, read};
use wismo_domain::notices::{AttemptRecord, AttemptResult, Notice};
use wismo_domain::settings::Settings;
use wismo_domain::storage::keys::{OrderKey, QUEUES, queue_cursor, queue_len};
use wismo_domain::storage::record::decode;
use wismo_domain::storage::{MemoryStore, Store};

use crate::outside::Outside;
use crate::words::short;
use crate::world::{Host, Shared, World};

use logs::{fanned_out, imported, stands_as_said};
use notices::{announced_once, delivered, moment, stays_cancelled};
use sources::{comes_back, numbers_told, stands_together};

macro_rules! ensure {
    ($condition:expr, $($message:tt)*) => {
        if !$condition {
            return Err(format!($($message)*));
        }
    };
}

use ensure;

/// Tells whether every queue was walked to its end and nothing is open. (An
/// entry that was written so late that its number was given up stays behind
/// unread; its job stands again further on.)
pub(crate) fn queue_is_done(world: &Shared) -> bool {
    let store = stored(world);
    (0..QUEUES).all(|shard| {
        let key = queue_cursor(shard);
        let len = block_on(store.count(&queue_len(shard))).expect("memory does not fail");
        let cursor = block_on(store.get(&key)).expect("memory does not fail");
        let cursor: Cursor = cursor
            .map(|bytes| decode(&key, &bytes).expect("a cursor"))
            .unwrap_or_default();
        cursor.open.is_empty() && cursor.next > len
    })
}

/// Finds an entry that waits for longer than the settings in force let anything wait.
pub(crate) fn waits_too_long(world: &Shared) -> Option<String> {
    let store = stored(world);
    let world = world.borrow();
    // Clocks differ by eight seconds at most.
    let at_most = world.now + i64::from(world.dials.settle) * 1000 + 8_000;
    (0..QUEUES).find_map(|shard| {
        let key = queue_cursor(shard);
        let cursor = block_on(store.get(&key)).expect("memory does not fail")?;
        let cursor: Cursor = decode(&key, &cursor).expect("a cursor");
        let late = cursor.open.iter().find(|(_, open)| match open {
            Open::Waiting {
                due,
                timing,
                claimed,
                ..
            } => timing.is_some() && claimed.is_none() && moment(*due) > at_most,
            Open::Missing { .. } => false,
        });
        late.map(|(q, _)| format!("entry {q} of queue {shard} waits for settings of yore"))
    })
}

/// Returns all that is stored now, to read without the network.
pub(crate) fn stored(world: &Shared) -> MemoryStore {
    let store = MemoryStore::default();
    for (key, values) in &world.borrow().values {
        if let Some((_, Some(value))) = values.last() {
            block_on(store.set(key, value.clone())).expect("memory does not fail");
        }
    }
    store
}

pub(crate) fn notices(store: &MemoryStore, key: &OrderKey) -> Vec<Notice> {
    (1..)
        .map(|number| block_on(Notice::read(store, key, number)).expect("memory does not fail"))
        .take_while(|notice| !notice.attempts.is_empty())
        .collect()
}

pub(crate) fn all(world: &Shared, keys: &[OrderKey], outside: &Outside) -> Result<(), String> {
    let store = stored(world);
    let mut accepted: BTreeMap<String, u32> = BTreeMap::new();
    for (key, _) in &world.borrow().provider.accepted {
        *accepted.entry(key.clone()).or_default() += 1;
    }
    let mut told = BTreeSet::new();
    let mut items = outside.items.clone();
    for batch in &outside.imported {
        items.extend(imported(&store, batch)?);
    }
    for (key, number, may_be_sent) in &outside.cancelled {
        stays_cancelled(&store, key, *number, *may_be_sent, &accepted)?;
    }
    for key in keys {
        let events = events(&store, key);
        let none = Vec::new();
        for n in outside.acknowledged.get(key).unwrap_or(&none) {
            let is_there = events.contains_key(n);
            ensure!(is_there, "{}: event {n} is lost", key.order);
        }
        let newest = newest(&events);
        let host = Host {
            world: world.clone(),
            name: "check".to_owned(),
            skew: 0,
            breaker: Rc::default(),
        };
        let reading =
            block_on(read(Context::new(&store, &host), key)).map_err(|error| error.to_string())?;
        block_on(store.delete(&key.snapshot())).expect("memory does not fail");
        let anew =
            block_on(read(Context::new(&store, &host), key)).map_err(|error| error.to_string())?;
        let settings = {
            let dials = &world.borrow().dials;
            Settings {
                status_from: dials.status_from,
                statuses: dials.statuses(),
                ..Settings::default()
            }
        };
        let state = |reading: &Reading| reading.snapshot.state(&settings);
        let (state, anew) = (state(&reading), state(&anew));
        ensure!(
            state == anew,
            "{}: the snapshot came to {state:?}, its events to {anew:?}",
            key.order
        );
        let shown = reading.snapshot.newest().map(|(_, order)| order.clone());
        ensure!(
            shown == newest,
            "{}: the page shows {shown:?}, not {newest:?}",
            key.order
        );
        let status_from = settings.status_from;
        let written = |n| written_at(world, &key.event(n));
        let story = Story::of(&events, status_from, written);
        let page = reading.snapshot.order_by(status_from);
        let page = page.as_ref();
        fanned_out(key, page, &story, &items)?;
        let newest = newest.as_ref();
        stands_as_said(key, page, newest, &events)?;
        stands_together(key, page, newest, &story)?;
        let all = notices(&store, key);
        numbers_told(key, page, &story, &all)?;
        comes_back(key, page, &story, &all, outside.back_since)?;
        let world = world.borrow();
        announced_once(&store, key, newest, &story, &accepted, &mut told, &world)?;
        let answered = outside.manual_mail.get(key).unwrap_or(&none);
        delivered(&store, key, &events, answered, &accepted, &mut told, &world)?;
    }
    let world = world.borrow();
    written_once(&world)?;
    let too_soon = world.provider.too_soon;
    ensure!(!too_soon, "a mail was sent before anything was released");
    let after_end = world.provider.after_end;
    ensure!(!after_end, "a mail was sent after its notice had ended");
    let conflict = world.provider.conflict;
    ensure!(!conflict, "one idempotency key came with two mails");
    for key in accepted.keys() {
        ensure!(
            told.contains(key),
            "the mail {key} was accepted, but is in no chain"
        );
    }
    Ok(())
}

pub(crate) fn events(store: &MemoryStore, key: &OrderKey) -> BTreeMap<u64, Event> {
    let len = block_on(store.count(&key.len())).expect("memory does not fail");
    (1..=len)
        .filter_map(|n| {
            let at = key.event(n);
            let bytes = block_on(store.get(&at)).expect("memory does not fail")?;
            Some((n, decode(&at, &bytes).expect("an event")))
        })
        .collect()
}

/// Returns the time when something was first written.
fn written_at(world: &Shared, key: &str) -> i64 {
    let world = world.borrow();
    let first = world.values.get(key).and_then(|values| values.first());
    first.map_or(i64::MAX, |(at, _)| *at)
}

/// Checks that records that count because they were written once are never written again.
fn written_once(world: &World) -> Result<(), String> {
    for (key, values) in &world.values {
        let is_outcome = key.contains("/outcome/");
        if !(is_outcome || key.contains("/mail/") || key.contains("/event/")) {
            continue;
        }
        let mut values: Vec<&Vec<u8>> = values.iter().filter_map(|(_, v)| v.as_ref()).collect();
        if is_outcome {
            // Two workers may find that nothing came of the same attempt.
            let result = |value: &[u8]| decode::<AttemptRecord>(key, value).map(|read| read.result);
            values.dedup_by(|b, a| {
                let (a, b) = (result(a), result(b));
                a == Ok(AttemptResult::Lapsed) && a == b
            });
        }
        ensure!(values.len() <= 1, "{} was written twice", short(key));
    }
    Ok(())
}

/// Tells whether the merchant holds an order.
pub(crate) fn is_held(world: &Shared, key: &OrderKey) -> bool {
    let events = events(&stored(world), key).into_values();
    let mut holds = events.filter_map(|event| match event.payload {
        EventPayload::Held(is_held) => Some(is_held),
        _ => None,
    });
    holds.next_back() == Some(true)
}

//! The invariants, checked on what is left after a run.

use std::collections::{BTreeMap, BTreeSet};

use futures::executor::block_on;
use wismo_domain::changes::changes;
use wismo_domain::jobs::Mark;
use wismo_domain::keys::{OrderKey, SHARDS, queue_len, queue_mark};
use wismo_domain::log::{Event, read};
use wismo_domain::notices::{Composed, Ending, Notice, Skip};
use wismo_domain::order::Order;
use wismo_domain::record::decode;
use wismo_domain::store::{MemoryStore, Store};

use crate::run::Outside;
use crate::world::{Host, Shared};

macro_rules! ensure {
    ($condition:expr, $($message:tt)*) => {
        if !$condition {
            return Err(format!($($message)*));
        }
    };
}

/// Whether every queue was walked to its end and nothing is open. (An entry
/// written so late that its number was given up stays behind unread; its job
/// stands again further on.)
pub(crate) fn queue_is_done(world: &Shared) -> bool {
    let store = stored(world);
    (0..SHARDS).all(|shard| {
        let key = queue_mark(shard);
        let len = block_on(store.count(&queue_len(shard))).expect("memory does not fail");
        let mark = block_on(store.get(&key)).expect("memory does not fail");
        let mark: Mark = mark
            .map(|bytes| decode(&key, &bytes).expect("a mark"))
            .unwrap_or_default();
        mark.open.is_empty() && mark.next > len
    })
}

/// What is stored now, to read without the network.
fn stored(world: &Shared) -> MemoryStore {
    let store = MemoryStore::default();
    for (key, values) in &world.borrow().values {
        if let Some((_, Some(value))) = values.last() {
            block_on(store.set(key, value.clone())).expect("memory does not fail");
        }
    }
    store
}

fn notices(store: &MemoryStore, key: &OrderKey) -> Vec<Notice> {
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
    for key in keys {
        let events = events(&store, key);
        let none = Vec::new();
        for rank in outside.acknowledged.get(key).unwrap_or(&none) {
            ensure!(
                events.contains_key(&rank.n),
                "{}: event {} is lost",
                key.order,
                rank.n
            );
        }
        let newest = newest(&events);
        let host = Host {
            world: world.clone(),
            name: "check".to_owned(),
            skew: 0,
        };
        let state = block_on(read(&store, &host, key)).map_err(|error| error.to_string())?;
        let shown = state.snapshot.newest().map(|(_, order)| order.clone());
        ensure!(
            shown == newest,
            "{}: the page shows {shown:?}, not {newest:?}",
            key.order
        );
        announced_once(
            &store,
            key,
            newest.as_ref(),
            &accepted,
            &mut told,
            world.borrow().dials.idempotent,
        )?;
    }
    for key in accepted.keys() {
        ensure!(
            told.contains(key),
            "the mail {key} was accepted, but is in no chain"
        );
    }
    Ok(())
}

fn events(store: &MemoryStore, key: &OrderKey) -> BTreeMap<u64, Event> {
    let len = block_on(store.count(&key.len())).expect("memory does not fail");
    (1..=len)
        .filter_map(|n| {
            let at = key.event(n);
            let bytes = block_on(store.get(&at)).expect("memory does not fail")?;
            Some((n, decode(&at, &bytes).expect("an event")))
        })
        .collect()
}

/// The version that must win, worked out another way than the fold does.
fn newest(events: &BTreeMap<u64, Event>) -> Option<Order> {
    let mut distinct: Vec<(u64, &Order)> = Vec::new();
    for (n, event) in events {
        let wismo_domain::log::Said::Order(order) = &event.said else {
            continue;
        };
        if !distinct.iter().any(|(_, other)| *other == order.as_ref()) {
            distinct.push((*n, order));
        }
    }
    distinct.sort_by_key(|(n, order)| (order.updated_at, *n));
    distinct.last().map(|(_, order)| (*order).clone())
}

/// Each change in exactly one notice, each notice's mail accepted as often as promised.
fn announced_once(
    store: &MemoryStore,
    key: &OrderKey,
    newest: Option<&Order>,
    accepted: &BTreeMap<String, u32>,
    told: &mut BTreeSet<String>,
    idempotent: bool,
) -> Result<(), String> {
    let mut basis: Option<Order> = None;
    for notice in notices(store, key) {
        let name = format!("{} notice {}", key.order, notice.number);
        ensure!(notice.is_final(), "{name} has no final outcome");
        let letter = notice
            .letter()
            .ok_or_else(|| format!("{name} has no letter"))?;
        let expected = changes(basis.as_ref(), &letter.basis.order);
        let nothing_left = letter.composed == Composed::Skipped(Skip::NothingLeft);
        ensure!(
            letter.changes == expected || nothing_left,
            "{name} tells {:?}, but {expected:?} changed",
            letter.changes
        );
        ensure!(
            nothing_left || !letter.changes.is_empty(),
            "{name} tells nothing"
        );
        basis = Some(letter.basis.order.clone());
        let Some(mail) = letter.idempotency_key(key, notice.number) else {
            continue;
        };
        let copies = accepted.get(&mail).copied().unwrap_or(0);
        told.insert(mail);
        let ending =
            |wanted: fn(&Ending) -> bool| notice.outcomes().any(|outcome| wanted(&outcome.ending));
        if ending(|ending| matches!(ending, Ending::Accepted { .. })) {
            ensure!(copies > 0, "{name} counts as accepted, but was not");
        }
        let unsure = ending(|ending| matches!(ending, Ending::Unknown { .. } | Ending::Lapsed));
        ensure!(
            copies <= 1 || (!idempotent && unsure),
            "{name} was accepted {copies} times"
        );
        let failed =
            |ending: &Ending| matches!(ending, Ending::Refused { .. } | Ending::GivenUp { .. });
        ensure!(copies > 0 || ending(failed), "{name} was never accepted");
    }
    match newest {
        Some(newest) => {
            let left = changes(basis.as_ref(), newest);
            ensure!(left.is_empty(), "{}: {left:?} was never told", key.order);
        }
        None => ensure!(
            basis.is_none(),
            "{}: told of an order without events",
            key.order
        ),
    }
    Ok(())
}

/// Accepted mails, second copies and lapsed attempts.
pub(crate) fn tally(world: &Shared, keys: &[OrderKey]) -> (u64, u64, u64) {
    let store = stored(world);
    let world = world.borrow();
    let distinct: BTreeSet<&String> = world.provider.accepted.iter().map(|(key, _)| key).collect();
    let lapses = keys
        .iter()
        .flat_map(|key| notices(&store, key))
        .map(|notice| {
            notice
                .outcomes()
                .filter(|outcome| outcome.ending == Ending::Lapsed)
                .count() as u64
        })
        .sum();
    let mails = world.provider.accepted.len() as u64;
    (mails, mails - distinct.len() as u64, lapses)
}

//! The invariants, checked on what is left after a run.

use std::collections::{BTreeMap, BTreeSet};

use futures::executor::block_on;
use wismo_domain::changes::changes;
use wismo_domain::jobs::Mark;
use wismo_domain::keys::{OrderKey, SHARDS, queue_len, queue_mark};
use wismo_domain::log::{Event, Facts, Said, Told, Via, read};
use wismo_domain::notices::{Basis, Composed, Ending, Notice, Skip};
use wismo_domain::order::Order;
use wismo_domain::record::decode;
use wismo_domain::store::{MemoryStore, Store};
use wismo_domain::time::{Duration, Timestamp};

use crate::run::Outside;
use crate::world::{Dials, Host, Shared};

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
        let reading = block_on(read(&store, &host, key)).map_err(|error| error.to_string())?;
        let shown = reading.snapshot.newest().map(|(_, order)| order.clone());
        ensure!(
            shown == newest,
            "{}: the page shows {shown:?}, not {newest:?}",
            key.order
        );
        let story = Story::of(&events);
        spread(key, newest.as_ref(), &story, outside)?;
        let dials = world.borrow().dials.clone();
        let newest = newest.as_ref();
        announced_once(&store, key, newest, &story, &accepted, &mut told, &dials)?;
    }
    let too_soon = world.borrow().provider.too_soon;
    ensure!(!too_soon, "a mail was sent before anything was released");
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
        let Said::Order(order) = &event.said else {
            continue;
        };
        if !distinct.iter().any(|(_, other)| *other == order.as_ref()) {
            distinct.push((*n, order));
        }
    }
    distinct.sort_by_key(|(n, order)| (order.updated_at, *n));
    distinct.last().map(|(_, order)| (*order).clone())
}

/// What an order's log tells beside its newest version.
struct Story {
    facts: Facts,
    /// The versions that count as told.
    quiet: Vec<Order>,
    /// When the first event came.
    since: Option<Timestamp>,
}

impl Story {
    fn of(events: &BTreeMap<u64, Event>) -> Self {
        let mut story = Self {
            facts: Facts::default(),
            quiet: Vec::new(),
            since: events.values().map(|event| event.received_at).min(),
        };
        for (n, event) in events {
            match &event.said {
                Said::Order(order) if event.via == Via::QuietImport => {
                    story.quiet.push((**order).clone());
                }
                Said::Fact { at, n: item, fact } => story.facts.take(Told {
                    at: *at,
                    n: item.unwrap_or(*n),
                    event: *n,
                    received_at: event.received_at,
                    via: event.via,
                    fact: fact.clone(),
                }),
                Said::Order(_) | Said::Deleted | Said::Released => {}
            }
        }
        story
    }
}

/// What was said of an item has reached every order that waits for it.
fn spread(
    key: &OrderKey,
    newest: Option<&Order>,
    story: &Story,
    outside: &Outside,
) -> Result<(), String> {
    let Some(order) = newest else { return Ok(()) };
    let Some(wanted) = outside.items.iter().max() else {
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

fn with(order: &Order, facts: &Facts) -> Order {
    let mut order = order.clone();
    facts.apply(&mut order);
    order
}

/// Each change in exactly one notice, each notice's mail accepted as often as promised.
fn announced_once(
    store: &MemoryStore,
    key: &OrderKey,
    newest: Option<&Order>,
    story: &Story,
    accepted: &BTreeMap<String, u32>,
    told: &mut BTreeSet<String>,
    dials: &Dials,
) -> Result<(), String> {
    let mut known: Option<Basis> = None;
    for notice in notices(store, key) {
        let name = format!("{} notice {}", key.order, notice.number);
        ensure!(notice.is_final(), "{name} has no final outcome");
        let letter = notice
            .letter()
            .ok_or_else(|| format!("{name} has no letter"))?;
        let nothing_left = letter.composed == Composed::Skipped(Skip::NothingLeft);
        let now = with(&letter.basis.order, &letter.basis.facts);
        // Which quiet versions and facts could be seen then is not known here.
        let fits = knowledge(known.as_ref(), story)
            .iter()
            .any(|before| changes(before.as_ref(), &now) == letter.changes);
        ensure!(
            fits || nothing_left,
            "{name} tells {:?}, which is not what changed",
            letter.changes
        );
        ensure!(
            nothing_left || !letter.changes.is_empty(),
            "{name} tells nothing"
        );
        if let Some(since) = story.since {
            // Clocks differ by eight seconds at most.
            let settled = since + Duration::seconds(i64::from(dials.settle) - 8);
            ensure!(
                letter.at >= settled,
                "{name} was told before it had settled"
            );
        }
        known = Some(letter.basis.clone());
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
            copies <= 1 || (!dials.idempotent && unsure),
            "{name} was accepted {copies} times"
        );
        let failed =
            |ending: &Ending| matches!(ending, Ending::Refused { .. } | Ending::GivenUp { .. });
        ensure!(copies > 0 || ending(failed), "{name} was never accepted");
    }
    let Some(newest) = newest else {
        ensure!(
            known.is_none(),
            "{}: told of an order without events",
            key.order
        );
        return Ok(());
    };
    let now = with(newest, &story.facts);
    let is_told = knowledge(known.as_ref(), story)
        .iter()
        .any(|before| changes(before.as_ref(), &now).is_empty());
    ensure!(is_told, "{}: its last changes were never told", key.order);
    Ok(())
}

/// What the customer may be taken to know after a basis: with or without each
/// version, and the facts, that count as told.
fn knowledge(known: Option<&Basis>, story: &Story) -> Vec<Option<Order>> {
    let own = known.map(|basis| basis.facts.clone()).unwrap_or_default();
    let mut quiet = own.clone();
    quiet.merge(&story.facts.quiet());
    let mut all = Vec::new();
    for facts in [own, quiet] {
        all.push(known.map(|basis| with(&basis.order, &facts)));
        let later =
            |order: &&Order| known.is_none_or(|basis| basis.order.updated_at <= order.updated_at);
        let quiet = story.quiet.iter().filter(later);
        all.extend(quiet.map(|order| Some(with(order, &facts))));
    }
    all
}

/// Accepted mails, second copies, lapsed attempts, and facts that reached orders.
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
                .filter(|outcome| outcome.ending == Ending::Lapsed)
                .count() as u64
        })
        .sum();
    let mails = world.provider.accepted.len() as u64;
    let facts = keys.iter().map(|key| {
        let events = events(&store, key);
        Story::of(&events).facts.iter().count() as u64
    });
    (mails, mails - distinct.len() as u64, lapses, facts.sum())
}

//! The invariants, checked on what is left after a run.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use futures::executor::block_on;
use wismo_domain::changes::changes;
use wismo_domain::customer::CustomerRecord;
use wismo_domain::import::Portion;
use wismo_domain::item::ItemEvent;
use wismo_domain::jobs::Mark;
use wismo_domain::keys::{OrderKey, QUEUES, customer_ledger, item_ledger, queue_len, queue_mark};
use wismo_domain::ledger::Ledger;
use wismo_domain::log::{Event, Fact, Facts, Said, Told, Via, read};
use wismo_domain::notices::{
    Attempt, BY_HAND, Basis, Composed, Ending, Letter, MAX_UNKNOWN, Notice, Outcome, Skip,
};
use wismo_domain::order::Order;
use wismo_domain::record::{Record, decode};
use wismo_domain::store::{MemoryStore, Store};
use wismo_domain::time::{Duration, Timestamp};

use crate::run::{Outside, SHOP};
use crate::words::short;
use crate::world::{Host, Shared, World};

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
    (0..QUEUES).all(|shard| {
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
    let mut items = outside.items.clone();
    for portion in &outside.imported {
        items.extend(imported(&store, portion)?);
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
        let reading = block_on(read(&store, &host, key)).map_err(|error| error.to_string())?;
        block_on(store.delete(&key.snapshot())).expect("memory does not fail");
        let anew = block_on(read(&store, &host, key)).map_err(|error| error.to_string())?;
        let (state, anew) = (reading.snapshot.state(), anew.snapshot.state());
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
        let story = Story::of(&events, |n| written_at(world, &key.event(n)));
        spread(key, newest.as_ref(), &story, &items)?;
        stands_as_said(key, reading.snapshot.order().as_ref(), &events)?;
        let world = world.borrow();
        let newest = newest.as_ref();
        announced_once(&store, key, newest, &story, &accepted, &mut told, &world)?;
        let answered = outside.by_hand.get(key).unwrap_or(&none);
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

/// Whatever an accepted portion of an import says is in the logs. Answers what
/// it says of items: when it was so, and the first event that tells it.
fn imported(store: &MemoryStore, portion: &Portion) -> Result<Vec<(Timestamp, u64)>, String> {
    for (key, event) in &portion.orders {
        let is_there = events(store, key).values().any(|other| other == event);
        ensure!(is_there, "{}: what was imported is lost", key.order);
    }
    for record in &portion.customers {
        let said = logged::<CustomerRecord>(store, &customer_ledger(SHOP, &record.id));
        let is_there = said.values().any(|other| other == record);
        ensure!(is_there, "what was imported of the customer is lost");
    }
    let mut items = Vec::new();
    for event in &portion.items {
        let sku = event.fact.sku().unwrap_or_default();
        let said = logged::<ItemEvent>(store, &item_ledger(SHOP, sku));
        let first = said.iter().find(|(_, other)| *other == event);
        ensure!(first.is_some(), "what was imported of the item is lost");
        items.extend(first.map(|(n, event)| (event.at, *n)));
    }
    Ok(items)
}

/// What a small log holds.
fn logged<R: Record>(store: &MemoryStore, ledger: &Ledger) -> BTreeMap<u64, R> {
    let len = block_on(store.count(&ledger.len())).expect("memory does not fail");
    let numbers: Vec<u64> = (1..=len).collect();
    let mut found = block_on(ledger.events(store, &numbers)).expect("memory does not fail");
    let event = |n| Some((n, found.remove(n)?));
    numbers.into_iter().filter_map(event).collect()
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

/// When something was first written.
fn written_at(world: &Shared, key: &str) -> i64 {
    let world = world.borrow();
    let first = world.values.get(key).and_then(|values| values.first());
    first.map_or(i64::MAX, |(at, _)| *at)
}

/// What counts by having been written once is never written again.
fn written_once(world: &World) -> Result<(), String> {
    for (key, values) in &world.values {
        let is_outcome = key.contains("/outcome/");
        if !(is_outcome || key.contains("/mail/") || key.contains("/event/")) {
            continue;
        }
        let mut values: Vec<&Vec<u8>> = values.iter().filter_map(|(_, v)| v.as_ref()).collect();
        if is_outcome {
            // Two may find the same attempt silent.
            let ending = |value: &[u8]| decode::<Outcome>(key, value).map(|read| read.ending);
            values.dedup_by(|b, a| {
                let (a, b) = (ending(a), ending(b));
                a == Ok(Ending::Lapsed) && a == b
            });
        }
        ensure!(values.len() <= 1, "{} was written twice", short(key));
    }
    Ok(())
}

/// What an order's log tells beside its newest version.
struct Story {
    facts: Facts,
    versions: Vec<Telling>,
    /// When each fact that counts as told was written. The second time with
    /// those that counted so only until another host told the same, and did not.
    quiet_facts: [Vec<(i64, Told)>; 2],
    /// When the first event came.
    since: Option<Timestamp>,
    /// When the shop removed the order.
    removed: Option<i64>,
    /// The releases: their numbers, and when they were asked for.
    releases: Vec<(u64, Timestamp)>,
    /// Since when the merchant holds the order, or does no more: number, whether, when.
    holds: Vec<(u64, bool, i64)>,
    /// When what there was to tell was cancelled: number, when.
    cancels: Vec<(u64, i64)>,
}

/// One event that told of a version.
struct Telling {
    n: u64,
    via: Via,
    /// When it was written, by the world's clock.
    written: i64,
    /// Whether another event said the same before.
    repeats: bool,
    order: Order,
}

impl Story {
    fn of(events: &BTreeMap<u64, Event>, written: impl Fn(u64) -> i64) -> Self {
        let mut story = Self {
            facts: Facts::default(),
            versions: Vec::new(),
            quiet_facts: Default::default(),
            since: events.values().map(|event| event.received_at).min(),
            removed: None,
            releases: Vec::new(),
            holds: Vec::new(),
            cancels: Vec::new(),
        };
        let mut ever_told = Vec::new();
        for (n, event) in events {
            match &event.said {
                Said::Order(order) => {
                    let mut others = story.versions.iter();
                    let repeats = others.any(|other| other.order == **order);
                    story.versions.push(Telling {
                        n: *n,
                        via: event.via,
                        written: written(*n),
                        repeats,
                        order: (**order).clone(),
                    });
                }
                Said::Fact { at, n: item, fact } => {
                    let told = Told {
                        at: *at,
                        n: item.unwrap_or(*n),
                        event: *n,
                        received_at: event.received_at,
                        via: event.via,
                        fact: fact.clone(),
                    };
                    ever_told.push(told.clone());
                    story.facts.take(told);
                }
                Said::Deleted => {
                    let written = written(*n);
                    story.removed = story.removed.or(Some(written)).min(Some(written));
                }
                Said::Released => story.releases.push((*n, event.received_at)),
                Said::Held(is_held) => {
                    story.holds.push((*n, *is_held, written(*n)));
                    if !is_held {
                        story.releases.push((*n, event.received_at));
                    }
                }
                Said::Cancelled => story.cancels.push((*n, written(*n))),
                Said::Written(_) | Said::Chosen(_) | Said::Link(_) | Said::Mail { .. } => {}
            }
        }
        let still_told: Vec<Told> = story.facts.iter().cloned().collect();
        story.quiet_facts = [still_told, ever_told].map(|facts| {
            let quiet = |told: Told| {
                let is_quiet = told.via.is_quiet();
                let since = counts_as_told(is_quiet, told.event, &story.cancels)?;
                Some((since.max(written(told.event)), told))
            };
            let mut quiet: Vec<_> = facts.into_iter().filter_map(quiet).collect();
            quiet.sort_by_key(|(written, _)| *written);
            quiet
        });
        story
    }
}

/// What a letter rests on was read this long ago at most, by the world's
/// clock: the time to act on it, how far the clock is off, and how old a read
/// may be.
const LOOKED: i64 = 27_000;

/// The time of a host's clock, by the world's.
fn moment(at: Timestamp) -> i64 {
    let begun = Timestamp::UNIX_EPOCH + Duration::hours(24 * 20_000);
    i64::try_from(at.duration_since(begun).whole_milliseconds()).expect("a run is short")
}

/// The page tells of the item what was said of it last.
fn stands_as_said(
    key: &OrderKey,
    shown: Option<&Order>,
    events: &BTreeMap<u64, Event>,
) -> Result<(), String> {
    let stock = events.values().filter_map(|event| match &event.said {
        Said::Fact {
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
    let (Some(shown), Some((_, newest))) = (shown, newest) else {
        return Ok(());
    };
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

/// Nothing of an import that waits for a release is told without one.
fn held_back(
    name: &str,
    letter: &Letter,
    before: Option<&Basis>,
    story: &Story,
) -> Result<(), String> {
    let Some(rank) = letter.basis.as_ref().map(|basis| basis.rank) else {
        return Ok(());
    };
    if before.is_some_and(|before| before.rank == rank) {
        return Ok(());
    }
    let told = story.versions.iter().find(|version| version.n == rank.n);
    let Some(told) = told.filter(|version| version.via == Via::HeldImport) else {
        return Ok(());
    };
    // What was cancelled counts as told: what is told on top of it is another's.
    if counts_as_told(false, rank.n, &story.cancels).is_some() {
        return Ok(());
    }
    // Surely it changed something, whatever stood before it in the log.
    let others = story
        .versions
        .iter()
        .filter(|other| other.order != told.order);
    let mut others = others.map(|other| changes(Some(&other.order), &told.order));
    if others.any(|changes| changes.is_empty()) {
        return Ok(());
    }
    // Clocks differ by eight seconds at most.
    let in_time = letter.at + Duration::seconds(8);
    let mut releases = story.releases.iter();
    ensure!(
        releases.any(|(n, at)| *n > rank.n && *at <= in_time),
        "{name} tells of event {}, which was held",
        rank.n
    );
    Ok(())
}

/// What was said of an item has reached every order that waits for it.
fn spread(
    key: &OrderKey,
    newest: Option<&Order>,
    story: &Story,
    items: &[(Timestamp, u64)],
) -> Result<(), String> {
    let Some(order) = newest else { return Ok(()) };
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

fn with(order: &Order, facts: &Facts) -> Order {
    let mut order = order.clone();
    facts.apply(&mut order);
    order
}

/// Whether a notice is over, whatever the domain thinks.
pub(crate) fn is_end(ending: &Ending) -> bool {
    match ending {
        Ending::Accepted { .. }
        | Ending::Refused { .. }
        | Ending::GivenUp { .. }
        | Ending::Cancelled => true,
        Ending::TryAgain { .. } | Ending::Unknown { .. } | Ending::Lapsed => false,
    }
}

/// Each change in exactly one notice, each notice's mail accepted as often as promised.
fn announced_once(
    store: &MemoryStore,
    key: &OrderKey,
    newest: Option<&Order>,
    story: &Story,
    accepted: &BTreeMap<String, u32>,
    told: &mut BTreeSet<String>,
    world: &World,
) -> Result<(), String> {
    let dials = &world.dials;
    let mut known: Option<Basis> = None;
    for notice in notices(store, key) {
        let name = format!("{} notice {}", key.order, notice.number);
        ensure!(notice.is_final(), "{name} has no final outcome");
        let letter = notice
            .letter()
            .ok_or_else(|| format!("{name} has no letter"))?;
        let letters = notice
            .attempts
            .iter()
            .filter(|attempt| attempt.letter.is_some());
        ensure!(letters.count() == 1, "{name} has two letters");
        let nothing_left = letter.composed == Composed::Skipped(Skip::NothingLeft);
        let basis = letter.basis.as_ref();
        let basis = basis.ok_or_else(|| format!("{name} has no basis"))?;
        let now = with(&basis.order, &basis.facts);
        let seen = moment(letter.at) - LOOKED;
        let fits = knowledge(known.as_ref(), story, seen)
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
        let removed = story.removed.is_some_and(|removed| removed < seen);
        ensure!(
            !removed || nothing_left,
            "{name} tells of an order that is removed"
        );
        let before = known.as_ref().map(|before| before.rank.at);
        ensure!(
            before <= Some(basis.rank.at),
            "{name} takes the order back to an older version"
        );
        if !nothing_left {
            held_back(&name, letter, known.as_ref(), story)?;
            held_by_desk(&name, letter, story)?;
        }
        known = Some(basis.clone());
        sent_once(&name, key, &notice, letter, accepted, told, world)?;
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
    let is_told = knowledge(known.as_ref(), story, i64::MAX)
        .iter()
        .any(|before| changes(before.as_ref(), &now).is_empty());
    ensure!(
        is_told || story.removed.is_some(),
        "{}: its last changes were never told",
        key.order
    );
    Ok(())
}

/// A notice's mail was accepted as often as promised.
fn sent_once(
    name: &str,
    key: &OrderKey,
    notice: &Notice,
    letter: &Letter,
    accepted: &BTreeMap<String, u32>,
    told: &mut BTreeSet<String>,
    world: &World,
) -> Result<(), String> {
    let dials = &world.dials;
    let attempts = notice.attempts.iter().rev().skip(1);
    let mut outcomes = attempts.filter_map(|attempt| attempt.outcome.as_ref());
    ensure!(
        !outcomes.any(|outcome| is_end(&outcome.ending)),
        "{name} was tried again after its end"
    );
    let Some(mail) = letter.idempotency_key(key, notice.number) else {
        return Ok(());
    };
    let copies = accepted.get(&mail).copied().unwrap_or(0);
    let refused = world.provider.refused.contains(&mail);
    told.insert(mail);
    let ending =
        |wanted: fn(&Ending) -> bool| notice.outcomes().any(|outcome| wanted(&outcome.ending));
    if ending(|ending| matches!(ending, Ending::Accepted { .. })) {
        ensure!(copies > 0, "{name} counts as accepted, but was not");
    }
    let is_unsure = |ending: &Ending| matches!(ending, Ending::Unknown { .. } | Ending::Lapsed);
    let unsure = ending(is_unsure);
    // Who died before there was a letter has sent nothing.
    let unwritten = |attempt: &&Attempt| attempt.letter.is_none();
    let written = notice.attempts.iter().skip_while(unwritten);
    let outcomes: Vec<&Outcome> = written
        .filter_map(|attempt| attempt.outcome.as_ref())
        .collect();
    let times = outcomes
        .iter()
        .filter(|outcome| is_unsure(&outcome.ending))
        .count();
    if ending(|ending| matches!(ending, Ending::Refused { .. })) {
        ensure!(refused, "{name} counts as refused, but was not");
    }
    if ending(|ending| matches!(ending, Ending::GivenUp { .. })) {
        let spent = !dials.idempotent && times >= MAX_UNKNOWN;
        ensure!(spent, "{name} was given up too soon");
    }
    let mut unsure_before = 0;
    for outcome in outcomes {
        let sent = matches!(outcome.ending, Ending::Unknown { .. });
        let too_often = sent && unsure_before >= MAX_UNKNOWN && !dials.idempotent;
        ensure!(!too_often, "{name} was sent too often");
        unsure_before += usize::from(is_unsure(&outcome.ending));
    }
    ensure!(
        copies <= 1 || (!dials.idempotent && unsure),
        "{name} was accepted {copies} times"
    );
    let failed = |ending: &Ending| {
        matches!(
            ending,
            Ending::Refused { .. } | Ending::GivenUp { .. } | Ending::Cancelled
        )
    };
    ensure!(copies > 0 || ending(failed), "{name} was never accepted");
    Ok(())
}

/// Every mail by hand that was answered for came to its end, and what was sent is
/// what was written.
fn delivered(
    store: &MemoryStore,
    key: &OrderKey,
    events: &BTreeMap<u64, Event>,
    answered: &[u64],
    accepted: &BTreeMap<String, u32>,
    told: &mut BTreeSet<String>,
    world: &World,
) -> Result<(), String> {
    for (n, event) in events {
        let Said::Written(by_hand) = &event.said else {
            continue;
        };
        let name = format!("{} mail by hand {n}", key.order);
        let notice = block_on(Notice::read(store, key, BY_HAND + n)).expect("memory");
        if notice.attempts.is_empty() && !answered.contains(n) {
            continue;
        }
        ensure!(notice.is_final(), "{name} has no final outcome");
        let Some(letter) = notice.letter() else {
            let mut outcomes = notice.outcomes();
            let cancelled = outcomes.any(|outcome| outcome.ending == Ending::Cancelled);
            ensure!(cancelled, "{name} has no letter");
            continue;
        };
        let is_it = letter.composed == Composed::Mail(Box::new(by_hand.mail.clone()));
        ensure!(is_it, "{name} is another mail than was written");
        sent_once(&name, key, &notice, letter, accepted, told, world)?;
    }
    Ok(())
}

/// What was called back stays so, and where no attempt was unsure, it was never sent.
fn stays_cancelled(
    store: &MemoryStore,
    key: &OrderKey,
    number: u64,
    may_be_sent: bool,
    accepted: &BTreeMap<String, u32>,
) -> Result<(), String> {
    let name = format!("{} notice {number}", key.order);
    let notice = block_on(Notice::read(store, key, number)).expect("memory does not fail");
    let last = notice.outcomes().next_back().map(|outcome| &outcome.ending);
    ensure!(
        last == Some(&Ending::Cancelled),
        "{name} was called back, but went on to {last:?}"
    );
    let mail = notice
        .letter()
        .and_then(|letter| letter.idempotency_key(key, number));
    let copies = mail.map_or(0, |mail| accepted.get(&mail).copied().unwrap_or(0));
    ensure!(
        may_be_sent || copies == 0,
        "{name} was called back unsent, but was accepted"
    );
    Ok(())
}

/// Since when what an event tells counts as told, if it does.
fn counts_as_told(is_quiet: bool, n: u64, cancels: &[(u64, i64)]) -> Option<i64> {
    let cancels = cancels.iter().filter(|(cancel, _)| n <= *cancel);
    let cancelled = cancels.map(|(_, written)| *written).min();
    is_quiet.then_some(0).or(cancelled)
}

/// Nothing is told of an order that the merchant holds.
fn held_by_desk(name: &str, letter: &Letter, story: &Story) -> Result<(), String> {
    let at = moment(letter.at);
    let seen = at - LOOKED;
    let mut held = story.holds.iter().filter(|(_, held, _)| *held);
    let is_held = held.any(|(n, _, written)| {
        let mut later = story.holds.iter();
        // Clocks differ by eight seconds at most.
        let is_let_go = later.any(|(m, held, written)| m > n && !held && *written <= at + 8_000);
        *written < seen && !is_let_go
    });
    ensure!(!is_held, "{name} was told while the order was held");
    Ok(())
}

/// What the customer may be taken to know after a basis, by a look that saw
/// all that was written up to `seen`: with the versions, and the facts, that
/// count as told, as far as they were surely there, and maybe later ones.
fn knowledge(known: Option<&Basis>, story: &Story, seen: i64) -> Vec<Option<Order>> {
    let rank = |version: &Telling| (version.order.updated_at, version.n);
    let quiet = story.versions.iter().filter_map(|version| {
        let is_quiet = version.via == Via::QuietImport;
        let since = counts_as_told(is_quiet, version.n, &story.cancels)?;
        Some((since.max(version.written), version))
    });
    let sure = quiet
        .clone()
        .filter(|(since, v)| *since < seen && !v.repeats);
    let least = sure.map(|(_, version)| rank(version)).max();
    let own = known.map(|basis| (basis.rank.at, basis.rank.n));
    let quiet: Vec<&Order> = quiet
        .map(|(_, version)| version)
        .filter(|version| least <= Some(rank(version)))
        .filter(|version| own.is_none_or(|own| own.0 <= version.order.updated_at))
        .map(|version| &version.order)
        .collect();
    let mut all = Vec::new();
    for quiet_facts in &story.quiet_facts {
        let mut facts = known.map(|basis| basis.facts.clone()).unwrap_or_default();
        let mut add = |facts: &Facts| {
            if least <= own {
                all.push(known.map(|basis| with(&basis.order, facts)));
            }
            all.extend(quiet.iter().map(|order| Some(with(order, facts))));
        };
        let (sure, later) = quiet_facts.split_at(quiet_facts.partition_point(|(at, _)| *at < seen));
        for (_, told) in sure {
            facts.take(told.clone());
        }
        add(&facts);
        for (_, told) in later {
            facts.take(told.clone());
            add(&facts);
        }
    }
    all
}

/// Whether the merchant holds an order.
pub(crate) fn is_held(world: &Shared, key: &OrderKey) -> bool {
    let events = events(&stored(world), key).into_values();
    let mut holds = events.filter_map(|event| match event.said {
        Said::Held(is_held) => Some(is_held),
        _ => None,
    });
    holds.next_back() == Some(true)
}

/// How many mails by hand were accepted.
pub(crate) fn by_hand(world: &Shared, keys: &[OrderKey]) -> u64 {
    let store = stored(world);
    let mut accepted = 0;
    for key in keys {
        for n in events(&store, key).into_keys() {
            let notice = block_on(Notice::read(&store, key, BY_HAND + n)).expect("memory");
            let mut outcomes = notice.outcomes();
            let is_accepted = |outcome: &Outcome| matches!(outcome.ending, Ending::Accepted { .. });
            accepted += u64::from(outcomes.any(is_accepted));
        }
    }
    accepted
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
        Story::of(&events, |_| 0).facts.iter().count() as u64
    });
    (mails, mails - distinct.len() as u64, lapses, facts.sum())
}

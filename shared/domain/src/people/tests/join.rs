//! Joining records, alone and by several members at once.
//!
//! `WISMO_SEED` replays one world; `WISMO_SEEDS` is the number of worlds.

use std::cell::Cell;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{self, Poll, Waker};

use fastrand::Rng;
use futures::executor::block_on;

use super::super::*;
use crate::context::{Context, Environment};
use crate::notes::{NoteEvent, NoteText, Place, write as write_note};
use crate::order::{Customer, Order, Stage, Status};
use crate::staff::{Author, MemberId};
use crate::storage::{Counter, MemoryStore, Store, StoreError};
use crate::time::Timestamp;
use crate::time::zone::TimeZone;

const SHOP: &str = "north";

struct Clock;

impl Environment for Clock {
    fn now(&self) -> Timestamp {
        "2026-06-06T10:00:00Z".parse().unwrap()
    }

    fn random(&self) -> u64 {
        0
    }
}

/// A store before each call to which others may come in.
#[derive(Default)]
struct Turns {
    store: MemoryStore,
    calls: Cell<usize>,
}

impl Turns {
    async fn turn(&self) {
        self.calls.set(self.calls.get() + 1);
        let mut waited = false;
        poll_fn(|context| match std::mem::replace(&mut waited, true) {
            true => Poll::Ready(()),
            false => {
                context.waker().wake_by_ref();
                Poll::Pending
            }
        })
        .await;
    }
}

impl Store for Turns {
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.turn().await;
        self.store.get(key).await
    }

    async fn set(&self, key: &str, value: Vec<u8>) -> Result<(), StoreError> {
        self.turn().await;
        self.store.set(key, value).await
    }

    async fn set_many(&self, entries: Vec<(String, Vec<u8>)>) -> Result<(), StoreError> {
        self.turn().await;
        self.store.set_many(entries).await
    }

    async fn delete(&self, key: &str) -> Result<(), StoreError> {
        self.turn().await;
        self.store.delete(key).await
    }

    async fn increment_by(&self, counter: &Counter, count: u32) -> Result<u64, StoreError> {
        self.turn().await;
        self.store.increment_by(counter, count).await
    }
}

#[derive(Default)]
struct Shop(Turns);

fn person(name: char) -> Person {
    Person::Customer(name.to_string())
}

fn author() -> Author {
    Author {
        id: MemberId::of_address("ben@north.example"),
        name: "Ben".to_owned(),
    }
}

fn note() -> WatchNote {
    let text = NoteText::typed("calls before delivery").unwrap();
    WatchNote::new(author(), Clock.now(), text, None, &TimeZone::utc())
}

impl Shop {
    fn context(&self) -> Context<'_, Turns, Clock> {
        Context::new(&self.0, &Clock)
    }

    fn join(&self, giving_way: char, standing: char) -> JoinOutcome {
        let (giving_way, standing) = (person(giving_way), person(standing));
        let by = author();
        block_on(join(self.context(), SHOP, &giving_way, &standing, &by)).unwrap()
    }

    fn separate(&self, name: char) {
        let person = person(name);
        let by = author();
        block_on(separate(self.context(), SHOP, &person, &person, &by)).unwrap();
    }

    fn joined(&self, name: char, source: Source) -> JoinedRecords {
        block_on(JoinedRecords::of(
            self.context(),
            SHOP,
            &person(name),
            source,
        ))
        .unwrap()
    }

    /// The names of the records that are one person, the one that stands first.
    fn names(&self, name: char) -> String {
        let joined = self.joined(name, Source::Log);
        joined.all().map(|one| one.person.to_string()).collect()
    }

    fn is_watched(&self, name: char) -> bool {
        self.is_watched_in(name, "")
    }

    fn is_watched_in(&self, name: char, case: &str) -> bool {
        let customer = Customer {
            id: Some(name.to_string()),
            ..Customer::default()
        };
        let status = Status::new("new", Stage::Received);
        let mut order = Order::new("1", Clock.now(), status, "EUR");
        order.customer = customer;
        let note = block_on(watch_note(self.context(), SHOP, &order)).unwrap();
        let list = block_on(WatchList::of_shop(&self.0, SHOP)).unwrap();
        let listed = list.of_digest(&person(name).digest(), Clock.now());
        assert_eq!(note.is_some(), listed.is_some(), "{name} {case}");
        note.is_some()
    }
}

#[test]
fn joined_records_are_one_person_until_it_is_undone() {
    let shop = Shop::default();
    assert_eq!(shop.join('b', 'a'), JoinOutcome::Joined);
    assert_eq!(shop.join('d', 'c'), JoinOutcome::Joined);
    assert_eq!(shop.join('d', 'b'), JoinOutcome::Joined);
    for name in ['a', 'b', 'c', 'd'] {
        assert_eq!(shop.names(name), "abcd");
        assert_eq!(
            shop.joined(name, Source::Cache),
            shop.joined(name, Source::Log)
        );
    }
    let joined = shop.joined('d', Source::Log);
    let join = joined.others[2].join.as_ref().unwrap();
    assert_eq!((&join.into, &join.by), (&person('c'), &author()));
    // A second time changes nothing, whichever way round.
    assert_eq!(shop.join('a', 'd'), JoinOutcome::AlreadyJoined);
    assert_eq!(shop.names('d'), "abcd");
    // What was joined before stays joined.
    shop.separate('c');
    assert_eq!(
        (shop.names('b'), shop.names('d')),
        ("ab".into(), "cd".into())
    );
    // The record that stands is joined into none.
    shop.separate('a');
    assert_eq!(shop.names('b'), "ab");
    shop.separate('b');
    shop.separate('b');
    assert_eq!((shop.names('a'), shop.names('b')), ("a".into(), "b".into()));
    assert_eq!(shop.join('a', 'b'), JoinOutcome::Joined);
    assert_eq!(shop.names('a'), "ba");
    // Whoever asks on the page of somebody else undoes nothing.
    let (a, c) = (person('a'), person('c'));
    block_on(separate(shop.context(), SHOP, &a, &c, &author())).unwrap();
    assert_eq!(shop.names('a'), "ba");
}

#[test]
fn a_record_that_is_not_joined_costs_no_call_of_its_own() {
    let shop = Shop::default();
    for (source, most) in [(Source::Cache, 1), (Source::Log, 2)] {
        shop.0.calls.set(0);
        shop.joined('a', source);
        assert_eq!(shop.0.calls.get(), most);
    }
    assert_eq!(shop.join('b', 'a'), JoinOutcome::Joined);
    shop.separate('b');
    shop.0.calls.set(0);
    shop.joined('a', Source::Log);
    assert_eq!(shop.0.calls.get(), 2);
}

#[test]
fn at_most_so_many_records_are_one_person() {
    let shop = Shop::default();
    for name in 'b'..='j' {
        assert_eq!(shop.join(name, 'a'), JoinOutcome::Joined);
    }
    assert_eq!(shop.join('k', 'a'), JoinOutcome::TooMany);
    assert_eq!(shop.join('a', 'k'), JoinOutcome::TooMany);
    assert_eq!((shop.names('k'), shop.names('j').len()), ("k".into(), 10));
    // Reading costs so much and no more.
    shop.0.calls.set(0);
    shop.joined('j', Source::Cache);
    assert_eq!(shop.0.calls.get(), MAX_RECORDS);
    shop.separate('j');
    assert_eq!(shop.join('k', 'a'), JoinOutcome::Joined);
}

#[test]
fn what_the_staff_wrote_stays_with_its_record_and_the_watch_list_counts_for_all() {
    let shop = Shop::default();
    let write = |name: char| {
        let place = Place::Person {
            shop: SHOP.to_owned(),
            person: person(name),
        };
        let event = NoteEvent {
            by: author(),
            of: None,
            text: NoteText::typed("rings the bell twice"),
            id: None,
        };
        block_on(write_note(shop.context(), &place, event, |_| Vec::new())).unwrap();
    };
    write('a');
    block_on(watch(shop.context(), SHOP, &person('b'), note())).unwrap();
    assert_eq!((shop.is_watched('a'), shop.is_watched('b')), (false, true));
    shop.join('b', 'a');
    shop.join('c', 'b');
    write('c');
    assert!(
        ['a', 'b', 'c']
            .into_iter()
            .all(|name| shop.is_watched(name))
    );
    shop.separate('c');
    assert_eq!((shop.is_watched('a'), shop.is_watched('c')), (true, false));
    shop.separate('b');
    assert_eq!((shop.is_watched('a'), shop.is_watched('b')), (false, true));
    for (name, notes) in [('a', true), ('b', false), ('c', true)] {
        let joined = shop.joined(name, Source::Log);
        assert_eq!(!joined.standing.known.notes().is_empty(), notes, "{name}");
    }
    // Whoever is taken off the list is off it by all of their records.
    shop.join('a', 'b');
    block_on(watch(shop.context(), SHOP, &person('a'), note())).unwrap();
    block_on(lift(shop.context(), SHOP, &person('b'), &author())).unwrap();
    assert_eq!((shop.is_watched('a'), shop.is_watched('b')), (false, false));
    shop.separate('a');
    assert_eq!((shop.is_watched('a'), shop.is_watched('b')), (false, false));
}

/// Polls a deed so many times, then drops it; tells whether it was through by then.
fn is_through_after(calls: usize, deed: impl Future) -> bool {
    let mut deed = Box::pin(deed);
    let mut context = task::Context::from_waker(Waker::noop());
    (0..calls).any(|_| deed.as_mut().poll(&mut context).is_ready())
}

#[test]
fn whoever_dies_while_they_join_or_undo_it_finishes_it_by_doing_it_again() {
    let (a, b, by) = (person('a'), person('b'), author());
    for is_join in [true, false] {
        for calls in 0.. {
            let shop = Shop::default();
            let context = shop.context();
            block_on(watch(context, SHOP, &a, note())).unwrap();
            let is_through = match is_join {
                true => is_through_after(calls, join(context, SHOP, &b, &a, &by)),
                false => {
                    shop.join('b', 'a');
                    is_through_after(calls, separate(context, SHOP, &b, &a, &by))
                }
            };
            match is_join {
                true => {
                    block_on(join(context, SHOP, &b, &a, &by)).unwrap();
                }
                false => block_on(separate(context, SHOP, &b, &a, &by)).unwrap(),
            }
            assert_eq!(shop.names('b') == "ab", is_join, "{calls}");
            let is_watched = (shop.is_watched('a'), shop.is_watched('b'));
            assert_eq!(is_watched, (true, is_join), "{calls}");
            if is_through {
                break;
            }
        }
    }
}

/// Something that a member does.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Join(char, char),
    Separate(char),
    Watch(char),
    Lift(char),
}

const NAMES: [char; 4] = ['a', 'b', 'c', 'd'];

impl Deed {
    fn drawn(rng: &mut Rng, has_all: bool) -> Self {
        let mut name = || NAMES[rng.usize(..NAMES.len())];
        let (first, second) = (name(), name());
        match rng.u32(..if has_all { 8 } else { 4 }) {
            0..4 => Self::Join(first, second),
            4 | 5 => Self::Separate(first),
            6 => Self::Watch(first),
            _ => Self::Lift(first),
        }
    }

    async fn run(self, shop: &Shop) -> Option<JoinOutcome> {
        let (context, by) = (shop.context(), author());
        match self {
            Self::Join(first, second) => {
                let (first, second) = (person(first), person(second));
                let joined = join(context, SHOP, &first, &second, &by).await;
                return Some(joined.unwrap());
            }
            Self::Separate(name) => {
                let person = person(name);
                separate(context, SHOP, &person, &person, &by).await
            }
            Self::Watch(name) => watch(context, SHOP, &person(name), note()).await,
            Self::Lift(name) => lift(context, SHOP, &person(name), &by).await,
        }
        .unwrap();
        None
    }
}

type Running<'a> = Pin<Box<dyn Future<Output = Option<JoinOutcome>> + 'a>>;

/// Runs deeds at once, one call of one of them at a time; some may die. Returns the outcomes
/// of those that did not.
fn run(
    rng: &mut Rng,
    shop: &Shop,
    deeds: &[Deed],
    crash: bool,
) -> Vec<(Deed, Option<JoinOutcome>)> {
    let mut running: Vec<(Deed, Running<'_>)> = Vec::new();
    for deed in deeds {
        running.push((*deed, Box::pin(deed.run(shop))));
    }
    let mut outcomes = Vec::new();
    while !running.is_empty() {
        let at = rng.usize(..running.len());
        if crash && rng.u32(..40) == 0 {
            drop(running.swap_remove(at));
            continue;
        }
        let mut context = task::Context::from_waker(Waker::noop());
        if let Poll::Ready(outcome) = running[at].1.as_mut().poll(&mut context) {
            outcomes.push((running.swap_remove(at).0, outcome));
        }
    }
    outcomes
}

/// Every reader finds the same records under the same one.
fn check_readers(shop: &Shop, case: &str) {
    for name in NAMES {
        let names = shop.names(name);
        assert!(names.contains(name), "{case}: {name} {names}");
        for other in names.chars() {
            assert_eq!(shop.names(other), names, "{case}: {name} {other}");
        }
    }
}

#[test]
fn whoever_joins_and_parts_at_once_every_reader_finds_the_same() {
    let number = |name| {
        std::env::var(name)
            .ok()
            .and_then(|text| text.parse::<u64>().ok())
    };
    let most = number("WISMO_SEEDS").unwrap_or(2_000);
    let seeds = number("WISMO_SEED").map_or(0..most, |seed| seed..seed + 1);
    for seed in seeds {
        let mut rng = Rng::with_seed(seed);
        let shop = Shop::default();
        let has_all = seed % 2 == 0;
        let crash = seed % 3 == 0;
        // Of three, one may rest on another's join that is taken back.
        let writers = if seed % 4 == 1 { 2 } else { 3 };
        for round in 0..2 {
            let deeds: Vec<Deed> = (0..writers)
                .map(|_| Deed::drawn(&mut rng, has_all))
                .collect();
            let case = format!("seed {seed}, round {round}: {deeds:?}");
            let outcomes = run(&mut rng, &shop, &deeds, crash);
            check_readers(&shop, &case);
            for (deed, outcome) in outcomes {
                if let (Deed::Join(first, second), Some(JoinOutcome::Joined)) = (deed, outcome)
                    && !has_all
                    && writers == 2
                {
                    assert!(shop.names(first).contains(second), "{case}: {deed:?}");
                }
            }
            if !crash {
                for name in NAMES {
                    let joined = shop.joined(name, Source::Log);
                    assert_eq!(shop.joined(name, Source::Cache), joined, "{case}");
                    // Both ways to tell say the same.
                    shop.is_watched_in(name, &case);
                }
            }
        }
        let case = format!("seed {seed}, undone");
        for name in NAMES {
            block_on(Deed::Separate(name).run(&shop));
            assert_eq!(shop.joined(name, Source::Log).standing.person, person(name));
        }
        check_readers(&shop, &case);
        for name in NAMES {
            assert_eq!(shop.names(name), name.to_string(), "{case}");
            block_on(Deed::Lift(name).run(&shop));
            assert!(!shop.is_watched_in(name, &case), "{case}");
        }
    }
}

use std::cell::{Cell, RefCell};

use futures::executor::block_on;
use serde_json::json;

use super::*;
use crate::context::{Context, Environment};
use crate::order::Order;
use crate::search::{Entry, Layout, Step, enter, step, texts_of_buyer, texts_of_order};
use crate::storage::{Counter, MemoryStore};
use crate::time::{Duration, Timestamp};

/// A clock that somebody sets.
#[derive(Default)]
struct Clock(Cell<i64>);

impl Environment for Clock {
    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH + Duration::seconds(self.0.get())
    }

    fn random(&self) -> u64 {
        0
    }
}

/// A store that counts what it is asked for.
#[derive(Default)]
struct Counted {
    store: MemoryStore,
    gets: Cell<usize>,
    writes: RefCell<Vec<&'static str>>,
}

impl Store for Counted {
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.gets.set(self.gets.get() + 1);
        self.store.get(key).await
    }

    async fn set(&self, key: &str, value: Vec<u8>) -> Result<(), StoreError> {
        self.set_many(vec![(key.to_owned(), value)]).await
    }

    async fn set_many(&self, entries: Vec<(String, Vec<u8>)>) -> Result<(), StoreError> {
        assert!(entries.iter().all(|(_, value)| value.len() < 380_000));
        self.writes.borrow_mut().push("set_many");
        self.store.set_many(entries).await
    }

    async fn delete(&self, key: &str) -> Result<(), StoreError> {
        self.store.delete(key).await
    }

    async fn delete_many(&self, keys: Vec<String>) -> Result<(), StoreError> {
        self.writes.borrow_mut().push("delete_many");
        for key in keys {
            self.store.delete(&key).await?;
        }
        Ok(())
    }

    async fn increment_by(&self, counter: &Counter, count: u32) -> Result<u64, StoreError> {
        self.writes.borrow_mut().push("increment");
        self.store.increment_by(counter, count).await
    }
}

/// Records that fit whatever they were made for.
struct Invented;

fn order() -> serde_json::Value {
    json!({
        "id": "1", "updated_at": "2026-01-01T00:00:00Z", "currency": "EUR",
        "status": { "code": "new", "stage": "received" },
        "billing_address": { "postcode": "0" },
        "shipments": [{ "id": "1" }],
        "documents": [{ "id": "1", "kind": "invoice" }],
        "lines": [{ "id": "1", "name": "x", "quantity": "1" }],
    })
}

static ORDER: std::sync::OnceLock<Order> = std::sync::OnceLock::new();

/// Makes the texts of a subject whose id is a number.
fn invent(subject: &Subject) -> Vec<crate::search::Searchable> {
    const FIRST: [&str; 8] = [
        "Anna", "Bo", "Jiří", "Søren", "Zoë", "Jürgen", "Åsa", "Daan",
    ];
    const LAST: [&str; 10] = [
        "Hansen",
        "Dvořák",
        "Berg",
        "Müller",
        "Lœwe",
        "Andersson",
        "de Vries",
        "Smith",
        "Holm",
        "Vik",
    ];
    let (Subject::Order(id) | Subject::Buyer { order: id, .. } | Subject::Customer(id)) = subject;
    let n: usize = id.parse().unwrap_or_default();
    let mix = |salt: usize| (n + salt).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 33;
    let pick = |of: &[&str], salt: usize| of[mix(salt) % of.len()].to_owned();
    let mut order = ORDER
        .get_or_init(|| serde_json::from_value(order()).unwrap())
        .clone();
    order.id.clone_from(id);
    order.number = Some(format!("N{}", 100_000 + n));
    let last = pick(&LAST, 17);
    let email = format!("{}.{n}@mail{}.example", fold_ascii(&last), n % 40);
    order.customer.email = Some(email);
    order.customer.name = Some(format!("{} {last}{}", pick(&FIRST, 31), n % 997));
    if let Some(address) = &mut order.billing_address {
        address.postcode = Some(format!("{:05}", n.wrapping_mul(7919) % 90_000));
    }
    order.shipments[0].tracking_number = Some(format!("3700{:012}", n.wrapping_mul(104_729)));
    order.documents[0].number = Some(format!("INV-{}", 500_000 + n));
    order.lines[0].sku = Some(format!("SKU-{}", n % 500));
    match subject {
        Subject::Order(_) => texts_of_order(&order),
        Subject::Buyer { .. } | Subject::Customer(_) => texts_of_buyer(&order),
    }
}

fn fold_ascii(text: &str) -> String {
    crate::search::tokens::fold(text).replace(' ', "")
}

impl Records for Invented {
    type Record = ();

    async fn read(&self, subject: &Subject) -> Result<Option<Present<()>>, StoreError> {
        Ok(Some(Present {
            texts: invent(subject),
            entry: None,
            record: (),
        }))
    }
}

fn subject(n: usize) -> Subject {
    match n % 4 {
        0 => Subject::Buyer {
            person: Some(n.to_string()),
            order: n.to_string(),
        },
        _ => Subject::Order(n.to_string()),
    }
}

/// Writes entries, as many as an import does at once.
fn fill(context: Context<'_, Counted, Clock>, index: &Index, numbers: std::ops::Range<usize>) {
    let all: Vec<usize> = numbers.collect();
    for some in all.chunks(25) {
        let subjects = some.iter().map(|n| subject(*n));
        let entries: Vec<Entry> = subjects
            .flat_map(|subject| Entry::of(&subject, &invent(&subject)))
            .collect();
        block_on(enter(context, index, &entries, Vec::new())).unwrap();
    }
}

/// Works until nothing is left to do now, and counts the steps.
fn work(context: Context<'_, Counted, Clock>, index: &Index) -> usize {
    (0..)
        .take_while(|_| block_on(step(context, index)).unwrap() != Step::Idle)
        .count()
}

fn page(rows: usize) -> PageOf<'static> {
    PageOf {
        rows,
        ..PageOf::default()
    }
}

fn ids(page: &Page<()>) -> Vec<Subject> {
    page.hits.iter().map(|hit| hit.subject.clone()).collect()
}

/// Finds all pages of a query.
fn all(store: &Counted, index: &Index, text: &str) -> Vec<Subject> {
    let query = Query::parse(text).unwrap();
    let mut found = Vec::new();
    let mut from = None;
    loop {
        let of = PageOf { from, ..page(20) };
        let page = block_on(find(store, index, &Invented, &query, of)).unwrap();
        assert!(!page.is_partial, "{text}");
        found.extend(ids(&page));
        from = page.next;
        if from.is_none() {
            return found;
        }
    }
}

#[test]
fn what_is_packed_and_merged_and_swept_is_found_as_before() {
    let (store, clock) = (Counted::default(), Clock::default());
    let context = Context::new(&store, &clock);
    let small = Layout {
        base: 4,
        radix: 2,
        block: 600,
        blocks_at_once: 2,
        ..Layout::default()
    };
    let index = Index::with("north", small);
    let queries = [
        "N100007",
        "100007",
        "0150",
        "hansen",
        "ANSE",
        "dvorak",
        "søren",
        "soren müller",
        "inv-500123",
        "inv 500123",
        "3700 0000 0010",
        "sku-7",
        "mail4.example",
        "hol",
        "bo",
        "o",
    ];
    let found = |store: &Counted| queries.map(|query| all(store, &index, query));
    fill(context, &index, 0..300);
    let expected = found(&store);
    for (query, expected) in queries.iter().zip(&expected) {
        let fits = |n: &usize| {
            Query::parse(query)
                .unwrap()
                .fit(&invent(&subject(*n)))
                .is_some()
        };
        let by_hand: Vec<Subject> = (0..300).rev().filter(fits).map(subject).collect();
        assert_eq!(*expected, by_hand, "{query}");
    }
    assert!(expected.iter().filter(|found| found.len() > 3).count() > 6);
    for seconds in [0, 130, 260, 390, 520, 650, 780] {
        clock.0.set(seconds);
        work(context, &index);
        assert!(found(&store) == expected, "{seconds}");
    }
    // Everything is held once, beside the subjects and the progress.
    let left = store.store.entries();
    let entries = left.keys().filter(|key| key.contains("/entry/")).count();
    assert_eq!(entries, 4, "of the last segment, which waits for another");
    let progress = left.iter().find(|(key, _)| key.ends_with("/progress"));
    assert!(progress.is_some());
}

/// The cost of searching an index.
#[derive(Debug, Default)]
#[expect(dead_code, reason = "the longer test prints them")]
struct Cost {
    /// The most reads of a search.
    reads: usize,
    /// The time of a search, at the median.
    median: std::time::Duration,
    /// The steps of the work in the background, and the calls that write, by their kind.
    steps: usize,
    writes: [usize; 3],
    /// The size of everything in the store, and of its largest value.
    bytes: usize,
    largest: usize,
}

const ASKED: [&str; 12] = [
    "N100999",
    "100998",
    "0921",
    "hansen",
    "anse",
    "jiri",
    "inv-500123",
    "3700",
    "sku-77",
    "5000",
    "vik 5",
    "søren holm",
];

fn cost(count: usize) -> Cost {
    let (store, clock) = (Counted::default(), Clock::default());
    let context = Context::new(&store, &clock);
    let index = Index::of("north");
    fill(context, &index, 0..count);
    store.writes.borrow_mut().clear();
    let mut steps = work(context, &index);
    let before = store.store.entries();
    for _ in 0..6 {
        clock.0.set(clock.0.get() + 130);
        steps += work(context, &index);
    }
    let writes = store.writes.take();
    let kinds = ["increment", "set_many", "delete_many"];
    let mut cost = Cost {
        steps,
        writes: kinds.map(|kind| writes.iter().filter(|other| **other == kind).count()),
        bytes: store.store.entries().values().map(Vec::len).sum(),
        largest: before.values().map(Vec::len).max().unwrap_or_default(),
        ..Cost::default()
    };
    let mut times = Vec::new();
    for text in ASKED {
        store.gets.set(0);
        let begun = std::time::Instant::now();
        let query = Query::parse(text).unwrap();
        let found = block_on(find(&store, &index, &Invented, &query, page(20))).unwrap();
        times.push(begun.elapsed());
        assert!(!found.hits.is_empty() || found.next.is_some(), "{text}");
        cost.reads = cost.reads.max(store.gets.get());
    }
    times.sort_unstable();
    cost.median = times[times.len() / 2];
    cost
}

#[test]
fn the_reads_of_a_search_do_not_grow_with_the_index() {
    // Each has as many segments and entries that are not packed as there can be.
    let [small, large] = [1_000, 32_767].map(cost);
    assert!(
        small.reads < 130 && large.reads < 200,
        "{small:?} {large:?}"
    );
}

#[test]
#[ignore = "takes minutes: run it by its name"]
fn more_than_a_million_entries_cost_no_more() {
    for count in [1_000, 262_143, 1_300_000] {
        let cost = cost(count);
        println!("{count}: {cost:?}");
        assert!(cost.reads < 230);
    }
}

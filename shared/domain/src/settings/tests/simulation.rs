//! Writers of settings in a simulated world: whatever dies, stalls or comes
//! late, no acknowledged write is ever lost, and no two writes that rest on one
//! version are acknowledged.
//!
//! A call takes effect within [`CALL`] of being made, even if its caller is
//! dead by then, and its answer arrives at any time later. `WISMO_SEED` replays
//! one world and prints it; `WISMO_SEEDS` is the number of worlds.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{self, Poll, Waker};

use fastrand::Rng;

use super::super::{Current, MAX_SETTLE_SECONDS, NotWritten, Settings, current, refreshed, write};
use crate::context::{Context, Environment};
use crate::storage::event_log::Projected;
use crate::storage::keys::settings_log;
use crate::storage::record::decode;
use crate::storage::versions::Writing;
use crate::storage::{Counter, Store, StoreError};
use crate::time::{Duration, Timestamp};

/// The time within which a call may take effect, in milliseconds.
const CALL: i64 = 10_000;
/// The time for which a process may sleep before it sees an answer, in milliseconds.
const STALL: i64 = 90_000;
const SHOP: &str = "north";
const WRITERS: usize = 3;
const READERS: usize = 2;

/// The faults, and how often each happens in 1,000 calls.
#[derive(Clone, Debug, Default)]
struct Dials {
    /// A process dies.
    crash: u32,
    /// A call takes a second or two, or much longer.
    slow: u32,
    /// A call answers with an error, whether or not it took effect.
    fault: u32,
    /// The time that a read may be behind, in milliseconds.
    stale: i64,
    /// Calls may take effect minutes later: more than the protocol allows for.
    late: bool,
}

#[derive(Clone, Debug)]
enum Kind {
    Get(String),
    Set(String, Vec<u8>),
    Increment(String),
    Sleep,
}

#[derive(Clone, Debug)]
enum Answer {
    Value(Option<Vec<u8>>),
    Done,
    Number(u64),
    Fault,
}

enum Event {
    Effect(u64, Kind),
    Answer(u64, Answer),
}

/// An acknowledged write.
#[derive(Clone, Debug)]
struct Acknowledged {
    base: u64,
    version: u64,
    document: u32,
}

struct World {
    rng: Rng,
    dials: Dials,
    /// The time, in milliseconds.
    now: i64,
    /// The events to come, by their times.
    events: BTreeMap<(i64, u64), Event>,
    answers: BTreeMap<u64, Answer>,
    calls: u64,
    /// Every value that a key ever had, with its time.
    values: BTreeMap<String, Vec<(i64, Vec<u8>)>>,
    documents: u32,
    acknowledged: Vec<Acknowledged>,
    trace: Vec<String>,
}

type Shared = Rc<RefCell<World>>;

/// A process on a machine whose clock is off by some seconds.
#[derive(Clone)]
struct Host {
    world: Shared,
    name: &'static str,
    skew: i64,
}

impl World {
    fn note(&mut self, line: &str) {
        let line = format!("{:>9.3} {line}", self.now as f64 / 1000.0);
        self.trace.push(line);
    }

    fn often(&mut self, in_a_thousand: u32) -> bool {
        self.rng.u32(..1000) < in_a_thousand
    }

    /// Draws a delay: mostly some milliseconds; if slow, up to seconds or to `most`.
    fn delay(&mut self, most: i64) -> i64 {
        let slow = self.dials.slow;
        match self.often(slow) {
            false => self.rng.i64(0..20),
            true if self.rng.bool() => self.rng.i64(0..2_000),
            true => self.rng.i64(0..most),
        }
    }

    fn at(&mut self, delay: i64, event: Event) {
        self.calls += 1;
        self.events.insert((self.now + delay, self.calls), event);
    }

    fn newest(&self, key: &str) -> Option<Vec<u8>> {
        Some(self.values.get(key)?.last()?.1.clone())
    }

    fn set(&mut self, key: &str, value: Vec<u8>) {
        let values = self.values.entry(key.to_owned()).or_default();
        values.push((self.now, value));
    }

    /// Lets the next event happen. Returns false if there is none.
    fn step(&mut self) -> bool {
        let Some(((at, _), event)) = self.events.pop_first() else {
            return false;
        };
        self.now = at;
        match event {
            Event::Effect(call, kind) => {
                let fault = self.dials.fault;
                let faulty = self.often(fault) && !matches!(kind, Kind::Sleep);
                let answer = if faulty && self.rng.bool() {
                    Answer::Fault
                } else {
                    self.effect(kind)
                };
                let answer = if faulty { Answer::Fault } else { answer };
                let delay = self.delay(STALL);
                self.at(delay, Event::Answer(call, answer));
            }
            Event::Answer(call, answer) => {
                self.answers.insert(call, answer);
            }
        }
        true
    }

    fn effect(&mut self, kind: Kind) -> Answer {
        match kind {
            Kind::Get(key) => {
                let seen = self.now - self.rng.i64(0..=self.dials.stale);
                let values = self.values.get(&key);
                let value = values.and_then(|all| all.iter().rfind(|(at, _)| *at <= seen));
                Answer::Value(value.map(|(_, value)| value.clone()))
            }
            Kind::Set(key, value) => {
                self.note(&format!("{key} = {}", String::from_utf8_lossy(&value)));
                self.set(&key, value);
                Answer::Done
            }
            Kind::Increment(key) => {
                let bytes = self.newest(&key).unwrap_or_else(|| vec![0; 8]);
                let next = u64::from_le_bytes(bytes.try_into().unwrap()) + 1;
                self.note(&format!("{key} = {next}"));
                self.set(&key, next.to_le_bytes().to_vec());
                Answer::Number(next)
            }
            Kind::Sleep => Answer::Done,
        }
    }
}

impl Host {
    /// Gives the domain this host as its store and as its environment.
    fn context(&self) -> Context<'_, Self, Self> {
        Context::new(self, self)
    }

    async fn call(&self, kind: Kind) -> Result<Answer, StoreError> {
        let call = {
            let mut world = self.world.borrow_mut();
            let most = match (&kind, world.dials.late) {
                (Kind::Sleep, _) => STALL,
                (_, true) => 200_000,
                (_, false) => CALL,
            };
            let delay = world.delay(most);
            let call = world.calls;
            world.at(delay, Event::Effect(call, kind));
            call
        };
        let answered = poll_fn(|_| {
            let answer = self.world.borrow_mut().answers.remove(&call);
            answer.map_or(Poll::Pending, Poll::Ready)
        });
        match answered.await {
            Answer::Fault => Err(StoreError("simulated".to_owned())),
            answer @ (Answer::Value(_) | Answer::Done | Answer::Number(_)) => Ok(answer),
        }
    }

    fn note(&self, line: &str) {
        let line = format!("{}: {line}", self.name);
        self.world.borrow_mut().note(&line);
    }
}

impl Environment for Host {
    fn now(&self) -> Timestamp {
        let now = self.world.borrow().now + self.skew;
        Timestamp::UNIX_EPOCH + Duration::hours(24 * 20_000) + Duration::milliseconds(now)
    }

    fn random(&self) -> u64 {
        self.world.borrow_mut().rng.u64(..)
    }
}

impl Store for Host {
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let Answer::Value(value) = self.call(Kind::Get(key.to_owned())).await? else {
            unreachable!("a read answers with what it read");
        };
        Ok(value)
    }

    async fn set(&self, key: &str, value: Vec<u8>) -> Result<(), StoreError> {
        self.call(Kind::Set(key.to_owned(), value)).await.map(drop)
    }

    async fn set_many(&self, _: Vec<(String, Vec<u8>)>) -> Result<(), StoreError> {
        unreachable!("settings are written one by one")
    }

    async fn delete(&self, _: &str) -> Result<(), StoreError> {
        unreachable!("settings are never deleted")
    }

    async fn increment_by(&self, counter: &Counter, count: u32) -> Result<u64, StoreError> {
        assert_eq!(count, 1, "settings draw one number at a time");
        let key = counter.as_str().to_owned();
        let Answer::Number(number) = self.call(Kind::Increment(key)).await? else {
            unreachable!("a draw answers with a number");
        };
        Ok(number)
    }
}

type Task = Pin<Box<dyn Future<Output = ()>>>;
type Kept = Rc<RefCell<Projected<Current>>>;

/// Writes again and again, each time a different document.
async fn writer(host: Host) {
    loop {
        let _ = host.call(Kind::Sleep).await;
        let Ok(known) = current(host.context(), SHOP).await else {
            continue;
        };
        let document = {
            let mut world = host.world.borrow_mut();
            world.documents += 1;
            world.documents
        };
        let _ = submit(&host, known.projection.version, document).await;
    }
}

/// Writes one document, and notes the result.
async fn submit(host: &Host, base: u64, document: u32) -> Result<u64, NotWritten> {
    let settings = Settings {
        settle_seconds: document,
        ..Settings::default()
    };
    host.note(&format!("writes document {document} on {base}"));
    let written = write(host.context(), SHOP, base, &settings).await;
    host.note(&format!("document {document}: {written:?}"));
    if let Ok(version) = written {
        let written = Acknowledged {
            base,
            version,
            document,
        };
        host.world.borrow_mut().acknowledged.push(written);
    }
    written
}

/// Keeps the settings and refreshes them, as every component does.
async fn reader(host: Host, kept: Kept) {
    loop {
        let _ = host.call(Kind::Sleep).await;
        let before = kept.borrow().clone();
        if let Ok(now) = refreshed(host.context(), SHOP, before).await {
            *kept.borrow_mut() = now;
        }
    }
}

fn poll(task: &mut Task) -> Poll<()> {
    task.as_mut()
        .poll(&mut task::Context::from_waker(Waker::noop()))
}

/// Runs a task alone to its end.
fn finish<T: 'static>(world: &Shared, task: impl Future<Output = T> + 'static) -> T {
    let result = Rc::new(RefCell::new(None));
    let slot = Rc::clone(&result);
    let mut task: Task = Box::pin(async move {
        let value = task.await;
        *slot.borrow_mut() = Some(value);
    });
    while poll(&mut task).is_pending() {
        assert!(world.borrow_mut().step(), "it waits for nothing");
    }
    result.take().unwrap()
}

/// Runs writers and readers in a world of this seed; then everything recovers.
fn run(seed: u64) -> (Shared, Vec<Kept>) {
    let mut rng = Rng::with_seed(seed);
    let dials = Dials {
        crash: *rng.choice(&[0, 5, 30]).unwrap(),
        slow: *rng.choice(&[0, 30, 200]).unwrap(),
        fault: *rng.choice(&[0, 0, 30]).unwrap(),
        stale: *rng.choice(&[0, 100, 2000]).unwrap(),
        late: rng.u8(..3) == 0,
    };
    let steps = rng.u32(100..1500);
    let skews: Vec<i64> = (0..3).map(|_| rng.i64(-4000..=4000)).collect();
    let world = Rc::new(RefCell::new(World {
        rng,
        dials: dials.clone(),
        now: 0,
        events: BTreeMap::new(),
        answers: BTreeMap::new(),
        calls: 0,
        values: BTreeMap::new(),
        documents: 0,
        acknowledged: Vec::new(),
        trace: vec![format!("seed {seed}: {dials:?}")],
    }));
    let host = |index: usize| Host {
        world: Rc::clone(&world),
        name: ["A", "B", "C", "D", "E"][index],
        skew: skews[index % skews.len()],
    };
    let kept: Vec<Kept> = (0..READERS).map(|_| Kept::default()).collect();
    let spawn = |index: usize| -> Task {
        match index.checked_sub(WRITERS) {
            None => Box::pin(writer(host(index))),
            Some(reading) => Box::pin(reader(host(index), Rc::clone(&kept[reading]))),
        }
    };
    let mut tasks: Vec<Task> = (0..WRITERS + READERS).map(spawn).collect();
    for _ in 0..steps {
        for task in &mut tasks {
            let _ = poll(task);
        }
        let dies = world.borrow_mut().often(dials.crash);
        if dies {
            let index = world.borrow_mut().rng.usize(..tasks.len());
            host(index).note("dies");
            tasks[index] = spawn(index);
        }
        world.borrow_mut().step();
    }
    drop(tasks);
    world.borrow_mut().dials = Dials::default();
    while world.borrow_mut().step() {}
    (world, kept)
}

fn check(seed: u64) {
    let (world, kept) = run(seed);
    let host = Host {
        world: Rc::clone(&world),
        name: "F",
        skew: 0,
    };
    let print = |why: &str| {
        let trace = world.borrow().trace.join("\n");
        format!("{trace}\nreplay with WISMO_SEED={seed}: {why}")
    };
    // A writer that died does not hold anybody up for longer than a lease.
    let mut tries = 0;
    let last = loop {
        tries += 1;
        assert!(tries <= 2, "{}", print("nobody can write any more"));
        let writer = host.clone();
        let written = finish(&world, async move {
            let known = current(writer.context(), SHOP).await.unwrap();
            submit(&writer, known.projection.version, MAX_SETTLE_SECONDS).await
        });
        if let Ok(version) = written {
            break version;
        }
        // The clock of whoever noted it may be ahead.
        world.borrow_mut().now += 69_000;
    };
    // The version in force, and those that it rests on, back to the beginning.
    let mut chain = BTreeMap::new();
    let mut next = last;
    while next > 0 {
        let key = settings_log(SHOP).event(next);
        let bytes = world.borrow().newest(&key).unwrap();
        let Writing::<Settings>::Put { base, document, .. } = decode(&key, &bytes).unwrap() else {
            panic!("{}", print("a version rests on nothing"));
        };
        chain.insert(next, (base, document.settle_seconds));
        next = base;
    }
    let acknowledged = world.borrow().acknowledged.clone();
    let mut bases = BTreeSet::new();
    for written in acknowledged {
        let (base, document) = (written.base, written.document);
        let why = format!("two were acknowledged on {base}");
        assert!(bases.insert(base), "{}", print(&why));
        let kept = chain.get(&written.version);
        let why = format!("document {document} is lost");
        assert_eq!(kept, Some(&(base, document)), "{}", print(&why));
    }
    // Whoever reads, from whichever state, comes to the same result.
    let reader = host.clone();
    let from_cache = finish(&world, async move {
        current(reader.context(), SHOP).await.unwrap()
    });
    let mut all = vec![("from the cache", from_cache.projection)];
    let kept = kept.iter().map(|kept| ("kept", kept.borrow().clone()));
    for (whose, before) in kept.chain([("from the first", Projected::default())]) {
        let reader = host.clone();
        let read = finish(&world, async move {
            refreshed(reader.context(), SHOP, before).await.unwrap()
        });
        all.push((whose, read.projection));
    }
    for (whose, read) in all {
        let why = format!("another version is read {whose}");
        assert_eq!(read.version, last, "{}", print(&why));
        assert_eq!(read.document.settle_seconds, MAX_SETTLE_SECONDS);
    }
    if number("WISMO_SEED").is_some() {
        println!("{}", print("clean"));
    }
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

#[test]
fn whatever_dies_or_stalls_no_acknowledged_write_is_lost() {
    match number("WISMO_SEED") {
        Some(seed) => check(seed),
        None => (0..number("WISMO_SEEDS").unwrap_or(3000)).for_each(check),
    }
}

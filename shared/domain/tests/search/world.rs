//! The simulated world: one time with skewed clocks, one store with faults, and tasks.
//!
//! Each call takes effect some time after it was made, and its answer comes some time later.
//! What a task that died had asked for may still happen, minutes later.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{self, Poll, Waker};

use fastrand::Rng;
use wismo_domain::context::{Context, Environment};
use wismo_domain::time::{Duration, Timestamp};

/// The scenario's dials, drawn from the seed.
#[derive(Clone, Debug)]
pub(crate) struct Dials {
    /// The chance that a task dies at a step, in 1,000.
    pub(crate) death: u32,
    /// The chance that a call answers with an error, in 1,000.
    pub(crate) fault: u32,
    /// The chance that a call takes very long, in 1,000.
    pub(crate) stall: u32,
    /// The chance that a read shows an older state, in 1,000.
    pub(crate) stale: u32,
    /// True if `set_many` is one transaction.
    pub(crate) is_atomic: bool,
    /// True if it otherwise applies in any order.
    pub(crate) is_unordered: bool,
}

/// The most that a read may be behind, in milliseconds.
pub(crate) const STALE: i64 = 2_000;

pub(crate) type Shared = Rc<RefCell<World>>;

type Values = Vec<(i64, Option<Vec<u8>>)>;

pub(crate) struct World {
    pub(crate) rng: Rng,
    pub(crate) dials: Dials,
    /// The time, in milliseconds.
    pub(crate) now: i64,
    /// The values that each key ever had, with their times.
    pub(crate) values: HashMap<String, Values>,
    events: BTreeMap<(i64, u64), Event>,
    next_event: u64,
    calls: HashMap<u64, Call>,
    next_call: u64,
    /// The task that runs.
    task: usize,
    pub(crate) deaths: u64,
    pub(crate) late: u64,
    pub(crate) trace: Option<Vec<String>>,
}

enum Event {
    Start(usize),
    Effect(u64),
    Answer(u64),
}

struct Call {
    task: usize,
    kind: Kind,
    answer: Option<Answer>,
    /// True once the answer is there for its caller.
    has_come: bool,
    is_orphaned: bool,
}

#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Get(String),
    Set(Vec<(String, Vec<u8>)>),
    Delete(Vec<String>),
    Increment(String, u32),
}

#[derive(Clone, Debug)]
pub(crate) enum Answer {
    Value(Option<Vec<u8>>),
    Done,
    Number(u64),
    Fault,
}

/// A host: its clock is off by some seconds.
#[derive(Clone)]
pub(crate) struct Host {
    pub(crate) world: Shared,
    pub(crate) skew: i64,
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

impl Host {
    pub(crate) fn context(&self) -> Context<'_, Self, Self> {
        Context::new(self, self)
    }

    pub(crate) async fn call(&self, kind: Kind) -> Answer {
        let id = self.world.borrow_mut().issue(kind);
        poll_fn(|_| {
            let mut world = self.world.borrow_mut();
            let has_come = world.calls.get(&id).is_some_and(|call| call.has_come);
            match has_come.then(|| world.calls.remove(&id)).flatten() {
                Some(call) => Poll::Ready(call.answer.expect("an answer that has come")),
                None => Poll::Pending,
            }
        })
        .await
    }
}

impl World {
    pub(crate) fn new(seed: u64, dials: Dials, is_traced: bool) -> Shared {
        Rc::new(RefCell::new(Self {
            rng: Rng::with_seed(seed),
            dials,
            now: 0,
            values: HashMap::new(),
            events: BTreeMap::new(),
            next_event: 0,
            calls: HashMap::new(),
            next_call: 0,
            task: 0,
            deaths: 0,
            late: 0,
            trace: is_traced.then(Vec::new),
        }))
    }

    pub(crate) fn note(&mut self, what: impl FnOnce() -> String) {
        if let Some(trace) = &mut self.trace {
            let seconds = self.now as f64 / 1000.0;
            trace.push(format!("{seconds:>9.3}  t{:<4} {}", self.task, what()));
        }
    }

    fn at(&mut self, time: i64, event: Event) {
        self.next_event += 1;
        self.events.insert((time, self.next_event), event);
    }

    fn chance(&mut self, in_1000: u32) -> bool {
        in_1000 > 0 && self.rng.u32(..1000) < in_1000
    }

    fn issue(&mut self, kind: Kind) -> u64 {
        self.next_call += 1;
        let id = self.next_call;
        let delay = match self.chance(self.dials.stall) {
            false => self.rng.i64(1..100),
            true if self.rng.bool() => self.rng.i64(5_000..50_000),
            true => self.rng.i64(50_000..160_000),
        };
        let before = self.rng.i64(0..=delay);
        let call = Call {
            task: self.task,
            kind,
            answer: None,
            has_come: false,
            is_orphaned: false,
        };
        self.calls.insert(id, call);
        self.at(self.now + before, Event::Effect(id));
        id
    }

    pub(crate) fn value(&self, key: &str) -> Option<&Vec<u8>> {
        self.values.get(key)?.last()?.1.as_ref()
    }

    fn write(&mut self, key: String, value: Option<Vec<u8>>) {
        self.note(|| match &value {
            Some(value) => format!("writes {key}: {}", shown(value)),
            None => format!("deletes {key}"),
        });
        let now = self.now;
        self.values.entry(key).or_default().push((now, value));
    }

    /// Lets a cache fall back to any value that it had, or to none.
    pub(crate) fn fall_back(&mut self, key: &str) {
        let values = self.values.get(key).map_or(0, Vec::len);
        let at = self.rng.usize(..=values);
        let value = self
            .values
            .get(key)
            .and_then(|values| values.get(at)?.1.clone());
        self.write(key.to_owned(), value);
    }

    /// Lets a call take effect, or the next part of it.
    fn apply(&mut self, id: u64) {
        let Some(call) = self.calls.get_mut(&id) else {
            return;
        };
        let is_orphaned = call.is_orphaned;
        let mut kind = std::mem::replace(&mut call.kind, Kind::Delete(Vec::new()));
        let is_fault = self.chance(self.dials.fault);
        if is_fault && self.rng.bool() {
            self.note(|| format!("{kind:.60?} fails"));
            return self.answer(id, Answer::Fault);
        }
        let answer = match &mut kind {
            Kind::Get(key) => {
                let is_stale = self.chance(self.dials.stale);
                let back = if is_stale { self.rng.i64(0..=STALE) } else { 0 };
                let seen = self.now - back;
                let values = self.values.get(key.as_str());
                let value = values
                    .and_then(|values| values.iter().rev().find(|(at, _)| *at <= seen)?.1.clone());
                self.note(|| {
                    let old = if back > 0 {
                        format!(" as {back} ms ago")
                    } else {
                        String::new()
                    };
                    let value = value.as_deref().map_or_else(|| "nothing".to_owned(), shown);
                    format!("reads {key}{old}: {value}")
                });
                Answer::Value(value)
            }
            Kind::Increment(key, count) => {
                let value = self.value(key).map_or(0, |bytes| {
                    u64::from_le_bytes(bytes.as_slice().try_into().expect("eight bytes"))
                }) + u64::from(*count);
                self.write(key.clone(), Some(value.to_le_bytes().to_vec()));
                Answer::Number(value)
            }
            Kind::Set(entries) => {
                let is_whole = self.dials.is_atomic || entries.len() < 2;
                let count = if is_whole { entries.len() } else { 1 };
                for _ in 0..count {
                    let at = match self.dials.is_unordered && !is_whole {
                        true => self.rng.usize(..entries.len()),
                        false => 0,
                    };
                    let (key, value) = entries.remove(at);
                    self.write(key, Some(value));
                }
                if entries.is_empty() || (is_orphaned && self.rng.bool()) {
                    Answer::Done
                } else {
                    return self.go_on(id, kind);
                }
            }
            Kind::Delete(keys) => {
                let count = if self.dials.is_atomic { keys.len() } else { 1 };
                for key in keys.drain(..count.min(keys.len())) {
                    self.write(key, None);
                }
                if keys.is_empty() || (is_orphaned && self.rng.bool()) {
                    Answer::Done
                } else {
                    return self.go_on(id, kind);
                }
            }
        };
        self.answer(id, if is_fault { Answer::Fault } else { answer });
    }

    /// Lets the rest of a call take effect later.
    fn go_on(&mut self, id: u64, kind: Kind) {
        let delay = match self.chance(self.dials.stall) {
            true => self.rng.i64(5_000..90_000),
            false => self.rng.i64(0..20),
        };
        if let Some(call) = self.calls.get_mut(&id) {
            call.kind = kind;
        }
        self.at(self.now + delay, Event::Effect(id));
    }

    fn answer(&mut self, id: u64, answer: Answer) {
        let delay = self.rng.i64(0..50);
        let delay = match self.chance(self.dials.stall / 4) {
            true => self.rng.i64(5_000..90_000),
            false => delay,
        };
        if let Some(call) = self.calls.get_mut(&id) {
            if call.is_orphaned {
                self.calls.remove(&id);
                return;
            }
            call.answer = Some(answer);
            self.at(self.now + delay, Event::Answer(id));
        }
    }

    /// Lets a task die: what it asked for may still happen, much later, or never.
    fn kill(&mut self, task: usize) {
        self.deaths += 1;
        self.note(|| format!("t{task} dies"));
        let own = |(id, call): (&u64, &Call)| (call.task == task).then_some(*id);
        let mut calls: Vec<u64> = self.calls.iter().filter_map(own).collect();
        calls.sort_unstable();
        let events = std::mem::take(&mut self.events);
        let is_own = |event: &Event| match event {
            Event::Effect(id) | Event::Answer(id) => calls.contains(id),
            Event::Start(_) => false,
        };
        self.events = events
            .into_iter()
            .filter(|(_, event)| !is_own(event))
            .collect();
        for id in calls {
            let has_effect = self.calls.get_mut(&id).is_none_or(|call| {
                call.is_orphaned = true;
                call.answer.is_some() || matches!(call.kind, Kind::Get(_))
            });
            if has_effect || self.rng.bool() {
                self.calls.remove(&id);
                continue;
            }
            self.late += 1;
            let most = [1_000, 40_000, 90_000, 200_000][self.rng.usize(..4)];
            let delay = self.rng.i64(0..most);
            self.at(self.now + delay, Event::Effect(id));
        }
    }
}

fn shown(value: &[u8]) -> String {
    match <[u8; 8]>::try_from(value) {
        Ok(bytes) if bytes[7] == 0 => u64::from_le_bytes(bytes).to_string(),
        _ => String::from_utf8_lossy(value)
            .escape_debug()
            .take(120)
            .collect(),
    }
}

/// The tasks of a run.
#[derive(Default)]
pub(crate) struct Tasks(Vec<Option<Pin<Box<dyn Future<Output = ()>>>>>);

impl Tasks {
    /// Starts a task at a time.
    pub(crate) fn start(
        &mut self,
        world: &Shared,
        at: i64,
        future: impl Future<Output = ()> + 'static,
    ) {
        self.0.push(Some(Box::pin(future)));
        let task = self.0.len() - 1;
        world.borrow_mut().at(at, Event::Start(task));
    }

    /// Runs everything to its end.
    pub(crate) fn run(&mut self, world: &Shared) {
        loop {
            let next = world.borrow_mut().events.pop_first();
            let Some(((at, _), event)) = next else { return };
            world.borrow_mut().now = at;
            let task = match event {
                Event::Start(task) => task,
                Event::Effect(id) => {
                    let mut world = world.borrow_mut();
                    world.task = world.calls.get(&id).map_or(0, |call| call.task);
                    world.apply(id);
                    continue;
                }
                Event::Answer(id) => {
                    let mut world = world.borrow_mut();
                    let Some(call) = world.calls.get_mut(&id) else {
                        continue;
                    };
                    call.has_come = true;
                    call.task
                }
            };
            let Some(Some(future)) = self.0.get_mut(task) else {
                continue;
            };
            world.borrow_mut().task = task;
            let mut context = task::Context::from_waker(Waker::noop());
            let is_over = future.as_mut().poll(&mut context).is_ready();
            let dies = !is_over && {
                let mut world = world.borrow_mut();
                let death = world.dials.death;
                world.chance(death)
            };
            if is_over || dies {
                self.0[task] = None;
            }
            if dies {
                world.borrow_mut().kill(task);
            }
        }
    }
}

//! The simulated world: one clock with skewed hosts, one store and one mail
//! provider behind a network, and tasks that a seeded scheduler interleaves.
//!
//! Every call is two events of the scheduler's choosing: the call takes effect
//! within [`CALL`] of being issued, and its answer reaches the caller at any
//! time later, or never. A task sleeps as long as the scheduler likes between
//! its calls.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{self, Poll, Waker};

use fastrand::Rng;
use wismo_domain::context::Context;
use wismo_domain::notices::Breaker;
use wismo_domain::order::{Stage, StatusFrom};
use wismo_domain::settings::{Hold, MAX_SETTLE_SECONDS, Settings, StatusRule};
use wismo_domain::storage::StoreError;
use wismo_domain::time::{Duration, Timestamp};

use crate::check::notices::LOOKED;
use crate::provider::Provider;
use crate::words::{answer_words, name, short, words};

/// The time within which a call may still take effect, in milliseconds.
pub(crate) const CALL: i64 = 10_000;

/// The scenario's dials, drawn from the seed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dials {
    /// The run's seed.
    pub(crate) seed: u64,
    /// The chance that a host dies at a step, in 10,000.
    pub(crate) crash: u32,
    /// The chance that a call answers with an error, in 1,000.
    pub(crate) fault: u32,
    /// The chance that a ticket's draw fails, whether it drew or not, in 1,000.
    pub(crate) ticket_fault: u32,
    /// The chance that a task falls asleep at a step, in 1,000.
    pub(crate) stall: u32,
    /// The chance that a task falls asleep where that hurts most, in 1,000.
    pub(crate) poised: u32,
    /// The chance that a call takes effect as late as it can, in 1,000.
    pub(crate) late: u32,
    /// The chance that a batch that applies in part comes to a halt there, and
    /// that somebody drains meanwhile, in 1,000.
    pub(crate) halts: u32,
    /// The number of versions of an order of which one does not wait for its
    /// item; 0 if only delivered orders do not.
    pub(crate) waits: u32,
    /// The time that a read may be behind, in milliseconds.
    pub(crate) stale: i64,
    /// True if `set_many` is one transaction.
    pub(crate) atomic: bool,
    /// True if the provider recognises copies by their key.
    pub(crate) idempotent: bool,
    /// The chance of each trouble at the provider, in 1,000.
    pub(crate) provider_trouble: u32,
    /// The factor by which unused time is rarer than usual.
    pub(crate) calm: u32,
    /// The most versions of an order: if there are few, nothing that comes
    /// later makes good what went wrong.
    pub(crate) versions: i64,
    /// True if some orders are imported.
    pub(crate) imports: bool,
    /// True if there is somebody at the desk.
    pub(crate) desk: bool,
    /// The longest time from one version to the next, in milliseconds.
    pub(crate) gap: i64,
    /// The time for which changes gather, in seconds.
    pub(crate) settle: u32,
    /// True if the shop holds everything until it is released.
    pub(crate) hold: bool,
    /// True if it then no longer holds, rather than releasing what gathered so far.
    pub(crate) opens: bool,
    /// The number of readers who must have read that it holds before it opens;
    /// 0 for at any time.
    pub(crate) opens_after: u32,
    /// The time from one drain to the next, in milliseconds.
    pub(crate) drains: std::ops::Range<i64>,
    /// The settings by which the shop lets news wait for long, until it changes them.
    pub(crate) patience: Option<Patience>,
    /// True if an ERP speaks of the orders beside the shop.
    pub(crate) erp: bool,
    /// The one of the two that decides where an order stands.
    pub(crate) status_from: StatusFrom,
    /// True if the shop's dates are about those of Wismo's clock, rather than
    /// from long before.
    pub(crate) abreast: bool,
    /// The number of people besides the customer who get each mail.
    pub(crate) contacts: usize,
    /// True if two of the statuses read alike.
    pub(crate) alike: bool,
    /// The word by which, after everything, the item runs out and comes back:
    /// the shop's on the orders, or that on the item.
    pub(crate) runs_out: Option<Word>,
}

/// The source of the word that the item ran out.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Word {
    Order,
    Item,
}

/// The codes that read alike, if two do.
pub(crate) const ALIKE: [&str; 2] = ["s1", "s2"];

/// Returns the time when Wismo's clock begins.
pub(crate) fn begin() -> Timestamp {
    Timestamp::UNIX_EPOCH + Duration::hours(24 * 20_000)
}

/// The settings by which news wait for longer than a run takes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Patience {
    Settle,
    Digest,
    Quiet,
}

/// The age that an instance's settings may have, in milliseconds.
const KEPT: i64 = 1_500;

impl Dials {
    /// Makes the merchant's words for the statuses.
    pub(crate) fn statuses(&self) -> Vec<StatusRule> {
        let rule = |code: &str| StatusRule {
            label: Some("Packing".to_owned()),
            stage: Some(Stage::Preparing),
            ..StatusRule::new(code)
        };
        let codes = ALIKE.iter().filter(|_| self.alike);
        codes.map(|code| rule(code)).collect()
    }
}

pub(crate) struct World {
    pub(crate) rng: Rng,
    pub(crate) dials: Dials,
    /// The virtual time, in milliseconds.
    pub(crate) now: i64,
    calls: BTreeMap<u64, Call>,
    /// The calls without an answer, of which there are few: most of the others'
    /// callers are asleep.
    unanswered: BTreeSet<u64>,
    next_call: u64,
    /// The values that each key ever had, with their times.
    pub(crate) values: BTreeMap<String, Vec<Value>>,
    pub(crate) provider: Provider,
    /// The task that was the last to write a prepared notice, to draw a place in a
    /// queue, or to read that the shop holds; now and then, to draw a ticket,
    /// to read a snapshot, or to find nothing where an event was to be.
    pub(crate) poised: String,
    /// The task that sleeps where that hurts most and dies after its next
    /// write, and whether it has written.
    pub(crate) doomed: Option<(String, bool)>,
    /// True if a batch has just come to a halt.
    pub(crate) halted: bool,
    /// The number of times that somebody read that the shop holds.
    pub(crate) held: u32,
    /// True if the shop, having held everything, no longer holds.
    pub(crate) is_open: bool,
    /// The times when the shop lost its patience and found it again, by turns;
    /// it begins with it.
    pub(crate) turns: Vec<i64>,
    /// The trace, if somebody wants to read it: making it takes longer than the run.
    pub(crate) trace: Option<Vec<String>>,
}

/// The value that a key held from a time on; none once it was deleted.
pub(crate) type Value = (i64, Option<Vec<u8>>);

/// A call under way.
pub(crate) struct Call {
    pub(crate) by: String,
    issued: i64,
    pub(crate) kind: Kind,
    answer: Option<Answer>,
    orphaned: bool,
    /// True if it takes effect as late as it can.
    is_late: bool,
}

#[derive(Clone, Debug)]
pub(crate) enum Kind {
    Get(String),
    Set(Vec<(String, Vec<u8>)>),
    Delete(String),
    Increment(String, u32),
    Send { key: String, mail: String },
}

#[derive(Clone, Debug)]
pub(crate) enum Answer {
    Value(Option<Vec<u8>>),
    Done,
    Number(u64),
    Sent(wismo_domain::mail::SendResult),
    Fault,
}

pub(crate) type Shared = Rc<RefCell<World>>;

/// A host: its clock is off by some seconds.
#[derive(Clone)]
pub(crate) struct Host {
    pub(crate) world: Shared,
    pub(crate) name: String,
    pub(crate) skew: i64,
    /// The circuit breaker, as the host's present work found it.
    pub(crate) breaker: Rc<Breaker>,
}

impl wismo_domain::context::Environment for Host {
    fn now(&self) -> Timestamp {
        let now = self.world.borrow().now + self.skew;
        begin() + Duration::milliseconds(now)
    }

    fn random(&self) -> u64 {
        self.world.borrow_mut().rng.u64(..)
    }
}

/// The guard that removes a call's answer when its caller dies: what the call
/// asked for may still happen.
struct Ticket<'a>(&'a Shared, u64);

impl Drop for Ticket<'_> {
    fn drop(&mut self) {
        if let Some(call) = self.0.borrow_mut().calls.get_mut(&self.1) {
            call.orphaned = true;
        }
    }
}

impl Host {
    /// Gives the domain this host as its store and as its environment.
    pub(crate) fn context(&self) -> Context<'_, Self, Self> {
        Context::new(self, self)
    }

    /// Makes the host as one of its tasks is known in the trace.
    pub(crate) fn at(&self, work: &str) -> Self {
        Self {
            name: format!("{} {work}", self.name),
            ..self.clone()
        }
    }

    /// Reads the host's circuit breaker as it is now.
    pub(crate) async fn connected(self) -> Result<Self, StoreError> {
        let breaker = Rc::new(Breaker::of(&self, "simulated").await?);
        Ok(Self { breaker, ..self })
    }

    pub(crate) async fn call(&self, kind: Kind) -> Answer {
        let id = self.world.borrow_mut().issue(&self.name, kind);
        let ticket = Ticket(&self.world, id);
        let answer = poll_fn(|_| {
            let answer = self
                .world
                .borrow()
                .calls
                .get(&id)
                .and_then(|call| call.answer.clone());
            answer.map_or(Poll::Pending, Poll::Ready)
        })
        .await;
        self.world.borrow_mut().calls.remove(&id);
        drop(ticket);
        answer
    }
}

impl World {
    pub(crate) fn new(seed: u64, dials: Dials, is_traced: bool) -> Shared {
        let provider = Provider {
            idempotent: dials.idempotent,
            may_send: !dials.hold,
            ..Provider::default()
        };
        Rc::new(RefCell::new(Self {
            rng: Rng::with_seed(seed),
            dials,
            now: 0,
            calls: BTreeMap::new(),
            unanswered: BTreeSet::new(),
            next_call: 0,
            values: BTreeMap::new(),
            provider,
            poised: String::new(),
            doomed: None,
            halted: false,
            held: 0,
            is_open: false,
            turns: Vec::new(),
            trace: is_traced.then(Vec::new),
        }))
    }

    /// Notes who did what.
    pub(crate) fn note(&mut self, who: &str, what: impl FnOnce() -> String) {
        if let Some(trace) = &mut self.trace {
            let seconds = self.now as f64 / 1000.0;
            trace.push(format!("{seconds:>9.3}  {who:<12}  {}", what()));
        }
    }

    /// Lets the shop lose its patience, or find it again.
    pub(crate) fn turn(&mut self) {
        let now = self.now;
        self.turns.push(now);
        let is_patient = self.is_patient(now);
        self.note("", || format!("the shop is patient: {is_patient}"));
    }

    /// Tells whether the shop lets news wait for long at this time.
    pub(crate) fn is_patient(&self, at: i64) -> bool {
        let turns = self.turns.iter().filter(|turn| **turn <= at).count();
        self.dials.patience.is_some() && turns.is_multiple_of(2)
    }

    /// Tells whether it did so at every time at which somebody who has written now
    /// may have looked, with a clock that is off, and settings that were kept.
    pub(crate) fn was_patient(&self, now: i64) -> bool {
        let looked = now - LOOKED - KEPT..now + 4_000;
        let turned = self.turns.iter().any(|turn| looked.contains(turn));
        self.is_patient(looked.start) && !turned
    }

    /// Returns the settings as somebody sees them now, who may have kept them for a moment.
    pub(crate) fn settings(&mut self) -> Settings {
        let mut settings = Settings {
            settle_seconds: self.dials.settle,
            status_from: self.dials.status_from,
            statuses: self.dials.statuses(),
            hold: Hold {
                mails: self.dials.hold && !self.is_open,
                page: false,
            },
            ..Settings::default()
        };
        let Some(patience) = self.dials.patience else {
            return settings;
        };
        let back = self.rng.i64(0..=KEPT + self.dials.stale);
        if !self.is_patient(self.now - back) {
            return settings;
        }
        let hours = r#"{"from":"22:00","until":"20:00"}"#;
        match patience {
            Patience::Settle => settings.settle_seconds = MAX_SETTLE_SECONDS,
            Patience::Digest => settings.digest_hour = Some(23),
            Patience::Quiet => settings.quiet_hours = serde_json::from_str(hours).ok(),
        }
        settings
    }

    fn issue(&mut self, by: &str, kind: Kind) -> u64 {
        self.next_call += 1;
        let call = Call {
            by: by.to_owned(),
            issued: self.now,
            kind,
            answer: None,
            orphaned: false,
            is_late: self.dials.late > 0 && self.rng.u32(..1000) < self.dials.late,
        };
        self.calls.insert(self.next_call, call);
        self.unanswered.insert(self.next_call);
        self.next_call
    }

    pub(crate) fn value(&self, key: &str) -> Option<Vec<u8>> {
        self.values.get(key)?.last()?.1.clone()
    }

    fn write(&mut self, key: &str, value: Option<Vec<u8>>) {
        self.values
            .entry(key.to_owned())
            .or_default()
            .push((self.now, value));
    }

    /// Tells whether somebody's fate has come: a doomed task has written.
    pub(crate) fn falls(&mut self, who: &str) -> bool {
        let has_come = |(doomed, wrote): &mut (String, bool)| doomed == who && *wrote;
        self.doomed.take_if(has_come).is_some()
    }

    /// Lets a call take effect.
    pub(crate) fn apply(&mut self, id: u64) {
        let Some(call) = self.calls.get_mut(&id) else {
            return;
        };
        if call.answer.is_some() {
            return;
        }
        let (by, mut kind, orphaned) = (call.by.clone(), call.kind.clone(), call.orphaned);
        // A failed draw of a ticket is where attempts die, or are mistaken for others'.
        let fault = match &kind {
            Kind::Send { .. } => 0,
            Kind::Increment(key, _) if key.contains("/ticket/") => {
                self.dials.fault.max(self.dials.ticket_fault)
            }
            _ => self.dials.fault,
        };
        let faulty = self.rng.u32(..1000) < fault;
        if faulty && self.rng.bool() {
            self.note(&by, || format!("{} FAILS", name(&kind)));
            return self.answer(id, Answer::Fault);
        }
        let faulty_word = if faulty {
            " BUT SAYS THAT IT FAILED"
        } else {
            ""
        };
        if let (Kind::Set(_), Some((doomed, wrote))) = (&kind, &mut self.doomed) {
            *wrote |= *doomed == by;
        }
        let answer = match &mut kind {
            Kind::Get(key) => {
                let back = self.rng.i64(0..=self.dials.stale);
                let seen = self.now - back;
                let value = self
                    .values
                    .get(key.as_str())
                    .and_then(|values| values.iter().rev().find(|(at, _)| *at <= seen)?.1.clone());
                let last = self
                    .values
                    .get(key.as_str())
                    .and_then(|values| values.last());
                let is_old = last.is_some_and(|(at, _)| *at > seen);
                // Among others, this may be the last read before a prepared notice is written.
                let hurts = (key.ends_with("/snapshot") && self.rng.u32(..8) == 0)
                    || (key.contains("/suppressed/") && self.rng.u32(..4) == 0)
                    || (value.is_none() && key.contains("/event/") && self.rng.bool());
                if hurts {
                    self.poised.clone_from(&by);
                }
                self.note(&by, || {
                    let is_old = if is_old { " (OLD)" } else { "" };
                    let value = value
                        .as_ref()
                        .map_or_else(|| "nothing".to_owned(), |value| words(key, value));
                    format!("reads {}: {value}{is_old}{faulty_word}", short(key))
                });
                Answer::Value(value)
            }
            Kind::Set(entries) if self.dials.atomic || entries.len() == 1 => {
                for (key, value) in std::mem::take(entries) {
                    if key.contains("/mail/") {
                        self.poised.clone_from(&by);
                    }
                    self.note(&by, || {
                        format!(
                            "writes {}: {}{faulty_word}",
                            short(&key),
                            words(&key, &value)
                        )
                    });
                    self.write(&key, Some(value));
                }
                Answer::Done
            }
            Kind::Set(entries) => {
                // It applies in part: the first entry now, the rest as a call
                // of its own; if the caller is dead, the rest may never come.
                let (key, value) = entries.remove(0);
                self.note(&by, || {
                    format!(
                        "writes {}, more to come: {}",
                        short(&key),
                        words(&key, &value)
                    )
                });
                self.write(&key, Some(value));
                if orphaned && self.rng.bool() {
                    return self.answer(id, Answer::Fault);
                }
                let halts = self.rng.u32(..1000) < self.dials.halts;
                self.halted |= halts;
                if let Some(call) = self.calls.get_mut(&id) {
                    call.kind = kind;
                    call.is_late |= halts;
                }
                return;
            }
            Kind::Delete(key) => {
                self.note(&by, || format!("deletes {}{faulty_word}", short(key)));
                self.write(&key.clone(), None);
                Answer::Done
            }
            Kind::Increment(key, count) => {
                let value = self.value(key).map_or(0, |bytes| {
                    u64::from_le_bytes(bytes.try_into().expect("a counter has eight bytes"))
                }) + u64::from(*count);
                self.note(&by, || {
                    format!("draws {value} from {}{faulty_word}", short(key))
                });
                let is_ticket = key.contains("/ticket/");
                if key.starts_with("queue/") || (is_ticket && self.rng.u32(..4) == 0) {
                    self.poised.clone_from(&by);
                }
                self.write(&key.clone(), Some(value.to_le_bytes().to_vec()));
                Answer::Number(value)
            }
            Kind::Send { key, mail } => {
                let trouble = self.dials.provider_trouble;
                let sent = self.provider.take(&mut self.rng, trouble, key, mail);
                self.note(&by, || {
                    let key = key.get(..14).unwrap_or(key);
                    format!("sends {mail:?} by {key}: {}", answer_words(&sent))
                });
                Answer::Sent(sent)
            }
        };
        self.answer(id, if faulty { Answer::Fault } else { answer });
    }

    fn answer(&mut self, id: u64, answer: Answer) {
        self.unanswered.remove(&id);
        let Some(call) = self.calls.get_mut(&id) else {
            return;
        };
        if call.orphaned {
            self.calls.remove(&id);
        } else {
            call.answer = Some(answer);
        }
    }

    /// Lets time pass; every call whose time is up takes effect first.
    pub(crate) fn advance(&mut self, milliseconds: i64) {
        let until = self.now + milliseconds;
        // The call that was issued first has the lowest id.
        while let Some(id) = self.unanswered.first().copied()
            && let Some(issued) = self.calls.get(&id).map(|call| call.issued)
            && issued + CALL <= until
        {
            self.now = self.now.max(issued + CALL);
            self.apply(id);
        }
        self.now = self.now.max(until);
    }

    /// Tells whether every call has its answer, and its caller has received it.
    pub(crate) fn is_quiet(&self) -> bool {
        self.calls.is_empty()
    }

    /// The calls that may take effect now.
    pub(crate) fn open_calls(&self) -> Vec<u64> {
        let is_late = |id: &u64| self.calls.get(id).is_some_and(|call| call.is_late);
        let unanswered = self.unanswered.iter().copied();
        unanswered.filter(|id| !is_late(id)).collect()
    }
}

/// A task that runs on a host.
pub(crate) struct Task {
    pub(crate) host: usize,
    pub(crate) name: String,
    pub(crate) sleeps_until: i64,
    pub(crate) future: Pin<Box<dyn Future<Output = ()>>>,
}

impl Task {
    /// Runs it up to its next call. Tells whether it has ended.
    pub(crate) fn poll(&mut self) -> bool {
        let mut context = task::Context::from_waker(Waker::noop());
        self.future.as_mut().poll(&mut context).is_ready()
    }
}

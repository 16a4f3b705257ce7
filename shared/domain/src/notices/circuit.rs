//! The circuit breaker between us and the mail provider: while the provider
//! does not take any mails, none is sent, and no notice spends an attempt.
//!
//! The stored circuit is a cache that many write: losing it, or reading an old
//! one, costs some failed attempts or some waiting, and both come to an end.

use std::cell::RefCell;
use std::collections::HashSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::mail::SendResult;
use crate::storage::keys::{OrderKey, mail_circuit};
use crate::storage::record::{self, Record, encode};
use crate::storage::{Store, StoreError};
use crate::time::protocol::SEND_TIMEOUT;
use crate::time::{Duration, Timestamp};

/// The number of sends in a row that may fail for passing reasons.
const FAILURES: u32 = 3;

/// The time for which nothing is sent after that; doubled with each failure.
const FIRST_PAUSE: Duration = Duration::seconds(5);

/// The longest pause for passing reasons: waiting mails leave within minutes
/// after the provider is back.
const LONGEST_PAUSE: Duration = Duration::seconds(60);

/// The time for which nothing is sent when different mails have shown that the
/// provider does not take any from us as we are set up. After it, one mail
/// tries whether that is mended.
const MISCONFIGURED: Duration = Duration::minutes(5);

/// The number of mails of different orders that must be refused so before that: with
/// one alone, it may be the mail that the provider does not want.
const WITNESSES: usize = 2;

/// The most refused mails that are remembered.
const REMEMBERED: usize = 50;

/// The time for which nothing is sent when the account's quota is spent and the
/// provider does not say for how long.
const QUOTA: Duration = Duration::hours(1);

/// The longest pause that a provider's own word is taken for.
const LONGEST_HINT: Duration = Duration::hours(24);

/// The time for which others wait for the mail that tries: its send, and the call to the store.
const TRIAL: Duration = Duration::seconds(SEND_TIMEOUT.whole_seconds() + 15);

/// The time for which orders whose mails were refused let others try first.
const TURN: Duration = Duration::seconds(30);

/// The record of how sending went lately.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circuit {
    /// The configuration that sends went through: a digest of the provider and
    /// its key. Failures under another one do not count.
    pub configuration: String,
    /// The number of sends that failed since the last that went well.
    pub failures: u32,
    /// The mails since then that the provider refused because of our setup, by
    /// their notices' keys.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub witnesses: Vec<String>,
    /// The witnesses before that, which another mail that went well has proved
    /// wrong: they no longer prove anything.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disproved: Vec<String>,
    /// The opening, if nothing is sent now, and the reason for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<Opening>,
}

/// An open circuit: nothing is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Opening {
    /// The time since which nothing is sent.
    pub since: Timestamp,
    /// The time until which nothing is sent: then one mail tries.
    pub until: Timestamp,
    /// The reason that the last send failed with. It does not contain an address, key or body.
    pub reason: String,
    /// True if it lasts until the merchant mends something.
    pub is_to_mend: bool,
}

impl Record for Circuit {
    const VERSION: u32 = 1;
}

impl Circuit {
    /// Reads the circuit as it is stored.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn read(store: &impl Store) -> Result<Self, StoreError> {
        let stored = record::read(store, &mail_circuit()).await?;
        Ok(stored.unwrap_or_default())
    }

    /// Makes the circuit after a mail was sent, which is known by its notice's key.
    fn after(&self, mail: &str, send_result: &SendResult, now: Timestamp) -> Self {
        let mut witnesses = self.witnesses.clone();
        let failures = self.failures.saturating_add(1);
        let hint = |after: &Option<Duration>| after.map(|after| after.min(LONGEST_HINT));
        let (reason, pause, is_to_mend) = match send_result {
            // The provider is there and reads what it receives.
            SendResult::Accepted { .. }
            | SendResult::Refused { .. }
            | SendResult::RecipientRefused { .. } => {
                return Self {
                    configuration: self.configuration.clone(),
                    disproved: last([&*self.disproved, &*self.witnesses].concat()),
                    ..Self::default()
                };
            }
            // This does not say anything about the provider.
            SendResult::NotReady { .. } => return self.clone(),
            SendResult::Misconfigured { reason } => {
                let mut latest = witnesses.iter().rev().take(WITNESSES);
                let mut known = latest.by_ref().chain(&self.disproved);
                let is_new = !known.any(|known| known == mail);
                if is_new {
                    witnesses.retain(|known| known != mail);
                    witnesses.push(mail.to_owned());
                    witnesses = last(witnesses);
                }
                let orders: HashSet<&str> = witnesses.iter().map(|mail| order_of(mail)).collect();
                let pause = match (orders.len() < WITNESSES, is_new) {
                    (true, _) => None,
                    (false, true) => Some(MISCONFIGURED),
                    // This mail does not prove anything more: another one must try.
                    (false, false) => Some(Duration::ZERO),
                };
                (reason, pause, true)
            }
            SendResult::OverQuota { reason, after } => (reason, hint(after).or(Some(QUOTA)), true),
            SendResult::TryAgain { reason, after } => {
                (reason, hint(after).or_else(|| passing(failures)), false)
            }
            SendResult::Unknown { reason } => (reason, passing(failures), false),
        };
        let open = pause.map(|pause| Opening {
            since: self.open.as_ref().map_or(now, |open| open.since),
            until: now + pause,
            reason: reason.clone(),
            is_to_mend,
        });
        Self {
            configuration: self.configuration.clone(),
            failures,
            witnesses,
            disproved: self.disproved.clone(),
            // A failure that does not open the circuit leaves it as it was.
            open: open.or_else(|| self.open.clone()),
        }
    }
}

/// Returns the order that a mail is about: its notice's key is that of the order, and a number.
fn order_of(mail: &str) -> &str {
    mail.rsplit_once('/').map_or(mail, |(order, _)| order)
}

/// Keeps as many of the newest mails as are remembered.
fn last(mut mails: Vec<String>) -> Vec<String> {
    mails.split_off(mails.len().saturating_sub(REMEMBERED))
}

/// Returns the pause after this many failures for passing reasons.
fn passing(failures: u32) -> Option<Duration> {
    let beyond = failures.checked_sub(FAILURES)?;
    let pause = FIRST_PAUSE * (1_i32 << beyond.min(6));
    Some(pause.min(LONGEST_PAUSE))
}

/// The circuit breaker as one drain has it: the circuit is read once.
#[derive(Debug, Default)]
pub struct Breaker(RefCell<Circuit>);

impl Breaker {
    /// Reads the breaker of a configuration; `configuration` is its digest.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn of(store: &impl Store, configuration: &str) -> Result<Self, StoreError> {
        let stored = Circuit::read(store).await?;
        let circuit = match stored.configuration == configuration {
            true => stored,
            false => Circuit {
                configuration: configuration.to_owned(),
                ..Circuit::default()
            },
        };
        Ok(Self(RefCell::new(circuit)))
    }

    /// Returns the time until which nothing is sent.
    pub(super) fn pause(&self, now: Timestamp) -> Option<Timestamp> {
        let circuit = self.0.borrow();
        let until = circuit.open.as_ref().map(|open| open.until);
        until.filter(|until| *until > now)
    }

    /// Lets a mail of an order through, or returns the time until which it waits.
    /// When the pause of an open circuit is over, one mail is let through and the
    /// others wait for it: preferably a mail of an order that was not refused yet.
    ///
    /// # Errors
    /// When the store fails.
    pub(super) async fn enter(
        &self,
        store: &impl Store,
        order: &OrderKey,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, StoreError> {
        if let Some(until) = self.pause(now) {
            return Ok(Some(until));
        }
        let trial = {
            let mut circuit = self.0.borrow_mut();
            let name = order.event(0);
            let mut witnesses = circuit.witnesses.iter();
            let is_witness = witnesses.any(|known| order_of(known) == order_of(&name));
            let Some(open) = &mut circuit.open else {
                return Ok(None);
            };
            let turn = open.until + TURN;
            if is_witness && now < turn {
                return Ok(Some(turn));
            }
            open.until = now + TRIAL;
            encode(&*circuit)?
        };
        store.set(&mail_circuit(), trial).await?;
        Ok(None)
    }

    /// Notes how a send went. If it cannot be stored, only this drain knows of it.
    pub(super) async fn note(
        &self,
        store: &impl Store,
        mail: &str,
        send_result: &SendResult,
        now: Timestamp,
    ) {
        let circuit = {
            let mut circuit = self.0.borrow_mut();
            let after = circuit.after(mail, send_result, now);
            if *circuit == after {
                return;
            }
            *circuit = after;
            encode(&*circuit)
        };
        if let Ok(circuit) = circuit {
            let _ = store.set(&mail_circuit(), circuit).await;
        }
    }
}

#[cfg(test)]
mod tests {
    use futures::executor::block_on;

    use super::*;
    use crate::storage::MemoryStore;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + Duration::seconds(seconds)
    }

    fn lost() -> SendResult {
        SendResult::Unknown {
            reason: "no answer".to_owned(),
        }
    }

    fn breaker(store: &MemoryStore, configuration: &str) -> Breaker {
        block_on(Breaker::of(store, configuration)).unwrap()
    }

    /// Enters with a mail of an order that was not refused yet.
    fn enter(breaker: &Breaker, store: &MemoryStore, seconds: i64) -> Option<Timestamp> {
        enter_of("0", breaker, store, seconds)
    }

    fn enter_of(
        order: &str,
        breaker: &Breaker,
        store: &MemoryStore,
        seconds: i64,
    ) -> Option<Timestamp> {
        let order = OrderKey::new("n", order).unwrap();
        block_on(breaker.enter(store, &order, at(seconds))).unwrap()
    }

    /// The key of an order's notice.
    fn notice(order: &str, n: u64) -> String {
        OrderKey::new("n", order).unwrap().event(n)
    }

    #[test]
    fn three_failures_in_a_row_open_it_and_a_success_closes_it() {
        let store = MemoryStore::default();
        let one = breaker(&store, "a");
        for _ in 0..2 {
            block_on(one.note(&store, "m", &lost(), at(0)));
            assert_eq!(one.pause(at(0)), None);
        }
        block_on(one.note(&store, "m", &lost(), at(0)));
        assert_eq!(one.pause(at(0)), Some(at(5)));
        // A drain that comes later knows it too.
        let other = breaker(&store, "a");
        assert_eq!(enter(&other, &store, 4), Some(at(5)));
        block_on(other.note(&store, "m", &SendResult::Accepted { id: None }, at(4)));
        assert_eq!(breaker(&store, "a").pause(at(4)), None);
    }

    /// Has mails refused because of a wrong key.
    fn meet(store: &MemoryStore, mails: &[&str], seconds: i64) {
        let wrong = SendResult::Misconfigured {
            reason: "401".to_owned(),
        };
        for mail in mails {
            block_on(breaker(store, "a").note(store, mail, &wrong, at(seconds)));
        }
    }

    #[test]
    fn one_mail_that_is_refused_again_and_again_pauses_no_other() {
        let store = MemoryStore::default();
        meet(&store, &["m1"; 30], 0);
        assert_eq!(breaker(&store, "a").pause(at(0)), None);
        // Another mail that goes well shows that it was the mail's fault.
        let accepted = SendResult::Accepted { id: None };
        block_on(breaker(&store, "a").note(&store, "m2", &accepted, at(1)));
        meet(&store, &["m3"], 2);
        assert_eq!(breaker(&store, "a").pause(at(2)), None);
        // The first mail no longer proves anything; two others in a row show that it is us.
        meet(&store, &["m1"], 2);
        assert_eq!(breaker(&store, "a").pause(at(2)), None);
        meet(&store, &["m5"], 3);
        assert_eq!(breaker(&store, "a").pause(at(3)), Some(at(303)));
        // If one of these two tries, it does not prove anything more; a third one does.
        let one = breaker(&store, "a");
        assert_eq!(enter(&one, &store, 303), None);
        meet(&store, &["m3"], 304);
        let one = breaker(&store, "a");
        assert_eq!(enter(&one, &store, 304), None);
        meet(&store, &["m4"], 305);
        assert_eq!(breaker(&store, "a").pause(at(305)), Some(at(605)));
    }

    #[test]
    fn mails_that_others_have_disproved_pause_nothing_ever_again() {
        let store = MemoryStore::default();
        let all_meet = |mails: &[String], seconds| {
            let mails: Vec<&str> = mails.iter().map(String::as_str).collect();
            meet(&store, &mails, seconds);
        };
        // Two mails of one order prove no more than one.
        let bad = [notice("1", 1), notice("1", 2), notice("2", 1)];
        all_meet(&bad[..2], 0);
        assert_eq!(breaker(&store, "a").pause(at(0)), None);
        all_meet(&bad, 1);
        assert_eq!(breaker(&store, "a").pause(at(1)), Some(at(301)));
        // Orders whose mails were refused let another one try, but not for ever.
        let one = breaker(&store, "a");
        assert_eq!(enter_of("1", &one, &store, 301), Some(at(331)));
        assert_eq!(enter_of("3", &one, &store, 302), None);
        block_on(one.note(
            &store,
            &notice("3", 1),
            &SendResult::Accepted { id: None },
            at(302),
        ));
        for seconds in 303..320 {
            all_meet(&bad, seconds);
            assert_eq!(breaker(&store, "a").pause(at(seconds)), None);
        }
        // Others may show again that the setup is wrong.
        all_meet(&[notice("4", 1), notice("5", 1)], 400);
        assert_eq!(breaker(&store, "a").pause(at(400)), Some(at(700)));
        assert_eq!(enter_of("5", &breaker(&store, "a"), &store, 731), None);
    }

    #[test]
    fn when_the_pause_is_over_one_mail_tries() {
        let store = MemoryStore::default();
        meet(&store, &["m1", "m2"], 0);
        let one = breaker(&store, "a");
        assert_eq!(enter(&one, &store, 299), Some(at(300)));
        assert_eq!(enter(&one, &store, 300), None);
        assert_eq!(enter(&one, &store, 300), Some(at(330)));
        assert_eq!(enter(&breaker(&store, "a"), &store, 301), Some(at(330)));
        let stored = block_on(Circuit::read(&store)).unwrap().open.unwrap();
        assert_eq!((stored.since, stored.is_to_mend), (at(0), true));
        assert_eq!(stored.reason, "401");
    }

    #[test]
    fn another_key_does_not_wait_for_what_the_last_one_met_with() {
        let store = MemoryStore::default();
        meet(&store, &["m1", "m2"], 0);
        assert_eq!(breaker(&store, "b").pause(at(1)), None);
    }

    #[test]
    fn the_providers_own_word_counts() {
        let circuit = Circuit::default();
        let until = |send_result| circuit.after("m", &send_result, at(0)).open.unwrap().until;
        let hint = |seconds| SendResult::TryAgain {
            reason: "429".to_owned(),
            after: Some(Duration::seconds(seconds)),
        };
        assert_eq!(until(hint(7)), at(7));
        assert_eq!(until(hint(1_000_000)), at(24 * 3600));
        let quota = |after| SendResult::OverQuota {
            reason: "quota".to_owned(),
            after,
        };
        assert_eq!(until(quota(None)), at(3600));
        assert_eq!(until(quota(Some(Duration::hours(2)))), at(7200));
    }

    #[test]
    fn a_file_that_is_missing_says_nothing_of_the_provider() {
        let store = MemoryStore::default();
        let one = breaker(&store, "a");
        let missing = SendResult::NotReady {
            reason: "no file".to_owned(),
        };
        for _ in 0..2 {
            block_on(one.note(&store, "m", &lost(), at(0)));
        }
        for _ in 0..5 {
            block_on(one.note(&store, "m", &missing, at(0)));
        }
        assert_eq!(one.pause(at(0)), None);
        block_on(one.note(&store, "m", &lost(), at(0)));
        assert_eq!(one.pause(at(0)), Some(at(5)));
    }

    #[test]
    fn pauses_for_reasons_that_pass_grow_to_a_minute() {
        let pauses: Vec<_> = (1..=9)
            .map(|failures| passing(failures).map(Duration::whole_seconds))
            .collect();
        let grown = [5, 10, 20, 40, 60, 60, 60].map(Some);
        assert_eq!(pauses[..2], [None, None]);
        assert_eq!(pauses[2..], grown);
    }
}

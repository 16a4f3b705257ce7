//! The circuit breaker between us and the mail provider: while the provider
//! does not take any mails, none is sent, and no notice spends an attempt.
//!
//! The stored circuit is a cache that many write: losing it, or reading an old
//! one, costs some failed attempts or some waiting, and both come to an end.

#[cfg(test)]
mod tests;

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

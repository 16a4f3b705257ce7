//! The worker on the notices of one order: whose turn an attempt is, and how it
//! claims one and ends it.

use std::rc::Rc;

use super::chain::Next;
use super::process::{ClaimedByOther, Retry};
use super::{AttemptRecord, AttemptResult, Mailer, Rules};
use crate::context::{Context, Environment};
use crate::queue::Job;
use crate::settings::Settings;
use crate::storage::keys::OrderKey;
use crate::storage::record::encode;
use crate::storage::{Store, StoreError};
use crate::time::Timestamp;
use crate::time::protocol::{GIVE_UP, LEASE};

/// A worker on the notices of one order, for one step of a job.
pub(super) struct Worker<'a, S, E, P> {
    pub(super) context: Context<'a, S, E>,
    pub(super) mailer: &'a P,
    pub(super) key: &'a OrderKey,
    pub(super) rules: Option<Rules>,
}

/// The answer whether an attempt is a worker's own.
pub(super) enum Turn {
    /// An attempt of its own: it drew the winning ticket.
    Mine(Claim),
    /// Somebody else's attempt, or none yet; and the way the job goes on.
    Not(Step),
}

/// The way a job goes on after one step.
pub(super) enum Step {
    /// Goes on at once: something was done, and there may be more.
    AskAgain,
    /// Comes back later: there is nothing to do before then.
    Wait(Retry),
    /// Ends: nothing is left to do.
    Finished,
}

/// An attempt whose ticket this worker drew.
pub(super) struct Claim {
    pub(super) notice: u64,
    pub(super) attempt: u64,
    /// The time when the worker's first read began: its claim counts from there.
    pub(super) since: Timestamp,
}

impl<S: Store, E: Environment, P: Mailer> Worker<'_, S, E, P> {
    /// Returns the shop's settings; for a shop that is gone, those that every shop begins with.
    pub(super) fn settings(&self) -> Rc<Settings> {
        let settings = self.rules.as_ref().map(|rules| Rc::clone(&rules.settings));
        settings.unwrap_or_default()
    }

    /// Finds out whose turn an attempt at a notice is, and draws it if it may
    /// be the worker's own.
    pub(super) async fn turn(
        &self,
        notice: u64,
        next: Next,
        claimed: Option<ClaimedByOther>,
        since: Timestamp,
    ) -> Result<Turn, StoreError> {
        let wait = |retry| Ok(Turn::Not(Step::Wait(retry)));
        let (attempt, is_claimed) = match next {
            Next::Free { due: Some(due), .. } if due > self.context.environment.now() => {
                return wait(Retry { due, claimed: None });
            }
            Next::Free { attempt, .. } => (attempt, false),
            Next::Claimed { attempt } => (attempt, true),
        };
        let claimed =
            claimed.filter(|claimed| (claimed.notice, claimed.attempt) == (notice, attempt));
        let now = self.context.environment.now();
        match claimed {
            None if is_claimed => return wait(self.wait_for_claim(notice, attempt)),
            // A late worker reads the chain again first, lest a lapse overwrite an
            // outcome that came since.
            Some(claimed) if now < claimed.since + LEASE || self.is_late(since) => {
                let due = claimed.since + LEASE;
                return wait(Retry {
                    due,
                    claimed: Some(claimed),
                });
            }
            Some(_) | None => {}
        }
        if claimed.is_some() {
            // It has been known to be claimed for a lease, and nothing came of it: it is
            // over. The next attempt counts it among those whose result nobody knows.
            self.conclude(notice, attempt, AttemptResult::Lapsed)
                .await?;
            return Ok(Turn::Not(Step::AskAgain));
        }
        if let Some(due) = self
            .mailer
            .breaker()
            .enter(self.context.store, self.key, now)
            .await?
        {
            return wait(Retry { due, claimed: None });
        }
        // 1 wins. A draw that failed may have been the first or none at all:
        // the attempt is not known to be claimed, and somebody may claim it at any
        // time from now on. So the next run of the job draws again, from the same ticket.
        if self.draw(notice, attempt).await? != 1 {
            return wait(self.wait_for_claim(notice, attempt));
        }
        Ok(Turn::Mine(Claim {
            notice,
            attempt,
            since,
        }))
    }

    async fn draw(&self, notice: u64, attempt: u64) -> Result<u64, StoreError> {
        self.context
            .store
            .increment(&self.key.ticket(notice, attempt))
            .await
    }

    /// Makes the retry of a job whose attempt somebody else has claimed.
    pub(super) fn wait_for_claim(&self, notice: u64, attempt: u64) -> Retry {
        let since = self.context.environment.now();
        Retry {
            due: since + LEASE,
            claimed: Some(ClaimedByOther {
                notice,
                attempt,
                since,
            }),
        }
    }

    /// Tells whether a worker's reading, and its claim with it, is too old to act on.
    pub(super) fn is_late(&self, since: Timestamp) -> bool {
        self.context.environment.now().duration_since(since) > GIVE_UP
    }

    pub(super) async fn conclude(
        &self,
        notice: u64,
        attempt: u64,
        result: AttemptResult,
    ) -> Result<(), StoreError> {
        let record = AttemptRecord {
            at: self.context.environment.now(),
            result,
        };
        self.context
            .store
            .set(&self.key.outcome(notice, attempt), encode(&record)?)
            .await
    }
}

/// Keeps a job for two leases after its event was written, whatever a worker finds
/// that began before: until then, the event may not be visible to that worker, or
/// to somebody who is sending.
pub(super) fn stays(job: &Job, since: Timestamp) -> Option<Step> {
    let due = job.written_at + LEASE * 2;
    (since < due).then_some(Step::Wait(Retry { due, claimed: None }))
}

//! One look at an order: is there anything to tell, and whose turn is it?
//!
//! Every sentence of the protocol that a schedule of the simulation once broke
//! is marked with why it is there.

use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

use super::chain::Next;
use super::outcome::delay;
use super::{
    Basis, Composed, Ending, GIVE_UP, LEASE, Letter, MAX_UNKNOWN, MAX_UNWRITTEN, NOTICE_LIFE,
    Notice, Outcome, SEND_TIMEOUT, Skip,
};
use crate::changes::{Change, changes};
use crate::environment::Environment;
use crate::jobs::Job;
use crate::keys::OrderKey;
use crate::log::{self, Reading};
use crate::mail::{Mail, Sent};
use crate::order::Order;
use crate::record::encode;
use crate::store::{Store, StoreError};

/// Writes mails and hands them over.
#[expect(
    async_fn_in_trait,
    reason = "components and the simulation are single-threaded"
)]
pub trait Post {
    /// The mail about `changes` of an order, or why there is none.
    fn compose(&self, key: &OrderKey, order: &Order, changes: &[Change]) -> Composed;

    /// Hands a mail to the provider, within [`SEND_TIMEOUT`]. A copy with the
    /// same key counts once, where the provider has such keys.
    async fn send(&self, dispatch: &Dispatch<'_>) -> Sent;

    /// Whether the provider knows a second copy by its key.
    fn has_idempotency(&self) -> bool;
}

/// A mail on its way to the provider.
#[derive(Clone, Copy, Debug)]
pub struct Dispatch<'a> {
    /// The order it is about.
    pub order: &'a OrderKey,
    /// The number of the notice.
    pub notice: u64,
    /// By which the provider knows a copy; at most 256 characters.
    pub idempotency_key: &'a str,
    /// The mail.
    pub mail: &'a Mail,
}

/// What a look at an order came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Look {
    /// When to look again; never, once there is nothing left that the job could tell.
    #[serde(skip)]
    pub again: Option<Again>,
    /// How many mails were accepted.
    pub accepted: u32,
    /// How many sends failed.
    pub failed: u32,
    /// How many notices were final without a mail.
    pub skipped: u32,
}

/// When to look again, and why not sooner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Again {
    /// Not before.
    pub due: Timestamp,
    /// The attempt that somebody else has.
    pub taken: Option<Taken>,
}

/// An attempt that was found taken, and when that was first seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// The notice's number.
    pub notice: u64,
    /// The attempt's number.
    pub attempt: u64,
    /// When it was first found taken.
    pub since: Timestamp,
}

/// Looks whether an order has something to tell, tells it, and asks again.
///
/// `taken` is what an earlier look for the same job came back with.
///
/// # Errors
/// When the store fails: the job is looked at again later.
pub async fn look(
    store: &impl Store,
    environment: &impl Environment,
    post: &impl Post,
    job: &Job,
    taken: Option<Taken>,
) -> Result<Look, StoreError> {
    let worker = Worker {
        store,
        environment,
        post,
        key: &job.order,
    };
    let mut look = Look::default();
    loop {
        match worker.step(job, taken, &mut look).await? {
            Step::AskAgain => {}
            Step::Wait(again) => {
                look.again = Some(again);
                return Ok(look);
            }
            Step::Finished => return Ok(look),
        }
    }
}

enum Step {
    AskAgain,
    Wait(Again),
    Finished,
}

struct Worker<'a, S, E, P> {
    store: &'a S,
    environment: &'a E,
    post: &'a P,
    key: &'a OrderKey,
}

/// An attempt whose ticket this worker drew.
struct Claim {
    notice: u64,
    attempt: u64,
    /// When the worker's first read began: its claim counts from there.
    since: Timestamp,
}

impl<S: Store, E: Environment, P: Post> Worker<'_, S, E, P> {
    async fn step(
        &self,
        job: &Job,
        seen: Option<Taken>,
        look: &mut Look,
    ) -> Result<Step, StoreError> {
        let since = self.environment.now();
        let snapshot = log::snapshot(self.store, self.key).await?;
        // The end of the chain first, then the log: so the state rests on every
        // event that the basis rests on.
        let last = Notice::last(self.store, self.key, snapshot.notices).await?;
        let mut reading = log::catch_up(self.store, self.environment, self.key, snapshot).await?;
        reading.note_notices(last.number);
        let open = !last.is_final() && last.number > 0;
        let (notice, next) = if open {
            (last.number, last.next())
        } else if self.news(told(&last)?, &reading).is_some() {
            (
                last.number + 1,
                Next::Free {
                    attempt: 1,
                    due: None,
                },
            )
        } else {
            return self.finish(job, &reading).await;
        };
        let (attempt, is_taken) = match next {
            Next::Free { due: Some(due), .. } if due > self.environment.now() => {
                return Ok(Step::Wait(Again { due, taken: None }));
            }
            Next::Free { attempt, .. } => (attempt, false),
            Next::Taken { attempt } => (attempt, true),
        };
        let seen = seen.filter(|seen| (seen.notice, seen.attempt) == (notice, attempt));
        let now = self.environment.now();
        match seen {
            None if is_taken => return Ok(Step::Wait(self.found_taken(notice, attempt))),
            // By a look at the chain that is fresh, lest a lapse overwrites what came since.
            Some(seen) if now < seen.since + LEASE || self.is_late(since) => {
                let due = seen.since + LEASE;
                return Ok(Step::Wait(Again {
                    due,
                    taken: Some(seen),
                }));
            }
            Some(_) | None => {}
        }
        let mut attempt = attempt;
        let mut drawn = self.draw(notice, attempt).await;
        if seen.is_some() && matches!(drawn, Ok(2..)) {
            // Found taken a lease ago, and still silent: it is over. (A draw that
            // answered with an error may have taken nothing: then it is free.)
            self.conclude(notice, attempt, Ending::Lapsed).await?;
            attempt += 1;
            drawn = self.draw(notice, attempt).await;
        }
        // A number that did not come may have been drawn all the same: then it
        // is lost, and lapses like any silent attempt. Only a 1 is won.
        if drawn != Ok(1) {
            return Ok(Step::Wait(self.found_taken(notice, attempt)));
        }
        let claim = Claim {
            notice,
            attempt,
            since,
        };
        if open {
            let before = self.notice(notice - 1).await?;
            self.attempt(&claim, Some(&last), told(&before)?, &reading, look)
                .await
        } else {
            self.attempt(&claim, None, told(&last)?, &reading, look)
                .await
        }
    }

    async fn draw(&self, notice: u64, attempt: u64) -> Result<u64, StoreError> {
        self.store
            .increment(&self.key.ticket(notice, attempt))
            .await
    }

    async fn notice(&self, number: u64) -> Result<Notice, StoreError> {
        if number == 0 {
            return Ok(Notice::default());
        }
        Notice::read(self.store, self.key, number).await
    }

    /// What the log holds that the basis does not: the newest version, and how
    /// it differs. A value that moved and moved back is no news.
    fn news(&self, told: Option<&Letter>, reading: &Reading) -> Option<(Basis, Vec<Change>)> {
        let (rank, order) = reading.snapshot.newest()?;
        let basis = told.map(|letter| &letter.basis);
        let known = basis.map(|basis| {
            // The basis itself belongs to the fold, as the version that it is there.
            let here = reading.snapshot.rank_of(&basis.order);
            here.map_or(basis.rank, |here| here.min(basis.rank))
        });
        // An older reading than the basis tells nothing.
        if reading.snapshot.is_removed() || known.is_some_and(|known| known >= rank) {
            return None;
        }
        let changes = changes(basis.map(|basis| &basis.order), order);
        (!changes.is_empty()).then(|| {
            (
                Basis {
                    rank,
                    order: order.clone(),
                },
                changes,
            )
        })
    }

    /// There is nothing to tell. The job ends two leases after its event was
    /// written: until then the event may be unseen by somebody who is sending.
    /// The look that ends it projects, so that a snapshot that fell back does
    /// not stay.
    async fn finish(&self, job: &Job, reading: &Reading) -> Result<Step, StoreError> {
        let due = job.written_at + LEASE * 2;
        if self.environment.now() < due {
            return Ok(Step::Wait(Again { due, taken: None }));
        }
        reading.store(self.store, self.key).await?;
        Ok(Step::Finished)
    }

    fn found_taken(&self, notice: u64, attempt: u64) -> Again {
        let since = self.environment.now();
        Again {
            due: since + LEASE,
            taken: Some(Taken {
                notice,
                attempt,
                since,
            }),
        }
    }

    /// Does what the drawn ticket allows: writes the letter where there is
    /// none, sends it, and writes how that ended.
    async fn attempt(
        &self,
        claim: &Claim,
        open: Option<&Notice>,
        told: Option<&Letter>,
        reading: &Reading,
        look: &mut Look,
    ) -> Result<Step, StoreError> {
        let taken = Step::Wait(self.found_taken(claim.notice, claim.attempt));
        let letter = match open.and_then(Notice::letter) {
            Some(letter) => letter.clone(),
            None => {
                let letter = self.letter(open, told, reading);
                let Some(letter) = letter.filter(|_| !self.is_late(claim.since)) else {
                    return Ok(taken);
                };
                let key = self.key.letter(claim.notice, claim.attempt);
                self.store.set(&key, encode(&letter)?).await?;
                letter
            }
        };
        let Composed::Mail(mail) = &letter.composed else {
            look.skipped += 1;
            return Ok(Step::AskAgain);
        };
        let ending = match self.is_spent(open, &letter) {
            Some(reason) => Ending::GivenUp { reason },
            None => {
                // The last look at the clock before the mail goes out.
                if self.is_late(claim.since) {
                    return Ok(taken);
                }
                let key = letter
                    .idempotency_key(self.key, claim.notice)
                    .unwrap_or_default();
                let dispatch = Dispatch {
                    order: self.key,
                    notice: claim.notice,
                    idempotency_key: &key,
                    mail,
                };
                self.ending(self.post.send(&dispatch).await, claim, &letter)
            }
        };
        match &ending {
            Ending::Accepted { .. } => look.accepted += 1,
            Ending::Refused { .. }
            | Ending::GivenUp { .. }
            | Ending::TryAgain { .. }
            | Ending::Unknown { .. }
            | Ending::Lapsed => look.failed += 1,
        }
        // An answer that took so long that somebody may have taken over is not
        // written: theirs counts, and the provider knows the copy by its key.
        if self.environment.now().duration_since(claim.since) > GIVE_UP + SEND_TIMEOUT {
            return Ok(taken);
        }
        self.conclude(claim.notice, claim.attempt, ending).await?;
        Ok(Step::AskAgain)
    }

    /// The letter about what the log holds that the last one did not tell.
    fn letter(
        &self,
        open: Option<&Notice>,
        told: Option<&Letter>,
        reading: &Reading,
    ) -> Option<Letter> {
        let at = self.environment.now();
        let Some((basis, changes)) = self.news(told, reading) else {
            // Since the attempt that died unwritten, the order moved back.
            let newest = reading.snapshot.newest();
            let newest = newest.map(|(rank, order)| Basis {
                rank,
                order: order.clone(),
            });
            let basis = told.map(|letter| letter.basis.clone()).or(newest)?;
            let composed = Composed::Skipped(Skip::NothingLeft);
            return Some(Letter {
                basis,
                changes: Vec::new(),
                composed,
                at,
            });
        };
        let died = open.map_or(0, |notice| notice.attempts.len());
        let composed = if died < MAX_UNWRITTEN {
            self.post.compose(self.key, &basis.order, &changes)
        } else {
            Composed::Skipped(Skip::NotComposed)
        };
        Some(Letter {
            basis,
            changes,
            composed,
            at,
        })
    }

    /// Whether what a worker read, and its claim with it, is too old to act on.
    fn is_late(&self, since: Timestamp) -> bool {
        self.environment.now().duration_since(since) > GIVE_UP
    }

    /// Why a mail is not sent once more.
    fn is_spent(&self, open: Option<&Notice>, letter: &Letter) -> Option<String> {
        if self.environment.now().duration_since(letter.at) > NOTICE_LIFE {
            return Some("tried for as long as a notice may be".to_owned());
        }
        let unsure = |ending: &Ending| matches!(ending, Ending::Unknown { .. } | Ending::Lapsed);
        let unknown = open.map_or(0, |notice| {
            notice
                .outcomes()
                .filter(|outcome| unsure(&outcome.ending))
                .count()
        });
        (!self.post.has_idempotency() && unknown >= MAX_UNKNOWN)
            .then(|| "sent several times without an answer".to_owned())
    }

    fn ending(&self, sent: Sent, claim: &Claim, letter: &Letter) -> Ending {
        let now = self.environment.now();
        let due = now + delay(claim.attempt, self.environment.random());
        let is_last = due.duration_since(letter.at) > NOTICE_LIFE;
        match sent {
            Sent::Accepted { id } => Ending::Accepted { id },
            Sent::Refused { reason } => Ending::Refused { reason },
            Sent::TryAgain { reason }
            | Sent::Misconfigured { reason }
            | Sent::Unknown { reason }
                if is_last =>
            {
                Ending::GivenUp { reason }
            }
            Sent::Unknown { reason } => Ending::Unknown { reason, due },
            Sent::TryAgain { reason } | Sent::Misconfigured { reason } => {
                Ending::TryAgain { reason, due }
            }
        }
    }

    async fn conclude(&self, notice: u64, attempt: u64, ending: Ending) -> Result<(), StoreError> {
        let outcome = Outcome {
            at: self.environment.now(),
            ending,
        };
        self.store
            .set(&self.key.outcome(notice, attempt), encode(&outcome)?)
            .await
    }
}

/// What a notice told; nothing before the first. A later notice rests on the
/// one before, so a letter that cannot be seen is a store that shows old values.
fn told(notice: &Notice) -> Result<Option<&Letter>, StoreError> {
    let letter = notice.letter();
    if letter.is_none() && notice.number > 0 {
        return Err(StoreError(
            "a letter that was written is not there".to_owned(),
        ));
    }
    Ok(letter)
}

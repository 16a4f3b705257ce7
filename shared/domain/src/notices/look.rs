//! One look at an order: is there anything to tell, and whose turn is it?
//!
//! Every sentence of the protocol that a schedule of the simulation once broke
//! is marked with why it is there.

use std::rc::Rc;

use futures::future::try_join;
use serde::{Deserialize, Serialize};

use super::attempt::Claim;
use super::chain::Next;
use super::news::{News, is_unsettled, known, news};
use super::{Basis, Ending, GIVE_UP, LEASE, Letter, Notice, Outcome, Post, Rules};
use crate::environment::Environment;
use crate::index::Entry;
use crate::jobs::Job;
use crate::keys::{OrderKey, held_index};
use crate::log::{self, Reading};
use crate::record::encode;
use crate::settings::{Departure, Settings, Timing, departure};
use crate::store::{Store, StoreError};
use crate::time::Timestamp;

/// What a look at an order came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Look {
    /// When to look again; never, once there is nothing left that the job could tell.
    #[serde(skip)]
    pub again: Option<Again>,
    /// By what timing of the shop's it waits, where it is news that wait for
    /// their time: once the shop has another, that may have come.
    #[serde(skip)]
    pub timing: Option<Timing>,
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
    go(store, environment, post, (job, Errand::Tell), taken).await
}

/// What a look is for.
#[derive(Clone, Copy)]
enum Errand {
    Tell,
    Deliver,
}

/// Looks whether the mail by hand that a job's event holds is sent, and sends it.
///
/// `taken` is what an earlier look for the same job came back with.
///
/// # Errors
/// When the store fails: the job is looked at again later.
pub async fn deliver(
    store: &impl Store,
    environment: &impl Environment,
    post: &impl Post,
    job: &Job,
    taken: Option<Taken>,
) -> Result<Look, StoreError> {
    go(store, environment, post, (job, Errand::Deliver), taken).await
}

async fn go(
    store: &impl Store,
    environment: &impl Environment,
    post: &impl Post,
    (job, errand): (&Job, Errand),
    taken: Option<Taken>,
) -> Result<Look, StoreError> {
    let mut look = Look::default();
    loop {
        // While nothing is sent, nothing is read either.
        if let Some(due) = post.breaker().pause(environment.now()) {
            look.again = Some(Again { due, taken });
            return Ok(look);
        }
        let worker = Worker {
            store,
            environment,
            post,
            key: &job.order,
            // Anew each time: a shop that held may hold no more.
            rules: post.rules(&job.order.shop).await?,
        };
        let step = match errand {
            // Boxed, as it holds orders, and all that calls it would.
            Errand::Tell => Box::pin(worker.step(job, taken, &mut look)).await?,
            Errand::Deliver => Box::pin(worker.deliver(job, taken, &mut look)).await?,
        };
        match step {
            Step::AskAgain => {}
            Step::Wait(again) => {
                look.again = Some(again);
                return Ok(look);
            }
            Step::Finished => return Ok(look),
        }
    }
}

/// Whether an attempt is a worker's own.
pub(super) enum Turn {
    Mine(Claim),
    Not(Step),
}

pub(super) enum Step {
    AskAgain,
    Wait(Again),
    Finished,
}

pub(super) struct Worker<'a, S, E, P> {
    pub(super) store: &'a S,
    pub(super) environment: &'a E,
    pub(super) post: &'a P,
    pub(super) key: &'a OrderKey,
    pub(super) rules: Option<Rules>,
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
        // Whichever is the older: a basis that the log does not hold yet is the newest.
        let known = snapshot.notices;
        let (last, mut reading) = try_join(
            Notice::last(self.store, self.key, known),
            log::catch_up_and_keep(self.store, self.environment, self.key, snapshot),
        )
        .await?;
        reading.note_notices(last.number);
        let open = !last.is_final() && last.number > 0;
        // What comes next waits for the copies of what was told.
        if let Some(step) = self.copies(&last, (seen, since), look).await? {
            return Ok(step);
        }
        let (notice, next) = if open {
            // Those who took it died before they wrote what it tells, so it
            // tells what there is now: some of that may have to wait.
            if last.letter().is_none() {
                let before = self.notice(last.number - 1).await?;
                let known = self.known(&before, &reading).await?;
                let news = self.news(known.as_ref(), &reading);
                if news.is_some_and(|news| news.is_held) {
                    return self.park(job, since, &mut reading).await;
                }
            }
            (last.number, last.next())
        } else {
            let known = self.known(&last, &reading).await?;
            match self.news(known.as_ref(), &reading) {
                None => return self.finish(job, since, known.as_ref(), &mut reading).await,
                Some(news) if news.is_held => return self.park(job, since, &mut reading).await,
                Some(news) => match self.departure(&news) {
                    Departure::Now => {}
                    Departure::At(due) => {
                        self.list(&mut reading).await?;
                        let rules = self.rules.as_ref();
                        look.timing = rules.map(|rules| rules.timing(&self.key.shop));
                        return Ok(Step::Wait(Again { due, taken: None }));
                    }
                },
            }
            let next = Next::Free {
                attempt: 1,
                due: None,
            };
            (last.number + 1, next)
        };
        let claim = match self.turn(notice, next, seen, since).await? {
            Turn::Mine(claim) => claim,
            Turn::Not(step) => return Ok(step),
        };
        let (open, before) = if open {
            (Some(&last), &self.notice(notice - 1).await?)
        } else {
            (None, &last)
        };
        let write = async || self.letter(open, before, &reading).await;
        self.attempt(&claim, open, write, look).await
    }

    /// Whose turn an attempt at a notice is, and draws it where it may be the
    /// worker's own.
    pub(super) async fn turn(
        &self,
        notice: u64,
        next: Next,
        seen: Option<Taken>,
        since: Timestamp,
    ) -> Result<Turn, StoreError> {
        let wait = |again| Ok(Turn::Not(Step::Wait(again)));
        let (attempt, is_taken) = match next {
            Next::Free { due: Some(due), .. } if due > self.environment.now() => {
                return wait(Again { due, taken: None });
            }
            Next::Free { attempt, .. } => (attempt, false),
            Next::Taken { attempt } => (attempt, true),
        };
        let seen = seen.filter(|seen| (seen.notice, seen.attempt) == (notice, attempt));
        let now = self.environment.now();
        match seen {
            None if is_taken => return wait(self.found_taken(notice, attempt)),
            // By a look at the chain that is fresh, lest a lapse overwrites what came since.
            Some(seen) if now < seen.since + LEASE || self.is_late(since) => {
                let due = seen.since + LEASE;
                return wait(Again {
                    due,
                    taken: Some(seen),
                });
            }
            Some(_) | None => {}
        }
        if seen.is_some() {
            // Known to be taken for a lease, and still silent: it is over. What
            // comes next counts it among those of which nobody knows.
            self.conclude(notice, attempt, Ending::Lapsed).await?;
            return Ok(Turn::Not(Step::AskAgain));
        }
        if let Some(due) = self.post.breaker().enter(self.store, self.key, now).await? {
            return wait(Again { due, taken: None });
        }
        // 1 wins. A draw that failed may have been the first or none at all:
        // the attempt is not known to be taken, and somebody may take it at any
        // time from now. So the next look draws again, from the same ticket.
        if self.draw(notice, attempt).await? != 1 {
            return wait(self.found_taken(notice, attempt));
        }
        Ok(Turn::Mine(Claim {
            notice,
            attempt,
            since,
        }))
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

    /// What the customer knows after a notice: what it told, or a version since
    /// that counts as told. The latter is read from the log where the snapshot
    /// does not have it.
    pub(super) async fn known(
        &self,
        last: &Notice,
        reading: &Reading,
    ) -> Result<Option<Basis>, StoreError> {
        let told = told(last)?;
        let status_from = self.settings().status_from;
        let quiet = log::quiet(self.store, self.key, &reading.snapshot, status_from).await?;
        Ok(known(told, quiet))
    }

    pub(super) fn news(&self, known: Option<&Basis>, reading: &Reading) -> Option<News> {
        news(known, &reading.snapshot, &self.settings())
    }

    /// The shop's settings; of one that is gone, those that every shop begins with.
    fn settings(&self) -> Rc<Settings> {
        let settings = self.rules.as_ref().map(|rules| Rc::clone(&rules.settings));
        settings.unwrap_or_default()
    }

    /// When news may leave. Of a shop that is gone nothing will, so at once.
    fn departure(&self, news: &News) -> Departure {
        self.rules.as_ref().map_or(Departure::Now, |rules| {
            let now = self.environment.now();
            departure(&rules.settings, &rules.timezone, news.since, now)
        })
    }

    /// There is nothing to tell. The look that ends the job projects, so that a
    /// snapshot that fell back does not stay.
    async fn finish(
        &self,
        job: &Job,
        since: Timestamp,
        known: Option<&Basis>,
        reading: &mut Reading,
    ) -> Result<Step, StoreError> {
        self.list(reading).await?;
        if let Some(step) = stays(job, since) {
            return Ok(step);
        }
        let settings = self.settings();
        if is_unsettled(known, &reading.snapshot, &settings) {
            reading.note_settled(settings.status_from);
        }
        log::confirm(self.store, self.environment, reading).await?;
        reading.store(self.store).await?;
        Ok(Step::Finished)
    }

    /// What there is to tell waits for a release, which comes with a job of its
    /// own: until then the order stands in the shop's list.
    async fn park(
        &self,
        job: &Job,
        since: Timestamp,
        reading: &mut Reading,
    ) -> Result<Step, StoreError> {
        self.list(reading).await?;
        // What the merchant holds of this order alone waits for no release of the
        // shop's: the event that lets it go comes with a job of its own.
        if reading.snapshot.is_held() {
            return Ok(stays(job, since).unwrap_or(Step::Finished));
        }
        // By then the shop may hold no more, and its last release be over.
        if self.is_late(since) {
            return Ok(Step::AskAgain);
        }
        let entry = Entry {
            order: self.key.order.clone(),
            at: self.environment.now(),
            why: None,
        };
        let index = held_index(&self.key.shop);
        let listing = index.listings(self.store, &[entry]).await?;
        self.store.set_many(listing).await?;
        Ok(Step::Finished)
    }

    /// Lists the order where it is not, and stores the snapshot that says so.
    async fn list(&self, reading: &mut Reading) -> Result<(), StoreError> {
        let one = std::slice::from_mut(reading);
        if log::list(self.store, self.environment, one).await? {
            reading.store(self.store).await?;
        }
        Ok(())
    }

    pub(super) fn found_taken(&self, notice: u64, attempt: u64) -> Again {
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

    /// Whether what a worker read, and its claim with it, is too old to act on.
    pub(super) fn is_late(&self, since: Timestamp) -> bool {
        self.environment.now().duration_since(since) > GIVE_UP
    }

    pub(super) async fn conclude(
        &self,
        notice: u64,
        attempt: u64,
        ending: Ending,
    ) -> Result<(), StoreError> {
        let outcome = Outcome {
            at: self.environment.now(),
            ending,
        };
        self.store
            .set(&self.key.outcome(notice, attempt), encode(&outcome)?)
            .await
    }
}

/// A job stays for two leases after its event was written, whatever a look finds
/// that began before: until then the event may be unseen by it, or by somebody who
/// is sending.
pub(super) fn stays(job: &Job, since: Timestamp) -> Option<Step> {
    let due = job.written_at + LEASE * 2;
    (since < due).then_some(Step::Wait(Again { due, taken: None }))
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

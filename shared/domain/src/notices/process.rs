//! The processing of an order's job: is there anything to tell, and whose turn is it?
//!
//! Every rule of the protocol that a schedule of the simulation once showed to
//! be needed is marked with its reason.

use futures::future::try_join;
use serde::{Deserialize, Serialize};

use super::chain::Next;
use super::news::{Pending, PendingChanges, is_unsettled, known, news};
use super::worker::{Step, Turn, Worker, stays};
use super::{Mailer, Notice, PreparedNotice};
use crate::context::{Context, Environment};
use crate::log::{self, Baseline, Entering, Reading};
use crate::queue::Job;
use crate::settings::{Departure, Timing, departure};
use crate::storage::index::ListedOrder;
use crate::storage::keys::held_index;
use crate::storage::{Store, StoreError};
use crate::time::Timestamp;

/// The result of processing a job.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct JobOutcome {
    /// The time to process it again; none once the job has nothing left to tell.
    #[serde(skip)]
    pub retry: Option<Retry>,
    /// The timing of the shop by which it waits, if news wait for their time:
    /// once the shop has another timing, the time may have come.
    #[serde(skip)]
    pub timing: Option<Timing>,
    /// The number of mails that were accepted.
    pub accepted: u32,
    /// The number of sends that failed.
    pub failed: u32,
    /// The number of notices that were final without a mail.
    pub skipped: u32,
}

/// The time to process a job again, and the reason why not sooner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retry {
    /// The time before which it is not processed.
    pub due: Timestamp,
    /// The attempt that somebody else holds.
    pub claimed: Option<ClaimedByOther>,
}

/// An attempt that somebody else was found to have claimed, and the time when that
/// was first seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimedByOther {
    /// The notice's number.
    pub notice: u64,
    /// The attempt's number.
    pub attempt: u64,
    /// The time when it was first found claimed.
    pub since: Timestamp,
}

/// Finds whether an order has something to tell, tells it, and repeats that until
/// nothing is left or the rest must wait.
///
/// `claimed` is the attempt that somebody else held when the job was last processed.
///
/// # Errors
/// When the store fails: the job is processed again later.
pub async fn process_order(
    context: Context<'_, impl Store, impl Environment>,
    mailer: &impl Mailer,
    job: &Job,
    claimed: Option<ClaimedByOther>,
) -> Result<JobOutcome, StoreError> {
    run(context, mailer, job, Purpose::Tell, claimed).await
}

/// The purpose of a job.
#[derive(Clone, Copy)]
enum Purpose {
    Tell,
    Deliver,
}

/// Sends the manual mail that a job's event holds, unless it is already sent.
///
/// `claimed` is the attempt that somebody else held when the job was last processed.
///
/// # Errors
/// When the store fails: the job is processed again later.
pub async fn deliver(
    context: Context<'_, impl Store, impl Environment>,
    mailer: &impl Mailer,
    job: &Job,
    claimed: Option<ClaimedByOther>,
) -> Result<JobOutcome, StoreError> {
    run(context, mailer, job, Purpose::Deliver, claimed).await
}

async fn run(
    context: Context<'_, impl Store, impl Environment>,
    mailer: &impl Mailer,
    job: &Job,
    purpose: Purpose,
    claimed: Option<ClaimedByOther>,
) -> Result<JobOutcome, StoreError> {
    let mut outcome = JobOutcome::default();
    loop {
        // While nothing is sent, nothing needs to be read.
        if let Some(due) = mailer.breaker().pause(context.environment.now()) {
            outcome.retry = Some(Retry { due, claimed });
            return Ok(outcome);
        }
        let worker = Worker {
            context,
            mailer,
            key: &job.order,
            // Read anew each time: a shop that held its mails back may no longer do so.
            rules: mailer.rules(&job.order.shop).await?,
        };
        let step = match purpose {
            // Boxed, as it holds orders; otherwise, every caller would hold them too.
            Purpose::Tell => Box::pin(worker.step(job, claimed, &mut outcome)).await?,
            Purpose::Deliver => Box::pin(worker.deliver(job, claimed, &mut outcome)).await?,
        };
        match step {
            Step::AskAgain => {}
            Step::Wait(retry) => {
                outcome.retry = Some(retry);
                return Ok(outcome);
            }
            Step::Finished => return Ok(outcome),
        }
    }
}

/// The content of a notice.
enum Content<'a> {
    /// The content that was written down, whatever came since.
    Written(&'a PreparedNotice),
    /// The news that there is to tell now.
    Pending(Box<Pending>),
}

impl<S: Store, E: Environment, P: Mailer> Worker<'_, S, E, P> {
    async fn step(
        &self,
        job: &Job,
        claimed: Option<ClaimedByOther>,
        outcome: &mut JobOutcome,
    ) -> Result<Step, StoreError> {
        let since = self.context.environment.now();
        let snapshot = log::snapshot(self.context.store, self.key).await?;
        // It does not matter which of the two is older: a baseline that the log
        // does not hold yet is the newest.
        let known = snapshot.notices;
        let (last, mut reading) = try_join(
            Notice::last(self.context.store, self.key, known),
            log::catch_up_and_keep(self.context, self.key, snapshot),
        )
        .await?;
        reading.note_notices(last.number);
        let open = (!last.is_final() && last.number > 0).then_some(&last);
        // The next notice waits for the copies of the last one.
        if let Some(step) = self.copies(&last, claimed, since, outcome).await? {
            return Ok(step);
        }
        let content = match open {
            None => Content::Pending(self.pending(&last, &reading).await?.into()),
            Some(open) => match open.prepared() {
                Some(prepared) => Content::Written(prepared),
                // The workers that claimed its attempts died before they wrote a prepared
                // notice, so it tells what there is now: some of that may have to wait.
                None => {
                    let before = self.notice(open.number - 1).await?;
                    Content::Pending(self.pending(&before, &reading).await?.into())
                }
            },
        };
        match &content {
            Content::Pending(pending) => match &pending.news {
                Some(news) if news.is_held => return self.park(job, since, &mut reading).await,
                Some(_) | None if open.is_some() => {}
                None => {
                    let known = pending.known.as_ref();
                    return self.finish(job, since, known, &mut reading).await;
                }
                Some(news) => {
                    if let Departure::At(due) = self.departure(news) {
                        self.list(&mut reading, Entering::New).await?;
                        let rules = self.rules.as_ref();
                        outcome.timing = rules.map(|rules| rules.timing(&self.key.shop));
                        return Ok(Step::Wait(Retry { due, claimed: None }));
                    }
                }
            },
            Content::Written(_) => {}
        }
        let (notice, next) = match open {
            Some(open) => (open.number, open.next()),
            None => (last.number + 1, Next::FIRST),
        };
        let claim = match self.turn(notice, next, claimed, since).await? {
            Turn::Mine(claim) => claim,
            Turn::Not(step) => return Ok(step),
        };
        match content {
            Content::Written(prepared) => self.attempt(&claim, open, prepared, outcome).await,
            Content::Pending(pending) => {
                let died = open.map_or(0, |open| open.attempts.len());
                let prepared = self.prepare(*pending, died, &reading.snapshot).await?;
                if let Some(step) = self.write(&claim, &prepared).await? {
                    return Ok(step);
                }
                self.attempt(&claim, open, &prepared, outcome).await
            }
        }
    }

    async fn notice(&self, number: u64) -> Result<Notice, StoreError> {
        if number == 0 {
            return Ok(Notice::default());
        }
        Notice::read(self.context.store, self.key, number).await
    }

    /// Finds what the customer knows after a notice: what it told, or a later
    /// version that counts as told. That version is read from the log if the
    /// snapshot does not have it.
    async fn known(
        &self,
        last: &Notice,
        reading: &Reading,
    ) -> Result<Option<Baseline>, StoreError> {
        let prepared = prepared_of(last)?;
        let status_from = self.settings().status_from;
        let quiet =
            log::quiet(self.context.store, self.key, &reading.snapshot, status_from).await?;
        Ok(known(prepared, quiet))
    }

    /// Finds what there is to tell beyond a notice.
    async fn pending(&self, last: &Notice, reading: &Reading) -> Result<Pending, StoreError> {
        let known = self.known(last, reading).await?;
        let news = news(known.as_ref(), &reading.snapshot, &self.settings());
        Ok(Pending { known, news })
    }

    /// Returns when news may leave. If the shop is gone, nothing will leave, so
    /// the answer is at once.
    fn departure(&self, news: &PendingChanges) -> Departure {
        self.rules.as_ref().map_or(Departure::Now, |rules| {
            let now = self.context.environment.now();
            departure(&rules.settings, &rules.timezone, news.since, now)
        })
    }

    /// Ends a job that has nothing to tell. Whoever ends it stores the projection, so
    /// that a snapshot that fell back does not stay.
    async fn finish(
        &self,
        job: &Job,
        since: Timestamp,
        known: Option<&Baseline>,
        reading: &mut Reading,
    ) -> Result<Step, StoreError> {
        self.list(reading, Entering::Changed).await?;
        if let Some(step) = stays(job, since) {
            return Ok(step);
        }
        let settings = self.settings();
        if is_unsettled(known, &reading.snapshot, &settings) {
            reading.note_settled(settings.status_from);
        }
        log::confirm(self.context, reading).await?;
        reading.store(self.context.store).await?;
        Ok(Step::Finished)
    }

    /// Lets news wait for a release, which comes with a job of its own: until
    /// then, the order is in the shop's list of held orders.
    async fn park(
        &self,
        job: &Job,
        since: Timestamp,
        reading: &mut Reading,
    ) -> Result<Step, StoreError> {
        self.list(reading, Entering::Changed).await?;
        // If the merchant holds this order alone, it does not wait for the
        // shop's release: the event that lets it go comes with a job of its own.
        if reading.snapshot.is_held() {
            return Ok(stays(job, since).unwrap_or(Step::Finished));
        }
        // By then the shop may no longer hold mails back, and its last release may be over.
        if self.is_late(since) {
            return Ok(Step::AskAgain);
        }
        let entry = ListedOrder {
            order: self.key.order.clone(),
            at: self.context.environment.now(),
        };
        let index = held_index(&self.key.shop);
        let listing = index.listings(self.context.store, &[entry]).await?;
        self.context.store.set_many(listing).await?;
        Ok(Step::Finished)
    }

    /// Lists the order if it is not listed yet, and stores the snapshot that says so. What it
    /// is found by may change many times: it is entered anew by who ends the job.
    async fn list(&self, reading: &mut Reading, entering: Entering) -> Result<(), StoreError> {
        let one = std::slice::from_mut(reading);
        if log::list(self.context, one, entering).await? {
            reading.store(self.context.store).await?;
        }
        Ok(())
    }
}

/// Returns the prepared notice of a notice; none before the first. A later notice rests on the one
/// before it, so a prepared notice that cannot be seen means that the store shows old values.
fn prepared_of(notice: &Notice) -> Result<Option<&PreparedNotice>, StoreError> {
    let prepared = notice.prepared();
    if prepared.is_none() && notice.number > 0 {
        return Err(StoreError(
            "a prepared notice that was written is not there".to_owned(),
        ));
    }
    Ok(prepared)
}

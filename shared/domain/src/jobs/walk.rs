//! Walking a queue: looking at what is due.

use crate::time::{Duration, Timestamp};
use serde::Serialize;

use super::cursor::bucket;
use super::fairness::{Due, arrange};
use super::timings::Timings;
use super::{Cursor, Fairness, Work};
use crate::context::Context;
use crate::environment::Environment;
use crate::keys::{QUEUES, queue_cursor, queue_entry, queue_len};
use crate::notices::{ClaimedByOther, JobOutcome, Mailer, Retry, deliver, process_order};
use crate::record::{encode, read};
use crate::store::{Store, StoreError};
use crate::together::join_all;

/// The number of jobs that are looked at at once.
const AT_ONCE: usize = 8;

/// The number of new entries that are read at once.
const ADOPTED_AT_ONCE: usize = 32;

/// The number of looks after which the mark is stored.
const SAVE_AFTER: usize = 64;

/// The time for which a job rests after the store failed it.
const STORE_REST: Duration = Duration::seconds(30);

/// The result of a walk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Drained {
    /// Jobs looked at.
    pub looked: u64,
    /// Mails accepted by the provider.
    pub sent: u64,
    /// Sends that failed, whether or not they are tried again.
    pub failed: u64,
    /// Notices that needed no mail.
    pub skipped: u64,
    /// Jobs done.
    pub done: u64,
    /// Jobs that wait for their time, or for the next walk.
    pub waiting: u64,
    /// Looks that the store failed.
    pub store_faults: u64,
    /// True if something is due already: drain again.
    pub more: bool,
}

/// Works off what is due in every queue, beginning no look after `until`.
///
/// # Errors
/// When the store fails on a queue itself; a failure on one job is counted, and
/// the job rests.
pub async fn drain(
    context: Context<'_, impl Store, impl Environment>,
    post: &impl Mailer,
    sequence: Fairness,
    until: Timestamp,
) -> Result<Drained, StoreError> {
    let mut drained = Drained::default();
    let mut queues = Vec::new();
    for shard in 0..QUEUES {
        queues.push(Queue::open(context, shard, until).await?);
    }
    // The drain after one that died does not ask anything that could have killed it.
    if sequence == Fairness::RoundRobin {
        wake(context.environment, post, &mut queues, until).await;
    }
    let now = context.environment.now();
    let due = queues.iter().flat_map(|queue| {
        let due = queue.mark.due(now).into_iter();
        due.map(|(q, party)| Due {
            shard: queue.shard,
            q,
            party,
        })
    });
    let due = arrange(due.collect(), sequence, context.environment);
    for portion in due.chunks(AT_ONCE) {
        if context.environment.now() >= until {
            break;
        }
        let looks = portion.iter().map(|due| async {
            let mark = queues.get(usize::from(due.shard)).map(|queue| &queue.mark);
            let taken = mark.and_then(|mark| mark.taken(due.q));
            visit(context, post, due, taken).await
        });
        for (due, visit) in portion.iter().zip(join_all(looks).await) {
            if let Some(queue) = queues.get_mut(usize::from(due.shard)) {
                queue.unsaved += 1;
                queue.found_taken |= visit.found_taken();
                drained.note(due.q, &visit, &mut queue.mark, context.environment.now());
            }
        }
        // The mark is saved at once if an attempt was found taken, so that this is known
        // even if the next job kills the walk; otherwise it is saved now and then.
        for queue in &mut queues {
            if queue.found_taken || queue.unsaved >= SAVE_AFTER {
                queue.save(context.store).await?;
            }
        }
    }
    for queue in &mut queues {
        drained.more |= !queue.mark.due(context.environment.now()).is_empty();
        drained.waiting += queue.mark.open.len() as u64;
        queue.save(context.store).await?;
    }
    // The entries that there was no room or time for, and those that the looks
    // themselves placed.
    for queue in &queues {
        drained.more |= context.store.count(&queue_len(queue.shard)).await? >= queue.mark.next;
    }
    Ok(drained)
}

/// Makes entries due that wait by settings that their shop no longer has. That
/// takes at most half of the time, however many shops there are.
async fn wake(
    environment: &impl Environment,
    post: &impl Mailer,
    queues: &mut [Queue],
    until: Timestamp,
) {
    let now = environment.now();
    let timed = queues.iter().flat_map(|queue| queue.mark.timed(now));
    let half = now + until.duration_since(now) / 2;
    let timings = Timings::of(post, environment, timed.collect(), half).await;
    for queue in queues {
        queue.mark.wake(&timings, now);
    }
}

/// A queue under way.
struct Queue {
    shard: u8,
    mark: Cursor,
    /// The mark as it was last stored.
    stored: Option<Cursor>,
    /// The number of looks that the stored mark does not know of.
    unsaved: usize,
    /// True if one of them found its attempt taken.
    found_taken: bool,
}

impl Queue {
    /// Reads how far the queue was walked, and adopts new entries. Their party
    /// must be known before anything is looked at: otherwise one shop's news
    /// would wait somewhere in another's backlog.
    async fn open(
        context: Context<'_, impl Store, impl Environment>,
        shard: u8,
        until: Timestamp,
    ) -> Result<Self, StoreError> {
        let stored: Option<Cursor> = read(context.store, &queue_cursor(shard)).await?;
        let mut mark = stored.clone().unwrap_or_default();
        let len = context.store.count(&queue_len(shard)).await?;
        while context.environment.now() < until {
            let new = mark.new_ones(len, ADOPTED_AT_ONCE);
            if new.is_empty() {
                break;
            }
            let reads =
                new.map(|q| async move { read(context.store, &queue_entry(shard, q)).await });
            for work in join_all(reads).await {
                // An entry that is missing or could not be read is found out by its look.
                let work: Option<Work> = work.unwrap_or_default();
                mark.admit(work.as_ref(), context.environment.now());
            }
        }
        Ok(Self {
            shard,
            mark,
            stored,
            unsaved: 0,
            found_taken: false,
        })
    }

    /// Stores the mark, where it differs from what is stored.
    async fn save(&mut self, store: &impl Store) -> Result<(), StoreError> {
        (self.unsaved, self.found_taken) = (0, false);
        let mark = &self.mark;
        if self.stored.as_ref() != Some(mark) {
            store.set(&queue_cursor(self.shard), encode(mark)?).await?;
            self.stored = Some(mark.clone());
        }
        Ok(())
    }
}

enum Visit {
    Missing,
    /// The result of the look, and the party whose work it was.
    Looked(JobOutcome, u8),
    Fault,
}

impl Visit {
    fn found_taken(&self) -> bool {
        match self {
            Self::Looked(outcome, _) => outcome.retry.is_some_and(|again| again.claimed.is_some()),
            Self::Missing | Self::Fault => false,
        }
    }
}

async fn visit(
    context: Context<'_, impl Store, impl Environment>,
    post: &impl Mailer,
    due: &Due,
    taken: Option<ClaimedByOther>,
) -> Visit {
    let key = queue_entry(due.shard, due.q);
    let work: Work = match read(context.store, &key).await {
        Ok(Some(work)) => work,
        Ok(None) => return Visit::Missing,
        Err(_) => return Visit::Fault,
    };
    let outcome = match &work {
        Work::Order(job) => process_order(context, post, job, taken).await,
        Work::Deliver(job) => deliver(context, post, job, taken).await,
        Work::FanOut(spread) => spread.run(context).await,
        Work::Import(import) => import.run(context).await,
        Work::Release(release) => release.run(context).await,
    };
    match outcome {
        Ok(outcome) if outcome.retry.is_some() => Visit::Looked(outcome, bucket(work.shop())),
        Ok(outcome) => match context.store.delete(&key).await {
            Ok(()) => Visit::Looked(outcome, bucket(work.shop())),
            Err(_) => Visit::Fault,
        },
        Err(_) => Visit::Fault,
    }
}

impl Drained {
    fn note(&mut self, q: u64, visit: &Visit, mark: &mut Cursor, now: Timestamp) {
        let (outcome, party) = match visit {
            Visit::Missing => return mark.miss(q, now),
            Visit::Looked(outcome, party) => (outcome, *party),
            Visit::Fault => {
                self.store_faults += 1;
                let taken = mark.taken(q);
                return mark.wait(
                    q,
                    Retry {
                        due: now + STORE_REST,
                        claimed: taken,
                    },
                    None,
                    None,
                );
            }
        };
        self.looked += 1;
        self.sent += u64::from(outcome.accepted);
        self.failed += u64::from(outcome.failed);
        self.skipped += u64::from(outcome.skipped);
        match outcome.retry {
            Some(again) => mark.wait(q, again, Some(party), outcome.timing),
            None => {
                self.done += 1;
                mark.done(q);
            }
        }
    }
}

//! Walking a queue: processing what is due.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::time::{Duration, Timestamp};
use schemars::JsonSchema;
use serde::Serialize;

use super::cursor::bucket;
use super::fairness::{Due, arrange};
use super::timings::Timings;
use super::{Cursor, Fairness};
use crate::context::{Context, Environment};
use crate::notices::{ClaimedByOther, JobOutcome, Mailer, Retry, deliver, process_order};
use crate::queue::Work;
use crate::storage::keys::{QUEUES, queue_cursor, queue_entry, queue_len};
use crate::storage::record::{encode, read};
use crate::storage::together::join_all;
use crate::storage::{Store, StoreError};

/// The number of entries that are processed at once.
const AT_ONCE: usize = 8;

/// The number of new entries that are read at once.
const ADOPTED_AT_ONCE: usize = 32;

/// The number of processed entries after which the cursor is stored.
const SAVE_AFTER: usize = 64;

/// The time for which a job rests after the store failed it.
const STORE_REST: Duration = Duration::seconds(30);

/// The result of a walk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Drained {
    /// Jobs processed.
    pub processed: u64,
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
    /// Entries that the store failed.
    pub store_faults: u64,
    /// True if something is due already: drain again.
    pub more: bool,
    /// The times of the first and the last webhook of each shop, of those whose jobs were
    /// processed.
    #[serde(skip)]
    pub heard: BTreeMap<String, (Timestamp, Timestamp)>,
}

/// Processes what is due in every queue, beginning with no entry after `until`.
///
/// # Errors
/// When the store fails on a queue itself; a failure on one job is counted, and
/// the job rests.
pub async fn drain(
    context: Context<'_, impl Store, impl Environment>,
    mailer: &impl Mailer,
    fairness: Fairness,
    until: Timestamp,
) -> Result<Drained, StoreError> {
    let mut drained = Drained::default();
    let mut queues = Vec::new();
    for shard in 0..QUEUES {
        queues.push(Queue::open(context, shard, until).await?);
    }
    // The drain after one that died does not read anything that could have killed it.
    if fairness == Fairness::RoundRobin {
        wake(context.environment, mailer, &mut queues, until).await;
    }
    let now = context.environment.now();
    let due = queues.iter().flat_map(|queue| {
        let due = queue.cursor.due(now).into_iter();
        due.map(|(q, bucket)| Due {
            shard: queue.shard,
            q,
            bucket,
        })
    });
    let due = arrange(due.collect(), fairness, context.environment);
    for some in due.chunks(AT_ONCE) {
        let begun = context.environment.now();
        if begun >= until {
            break;
        }
        let visits = some.iter().map(|due| async {
            let cursor = queues
                .get(usize::from(due.shard))
                .map(|queue| &queue.cursor);
            let claimed = cursor.and_then(|cursor| cursor.claimed(due.q));
            visit(context, mailer, due, claimed).await
        });
        for (due, visit) in some.iter().zip(join_all(visits).await) {
            if let Some(queue) = queues.get_mut(usize::from(due.shard)) {
                queue.unsaved += 1;
                queue.found_claimed |= visit.found_claimed();
                let now = context.environment.now();
                drained.note(due.q, &visit, &mut queue.cursor, begun..now);
            }
        }
        // The cursor is saved at once if an attempt was found claimed, so that this is known
        // even if the next job kills the walk; otherwise it is saved now and then.
        for queue in &mut queues {
            if queue.found_claimed || queue.unsaved >= SAVE_AFTER {
                queue.save(context.store).await?;
            }
        }
    }
    for queue in &mut queues {
        drained.more |= queue.cursor.has_due(context.environment.now());
        drained.waiting += queue.cursor.open.len() as u64;
        queue.save(context.store).await?;
    }
    // The entries that there was no room or time for, and those that the work itself
    // placed.
    for queue in &queues {
        drained.more |= context.store.count(&queue_len(queue.shard)).await? >= queue.cursor.next;
    }
    Ok(drained)
}

/// Tells whether work has come that no walk has seen. Whoever ends the heartbeat asks
/// afterwards: what was placed before that may have been left to them.
///
/// # Errors
/// When the store fails.
pub async fn has_new_work(store: &impl Store) -> Result<bool, StoreError> {
    for shard in 0..QUEUES {
        let cursor: Cursor = read(store, &queue_cursor(shard)).await?.unwrap_or_default();
        if store.count(&queue_len(shard)).await? >= cursor.next {
            return Ok(true);
        }
        let missing = cursor.missing().take(ADOPTED_AT_ONCE);
        let reads = missing.map(|q| async move { store.get(&queue_entry(shard, q)).await });
        for entry in join_all(reads).await {
            if entry?.is_some() {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// Makes entries due that wait by settings that their shop no longer has. That
/// takes at most half of the time, however many shops there are.
async fn wake(
    environment: &impl Environment,
    mailer: &impl Mailer,
    queues: &mut [Queue],
    until: Timestamp,
) {
    let now = environment.now();
    let timed = queues.iter().flat_map(|queue| queue.cursor.timed(now));
    let half = now + until.duration_since(now) / 2;
    let timings = Timings::of(mailer, environment, timed.collect(), half).await;
    for queue in queues {
        queue.cursor.wake(&timings, now);
    }
}

/// A queue under way.
struct Queue {
    shard: u8,
    cursor: Cursor,
    /// The cursor as it was last stored.
    stored: Option<Cursor>,
    /// The number of processed entries that the stored cursor does not know of.
    unsaved: usize,
    /// True if one of them found its attempt claimed by somebody else.
    found_claimed: bool,
}

impl Queue {
    /// Reads how far the queue was walked, and adopts new entries. Their bucket
    /// must be known before anything is processed: otherwise one shop's news
    /// would wait somewhere in another's backlog.
    async fn open(
        context: Context<'_, impl Store, impl Environment>,
        shard: u8,
        until: Timestamp,
    ) -> Result<Self, StoreError> {
        let stored: Option<Cursor> = read(context.store, &queue_cursor(shard)).await?;
        let mut cursor = stored.clone().unwrap_or_default();
        let len = context.store.count(&queue_len(shard)).await?;
        while context.environment.now() < until {
            let new = cursor.new_ones(len, ADOPTED_AT_ONCE);
            if new.is_empty() {
                break;
            }
            let reads =
                new.map(|q| async move { read(context.store, &queue_entry(shard, q)).await });
            for work in join_all(reads).await {
                // An entry that is missing or could not be read is found out when it is processed.
                let work: Option<Work> = work.unwrap_or_default();
                cursor.admit(work.as_ref(), context.environment.now());
            }
        }
        Ok(Self {
            shard,
            cursor,
            stored,
            unsaved: 0,
            found_claimed: false,
        })
    }

    /// Stores the cursor, where it differs from what is stored.
    async fn save(&mut self, store: &impl Store) -> Result<(), StoreError> {
        (self.unsaved, self.found_claimed) = (0, false);
        let cursor = &self.cursor;
        if self.stored.as_ref() != Some(cursor) {
            store
                .set(&queue_cursor(self.shard), encode(cursor)?)
                .await?;
            self.stored = Some(cursor.clone());
        }
        Ok(())
    }
}

/// The result of processing an entry.
enum Visit {
    /// There is no entry.
    Missing,
    /// The outcome of its work, and the work.
    Processed(JobOutcome, Work),
    /// The store failed.
    Fault,
}

impl Visit {
    /// Tells whether somebody else was found to have claimed the attempt.
    fn found_claimed(&self) -> bool {
        match self {
            Self::Processed(outcome, _) => {
                outcome.retry.is_some_and(|retry| retry.claimed.is_some())
            }
            Self::Missing | Self::Fault => false,
        }
    }
}

/// Reads an entry, and does its work.
async fn visit(
    context: Context<'_, impl Store, impl Environment>,
    mailer: &impl Mailer,
    due: &Due,
    claimed: Option<ClaimedByOther>,
) -> Visit {
    let key = queue_entry(due.shard, due.q);
    let work: Work = match read(context.store, &key).await {
        Ok(Some(work)) => work,
        Ok(None) => return Visit::Missing,
        Err(_) => return Visit::Fault,
    };
    let outcome = match &work {
        Work::Order(job) => process_order(context, mailer, job, claimed).await,
        Work::Deliver(job) => deliver(context, mailer, job, claimed).await,
        Work::FanOut(fan_out) => fan_out.run(context).await,
        Work::Import(import) => import.run(context).await,
        Work::Release(release) => release.run(context).await,
    };
    match outcome {
        Ok(outcome) if outcome.retry.is_some() => Visit::Processed(outcome, work),
        Ok(outcome) => match context.store.delete(&key).await {
            Ok(()) => Visit::Processed(outcome, work),
            Err(_) => Visit::Fault,
        },
        Err(_) => Visit::Fault,
    }
}

impl Drained {
    /// Counts a visit, and notes in the cursor how its entry goes on.
    fn note(&mut self, q: u64, visit: &Visit, cursor: &mut Cursor, look: Range<Timestamp>) {
        let now = look.end;
        let (outcome, work) = match visit {
            Visit::Missing => return cursor.miss(q, look),
            Visit::Processed(outcome, work) => (outcome, work),
            Visit::Fault => {
                self.store_faults += 1;
                let claimed = cursor.claimed(q);
                return cursor.wait(
                    q,
                    Retry {
                        due: now + STORE_REST,
                        claimed,
                    },
                    None,
                    None,
                );
            }
        };
        self.processed += 1;
        if let Work::Order(job) = work
            && job.by_hook
        {
            let at = job.written_at;
            let heard = self.heard.entry(job.order.shop.clone());
            let (first, last) = heard.or_insert((at, at));
            (*first, *last) = (at.min(*first), at.max(*last));
        }
        self.sent += u64::from(outcome.accepted);
        self.failed += u64::from(outcome.failed);
        self.skipped += u64::from(outcome.skipped);
        match outcome.retry {
            Some(retry) => {
                let bucket = bucket(work.shop());
                cursor.wait(q, retry, Some(bucket), outcome.timing);
            }
            None => {
                self.done += 1;
                cursor.done(q);
            }
        }
    }
}

//! Walking a queue: looking at what is due.

use crate::time::{Duration, Timestamp};
use serde::Serialize;

use super::{Mark, Work};
use crate::environment::Environment;
use crate::keys::{SHARDS, queue_entry, queue_len, queue_mark};
use crate::notices::{Again, Look, Post, deliver, look};
use crate::record::{Record, decode, encode};
use crate::store::{Store, StoreError};
use crate::together::join_all;

/// How many jobs are looked at at once.
const AT_ONCE: usize = 8;

/// After how many looks the mark is stored.
const SAVE_AFTER: usize = 64;

/// How long a job rests after the store failed it.
const STORE_REST: Duration = Duration::seconds(30);

/// What a walk did.
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
    /// Jobs that wait, for their time or for the next walk.
    pub waiting: u64,
    /// Looks that the store failed.
    pub store_faults: u64,
    /// Whether something is due already: drain again.
    pub more: bool,
}

/// Works off what is due in every queue, beginning no look after `until`.
///
/// # Errors
/// When the store fails on a queue itself; what fails on one job is counted and
/// rests.
pub async fn drain(
    store: &impl Store,
    environment: &impl Environment,
    post: &impl Post,
    until: Timestamp,
) -> Result<Drained, StoreError> {
    let mut drained = Drained::default();
    let mut walked = Vec::new();
    // Another queue first each time, so that none starves when time is short.
    let first = environment.random();
    for offset in 0..u64::from(SHARDS) {
        let shard = (first.wrapping_add(offset) % u64::from(SHARDS))
            .try_into()
            .unwrap_or_default();
        let next = walk(store, environment, post, shard, until, &mut drained).await?;
        walked.push((shard, next));
    }
    // What the looks themselves placed in queues that were walked before.
    for (shard, next) in walked {
        drained.more |= store.count(&queue_len(shard)).await? >= next;
    }
    Ok(drained)
}

/// Walks one queue, and answers the next number to walk to.
async fn walk(
    store: &impl Store,
    environment: &impl Environment,
    post: &impl Post,
    shard: u8,
    until: Timestamp,
    drained: &mut Drained,
) -> Result<u64, StoreError> {
    let key = queue_mark(shard);
    let mut stored: Option<Mark> = read(store, &key).await?;
    let mut mark = stored.clone().unwrap_or_default();
    mark.adopt(store.count(&queue_len(shard)).await?, environment.now());
    let mut due = mark.due(environment.now());
    // In random order, so that a job that traps its worker starves nobody.
    shuffle(&mut due, environment);
    let mut unsaved = 0;
    for portion in due.chunks(AT_ONCE) {
        if environment.now() >= until {
            break;
        }
        let looks = portion
            .iter()
            .map(|q| visit(store, environment, post, shard, *q, &mark));
        let mut found_taken = false;
        for (q, visit) in portion.iter().zip(join_all(looks).await) {
            found_taken |= visit.found_taken();
            drained.note(*q, &visit, &mut mark, environment.now());
        }
        // An attempt that was found taken at once, so that it is known as such
        // even if the next job kills the walk; the rest now and then.
        unsaved += portion.len();
        if found_taken || unsaved >= SAVE_AFTER {
            save(store, &key, &mark, &mut stored).await?;
            unsaved = 0;
        }
    }
    drained.more |= !mark.due(environment.now()).is_empty();
    drained.waiting += mark.open.len() as u64;
    save(store, &key, &mark, &mut stored).await?;
    Ok(mark.next)
}

enum Visit {
    Missing,
    Looked(Look),
    Fault,
}

impl Visit {
    fn found_taken(&self) -> bool {
        match self {
            Self::Looked(look) => look.again.is_some_and(|again| again.taken.is_some()),
            Self::Missing | Self::Fault => false,
        }
    }
}

async fn visit(
    store: &impl Store,
    environment: &impl Environment,
    post: &impl Post,
    shard: u8,
    q: u64,
    mark: &Mark,
) -> Visit {
    let key = queue_entry(shard, q);
    let work: Work = match read(store, &key).await {
        Ok(Some(work)) => work,
        Ok(None) => return Visit::Missing,
        Err(_) => return Visit::Fault,
    };
    let look = match &work {
        Work::Look(job) => look(store, environment, post, job, mark.taken(q)).await,
        Work::Deliver(job) => deliver(store, environment, post, job, mark.taken(q)).await,
        Work::Spread(spread) => spread.look(store, environment).await,
        Work::Release(release) => release.look(store, environment).await,
    };
    match look {
        Ok(look) if look.again.is_some() => Visit::Looked(look),
        Ok(look) => match store.delete(&key).await {
            Ok(()) => Visit::Looked(look),
            Err(_) => Visit::Fault,
        },
        Err(_) => Visit::Fault,
    }
}

impl Drained {
    fn note(&mut self, q: u64, visit: &Visit, mark: &mut Mark, now: Timestamp) {
        let look = match visit {
            Visit::Missing => return mark.miss(q, now),
            Visit::Looked(look) => look,
            Visit::Fault => {
                self.store_faults += 1;
                let taken = mark.taken(q);
                return mark.wait(
                    q,
                    Again {
                        due: now + STORE_REST,
                        taken,
                    },
                );
            }
        };
        self.looked += 1;
        self.sent += u64::from(look.accepted);
        self.failed += u64::from(look.failed);
        self.skipped += u64::from(look.skipped);
        match look.again {
            Some(again) => mark.wait(q, again),
            None => {
                self.done += 1;
                mark.done(q);
            }
        }
    }
}

/// Stores the mark, where it differs from what is stored.
async fn save(
    store: &impl Store,
    key: &str,
    mark: &Mark,
    stored: &mut Option<Mark>,
) -> Result<(), StoreError> {
    if stored.as_ref() != Some(mark) {
        store.set(key, encode(mark)?).await?;
        *stored = Some(mark.clone());
    }
    Ok(())
}

async fn read<R: Record>(store: &impl Store, key: &str) -> Result<Option<R>, StoreError> {
    store
        .get(key)
        .await?
        .map(|bytes| decode(key, &bytes))
        .transpose()
}

/// Fisher and Yates.
fn shuffle(numbers: &mut [u64], environment: &impl Environment) {
    for last in (1..numbers.len()).rev() {
        let other = environment.random() % (last as u64 + 1);
        numbers.swap(last, usize::try_from(other).unwrap_or_default());
    }
}

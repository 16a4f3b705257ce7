//! Appending events: the moment from which they are never lost.

use super::{Event, Said};
use crate::environment::Environment;
use crate::jobs::{Beside, Job, Work, place};
use crate::keys::OrderKey;
use crate::record::encode;
use crate::store::{Store, StoreError};

/// Where an event stands now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appended {
    /// The event's number in its order's log.
    pub n: u64,
    /// The job that tells of it.
    pub job: Job,
}

/// Appends an event and the job that tells of it. When it answers `Ok`, the
/// event is in the log and a walk of the queue will come to its job.
///
/// # Errors
/// When the store fails. The event may be there all the same; that it comes
/// again does no harm.
pub async fn append(
    store: &impl Store,
    environment: &impl Environment,
    key: &OrderKey,
    event: &Event,
) -> Result<Appended, StoreError> {
    let batch = [(key.clone(), event.clone())];
    let appended = append_all(store, environment, &batch, Vec::new()).await?;
    let none = || StoreError("nothing was appended".to_owned());
    appended.into_iter().next().ok_or_else(none)
}

/// Appends an event of which nothing is ever told, and answers its number.
///
/// # Errors
/// As for [`append`].
pub async fn note(store: &impl Store, key: &OrderKey, event: &Event) -> Result<u64, StoreError> {
    let n = store.increment(&key.len()).await?;
    store.set(&key.event(n), encode(event)?).await?;
    Ok(n)
}

/// Appends events of several orders at once, a job with each, and writes
/// `further` with them. Of one order there may be several events.
///
/// # Errors
/// As for [`append`]; any of the events may be there all the same.
pub async fn append_all(
    store: &impl Store,
    environment: &impl Environment,
    batch: &[(OrderKey, Event)],
    further: Vec<(String, Vec<u8>)>,
) -> Result<Vec<Appended>, StoreError> {
    let mut numbers = Vec::with_capacity(batch.len());
    let mut events = Vec::with_capacity(batch.len());
    for (key, event) in batch {
        let n = store.increment(&key.len()).await?;
        numbers.push(n);
        events.push((key.event(n), encode(event)?));
    }
    events.extend(further);
    let shards: Vec<u8> = batch.iter().map(|(key, _)| key.shard()).collect();
    let job = |((key, _), n): (&(OrderKey, Event), &u64), written_at| Job {
        order: key.clone(),
        n: *n,
        written_at,
    };
    let all = || batch.iter().zip(&numbers);
    let work = |index, written_at| {
        // There is one for each index that is asked for.
        all().nth(index).map(|one| {
            let job = job(one, written_at);
            match one.0.1.said {
                Said::Written(_) => Work::Deliver(job),
                Said::Order(_)
                | Said::Deleted
                | Said::Fact { .. }
                | Said::Released
                | Said::Held(_)
                | Said::Cancelled
                | Said::Chosen(_)
                | Said::Link(_)
                | Said::Mail { .. } => Work::Look(job),
            }
        })
    };
    // The jobs first: where a batch may apply in part, a job without its event
    // is a look that finds nothing, an event without its job would not be told.
    let beside = Beside {
        before: Vec::new(),
        after: events,
    };
    let written_at = place(store, environment, &shards, work, beside).await?;
    let appended = |one: (&(OrderKey, Event), &u64)| Appended {
        n: *one.1,
        job: job(one, written_at),
    };
    Ok(all().map(appended).collect())
}

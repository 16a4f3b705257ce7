//! Appending events: the moment from which they are never lost.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::RangeInclusive;

use super::{Event, EventPayload, Via};
use crate::context::{Context, Environment};
use crate::queue::{CompanionWrites, Job, Work, enqueue};
use crate::storage::keys::OrderKey;
use crate::storage::record::encode;
use crate::storage::{Store, StoreError};

/// The place of an event after it was appended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appended {
    /// The event's number in its order's log.
    pub n: u64,
    /// The job that tells of it.
    pub job: Job,
}

/// Appends an event and the job that tells of it. When it returns `Ok`, the
/// event is in the log and a walk of the queue will come to its job.
///
/// # Errors
/// When the store fails. The event may be there all the same; it does no harm
/// if it comes again.
pub async fn append(
    context: Context<'_, impl Store, impl Environment>,
    key: &OrderKey,
    event: &Event,
) -> Result<Appended, StoreError> {
    let batch = [(key.clone(), event.clone())];
    let appended = append_all(context, &batch, Vec::new()).await?;
    let none = || StoreError("nothing was appended".to_owned());
    appended.into_iter().next().ok_or_else(none)
}

/// Appends an event that is never told to anybody, and returns its number.
///
/// # Errors
/// As for [`append`].
pub async fn note(store: &impl Store, key: &OrderKey, event: &Event) -> Result<u64, StoreError> {
    let n = store.increment(&key.len()).await?;
    store.set(&key.event(n), encode(event)?).await?;
    Ok(n)
}

/// Appends events of several orders at once, and writes `further` with them. An
/// order may have several events: they share one job that tells them, as that finds
/// all there is, while each manual mail has a job of its own that delivers it.
///
/// # Errors
/// As for [`append`]; any of the events may be there all the same.
pub async fn append_all(
    context: Context<'_, impl Store, impl Environment>,
    batch: &[(OrderKey, Event)],
    further: Vec<(String, Vec<u8>)>,
) -> Result<Vec<Appended>, StoreError> {
    let numbers = draw(context.store, batch).await?;
    let mut events = Vec::with_capacity(batch.len());
    for ((key, event), n) in batch.iter().zip(&numbers) {
        events.push((key.event(*n), encode(event)?));
    }
    events.extend(further);
    let job = |(order, event): &(OrderKey, Event), n: u64, written_at| Job {
        order: order.clone(),
        n,
        written_at,
        by_hook: event.via == Via::Hook,
    };
    let all = || batch.iter().zip(numbers.iter().copied());
    let mut last: HashMap<&OrderKey, u64> = HashMap::new();
    for (one, n) in all().filter(|(one, _)| !is_by_hand(one)) {
        last.insert(&one.0, n);
    }
    let has_job =
        |(one, n): &(&(OrderKey, Event), u64)| is_by_hand(one) || last.get(&one.0) == Some(n);
    let placed: Vec<_> = all().filter(has_job).collect();
    let shards: Vec<u8> = placed.iter().map(|(one, _)| one.0.shard()).collect();
    let work = |index: usize, written_at| {
        // There is one event for each index that is asked for.
        placed.get(index).map(|(one, n)| {
            let job = job(one, *n, written_at);
            match is_by_hand(one) {
                true => Work::Deliver(job),
                false => Work::Order(job),
            }
        })
    };
    // The jobs come first: where a batch may apply in part, a job without its event
    // finds nothing to tell, but an event without its job would not be told.
    let companions = CompanionWrites {
        before: Vec::new(),
        after: events,
    };
    let written_at = enqueue(context, &shards, work, companions).await?;
    let appended = |(one, n): (&(OrderKey, Event), u64)| Appended {
        n,
        job: job(one, n, written_at),
    };
    Ok(all().map(appended).collect())
}

/// Draws the number of each event in its order's log, with one draw per order.
async fn draw(store: &impl Store, batch: &[(OrderKey, Event)]) -> Result<Vec<u64>, StoreError> {
    let mut counts: HashMap<&OrderKey, usize> = HashMap::new();
    for (key, _) in batch {
        *counts.entry(key).or_default() += 1;
    }
    let mut drawn: HashMap<&OrderKey, RangeInclusive<u64>> = HashMap::new();
    let mut numbers = Vec::with_capacity(batch.len());
    for (key, _) in batch {
        let own = match drawn.entry(key) {
            Entry::Occupied(own) => own.into_mut(),
            Entry::Vacant(own) => {
                let count = counts.get(key).copied().unwrap_or_default();
                own.insert(store.draw(&key.len(), count).await?)
            }
        };
        let n = own.next();
        numbers.push(n.ok_or_else(|| StoreError("a draw was too short".to_owned()))?);
    }
    Ok(numbers)
}

const fn is_by_hand((_, event): &(OrderKey, Event)) -> bool {
    matches!(event.payload, EventPayload::ManualMail(_))
}

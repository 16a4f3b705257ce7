//! Appending an event: the moment from which it is never lost.

use crate::time::Duration;

use super::Event;
use crate::environment::Environment;
use crate::jobs::{Job, LEASE};
use crate::keys::{OrderKey, queue_entry, queue_len};
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
    let n = store.increment(&key.len()).await?;
    let shard = key.shard();
    // The job first: where a batch may apply in part, a job without its event
    // is a look that finds nothing, an event without its job would not be told.
    let mut writes = vec![(key.event(n), encode(event)?)];
    loop {
        // Before the number is drawn: its answer may be long on its way.
        let drawn_at = environment.now();
        let is_late = || environment.now().duration_since(drawn_at) >= half(LEASE);
        let q = store.increment(&queue_len(shard)).await?;
        // A walk drops an entry that is still missing a lease after it looked.
        // Where one may have, or will have by then, the job takes another number.
        if is_late() {
            continue;
        }
        let job = Job {
            order: key.clone(),
            n,
            written_at: environment.now(),
        };
        writes.insert(0, (queue_entry(shard, q), encode(&job)?));
        store.set_many(std::mem::take(&mut writes)).await?;
        if !is_late() {
            return Ok(Appended { n, job });
        }
    }
}

fn half(duration: Duration) -> Duration {
    duration / 2
}

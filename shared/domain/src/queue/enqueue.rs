//! Placing work in the queues.

use super::Work;
use crate::context::{Context, Environment};
use crate::storage::keys::{QUEUES, queue_entry, queue_len};
use crate::storage::record::encode;
use crate::storage::{Store, StoreError};
use crate::time::Timestamp;
use crate::time::protocol::LEASE;

/// The writes that accompany work: before it and after it, for stores where a
/// batch may apply in part.
#[derive(Debug, Default)]
pub struct CompanionWrites {
    /// The writes that the work needs to be there.
    pub before: Vec<(String, Vec<u8>)>,
    /// The writes that would go unnoticed without the work.
    pub after: Vec<(String, Vec<u8>)>,
}

/// Places work in the queues of these shards, one draw per queue. `work` makes
/// each entry from its index in `shards` and the time. When it returns `Ok`,
/// walks will come to the work, and the writes that accompany it are stored.
///
/// # Errors
/// When the store fails; some of it may be stored all the same.
pub async fn enqueue(
    context: Context<'_, impl Store, impl Environment>,
    shards: &[u8],
    work: impl Fn(usize, Timestamp) -> Option<Work>,
    companions: CompanionWrites,
) -> Result<Timestamp, StoreError> {
    let CompanionWrites {
        mut before,
        mut after,
    } = companions;
    loop {
        // The clock is read before the numbers are drawn, as the answer may take long to arrive.
        let drawn_at = context.environment.now();
        let is_late = || context.environment.now().duration_since(drawn_at) >= LEASE / 2;
        let entries = draw(context.store, shards).await?;
        // A walk drops an entry that is still missing one lease after it first missed it. If
        // one may have done so, or will have by the time of the write, the work takes other
        // numbers: nothing that would go unnoticed without it is written before that.
        if is_late() {
            continue;
        }
        let written_at = context.environment.now();
        let mut writes = std::mem::take(&mut before);
        for (index, key) in entries.into_iter().enumerate() {
            if let Some(work) = work(index, written_at) {
                writes.push((key, encode(&work)?));
            }
        }
        writes.append(&mut after);
        context.store.set_many(writes).await?;
        if !is_late() {
            return Ok(written_at);
        }
    }
}

/// Draws an entry for each of these shards, and returns the entries' keys.
async fn draw(store: &impl Store, shards: &[u8]) -> Result<Vec<String>, StoreError> {
    let mut entries = vec![String::new(); shards.len()];
    for shard in 0..QUEUES {
        let own = entries.iter_mut().zip(shards);
        let own: Vec<&mut String> = own
            .filter_map(|(key, other)| (*other == shard).then_some(key))
            .collect();
        let drawn = store.draw(&queue_len(shard), own.len()).await?;
        for (key, q) in own.into_iter().zip(drawn) {
            *key = queue_entry(shard, q);
        }
    }
    Ok(entries)
}

//! The work in the background, a step at a time.

use futures::future::join;

use super::Index;
use super::layout::{LEVELS, Part};
use super::progress::Progress;
use super::segment;
use crate::context::{Context, Environment};
use crate::storage::record::{self, encode};
use crate::storage::{Store, StoreError};
use crate::time::Timestamp;
use crate::time::protocol::GIVE_UP;

/// The result of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// There was nothing to do, or what there is must wait.
    Idle,
    /// A segment was found that is done already.
    Known,
    /// Entries were packed into a segment.
    Packed,
    /// A part of a segment was merged.
    PartMerged,
    /// The rest of a segment was merged.
    Merged,
    /// Something was deleted that a larger segment holds.
    Swept,
}

/// Does one step of the work on an index, if there is any. Several workers at once do no
/// harm. A step makes some dozens of calls, however large the index is.
///
/// # Errors
/// When the store fails. The step can be done again.
pub async fn step(
    context: Context<'_, impl Store, impl Environment>,
    index: &Index,
) -> Result<Step, StoreError> {
    let since = context.environment.now();
    let (key, counter) = (index.keys.progress(), index.keys.len());
    let stored = record::read::<Progress>(context.store, &key);
    let (stored, len) = join(stored, context.store.count(&counter)).await;
    let stored = stored?.unwrap_or_default();
    let mut worker = Worker {
        context,
        index,
        since,
        progress: stored.clone(),
    };
    let step = Box::pin(worker.step(len?)).await?;
    if worker.progress != stored {
        let progress = encode(&worker.progress)?;
        context.store.set(&key, progress).await?;
    }
    Ok(step)
}

/// A worker at one step.
pub(super) struct Worker<'a, S, E> {
    pub(super) context: Context<'a, S, E>,
    pub(super) index: &'a Index,
    /// The time of its first read.
    pub(super) since: Timestamp,
    pub(super) progress: Progress,
}

impl<S: Store, E: Environment> Worker<'_, S, E> {
    async fn step(&mut self, len: u64) -> Result<Step, StoreError> {
        // Packing goes first, as every entry that is not packed costs each search a read;
        // but not before segments that have piled up, which do so, too.
        let radix = self.index.layout.radix;
        let mut step = self.merge_any(radix.saturating_mul(2)).await?;
        if step == Step::Idle {
            step = self.pack(len).await?;
        }
        if step == Step::Idle {
            step = self.merge_any(radix).await?;
        }
        if step == Step::Idle {
            step = self.sweep().await?;
        }
        Ok(step)
    }

    /// Merges segments of the lowest level on which so many wait for it.
    async fn merge_any(&mut self, waiting: u64) -> Result<Step, StoreError> {
        for level in 2..=LEVELS {
            let merged = self.progress.done(level) * self.index.layout.radix;
            if self.progress.done(level - 1).saturating_sub(merged) >= waiting {
                let step = self.merge(level).await?;
                if step != Step::Idle {
                    return Ok(step);
                }
            }
        }
        Ok(Step::Idle)
    }

    /// Tells whether a segment is there, or one that holds it. The noted progress may have
    /// fallen back: what is swept since would be taken for numbers that stayed empty.
    pub(super) async fn is_known(&self, segment: Part) -> Result<bool, StoreError> {
        let own = std::iter::once(segment);
        let all = own.chain(self.index.layout.above(segment));
        let heads = segment::heads(self.context.store, self.index, all).await?;
        Ok(!heads.is_empty())
    }

    /// Tells whether it is too late to act on what was read.
    pub(super) fn is_late(&self) -> bool {
        let now = self.context.environment.now();
        now.duration_since(self.since) > GIVE_UP
    }
}

//! Sweeping: deleting what a larger segment holds.

use super::layout::{LEVELS, Part};
use super::segment;
use super::step::{Step, Worker};
use crate::context::Environment;
use crate::storage::{Store, StoreError};
use crate::time::protocol::LEASE;

/// The most keys that one step deletes.
const AT_ONCE: usize = 200;

/// The keys that one call deletes: more than 25 do not fit one call of DynamoDB.
const IN_A_CALL: usize = 25;

/// The number of blocks by which two builds of a segment may differ: one may hold entries
/// that came too late for the other.
const SPARE: usize = 4;

impl<S: Store, E: Environment> Worker<'_, S, E> {
    /// Deletes a segment, or a part of it, once the segment that holds it has been there
    /// for so long that nobody reads the parts any more.
    pub(super) async fn sweep(&mut self) -> Result<Step, StoreError> {
        for level in 1..LEVELS {
            let number = self.progress.swept(level);
            let segment = Part { level, number };
            let Some(parent) = self.index.layout.above(segment).next() else {
                continue;
            };
            let is_merged = parent.number < self.progress.done(parent.level);
            if !is_merged || number >= self.progress.done(level) {
                continue;
            }
            let now = self.context.environment.now();
            let Some(since) = self.progress.seen(parent) else {
                self.progress.note_seen(parent.level, now);
                continue;
            };
            if now.duration_since(since) < LEASE * 2 {
                continue;
            }
            let store = self.context.store;
            if !self.is_known(parent).await? {
                continue;
            }
            let mut keys = self.keys_of(segment).await?;
            let rest = keys.split_off(keys.len().min(self.progress.deleted(level)));
            let (some, rest) = rest.split_at(rest.len().min(AT_ONCE));
            for keys in some.chunks(IN_A_CALL) {
                store.delete_many(keys.to_vec()).await?;
            }
            match rest.is_empty() {
                true => self.progress.note_swept(segment),
                false => self.progress.note_deleted(segment, some.len()),
            }
            return Ok(Step::Swept);
        }
        Ok(Step::Idle)
    }

    /// Lists the keys of a segment: the blocks of each of its builds, or its entries, and
    /// at last its head, from which their number follows.
    async fn keys_of(&self, segment: Part) -> Result<Vec<String>, StoreError> {
        let Part { level, number } = segment;
        let keys = &self.index.keys;
        let mut all = Vec::new();
        if level == 1 {
            all.extend(self.index.layout.covers(segment).map(|n| keys.entry(n)));
        } else if let Some(head) = segment::head(self.context.store, self.index, segment).await? {
            let builds = self
                .context
                .store
                .count(&keys.builds(level, number))
                .await?;
            for build in 1..=builds {
                let blocks = 0..head.blocks() + SPARE;
                all.extend(blocks.map(|block| keys.block(level, number, build, block)));
            }
        }
        all.push(keys.head(level, number));
        Ok(all)
    }
}

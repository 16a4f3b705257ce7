//! The noted progress of packing, merging and sweeping.

use serde::{Deserialize, Serialize};

use super::layout::{LEVELS, Layout, Part};
use crate::storage::Numbered;
use crate::storage::record::Record;
use crate::time::Timestamp;

/// The progress of the work on an index: a cache, which may be lost or fall back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Progress {
    /// The number of segments of each level that are done, from the first level on.
    done: Levels<u64>,
    /// The number of those that are swept.
    swept: Levels<u64>,
    /// The number of keys that are deleted of the next one to be swept.
    deleted: Levels<usize>,
    /// The number of segments of each level that were done when last the parts of one were
    /// to be swept, and the time of that.
    seen: Levels<Option<(u64, Timestamp)>>,
    /// The entries that are missing, and the time when that was first seen.
    pub(super) missing: Numbered<Timestamp>,
}

/// A value for each level.
type Levels<T> = [T; LEVELS as usize];

impl Record for Progress {
    const VERSION: u32 = 1;
}

impl Progress {
    /// Returns the number of segments of a level that are done; there is nothing to do for
    /// entries.
    pub(super) fn done(&self, level: u32) -> u64 {
        get(&self.done, level)
    }

    pub(super) fn note_done(&mut self, segment: Part) {
        if let Some(done) = at(&mut self.done, segment.level) {
            *done = segment.number + 1;
        }
    }

    pub(super) fn swept(&self, level: u32) -> u64 {
        get(&self.swept, level)
    }

    pub(super) fn note_swept(&mut self, segment: Part) {
        if let Some(swept) = at(&mut self.swept, segment.level) {
            *swept = segment.number + 1;
        }
        if let Some(deleted) = at(&mut self.deleted, segment.level) {
            *deleted = 0;
        }
    }

    /// Returns the number of keys that are deleted of the next segment to be swept.
    pub(super) fn deleted(&self, level: u32) -> usize {
        get(&self.deleted, level)
    }

    pub(super) fn note_deleted(&mut self, segment: Part, keys: usize) {
        if let Some(deleted) = at(&mut self.deleted, segment.level) {
            *deleted += keys;
        }
    }

    /// Returns a time since which a segment is there, as far as one is noted.
    pub(super) fn seen(&self, segment: Part) -> Option<Timestamp> {
        let (done, since) = get(&self.seen, segment.level)?;
        (segment.number < done).then_some(since)
    }

    /// Notes that the segments of a level that are done are there.
    pub(super) fn note_seen(&mut self, level: u32, now: Timestamp) {
        let done = self.done(level);
        if let Some(seen) = at(&mut self.seen, level) {
            *seen = Some((done, now));
        }
    }

    /// Lists the parts that hold all entries up to `len`, newest first: the largest
    /// segments that are done, and the entries that are not packed yet.
    pub(super) fn cover(&self, layout: &Layout, len: u64) -> impl Iterator<Item = Part> {
        // The number of entries that the segments of each level and those above it cover.
        let mut above = 0;
        let mut runs = Vec::new();
        for level in (1..=LEVELS).rev() {
            let size = layout.size(level);
            let (first, done) = (above / size, self.done(level));
            if done > first {
                runs.push((level, first..done));
                above = done * size;
            }
        }
        runs.push((0, above.min(len)..len));
        let runs = runs.into_iter().rev();
        runs.flat_map(|(level, run)| run.rev().map(move |number| Part { level, number }))
    }
}

fn get<T: Copy + Default>(levels: &Levels<T>, level: u32) -> T {
    let index = usize::try_from(level).unwrap_or_default();
    let levels = index.checked_sub(1).and_then(|index| levels.get(index));
    levels.copied().unwrap_or_default()
}

fn at<T>(levels: &mut Levels<T>, level: u32) -> Option<&mut T> {
    let index = usize::try_from(level).ok()?.checked_sub(1)?;
    levels.get_mut(index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_covered_once_and_the_newest_come_first() {
        let layout = Layout {
            base: 4,
            radix: 2,
            ..Layout::default()
        };
        let part = |level, number| Part { level, number };
        let cover = |done: [u64; 6], len| -> Vec<Part> {
            let progress = Progress {
                done,
                ..Progress::default()
            };
            progress.cover(&layout, len).collect()
        };
        assert_eq!(cover([0; 6], 2), [part(0, 1), part(0, 0)]);
        assert_eq!(
            cover([5, 2, 1, 0, 0, 0], 21),
            [part(0, 20), part(1, 4), part(3, 0)]
        );
        assert_eq!(cover([3, 0, 0, 0, 0, 0], 12).len(), 3);
        // The length is older than the progress.
        assert_eq!(cover([3, 0, 0, 0, 0, 0], 9).len(), 3);
    }
}

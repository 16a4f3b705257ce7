//! The sizes of the index, and which numbers a segment covers.

use std::ops::RangeInclusive;

use crate::storage::keys::SearchKeys;

/// The number of levels. A segment of the last one covers 2,097,152 entries; it is
/// merged no further, because its head would no longer fit a value.
pub(super) const LEVELS: u32 = 6;

/// The sizes of the index. The first two must not change once it holds something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The entries of a segment of the first level.
    pub base: u64,
    /// The segments that are merged into one of the next level.
    pub radix: u64,
    /// The size of a block, in bytes.
    pub block: usize,
    /// The blocks that one step of a merge writes.
    pub blocks_at_once: usize,
    /// The newest entries that a segment keeps for a token.
    pub postings: usize,
    /// The most segments and entries that one page is looked for in.
    pub parts: usize,
}

impl Default for Layout {
    fn default() -> Self {
        Self {
            base: 64,
            radix: 8,
            block: 16_000,
            blocks_at_once: 8,
            postings: 2048,
            parts: 200,
        }
    }
}

/// A shop's search index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index {
    pub(super) shop: String,
    pub(super) keys: SearchKeys,
    pub(super) layout: Layout,
}

/// A part of the index: a segment, or on level 0 a single entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) level: u32,
    pub(super) number: u64,
}

impl Index {
    /// The search index of a shop.
    #[must_use]
    pub fn of(shop: &str) -> Self {
        Self::with(shop, Layout::default())
    }

    /// The search index of a shop, with other sizes.
    #[must_use]
    pub fn with(shop: &str, layout: Layout) -> Self {
        Self {
            shop: shop.to_owned(),
            keys: SearchKeys::new(shop),
            layout,
        }
    }
}

impl Layout {
    /// Returns the number of entries that a segment of a level covers.
    pub(super) fn size(&self, level: u32) -> u64 {
        match level {
            0 => 1,
            _ => self
                .base
                .saturating_mul(self.radix.saturating_pow(level - 1)),
        }
    }

    /// Returns the entries that a part covers.
    pub(super) fn covers(&self, part: Part) -> RangeInclusive<u64> {
        let size = self.size(part.level);
        let first = size.saturating_mul(part.number) + 1;
        first..=first.saturating_sub(1).saturating_add(size)
    }

    /// Returns the part of a level that covers an entry.
    pub(super) fn part_of(&self, level: u32, entry: u64) -> Part {
        Part {
            level,
            number: entry.saturating_sub(1) / self.size(level).max(1),
        }
    }

    /// Lists the parts of the level below that a part is made of.
    pub(super) fn parts_of(&self, part: Part) -> impl Iterator<Item = Part> + use<> {
        let level = part.level.saturating_sub(1);
        let count = self.size(part.level) / self.size(level).max(1);
        let first = part.number.saturating_mul(count);
        (first..first.saturating_add(count)).map(move |number| Part { level, number })
    }

    /// Lists the segments that would hold a segment or an entry, from the level above on.
    pub(super) fn above(&self, part: Part) -> impl Iterator<Item = Part> + use<> {
        let layout = *self;
        let first = *layout.covers(part).start();
        (part.level + 1..=LEVELS).map(move |level| layout.part_of(level, first))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_an_entry_is_follows_from_its_number() {
        let layout = Layout::default();
        let part = |level, number| Part { level, number };
        assert_eq!(layout.covers(part(0, 6)), 7..=7);
        assert_eq!(layout.covers(part(1, 1)), 65..=128);
        assert_eq!(layout.covers(part(3, 1)), 4097..=8192);
        assert_eq!(layout.size(LEVELS), 2_097_152);
        assert_eq!(layout.part_of(2, 512), part(2, 0));
        assert_eq!(layout.part_of(2, 513), part(2, 1));
        let parts: Vec<Part> = layout.parts_of(part(2, 1)).collect();
        assert_eq!(
            (parts.len(), parts[0], parts[7]),
            (8, part(1, 8), part(1, 15))
        );
        assert_eq!(layout.parts_of(part(1, 1)).next(), Some(part(0, 64)));
        let above: Vec<Part> = layout.above(part(1, 8)).collect();
        assert_eq!(above[..2], [part(2, 1), part(3, 0)]);
        assert_eq!(above.len(), 5);
        assert_eq!(layout.above(part(0, 64)).next(), Some(part(1, 1)));
    }
}

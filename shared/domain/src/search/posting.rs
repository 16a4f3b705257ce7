//! The entries of a segment that have a token.

/// The newest entries that have a token, by their places in their segment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Posting {
    /// Sorted, from 0.
    pub(super) numbers: Vec<u32>,
    /// True if there are older ones that were dropped.
    pub(super) is_capped: bool,
}

impl Posting {
    /// Drops all but the newest.
    pub(super) fn cap(&mut self, at_most: usize) {
        let dropped = self.numbers.len().saturating_sub(at_most);
        self.is_capped |= dropped > 0;
        self.numbers.drain(..dropped);
    }

    /// Returns the place from which on all entries that have the token are known.
    pub(super) fn known_from(&self) -> u32 {
        match self.is_capped {
            true => self.numbers.first().copied().unwrap_or(u32::MAX),
            false => 0,
        }
    }
}

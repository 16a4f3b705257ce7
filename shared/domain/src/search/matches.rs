//! The subjects of a segment that fit a query, as far as its postings tell.

/// The numbers that fit, and the number below which others may fit that are not among
/// them. A token that very many share keeps only the newest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Matches {
    /// Sorted, each once.
    pub(super) numbers: Vec<u32>,
    /// The least number from which on all that fit are known.
    pub(super) known_from: u32,
}

impl Matches {
    /// Finds what fits both. What one keeps and the other no longer knows of may fit, too:
    /// the present record decides.
    pub(super) fn and(self, other: &Self) -> Self {
        let fits = |number: &u32, in_other: &Self| {
            *number < in_other.known_from || in_other.numbers.binary_search(number).is_ok()
        };
        let known_from = self.known_from.min(other.known_from);
        let own = self.numbers.iter().filter(|number| fits(number, other));
        let others = other.numbers.iter().filter(|number| fits(number, &self));
        Self::new(own.chain(others).copied().collect(), known_from)
    }

    /// Finds what fits either.
    pub(super) fn or(mut self, other: Self) -> Self {
        self.numbers.extend(other.numbers);
        Self::new(self.numbers, self.known_from.max(other.known_from))
    }

    fn new(mut numbers: Vec<u32>, known_from: u32) -> Self {
        numbers.sort_unstable();
        numbers.dedup();
        Self {
            numbers,
            known_from,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(numbers: &[u32], known_from: u32) -> Matches {
        Matches {
            numbers: numbers.to_vec(),
            known_from,
        }
    }

    #[test]
    fn what_is_no_longer_known_may_fit() {
        let (rare, common) = (of(&[2, 5, 9], 0), of(&[6, 8, 9], 6));
        assert_eq!(rare.clone().and(&common), of(&[2, 5, 9], 0));
        assert_eq!(common.clone().and(&rare), of(&[2, 5, 9], 0));
        assert_eq!(rare.clone().and(&of(&[5], 0)), of(&[5], 0));
        assert_eq!(rare.clone().or(common), of(&[2, 5, 6, 8, 9], 6));
        assert_eq!(of(&[7, 9], 7).and(&of(&[8, 9], 8)), of(&[7, 9], 7));
    }
}

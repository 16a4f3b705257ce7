//! The newest of several values.

use serde::{Deserialize, Serialize};

/// A value and the number of the event that gave it: the highest number wins, in
/// whatever order events are taken in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Newest<T> {
    n: u64,
    /// The value.
    pub(super) value: T,
}

impl<T> Newest<T> {
    /// Takes in the value that event `n` gave.
    pub(super) fn take(&mut self, n: u64, value: T) {
        if n > self.n {
            *self = Self { n, value };
        }
    }
}

//! The joins of a person's record with others, as its own log keeps them.
//!
//! A join rewrites nothing: the record that gives way refers to the one that stands, and that
//! one refers back, so that each finds the other. The word of the one that gives way counts;
//! the other's only says where to look. So whoever is stopped between the two has joined
//! nothing, and a join is undone by one event.

use serde::{Deserialize, Serialize};

use super::Person;
use crate::staff::Author;
use crate::time::Timestamp;

/// The most things that are kept of one kind, those that are over or not.
const MAX_KEPT: usize = 50;

/// A join of a record into another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Join {
    /// The record that stands.
    pub into: Person,
    /// The number of the event by which that one refers back.
    pub(super) taken: u64,
    /// The member who joined them.
    pub by: Author,
    /// The time when they did.
    pub at: Timestamp,
}

/// The joins of a record, as it tells of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Joins {
    /// The records that this one was joined into. The earliest that is not undone counts, so
    /// that nobody who comes later parts what somebody else has joined.
    #[serde(default, skip_serializing_if = "Lasting::is_empty")]
    pub(super) own: Lasting<Join>,
    /// The records that may be joined into this one.
    #[serde(default, skip_serializing_if = "Lasting::is_empty")]
    pub(super) taken: Lasting<Person>,
}

impl Joins {
    /// Tells whether there never were any.
    pub(super) const fn is_empty(&self) -> bool {
        self.own.is_empty() && self.taken.is_empty()
    }
}

/// Things that last from one event to another, by the number of the first, in whatever order
/// the two turn up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Lasting<T>(Vec<Lasted<T>>);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Lasted<T> {
    n: u64,
    /// None once it is over.
    what: Option<T>,
}

impl<T> Default for Lasting<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Lasting<T> {
    const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Lists those that are not over, the earliest first.
    pub(super) fn present(&self) -> impl Iterator<Item = (u64, &T)> {
        let all = self.0.iter();
        all.filter_map(|one| Some((one.n, one.what.as_ref()?)))
    }

    pub(super) fn begin(&mut self, n: u64, what: T) {
        // One that is known is over, or the same.
        if self.0.iter().all(|one| one.n != n) {
            self.put(n, Some(what));
        }
    }

    pub(super) fn end(&mut self, n: u64) {
        self.0.retain(|one| one.n != n);
        self.put(n, None);
    }

    fn put(&mut self, n: u64, what: Option<T>) {
        let place = self.0.partition_point(|one| one.n < n);
        self.0.insert(place, Lasted { n, what });
        while self.0.len() > MAX_KEPT {
            let over = self.0.iter().position(|one| one.what.is_none());
            self.0.remove(over.unwrap_or(MAX_KEPT));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_ended_is_over_in_whatever_order_its_events_turn_up() {
        let mut late: Lasting<char> = Lasting::default();
        late.end(1);
        late.begin(2, 'b');
        late.begin(1, 'a');
        let mut timely = Lasting::default();
        timely.begin(1, 'a');
        timely.begin(2, 'b');
        timely.begin(2, 'b');
        timely.end(1);
        timely.end(1);
        assert_eq!(late, timely);
        assert_eq!(late.present().collect::<Vec<_>>(), [(2, &'b')]);
    }

    #[test]
    fn what_is_over_gives_way_to_what_is_not() {
        let mut lasting = Lasting::default();
        lasting.begin(1, 1);
        for n in 2..200 {
            lasting.begin(n, n);
            lasting.end(n);
        }
        lasting.begin(200, 200);
        assert_eq!(
            lasting.present().collect::<Vec<_>>(),
            [(1, &1), (200, &200)]
        );
        assert_eq!(lasting.0.len(), MAX_KEPT);
    }
}

//! How far a queue was walked, and what was open there.

use std::ops::Range;

use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

use super::Work;
use crate::notices::{Again, LEASE, Taken};
use crate::numbered::Numbered;
use crate::record::Record;

/// How many open entries a mark holds at most, to stay far below the 1 MB that
/// a value may have. What comes after waits in the queue, in its order.
const MAX_OPEN: usize = 8000;

/// How far a queue was walked, and what was open there: a cache. Every entry
/// below `next` is done, or open here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The next number to walk to.
    pub next: u64,
    /// The numbers before it that are not done.
    pub open: Numbered<Open>,
}

impl Default for Mark {
    fn default() -> Self {
        Self {
            next: 1,
            open: Numbered::default(),
        }
    }
}

impl Record for Mark {
    const VERSION: u32 = 1;
}

/// An entry that is not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Open {
    /// Its job is to be looked at again.
    Waiting {
        /// Not before.
        due: Timestamp,
        /// The attempt that somebody else was found to have.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        taken: Option<Taken>,
        /// Whose work it is, where that is known: one of 256 parties of shops.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        party: Option<u8>,
    },
    /// There was no entry: its writer died, or has not written yet.
    Missing {
        /// Since when.
        since: Timestamp,
    },
}

impl Mark {
    /// The entries to adopt next: at most `count` of those up to `len`, and as
    /// many as there is room for.
    pub(super) fn new_ones(&self, len: u64, count: usize) -> Range<u64> {
        let room = MAX_OPEN.saturating_sub(self.open.len()).min(count);
        let end = self.next.saturating_add(room as u64);
        self.next..end.min(len.saturating_add(1)).max(self.next)
    }

    /// Adopts the next entry, which holds this work, as far as is known.
    pub(super) fn adopt(&mut self, work: Option<&Work>, now: Timestamp) {
        let adopted = Open::Waiting {
            due: now,
            taken: None,
            party: work.map(|work| party(work.shop())),
        };
        self.open.insert(self.next, adopted);
        self.next += 1;
    }

    /// The entries to look at now, each with whose it is.
    pub(super) fn due(&self, now: Timestamp) -> Vec<(u64, Option<u8>)> {
        let is_due = |open: &Open| match open {
            Open::Waiting { due, .. } => *due <= now,
            // Whoever drew it may be about to write: not at once again.
            Open::Missing { since } => now.duration_since(*since) >= LEASE,
        };
        self.open
            .iter()
            .filter(|(_, open)| is_due(open))
            .map(|(q, _)| (q, self.party(q)))
            .collect()
    }

    fn party(&self, q: u64) -> Option<u8> {
        match self.open.get(q) {
            Some(Open::Waiting { party, .. }) => *party,
            Some(Open::Missing { .. }) | None => None,
        }
    }

    /// What an earlier look at an entry's job came back with.
    pub(super) fn taken(&self, q: u64) -> Option<Taken> {
        match self.open.get(q) {
            Some(Open::Waiting { taken, .. }) => *taken,
            Some(Open::Missing { .. }) | None => None,
        }
    }

    /// Notes that there was no entry: one that is still missing a lease later
    /// will not come.
    pub(super) fn miss(&mut self, q: u64, now: Timestamp) {
        match self.open.get(q) {
            Some(Open::Missing { since }) if now.duration_since(*since) >= LEASE => {
                self.open.remove(q);
            }
            Some(Open::Missing { .. }) => {}
            Some(Open::Waiting { .. }) | None => {
                self.open.insert(q, Open::Missing { since: now });
            }
        }
    }

    /// Notes when to look again.
    pub(super) fn wait(&mut self, q: u64, again: Again) {
        self.open.insert(
            q,
            Open::Waiting {
                due: again.due,
                taken: again.taken,
                party: self.party(q),
            },
        );
    }

    /// Notes that an entry is done.
    pub(super) fn done(&mut self, q: u64) {
        self.open.remove(q);
    }
}

/// Which of 256 parties a shop belongs to. Two shops of one party share a turn,
/// and a name in each of thousands of entries would fill the mark.
fn party(shop: &str) -> u8 {
    shop.bytes()
        .fold(0, |hash: u8, byte| hash.wrapping_mul(31).wrapping_add(byte))
}

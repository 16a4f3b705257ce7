//! How far a queue was walked, and what was open there.

use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

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
    },
    /// There was no entry: its writer died, or has not written yet.
    Missing {
        /// Since when.
        since: Timestamp,
    },
}

impl Mark {
    /// Adopts the entries up to `len`, as many as there is room for.
    pub(super) fn adopt(&mut self, len: u64, now: Timestamp) {
        while self.next <= len && self.open.len() < MAX_OPEN {
            self.open.insert(
                self.next,
                Open::Waiting {
                    due: now,
                    taken: None,
                },
            );
            self.next += 1;
        }
    }

    /// The entries to look at now.
    pub(super) fn due(&self, now: Timestamp) -> Vec<u64> {
        let is_due = |open: &Open| match open {
            Open::Waiting { due, .. } => *due <= now,
            // Whoever drew it may be about to write: not at once again.
            Open::Missing { since } => now.duration_since(*since) >= LEASE,
        };
        self.open
            .iter()
            .filter(|(_, open)| is_due(open))
            .map(|(q, _)| q)
            .collect()
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
            },
        );
    }

    /// Notes that an entry is done.
    pub(super) fn done(&mut self, q: u64) {
        self.open.remove(q);
    }
}

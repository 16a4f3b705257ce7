//! The progress of walking a queue, and the entries that are still open there.

use std::ops::Range;

use crate::time::Timestamp;
use crate::time::protocol::LEASE;
use serde::{Deserialize, Serialize};

use super::timings::Timings;
use crate::notices::{ClaimedByOther, Retry};
use crate::queue::Work;
use crate::settings::Timing;
use crate::storage::Numbered;
use crate::storage::record::Record;

/// The most open entries that a cursor holds, to stay far below the 1 MB that a
/// value may have. Further entries wait in the queue, in their order.
const MAX_OPEN: usize = 8000;

/// The progress of walking a queue, and the entries that are still open there:
/// a cache. Every entry below `next` is either done or in `open`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// The next number to walk to.
    pub next: u64,
    /// The numbers before it that are not done.
    pub open: Numbered<Open>,
}

impl Default for Cursor {
    fn default() -> Self {
        Self {
            next: 1,
            open: Numbered::default(),
        }
    }
}

impl Record for Cursor {
    const VERSION: u32 = 1;
}

/// An entry that is not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Open {
    /// Its work is to be processed again.
    Waiting {
        /// The time before which it is not processed.
        due: Timestamp,
        /// The attempt that somebody else was found to have claimed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        claimed: Option<ClaimedByOther>,
        /// The bucket of shops, one of 256, whose work it is, if that is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        bucket: Option<u8>,
        /// The timing of its shop by which it waits, if it waits for its time.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        timing: Option<Timing>,
    },
    /// There was no entry: its writer died, or has not written it yet.
    Missing {
        /// The time since which it has been missing.
        since: Timestamp,
    },
}

impl Cursor {
    /// Returns the entries to adopt next: at most `count` of those up to `len`,
    /// and no more than there is room for.
    pub(super) fn new_ones(&self, len: u64, count: usize) -> Range<u64> {
        let room = MAX_OPEN.saturating_sub(self.open.len()).min(count);
        let end = self.next.saturating_add(room as u64);
        self.next..end.min(len.saturating_add(1)).max(self.next)
    }

    /// Adopts the next entry, which holds this work, as far as that is known.
    pub(super) fn admit(&mut self, work: Option<&Work>, now: Timestamp) {
        let adopted = Open::Waiting {
            due: now,
            claimed: None,
            bucket: work.map(|work| bucket(work.shop())),
            timing: None,
        };
        self.open.insert(self.next, adopted);
        self.next += 1;
    }

    /// Lists the entries to process in a walk, each with the bucket whose work it is: those
    /// that are due, and those that were missing, as they may have been written since.
    pub(super) fn due(&self, now: Timestamp) -> Vec<(u64, Option<u8>)> {
        let is_worth_a_look =
            |open: &Open| is_due(open, now) || matches!(open, Open::Missing { .. });
        self.open
            .iter()
            .filter(|(_, open)| is_worth_a_look(open))
            .map(|(q, _)| (*q, self.bucket_of(*q)))
            .collect()
    }

    /// Tells whether an entry is due. One that is missing is no reason for a walk: whoever
    /// writes it asks for one.
    pub(super) fn has_due(&self, now: Timestamp) -> bool {
        self.open.iter().any(|(_, open)| is_due(open, now))
    }

    /// Lists the entries that were missing.
    pub(super) fn missing(&self) -> impl Iterator<Item = u64> {
        self.open.iter().filter_map(|(q, open)| match open {
            Open::Missing { .. } => Some(*q),
            Open::Waiting { .. } => None,
        })
    }

    /// Returns the bucket of an entry, if that is known.
    fn bucket_of(&self, q: u64) -> Option<u8> {
        match self.open.get(&q) {
            Some(Open::Waiting { bucket, .. }) => *bucket,
            Some(Open::Missing { .. }) | None => None,
        }
    }

    /// Returns the attempt that somebody else held when an entry's job was last processed.
    pub(super) fn claimed(&self, q: u64) -> Option<ClaimedByOther> {
        match self.open.get(&q) {
            Some(Open::Waiting { claimed, .. }) => *claimed,
            Some(Open::Missing { .. }) | None => None,
        }
    }

    /// Notes that a look found no entry. It will not come any more if a look that began one
    /// lease later does not find it either: the end of that look says nothing, as a worker may
    /// have stalled after it read.
    pub(super) fn miss(&mut self, q: u64, look: Range<Timestamp>) {
        match self.open.get(&q) {
            Some(Open::Missing { since }) if look.start.duration_since(*since) >= LEASE => {
                self.open.remove(&q);
            }
            Some(Open::Missing { .. }) => {}
            Some(Open::Waiting { .. }) | None => {
                self.open.insert(q, Open::Missing { since: look.end });
            }
        }
    }

    /// Notes when to process an entry again, and by which timing of which bucket it waits
    /// until then.
    pub(super) fn wait(
        &mut self,
        q: u64,
        retry: Retry,
        bucket: Option<u8>,
        timing: Option<Timing>,
    ) {
        self.open.insert(
            q,
            Open::Waiting {
                due: retry.due,
                claimed: retry.claimed,
                bucket: bucket.or_else(|| self.bucket_of(q)),
                timing,
            },
        );
    }

    /// Lists the bucket of each entry that waits by a timing, once per entry.
    pub(super) fn timed(&self, now: Timestamp) -> impl Iterator<Item = u8> {
        self.open.iter().filter_map(move |(_, open)| match open {
            Open::Waiting {
                due,
                bucket: Some(bucket),
                timing: Some(_),
                ..
            } if *due > now => Some(*bucket),
            Open::Waiting { .. } | Open::Missing { .. } => None,
        })
    }

    /// Makes entries due that wait by a timing that their shop no longer has. Processing them
    /// finds whether their time has come, and notes the timing by which they wait from then on.
    pub(super) fn wake(&mut self, timings: &Timings, now: Timestamp) {
        for (_, open) in self.open.iter_mut() {
            if let Open::Waiting {
                due,
                bucket: Some(bucket),
                timing: Some(timing),
                ..
            } = open
                && timings.is_past(*bucket, *timing)
            {
                *due = now.min(*due);
            }
        }
    }

    /// Notes that an entry is done.
    pub(super) fn done(&mut self, q: u64) {
        self.open.remove(&q);
    }
}

/// Tells whether an entry is due. A missing one is when it will not come any more.
fn is_due(open: &Open, now: Timestamp) -> bool {
    match open {
        Open::Waiting { due, .. } => *due <= now,
        Open::Missing { since } => now.duration_since(*since) >= LEASE,
    }
}

/// Returns which of 256 buckets a shop belongs to. Two shops of one bucket share
/// a turn; a name in each of thousands of entries would fill the cursor.
pub(super) fn bucket(shop: &str) -> u8 {
    shop.bytes()
        .fold(0, |hash: u8, byte| hash.wrapping_mul(31).wrapping_add(byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;
    use crate::storage::record::encode;
    use crate::time::Duration;
    use crate::time::zone::TimeZone;

    const BUCKET: u8 = 7;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + Duration::seconds(seconds)
    }

    fn timing(settle_seconds: u32) -> Timing {
        let settings = Settings {
            settle_seconds,
            ..Settings::default()
        };
        Timing::of("a", &settings, &TimeZone::utc())
    }

    fn known(timings: &[Option<Timing>]) -> Timings {
        let mut known = Timings::default();
        for timing in timings {
            known.note(BUCKET, *timing);
        }
        known
    }

    /// Makes a cursor with one entry that waits, and what else is noted of that entry.
    fn waiting(
        bucket: Option<u8>,
        timing: Option<Timing>,
        claimed: Option<ClaimedByOther>,
    ) -> Cursor {
        let mut cursor = Cursor::default();
        cursor.admit(None, at(0));
        let due = at(3600);
        cursor.wait(1, Retry { due, claimed }, bucket, timing);
        cursor
    }

    #[test]
    fn what_waits_by_a_timing_that_is_past_is_due_and_nothing_else() {
        let is_woken = |cursor: &Cursor, timings: &[Option<Timing>]| {
            let mut cursor = cursor.clone();
            cursor.wake(&known(timings), at(60));
            !cursor.due(at(60)).is_empty()
        };
        let (old, new, other) = (Some(timing(3600)), Some(timing(0)), Some(timing(9)));
        let cursor = waiting(Some(BUCKET), old, None);
        assert!(is_woken(&cursor, &[new]) && is_woken(&cursor, &[new, other]));
        // One of the bucket's shops still has it, or may have it.
        for timings in [
            &[old][..],
            &[new, old],
            &[new, None],
            &[None, new],
            &[None],
            &[],
        ] {
            assert!(!is_woken(&cursor, timings), "{timings:?}");
        }
        // Another bucket, an unknown bucket, and entries that wait for something else.
        let claimed = ClaimedByOther {
            notice: 1,
            attempt: 1,
            since: at(0),
        };
        for cursor in [
            waiting(Some(BUCKET + 1), old, None),
            waiting(None, old, None),
            waiting(Some(BUCKET), None, None),
            waiting(Some(BUCKET), None, Some(claimed)),
        ] {
            assert!(!is_woken(&cursor, &[new]), "{cursor:?}");
        }
    }

    #[test]
    fn whose_an_entry_is_is_asked_for_as_long_as_it_is_not_due() {
        let buckets = |cursor: &Cursor, now| cursor.timed(at(now)).collect::<Vec<_>>();
        let mut cursor = waiting(Some(BUCKET), Some(timing(3600)), None);
        assert_eq!(buckets(&cursor, 60), [BUCKET]);
        assert_eq!(buckets(&cursor, 3600), [0; 0]);
        cursor.wake(&known(&[Some(timing(0))]), at(60));
        assert_eq!(buckets(&cursor, 60), [0; 0]);
        // Work that the store failed knows neither bucket nor timing: it waits for the store alone.
        let retry = Retry {
            due: at(90),
            claimed: None,
        };
        cursor.wait(1, retry, None, None);
        assert_eq!(
            (buckets(&cursor, 60).len(), cursor.bucket_of(1)),
            (0, Some(BUCKET))
        );
        assert_eq!(buckets(&waiting(Some(BUCKET), None, None), 60), [0; 0]);
    }

    #[test]
    fn a_full_cursor_fits_a_value() {
        let mut cursor = Cursor {
            next: 10_000_000,
            ..Cursor::default()
        };
        for _ in 0..MAX_OPEN {
            cursor.admit(None, at(0));
            let due = at(1_800_000_000) + Duration::nanoseconds(123_456_789);
            let retry = Retry { due, claimed: None };
            let timing = Timing::of("north", &Settings::default(), &TimeZone::utc());
            cursor.wait(cursor.next - 1, retry, Some(255), Some(timing));
        }
        assert!(cursor.new_ones(u64::MAX, 1).is_empty());
        let bytes = encode(&cursor).unwrap();
        assert!(bytes.len() < 1_000_000, "{}", bytes.len());
    }
}

//! Reading the end of an order's chain of notices.

use crate::time::Timestamp;
use futures::future::try_join;

use super::{AttemptRecord, AttemptResult, Composed, PreparedNotice};
use crate::storage::keys::OrderKey;
use crate::storage::record;
use crate::storage::{Store, StoreError};

/// A notice as it stands, with its attempts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notice {
    /// Its number in the chain, from 1; 0 if there is no notice.
    pub number: u64,
    /// Its attempts, from the first, as far as they have written anything.
    pub attempts: Vec<Attempt>,
}

/// The records that an attempt has written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// The prepared notice that it was to send, unless it took over an earlier attempt's.
    pub prepared: Option<PreparedNotice>,
    /// The outcome, if it has ended.
    pub outcome: Option<AttemptRecord>,
}

impl Attempt {
    /// Returns how it ended, if it has ended.
    fn result(&self) -> Option<&AttemptResult> {
        self.outcome.as_ref().map(|outcome| &outcome.result)
    }
}

impl Notice {
    /// Returns its prepared notice. A lease keeps a second one from being written; if
    /// there were two, the last would be the one that is sent.
    #[must_use]
    pub fn prepared(&self) -> Option<&PreparedNotice> {
        self.attempts
            .iter()
            .rev()
            .find_map(|attempt| attempt.prepared.as_ref())
    }

    /// Tells whether nothing more will come of it.
    #[must_use]
    pub fn is_final(&self) -> bool {
        let skipped = |prepared: &PreparedNotice| matches!(prepared.composed, Composed::Skipped(_));
        self.prepared().is_some_and(skipped)
            || self.outcomes().any(|outcome| outcome.result.is_final())
    }

    /// Lists the attempts' outcomes, from the first.
    pub fn outcomes(&self) -> impl DoubleEndedIterator<Item = &AttemptRecord> {
        self.attempts
            .iter()
            .filter_map(|attempt| attempt.outcome.as_ref())
    }

    /// Lists the attempts that may have sent the mail without anybody knowing.
    /// An attempt that died before there was a prepared notice has not sent anything.
    pub fn unsure(&self) -> impl Iterator<Item = &Attempt> {
        // One read may have missed the prepared notice, and another may have seen the
        // outcome that came right after: an attempt whose result is unknown has sent.
        let unwritten = |attempt: &&Attempt| {
            let has_sent = matches!(attempt.result(), Some(AttemptResult::Unknown { .. }));
            attempt.prepared.is_none() && !has_sent
        };
        let written = self.attempts.iter().skip_while(unwritten);
        written.filter(|attempt| {
            let result = attempt.result();
            matches!(
                result,
                Some(AttemptResult::Unknown { .. } | AttemptResult::Lapsed)
            )
        })
    }

    /// Returns the next attempt, from 1, and when it is due; or the last
    /// attempt, if it has not ended.
    pub(super) fn next(&self) -> Next {
        let count = self.attempts.len() as u64;
        match self.attempts.last() {
            None => Next::FIRST,
            Some(Attempt { outcome: None, .. }) => Next::Claimed { attempt: count },
            Some(Attempt {
                outcome: Some(outcome),
                ..
            }) => Next::Free {
                attempt: count + 1,
                due: outcome.result.due(),
            },
        }
    }

    /// Reads a notice.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn read(store: &impl Store, key: &OrderKey, number: u64) -> Result<Self, StoreError> {
        let mut attempts = Vec::new();
        loop {
            let attempt = attempts.len() as u64 + 1;
            let prepared = key.prepared(number, attempt);
            let outcome = key.outcome(number, attempt);
            let (prepared, outcome) = try_join(
                record::read::<PreparedNotice>(store, &prepared),
                record::read::<AttemptRecord>(store, &outcome),
            )
            .await?;
            if prepared.is_none() && outcome.is_none() {
                return Ok(Self { number, attempts });
            }
            attempts.push(Attempt { prepared, outcome });
        }
    }

    /// Reads every notice of an order, from the first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn all(store: &impl Store, key: &OrderKey) -> Result<Vec<Self>, StoreError> {
        let mut all: Vec<Self> = Vec::new();
        loop {
            let next = Self::read(store, key, all.len() as u64 + 1).await?;
            if next.attempts.is_empty() {
                return Ok(all);
            }
            all.push(next);
        }
    }

    /// Reads the last notice of an order that has at least `known`; an empty
    /// one with the number 0 before the first.
    pub(super) async fn last(
        store: &impl Store,
        key: &OrderKey,
        known: u64,
    ) -> Result<Self, StoreError> {
        let mut last = Self {
            number: 0,
            attempts: Vec::new(),
        };
        if known > 0 {
            last = Self::read(store, key, known).await?;
        }
        loop {
            let next = Self::read(store, key, last.number.max(known) + 1).await?;
            if next.attempts.is_empty() {
                return Ok(last);
            }
            last = next;
        }
    }
}

/// The attempt that a notice waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Nobody is known to have claimed it.
    Free {
        /// Its number, from 1.
        attempt: u64,
        /// The time before which it does not begin.
        due: Option<Timestamp>,
    },
    /// Somebody has claimed it: they wrote its prepared notice, and have not written how it ended.
    Claimed {
        /// Its number, from 1.
        attempt: u64,
    },
}

impl Next {
    /// The first attempt at a notice.
    pub(super) const FIRST: Self = Self::Free {
        attempt: 1,
        due: None,
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_result_is_unsure_though_the_prepared_notice_is_not_seen() {
        let attempt = |result| Attempt {
            prepared: None,
            outcome: Some(AttemptRecord {
                at: Timestamp::UNIX_EPOCH,
                result,
            }),
        };
        let unknown = AttemptResult::Unknown {
            reason: "no answer".to_owned(),
            due: Timestamp::UNIX_EPOCH,
        };
        let notice = |results: Vec<AttemptResult>| Notice {
            number: 1,
            attempts: results.into_iter().map(attempt).collect(),
        };
        let died = notice(vec![AttemptResult::Lapsed, AttemptResult::Lapsed]);
        assert_eq!(died.unsure().count(), 0);
        let sent = notice(vec![AttemptResult::Lapsed, unknown, AttemptResult::Lapsed]);
        assert_eq!(sent.unsure().count(), 2);
    }
}

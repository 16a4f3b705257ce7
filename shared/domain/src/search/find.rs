//! Searching.

use futures::future::join3;

use super::cursor::Cursor;
use super::layout::Part;
use super::progress::Progress;
use super::query::Query;
use super::read::{Found, Reader};
use super::reason::Fit;
use super::records::{Present, Records};
use super::{Index, Subject};
use crate::storage::together::join_all;
use crate::storage::{Store, StoreError, find_by_number, record};

/// The most records that are read for one page, for each row that it may have.
const READ_PER_ROW: usize = 3;

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit<R> {
    /// The subject.
    pub subject: Subject,
    /// The reasons why it was found.
    pub fit: Fit,
    /// The record, as it is shown.
    pub record: R,
    /// The place where a page begins that goes on behind it.
    pub after: Cursor,
}

/// A page of what was found, newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<R> {
    /// The rows.
    pub hits: Vec<Hit<R>>,
    /// The place where the next page begins, if there may be one. It may come after a page
    /// with few rows, or none.
    pub next: Option<Cursor>,
    /// True if there may be others that no page shows: more words would tell them apart.
    pub is_partial: bool,
}

/// Searches an index: a page of at most `rows` rows, the next one from where the last one
/// ended. `number` is what somebody typed: if it is the number of an order, that comes
/// first, even if the index does not hold it yet.
///
/// # Errors
/// When the store fails.
pub async fn find<R: Records>(
    store: &impl Store,
    index: &Index,
    records: &R,
    query: &Query,
    page: PageOf<'_>,
) -> Result<Page<R::Record>, StoreError> {
    let (key, counter) = (index.keys.progress(), index.keys.len());
    let number = async {
        match (page.from, page.number) {
            (None, Some(number)) => find_by_number::numbered(store, &index.shop, number).await,
            _ => Ok(None),
        }
    };
    let progress = record::read::<Progress>(store, &key);
    let (progress, len, numbered) = join3(progress, store.count(&counter), number).await;
    let (progress, len) = (progress?.unwrap_or_default(), len?);
    let from = page.from.unwrap_or(Cursor {
        newest: len,
        before: len.saturating_add(1),
    });
    let layout = &index.layout;
    let is_left = |part: &Part| *layout.covers(*part).start() < from.before;
    let mut parts: Vec<Part> = progress
        .cover(layout, len)
        .filter(is_left)
        .take(layout.parts.saturating_add(1))
        .collect();
    // What one page has no room for is left to the next.
    let beyond = (parts.len() > layout.parts).then(|| parts.pop()).flatten();
    let oldest = beyond.map_or(0, |part| *layout.covers(part).end());
    let reader = Reader {
        store,
        index,
        query,
    };
    let found = reader.parts(&parts).await?;
    let mut entries = found.entries;
    entries.retain(|found| found.n < from.before && found.n > oldest);
    entries.sort_by_key(|found| std::cmp::Reverse(found.n));
    entries.dedup_by(|b, a| a.n == b.n);
    let mut shown = Shown {
        reader,
        records,
        from,
        hits: Vec::new(),
    };
    if let Some(id) = numbered? {
        let subject = Subject::Order(id);
        shown.show(vec![(u64::MAX, subject)]).await?;
    }
    let mut left = entries.as_mut_slice();
    let mut reads = page.rows.saturating_mul(READ_PER_ROW);
    let mut before = None;
    while !left.is_empty() && shown.hits.len() < page.rows && reads > 0 {
        let room = page.rows - shown.hits.len();
        let (some, rest) = left.split_at_mut(room.min(reads).min(left.len()));
        reads -= some.len();
        before = some.last().map(|found| found.n);
        shown.take(some).await?;
        left = rest;
    }
    let next = match (left.is_empty(), oldest) {
        (true, 0) => None,
        (true, oldest) => Some(oldest + 1),
        (false, _) => Some(before.unwrap_or(from.before)),
    };
    Ok(Page {
        hits: shown.hits,
        next: next.map(|before| Cursor { before, ..from }),
        is_partial: found.is_partial,
    })
}

/// A page that is asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct PageOf<'a> {
    /// The place where it begins; the first page if there is none.
    pub from: Option<Cursor>,
    /// The most rows.
    pub rows: usize,
    /// The text that may be the number of an order.
    pub number: Option<&'a str>,
}

/// The rows of a page so far.
struct Shown<'a, S, R: Records> {
    reader: Reader<'a, S>,
    records: &'a R,
    from: Cursor,
    hits: Vec<Hit<R::Record>>,
}

impl<S: Store, R: Records> Shown<'_, S, R> {
    /// Shows those of some entries that fit now.
    async fn take(&mut self, some: &mut [Found]) -> Result<(), StoreError> {
        self.reader.subjects(some).await?;
        let mut new: Vec<(u64, Subject)> = Vec::new();
        for found in some {
            let Some(subject) = found.subject.take() else {
                continue;
            };
            let is_same = |other: &Subject| other.is_same(&subject);
            let is_shown = self.hits.iter().any(|hit| is_same(&hit.subject));
            if !is_shown && !new.iter().any(|(_, other)| is_same(other)) {
                new.push((found.n, subject));
            }
        }
        self.show(new).await
    }

    async fn show(&mut self, subjects: Vec<(u64, Subject)>) -> Result<(), StoreError> {
        let reads = subjects
            .iter()
            .map(|(_, subject)| self.records.read(subject));
        let present = join_all(reads).await;
        for ((n, subject), present) in subjects.into_iter().zip(present) {
            let Some(present) = present? else {
                continue;
            };
            if self.was_shown(&present) {
                continue;
            }
            if let Some(fit) = self.reader.query.fit(&present.texts) {
                self.hits.push(Hit {
                    subject,
                    fit,
                    record: present.record,
                    after: Cursor {
                        before: n.min(self.from.before),
                        ..self.from
                    },
                });
            }
        }
        Ok(())
    }

    /// Tells whether an earlier page has shown it by its newest entry.
    fn was_shown(&self, present: &Present<R::Record>) -> bool {
        let earlier = self.from.before..=self.from.newest;
        present.entry.is_some_and(|entry| earlier.contains(&entry))
    }
}

#[cfg(test)]
mod tests;

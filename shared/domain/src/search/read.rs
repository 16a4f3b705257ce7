//! Reading parts of the index, wherever they are by now.

use super::layout::Part;
use super::matches::Matches;
use super::query::Query;
use super::segment::{self, Head};
use super::{Entry, Index, Subject};
use crate::storage::record;
use crate::storage::together::join_all;
use crate::storage::{Store, StoreError};

/// A look into the index.
#[derive(Debug)]
pub(super) struct Reader<'a, S> {
    pub(super) store: &'a S,
    pub(super) index: &'a Index,
    pub(super) query: &'a Query,
}

/// An entry that fits a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) n: u64,
    /// The subject, where it was at hand.
    pub(super) subject: Option<Subject>,
}

/// The entries of some parts that fit a query.
#[derive(Debug, Default)]
pub(super) struct FoundAll {
    /// The entries, in no order; some may be there twice.
    pub(super) entries: Vec<Found>,
    /// True if there may be others.
    pub(super) is_partial: bool,
}

impl FoundAll {
    fn add(&mut self, other: Self) {
        self.entries.extend(other.entries);
        self.is_partial |= other.is_partial;
    }
}

impl<S: Store> Reader<'_, S> {
    /// Finds what fits in these parts.
    pub(super) async fn parts(&self, parts: &[Part]) -> Result<FoundAll, StoreError> {
        let mut all = FoundAll::default();
        let mut missing = Vec::new();
        let found = join_all(parts.iter().map(|part| self.part(*part))).await;
        for (part, found) in parts.iter().zip(found) {
            match found? {
                Some(found) => all.add(found),
                // Entries that are missing one by one are looked for together.
                None if part.level == 0 => missing.push(self.segment_of(*part)),
                None => missing.push(*part),
            }
        }
        missing.dedup();
        for found in join_all(missing.into_iter().map(|part| self.elsewhere(part))).await {
            all.add(found?);
        }
        Ok(all)
    }

    fn segment_of(&self, entry: Part) -> Part {
        let covered = self.index.layout.covers(entry);
        self.index.layout.part_of(1, *covered.start())
    }

    /// Finds what fits in a part; none if it is not there.
    async fn part(&self, part: Part) -> Result<Option<FoundAll>, StoreError> {
        if part.level == 0 {
            let n = *self.index.layout.covers(part).start();
            let key = self.index.keys.entry(n);
            let entry: Option<Entry> = record::read(self.store, &key).await?;
            return Ok(entry.map(|entry| self.entry(n, entry)));
        }
        match segment::head(self.store, self.index, part).await? {
            Some(head) => self.segment(part, &head, part).await,
            None => Ok(None),
        }
    }

    fn entry(&self, n: u64, entry: Entry) -> FoundAll {
        let fits = self.query.evaluate(|term| Matches {
            numbers: match entry.tokens.iter().any(|token| term.fits(token)) {
                true => vec![0],
                false => Vec::new(),
            },
            known_from: 0,
        });
        let found = Found {
            n,
            subject: Some(entry.subject),
        };
        FoundAll {
            entries: fits.numbers.first().map(|_| found).into_iter().collect(),
            is_partial: false,
        }
    }

    /// Finds what fits in a segment, of the entries that a part of it covers.
    async fn segment(
        &self,
        segment: Part,
        head: &Head,
        within: Part,
    ) -> Result<Option<FoundAll>, StoreError> {
        let found = head
            .find(self.store, self.index, segment, self.query)
            .await?;
        let Some(found) = found else {
            return Ok(None);
        };
        let first = *self.index.layout.covers(segment).start();
        let within = self.index.layout.covers(within);
        let is_partial = *within.start() < first + u64::from(found.known_from);
        let entry = |place: u32| Found {
            n: first + u64::from(place),
            subject: match head {
                Head::Whole { subjects, .. } => usize::try_from(place)
                    .ok()
                    .and_then(|place| subjects.get(place).cloned().flatten()),
                Head::Blocks { .. } => None,
            },
        };
        let entries = found.numbers.into_iter().map(entry);
        Ok(Some(FoundAll {
            entries: entries.filter(|found| within.contains(&found.n)).collect(),
            is_partial,
        }))
    }

    /// Finds what fits in a segment that was not where it should be: it is there after all,
    /// or it was merged since and swept, or what was read of the progress is ahead of what
    /// can be seen.
    async fn elsewhere(&self, part: Part) -> Result<FoundAll, StoreError> {
        let own = std::iter::once(part);
        let all = own.chain(self.index.layout.above(part));
        let heads = segment::heads(self.store, self.index, all).await?;
        for (segment, head) in heads {
            if let Some(found) = self.segment(segment, &head, part).await? {
                return Ok(found);
            }
        }
        self.below(part).await
    }

    /// Finds what fits in the parts of a segment that cannot be seen yet, nor what holds it.
    /// Some of its parts may be as new.
    async fn below(&self, part: Part) -> Result<FoundAll, StoreError> {
        let mut all = FoundAll::default();
        let parts: Vec<Part> = self.index.layout.parts_of(part).collect();
        let found = join_all(parts.iter().map(|part| self.part(*part))).await;
        for (part, found) in parts.into_iter().zip(found) {
            match found? {
                Some(found) => all.add(found),
                None if part.level > 0 => all.add(Box::pin(self.below(part)).await?),
                // The number of an entry may be one that stays empty.
                None => {}
            }
        }
        Ok(all)
    }

    /// Finds the subjects of entries, all at once.
    pub(super) async fn subjects(&self, found: &mut [Found]) -> Result<(), StoreError> {
        let unknown = found.iter().filter(|found| found.subject.is_none());
        let mut tables: Vec<u64> = unknown.map(|found| self.table_of(found.n)).collect();
        tables.dedup();
        let reads = tables.into_iter().map(|table| async move {
            let key = self.index.keys.subjects(table);
            let stored = self.store.get(&key).await?;
            let subjects = stored.map(|bytes| segment::decode(&key, &bytes));
            let subjects: Vec<Option<Subject>> = subjects.transpose()?.unwrap_or_default();
            Ok((table, subjects))
        });
        let read = join_all(reads).await.into_iter();
        let tables = read.collect::<Result<Vec<_>, StoreError>>()?;
        for found in found.iter_mut().filter(|found| found.subject.is_none()) {
            let table = self.table_of(found.n);
            let subjects = tables.iter().find(|(other, _)| *other == table);
            let at = usize::try_from((found.n - 1) % self.index.layout.size(2)).ok();
            let subject = subjects
                .zip(at)
                .and_then(|((_, all), at)| all.get(at))
                .cloned();
            found.subject = match subject {
                Some(subject) => subject,
                // The table cannot be seen yet: then what it was made of is still there.
                None => self.subject_before(found.n).await?,
            };
        }
        Ok(())
    }

    fn table_of(&self, n: u64) -> u64 {
        self.index.layout.part_of(2, n).number
    }

    async fn subject_before(&self, n: u64) -> Result<Option<Subject>, StoreError> {
        let segment = self.index.layout.part_of(1, n);
        let head = segment::head(self.store, self.index, segment).await?;
        if let Some(Head::Whole { subjects, .. }) = head {
            let first = *self.index.layout.covers(segment).start();
            let at = usize::try_from(n - first).unwrap_or(usize::MAX);
            return Ok(subjects.get(at).cloned().flatten());
        }
        let key = self.index.keys.entry(n);
        let entry: Option<Entry> = record::read(self.store, &key).await?;
        Ok(entry.map(|entry| entry.subject))
    }
}

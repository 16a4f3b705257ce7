//! Packing: entries become a segment of the first level.

use std::collections::BTreeMap;

use super::block::{Row, Writer};
use super::layout::Part;
use super::posting::Posting;
use super::segment::{Head, encode};
use super::step::{Step, Worker};
use super::{Entry, Subject};
use crate::context::Environment;
use crate::storage::together::join_all;
use crate::storage::{Store, StoreError, record};
use crate::time::protocol::LEASE;

impl<S: Store, E: Environment> Worker<'_, S, E> {
    /// Packs the next entries, once each is there, or has been missing for a lease.
    pub(super) async fn pack(&mut self, len: u64) -> Result<Step, StoreError> {
        let segment = Part {
            level: 1,
            number: self.progress.done(1),
        };
        let covered = self.index.layout.covers(segment);
        if len < *covered.end() {
            return Ok(Step::Idle);
        }
        if self.is_known(segment).await? {
            self.note_packed(segment);
            return Ok(Step::Known);
        }
        let (store, keys) = (self.context.store, &self.index.keys);
        let reads = covered
            .clone()
            .map(|n| async move { record::read::<Entry>(store, &keys.entry(n)).await });
        let entries = join_all(reads).await.into_iter();
        let entries = entries.collect::<Result<Vec<_>, StoreError>>()?;
        let now = self.context.environment.now();
        let mut is_open = false;
        for (n, entry) in covered.zip(&entries) {
            if entry.is_none() {
                let since = self.progress.missing.get(&n).copied();
                is_open |= since.is_none_or(|since| now.duration_since(since) < LEASE);
                self.progress.missing.insert(n, since.unwrap_or(now));
            }
        }
        if is_open {
            return Ok(Step::Idle);
        }
        let head = encode(&pack(entries)?)?;
        if self.is_late() {
            return Ok(Step::Idle);
        }
        let key = self.index.keys.head(segment.level, segment.number);
        self.context.store.set(&key, head).await?;
        self.note_packed(segment);
        Ok(Step::Packed)
    }

    fn note_packed(&mut self, segment: Part) {
        self.progress.note_done(segment);
        let last = *self.index.layout.covers(segment).end();
        self.progress.missing.retain(|n, _| *n > last);
    }
}

/// Makes a segment of its entries.
fn pack(entries: Vec<Option<Entry>>) -> Result<Head, StoreError> {
    let mut tokens: BTreeMap<String, Posting> = BTreeMap::new();
    let mut subjects: Vec<Option<Subject>> = Vec::with_capacity(entries.len());
    for (place, entry) in (0..).zip(entries) {
        let Some(entry) = entry else {
            subjects.push(None);
            continue;
        };
        subjects.push(Some(entry.subject));
        for token in entry.tokens {
            tokens.entry(token).or_default().numbers.push(place);
        }
    }
    let mut block = Writer::new();
    for (token, posting) in tokens {
        block.push(&Row { token, posting })?;
    }
    Ok(Head::Whole {
        block: block.finish().bytes,
        subjects,
    })
}

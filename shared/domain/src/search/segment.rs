//! Segments: the entries of a range, by their tokens.

use serde::{Deserialize, Serialize};

use super::block::{self, VERSION};
use super::layout::Part;
use super::matches::Matches;
use super::query::{Query, Term};
use super::{Index, Subject};
use crate::storage::together::join_all;
use crate::storage::{Store, StoreError};

/// The most blocks that are read for a term in a segment. The beginning of a token that
/// has more of them says too little.
const MAX_BLOCKS: usize = 8;

/// The head of a segment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Head {
    /// All of a segment of the first level.
    Whole {
        /// Its only block.
        block: Vec<u8>,
        /// The subject of each of its entries; none where a number stayed empty.
        subjects: Vec<Option<Subject>>,
    },
    /// The place of the blocks of a segment.
    Blocks {
        /// The build that counts.
        build: u64,
        /// The first token of each block.
        firsts: Vec<String>,
    },
}

/// Encodes something as a version and what follows.
pub(super) fn encode(value: &impl Serialize) -> Result<Vec<u8>, StoreError> {
    postcard::to_extend(value, vec![VERSION]).map_err(|error| StoreError(error.to_string()))
}

/// Reads what [`encode`] wrote under `key`.
pub(super) fn decode<'a, T: Deserialize<'a>>(key: &str, bytes: &'a [u8]) -> Result<T, StoreError> {
    let rest = bytes.strip_prefix(&[VERSION]);
    let value = rest.and_then(|rest| postcard::from_bytes(rest).ok());
    value.ok_or_else(|| StoreError(format!("{key} holds nothing that this program knows")))
}

/// Reads the head of a segment, if it is there.
pub(super) async fn head(
    store: &impl Store,
    index: &Index,
    segment: Part,
) -> Result<Option<Head>, StoreError> {
    let key = index.keys.head(segment.level, segment.number);
    let stored = store.get(&key).await?;
    stored.map(|bytes| decode(&key, &bytes)).transpose()
}

/// Reads the heads of some segments, all at once: those that are there.
pub(super) async fn heads(
    store: &impl Store,
    index: &Index,
    segments: impl Iterator<Item = Part>,
) -> Result<Vec<(Part, Head)>, StoreError> {
    let reads = segments.map(|segment| async move {
        let head = head(store, index, segment).await?;
        Ok(head.map(|head| (segment, head)))
    });
    let read = join_all(reads).await;
    read.into_iter().filter_map(Result::transpose).collect()
}

impl Head {
    /// Lists the blocks that may hold tokens that a term finds. The second is false if there
    /// are more of them.
    fn blocks_of(&self, term: &Term) -> (std::ops::Range<usize>, bool) {
        let firsts = match self {
            Self::Whole { .. } => return (0..1, true),
            Self::Blocks { firsts, .. } => firsts,
        };
        let text = term.text();
        let before = firsts.partition_point(|first| first.as_str() <= text);
        let begin = before.saturating_sub(1);
        let within = |first: &String| first.as_str() <= text || term.fits(first);
        let end = firsts.partition_point(within);
        (
            begin..end.min(begin + MAX_BLOCKS),
            end <= begin + MAX_BLOCKS,
        )
    }

    /// Finds the entries that fit a query, by their places in the segment; none if one of
    /// the blocks is not there.
    pub(super) async fn find(
        &self,
        store: &impl Store,
        index: &Index,
        segment: Part,
        query: &Query,
    ) -> Result<Option<Matches>, StoreError> {
        let terms = query.terms();
        let blocks: Vec<_> = terms.iter().map(|term| self.blocks_of(term)).collect();
        let mut wanted: Vec<usize> = blocks
            .iter()
            .flat_map(|(blocks, _)| blocks.clone())
            .collect();
        wanted.sort_unstable();
        wanted.dedup();
        let mut found: Vec<Matches> = vec![Matches::default(); terms.len()];
        for ((_, is_all), found) in blocks.iter().zip(&mut found) {
            if !is_all {
                found.known_from = u32::MAX;
            }
        }
        let mut take = |bytes: &[u8]| {
            block::each(bytes, |row| {
                for (term, found) in terms.iter().zip(&mut found) {
                    if term.fits(&row.token) {
                        found.known_from = found.known_from.max(row.posting.known_from());
                        found.numbers.extend(&row.posting.numbers);
                    }
                }
            })
        };
        match self {
            Self::Whole { block, .. } => take(block)?,
            Self::Blocks { build, .. } => {
                let reads = wanted.into_iter().map(|block| async move {
                    let key = index
                        .keys
                        .block(segment.level, segment.number, *build, block);
                    store.get(&key).await
                });
                for bytes in join_all(reads).await {
                    match bytes? {
                        Some(bytes) => take(&bytes)?,
                        None => return Ok(None),
                    }
                }
            }
        }
        for found in &mut found {
            found.numbers.sort_unstable();
            found.numbers.dedup();
        }
        let of = |term: &Term| {
            let at = terms.iter().position(|other| other == term);
            at.and_then(|at| found.get(at)).cloned().unwrap_or_default()
        };
        Ok(Some(query.evaluate(of)))
    }
}

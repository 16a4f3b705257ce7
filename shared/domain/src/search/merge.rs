//! Merging: segments of one level become one of the next, some blocks at a time.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use super::block::{self, Finished, Row, Writer};
use super::layout::Part;
use super::posting::Posting;
use super::segment::{self, Head, encode};
use super::step::{Step, Worker};
use super::{Index, Subject};
use crate::context::Environment;
use crate::storage::record::{self, Record};
use crate::storage::{Store, StoreError};

/// The progress of a merge: a cache. The parts' builds and the size of its blocks are noted,
/// because whoever goes on must read the same and cut it alike: only then does each write
/// the same blocks under the merge's own build.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Merge {
    build: u64,
    /// The build of each of the segments that are merged.
    parts: Vec<u64>,
    /// The size of a block.
    block: usize,
    /// The first token of each block so far.
    firsts: Vec<String>,
    /// The last token so far.
    last: Option<String>,
}

impl Record for Merge {
    const VERSION: u32 = 1;
}

impl<S: Store, E: Environment> Worker<'_, S, E> {
    /// Merges the next segments into one of this level, from the second on.
    pub(super) async fn merge(&mut self, level: u32) -> Result<Step, StoreError> {
        let number = self.progress.done(level);
        let target = Part { level, number };
        if self.is_known(target).await? {
            self.progress.note_done(target);
            return Ok(Step::Known);
        }
        let (store, index) = (self.context.store, self.index);
        let wanted = index.layout.parts_of(target);
        let heads = segment::heads(store, index, wanted).await?;
        if heads.len() as u64 != index.layout.radix {
            return Ok(Step::Idle);
        }
        // Segments of the first level have no builds, so they are merged in one step.
        let is_whole = level == 2;
        let key = index.keys.merge(level, number);
        let parts: Vec<u64> = heads.iter().map(|(_, head)| head.build()).collect();
        let begun = match is_whole {
            true => None,
            false => record::read::<Merge>(store, &key).await?,
        };
        let block = index.layout.block;
        let is_same = |begun: &Merge| begun.parts == parts && begun.block == block;
        let mut merge = match begun.filter(is_same) {
            Some(begun) => begun,
            None => Merge {
                build: store.increment(&index.keys.builds(level, number)).await?,
                parts,
                block,
                firsts: Vec::new(),
                last: None,
            },
        };
        let at_most = match is_whole {
            true => usize::MAX,
            false => index.layout.blocks_at_once,
        };
        let subjects = subjects(&heads);
        let mut sources = Sources::open(store, index, heads, merge.last.as_deref());
        let mut is_over = false;
        let mut written = 0;
        while !is_over && written < at_most {
            let mut writes = Vec::new();
            while writes.len() < index.layout.blocks_at_once {
                let Some(block) = sources.block().await? else {
                    is_over = true;
                    break;
                };
                let place = merge.firsts.len();
                writes.push((
                    index.keys.block(level, number, merge.build, place),
                    block.bytes,
                ));
                merge.firsts.push(block.first);
                merge.last = Some(block.last);
            }
            written += writes.len();
            if !writes.is_empty() {
                store.set_many(writes).await?;
            }
        }
        if !is_over {
            store.set(&key, record::encode(&merge)?).await?;
            return Ok(Step::PartMerged);
        }
        if is_whole {
            store
                .set(&index.keys.subjects(number), encode(&subjects)?)
                .await?;
        }
        let head = encode(&Head::Blocks {
            build: merge.build,
            firsts: merge.firsts,
        })?;
        if self.is_late() {
            return Ok(Step::Idle);
        }
        store.set(&index.keys.head(level, number), head).await?;
        self.progress.note_done(target);
        if !is_whole {
            store.delete(&key).await?;
        }
        Ok(Step::Merged)
    }
}

impl Head {
    /// Returns the build that counts; 0 where there is only one.
    const fn build(&self) -> u64 {
        match self {
            Self::Whole { .. } => 0,
            Self::Blocks { build, .. } => *build,
        }
    }
}

/// Lists the subjects of segments of the first level, one after the other.
fn subjects(heads: &[(Part, Head)]) -> Vec<Option<Subject>> {
    let subjects = heads.iter().flat_map(|(_, head)| match head {
        Head::Whole { subjects, .. } => subjects.as_slice(),
        Head::Blocks { .. } => &[],
    });
    subjects.cloned().collect()
}

/// The segments that are merged, each from the first token after the last one written.
struct Sources<'a, S> {
    store: &'a S,
    index: &'a Index,
    sources: Vec<Source>,
    after: Option<String>,
}

/// A segment that is merged.
struct Source {
    segment: Part,
    head: Head,
    /// The next block to read.
    next: usize,
    /// The rows that were read and are not merged yet.
    rows: VecDeque<Row>,
    /// The place of its first entry among those of all.
    first: u32,
}

impl<'a, S: Store> Sources<'a, S> {
    fn open(store: &'a S, index: &'a Index, heads: Vec<(Part, Head)>, after: Option<&str>) -> Self {
        let size = |level| u32::try_from(index.layout.size(level)).unwrap_or(u32::MAX);
        let source = |(at, (segment, head)): (u32, (Part, Head))| Source {
            first: at.saturating_mul(size(segment.level)),
            next: after.map_or(0, |after| head.block_after(after)),
            segment,
            head,
            rows: VecDeque::new(),
        };
        Self {
            store,
            index,
            sources: (0..).zip(heads).map(source).collect(),
            after: after.map(str::to_owned),
        }
    }

    /// Makes the next block; none if nothing is left.
    async fn block(&mut self) -> Result<Option<Finished>, StoreError> {
        let mut block = Writer::new();
        while block.len() < self.index.layout.block {
            for source in &mut self.sources {
                source
                    .fill(self.store, self.index, self.after.as_deref())
                    .await?;
            }
            let fronts = self.sources.iter().filter_map(|source| source.rows.front());
            let Some(token) = fronts.map(|row| &row.token).min().cloned() else {
                break;
            };
            let mut posting = Posting::default();
            for source in &mut self.sources {
                let Some(row) = source.rows.pop_front_if(|row| row.token == token) else {
                    continue;
                };
                // Of what is older than that, not all is known any more.
                if row.posting.is_capped {
                    posting.is_capped = true;
                    posting.numbers.clear();
                }
                let places = row.posting.numbers.iter().map(|place| source.first + place);
                posting.numbers.extend(places);
            }
            posting.cap(self.index.layout.postings);
            block.push(&Row { token, posting })?;
        }
        Ok((!block.is_empty()).then(|| block.finish()))
    }
}

impl Source {
    /// Reads the next block, unless there are rows left of the last one.
    async fn fill(
        &mut self,
        store: &impl Store,
        index: &Index,
        after: Option<&str>,
    ) -> Result<(), StoreError> {
        while self.rows.is_empty() && self.next < self.head.blocks() {
            let block = match &self.head {
                Head::Whole { block, .. } => Some(block.clone()),
                Head::Blocks { build, .. } => {
                    let Part { level, number } = self.segment;
                    let key = index.keys.block(level, number, *build, self.next);
                    store.get(&key).await?
                }
            };
            let none = || StoreError("a block of the search index cannot be seen yet".to_owned());
            self.rows = block::rows(&block.ok_or_else(none)?)?.into();
            self.next += 1;
            let is_merged = |row: &mut Row| after.is_some_and(|after| row.token.as_str() <= after);
            while self.rows.pop_front_if(is_merged).is_some() {}
        }
        Ok(())
    }
}

impl Head {
    /// Returns the number of its blocks.
    pub(super) const fn blocks(&self) -> usize {
        match self {
            Self::Whole { .. } => 1,
            Self::Blocks { firsts, .. } => firsts.len(),
        }
    }

    /// Returns the block that holds the first token after another one.
    fn block_after(&self, token: &str) -> usize {
        match self {
            Self::Whole { .. } => 0,
            Self::Blocks { firsts, .. } => {
                let before = firsts.partition_point(|first| first.as_str() <= token);
                before.saturating_sub(1)
            }
        }
    }
}

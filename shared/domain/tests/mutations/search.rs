//! The bugs of the search index, which its own simulation must find.

use crate::list::Mutation;

pub(crate) const OF_SEARCH: &[Mutation] = &[
    // Writing entries.
    Mutation {
        name: "an entry counts however late it was written",
        file: "src/search/entry.rs",
        from: "if !is_late() {
            return Ok(drawn);",
        to: "if is_late() || !is_late() {
            return Ok(drawn);",
    },
    Mutation {
        name: "an entry is written before its number is drawn",
        file: "src/search/entry.rs",
        from: "let drawn = context.store.draw(&index.keys.len(), entries.len()).await?;",
        to: "let len = context.store.count(&index.keys.len()).await?;
        let drawn = len + 1..=len + entries.len() as u64;
        context.store.draw(&index.keys.len(), entries.len()).await?;",
    },
    // Packing.
    Mutation {
        name: "an entry that is missing stays empty at once",
        file: "src/search/pack.rs",
        from: "is_open |= since.is_none_or(|since| now.duration_since(since) < LEASE);",
        to: "is_open |= since.is_none() && now.duration_since(now) > LEASE;",
    },
    Mutation {
        name: "an entry that was missed once stays empty",
        file: "src/search/pack.rs",
        from: "is_open |= since.is_none_or(|since| now.duration_since(since) < LEASE);",
        to: "is_open |= since.is_none_or(|since| now.duration_since(since) > LEASE * 100_000);",
    },
    Mutation {
        name: "entries are packed again because the progress fell back",
        file: "src/search/pack.rs",
        from: "if self.is_known(segment).await? {",
        to: "if false {",
    },
    Mutation {
        name: "only a segment's own head says that it is packed",
        file: "src/search/step.rs",
        from: "let all = own.chain(self.index.layout.above(segment));",
        to: "let all = own.chain(self.index.layout.above(segment).take(0));",
    },
    Mutation {
        name: "the last entries of a segment need not be drawn yet",
        file: "src/search/pack.rs",
        from: "if len < *covered.end() {",
        to: "if len < *covered.start() {",
    },
    // Merging.
    Mutation {
        name: "segments are merged without one that is not there",
        file: "src/search/merge.rs",
        from: "if heads.len() as u64 != index.layout.radix {",
        to: "if heads.is_empty() {",
    },
    Mutation {
        name: "all builds of a segment have one number",
        file: "src/search/merge.rs",
        from: "build: store.increment(&index.keys.builds(level, number)).await?,",
        to: "build: store.increment(&index.keys.builds(level, number)).await?.min(1),",
    },
    Mutation {
        name: "a merge goes on in blocks of another size",
        file: "src/search/merge.rs",
        from: "begun.parts == parts && begun.block == block;",
        to: "begun.parts == parts;",
    },
    Mutation {
        name: "a merge goes on after the block that it was in",
        file: "src/search/merge.rs",
        from: "before.saturating_sub(1)",
        to: "before",
    },
    Mutation {
        name: "a merge goes on from the beginning of a block",
        file: "src/search/merge.rs",
        from: "let is_merged = |row: &mut Row| after.is_some_and(|after| row.token.as_str() <= after);",
        to: "let is_merged = |row: &mut Row| after.is_some_and(|after| row.token.as_str() < after);",
    },
    Mutation {
        name: "a merge is noted further than it is written",
        file: "src/search/merge.rs",
        from: "if !writes.is_empty() {
                store.set_many(writes).await?;",
        to: "if !writes.is_empty() {
                store.set(&key, record::encode(&merge)?).await?;
                store.set_many(writes).await?;",
    },
    // Searching.
    Mutation {
        name: "nobody looks in the segment that holds a missing one",
        file: "src/search/read.rs",
        from: "let all = own.chain(self.index.layout.above(part));",
        to: "let all = own.chain(self.index.layout.above(part).take(0));",
    },
    Mutation {
        name: "nobody looks in the parts of a missing segment",
        file: "src/search/read.rs",
        from: "let parts: Vec<Part> = self.index.layout.parts_of(part).collect();",
        to: "let parts: Vec<Part> = self.index.layout.parts_of(part).take(0).collect();",
    },
    Mutation {
        name: "a block that is missing is taken for empty",
        file: "src/search/segment.rs",
        from: "None => return Ok(None),",
        to: "None => {}",
    },
    Mutation {
        name: "a table that cannot be seen yet is taken for empty",
        file: "src/search/read.rs",
        from: "None => self.subject_before(found.n).await?,",
        to: "None => None,",
    },
    Mutation {
        name: "a missing segment shows what is beside it",
        file: "src/search/read.rs",
        from: "entries: entries.filter(|found| within.contains(&found.n)).collect(),",
        to: "entries: entries.filter(|found| !within.contains(&found.n)).collect(),",
    },
    Mutation {
        name: "a page leaves out what the last one had no room for",
        file: "src/search/find.rs",
        from: "(true, oldest) => Some(oldest + 1),",
        to: "(true, oldest) => Some(oldest),",
    },
    Mutation {
        name: "what is listed anew meanwhile counts as shown",
        file: "src/search/find.rs",
        from: "let earlier = self.from.before..=self.from.newest;",
        to: "let earlier = self.from.before - 1..=u64::MAX;",
    },
];

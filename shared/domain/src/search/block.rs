//! Blocks: sorted tokens with their postings, some kilobytes at a time.
//!
//! A block is a version, then one row after the other. Each row gives the token as what it
//! adds to the beginning of the one before, and the places of the entries as differences.

use serde::{Deserialize, Serialize};

use super::posting::Posting;
use crate::storage::StoreError;

/// The version of what is written now.
pub(super) const VERSION: u8 = 1;

/// A token, and the entries that have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) token: String,
    pub(super) posting: Posting,
}

/// A row as it is stored.
#[derive(Serialize, Deserialize)]
struct StoredRow<'a> {
    /// The number of bytes that the token shares with the one before.
    shared: usize,
    rest: &'a str,
    is_capped: bool,
    /// The first place, then the differences.
    steps: Vec<u32>,
}

/// A block that grows.
#[derive(Debug)]
pub(super) struct Writer {
    bytes: Vec<u8>,
    first: String,
    last: String,
}

/// A block that is complete.
#[derive(Debug)]
pub(super) struct Finished {
    pub(super) bytes: Vec<u8>,
    pub(super) first: String,
    pub(super) last: String,
}

impl Writer {
    /// Begins a block.
    pub(super) fn new() -> Self {
        Self {
            bytes: vec![VERSION],
            first: String::new(),
            last: String::new(),
        }
    }

    /// Adds a row whose token comes after all before.
    pub(super) fn push(&mut self, row: &Row) -> Result<(), StoreError> {
        let same = |(a, b): &(char, char)| a == b;
        let pairs = row.token.chars().zip(self.last.chars());
        let shared = pairs.take_while(same).map(|(c, _)| c.len_utf8()).sum();
        let mut before = 0;
        let mut step = |number: u32| {
            let step = number.saturating_sub(before);
            before = number;
            step
        };
        let stored = StoredRow {
            shared,
            rest: row.token.get(shared..).unwrap_or_default(),
            is_capped: row.posting.is_capped,
            steps: row.posting.numbers.iter().map(|n| step(*n)).collect(),
        };
        if self.is_empty() {
            self.first.clone_from(&row.token);
        }
        self.last.clone_from(&row.token);
        let bytes = postcard::to_extend(&stored, std::mem::take(&mut self.bytes));
        self.bytes = bytes.map_err(|error| StoreError(format!("a block: {error}")))?;
        Ok(())
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.bytes.len() <= 1
    }

    pub(super) const fn len(&self) -> usize {
        self.bytes.len()
    }

    pub(super) fn finish(self) -> Finished {
        Finished {
            bytes: self.bytes,
            first: self.first,
            last: self.last,
        }
    }
}

/// Reads the rows of a block.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<Row>, StoreError> {
    let mut rows = Vec::new();
    each(bytes, |row| rows.push(row))?;
    Ok(rows)
}

/// Calls `take` with each row of a block.
pub(super) fn each(bytes: &[u8], mut take: impl FnMut(Row)) -> Result<(), StoreError> {
    let fault = |what: &str| StoreError(format!("a block of the search index is {what}"));
    let (version, mut rest) = bytes.split_first().ok_or_else(|| fault("empty"))?;
    if *version != VERSION {
        return Err(fault("of another version"));
    }
    let mut token = String::new();
    while !rest.is_empty() {
        let row: StoredRow<'_>;
        (row, rest) = postcard::take_from_bytes(rest).map_err(|_| fault("broken"))?;
        let shared = token.get(..row.shared).ok_or_else(|| fault("broken"))?;
        token = format!("{shared}{}", row.rest);
        let mut place = 0_u32;
        let numbers = row.steps.into_iter().map(|step| {
            place = place.saturating_add(step);
            place
        });
        let posting = Posting {
            numbers: numbers.collect(),
            is_capped: row.is_capped,
        };
        take(Row {
            token: token.clone(),
            posting,
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use fastrand::Rng;

    use super::*;

    #[test]
    fn any_rows_are_read_as_they_were_written() {
        let mut rng = Rng::with_seed(1);
        for _ in 0..200 {
            let token = |rng: &mut Rng| -> String {
                let letters = ["a", "b", "ß", "ž", "日", "0"];
                (0..rng.usize(1..7))
                    .map(|_| letters[rng.usize(..6)])
                    .collect()
            };
            let mut tokens: Vec<String> = (0..rng.usize(1..60)).map(|_| token(&mut rng)).collect();
            tokens.sort_unstable();
            tokens.dedup();
            let rows = tokens.into_iter().map(|token| {
                let most = rng.choice([3, 200, 3_000_000]).unwrap();
                let mut numbers: Vec<u32> = (0..rng.usize(1..9)).map(|_| rng.u32(..most)).collect();
                numbers.sort_unstable();
                numbers.dedup();
                let posting = Posting {
                    numbers,
                    is_capped: rng.bool(),
                };
                Row { token, posting }
            });
            let rows: Vec<Row> = rows.collect();
            let mut writer = Writer::new();
            for row in &rows {
                writer.push(row).unwrap();
            }
            let block = writer.finish();
            assert_eq!(super::rows(&block.bytes).unwrap(), rows);
            let token = |row: Option<&Row>| row.unwrap().token.clone();
            assert_eq!(block.first, token(rows.first()));
            assert_eq!(block.last, token(rows.last()));
            // What is broken is an error, or other rows, but never a trap.
            let mut broken = block.bytes.clone();
            let at = rng.usize(..broken.len());
            broken[at] = rng.u8(..);
            let _ = super::rows(&broken);
            assert!(super::rows(&block.bytes[..0]).is_err());
        }
    }
}

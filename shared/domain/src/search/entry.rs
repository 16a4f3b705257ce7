//! Writing entries.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::query::cut;
use super::reason::Searchable;
use super::{Index, Subject};
use crate::context::{Context, Environment};
use crate::storage::record::{Record, encode};
use crate::storage::{Store, StoreError};
use crate::time::protocol::LEASE;

/// The most bytes that the tokens of one entry take in a segment: 64 such entries, packed,
/// fit a value.
const MAX_BYTES: usize = 5_000;

/// The bytes that a token takes in a segment beside its text.
const BYTES_BESIDE: usize = 5;

/// An entry: a subject, and the tokens by which it is found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub(super) subject: Subject,
    pub(super) tokens: Vec<String>,
}

impl Record for Entry {
    const VERSION: u32 = 1;
}

impl Entry {
    /// Makes the entries of a subject: one, unless it has very many tokens. Tokens of two
    /// entries are not found together.
    #[must_use]
    pub fn of(subject: &Subject, texts: &[Searchable]) -> Vec<Self> {
        let tokens = texts.iter().flat_map(Searchable::tokens);
        let tokens: Vec<String> = tokens.map(|token| cut(&token).to_owned()).collect();
        let mut known = std::collections::HashSet::new();
        let mut entries: Vec<Self> = Vec::new();
        let mut bytes = 0;
        for token in tokens
            .into_iter()
            .filter(|token| known.insert(token.clone()))
        {
            bytes += token.len() + BYTES_BESIDE;
            match entries.last_mut() {
                Some(entry) if bytes <= MAX_BYTES => entry.tokens.push(token),
                _ => {
                    bytes = token.len() + BYTES_BESIDE;
                    entries.push(Self {
                        subject: subject.clone(),
                        tokens: vec![token],
                    });
                }
            }
        }
        for entry in &mut entries {
            entry.tokens.sort_unstable();
        }
        entries
    }
}

/// Writes entries, and `writes` with them, by one draw and one call; returns the entries'
/// numbers. When it returns `Ok`, whoever searches finds them.
///
/// # Errors
/// When the store fails; some of it may be stored all the same.
pub async fn enter(
    context: Context<'_, impl Store, impl Environment>,
    index: &Index,
    entries: &[Entry],
    mut writes: Vec<(String, Vec<u8>)>,
) -> Result<RangeInclusive<u64>, StoreError> {
    loop {
        // The clock is read before the numbers are drawn, as the answer may take long to arrive.
        let drawn_at = context.environment.now();
        let is_late = || context.environment.now().duration_since(drawn_at) >= LEASE / 2;
        let drawn = context.store.draw(&index.keys.len(), entries.len()).await?;
        // A number that is still without an entry one lease after it was missed stays empty.
        // If these may be, or will be by the time of the write, the entries take others.
        if is_late() {
            continue;
        }
        let mut all = std::mem::take(&mut writes);
        for (n, entry) in drawn.clone().zip(entries) {
            all.push((index.keys.entry(n), encode(entry)?));
        }
        if !all.is_empty() {
            context.store.set_many(all).await?;
        }
        if !is_late() {
            return Ok(drawn);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::{Line, Order, Stage, Status};
    use crate::search::texts_of_order;
    use crate::time::Timestamp;

    #[test]
    fn an_order_of_a_thousand_items_takes_several_entries_none_of_them_large() {
        let status = Status::new("new", Stage::Received);
        let mut order = Order::new("1", Timestamp::UNIX_EPOCH, status, "EUR");
        let line = |n: usize| -> Line {
            let (id, sku) = (n.to_string(), format!("SKU-{n:07}-blue"));
            let line = serde_json::json!({ "id": id, "sku": sku, "name": "x", "quantity": "1" });
            serde_json::from_value(line).unwrap()
        };
        order.lines = (0..1000).map(line).collect();
        let entries = Entry::of(&Subject::Order("1".to_owned()), &texts_of_order(&order));
        let longest = entries
            .iter()
            .map(|entry| encode(entry).unwrap().len())
            .max();
        assert!((2..60).contains(&entries.len()), "{}", entries.len());
        assert!(longest < Some(6_000), "{longest:?}");
        let has = |token: &str| {
            entries
                .iter()
                .any(|entry| entry.tokens.iter().any(|t| t == token))
        };
        assert!(has("1") && has("sku0000999blue") && has("0998blue"));
    }
}

//! The lines of two versions, each beside itself.

use std::collections::{HashMap, HashSet};

use super::Moved;
use crate::order::{Line, Order, Quantity};

/// Two versions, with each line of the later one beside the same line of the
/// earlier one.
pub(super) struct Pairs<'a> {
    pub(super) before: &'a Order,
    pub(super) now: &'a Order,
    earlier: Vec<Option<&'a Line>>,
}

impl<'a> Pairs<'a> {
    pub(super) fn of(before: &'a Order, now: &'a Order) -> Self {
        // If two lines share an id, the first counts.
        let lines = before.lines.iter().rev();
        let by_id: HashMap<&str, &Line> = lines.map(|line| (line.id.as_str(), line)).collect();
        let with_id = |line: &Line| by_id.get(line.id.as_str()).copied();
        let mut earlier: Vec<Option<&Line>> = now.lines.iter().map(with_id).collect();
        if earlier.iter().any(Option::is_none) && !before.lines.is_empty() {
            let (was, is) = (by_item(before), by_item(now));
            let ids: HashSet<&str> = now.lines.iter().map(|line| line.id.as_str()).collect();
            for (line, earlier) in now.lines.iter().zip(&mut earlier) {
                let only = || {
                    let sku = item(line)?;
                    let was = was.get(sku).copied().flatten()?;
                    is.get(sku).copied().flatten()?;
                    (!ids.contains(was.id.as_str())).then_some(was)
                };
                *earlier = earlier.or_else(only);
            }
        }
        Self {
            before,
            now,
            earlier,
        }
    }

    /// Returns each line of the later version with the same one of the earlier.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Option<&'a Line>, &'a Line)> {
        self.earlier.iter().copied().zip(&self.now.lines)
    }

    /// Finds how far a quantity moved, line by line. A quantity that was not
    /// counted before counts as zero; one that is no longer counted has not moved.
    pub(super) fn moved(&self, count: impl Fn(&Line) -> Option<Quantity>) -> Vec<Moved> {
        let moved = |(old, line): (Option<&Line>, &Line)| {
            let to = count(line)?;
            let from = old.and_then(&count).unwrap_or_default();
            (from != to).then(|| Moved {
                line: line.id.clone(),
                from,
                to,
            })
        };
        self.iter().filter_map(moved).collect()
    }

    pub(super) fn grown(&self, count: impl Fn(&Line) -> Option<Quantity>) -> Vec<Moved> {
        let mut moved = self.moved(count);
        moved.retain(|line| line.to > line.from);
        moved
    }
}

/// Finds the line of each item; none for an item that several lines have. Two
/// systems may name one line by ids of their own.
fn by_item(order: &Order) -> HashMap<&str, Option<&Line>> {
    let mut lines: HashMap<&str, Option<&Line>> = HashMap::new();
    for line in &order.lines {
        if let Some(sku) = item(line) {
            let other = lines.contains_key(sku);
            lines.insert(sku, (!other).then_some(line));
        }
    }
    lines
}

fn item(line: &Line) -> Option<&str> {
    line.sku
        .as_deref()
        .map(str::trim)
        .filter(|sku| !sku.is_empty())
}

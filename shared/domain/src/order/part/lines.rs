//! Matching each line of a part with the shop's lines, and adding to them.

use std::collections::{HashMap, HashSet};

use super::LinePart;
use crate::order::{Line, LineQuantity, Quantity};

/// Finds, for each line of a part, the index of the order's line that it is:
/// the one with its id, or otherwise the only one left with its item. If one
/// line has the id and another has the item, the item counts: two systems that
/// number their lines from 1 do not mean the same lines.
pub(super) fn matches(parts: &[LinePart], lines: &[Line]) -> Vec<Option<usize>> {
    let by_id: HashMap<&str, usize> = (0..)
        .zip(lines)
        .map(|(index, line)| (line.id.as_str(), index))
        .collect();
    let with_id = |part: &LinePart| by_id.get(part.id.as_deref()?).copied();
    let agrees = |part: &LinePart, index: &usize| {
        let own = lines.get(*index).and_then(sku);
        sku_of(part).is_none_or(|sku| own.is_none_or(|own| own == sku))
    };
    let mut taken = HashSet::with_capacity(lines.len());
    let mut found = vec![None; parts.len()];
    settle(parts, &mut found, &mut taken, |part| {
        with_id(part).filter(|index| agrees(part, index))
    });
    let by_sku = only(lines, &taken);
    settle(parts, &mut found, &mut taken, |part| {
        by_sku.get(sku_of(part)?).copied().flatten()
    });
    settle(parts, &mut found, &mut taken, with_id);
    join(parts, &mut found, lines, with_id);
    found
}

/// Finds the order's lines for parts that name a line in another way than the part that
/// was matched with it: by its id, if that has its item alone, or the other way round.
fn join(
    parts: &[LinePart],
    found: &mut [Option<usize>],
    lines: &[Line],
    with_id: impl Fn(&LinePart) -> Option<usize>,
) {
    if found.iter().all(Option::is_some) {
        return;
    }
    let takers: HashMap<usize, &LinePart> = found
        .iter()
        .zip(parts)
        .filter_map(|(index, part)| Some(((*index)?, part)))
        .collect();
    let by_sku = only(lines, &HashSet::new());
    let has_sku = |part: &LinePart| by_sku.get(sku_of(part)?).copied().flatten();
    for (part, found) in parts.iter().zip(found) {
        let index = || with_id(part).or_else(|| has_sku(part));
        let is_other_name = |index: &usize| {
            takers.get(index).is_some_and(|taker| {
                (part.id.is_none() || taker.id.is_none())
                    && sku_of(part).zip(sku_of(taker)).is_none_or(|(a, b)| a == b)
            })
        };
        if found.is_none() {
            *found = index().filter(is_other_name);
        }
    }
}

/// Finds the order's lines for parts that have none yet; no two get the same.
fn settle(
    parts: &[LinePart],
    found: &mut [Option<usize>],
    taken: &mut HashSet<usize>,
    find: impl Fn(&LinePart) -> Option<usize>,
) {
    for (part, found) in parts.iter().zip(found) {
        if found.is_none() {
            *found = find(part).filter(|index| taken.insert(*index));
        }
    }
}

/// Finds the only line of each item that is not taken; none if several have the item.
fn only<'a>(lines: &'a [Line], taken: &HashSet<usize>) -> HashMap<&'a str, Option<usize>> {
    let mut only = HashMap::new();
    for (index, line) in lines.iter().enumerate() {
        if let Some(sku) = sku(line).filter(|_| !taken.contains(&index)) {
            let of_several = only.contains_key(sku);
            only.insert(sku, (!of_several).then_some(index));
        }
    }
    only
}

fn sku(line: &Line) -> Option<&str> {
    named(line.sku.as_deref())
}

fn sku_of(part: &LinePart) -> Option<&str> {
    named(part.sku.as_deref())
}

fn named(sku: Option<&str>) -> Option<&str> {
    sku.map(str::trim).filter(|sku| !sku.is_empty())
}

impl LinePart {
    /// Adds to the shop's line what the part knows of it.
    pub(super) fn add_to(&self, line: &mut Line) {
        super::add::fill(&mut line.sku, self.sku.as_ref());
        super::add::fill(&mut line.picture_url, self.picture_url.as_ref());
        line.total = line.total.or(self.total);
        line.needs_no_shipping |= self.needs_no_shipping;
        // If both count, the greater number is the news: no count is less than any.
        let count = |own: &mut Option<Quantity>, part| *own = (*own).max(part);
        count(&mut line.delivered, self.delivered);
        count(&mut line.cancelled, self.cancelled);
        count(&mut line.invoiced, self.invoiced);
        count(&mut line.credited, self.credited);
        count(&mut line.returned, self.returned);
        line.stock = self.stock.or(line.stock);
        if self.expected_on.is_some() {
            (line.expected_on, line.expected_by) = (self.expected_on, self.expected_by);
        }
    }
}

/// The lines of the shop's order, by the names that a part has for them.
pub(super) struct Names<'a>(HashMap<&'a str, Option<&'a str>>);

impl<'a> Names<'a> {
    /// Collects the names, once the part's lines were found among the order's.
    pub(super) fn new(parts: &'a [LinePart], found: &[Option<usize>], lines: &'a [Line]) -> Self {
        let ids = lines.iter().map(|line| line.id.as_str());
        let mut names: HashMap<_, _> = ids.map(|id| (id, Some(id))).collect();
        // The part's own names come first: both systems may number their lines from 1.
        for (part, found) in parts.iter().zip(found) {
            let line = found.and_then(|index| lines.get(index));
            names.insert(part.name_in_part(), line.map(|line| line.id.as_str()));
        }
        Self(names)
    }

    /// Translates the contents of a parcel or a refund of the part to the order's lines.
    pub(super) fn translate(&self, line_quantities: &[LineQuantity]) -> Vec<LineQuantity> {
        let translate = |line_quantity: &LineQuantity| {
            let line = self.0.get(line_quantity.line.as_str()).copied().flatten()?;
            Some(LineQuantity {
                line: line.to_owned(),
                quantity: line_quantity.quantity,
            })
        };
        line_quantities.iter().filter_map(translate).collect()
    }
}

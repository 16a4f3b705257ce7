//! The memory of what a history has said already: a shop that leaves something
//! out and says it again does not tell anything new.

use std::collections::{HashMap, HashSet};

use super::{Change, ChangeKind, Moved};
use crate::order::{Quantity, bare_number};

/// The papers, parcels and quantities that the changes of a history have named so far.
#[derive(Default)]
pub(crate) struct Mentioned {
    papers: HashSet<(ChangeKind, String)>,
    /// The parcels' numbers, without spaces and such.
    numbers: HashSet<String>,
    /// The quantities of each line.
    counts: HashMap<(ChangeKind, String), Quantity>,
    flags: HashSet<ChangeKind>,
}

impl Mentioned {
    /// Hears the next change, and tells whether it says anything new.
    pub(crate) fn is_new(&mut self, change: &Change) -> bool {
        let Some(kind) = change.kind() else {
            return true;
        };
        match change {
            Change::Invoiced { document, lines } | Change::Credited { document, lines } => {
                match document {
                    Some(number) => self.papers.insert((kind, number.clone())),
                    None => self.count(kind, lines),
                }
            }
            Change::PackingSlipPrinted | Change::Picked => self.flags.insert(kind),
            Change::TrackingEntered { from, to, .. } => {
                self.numbers.insert(bare_number(to)) || from.is_some()
            }
            Change::PartDelivered { lines } | Change::Delivered { lines } => {
                self.count(ChangeKind::Delivered, lines)
            }
            Change::DeliveryCorrected { lines } => {
                let all = lines.iter().cloned();
                let all = all.map(|moved| ((ChangeKind::Delivered, moved.line), moved.to));
                self.counts.extend(all);
                true
            }
            Change::Returned { lines } | Change::LinesCancelled { lines } => {
                self.count(kind, lines)
            }
            Change::Placed
            | Change::StatusChanged { .. }
            | Change::Cancelled { .. }
            | Change::ExpectedDateChanged { .. }
            | Change::BackInStock { .. }
            | Change::OutOfStock { .. }
            | Change::Refunded { .. }
            | Change::Removed
            | Change::Restored => true,
        }
    }

    fn count(&mut self, kind: ChangeKind, lines: &[Moved]) -> bool {
        let mut is_new = lines.is_empty();
        for moved in lines {
            let most = self.counts.entry((kind, moved.line.clone())).or_default();
            is_new |= moved.to > *most;
            *most = moved.to.max(*most);
        }
        is_new
    }
}

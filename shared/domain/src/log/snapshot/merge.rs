//! How a snapshot takes events in.

use super::{Rank, Snapshot, Version, digest};
use crate::changes::{Change, changes};
use crate::log::listing::waits_for;
use crate::log::{Event, MailEvent, Said, Told};
use crate::numbered::Numbered;
use crate::order::Order;

/// How many versions are kept before those that changed nothing are let go:
/// enough for any order, and far below the 1 MB that a value may have.
const MAX_VERSIONS: usize = 1000;

impl Snapshot {
    /// Takes events in. What comes back knows which other events it must see
    /// before it is a snapshot again.
    #[must_use]
    pub(in crate::log) fn merge(mut self, arrivals: Numbered<Event>) -> Merge {
        let mut orders = Numbered::default();
        if let Some((rank, order)) = self.newest_rank().zip(self.newest.take()) {
            orders.insert(rank.n, order);
        }
        for (n, event) in arrivals {
            let rank = Rank { at: event.at(), n };
            let Event {
                received_at, via, ..
            } = event;
            let digest = match event.said {
                Said::Order(order) => {
                    // While a version did not wait, what was said of an item may
                    // have passed the order by.
                    let waiting = waits_for(&order);
                    self.listed.waiting.retain(|sku| waiting.contains(sku));
                    let digest = digest(&order);
                    orders.insert(n, *order);
                    Some(digest)
                }
                Said::Deleted => None,
                Said::Fact {
                    at,
                    n: number,
                    fact,
                } => {
                    self.facts.take(Told {
                        at,
                        n: number.unwrap_or(n),
                        event: n,
                        received_at,
                        via,
                        fact,
                    });
                    continue;
                }
                Said::Released => {
                    self.released = self.released.max(n);
                    continue;
                }
                Said::Held(is_held) => {
                    self.held = self.held.max((n, is_held));
                    if !is_held {
                        self.released = self.released.max(n);
                    }
                    continue;
                }
                Said::Cancelled => {
                    self.cancelled = self.cancelled.max(Some((n, received_at)));
                    continue;
                }
                Said::Written(by_hand) => {
                    self.by_hand.insert(n, by_hand.id);
                    continue;
                }
                Said::Chosen(choice) => {
                    let last = self.choice.as_ref().map(|(at, n, _)| (*at, *n));
                    if last < Some((received_at, n)) {
                        self.choice = Some((received_at, n, choice));
                    }
                    continue;
                }
                Said::Link(change) => {
                    self.links.take(n, received_at, change);
                    continue;
                }
                Said::Mail { said, .. } => {
                    self.hear(n, &said);
                    continue;
                }
            };
            self.insert(Version {
                rank,
                received_at,
                via,
                digest,
                changes: None,
            });
        }
        Merge {
            snapshot: self,
            orders,
        }
    }

    /// Of versions with equal date and content, the first counts.
    fn insert(&mut self, version: Version) {
        let rank = version.rank;
        let twin = |other: &Version| other.rank.at == rank.at && other.digest == version.digest;
        if let Some(index) = self.versions.iter().position(twin) {
            if self
                .versions
                .get(index)
                .is_some_and(|twin| twin.rank.n <= rank.n)
            {
                return;
            }
            self.versions.remove(index);
            self.forget_changes_from(index);
        }
        let index = self.versions.partition_point(|version| version.rank < rank);
        self.versions.insert(index, version);
        self.forget_changes_from(index + 1);
    }

    /// Another version now stands before `index`: what the next ones changed
    /// must be found out anew, as far as the next that is an order.
    fn forget_changes_from(&mut self, index: usize) {
        for version in self.versions.iter_mut().skip(index) {
            version.changes = None;
            if !version.is_removal() {
                break;
            }
        }
    }

    fn let_go(&mut self) {
        let mut surplus = self.versions.len().saturating_sub(MAX_VERSIONS);
        let last = self.versions.len().saturating_sub(1);
        let mut index = 0;
        self.versions.retain(|version| {
            let keep = surplus == 0 || index == last || version.changes != Some(Vec::new());
            surplus -= usize::from(!keep);
            index += 1;
            keep
        });
    }

    /// Of what says the same, the first counts.
    fn hear(&mut self, n: u64, said: &MailEvent) {
        match self.heard(said) {
            Some(first) if first <= n => return,
            Some(later) => drop(self.heard.remove(later)),
            None => {}
        }
        self.heard.insert(n, digest(said));
    }
}

/// A snapshot under way: it has taken events in, and may have to see others.
pub(in crate::log) struct Merge {
    snapshot: Snapshot,
    orders: Numbered<Order>,
}

impl Merge {
    /// The numbers of the events that must be seen: both sides of every
    /// comparison that is to be made, and the newest.
    pub(in crate::log) fn needs(&self) -> Vec<u64> {
        let mut needs = Vec::from_iter(self.snapshot.newest_rank().map(|rank| rank.n));
        let mut before = None;
        for version in self
            .snapshot
            .versions
            .iter()
            .filter(|version| !version.is_removal())
        {
            if version.changes.is_none() {
                needs.extend(before);
                needs.push(version.rank.n);
            }
            before = Some(version.rank.n);
        }
        needs.retain(|n| self.orders.get(*n).is_none());
        needs.sort_unstable();
        needs.dedup();
        needs
    }

    /// Shows an event that was needed.
    pub(in crate::log) fn show(&mut self, n: u64, event: Event) {
        if let Said::Order(order) = event.said {
            self.orders.insert(n, *order);
        }
    }

    /// The snapshot, or `None` while an event that it needs was not shown.
    pub(in crate::log) fn finish(mut self) -> Option<Snapshot> {
        if !self.needs().is_empty() {
            return None;
        }
        let mut before: Option<u64> = None;
        let mut removed = false;
        for version in &mut self.snapshot.versions {
            if version.changes.is_none() {
                let order = |n| self.orders.get(n);
                version.changes = Some(match order(version.rank.n) {
                    Some(now) => {
                        let restored = removed.then_some(Change::Restored);
                        restored
                            .into_iter()
                            .chain(changes(before.and_then(order), now))
                            .collect()
                    }
                    None if removed || before.is_none() => Vec::new(),
                    None => vec![Change::Removed],
                });
            }
            removed = version.is_removal();
            if !removed {
                before = Some(version.rank.n);
            }
        }
        let newest = self.snapshot.newest_rank();
        self.snapshot.newest = newest.and_then(|rank| self.orders.remove(rank.n));
        self.snapshot.let_go();
        Some(self.snapshot)
    }
}

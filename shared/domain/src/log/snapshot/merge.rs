//! Taking events into a snapshot.

mod anew;
mod compare;

use anew::Anew;
use compare::is_within;

use super::{Rank, Snapshot, Urgency, Version, digest};
use crate::log::facts::step_of;
use crate::log::listing::waits_for;
use crate::log::{Event, EventPayload, MailEvent, RecordedFact};
use crate::order::Order;
use crate::storage::Numbered;

/// The number of versions that are kept before those that changed nothing are
/// let go: enough for any order, and far below the 1 MB that a value may have.
const MAX_VERSIONS: usize = 1000;

impl Snapshot {
    /// Takes events in. The result knows which other events it must see before
    /// it is a snapshot again.
    #[must_use]
    pub(in crate::log) fn merge(mut self, arrivals: Numbered<Event>) -> Merge {
        let mut orders = Numbered::default();
        let mut anew = Anew::default();
        if let Some((rank, order)) = self.newest_rank().zip(self.newest.take()) {
            orders.insert(rank.n, order);
        }
        for (n, event) in arrivals {
            let mut rank = Rank { at: event.at(), n };
            let Event {
                received_at, via, ..
            } = event;
            let is_trash = matches!(event.payload, EventPayload::Trashed);
            let digest = match event.payload {
                EventPayload::Order(order) => {
                    self.last_order = self.last_order.max(n);
                    // While a version did not wait for an item, the order may
                    // not have been told of the events about it.
                    let waiting = waits_for(&order);
                    self.listed.waiting.retain(|sku| waiting.contains(sku));
                    let digest = digest(&order);
                    orders.insert(n, *order);
                    Some(digest)
                }
                EventPayload::Deleted => None,
                EventPayload::Trashed => {
                    // It stands just behind the version that was known when it came.
                    rank.at = self.newest_rank().map_or(rank.at, |newest| newest.at);
                    None
                }
                EventPayload::Fact {
                    at,
                    n: number,
                    fact,
                } => {
                    let recorded = RecordedFact {
                        at,
                        n: number.unwrap_or(n),
                        event: n,
                        received_at,
                        via,
                        fact,
                    };
                    for moved in self.facts.put(recorded) {
                        self.by_facts.remove(&moved.event);
                        anew.fact(step_of(&moved));
                    }
                    continue;
                }
                EventPayload::Released => {
                    self.released = self.released.max(n);
                    continue;
                }
                EventPayload::Held(is_held) => {
                    self.held = self.held.max((n, is_held));
                    if !is_held {
                        self.released = self.released.max(n);
                    }
                    continue;
                }
                EventPayload::Cancelled => {
                    self.cancelled = self.cancelled.max(Some((n, received_at)));
                    continue;
                }
                EventPayload::Urgent(reason) => {
                    if self.urgent.as_ref().is_none_or(|(last, _)| *last < n) {
                        let urgency = reason.map(|reason| Urgency {
                            reason,
                            since: received_at,
                            by: event.by,
                        });
                        self.urgent = Some((n, urgency));
                    }
                    continue;
                }
                // Only the history shows it.
                EventPayload::Printed(_) => continue,
                EventPayload::ManualMail(manual_mail) => {
                    self.manual_mails.insert(n, manual_mail.id);
                    continue;
                }
                EventPayload::Preferences(preferences) => {
                    let last = self.choice.as_ref().map(|(at, n, _)| (*at, *n));
                    if last < Some((received_at, n)) {
                        self.choice = Some((received_at, n, preferences));
                    }
                    continue;
                }
                EventPayload::Link(change) => {
                    self.links.take(n, received_at, change);
                    continue;
                }
                EventPayload::Mail { event, .. } => {
                    self.note_report(n, &event);
                    continue;
                }
                EventPayload::Note(note) => {
                    self.notes.take(n, &note);
                    continue;
                }
            };
            let version = Version {
                rank,
                received_at,
                via,
                digest,
                is_trash,
                changes: Vec::new(),
            };
            self.insert(version, &mut anew);
        }
        Merge {
            anew: anew.range(&self),
            snapshot: self,
            orders,
        }
    }

    /// Tells whether the projection cannot go on from here with these. The place of the trash
    /// depends on the versions that came before it, so all is projected anew if one of them
    /// turns up after it, or if it turns up after one that came later.
    pub(in crate::log) fn is_overtaken_by(&self, arrivals: &Numbered<Event>) -> bool {
        let trash = self.versions.iter().filter(|version| version.is_trash);
        let last_trash = trash
            .map(|version| version.rank.n)
            .max()
            .unwrap_or_default();
        let mut arrivals = arrivals.iter();
        arrivals.any(|(&n, event)| {
            let is_order = event.payload.order().is_some();
            let is_trash = matches!(event.payload, EventPayload::Trashed);
            (is_order && n < last_trash) || (is_trash && n < self.last_order)
        })
    }

    /// Returns the same order before any of its events was applied, but with
    /// the data that does not follow from them.
    pub(in crate::log) fn before_all(&self) -> Self {
        Self {
            settled: self.settled.clone(),
            listed: self.listed.clone(),
            notices: self.notices,
            ..Self::default()
        }
    }

    /// Takes a version in. If several have equal date and content, the first
    /// counts, unless the order was in the trash between them.
    fn insert(&mut self, version: Version, anew: &mut Anew) {
        let rank = version.rank;
        let twin = |other: &Version| {
            let mut trash = self.versions.iter().filter(|version| version.is_trash);
            version.digest.is_some()
                && (other.rank.at, &other.digest) == (rank.at, &version.digest)
                && !trash.any(|trash| other.rank < trash.rank && trash.rank < rank)
        };
        if let Some(index) = self.versions.iter().position(twin) {
            if self
                .versions
                .get(index)
                .is_some_and(|twin| twin.rank.n <= rank.n)
            {
                return;
            }
            anew.moved(self.versions.remove(index).received_at);
        }
        let index = self.versions.partition_point(|version| version.rank < rank);
        // If an earlier version came later than this one, its place is before it now.
        let before = self.versions.iter().take(index);
        if before
            .clone()
            .any(|earlier| earlier.received_at > version.received_at)
        {
            anew.moved(version.received_at);
        }
        anew.version(rank);
        self.versions.insert(index, version);
    }

    fn let_go(&mut self) {
        let mut surplus = self.versions.len().saturating_sub(MAX_VERSIONS);
        let last = self.versions.len().saturating_sub(1);
        let mut index = 0;
        self.versions.retain(|version| {
            let keep = surplus == 0 || index == last || !version.changes.is_empty();
            surplus -= usize::from(!keep);
            index += 1;
            keep
        });
    }

    /// Notes a provider's report. If several say the same, the first counts.
    fn note_report(&mut self, n: u64, event: &MailEvent) {
        match self.first_report_of(event) {
            Some(first) if first <= n => return,
            Some(later) => drop(self.heard.remove(&later)),
            None => {}
        }
        self.heard.insert(n, digest(event));
    }
}

/// A snapshot in the making: it has taken events in, and may have to see others.
pub(in crate::log) struct Merge {
    snapshot: Snapshot,
    orders: Numbered<Order>,
    /// The steps whose changes must be found.
    anew: Option<(Rank, Option<Rank>)>,
}

impl Merge {
    /// Lists the numbers of the events that must be seen: every version that
    /// takes part in a comparison to be made, and the newest.
    pub(in crate::log) fn needs(&self) -> Vec<u64> {
        let snapshot = &self.snapshot;
        let mut needs = Vec::from_iter(snapshot.newest_rank().map(|rank| rank.n));
        if let Some((from, through)) = self.anew {
            needs.extend(snapshot.last_before(from).map(|rank| rank.n));
            let versions = snapshot.versions.iter().zip(snapshot.places());
            let anew = versions.filter(|(version, place)| {
                !version.is_removal() && is_within(*place, from, through)
            });
            needs.extend(anew.map(|(version, _)| version.rank.n));
        }
        needs.retain(|n| !self.orders.contains_key(n));
        needs.sort_unstable();
        needs.dedup();
        needs
    }

    /// Shows an event that was needed.
    pub(in crate::log) fn show(&mut self, n: u64, event: Event) {
        if let EventPayload::Order(order) = event.payload {
            self.orders.insert(n, *order);
        }
    }

    /// Returns the snapshot, or `None` while an event that it needs was not shown.
    pub(in crate::log) fn finish(mut self) -> Option<Snapshot> {
        if !self.needs().is_empty() {
            return None;
        }
        if let Some((from, through)) = self.anew {
            self.find_changes(from, through);
        }
        let newest = self.snapshot.newest_rank();
        self.snapshot.newest = newest.and_then(|rank| self.orders.remove(&rank.n));
        self.snapshot.facts.let_go();
        self.snapshot.note_waiting();
        self.snapshot.let_go();
        Some(self.snapshot)
    }
}

//! The fold of an order's events: a pure function of their set.
//!
//! The snapshot keeps the newest version whole, and of each distinct version
//! its rank, its digest and what it changed. An event that ranks highest
//! extends it; any other one is compared with its neighbours, which are read
//! from the log again. So a snapshot grows with what happened to an order, not
//! with the order's size times its versions.

use crate::time::Timestamp;
use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::listing::waits_for;
use super::{Choice, Entry, Event, Fact, Facts, Links, MailEvent, Said, State, Told, Via};
use crate::changes::{Change, changes};
use crate::ledger::Seen;
use crate::numbered::Numbered;
use crate::order::{Order, Stage};
use crate::record::Record;

/// How many versions are kept before those that changed nothing are let go:
/// enough for any order, and far below the 1 MB that a value may have.
const MAX_VERSIONS: usize = 1000;

/// What decides which of two versions is newer: the shop's own date of it, and
/// for equal dates (WooCommerce's clock ticks in seconds) the event's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Rank {
    /// The shop's date of the version.
    pub at: Timestamp,
    /// The event's number.
    pub n: u64,
}

/// The fold of an order's events, and which events it rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Which numbers were looked at.
    pub(super) seen: Seen,
    /// Every distinct version, by rank.
    versions: Vec<Version>,
    /// The newest version that is an order.
    newest: Option<Order>,
    /// What was said beside the versions.
    pub(crate) facts: Facts,
    /// The number of the last release.
    pub(crate) released: u64,
    /// Whether the merchant holds it, by the last event that says so.
    #[serde(default)]
    held: (u64, bool),
    /// The last event that cancelled what there was to tell, and when it came.
    #[serde(default)]
    pub(crate) cancelled: Option<(u64, Timestamp)>,
    /// The mails that the merchant sent, by their events, with what a second
    /// request for the same is known by.
    #[serde(default)]
    pub(crate) by_hand: Numbered<Option<String>>,
    /// What the customer chose last: when, in which event, and what.
    choice: Option<(Timestamp, u64, Choice)>,
    /// Which of its links lead to it.
    #[serde(default, skip_serializing_if = "Links::are_the_first")]
    links: Links,
    /// What providers said of the order's mails, by digests: of those that say
    /// the same, the first.
    #[serde(default)]
    heard: Numbered<String>,
    /// Of which events nothing was left to tell when that was last looked at,
    /// whatever had moved and moved back.
    pub(crate) settled: Settled,
    /// Where the order is listed.
    pub(crate) listed: Listed,
    /// How many notices the order has at least.
    pub(crate) notices: u64,
}

/// The events that were seen at some time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Settled {
    through: u64,
    /// Those of them that were not there then, and may have come since.
    missing: Vec<u64>,
    /// The newest version then.
    newest: Option<u64>,
}

/// Where an order is listed, so that it can be found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Listed {
    /// Among the shop's orders.
    pub(crate) as_order: bool,
    /// By this number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) number: Option<String>,
    /// Among those that wait for these items.
    pub(crate) waiting: Vec<String>,
    /// Of those, the ones whose items are to be looked at once more: a read
    /// right after the listing may have shown old values.
    pub(crate) unconfirmed: Vec<String>,
}

impl Record for Snapshot {
    const VERSION: u32 = 2;

    /// It is a cache: one of the first version is folded again from the log.
    fn upgrade(_: u32, _: &[u8]) -> Result<Self, String> {
        Ok(Self::default())
    }
}

/// One distinct version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Version {
    rank: Rank,
    /// When Wismo took it.
    received_at: Timestamp,
    /// How it came.
    #[serde(default)]
    via: Via,
    /// The content's digest; none for a deletion.
    digest: Option<String>,
    /// What it changed over the version before it; none while it must be found out.
    changes: Option<Vec<Change>>,
}

/// What became of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It was the newest word when it came.
    Counts,
    /// It was older than what was known already.
    CameLate,
    /// Another event said the same.
    Repeats {
        /// That event's number.
        event: u64,
    },
}

/// An event whose changes no notice has told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Untold {
    /// The event's number.
    pub(crate) n: u64,
    /// When Wismo took it.
    pub(crate) received_at: Timestamp,
    /// How it came.
    pub(crate) via: Via,
}

impl Snapshot {
    /// What the customer sees, or `None` before the first order.
    #[must_use]
    pub fn state(&self) -> Option<State> {
        let placed_at = self.newest.as_ref()?.placed_at;
        let entry = |version: &Version| {
            let changes = version
                .changes
                .clone()
                .filter(|changes| !changes.is_empty())?;
            let at = match (changes.as_slice(), placed_at) {
                ([Change::Placed], Some(placed_at)) => placed_at,
                _ => version.rank.at,
            };
            Some(Entry { at, changes })
        };
        let mut timeline: Vec<Entry> = self.versions.iter().filter_map(entry).collect();
        timeline.extend(self.told_by_facts().into_iter().map(|(_, entry)| entry));
        timeline.sort_by_key(|entry| entry.at);
        Some(State {
            order: self.order()?,
            removed: self.is_removed(),
            timeline,
        })
    }

    /// The newest version with what was said beside it.
    #[must_use]
    pub fn order(&self) -> Option<Order> {
        let mut order = self.newest.clone()?;
        self.facts.apply(&mut order);
        Some(order)
    }

    /// What the facts changed, one after the other, with their events. They only
    /// ever reach an order that waits, so they are read against one that still does.
    fn told_by_facts(&self) -> Vec<(u64, Entry)> {
        let Some(newest) = &self.newest else {
            return Vec::new();
        };
        let mut waiting = newest.clone();
        (waiting.status.stage, waiting.cancelled_at) = (Stage::Received, None);
        for line in &mut waiting.lines {
            (line.delivered, line.cancelled) = (None, None);
        }
        let mut facts = Facts::default();
        let mut entries = Vec::new();
        for told in self.facts.iter() {
            let base = if told.fact.sku().is_some() {
                &waiting
            } else {
                newest
            };
            let with = |facts: &Facts| {
                let mut order = base.clone();
                facts.apply(&mut order);
                order
            };
            let before = with(&facts);
            facts.take(told.clone());
            let changes = changes(Some(&before), &with(&facts));
            if !changes.is_empty() && !told.via.is_quiet() {
                let at = told.at;
                entries.push((told.event, Entry { at, changes }));
            }
        }
        entries
    }

    /// The rank of the newest version that counts as told.
    pub(crate) fn quiet_rank(&self) -> Option<Rank> {
        let mut versions = self.versions.iter().rev();
        let is_quiet =
            |version: &Version| version.via.is_quiet() || self.is_cancelled(version.rank.n);
        let quiet = versions.find(|version| is_quiet(version) && !version.is_removal());
        quiet.map(|version| version.rank)
    }

    /// The facts that count as told.
    pub(crate) fn quiet_facts(&self) -> Facts {
        self.facts
            .only(|told| told.via.is_quiet() || self.is_cancelled(told.event))
    }

    /// Whether the merchant cancelled what an event has to tell.
    pub(crate) fn is_cancelled(&self, n: u64) -> bool {
        self.cancelled.is_some_and(|(last, _)| n <= last)
    }

    /// Whether the merchant holds back what there is to tell.
    #[must_use]
    pub const fn is_held(&self) -> bool {
        self.held.1
    }

    /// The number of the event that holds the mail that was asked for under this id.
    #[must_use]
    pub fn by_hand(&self, id: &str) -> Option<u64> {
        let mut all = self.by_hand.iter();
        let found = all.find(|(_, known)| known.as_deref() == Some(id));
        found.map(|(n, _)| n)
    }

    /// The events beyond a basis that changed something, as far as they are not quiet.
    pub(crate) fn untold(&self, known: Option<Rank>, facts: &Facts) -> Vec<Untold> {
        let versions = self
            .versions
            .iter()
            .filter(|version| known.is_none_or(|known| known < version.rank))
            .filter(|version| version.changes.as_ref().is_some_and(|all| !all.is_empty()))
            .map(|version| Untold {
                n: version.rank.n,
                received_at: version.received_at,
                via: version.via,
            });
        let told = self.facts.iter().filter(|told| !facts.knows(told));
        let facts = told.map(|told| Untold {
            n: told.event,
            received_at: told.received_at,
            via: told.via,
        });
        let mut untold: Vec<Untold> = versions.chain(facts).collect();
        untold.retain(|untold| {
            let is_told = untold.via.is_quiet() || self.is_cancelled(untold.n);
            !is_told && !self.is_settled(untold.n)
        });
        untold
    }

    /// Whether the newest version waits for an item.
    #[must_use]
    pub fn waits_for(&self, sku: &str) -> bool {
        let newest = self.newest.as_ref();
        newest.is_some_and(|order| waits_for(order).iter().any(|other| other == sku))
    }

    /// What became of an event that says something of the order as a whole.
    pub(crate) fn verdict(&self, n: u64, event: &Event) -> Verdict {
        let at = event.at();
        let digest = match &event.said {
            Said::Order(order) => Some(digest(order)),
            Said::Deleted => None,
            Said::Fact {
                n: number, fact, ..
            } => {
                return self.verdict_on_fact(n, at, number.unwrap_or(n), fact);
            }
            Said::Mail { said, .. } => {
                return match self.heard(said) {
                    Some(event) if event != n => Verdict::Repeats { event },
                    Some(_) | None => Verdict::Counts,
                };
            }
            Said::Released
            | Said::Held(_)
            | Said::Cancelled
            | Said::Written(_)
            | Said::Chosen(_)
            | Said::Link(_) => return Verdict::Counts,
        };
        let same = |version: &&Version| version.rank.at == at && version.digest == digest;
        match self.versions.iter().find(same) {
            Some(version) if version.rank.n != n => Verdict::Repeats {
                event: version.rank.n,
            },
            Some(version) => {
                let mut others = self.versions.iter();
                if others.any(|other| other.rank > version.rank && other.rank.n < n) {
                    Verdict::CameLate
                } else {
                    Verdict::Counts
                }
            }
            // Let go since, as it changed nothing.
            None => Verdict::Counts,
        }
    }

    fn verdict_on_fact(&self, n: u64, at: Timestamp, number: u64, fact: &Fact) -> Verdict {
        let mut facts = self.facts.iter();
        match facts.find(|told| (told.at, told.n, &told.fact) == (at, number, fact)) {
            Some(told) if told.event != n => Verdict::Repeats { event: told.event },
            Some(_) => Verdict::Counts,
            None => Verdict::CameLate,
        }
    }

    /// Whether nothing of an event was left to tell when that was last looked at.
    /// What became the newest since, by what came late, is to be told after all.
    pub(crate) fn is_settled(&self, n: u64) -> bool {
        let settled = &self.settled;
        let newest = self.newest_rank().map(|rank| rank.n);
        let is_new = newest == Some(n) && settled.newest != newest;
        n <= settled.through && !settled.missing.contains(&n) && !is_new
    }

    /// Notes that nothing is left to tell of what was seen.
    pub(super) fn settle(&mut self) {
        self.settled = Settled {
            through: self.seen.through(),
            missing: self.seen.missing().collect(),
            newest: self.newest_rank().map(|rank| rank.n),
        };
    }

    /// What an event changed, and where it ranks if it is a version.
    pub(crate) fn changed_by(&self, n: u64) -> (Option<Rank>, Vec<Change>) {
        if let Some(version) = self.versions.iter().find(|version| version.rank.n == n) {
            let changes = version.changes.clone().unwrap_or_default();
            return (Some(version.rank), changes);
        }
        let told = self.told_by_facts().into_iter();
        let changes = told.filter(|(event, _)| *event == n);
        (None, changes.flat_map(|(_, entry)| entry.changes).collect())
    }

    /// What the customer chose about the mails.
    #[must_use]
    pub fn choice(&self) -> Choice {
        let last = self.choice.as_ref();
        last.map(|(_, _, choice)| choice.clone())
            .unwrap_or_default()
    }

    /// Which of the order's links lead to it.
    #[must_use]
    pub const fn links(&self) -> &Links {
        &self.links
    }

    /// The first event in which a provider said this, whenever that was so.
    pub(crate) fn heard(&self, said: &MailEvent) -> Option<u64> {
        let digest = digest(said);
        let mut heard = self.heard.iter();
        heard.find(|(_, other)| **other == digest).map(|(n, _)| n)
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

    /// When the first version came.
    #[must_use]
    pub fn since(&self) -> Option<Timestamp> {
        self.versions
            .iter()
            .map(|version| version.received_at)
            .min()
    }

    /// The newest version that is an order, and its rank.
    #[must_use]
    pub fn newest(&self) -> Option<(Rank, &Order)> {
        Some((self.newest_rank()?, self.newest.as_ref()?))
    }

    /// Where a version ranks here, known by its date and content: an event with
    /// a lower number may since have come with the same.
    pub(crate) fn rank_of(&self, order: &Order) -> Option<Rank> {
        let digest = Some(digest(order));
        let twin =
            |version: &&Version| version.rank.at == order.updated_at && version.digest == digest;
        self.versions.iter().find(twin).map(|version| version.rank)
    }

    /// Whether the shop removed the order.
    #[must_use]
    pub fn is_removed(&self) -> bool {
        self.versions.last().is_some_and(Version::is_removal)
    }

    fn newest_rank(&self) -> Option<Rank> {
        self.versions
            .iter()
            .rev()
            .find(|version| !version.is_removal())
            .map(|version| version.rank)
    }

    /// Takes events in. What comes back knows which other events it must see
    /// before it is a snapshot again.
    #[must_use]
    pub(super) fn merge(mut self, arrivals: Numbered<Event>) -> Merge {
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
}

impl Version {
    const fn is_removal(&self) -> bool {
        self.digest.is_none()
    }
}

fn digest(said: &impl Serialize) -> String {
    // What is said is always JSON; if it were not, its digest would only equal itself.
    let json = serde_json::to_vec(said).unwrap_or_default();
    let digest = Sha256::digest(json);
    STANDARD_NO_PAD.encode(digest.get(..16).unwrap_or_default())
}

/// A snapshot under way: it has taken events in, and may have to see others.
pub(super) struct Merge {
    snapshot: Snapshot,
    orders: Numbered<Order>,
}

impl Merge {
    /// The numbers of the events that must be seen: both sides of every
    /// comparison that is to be made, and the newest.
    pub(super) fn needs(&self) -> Vec<u64> {
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
    pub(super) fn show(&mut self, n: u64, event: Event) {
        if let Said::Order(order) = event.said {
            self.orders.insert(n, *order);
        }
    }

    /// The snapshot, or `None` while an event that it needs was not shown.
    pub(super) fn finish(mut self) -> Option<Snapshot> {
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

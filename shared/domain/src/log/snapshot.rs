//! The fold of an order's events: a pure function of their set.
//!
//! The snapshot keeps the newest version whole, and of each distinct version
//! its rank, its digest and what it changed. An event that ranks highest
//! extends it; any other one is compared with its neighbours, which are read
//! from the log again. So a snapshot grows with what happened to an order, not
//! with the order's size times its versions.

mod merge;
mod told;
mod verdict;

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::listing::waits_for;
use super::{Choice, Entry, Facts, Links, MailEvent, State, Via};
use crate::changes::{Change, changes};
use crate::ledger::Seen;
use crate::numbered::Numbered;
use crate::order::{Order, Stage};
use crate::record::Record;
use crate::time::Timestamp;

use told::Settled;
pub(crate) use told::Untold;
pub use verdict::Verdict;

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

    /// Whether the newest version waits for an item.
    #[must_use]
    pub fn waits_for(&self, sku: &str) -> bool {
        let newest = self.newest.as_ref();
        newest.is_some_and(|order| waits_for(order).iter().any(|other| other == sku))
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

    /// When the shop last changed the order.
    #[must_use]
    pub fn changed_at(&self) -> Option<Timestamp> {
        self.newest.as_ref().map(|order| order.updated_at)
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

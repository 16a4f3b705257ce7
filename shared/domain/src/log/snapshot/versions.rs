//! The versions of an order: which is newer, and where each stands among all steps.

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Snapshot;
use crate::changes::Change;
use crate::log::Via;
use crate::order::Order;
use crate::time::Timestamp;

/// The rank that decides which of two versions is newer: the shop's own date of it,
/// and for equal dates (WooCommerce's clock ticks in seconds) the event's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Rank {
    /// The shop's date of the version.
    pub at: Timestamp,
    /// The event's number.
    pub n: u64,
}

/// One distinct version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Version {
    pub(super) rank: Rank,
    /// The time when Wismo took it.
    pub(super) received_at: Timestamp,
    /// The way it came.
    #[serde(default)]
    pub(super) via: Via,
    /// The content's digest; none for a removal.
    pub(super) digest: Option<String>,
    /// True if it is a removal from which the order may come back unchanged.
    #[serde(default)]
    pub(super) is_trash: bool,
    /// The changes from the step before it.
    pub(super) changes: Vec<Change>,
}

impl Version {
    pub(super) const fn is_removal(&self) -> bool {
        self.digest.is_none()
    }
}

impl Snapshot {
    /// Returns the newest version that is an order, and its rank.
    #[must_use]
    pub fn newest(&self) -> Option<(Rank, &Order)> {
        Some((self.newest_rank()?, self.newest.as_ref()?))
    }

    /// Finds the rank that a version, known by its date and content, has here:
    /// an event with a lower number may since have come with the same content.
    /// A version that came back unchanged from the trash stands twice.
    pub(crate) fn rank_of(&self, known: Rank, order: &Order) -> Option<Rank> {
        let of_its_date = |version: &&Version| version.rank.at == order.updated_at;
        let first = self.versions.iter().find(of_its_date)?;
        if first.rank == known {
            return Some(known);
        }
        let digest = Some(digest(order));
        let twins = || {
            let versions = self.versions.iter().filter(of_its_date);
            versions.filter(|version| version.digest == digest)
        };
        let last = twins().rfind(|version| version.rank <= known);
        last.or_else(|| twins().next()).map(|version| version.rank)
    }

    /// Returns the rank of an event, if it is a version that counts.
    pub(crate) fn rank_of_event(&self, n: u64) -> Option<Rank> {
        let mut versions = self.versions.iter();
        let version = versions.find(|version| version.rank.n == n);
        version.map(|version| version.rank)
    }

    pub(super) fn newest_rank(&self) -> Option<Rank> {
        self.versions
            .iter()
            .rev()
            .find(|version| !version.is_removal())
            .map(|version| version.rank)
    }

    /// Tells whether the shop removed the order.
    #[must_use]
    pub fn is_removed(&self) -> bool {
        self.versions.last().is_some_and(Version::is_removal)
    }

    /// Finds the place of each version among all steps: the moment when it, or
    /// a newer one, had come. That is by our clock, as for facts: a shop's
    /// clock may lag, and an ERP may send the changes of a day at night.
    pub(super) fn places(&self) -> Vec<Rank> {
        let mut known_at = Timestamp::MAX;
        let mut places: Vec<Rank> = Vec::with_capacity(self.versions.len());
        for version in self.versions.iter().rev() {
            known_at = known_at.min(version.received_at);
            places.push(Rank { at: known_at, n: 0 });
        }
        places.reverse();
        places
    }

    /// Finds the place of an event among all steps that came at this time.
    pub(crate) fn place_of(&self, n: u64, received_at: Timestamp) -> Rank {
        let mut versions = self.versions.iter().zip(self.places());
        let version = versions.find(|(version, _)| version.rank.n == n);
        version.map_or(Rank { at: received_at, n }, |(_, place)| place)
    }

    /// Lists the versions before a place, newest first.
    pub(super) fn before(&self, place: Rank) -> impl Iterator<Item = &Version> {
        let versions = self.versions.iter().zip(self.places()).rev();
        let before = versions.filter(move |(_, other)| *other < place);
        before.map(|(version, _)| version)
    }

    pub(super) fn last_before(&self, place: Rank) -> Option<Rank> {
        let mut before = self.before(place);
        let last = before.find(|version| !version.is_removal());
        last.map(|version| version.rank)
    }

    pub(super) fn was_removed_before(&self, place: Rank) -> bool {
        self.before(place).next().is_some_and(Version::is_removal)
    }
}

/// Makes the digest by which equal contents are recognised.
pub(super) fn digest(content: &impl Serialize) -> String {
    // This always encodes as JSON; if it did not, its digest would only equal itself.
    let json = serde_json::to_vec(content).unwrap_or_default();
    let digest = Sha256::digest(json);
    STANDARD_NO_PAD.encode(digest.get(..16).unwrap_or_default())
}

//! The projection of an order's events: a pure function of their set.
//!
//! The snapshot keeps the newest version whole, and of each distinct version
//! its rank, its digest and its changes. An event that ranks highest extends
//! it; any other one is compared with its neighbours, which are read from the
//! log again. So a snapshot grows with what happened to an order, not with the
//! order's size times its versions.

mod beginning;
mod disposition;
mod history;
mod listed;
mod merge;
mod notified;
pub(in crate::log) mod steps;
mod versions;

use serde::{Deserialize, Serialize};

use super::{Actor, Facts, Links, MailEvent, MailPreferences, order_of};
use crate::notes::Notes;
use crate::order::{Order, StatusFrom};
use crate::settings::{Access, Settings};
use crate::storage::Numbered;
use crate::storage::event_log::SeenNumbers;
use crate::storage::record::Record;
use crate::time::Timestamp;

use beginning::Beginnings;
pub(crate) use beginning::Begun;
pub use disposition::Disposition;
use history::ByFact;
pub(crate) use listed::Listed;
use notified::Settled;
pub(crate) use notified::Unnotified;
pub use versions::Rank;
use versions::{Version, digest};

/// The projection of an order's events, and the events that it rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The numbers that were read.
    pub(super) seen: SeenNumbers,
    /// Every distinct version, by rank.
    versions: Vec<Version>,
    /// The newest version that is an order.
    newest: Option<Order>,
    /// The number of the last event that gave the order as a whole.
    #[serde(default)]
    last_order: u64,
    /// The facts that were recorded beside the versions.
    pub(crate) facts: Facts,
    /// The changes that each fact made, by its event, for facts that have a
    /// place in the history.
    #[serde(default, skip_serializing_if = "Numbered::is_empty")]
    by_facts: Numbered<ByFact>,
    /// The beginning of the order, once it was more than a draft, by who decides that.
    #[serde(default)]
    begun: Beginnings,
    /// The number of the last release.
    pub(crate) released: u64,
    /// The last event that says whether the merchant holds the order, and its answer.
    #[serde(default)]
    held: (u64, bool),
    /// The last event that says whether the order is urgent, and its answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    urgent: Option<(u64, Option<Urgency>)>,
    /// The last event that cancelled what there was to tell, and the time when it came.
    #[serde(default)]
    pub(crate) cancelled: Option<(u64, Timestamp)>,
    /// The mails that the merchant sent, by their events, each with the id by
    /// which a second request for the same mail is known.
    #[serde(default)]
    pub(crate) manual_mails: Numbered<Option<String>>,
    /// The customer's last preferences, after their time and their event.
    choice: Option<(Timestamp, u64, MailPreferences)>,
    /// The notes that the staff wrote for itself.
    #[serde(default, skip_serializing_if = "Notes::is_empty")]
    notes: Notes,
    /// The links of the order that lead to it.
    #[serde(default, skip_serializing_if = "Links::are_the_first")]
    links: Links,
    /// The digests of the providers' reports about the order's mails; the first of
    /// equal ones.
    #[serde(default)]
    heard: Numbered<String>,
    /// The events of which nothing was left to tell when the order was last processed,
    /// whatever moved and moved back.
    pub(crate) settled: Settled,
    /// The lists that the order is in.
    pub(crate) listed: Listed,
    /// The least number of notices that the order has.
    pub(crate) notices: u64,
}

/// The reason why an order is urgent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Urgency {
    /// The reason, in a member's words.
    pub reason: String,
    /// The time since when it is urgent.
    pub since: Timestamp,
    /// The member who said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Actor>,
}

impl Record for Snapshot {
    const VERSION: u32 = 2;

    /// Starts from an empty snapshot: it is a cache, so one of the first
    /// version is projected again from the log.
    fn upgrade(_: u32, _: &[u8]) -> Result<Self, String> {
        Ok(Self::default())
    }
}

impl Snapshot {
    /// Tells whether an order's links were good for a time that is over. A new
    /// link, or one that the merchant restored, starts that time anew.
    #[must_use]
    pub fn links_have_ended(&self, access: &Access, now: Timestamp) -> bool {
        let since = self.changed_at().max(self.links().renewed_at());
        since.is_some_and(|since| access.has_ended(since, now))
    }

    /// Returns the newest version with the facts beside it.
    #[must_use]
    pub fn order(&self) -> Option<Order> {
        self.order_by(StatusFrom::Shop)
    }

    /// Returns the same, with the status according to who decides it.
    #[must_use]
    pub fn order_by(&self, status_from: StatusFrom) -> Option<Order> {
        order_of(self.newest.as_ref(), &self.facts, status_from)
    }

    /// Returns the order as the merchant reads it: with the status according to who decides
    /// it, and with the merchant's meanings and words for it.
    #[must_use]
    pub fn order_read_by(&self, settings: &Settings) -> Option<Order> {
        let mut order = self.order_by(settings.status_from)?;
        settings.apply(&mut order);
        Some(order)
    }

    /// Tells whether the merchant holds back what there is to tell.
    #[must_use]
    pub const fn is_held(&self) -> bool {
        self.held.1
    }

    /// Returns the reason why the order is urgent, if it is.
    #[must_use]
    pub fn urgency(&self) -> Option<&Urgency> {
        let (_, urgency) = self.urgent.as_ref()?;
        urgency.as_ref()
    }

    /// Finds the number of the event that holds the mail that was asked for under this id.
    #[must_use]
    pub fn manual_mail(&self, id: &str) -> Option<u64> {
        let mut all = self.manual_mails.iter();
        let found = all.find(|(_, known)| known.as_deref() == Some(id));
        found.map(|(n, _)| *n)
    }

    /// Returns the customer's preferences about the mails.
    #[must_use]
    pub fn preferences(&self) -> MailPreferences {
        let last = self.choice.as_ref();
        last.map(|(_, _, preferences)| preferences.clone())
            .unwrap_or_default()
    }

    /// Returns the order's links that lead to it.
    #[must_use]
    pub const fn links(&self) -> &Links {
        &self.links
    }

    /// Returns the notes that the staff wrote for itself.
    #[must_use]
    pub const fn notes(&self) -> &Notes {
        &self.notes
    }

    /// Finds the first event in which a provider reported this, whenever that happened.
    pub(crate) fn first_report_of(&self, event: &MailEvent) -> Option<u64> {
        let digest = digest(event);
        let mut reports = self.heard.iter();
        reports
            .find(|(_, other)| **other == digest)
            .map(|(n, _)| *n)
    }

    /// Returns the time when the first version came.
    #[must_use]
    pub fn since(&self) -> Option<Timestamp> {
        let versions = self.versions.iter();
        let first = versions.map(|version| version.received_at).min();
        // The ERP may have been the first to send enough.
        let begun = || {
            self.begun
                .by(StatusFrom::Erp)
                .map(|begun| begun.received_at)
        };
        first.or_else(begun)
    }

    /// Returns the time when the last version or fact of the order came.
    pub(crate) fn last_at(&self) -> Option<Timestamp> {
        let versions = self.versions.iter().map(|version| version.received_at);
        let facts = self.facts.iter().map(|recorded| recorded.received_at);
        versions.chain(facts).max()
    }

    /// Returns the time when the shop, or the ERP beside it, last changed the order.
    #[must_use]
    pub fn changed_at(&self) -> Option<Timestamp> {
        let own = self.newest.as_ref().map(|order| order.updated_at);
        let facts = self
            .facts
            .iter()
            .filter(|recorded| recorded.fact.sku().is_none());
        own.max(facts.map(|recorded| recorded.at).max())
    }
}

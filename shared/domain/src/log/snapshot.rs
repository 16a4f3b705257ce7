//! The projection of an order's events: a pure function of their set.
//!
//! The snapshot keeps the newest version whole, and of each distinct version
//! its rank, its digest and its changes. An event that ranks highest extends
//! it; any other one is compared with its neighbours, which are read from the
//! log again. So a snapshot grows with what happened to an order, not with the
//! order's size times its versions.

mod disposition;
mod merge;
mod notified;
pub(in crate::log) mod steps;

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::listing::waits_for;
use super::{
    Actor, Facts, Links, MailEvent, MailPreferences, Moment, RecordedFact, State, Via, order_of,
};
use crate::changes::Change;
use crate::log::{Baseline, Skip};
use crate::notes::Notes;
use crate::order::{Order, Stage, Status, StatusFrom, built_in};
use crate::search::Searched;
use crate::settings::{Access, Settings};
use crate::storage::Numbered;
use crate::storage::event_log::SeenNumbers;
use crate::storage::record::Record;
use crate::time::{Date, Duration, Timestamp};

pub use disposition::Disposition;
use notified::Settled;
pub(crate) use notified::Unnotified;

/// The age from which an order counts as an old one, if it was placed that long before
/// it was first seen: its shop was connected since, or edits its orders in bulk.
const OLD: Duration = Duration::days(7);

/// The rank that decides which of two versions is newer: the shop's own date of it,
/// and for equal dates (WooCommerce's clock ticks in seconds) the event's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Rank {
    /// The shop's date of the version.
    pub at: Timestamp,
    /// The event's number.
    pub n: u64,
}

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

/// The lists that an order is in, so that it can be found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Listed {
    /// True if it is listed among the shop's orders.
    pub(crate) as_order: bool,
    /// The number that it is listed by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) number: Option<String>,
    /// True once it was looked up whether who ordered is on the watch list.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) watch_checked: bool,
    /// The order's entries in the search index.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) searched: Option<Searched>,
    /// The day for which it was last noted as promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) promised: Option<Date>,
    /// The codes of its statuses that were last noted as seen in the shop.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) statuses: Vec<String>,
    /// The items in whose lists of waiting orders it is.
    pub(crate) waiting: Vec<String>,
    /// The items among those that must be read once more: a read right
    /// after the listing may have shown old values.
    pub(crate) unconfirmed: Vec<String>,
}

impl Record for Snapshot {
    const VERSION: u32 = 2;

    /// Starts from an empty snapshot: it is a cache, so one of the first
    /// version is projected again from the log.
    fn upgrade(_: u32, _: &[u8]) -> Result<Self, String> {
        Ok(Self::default())
    }
}

/// One distinct version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Version {
    rank: Rank,
    /// The time when Wismo took it.
    received_at: Timestamp,
    /// The way it came.
    #[serde(default)]
    via: Via,
    /// The content's digest; none for a removal.
    digest: Option<String>,
    /// True if it is a removal from which the order may come back unchanged.
    #[serde(default)]
    is_trash: bool,
    /// The changes from the step before it.
    changes: Vec<Change>,
}

/// The changes that a fact made. They stay when the fact itself is let go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct ByFact {
    /// The time from which it was so, according to its sender.
    at: Timestamp,
    /// The time when Wismo took it.
    received_at: Timestamp,
    changes: Vec<Change>,
    /// True if it says where the order stands.
    #[serde(default)]
    has_status: bool,
    /// True if it was known before the order came.
    #[serde(default)]
    is_known: bool,
}

impl ByFact {
    /// Keeps the changes of a fact; none if it has no place in the history.
    fn of(recorded: &RecordedFact, changes: Vec<Change>) -> Option<Self> {
        let part = recorded.fact.part();
        let has_status = part.is_some_and(|part| part.status.is_some());
        (has_status || !changes.is_empty()).then(|| Self {
            at: recorded.at,
            received_at: recorded.received_at,
            changes,
            has_status,
            is_known: recorded.via.is_quiet() && part.is_none(),
        })
    }
}

/// A step of an order's history: a version, or a fact.
struct Step {
    /// The rank of a version, or the time when a fact came.
    step: Rank,
    /// The place among all steps.
    place: Rank,
    /// The time from which it was so, according to its sender.
    at: Timestamp,
    changes: Vec<Change>,
    /// The system that the order's status comes from, if two systems report on the order.
    status_from: Option<StatusFrom>,
    /// True if it was known before the order came.
    is_known: bool,
}

/// The beginning of an order, according to each system that may decide where it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Beginnings {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by_shop: Option<Begun>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by_erp: Option<Begun>,
}

impl Beginnings {
    const fn by(&self, status_from: StatusFrom) -> Option<&Begun> {
        match status_from {
            StatusFrom::Shop => self.by_shop.as_ref(),
            StatusFrom::Erp => self.by_erp.as_ref(),
        }
    }

    const fn by_mut(&mut self, status_from: StatusFrom) -> &mut Option<Begun> {
        match status_from {
            StatusFrom::Shop => &mut self.by_shop,
            StatusFrom::Erp => &mut self.by_erp,
        }
    }

    /// Forgets beginnings at this step or later.
    fn forget_from(&mut self, from: Rank) {
        for status_from in StatusFrom::BOTH {
            self.by_mut(status_from)
                .take_if(|begun| begun.place >= from);
        }
    }

    /// Returns the later of the two steps; none unless the order has begun by both.
    fn last(&self) -> Option<Rank> {
        let (by_shop, by_erp) = (self.by_shop.as_ref()?, self.by_erp.as_ref()?);
        Some(by_shop.place.max(by_erp.place))
    }
}

/// The beginning of an order: the first step at which it was more than a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Begun {
    /// The step itself: a version's rank, or the time when a fact came.
    pub(crate) step: Rank,
    /// The place among all steps.
    place: Rank,
    /// The rank among the second system's parts, if the step is one of those.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    part: Option<(Timestamp, u64)>,
    /// The time when Wismo took it; a part also adds to a version, and that must be there.
    received_at: Timestamp,
    /// The order's status at that step.
    pub(crate) status: Status,
    /// The time when the order was placed, according to that step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    placed_at: Option<Timestamp>,
    /// True if it is a part of another order.
    #[serde(default)]
    is_part: bool,
}

impl Begun {
    /// Tells whether it is known from a version and facts.
    pub(crate) fn is_known(&self, version: Option<Rank>, facts: &Facts) -> bool {
        match self.part {
            Some(part) => facts.index().knows_part(part),
            None => version >= Some(self.step),
        }
    }
}

impl Snapshot {
    /// Makes the customer's view under the merchant's settings, or `None`
    /// before the first order.
    #[must_use]
    pub fn state(&self, settings: &Settings) -> Option<State> {
        let order = self.order_by(settings.status_from)?;
        Some(self.state_with(order, self.steps(), settings))
    }

    /// Tells whether an order's links were good for a time that is over. A new
    /// link, or one that the merchant restored, starts that time anew.
    #[must_use]
    pub fn links_have_ended(&self, access: &Access, now: Timestamp) -> bool {
        let since = self.changed_at().max(self.links().renewed_at());
        since.is_some_and(|since| access.has_ended(since, now))
    }

    /// Makes the view of a customer who knows only a baseline.
    pub(crate) fn state_of(&self, baseline: &Baseline, settings: &Settings) -> Option<State> {
        let order = order_of(baseline.order(), &baseline.facts, settings.status_from)?;
        let version = baseline.version.as_ref();
        let rank = version.map(|(rank, order)| self.rank_of(*rank, order).unwrap_or(*rank));
        let facts = baseline.facts.index();
        let mut steps = self.steps();
        steps.retain(|step| {
            let mut known = self.facts.iter();
            match known.find(|recorded| recorded.event == step.step.n) {
                Some(recorded) => facts.knows(recorded),
                // A fact that was let go was told long ago.
                None => self.by_facts.contains_key(&step.step.n) || Some(step.step) <= rank,
            }
        });
        Some(self.state_with(order, steps, settings))
    }

    fn state_with(&self, order: Order, steps: Vec<Step>, settings: &Settings) -> State {
        let placed_at = order.placed_at;
        let mut timeline = Vec::new();
        let mut tell = |at: Timestamp, status_from, changes: Vec<Change>| {
            let (placed, rest): (Vec<Change>, Vec<Change>) = changes
                .into_iter()
                .partition(|change| *change == Change::Placed);
            let placed = (placed_at.unwrap_or(at), placed);
            for (at, changes) in [placed, (at, rest)] {
                if !changes.is_empty() {
                    timeline.push(Moment {
                        at,
                        changes,
                        status_from,
                    });
                }
            }
        };
        for step in steps {
            if !step.is_known {
                tell(step.at, step.status_from, step.changes);
            }
        }
        // An order that came to nothing before it was the customer's was placed
        // all the same.
        if self.begun == Beginnings::default() && order.status.stage != Stage::Draft {
            tell(order.updated_at, None, vec![Change::Placed]);
        }
        timeline.sort_by_key(|entry| entry.at);
        let mut state = State {
            order,
            removed: self.is_removed(),
            timeline,
        };
        state.read_by(settings);
        state
    }

    /// Lists the steps of the order's history, in their order.
    fn steps(&self) -> Vec<Step> {
        let mut steps = Vec::with_capacity(self.versions.len());
        for (version, place) in self.versions.iter().zip(self.places()) {
            // Neither has a date of the shop's own: what comes back may be unchanged.
            let is_undated = version.is_removal() || version.changes.contains(&Change::Restored);
            steps.push(Step {
                step: version.rank,
                place,
                at: match is_undated {
                    true => version.received_at,
                    false => version.rank.at,
                },
                changes: version.changes.clone(),
                status_from: Some(StatusFrom::Shop),
                is_known: false,
            });
        }
        for (&n, by_fact) in self.by_facts.iter() {
            let at = by_fact.received_at;
            steps.push(Step {
                step: Rank { at, n },
                place: Rank { at, n },
                at: by_fact.at,
                changes: by_fact.changes.clone(),
                status_from: by_fact.has_status.then_some(StatusFrom::Erp),
                is_known: by_fact.is_known,
            });
        }
        // Versions of one place stay in their order.
        steps.sort_by_key(|step| step.place);
        // A system that reports alone decides, whatever the settings say.
        let (mut shop, mut erp) = (false, false);
        for step in &mut steps {
            shop |= step.status_from == Some(StatusFrom::Shop);
            erp |= step.status_from == Some(StatusFrom::Erp);
            step.status_from = step.status_from.filter(|_| shop && erp);
        }
        steps
    }

    /// Returns the number of the order's newest entry in the search index.
    pub(crate) fn search_entry(&self) -> Option<u64> {
        self.listed.searched.as_ref().map(|searched| searched.entry)
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

    /// Lists the items that the order waits for, sorted, whichever system
    /// decides where it stands.
    pub(crate) fn waiting(&self) -> Vec<String> {
        let orders = StatusFrom::BOTH
            .into_iter()
            .filter_map(|by| self.order_by(by));
        let mut waiting: Vec<String> = orders.flat_map(|order| waits_for(&order)).collect();
        waiting.sort_unstable();
        waiting.dedup();
        waiting
    }

    /// Returns the day that is promised, whichever system decides where the order stands.
    pub(crate) fn promised_for(&self) -> Option<Date> {
        let orders = StatusFrom::BOTH.into_iter();
        let orders = orders.filter_map(|by| self.order_by(by));
        let first = orders.filter_map(|order| order.promised_for()).min();
        first.filter(|_| !self.is_removed())
    }

    /// Lists the statuses that the order has, by each of those who may decide it, as they say
    /// it themselves: without the built-in ones, which every shop has.
    pub(crate) fn statuses(&self) -> Vec<Status> {
        let mut all: Vec<Status> = Vec::new();
        if self.is_removed() {
            return all;
        }
        for order in StatusFrom::BOTH
            .into_iter()
            .filter_map(|by| self.order_by(by))
        {
            let status = order.status;
            let is_known = all.iter().any(|other| other.code == status.code);
            if !is_known && built_in(&status.code).is_none() {
                all.push(status);
            }
        }
        all
    }

    /// Notes that the order is no longer listed for items that it does not wait
    /// for: it is not told of events about them in the meantime.
    fn note_waiting(&mut self) {
        let waiting = self.waiting();
        let listed = &mut self.listed.waiting;
        listed.retain(|sku| waiting.binary_search(sku).is_ok());
    }

    /// Returns the beginning of the order; none while it is no more than a draft.
    pub(crate) const fn begun(&self, status_from: StatusFrom) -> Option<&Begun> {
        self.begun.by(status_from)
    }

    /// Returns the reason why nobody is told that the order was placed, nor its
    /// state when it was first seen.
    pub(crate) fn silence(&self, status_from: StatusFrom) -> Option<Skip> {
        let begun = self.begun(status_from)?;
        if begun.is_part {
            return Some(Skip::PartOfAnother);
        }
        let age = self.since()?.duration_since(begun.placed_at?);
        (age > OLD).then_some(Skip::OldOrder)
    }

    /// Tells whether what a step says counts as told because the order was
    /// first seen so and nobody is to be told of that. This holds for the step
    /// that it began with, and for all that was there before.
    pub(crate) fn is_silent(
        &self,
        place: Rank,
        received_at: Timestamp,
        status_from: StatusFrom,
    ) -> bool {
        let is_first = |begun: &Begun| place <= begun.place && received_at <= begun.received_at;
        self.begun(status_from).is_some_and(is_first) && self.silence(status_from).is_some()
    }

    /// Finds the place of each version among all steps: the moment when it, or
    /// a newer one, had come. That is by our clock, as for facts: a shop's
    /// clock may lag, and an ERP may send the changes of a day at night.
    fn places(&self) -> Vec<Rank> {
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
    fn before(&self, place: Rank) -> impl Iterator<Item = &Version> {
        let versions = self.versions.iter().zip(self.places()).rev();
        let before = versions.filter(move |(_, other)| *other < place);
        before.map(|(version, _)| version)
    }

    fn last_before(&self, place: Rank) -> Option<Rank> {
        let mut before = self.before(place);
        let last = before.find(|version| !version.is_removal());
        last.map(|version| version.rank)
    }

    fn was_removed_before(&self, place: Rank) -> bool {
        self.before(place).next().is_some_and(Version::is_removal)
    }

    /// Lists the changes of each event, as the merchant reads them.
    pub(crate) fn changes_read_by(&self, settings: &Settings) -> Numbered<Vec<Change>> {
        let mut steps = self.steps();
        let all = steps.iter_mut();
        settings.apply_to_history(all.map(|step| (step.status_from, &mut step.changes)));
        let mut read = Numbered::default();
        for step in steps {
            read.insert(step.step.n, step.changes);
        }
        read
    }

    /// Returns the rank of an event, if it is a version that counts.
    pub(crate) fn rank_of_event(&self, n: u64) -> Option<Rank> {
        let mut versions = self.versions.iter();
        let version = versions.find(|version| version.rank.n == n);
        version.map(|version| version.rank)
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

    /// Returns the newest version that is an order, and its rank.
    #[must_use]
    pub fn newest(&self) -> Option<(Rank, &Order)> {
        Some((self.newest_rank()?, self.newest.as_ref()?))
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

    /// Tells whether the shop removed the order.
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

/// Makes the digest by which equal contents are recognised.
fn digest(content: &impl Serialize) -> String {
    // This always encodes as JSON; if it did not, its digest would only equal itself.
    let json = serde_json::to_vec(content).unwrap_or_default();
    let digest = Sha256::digest(json);
    STANDARD_NO_PAD.encode(digest.get(..16).unwrap_or_default())
}

//! The news in an order's log that its customer has not been told.

use super::PreparedNotice;
use crate::changes::{Change, Retracted, changes, first_changes};
use crate::log::{Baseline, Facts, Rank, Snapshot, Unnotified, Via, order_of};
use crate::order::{Order, Stage, StatusFrom};
use crate::settings::Settings;
use crate::time::Timestamp;

/// A notice's successor, as far as it is known: what the customer knows, and what is to
/// be told beyond that.
pub(super) struct Pending {
    /// The customer's knowledge; none before the first notice.
    pub(super) known: Option<Baseline>,
    /// The news; none if there is nothing to tell.
    pub(super) news: Option<PendingChanges>,
}

/// The news that there is to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PendingChanges {
    /// The order as the customer will know it, in the merchant's terms.
    pub(super) order: Order,
    /// The order as they know it, and what they know beside it; none if they do
    /// not know of it.
    pub(super) before: Option<(Order, Retracted)>,
    /// The baseline that they will have then.
    pub(super) baseline: Baseline,
    /// The changes from what they knew.
    pub(super) changes: Vec<Change>,
    /// The time when the first of it came.
    pub(super) since: Timestamp,
    /// True if it waits for the merchant's release.
    pub(super) is_held: bool,
}

/// Finds what the customer knows: what the last prepared notice told, or a version since
/// then that counts as told.
pub(super) fn known(
    last: Option<&PreparedNotice>,
    quiet: Option<(Rank, Order)>,
) -> Option<Baseline> {
    let baseline = last.and_then(|prepared| prepared.baseline.clone());
    match quiet {
        Some((rank, order))
            if baseline
                .as_ref()
                .is_none_or(|baseline| baseline.rank() < Some(rank)) =>
        {
            let baseline = baseline.unwrap_or_default();
            let retracted = match baseline.order() {
                Some(before) => baseline.retracted.clone().after(before, &order),
                None => baseline.retracted.clone(),
            };
            Some(Baseline {
                version: Some((rank, order)),
                retracted,
                ..baseline
            })
        }
        _ => baseline,
    }
}

/// Finds the news that the log holds beyond the baseline: the projection of the order's
/// events together with the baseline, and the changes between the two. A value
/// that moved and moved back is not news.
pub(super) fn news(
    known: Option<&Baseline>,
    snapshot: &Snapshot,
    settings: &Settings,
) -> Option<PendingChanges> {
    // A customer who was told of the order is told on, even if later events say
    // that it never began.
    let is_told = known.is_some_and(|baseline| baseline.is_notified);
    let begun = snapshot.begun(settings.status_from);
    if begun.is_none() && !is_told {
        return None;
    }
    if snapshot.is_removed() {
        return None;
    }
    let here = known.and_then(|baseline| rank(baseline, snapshot));
    let newest = snapshot.newest().map(|(rank, order)| (rank, order.clone()));
    // A reading that is older than the baseline does not tell anything about versions.
    let version = match known.and_then(|baseline| baseline.version.clone()) {
        Some(version) if here >= newest.as_ref().map(|(rank, _)| *rank) => Some(version),
        _ => newest,
    };
    let known_facts = facts(known, snapshot, settings.status_from);
    let mut all = known_facts.clone();
    all.merge(&snapshot.facts);
    let before = as_told(known.and_then(Baseline::order), &known_facts, settings);
    // The customer does not know what happened before the order began; a
    // customer who was once told of it is not told again that it was placed.
    let before = before.filter(|order| {
        let is_known = begun.is_some_and(|begun| begun.is_known(here, &known_facts));
        is_told || order.has_begun() || is_known
    });
    let now = as_told(version.as_ref().map(|(_, order)| order), &all, settings)?;
    let mut changes = match &before {
        Some(before) => changes(before, &now),
        None => {
            let mut status = begun?.status.clone();
            settings.apply_to_status(&mut status);
            first_changes(&status, &now)
        }
    };
    settings.apply_to_changes(&mut changes);
    if changes.is_empty() {
        return None;
    }
    let unnotified = snapshot.unnotified(here, &known_facts, settings.status_from);
    let since = unnotified
        .iter()
        .map(|unnotified| unnotified.received_at)
        .min();
    let last = version.as_ref().map(|(rank, _)| *rank);
    let last = last.or(begun.map(|begun| begun.step));
    let last = last.map_or(0, |rank| rank.n);
    let retracted = known
        .map(|baseline| baseline.retracted.clone())
        .unwrap_or_default();
    let left_out = match &before {
        Some(before) => retracted.clone().after(before, &now),
        None => Retracted::default(),
    };
    Some(PendingChanges {
        is_held: is_held(&unnotified, snapshot, settings, last),
        baseline: Baseline {
            version,
            facts: all.newest(),
            is_notified: true,
            retracted: left_out,
        },
        order: now,
        before: before.map(|before| (before, retracted)),
        changes,
        // Events that each count as told may still be news together.
        since: since
            .or_else(|| snapshot.last_at())
            .unwrap_or(Timestamp::UNIX_EPOCH),
    })
}

/// Finds the rank of a baseline: its version has the rank that it has in the snapshot.
fn rank(baseline: &Baseline, snapshot: &Snapshot) -> Option<Rank> {
    let (rank, order) = baseline.version.as_ref()?;
    let here = snapshot.rank_of(*rank, order);
    Some(here.map_or(*rank, |here| here.min(*rank)))
}

/// Collects the facts that the customer knows, or is taken to know.
fn facts(known: Option<&Baseline>, snapshot: &Snapshot, status_from: StatusFrom) -> Facts {
    let mut facts = known
        .map(|baseline| baseline.facts.clone())
        .unwrap_or_default();
    facts.merge(&snapshot.quiet_facts(status_from));
    facts
}

/// Tells whether something moved and came to nothing: it must not count when
/// the start of the next news is determined.
pub(super) fn is_unsettled(
    known: Option<&Baseline>,
    snapshot: &Snapshot,
    settings: &Settings,
) -> bool {
    let status_from = settings.status_from;
    // Changes that will be told once the order begins, or comes back, have not come to nothing.
    let now = as_told(
        snapshot.newest().map(|(_, order)| order),
        &snapshot.facts,
        settings,
    );
    let is_draft = now.is_none_or(|order| order.status.stage == Stage::Draft);
    if is_draft || snapshot.is_removed() || snapshot.begun(status_from).is_none() {
        return false;
    }
    let here = known.and_then(|baseline| rank(baseline, snapshot));
    let facts = facts(known, snapshot, status_from);
    !snapshot.unnotified(here, &facts, status_from).is_empty()
}

/// Makes the order as the customer is told of it.
fn as_told(version: Option<&Order>, facts: &Facts, settings: &Settings) -> Option<Order> {
    let mut order = order_of(version, facts, settings.status_from)?;
    settings.apply(&mut order);
    Some(order)
}

/// Tells whether news wait for a release: some of them were imported to be held and
/// were not released since, the shop holds everything and has not released any of
/// them, or the merchant holds this order. `last` is the event that they rest on.
fn is_held(unnotified: &[Unnotified], snapshot: &Snapshot, settings: &Settings, last: u64) -> bool {
    let released = snapshot.released;
    let is_import =
        |unnotified: &Unnotified| unnotified.via == Via::HeldImport && unnotified.n > released;
    let waits = match unnotified.iter().map(|unnotified| unnotified.n).min() {
        Some(first) => first > released,
        None => last > released,
    };
    snapshot.is_held() || unnotified.iter().any(is_import) || (settings.hold.holds() && waits)
}

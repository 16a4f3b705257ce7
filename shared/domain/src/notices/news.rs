//! What an order's log holds that its customer has not been told.

use super::{Basis, Letter};
use crate::changes::{Change, changes};
use crate::log::{Facts, Rank, Snapshot, Untold, Via};
use crate::order::Order;
use crate::settings::Settings;
use crate::time::Timestamp;

/// What there is to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct News {
    /// The order as the customer will know it, in the merchant's terms.
    pub(super) order: Order,
    /// What they will know it by.
    pub(super) basis: Basis,
    /// How it differs from what they knew.
    pub(super) changes: Vec<Change>,
    /// When the first of it came.
    pub(super) since: Timestamp,
    /// Whether it waits for the merchant's release.
    pub(super) is_held: bool,
}

/// What the customer knows: what the last letter told, or a version since then
/// that counts as told.
pub(super) fn known(told: Option<&Letter>, quiet: Option<(Rank, Order)>) -> Option<Basis> {
    let basis = told.and_then(|letter| letter.basis.clone());
    match quiet {
        Some((rank, order)) if basis.as_ref().is_none_or(|basis| basis.rank < rank) => {
            let facts = basis.map(|basis| basis.facts).unwrap_or_default();
            Some(Basis { rank, order, facts })
        }
        _ => basis,
    }
}

/// What the log holds that the basis does not: the fold of the order's events
/// together with the basis, and how it differs from it. A value that moved and
/// moved back is no news.
pub(super) fn news(
    known: Option<&Basis>,
    snapshot: &Snapshot,
    settings: &Settings,
) -> Option<News> {
    let (newest, order) = snapshot.newest()?;
    if snapshot.is_removed() {
        return None;
    }
    let here = known.map(|basis| rank(basis, snapshot));
    // An older reading than the basis tells nothing of versions.
    let (newest, order) = match known {
        Some(basis) if here.is_some_and(|here| here >= newest) => (basis.rank, &basis.order),
        _ => (newest, order),
    };
    let told = facts(known, snapshot);
    let mut all = told.clone();
    all.merge(&snapshot.facts);
    let before = known.map(|basis| as_told(&basis.order, &told, settings));
    let now = as_told(order, &all, settings);
    let changes = changes(before.as_ref(), &now);
    if changes.is_empty() {
        return None;
    }
    let untold = snapshot.untold(here, &told);
    let since = untold.iter().map(|untold| untold.received_at).min();
    Some(News {
        is_held: is_held(&untold, snapshot, settings, newest),
        basis: Basis {
            rank: newest,
            order: order.clone(),
            facts: all.newest(),
        },
        order: now,
        changes,
        since: since.unwrap_or(Timestamp::UNIX_EPOCH),
    })
}

/// Where a basis ranks: it belongs to the fold, as the version that it is there.
fn rank(basis: &Basis, snapshot: &Snapshot) -> Rank {
    let here = snapshot.rank_of(&basis.order);
    here.map_or(basis.rank, |here| here.min(basis.rank))
}

/// The facts that the customer knows, or is taken to know.
fn facts(known: Option<&Basis>, snapshot: &Snapshot) -> Facts {
    let mut told = known.map(|basis| basis.facts.clone()).unwrap_or_default();
    told.merge(&snapshot.quiet_facts());
    told
}

/// Whether something moved that came to nothing: it must not count when the
/// next news asks since when it gathers.
pub(super) fn is_unsettled(known: Option<&Basis>, snapshot: &Snapshot) -> bool {
    let here = known.map(|basis| rank(basis, snapshot));
    !snapshot.untold(here, &facts(known, snapshot)).is_empty()
}

/// An order as the customer is told of it.
fn as_told(order: &Order, facts: &Facts, settings: &Settings) -> Order {
    let mut order = order.clone();
    facts.apply(&mut order, settings.status_from);
    settings.apply(&mut order);
    order
}

/// Whether news wait for a release: something of it was imported to be held
/// and not released since, the shop holds everything and released none of it, or
/// the merchant holds this order.
fn is_held(untold: &[Untold], snapshot: &Snapshot, settings: &Settings, newest: Rank) -> bool {
    let released = snapshot.released;
    let is_import = |untold: &Untold| untold.via == Via::HeldImport && untold.n > released;
    let waits = match untold.iter().map(|untold| untold.n).min() {
        Some(first) => first > released,
        None => newest.n > released,
    };
    snapshot.is_held() || untold.iter().any(is_import) || (settings.hold && waits)
}

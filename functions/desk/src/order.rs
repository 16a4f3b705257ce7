//! The order that a request is about.

use http::StatusCode;
use wismo_domain::changes::{Change, ChangeKind, first_changes};
use wismo_domain::intake::customer::KnownCustomer;
use wismo_domain::log::{self, Moment, Snapshot};
use wismo_domain::order::Order;
use wismo_domain::settings::Settings;
use wismo_domain::storage::StoreError;
use wismo_domain::storage::event_log::Projected;
use wismo_domain::storage::find_by_number::named;
use wismo_domain::storage::keys::{OrderKey, customer_log};
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::{Rejection, Response, response};
use wismo_platform::store::SpinStore;

/// Finds the key of the order with this id, or else with this number.
///
/// # Errors
/// 404 if no such order is known; or when the store fails.
pub async fn key(shop: &str, name: &str) -> Result<OrderKey, Rejection> {
    let key = named(&SpinStore, shop, name).await?;
    key.ok_or_else(|| not_known().into())
}

/// 404 for an order that is not known.
#[must_use]
pub fn not_known() -> Response {
    let message = "nothing was ever said of an order of this id or number";
    response::error(StatusCode::NOT_FOUND, message)
}

/// An order as the merchant reads it, completed with what is known of the customer,
/// and its history.
#[derive(Clone, Debug)]
pub struct Found {
    /// The order.
    pub order: Order,
    /// The history of the order, the oldest entry first.
    pub timeline: Vec<Moment>,
    /// The fold of the order's log.
    pub snapshot: Snapshot,
}

/// Finds an order; `None` if it is not known.
///
/// # Errors
/// When the store fails.
pub async fn find(key: &OrderKey, settings: &Settings) -> Result<Option<Found>, StoreError> {
    let reading = log::read(SPIN_CONTEXT, key).await?;
    let Some(state) = reading.snapshot.state(settings) else {
        return Ok(None);
    };
    let mut order = state.order;
    if let Some(customer) = order.customer.id.clone() {
        let ledger = customer_log(&key.shop, &customer);
        let known: Projected<KnownCustomer> = ledger.read(SPIN_CONTEXT).await?;
        known.projection.apply(&mut order);
    }
    Ok(Some(Found {
        order,
        timeline: state.timeline,
        snapshot: reading.snapshot,
    }))
}

impl Found {
    /// The last change of a kind; if there was none, the one that the order must
    /// have had before it was first seen.
    #[must_use]
    pub fn last(&self, kind: ChangeKind) -> Option<Change> {
        let is_kind = |change: &Change| change.kind() == Some(kind);
        self.happened(is_kind)
            .or_else(|| came_with(&self.order).into_iter().rev().find(is_kind))
    }

    /// The last move to a status of the shop's.
    #[must_use]
    pub fn last_move_to(&self, status: &str) -> Option<Change> {
        self.happened(
            |change| matches!(change, Change::StatusChanged { to, .. } if to.code == status),
        )
    }

    fn happened(&self, is_wanted: impl Fn(&Change) -> bool) -> Option<Change> {
        let entries = self.timeline.iter().rev();
        let mut changes = entries.flat_map(|entry| &entry.changes);
        changes.find(|change| is_wanted(change)).cloned()
    }
}

/// The changes that an order would have gone through to become as it is, had it
/// started with no papers, no parcels and nothing counted. Its earlier statuses are
/// not known, so no move between them is among these changes.
fn came_with(order: &Order) -> Vec<Change> {
    let mut all = first_changes(&order.status, order);
    all.retain(|change| !matches!(change, Change::StatusChanged { .. }));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use wismo_domain::order::{Stage, Status};
    use wismo_view::mail::template::order;

    fn found(order: Order, timeline: Vec<Change>) -> Found {
        let at = order.updated_at;
        let entry = |change| Moment {
            at,
            changes: vec![change],
            status_from: None,
        };
        Found {
            order,
            timeline: timeline.into_iter().map(entry).collect(),
            snapshot: Snapshot::default(),
        }
    }

    #[test]
    fn what_happened_last_comes_before_what_it_came_with() {
        let invoiced = |number: &str| Change::Invoiced {
            document: Some(number.to_owned()),
            lines: Vec::new(),
        };
        let told = vec![Change::Placed, invoiced("F-1"), invoiced("F-2")];
        let last = found(order(), told).last(ChangeKind::Invoiced);
        assert_eq!(last, Some(invoiced("F-2")));
        let last = found(order(), vec![Change::Placed]).last(ChangeKind::Invoiced);
        assert_eq!(last, Some(invoiced("F-88")));
    }

    #[test]
    fn what_an_order_never_had_is_not_made_up() {
        let status = Status::new("new", Stage::Received);
        let bare = Order::new(
            "1",
            wismo_domain::time::Timestamp::UNIX_EPOCH,
            status,
            "EUR",
        );
        let bare = found(bare, Vec::new());
        for kind in wismo_domain::changes::KINDS {
            let is_placed = kind == ChangeKind::Placed;
            assert_eq!(bare.last(kind).is_some(), is_placed, "{kind:?}");
        }
        assert_eq!(bare.last_move_to("new"), None);
    }

    #[test]
    fn a_move_to_a_status_is_the_last_one_there() {
        let status = |code: &str| Status::new(code, Stage::Preparing);
        let moved = |from, to| Change::StatusChanged {
            from: Some(status(from)),
            to: status(to),
        };
        let told = vec![moved("a", "b"), moved("b", "c"), moved("c", "b")];
        let found = found(order(), told);
        assert_eq!(found.last_move_to("b"), Some(moved("c", "b")));
        assert_eq!(found.last_move_to("a"), None);
    }
}

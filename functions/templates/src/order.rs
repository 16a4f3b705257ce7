//! An order as a mail about it is written: as the merchant reads it, with what is
//! known of the customer.

use wismo_domain::changes::{Change, ChangeKind};
use wismo_domain::customer::Known;
use wismo_domain::keys::{OrderKey, customer_ledger};
use wismo_domain::ledger::Folded;
use wismo_domain::log::{self, Entry, Snapshot};
use wismo_domain::order::Order;
use wismo_domain::settings::Settings;
use wismo_domain::store::StoreError;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::store::SpinStore;

/// An order, and what happened to it.
pub struct Found {
    /// The order.
    pub order: Order,
    /// What happened to it, the oldest first.
    pub timeline: Vec<Entry>,
    /// The fold of its log.
    pub snapshot: Snapshot,
}

/// Finds an order; none where nothing is known of it.
///
/// # Errors
/// When the store fails.
pub async fn find(key: &OrderKey, settings: &Settings) -> Result<Option<Found>, StoreError> {
    let reading = log::read(&SpinStore, &SpinEnvironment, key).await?;
    let Some(state) = reading.snapshot.state(settings) else {
        return Ok(None);
    };
    let mut order = state.order;
    if let Some(customer) = order.customer.id.clone() {
        let ledger = customer_ledger(&key.shop, &customer);
        let known: Folded<Known> = ledger.read(&SpinStore, &SpinEnvironment).await?;
        known.fold.apply(&mut order);
    }
    Ok(Some(Found {
        order,
        timeline: state.timeline,
        snapshot: reading.snapshot,
    }))
}

impl Found {
    /// The last change of a kind that happened to it.
    #[must_use]
    pub fn last(&self, kind: ChangeKind) -> Option<Change> {
        let entries = self.timeline.iter().rev();
        let mut changes = entries.flat_map(|entry| &entry.changes);
        changes.find(|change| change.kind() == Some(kind)).cloned()
    }
}

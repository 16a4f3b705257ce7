//! Asking the merchant to look after an order.

use crate::environment::Environment;
use crate::index::Entry;
use crate::keys::{OrderKey, tasks_index};
use crate::store::{Store, StoreError};

/// Puts an order among its shop's open tasks, and says why.
pub(super) async fn open_task(
    store: &impl Store,
    environment: &impl Environment,
    key: &OrderKey,
    why: &str,
) -> Result<(), StoreError> {
    let entry = Entry {
        order: key.order.clone(),
        at: environment.now(),
        why: Some(why.to_owned()),
    };
    let listing = tasks_index(&key.shop).listings(store, &[entry]).await?;
    store.set_many(listing).await
}

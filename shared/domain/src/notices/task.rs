//! Asking the merchant to look after an order.

use crate::environment::Environment;
use crate::index::Entry;
use crate::keys::{OrderKey, tasks_index};
use crate::store::{Store, StoreError};
use crate::time::Timestamp;

/// Puts an order among its shop's open tasks, with the reason.
pub(crate) async fn open_task(
    store: &impl Store,
    environment: &impl Environment,
    key: &OrderKey,
    why: &str,
) -> Result<(), StoreError> {
    let writes = task(store, environment.now(), key, why).await?;
    store.set_many(writes).await
}

/// Makes the writes for that.
pub(super) async fn task(
    store: &impl Store,
    now: Timestamp,
    key: &OrderKey,
    why: &str,
) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
    let entry = Entry {
        order: key.order.clone(),
        at: now,
        why: Some(why.to_owned()),
    };
    tasks_index(&key.shop).listings(store, &[entry]).await
}

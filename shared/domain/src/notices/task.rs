//! Asking the merchant to look after an order.

use crate::context::{Context, Environment};
use crate::storage::index::{ListedOrder, TaskReason};
use crate::storage::keys::{OrderKey, tasks_index};
use crate::storage::{Store, StoreError};
use crate::time::Timestamp;

/// Puts an order among its shop's open tasks, with the reason.
pub(crate) async fn open_task(
    context: Context<'_, impl Store, impl Environment>,
    key: &OrderKey,
    reason: TaskReason,
) -> Result<(), StoreError> {
    let writes = task(context.store, context.environment.now(), key, reason).await?;
    context.store.set_many(writes).await
}

/// Makes the writes that put an order among its shop's open tasks.
pub(super) async fn task(
    store: &impl Store,
    now: Timestamp,
    key: &OrderKey,
    reason: TaskReason,
) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
    let entry = ListedOrder {
        order: key.order.clone(),
        at: now,
        why: Some(reason),
    };
    tasks_index(&key.shop).listings(store, &[entry]).await
}

//! Asking the merchant to look after an order.

use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::environment::Environment;
use crate::index::Entry;
use crate::keys::{OrderKey, tasks_index};
use crate::store::{Store, StoreError};
use crate::time::Timestamp;

/// The reason why the merchant should look after an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskReason {
    /// A mail was refused, or tried for as long as it may be.
    NotSent,
    /// The order's address is not one that a mail could go to.
    BadAddress,
    /// The order's link was asked for by mail very often.
    ManyLinksAskedFor,
    /// A mail came back.
    Bounced,
    /// The provider does not send to the address any more.
    Suppressed,
    /// The provider did not send a mail.
    Rejected,
    /// The recipient called a mail spam.
    Complained,
}

/// Puts an order among its shop's open tasks, with the reason.
pub(crate) async fn open_task(
    context: Context<'_, impl Store, impl Environment>,
    key: &OrderKey,
    why: TaskReason,
) -> Result<(), StoreError> {
    let writes = task(context.store, context.environment.now(), key, why).await?;
    context.store.set_many(writes).await
}

/// Makes the writes for that.
pub(super) async fn task(
    store: &impl Store,
    now: Timestamp,
    key: &OrderKey,
    why: TaskReason,
) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
    let entry = Entry {
        order: key.order.clone(),
        at: now,
        why: Some(why),
    };
    tasks_index(&key.shop).listings(store, &[entry]).await
}

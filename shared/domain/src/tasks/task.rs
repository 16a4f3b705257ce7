//! Asking the merchant's people to look after something.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::context::{Context, Environment};
use crate::people::Person;
use crate::staff::Author;
use crate::storage::keys::{OrderKey, tasks_index};
use crate::storage::record::Record;
use crate::storage::{Store, StoreError};
use crate::time::Timestamp;

/// Something to look after: an order, a person, or the shop itself if it is about neither.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// The order's id within its shop.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<String>,
    /// The person, if it is not about an order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Person>,
    /// The time when it was found.
    pub at: Timestamp,
    /// The reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<TaskReason>,
    /// The member who has it from the start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Author>,
    /// The number of the note that it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<u64>,
}

impl Record for Task {
    const VERSION: u32 = 1;
}

impl Task {
    /// Makes a task about an order, which nobody has yet.
    #[must_use]
    pub fn of_order(order: &str, at: Timestamp, why: TaskReason) -> Self {
        Self {
            order: Some(order.to_owned()),
            ..Self::of_shop(at, why)
        }
    }

    /// Makes a task about the shop itself.
    pub(super) fn of_shop(at: Timestamp, why: TaskReason) -> Self {
        Self {
            order: None,
            person: None,
            at,
            why: Some(why),
            owner: None,
            note: None,
        }
    }

    /// Tells whether both ask the same of the same member, or of anybody, as when two workers
    /// found it at once, or several notes name one member.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let parts = |task: &Self| {
            let owner = task.owner.as_ref().map(|owner| owner.id.clone());
            (task.order.clone(), task.person.clone(), owner)
        };
        self.why == other.why && parts(self) == parts(other)
    }
}

/// The reason why somebody should look after something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
    /// A member says that the order is urgent.
    Urgent,
    /// A member holds back the order's mails.
    Held,
    /// Somebody on the watch list ordered.
    WatchListed,
    /// A note names the member who has it.
    Mentioned,
    /// The promised day has passed, and something is still to come.
    Overdue,
    /// The shop's webhooks come no more.
    HooksSilent,
}

/// Puts an order among its shop's open tasks, with the reason. However often somebody does
/// so for one reason, it is one task.
///
/// # Errors
/// When the store fails; it may be there all the same.
pub async fn open_task(
    context: Context<'_, impl Store, impl Environment>,
    key: &OrderKey,
    reason: TaskReason,
) -> Result<(), StoreError> {
    let writes = task(context.store, context.environment.now(), key, reason).await?;
    context.store.set_many(writes).await
}

/// Makes the writes that put an order among its shop's open tasks.
pub(crate) async fn task(
    store: &impl Store,
    now: Timestamp,
    key: &OrderKey,
    reason: TaskReason,
) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
    let entry = Task::of_order(&key.order, now, reason);
    tasks_index(&key.shop).listings(store, &[entry]).await
}

//! The times of the looks for tasks that come as time passes.

use serde::{Deserialize, Serialize};

use crate::context::{Context, Environment};
use crate::storage::keys::tasks_looked_for;
use crate::storage::record::{self, Record, encode};
use crate::storage::{Store, StoreError};
use crate::time::{Duration, Timestamp};

/// The time after which somebody looks again.
const LOOKED_AFTER: Duration = Duration::minutes(5);

/// The time of the last look: a cache.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct LookedAt(Timestamp);

impl Record for LookedAt {
    const VERSION: u32 = 1;
}

/// Tells whether it is time to look for tasks, and notes that it is being done.
///
/// # Errors
/// When the store fails.
pub async fn is_time_to_look(
    context: Context<'_, impl Store, impl Environment>,
) -> Result<bool, StoreError> {
    let key = tasks_looked_for();
    let last: Option<LookedAt> = record::read(context.store, &key).await?;
    let now = context.environment.now();
    if last.is_some_and(|LookedAt(last)| now.duration_since(last) < LOOKED_AFTER) {
        return Ok(false);
    }
    context.store.set(&key, encode(&LookedAt(now))?).await?;
    Ok(true)
}

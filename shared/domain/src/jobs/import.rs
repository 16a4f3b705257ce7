//! Working imports off, a portion at a time.

use serde::{Deserialize, Serialize};

use super::LEASE;
use crate::environment::Environment;
use crate::import::Portion;
use crate::keys::imports_index;
use crate::log::project_all;
use crate::notices::{Again, Look};
use crate::record::decode;
use crate::store::{Store, StoreError};
use crate::time::Timestamp;

/// Work a portion of an import off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Import {
    /// The shop's id.
    pub shop: String,
    /// The portion's number.
    pub n: u64,
    /// When the work was written, after its portion, by the writer's clock.
    pub written_at: Timestamp,
}

impl Import {
    /// Takes what the portion says into the logs, and projects it, so that pages
    /// show it. A portion that is worked off twice changes nothing.
    ///
    /// # Errors
    /// When the store fails: the portion is worked off again.
    pub(super) async fn look(
        &self,
        store: &impl Store,
        environment: &impl Environment,
    ) -> Result<Look, StoreError> {
        let key = imports_index(&self.shop).entry(self.n);
        // Before it is read: the answer may be long on its way.
        let since = environment.now();
        let Some(bytes) = store.get(&key).await? else {
            // It is worked off, and only the work is left, or somebody is about
            // to delete that; or the store shows what was there before.
            let again = Again {
                due: since + LEASE / 2,
                taken: None,
            };
            let is_new = since.duration_since(self.written_at) < LEASE * 2;
            return Ok(Look {
                again: is_new.then_some(again),
                ..Look::default()
            });
        };
        let portion: Portion = decode(&key, &bytes)?;
        let mut events = portion.append(store, environment, &self.shop).await?;
        // Before it is projected: what dies of that does not append it again.
        store.delete(&key).await?;
        // Of an order that comes twice, which it does in a row, the last one: it
        // folds those before it.
        events.reverse();
        events.dedup_by(|(a, ..), (b, ..)| a == b);
        // It may fail: each event's job does the same.
        let _ = project_all(store, environment, events).await;
        Ok(Look::default())
    }
}

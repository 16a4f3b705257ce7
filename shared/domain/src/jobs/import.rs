//! Processing imports, a batch at a time.

use crate::context::{Context, Environment};
use crate::intake::import::ImportBatch;
use crate::log::project_all;
use crate::notices::{JobOutcome, Retry};
use crate::queue::Import;
use crate::storage::keys::imports_index;
use crate::storage::record;
use crate::storage::{Store, StoreError};
use crate::time::protocol::LEASE;

impl Import {
    /// Appends the messages of the batch to the logs, and projects the events, so
    /// that pages show them. Processing a batch twice does not change anything.
    ///
    /// # Errors
    /// When the store fails: the batch is processed again.
    pub(super) async fn run(
        &self,
        context: Context<'_, impl Store, impl Environment>,
    ) -> Result<JobOutcome, StoreError> {
        let key = imports_index(&self.shop).entry(self.n);
        // The clock is read before the batch, as the answer may take long to arrive.
        let since = context.environment.now();
        let Some(batch) = record::read::<ImportBatch>(context.store, &key).await? else {
            // The batch is in the logs, and either only this work is left, or
            // somebody is about to delete it; or the store still shows an older state.
            let retry = Retry {
                due: since + LEASE / 2,
                claimed: None,
            };
            let is_new = since.duration_since(self.written_at) < LEASE * 2;
            return Ok(JobOutcome {
                retry: is_new.then_some(retry),
                ..JobOutcome::default()
            });
        };
        let mut events = batch.append(context, &self.shop).await?;
        // Deleted before the events are projected: if the projection kills this
        // worker, the batch is not appended again.
        context.store.delete(&key).await?;
        // An order may come several times, in a row: only its last event is
        // kept, as projecting it takes in those before it.
        events.reverse();
        events.dedup_by(|(a, ..), (b, ..)| a == b);
        // A failure is ignored: each event's job stores the projection again.
        let _ = project_all(context, events).await;
        Ok(JobOutcome::default())
    }
}

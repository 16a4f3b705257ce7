//! Letting go what was held.

use serde::{Deserialize, Serialize};

use super::{Beside, Work, place};
use crate::environment::Environment;
use crate::keys::{OrderKey, held_index, shard_of};
use crate::ledger::Seen;
use crate::log::{Event, Said, Via, append_all};
use crate::notices::{Again, LEASE, Look};
use crate::record::{Record, decode, encode};
use crate::store::{Store, StoreError};
use crate::time::{Duration, Timestamp};

/// How many entries of the list one portion lets go.
const PORTION: usize = 100;

/// How long a request begins new portions.
const BUDGET: Duration = Duration::milliseconds(500);

/// Let go what a shop held back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// The shop's id.
    pub shop: String,
    /// When it was asked for.
    pub asked_at: Timestamp,
}

/// What one portion let go.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Released {
    /// The orders, by their ids.
    pub released: Vec<String>,
    /// Whether there are more.
    pub more: bool,
}

impl Release {
    /// Lets one portion go, out of the queue. Who still saw the shop holding
    /// may list an order for a while yet, so it ends two leases after it was asked for.
    ///
    /// # Errors
    /// When the store fails.
    pub(super) async fn look(
        &self,
        store: &impl Store,
        environment: &impl Environment,
    ) -> Result<Look, StoreError> {
        let due = self.asked_at + LEASE * 2;
        let is_last = environment.now() >= due;
        let more = self.portion(store, environment).await?.more;
        let again = match (more, is_last) {
            (true, _) => Some(environment.now()),
            (false, false) => Some(due),
            (false, true) => None,
        };
        Ok(Look {
            again: again.map(|due| Again { due, taken: None }),
            ..Look::default()
        })
    }

    /// Places the release in the queue, for a shop that no longer holds.
    ///
    /// # Errors
    /// When the store fails; it may stand there all the same.
    pub async fn place(
        self,
        store: &impl Store,
        environment: &impl Environment,
    ) -> Result<(), StoreError> {
        let shard = shard_of(&held_index(&self.shop).start());
        let work = |_, _| Some(Work::Release(self.clone()));
        place(store, environment, &[shard], work, Beside::default()).await?;
        Ok(())
    }

    /// Lets portions go until nothing is left, or the time is over: what is left
    /// then comes with the next request.
    ///
    /// # Errors
    /// When the store fails before anything was let go.
    pub async fn portions(
        &self,
        store: &impl Store,
        environment: &impl Environment,
    ) -> Result<Released, StoreError> {
        let mut all = Released::default();
        loop {
            match self.portion(store, environment).await {
                Ok(portion) => {
                    all.released.extend(portion.released);
                    all.more = portion.more;
                }
                // What was let go so far is told: it will be mailed.
                Err(fault) if all.released.is_empty() => return Err(fault),
                Err(_) => all.more = true,
            }
            if !all.more || environment.now() > self.asked_at + BUDGET {
                return Ok(all);
            }
        }
    }

    /// Lets one portion go. An order that is let go twice tells nothing twice.
    ///
    /// # Errors
    /// When the store fails: the portion is let go again.
    pub async fn portion(
        &self,
        store: &impl Store,
        environment: &impl Environment,
    ) -> Result<Released, StoreError> {
        let index = held_index(&self.shop);
        let walked = index.start();
        let mut seen = match store.get(&walked).await? {
            Some(bytes) => decode::<Walked>(&walked, &bytes)?.0,
            None => Seen::default(),
        };
        let len = store.count(&index.len()).await?;
        let received_at = environment.now();
        let mut wanted = seen.wanted(len, received_at);
        wanted.truncate(PORTION);
        let entries = index.entries(store, wanted.iter().copied()).await?;
        let is_there = |k| entries.iter().any(|(number, _)| *number == k);
        seen.note(&wanted, is_there, received_at);
        let mut batch: Vec<(OrderKey, Event)> = Vec::new();
        for (_, entry) in &entries {
            let Ok(key) = OrderKey::new(&self.shop, &entry.order) else {
                continue;
            };
            if !batch.iter().any(|(other, _)| *other == key) {
                let event = Event {
                    received_at,
                    said: Said::Released,
                    via: Via::Desk,
                    dropped: Vec::new(),
                };
                batch.push((key, event));
            }
        }
        let more = seen.through() < len;
        let released = batch.iter().map(|(key, _)| key.order.clone()).collect();
        if !batch.is_empty() {
            let walked = (walked, encode(&Walked(seen))?);
            append_all(store, environment, &batch, vec![walked]).await?;
        }
        for (k, _) in entries {
            store.delete(&index.entry(k)).await?;
        }
        Ok(Released { released, more })
    }
}

/// Which entries of the list were let go. A number without an entry may be
/// getting it just now, so it is looked for again.
#[derive(Serialize, Deserialize)]
struct Walked(Seen);

impl Record for Walked {
    const VERSION: u32 = 1;
}

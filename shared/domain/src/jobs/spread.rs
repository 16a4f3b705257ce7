//! What a shop said about an item reaches every order that waits for it, a
//! portion at a time.

use serde::{Deserialize, Serialize};

use crate::environment::Environment;
use crate::index::{Entry, Index, Start};
use crate::item::ItemEvent;
use crate::keys::{OrderKey, item_ledger, shard_of, waiting_index};
use crate::log::{self, Event, Said, Told, Via, append_all};
use crate::notices::{Again, Look};
use crate::record::{decode, encode};
use crate::store::{Store, StoreError};
use crate::time::Duration;
use crate::together::join_all;

/// How many orders one portion tells.
pub const PORTION: u64 = 50;

/// How long an order that does not wait stays in the list: its snapshot may lag
/// behind what listed it.
const STAYS_LISTED: Duration = Duration::hours(1);

/// Tell the orders that wait for an item what the shop said about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spread {
    /// The shop's id.
    pub shop: String,
    /// The item's number.
    pub sku: String,
    /// The event of the item's log.
    pub event: u64,
}

impl Spread {
    /// Tells one portion; the work is done once none is left. How far it got is a
    /// cache: a portion that is told twice changes nothing, as it is the same fact.
    ///
    /// # Errors
    /// When the store fails: the portion is told again.
    pub(super) async fn look(
        &self,
        store: &impl Store,
        environment: &impl Environment,
    ) -> Result<Look, StoreError> {
        let ledger = item_ledger(&self.shop, &self.sku);
        let mut events = ledger.events::<ItemEvent>(store, &[self.event]).await?;
        let Some(item) = events.remove(self.event) else {
            return Err(StoreError("an item's event is not there".to_owned()));
        };
        let index = waiting_index(&self.shop, &self.sku);
        let walked = index.walked(self.event);
        let from = match store.get(&walked).await? {
            Some(bytes) => decode::<Start>(&walked, &bytes)?.0,
            None => index.first(store).await?,
        };
        let len = store.count(&index.len()).await?;
        let to = len.min(from.saturating_add(PORTION).saturating_sub(1));
        let entries = index.entries(store, from..=to).await?;
        let told = Told {
            at: item.at,
            n: self.event,
            event: 0,
            received_at: item.received_at,
            via: item.via,
            fact: item.fact.clone(),
        };
        let waits = |(k, entry): &(u64, Entry)| {
            let (k, entry, index, told) = (*k, entry.clone(), &index, &told);
            async move { self.waits(store, environment, index, k, &entry, told).await }
        };
        let mut batch: Vec<(OrderKey, Event)> = Vec::new();
        for waiting in join_all(entries.iter().map(waits)).await {
            let Some(key) = waiting? else { continue };
            if batch.iter().any(|(other, _)| *other == key) {
                continue;
            }
            let said = Said::Fact {
                at: item.at,
                n: Some(self.event),
                fact: item.fact.clone(),
            };
            let via = if item.via == Via::Hook {
                Via::Item
            } else {
                item.via
            };
            let received_at = item.received_at;
            batch.push((
                key,
                Event {
                    received_at,
                    said,
                    via,
                    dropped: Vec::new(),
                },
            ));
        }
        let next = (walked.clone(), encode(&Start(to + 1))?);
        if batch.is_empty() {
            store.set_many(vec![next]).await?;
        } else {
            append_all(store, environment, &batch, vec![next]).await?;
        }
        let mut look = Look::default();
        if to < len {
            let due = environment.now();
            look.again = Some(Again { due, taken: None });
        } else {
            store.delete(&walked).await?;
        }
        Ok(look)
    }

    /// The queue that it stands in.
    #[must_use]
    pub fn shard(&self) -> u8 {
        shard_of(&item_ledger(&self.shop, &self.sku).snapshot())
    }

    /// The order of an entry, if it is to be told. One that has long not waited
    /// is taken from the list.
    async fn waits(
        &self,
        store: &impl Store,
        environment: &impl Environment,
        index: &Index,
        k: u64,
        entry: &Entry,
        told: &Told,
    ) -> Result<Option<OrderKey>, StoreError> {
        let Ok(key) = OrderKey::new(&self.shop, &entry.order) else {
            return Ok(None);
        };
        let mut snapshot = log::snapshot(store, &key).await?;
        if !snapshot.waits_for(&self.sku) {
            // It may be lost, or have fallen back behind a version that waits again.
            snapshot = log::catch_up(store, environment, &key, snapshot)
                .await?
                .snapshot;
        }
        if snapshot.waits_for(&self.sku) {
            return Ok((!snapshot.facts.knows(told)).then_some(key));
        }
        if environment.now().duration_since(entry.at) > STAYS_LISTED {
            store.delete(&index.entry(k)).await?;
            // Where nothing is left before it, the next walk begins behind it.
            if index.first(store).await? == k {
                store.set(&index.start(), encode(&Start(k + 1))?).await?;
            }
        }
        Ok(None)
    }
}

//! Items: a shop's word about goods, whichever orders wait for them.

mod check;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::context::{Context, Environment};
use crate::log::{Fact, ItemEvent, Via};
use crate::order::{MAX_ID, Quantity};
use crate::queue::{CompanionWrites, FanOut, ItemEventKey, MAX_FAN_OUT, Work, enqueue};
use crate::storage::keys::item_log;
use crate::storage::record::encode;
use crate::storage::{Store, StoreError};
use crate::time::{Date, Timestamp};

/// The `data` of `stock.changed`: the stock of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Stock {
    /// The item's number.
    #[schemars(length(min = 1, max = MAX_ID))]
    pub sku: String,
    /// The time when it became so (RFC 3339). The newest wins.
    pub updated_at: Timestamp,
    /// The quantity in stock.
    pub quantity: Quantity,
    /// The day on which more are expected; none if no day is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_on: Option<Date>,
}

/// The `data` of `purchase.changed`: goods that the shop has ordered itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Purchase {
    /// The purchase order's identifier, unique within the shop.
    #[schemars(length(min = 1, max = MAX_ID))]
    pub id: String,
    /// The time when it last changed (RFC 3339). The newest wins.
    pub updated_at: Timestamp,
    /// The items that were ordered. A line that was removed is sent once more, without a day.
    #[schemars(length(max = MAX_PURCHASE_LINES))]
    pub lines: Vec<PurchaseLine>,
}

/// The most lines of a purchase order.
pub const MAX_PURCHASE_LINES: usize = 200;

/// One item of a purchase order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PurchaseLine {
    /// The item's number.
    #[schemars(length(min = 1, max = MAX_ID))]
    pub sku: String,
    /// The day on which it is expected; none once it has come, or if it will not come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_on: Option<Date>,
}

impl From<&Stock> for Fact {
    fn from(stock: &Stock) -> Self {
        Self::Stock {
            sku: stock.sku.clone(),
            quantity: Some(stock.quantity),
            expected_on: stock.expected_on,
        }
    }
}

impl Stock {
    /// Makes the event of its item.
    #[must_use]
    pub fn event(&self, received_at: Timestamp, via: Via) -> ItemEvent {
        ItemEvent {
            at: self.updated_at,
            received_at,
            via,
            fact: Fact::from(self),
        }
    }
}

impl Purchase {
    /// Makes the event of each of its items.
    pub fn events(&self, received_at: Timestamp, via: Via) -> impl Iterator<Item = ItemEvent> {
        self.lines.iter().map(move |line| ItemEvent {
            at: self.updated_at,
            received_at,
            via,
            fact: Fact::Purchase {
                purchase: self.id.clone(),
                sku: line.sku.clone(),
                expected_on: line.expected_on,
            },
        })
    }
}

/// Takes facts about items: they are in the items' logs then, and in the queue, to
/// reach the orders that wait for the items. Returns the events' numbers in their logs.
///
/// # Errors
/// When the store fails; some of it may be stored all the same.
pub async fn append(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    events: &[ItemEvent],
) -> Result<Vec<u64>, StoreError> {
    let mut before = Vec::with_capacity(events.len());
    let mut keys = Vec::with_capacity(events.len());
    for event in events {
        let Some(sku) = event.fact.sku() else {
            continue;
        };
        let event_log = item_log(shop, sku);
        let n = context.store.increment(&event_log.len()).await?;
        before.push((event_log.event(n), encode(event)?));
        keys.push(ItemEventKey {
            sku: sku.to_owned(),
            event: n,
        });
    }
    let batches: Vec<&[ItemEventKey]> = keys.chunks(MAX_FAN_OUT).collect();
    let shards: Vec<u8> = batches
        .iter()
        .map(|keys| FanOut::shard(shop, keys))
        .collect();
    let work = |index: usize, written_at| {
        let keys = batches.get(index)?.to_vec();
        let shop = shop.to_owned();
        Some(Work::FanOut(FanOut {
            shop,
            events: keys,
            written_at,
        }))
    };
    let after = Vec::new();
    enqueue(context, &shards, work, CompanionWrites { before, after }).await?;
    Ok(keys.iter().map(|key| key.event).collect())
}

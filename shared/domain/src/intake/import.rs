//! Imports: many messages at once. They are accepted as batches, in a few calls
//! of the store, and those are processed from the queue ([`crate::jobs`]).

use serde::{Deserialize, Serialize};

use crate::context::{Context, Environment};
use crate::intake::customer::{self, CustomerRecord};
use crate::intake::item;
use crate::log::ItemEvent;
use crate::log::{Event, append_all};
use crate::queue::{CompanionWrites, Import, Work, enqueue};
use crate::storage::keys::{IMPORTS, OrderKey, imports_index};
use crate::storage::record::{Record, encode};
use crate::storage::{Store, StoreError};

/// The most messages in a batch. Eight batches are processed at once, and
/// no drain should take a second over them.
pub const BATCH_SIZE: usize = 25;

/// The most bytes that the messages of a batch have together: far below the 1
/// MB that a value may have.
const MAX_BYTES: usize = 256_000;

/// The messages of an import, or some of them. A batch is stored once, and deleted
/// once it is in the logs that it belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportBatch {
    /// The messages about orders.
    pub orders: Vec<(OrderKey, Event)>,
    /// The messages about items.
    pub items: Vec<ItemEvent>,
    /// The messages about customers.
    pub customers: Vec<CustomerRecord>,
}

impl Record for ImportBatch {
    const VERSION: u32 = 1;
}

impl ImportBatch {
    /// Cuts an import into batches of at most `at_most` messages. The messages about one
    /// order stay together, in their order, because batches are processed in any order.
    #[must_use]
    pub fn cut(mut self, at_most: usize) -> Vec<Self> {
        let mut cut = Cut {
            at_most,
            ..Cut::default()
        };
        for record in self.customers {
            cut.room(&record, false).customers.push(record);
        }
        for event in self.items {
            cut.room(&event, false).items.push(event);
        }
        self.orders.sort_by(|(a, _), (b, _)| a.cmp(b));
        for order in self.orders {
            let last = cut.batch.orders.last();
            let stays = last.is_some_and(|(key, _)| *key == order.0);
            cut.room(&order, stays).orders.push(order);
        }
        if cut.len > 0 {
            cut.done.push(cut.batch);
        }
        cut.done
    }

    /// Appends the messages to the logs that they belong to, and returns the
    /// orders' events. Appending a batch twice does not change anything, like
    /// deliveries that come twice.
    ///
    /// # Errors
    /// When the store fails: the batch is to be appended again.
    pub(crate) async fn append(
        self,
        context: Context<'_, impl Store, impl Environment>,
        shop: &str,
    ) -> Result<Vec<(OrderKey, u64, Event)>, StoreError> {
        customer::append(context, shop, &self.customers).await?;
        let mut appended = Vec::new();
        if !self.orders.is_empty() {
            appended = append_all(context, &self.orders, Vec::new()).await?;
        }
        if !self.items.is_empty() {
            item::append(context, shop, &self.items).await?;
        }
        let events = self.orders.into_iter().zip(appended);
        let events = events.map(|((key, event), appended)| (key, appended.n, event));
        Ok(events.collect())
    }
}

/// The batches that an import is cut into.
#[derive(Default)]
struct Cut {
    at_most: usize,
    done: Vec<ImportBatch>,
    /// The last batch; `len` and `bytes` say how much is in it.
    batch: ImportBatch,
    len: usize,
    bytes: usize,
}

impl Cut {
    /// Returns the batch to put a message into: a new one, unless the message
    /// fits or `stays` with the one before it.
    fn room(&mut self, message: &impl Serialize, stays: bool) -> &mut ImportBatch {
        // A message that cannot be encoded fails when its batch is encoded.
        let size = serde_json::to_vec(message).map_or(0, |json| json.len());
        let fits = (self.len < self.at_most || stays) && self.bytes + size <= MAX_BYTES;
        if self.len > 0 && !fits {
            self.done.push(std::mem::take(&mut self.batch));
            (self.len, self.bytes) = (0, 0);
        }
        (self.len, self.bytes) = (self.len + 1, self.bytes + size);
        &mut self.batch
    }
}

/// Accepts batches of an import: when it returns `Ok`, they are stored, and walks of the
/// queue will come to them. It takes two draws and one call that writes, however many
/// batches there are.
///
/// # Errors
/// When the store fails. Some of them may be stored all the same; it does no
/// harm if they come again.
pub async fn accept(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    batches: &[ImportBatch],
) -> Result<(), StoreError> {
    let index = imports_index(shop);
    if batches.is_empty() {
        return Ok(());
    }
    let drawn = context.store.draw(&index.len(), batches.len()).await?;
    let entry = |(n, batch)| Ok((index.entry(n), encode(batch)?));
    let before = drawn.clone().zip(batches).map(entry);
    let before = before.collect::<Result<Vec<_>, StoreError>>()?;
    let work = |at, written_at| {
        let import = |n| Import {
            shop: shop.to_owned(),
            n,
            written_at,
        };
        drawn.clone().nth(at).map(import).map(Work::Import)
    };
    let shards = vec![IMPORTS; batches.len()];
    let after = Vec::new();
    enqueue(context, &shards, work, CompanionWrites { before, after }).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::log::{EventPayload, Fact, Via};
    use crate::time::{Duration, Timestamp};

    fn event(second: i64) -> Event {
        let fact = Fact::Stock {
            sku: "a".to_owned(),
            quantity: None,
            expected_on: None,
        };
        let at = Timestamp::UNIX_EPOCH + Duration::seconds(second);
        Event::new(at, EventPayload::Fact { at, n: None, fact })
    }

    fn of(order: &str, second: i64) -> (OrderKey, Event) {
        (OrderKey::new("north", order).unwrap(), event(second))
    }

    #[test]
    fn messages_about_one_order_stay_together_in_their_order() {
        let (a, b, c) = (of("a", 2), of("b", 1), of("a", 1));
        let import = ImportBatch {
            orders: vec![a.clone(), b.clone(), c.clone()],
            ..ImportBatch::default()
        };
        let batches = import.cut(1).into_iter();
        let orders: Vec<_> = batches.map(|batch| batch.orders).collect();
        assert_eq!(orders, [vec![a, c], vec![b]]);
    }

    #[test]
    fn a_batch_is_neither_long_nor_large() {
        let item = |bytes: usize| ItemEvent {
            at: Timestamp::UNIX_EPOCH,
            received_at: Timestamp::UNIX_EPOCH,
            via: Via::Import,
            fact: Fact::Stock {
                sku: "x".repeat(bytes),
                quantity: None,
                expected_on: None,
            },
        };
        let lens = |sizes: &[usize]| -> Vec<usize> {
            let import = ImportBatch {
                items: sizes.iter().map(|bytes| item(*bytes)).collect(),
                ..ImportBatch::default()
            };
            let batches = import.cut(BATCH_SIZE).into_iter();
            batches.map(|batch| batch.items.len()).collect()
        };
        assert_eq!(lens(&[1; 60]), [25, 25, 10]);
        assert_eq!(lens(&[100_000; 5]), [2, 2, 1]);
        assert_eq!(lens(&[1, 700_000, 1, 1]), [1, 1, 2]);
        assert!(lens(&[]).is_empty());
    }
}

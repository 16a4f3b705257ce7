//! The present records of what is found.

use super::mark::Flag;
use super::reason::{Searchable, texts_of_buyer, texts_of_customer, texts_of_snapshot};
use super::{Query, Subject};
use crate::context::{Context, Environment};
use crate::intake::customer::{CustomerRecord, KnownCustomer};
use crate::log;
use crate::order::Order;
use crate::storage::event_log::Projected;
use crate::storage::keys::{OrderKey, customer_log};
use crate::storage::{Store, StoreError};
use crate::time::Date;

/// A present record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Present<R> {
    /// The texts by which it is found now.
    pub texts: Vec<Searchable>,
    /// The number of its newest entry, if that is known.
    pub entry: Option<u64>,
    /// The record, as it is shown.
    pub record: R,
}

/// The place of the present records.
#[expect(
    async_fn_in_trait,
    reason = "components and the simulation are single-threaded"
)]
pub trait Records {
    /// The type of a record, as it is shown.
    type Record;

    /// Reads the present record of a subject; none if it is gone.
    ///
    /// # Errors
    /// When the store fails.
    async fn read(&self, subject: &Subject) -> Result<Option<Present<Self::Record>>, StoreError>;
}

/// The orders and customers of a shop, as they are stored.
#[derive(Debug)]
pub struct StoredRecords<'a, S, E> {
    /// The store and the environment.
    pub context: Context<'a, S, E>,
    /// The shop's id.
    pub shop: &'a str,
}

/// An order or a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoredRecord {
    /// An order; also where the person who ordered is meant.
    Order(Box<Order>),
    /// A customer.
    Customer(Box<CustomerRecord>),
}

impl<S: Store, E: Environment> Records for StoredRecords<'_, S, E> {
    type Record = StoredRecord;

    async fn read(&self, subject: &Subject) -> Result<Option<Present<StoredRecord>>, StoreError> {
        let id = match subject {
            Subject::Order(id) | Subject::Buyer { order: id, .. } => id,
            Subject::Customer(id) => return self.customer(id).await,
        };
        let Ok(key) = OrderKey::new(self.shop, id) else {
            return Ok(None);
        };
        let snapshot = log::snapshot(self.context.store, &key).await?;
        Ok(snapshot.order().map(|order| Present {
            texts: match subject {
                Subject::Order(_) => texts_of_snapshot(&order, &snapshot),
                Subject::Buyer { .. } | Subject::Customer(_) => texts_of_buyer(&order),
            },
            entry: match subject {
                Subject::Order(_) => snapshot.search_entry(),
                Subject::Buyer { .. } | Subject::Customer(_) => None,
            },
            record: StoredRecord::Order(Box::new(order)),
        }))
    }
}

/// The orders of a shop alone, as a list of them shows them.
#[derive(Debug)]
pub struct OrderRecords<'a, S> {
    /// The store.
    pub store: &'a S,
    /// The shop's id.
    pub shop: &'a str,
    /// The present day at the shop.
    pub today: Date,
}

/// An order in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderRecord {
    /// The order.
    pub order: Box<Order>,
    /// The flags that it has today.
    pub flags: Vec<Flag>,
}

impl<S: Store> OrderRecords<'_, S> {
    /// Reads an order; none if it is gone, or does not fit.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn order(
        &self,
        id: &str,
        query: Option<&Query>,
    ) -> Result<Option<OrderRecord>, StoreError> {
        let present = self.read(&Subject::Order(id.to_owned())).await?;
        let fits = |present: &Present<OrderRecord>| {
            query.is_none_or(|query| query.fit(&present.texts).is_some())
        };
        Ok(present.filter(fits).map(|present| present.record))
    }
}

impl<S: Store> Records for OrderRecords<'_, S> {
    type Record = OrderRecord;

    async fn read(&self, subject: &Subject) -> Result<Option<Present<OrderRecord>>, StoreError> {
        let Subject::Order(id) = subject else {
            return Ok(None);
        };
        let Ok(key) = OrderKey::new(self.shop, id) else {
            return Ok(None);
        };
        let snapshot = log::snapshot(self.store, &key).await?;
        Ok(snapshot.order().map(|order| {
            let mut flags = Flag::ALL.to_vec();
            flags.retain(|flag| flag.is_on(&order, &snapshot, self.today));
            Present {
                texts: texts_of_snapshot(&order, &snapshot),
                entry: snapshot.search_entry(),
                record: OrderRecord {
                    order: Box::new(order),
                    flags,
                },
            }
        }))
    }
}

impl<S: Store, E: Environment> StoredRecords<'_, S, E> {
    async fn customer(&self, id: &str) -> Result<Option<Present<StoredRecord>>, StoreError> {
        let known: Projected<KnownCustomer> =
            customer_log(self.shop, id).read(self.context).await?;
        let record = known.projection.record().cloned();
        Ok(record.map(|record| Present {
            texts: texts_of_customer(&record),
            entry: None,
            record: StoredRecord::Customer(Box::new(record)),
        }))
    }
}

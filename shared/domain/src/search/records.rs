//! The present records of what is found.

use super::Subject;
use super::reason::{Searchable, texts_of_buyer, texts_of_customer, texts_of_order};
use crate::context::{Context, Environment};
use crate::intake::customer::{CustomerRecord, KnownCustomer};
use crate::log;
use crate::order::Order;
use crate::storage::event_log::Projected;
use crate::storage::keys::{OrderKey, customer_log};
use crate::storage::{Store, StoreError};

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
        let (id, texts): (&str, fn(&Order) -> Vec<Searchable>) = match subject {
            Subject::Order(id) => (id, texts_of_order),
            Subject::Buyer { order, .. } => (order, texts_of_buyer),
            Subject::Customer(id) => return self.customer(id).await,
        };
        let Ok(key) = OrderKey::new(self.shop, id) else {
            return Ok(None);
        };
        let snapshot = log::snapshot(self.context.store, &key).await?;
        Ok(snapshot.order().map(|order| Present {
            texts: texts(&order),
            entry: match subject {
                Subject::Order(_) => snapshot.search_entry(),
                Subject::Buyer { .. } | Subject::Customer(_) => None,
            },
            record: StoredRecord::Order(Box::new(order)),
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

//! The present records of what is found.

use super::mark::Flag;
use super::reason::{Searchable, texts_of_buyer, texts_of_customer, texts_of_snapshot};
use super::{Query, Subject};
use crate::context::{Context, Environment};
use crate::intake::customer::{CustomerRecord, KnownCustomer};
use crate::log::{self, Snapshot, Urgency};
use crate::order::Order;
use crate::settings::Settings;
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

/// A shop, as its people read it on a day.
#[derive(Clone, Copy, Debug)]
pub struct ReadShop<'a> {
    /// The shop's id.
    pub id: &'a str,
    /// The merchant's settings.
    pub settings: &'a Settings,
    /// The present day at the shop.
    pub today: Date,
}

/// The orders and customers of a shop.
#[derive(Clone, Copy, Debug)]
pub struct StoredRecords<'a, S, E> {
    /// The store and the environment.
    pub context: Context<'a, S, E>,
    /// The shop.
    pub shop: ReadShop<'a>,
}

/// An order or a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoredRecord {
    /// An order; also where the person who ordered is meant.
    Order(OrderRecord),
    /// A customer.
    Customer(Box<CustomerRecord>),
}

impl<S: Store, E: Environment> Records for StoredRecords<'_, S, E> {
    type Record = StoredRecord;

    async fn read(&self, subject: &Subject) -> Result<Option<Present<StoredRecord>>, StoreError> {
        let orders = OrderRecords {
            store: self.context.store,
            shop: self.shop,
        };
        let order = match subject {
            Subject::Order(_) => orders.read(subject).await?,
            Subject::Buyer { order, .. } => orders.read_buyer(order).await?,
            Subject::Customer(id) => return self.customer(id).await,
        };
        Ok(order.map(|present| Present {
            texts: present.texts,
            entry: present.entry,
            record: StoredRecord::Order(present.record),
        }))
    }
}

impl<S: Store, E: Environment> StoredRecords<'_, S, E> {
    async fn customer(&self, id: &str) -> Result<Option<Present<StoredRecord>>, StoreError> {
        let log = customer_log(self.shop.id, id);
        let known: Projected<KnownCustomer> = log.read(self.context).await?;
        let record = known.projection.record().cloned();
        Ok(record.map(|record| Present {
            texts: texts_of_customer(&record),
            entry: None,
            record: StoredRecord::Customer(Box::new(record)),
        }))
    }
}

/// The orders of a shop alone.
#[derive(Clone, Copy, Debug)]
pub struct OrderRecords<'a, S> {
    /// The store.
    pub store: &'a S,
    /// The shop.
    pub shop: ReadShop<'a>,
}

/// An order, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderRecord {
    /// The order, as the merchant reads it.
    pub order: Box<Order>,
    /// The flags that it has today.
    pub flags: Vec<Flag>,
    /// The reason why it is urgent, if it is.
    pub urgency: Option<Urgency>,
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

    /// Reads the order by which a person is found.
    async fn read_buyer(&self, id: &str) -> Result<Option<Present<OrderRecord>>, StoreError> {
        let texts = |order: &Order, _: &Snapshot| texts_of_buyer(order);
        let present = self.present(id, texts).await?;
        Ok(present.map(|present| Present {
            entry: None,
            ..present
        }))
    }

    async fn present(
        &self,
        id: &str,
        texts: impl Fn(&Order, &Snapshot) -> Vec<Searchable>,
    ) -> Result<Option<Present<OrderRecord>>, StoreError> {
        let Ok(key) = OrderKey::new(self.shop.id, id) else {
            return Ok(None);
        };
        let snapshot = log::snapshot(self.store, &key).await?;
        let order = snapshot.order_read_by(self.shop.settings);
        Ok(order.map(|order| {
            let mut flags = Flag::ALL.to_vec();
            flags.retain(|flag| flag.is_on(&order, &snapshot, self.shop.today));
            Present {
                texts: texts(&order, &snapshot),
                entry: snapshot.search_entry(),
                record: OrderRecord {
                    order: Box::new(order),
                    flags,
                    urgency: snapshot.urgency().cloned(),
                },
            }
        }))
    }
}

impl<S: Store> Records for OrderRecords<'_, S> {
    type Record = OrderRecord;

    async fn read(&self, subject: &Subject) -> Result<Option<Present<OrderRecord>>, StoreError> {
        match subject {
            Subject::Order(id) => self.present(id, texts_of_snapshot).await,
            Subject::Buyer { .. } | Subject::Customer(_) => Ok(None),
        }
    }
}

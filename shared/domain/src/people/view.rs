//! A person, with what is known of them now.

use futures::future::join;

use super::{JoinedRecord, Person, WatchNote};
use crate::context::{Context, Environment};
use crate::intake::customer::{CustomerRecord, KnownCustomer};
use crate::log;
use crate::order::Order;
use crate::search::{Index, order_of};
use crate::storage::event_log::Projected;
use crate::storage::keys::{OrderKey, customer_log};
use crate::storage::{Store, StoreError};

/// A person, with what is known of them now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonView {
    /// The person.
    pub person: Person,
    /// The shop's record.
    pub record: Option<CustomerRecord>,
    /// An order by which they are found.
    pub order: Option<Order>,
    /// The reason why they are on the watch list, if they are.
    pub watch: Option<WatchNote>,
}

impl PersonView {
    /// Reads what the shop says of a person.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn read(
        context: Context<'_, impl Store, impl Environment>,
        shop: &str,
        joined: &JoinedRecord,
    ) -> Result<Self, StoreError> {
        let person = &joined.person;
        let (record, order) = join(
            record(context, shop, person),
            order_by_which_found(context, shop, person),
        )
        .await;
        let now = context.environment.now();
        Ok(Self {
            person: person.clone(),
            record: record?,
            order: order?,
            watch: joined.known.watch(now).cloned(),
        })
    }

    /// Lists every address that mails about the person's orders may go to, each once.
    #[must_use]
    pub fn addresses(&self) -> Vec<String> {
        let customer = self.order.as_ref().map(|order| &order.customer);
        let record = self.record.as_ref();
        let own = [
            record.and_then(|record| record.email.as_ref()),
            customer.and_then(|customer| customer.email.as_ref()),
        ];
        let contacts = record
            .map(|record| &record.contacts)
            .into_iter()
            .chain(customer.map(|customer| &customer.contacts))
            .flatten()
            .map(|contact| &contact.email);
        let mut all: Vec<String> = Vec::new();
        for address in own.into_iter().flatten().chain(contacts) {
            let address = address.trim();
            let is_known = all.iter().any(|other| other.eq_ignore_ascii_case(address));
            if !is_known && !address.is_empty() {
                all.push(address.to_owned());
            }
        }
        all
    }

    /// Tells whether they wish to get mails, if anybody said so.
    #[must_use]
    pub fn wants_mail(&self) -> Option<bool> {
        let said = self.record.as_ref().and_then(|record| record.wants_mail);
        said.or_else(|| self.order.as_ref()?.customer.wants_mail)
    }
}

async fn record(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    person: &Person,
) -> Result<Option<CustomerRecord>, StoreError> {
    let Person::Customer(id) = person else {
        return Ok(None);
    };
    let known: Projected<KnownCustomer> = customer_log(shop, id).read(context).await?;
    Ok(known.projection.record().cloned())
}

/// Reads an order of a person: the one by which they are found, if that still names them.
async fn order_by_which_found(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    person: &Person,
) -> Result<Option<Order>, StoreError> {
    let id = order_of(context.store, &Index::of(shop), &person.digest()).await?;
    let key = id.and_then(|id| OrderKey::new(shop, &id).ok());
    let Some(key) = key else {
        return Ok(None);
    };
    let order = log::snapshot(context.store, &key).await?.order();
    Ok(order.filter(|order| Person::of(&order.customer).as_ref() == Some(person)))
}

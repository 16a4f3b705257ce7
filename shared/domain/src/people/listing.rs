//! The people of a shop, as they came: the list that the desk shows.
//!
//! A person is listed with their first order, or with the shop's first word about them. Two
//! deliveries at once may list somebody twice: whoever shows a page shows each of them once.

use serde::{Deserialize, Serialize};

use super::{Person, WatchNote, watch};
use crate::context::{Context, Environment};
use crate::intake::customer::{CustomerRecord, KnownCustomer};
use crate::log;
use crate::order::Order;
use crate::search::{Index, order_of};
use crate::storage::event_log::Projected;
use crate::storage::keys::{OrderKey, customer_log, people_index};
use crate::storage::record::Record;
use crate::storage::together::join_all;
use crate::storage::{Store, StoreError};
use crate::time::Timestamp;

/// An entry of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Listed {
    person: Person,
    at: Timestamp,
}

impl Record for Listed {
    const VERSION: u32 = 1;
}

/// A person on the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedPerson {
    /// The time when they were first seen.
    pub since: Timestamp,
    /// The person, and what is known of them now.
    pub view: PersonView,
}

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

/// A page of the list, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeoplePage {
    /// The people.
    pub people: Vec<ListedPerson>,
    /// The number to ask for next, if there are older ones.
    pub older: Option<u64>,
}

/// Makes the writes that list people who were not seen before.
///
/// # Errors
/// When the store fails.
pub(crate) async fn listings(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    people: Vec<Person>,
) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
    let at = context.environment.now();
    let listed = people.into_iter().map(|person| Listed { person, at });
    let listed: Vec<Listed> = listed.collect();
    people_index(shop).listings(context.store, &listed).await
}

/// Reads a page of at most `most` people, up to number `from` or the newest.
///
/// # Errors
/// When the store fails.
pub async fn page(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    from: Option<u64>,
    most: u64,
) -> Result<PeoplePage, StoreError> {
    let index = people_index(shop);
    let len = context.store.count(&index.len()).await?;
    let to = from.unwrap_or(len).min(len);
    let first = to.saturating_sub(most) + 1;
    let entries = index.entries::<Listed>(context.store, first..=to).await?;
    let mut listed: Vec<Listed> = Vec::new();
    for (_, entry) in entries.into_iter().rev() {
        if !listed.iter().any(|other| other.person == entry.person) {
            listed.push(entry);
        }
    }
    let rows = listed
        .into_iter()
        .map(|listed| person(context, shop, listed));
    let rows = join_all(rows).await.into_iter();
    let people = rows.collect::<Result<Vec<_>, StoreError>>()?;
    Ok(PeoplePage {
        people,
        older: (first > 1).then(|| first - 1),
    })
}

async fn person(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    Listed { person, at }: Listed,
) -> Result<ListedPerson, StoreError> {
    let record = async {
        let Person::Customer(id) = &person else {
            return Ok(None);
        };
        let known: Projected<KnownCustomer> = customer_log(shop, id).read(context).await?;
        Ok(known.projection.record().cloned())
    };
    let order = found_by(context, shop, &person);
    let watch = watch::current(context, shop, &person);
    let (record, order, watch) = futures::future::join3(record, order, watch).await;
    let view = PersonView {
        record: record?,
        order: order?,
        watch: watch?,
        person,
    };
    Ok(ListedPerson { since: at, view })
}

/// Reads an order of a person: the one by which they are found, if that still names them.
///
/// # Errors
/// When the store fails.
pub async fn found_by(
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

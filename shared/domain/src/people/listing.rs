//! The people of a shop, as they came: the list that the desk shows.
//!
//! A person is listed with their first order, or with the shop's first word about them. Two
//! deliveries at once may list somebody twice: whoever shows a page shows each of them once.

use serde::{Deserialize, Serialize};

use super::{JoinedRecords, Person, PersonView, Source};
use crate::context::{Context, Environment};
use crate::storage::keys::people_index;
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
    let rows = listed.iter().map(|listed| person(context, shop, listed));
    let rows = join_all(rows).await.into_iter();
    let people = rows.filter_map(Result::transpose);
    Ok(PeoplePage {
        people: people.collect::<Result<_, StoreError>>()?,
        older: (first > 1).then(|| first - 1),
    })
}

/// Reads who somebody is; none where another record stands for them, which is listed too.
async fn person(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    Listed { person, at }: &Listed,
) -> Result<Option<ListedPerson>, StoreError> {
    let joined = JoinedRecords::of(context, shop, person, Source::Cache).await?;
    if joined.standing.person != *person {
        return Ok(None);
    }
    let view = PersonView::read(context, shop, &joined.standing).await?;
    Ok(Some(ListedPerson {
        since: *at,
        view: PersonView {
            watch: joined.watch(context.environment.now()).cloned(),
            ..view
        },
    }))
}

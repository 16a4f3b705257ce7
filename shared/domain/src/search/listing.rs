//! The entries of an order and of who ordered, as far as they are due when it is listed.

use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Entry, Index, Searchable, Subject, person_of, texts_of_buyer, texts_of_snapshot};
use crate::log::Snapshot;
use crate::order::Order;
use crate::people::Person;
use crate::storage::record::{self, Record, encode};
use crate::storage::together::join_all;
use crate::storage::{Store, StoreError};

/// The entries that an order has in the search index.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Searched {
    /// The number of its newest entry.
    pub(crate) entry: u64,
    /// The digest of the texts by which it is found.
    order: String,
    /// The same for the person who ordered.
    buyer: String,
    /// The person, if they are found by this order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    person: Option<String>,
}

/// The order by which a person is found: a cache. It is written once the entry counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct FoundBy {
    order: String,
    buyer: String,
}

impl Record for FoundBy {
    const VERSION: u32 = 1;
}

/// The entries that an order is to have.
#[derive(Debug)]
pub(crate) struct ToEnter {
    pub(crate) entries: Vec<Entry>,
    searched: Searched,
    /// The person who ordered, if nobody was found by the same before.
    pub(crate) newcomer: Option<Person>,
    /// The writes once the entries count.
    pub(crate) once_entered: Vec<(String, Vec<u8>)>,
}

impl ToEnter {
    /// Notes that the entries count, under these numbers.
    pub(crate) fn entered(self, numbers: &mut impl Iterator<Item = u64>) -> Searched {
        let own = numbers.by_ref().take(self.entries.len());
        Searched {
            // The order's own entries come first.
            entry: own.min().unwrap_or_default(),
            ..self.searched
        }
    }
}

/// Finds what is to be entered of each of some orders of a shop, with the projections that
/// tell what each has in the index; none if nothing by which it is found has changed.
///
/// # Errors
/// When the store fails.
pub(crate) async fn to_enter(
    store: &impl Store,
    index: &Index,
    orders: &[(Order, &Snapshot)],
) -> Result<Vec<Option<ToEnter>>, StoreError> {
    let changed = orders.iter().map(|(order, snapshot)| {
        let before = snapshot.listed.searched.as_ref();
        let texts = [texts_of_snapshot(order, snapshot), texts_of_buyer(order)];
        let [own, buyer] = texts.each_ref().map(|texts| digest(texts));
        let is_same = |before: &&Searched| before.order == own && before.buyer == buyer;
        let is_changed = before.filter(is_same).is_none();
        is_changed.then_some((texts, own, buyer))
    });
    let changed: Vec<_> = changed.collect();
    let people = changed
        .iter()
        .zip(orders)
        .filter(|(changed, _)| changed.is_some());
    let mut people: Vec<String> = people
        .filter_map(|(_, (order, _))| person_of(&order.customer))
        .collect();
    people.sort_unstable();
    people.dedup();
    let reads = people.into_iter().map(|person| async move {
        let found_by: Option<FoundBy> = record::read(store, &index.keys.person(&person)).await?;
        Ok((person, found_by))
    });
    let read = join_all(reads).await.into_iter();
    let mut found_by = read.collect::<Result<BTreeMap<_, _>, StoreError>>()?;
    let mut all = Vec::with_capacity(orders.len());
    for ((order, snapshot), changed) in orders.iter().zip(changed) {
        let Some(([texts, buyer_texts], own, buyer)) = changed else {
            all.push(None);
            continue;
        };
        let mut entries = Entry::of(&Subject::Order(order.id.clone()), &texts);
        let mut once_entered = Vec::new();
        let person = person_of(&order.customer);
        let found = person
            .as_ref()
            .and_then(|person| found_by.get(person)?.as_ref());
        let newcomer = Person::of(&order.customer).filter(|_| found.is_none());
        let by_other = found.is_some_and(|found| found.buyer == buyer && found.order != order.id);
        let before = snapshot.listed.searched.as_ref();
        let by_own = before.filter(|before| before.buyer == buyer && before.person == person);
        // Who is no longer found by this order is to be found by their next one.
        let was = before.and_then(|before| before.person.clone());
        if let Some(was) = was.filter(|was| Some(was) != person.as_ref()) {
            once_entered.push((index.keys.person(&was), encode(&FoundBy::default())?));
        }
        if by_own.is_none() && !by_other {
            let subject = Subject::Buyer {
                person: person.clone(),
                order: order.id.clone(),
            };
            entries.extend(Entry::of(&subject, &buyer_texts));
            if let Some(person) = &person {
                let found = FoundBy {
                    order: order.id.clone(),
                    buyer: buyer.clone(),
                };
                once_entered.push((index.keys.person(person), encode(&found)?));
                found_by.insert(person.clone(), Some(found));
            }
        }
        all.push(Some(ToEnter {
            entries,
            searched: Searched {
                entry: 0,
                order: own,
                buyer,
                person: person.filter(|_| !by_other),
            },
            newcomer,
            once_entered,
        }));
    }
    Ok(all)
}

/// Reads the id of the order by which a person is found, if that is known.
///
/// # Errors
/// When the store fails.
pub(crate) async fn order_of(
    store: &impl Store,
    index: &Index,
    person: &str,
) -> Result<Option<String>, StoreError> {
    let found: Option<FoundBy> = record::read(store, &index.keys.person(person)).await?;
    let order = found.map(|found| found.order);
    Ok(order.filter(|order| !order.is_empty()))
}

/// Makes the digest of the tokens by which something is found.
fn digest(texts: &[Searchable]) -> String {
    let mut sha = Sha256::new();
    for token in texts.iter().flat_map(Searchable::tokens) {
        sha.update(token.as_bytes());
        sha.update([0]);
    }
    STANDARD_NO_PAD.encode(sha.finalize().get(..12).unwrap_or_default())
}

//! Finding an order by the number that its customer knows.

use serde::{Deserialize, Serialize};

use crate::storage::keys::{OrderKey, by_number};
use crate::storage::record::{self, Record, encode};
use crate::storage::{Store, StoreError};

/// The order that has a number: a cache, written when an order is listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct OrderOfNumber(String);

impl Record for OrderOfNumber {
    const VERSION: u32 = 1;
}

/// Makes the write by which an order is found by its number.
///
/// # Errors
/// As for [`encode`].
pub(crate) fn entry(key: &OrderKey, number: &str) -> Result<(String, Vec<u8>), StoreError> {
    let numbered = OrderOfNumber(key.order.clone());
    Ok((by_number(&key.shop, number), encode(&numbered)?))
}

/// Finds the order that has a number, or otherwise that id, as for orders that came
/// before they were found by their numbers. An order of this id need not exist.
///
/// # Errors
/// When the store fails.
pub async fn find_by_number(
    store: &impl Store,
    shop: &str,
    number: &str,
) -> Result<Option<OrderKey>, StoreError> {
    let found = numbered(store, shop, number).await?;
    let id = found.unwrap_or_else(|| number.trim().to_owned());
    Ok(OrderKey::new(shop, &id).ok())
}

/// Finds the order that its merchant names: by its id, or otherwise by its
/// number. None if there was never an event about either.
///
/// # Errors
/// When the store fails.
pub async fn named(
    store: &impl Store,
    shop: &str,
    name: &str,
) -> Result<Option<OrderKey>, StoreError> {
    if let Some(key) = known(store, shop, name).await? {
        return Ok(Some(key));
    }
    match numbered(store, shop, name).await? {
        Some(id) => known(store, shop, &id).await,
        None => Ok(None),
    }
}

/// Returns the key of an id, if there was ever an event about that order.
async fn known(store: &impl Store, shop: &str, id: &str) -> Result<Option<OrderKey>, StoreError> {
    let Ok(key) = OrderKey::new(shop, id) else {
        return Ok(None);
    };
    let is_known = store.count(&key.len()).await? > 0;
    Ok(is_known.then_some(key))
}

/// Reads which order has a number: its id.
///
/// # Errors
/// When the store fails.
pub(crate) async fn numbered(
    store: &impl Store,
    shop: &str,
    number: &str,
) -> Result<Option<String>, StoreError> {
    let numbered = record::read(store, &by_number(shop, number)).await?;
    Ok(numbered.map(|OrderOfNumber(id)| id))
}

#[cfg(test)]
mod tests {
    use futures::executor::block_on;

    use super::*;
    use crate::storage::MemoryStore;

    #[test]
    fn an_id_comes_before_a_number_and_an_unknown_order_is_none() {
        let store = MemoryStore::default();
        let key = |id: &str| OrderKey::new("north", id).unwrap();
        for (id, number) in [("7", "#1001"), ("1002", "#7"), ("9", "#1002")] {
            block_on(store.increment(&key(id).len())).unwrap();
            let (at, value) = entry(&key(id), number).unwrap();
            block_on(store.set(&at, value)).unwrap();
        }
        // Its number is known, but there was no event about the order.
        let (at, value) = entry(&key("none"), "1003").unwrap();
        block_on(store.set(&at, value)).unwrap();
        for (name, id) in [
            ("7", Some("7")),
            ("1001", Some("7")),
            ("#1001", Some("7")),
            ("#7", Some("1002")),
            ("1002", Some("1002")),
            ("#1002", Some("9")),
            ("1003", None),
            ("1004", None),
            ("", None),
        ] {
            let found = block_on(named(&store, "north", name)).unwrap();
            assert_eq!(found, id.map(key), "{name}");
        }
    }
}

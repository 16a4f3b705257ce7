//! Finding an order by the number that its customer knows.

use serde::{Deserialize, Serialize};

use crate::keys::{OrderKey, by_number};
use crate::record::{Record, decode, encode};
use crate::store::{Store, StoreError};

/// Which order has a number: a cache, written when an order is listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Numbered(String);

impl Record for Numbered {
    const VERSION: u32 = 1;
}

/// The write by which an order is found.
///
/// # Errors
/// As for [`encode`].
pub(crate) fn entry(key: &OrderKey, number: &str) -> Result<(String, Vec<u8>), StoreError> {
    let numbered = Numbered(key.order.clone());
    Ok((by_number(&key.shop, number), encode(&numbered)?))
}

/// The order that has a number, or else that id: one that came before orders
/// were found by their numbers. There need be none.
///
/// # Errors
/// When the store fails.
pub async fn by(
    store: &impl Store,
    shop: &str,
    number: &str,
) -> Result<Option<OrderKey>, StoreError> {
    let at = by_number(shop, number);
    let found: Option<Numbered> = store
        .get(&at)
        .await?
        .map(|bytes| decode(&at, &bytes))
        .transpose()?;
    let id = found.map_or_else(|| number.trim().to_owned(), |Numbered(id)| id);
    Ok(OrderKey::new(shop, &id).ok())
}

//! Addresses that get no mails any more: those whose mails came back for good,
//! and those whose owners called a mail spam or told the provider to stop.

use serde::{Deserialize, Serialize};

use crate::keys::suppression;
use crate::record::{Record, decode, encode};
use crate::store::{Store, StoreError};
use crate::time::Timestamp;

/// Why an address of a shop's customers gets no mails. The last word counts:
/// the provider's, or the desk's that lifts it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suppression {
    /// Since when.
    pub since: Timestamp,
    /// What became of a mail to it.
    pub cause: Cause,
    /// The order that the mail was about.
    pub order: String,
}

/// What became of a mail to a suppressed address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// It came back, and always will.
    Bounced,
    /// The provider takes no mail to it.
    Refused,
    /// Its owner called it spam.
    Complained,
    /// Its owner told the provider that they want no more.
    Unsubscribed,
}

impl Record for Suppression {
    const VERSION: u32 = 1;
}

impl Suppression {
    /// Why an address gets no mails, if it gets none. Upper and lower case are one.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn of(
        store: &impl Store,
        shop: &str,
        address: &str,
    ) -> Result<Option<Self>, StoreError> {
        let key = suppression(shop, address);
        let stored = store.get(&key).await?;
        stored.map(|bytes| decode(&key, &bytes)).transpose()
    }

    /// Sends nothing more to an address.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn begin(
        &self,
        store: &impl Store,
        shop: &str,
        address: &str,
    ) -> Result<(), StoreError> {
        let (key, value) = self.write(shop, address)?;
        store.set(&key, value).await
    }

    /// The write that sends nothing more to an address.
    ///
    /// # Errors
    /// As for [`encode`].
    pub(crate) fn write(&self, shop: &str, address: &str) -> Result<(String, Vec<u8>), StoreError> {
        Ok((suppression(shop, address), encode(self)?))
    }

    /// Sends to an address again.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn lift(store: &impl Store, shop: &str, address: &str) -> Result<(), StoreError> {
        store.delete(&suppression(shop, address)).await
    }
}

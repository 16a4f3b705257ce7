//! Addresses that no longer get mails: those whose mails came back for good,
//! and those whose owners called a mail spam or told the provider to stop.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::storage::keys::suppression;
use crate::storage::record::{self, Record, encode};
use crate::storage::{Store, StoreError};
use crate::time::Timestamp;

/// The reason why an address of a shop's customers does not get mails. The last
/// word counts: the provider's, or the desk's that lifts it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Suppression {
    /// The time since which it does not.
    pub since: Timestamp,
    /// The fate of a mail to it.
    pub cause: Cause,
    /// The order that the mail was about.
    pub order: String,
}

/// The fate of a mail to a suppressed address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "SuppressionCause")]
pub enum Cause {
    /// It came back, and always will.
    Bounced,
    /// The provider does not take mails to it.
    Refused,
    /// Its owner called it spam.
    Complained,
    /// Its owner told the provider that they do not want any more.
    Unsubscribed,
}

impl Record for Suppression {
    const VERSION: u32 = 1;
}

impl Suppression {
    /// Returns the reason why an address does not get mails, if it does not.
    /// Upper and lower case are the same.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn of(
        store: &impl Store,
        shop: &str,
        address: &str,
    ) -> Result<Option<Self>, StoreError> {
        record::read(store, &suppression(shop, address)).await
    }

    /// Stops mails to an address.
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

    /// Makes the write that stops mails to an address.
    ///
    /// # Errors
    /// As for [`encode`].
    pub(crate) fn write(&self, shop: &str, address: &str) -> Result<(String, Vec<u8>), StoreError> {
        Ok((suppression(shop, address), encode(self)?))
    }

    /// Allows mails to an address again.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn lift(store: &impl Store, shop: &str, address: &str) -> Result<(), StoreError> {
        store.delete(&suppression(shop, address)).await
    }
}

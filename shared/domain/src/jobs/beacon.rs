//! Who drains lights a beacon, so that others need not.

use serde::{Deserialize, Serialize};

use crate::environment::Environment;
use crate::keys::drain_beacon;
use crate::record::{Record, decode, encode};
use crate::store::{Store, StoreError};
use crate::time::{Duration, Timestamp};

/// How long a beacon stays lit without being lit again.
const STAYS_LIT: Duration = Duration::seconds(20);

/// Until when somebody is thought to drain. Drains that meet do no harm, but
/// find each other's attempts taken, and wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beacon(Timestamp);

impl Record for Beacon {
    const VERSION: u32 = 1;
}

impl Beacon {
    /// Whether somebody drains.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn is_lit(
        store: &impl Store,
        environment: &impl Environment,
    ) -> Result<bool, StoreError> {
        let key = drain_beacon();
        match store.get(&key).await? {
            Some(bytes) => Ok(decode::<Self>(&key, &bytes)?.0 > environment.now()),
            None => Ok(false),
        }
    }

    /// Says that somebody drains.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn light(
        store: &impl Store,
        environment: &impl Environment,
    ) -> Result<(), StoreError> {
        let until = Self(environment.now() + STAYS_LIT);
        store.set(&drain_beacon(), encode(&until)?).await
    }

    /// Says that nobody drains any more.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn douse(store: &impl Store) -> Result<(), StoreError> {
        store.delete(&drain_beacon()).await
    }
}

//! A beacon that whoever drains the queue lights, so that others need not drain.

use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::environment::Environment;
use crate::keys::drain_beacon;
use crate::record::{self, Record, encode};
use crate::store::{Store, StoreError};
use crate::time::{Duration, Timestamp};

/// The time for which a beacon stays lit without being lit again.
const STAYS_LIT: Duration = Duration::seconds(20);

/// The time until which somebody is thought to drain. Drains that meet do no
/// harm, but each finds the other's attempts taken, and waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beacon(Timestamp);

/// The state of the beacon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    /// Somebody drains.
    Lit,
    /// Nobody drains.
    Out,
    /// Nobody drains, and the last drain did not come to its end: a job that it
    /// looked at may have killed it.
    BurntDown,
}

impl Record for Beacon {
    const VERSION: u32 = 1;
}

impl Beacon {
    /// Reads the state of the beacon.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn look(
        context: Context<'_, impl Store, impl Environment>,
    ) -> Result<Light, StoreError> {
        Ok(match record::read(context.store, &drain_beacon()).await? {
            None => Light::Out,
            Some(Self(until)) if until > context.environment.now() => Light::Lit,
            Some(_) => Light::BurntDown,
        })
    }

    /// Says that somebody drains.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn light(
        context: Context<'_, impl Store, impl Environment>,
    ) -> Result<(), StoreError> {
        let until = Self(context.environment.now() + STAYS_LIT);
        context.store.set(&drain_beacon(), encode(&until)?).await
    }

    /// Says that nobody drains any more.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn douse(store: &impl Store) -> Result<(), StoreError> {
        store.delete(&drain_beacon()).await
    }
}

//! A heartbeat that whoever drains the queue renews, so that others need not drain.

use serde::{Deserialize, Serialize};

use crate::context::{Context, Environment};
use crate::storage::keys::drain_heartbeat;
use crate::storage::record::{self, Record, encode};
use crate::storage::{Store, StoreError};
use crate::time::{Duration, Timestamp};

/// The time for which a heartbeat counts without being renewed.
const LIFETIME: Duration = Duration::seconds(20);

/// The time until which somebody is thought to drain. Drains that meet do no
/// harm, but each finds the other's attempts claimed, and waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heartbeat(Timestamp);

/// The state of the heartbeat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pulse {
    /// Somebody drains.
    Beating,
    /// Nobody drains.
    None,
    /// Nobody drains, and the last drain did not come to its end: a job that it
    /// processed may have killed it.
    Stopped,
}

impl Record for Heartbeat {
    const VERSION: u32 = 1;
}

impl Heartbeat {
    /// Reads the state of the heartbeat.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn read(
        context: Context<'_, impl Store, impl Environment>,
    ) -> Result<Pulse, StoreError> {
        Ok(
            match record::read(context.store, &drain_heartbeat()).await? {
                None => Pulse::None,
                Some(Self(until)) if until > context.environment.now() => Pulse::Beating,
                Some(_) => Pulse::Stopped,
            },
        )
    }

    /// Notes that somebody drains.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn renew(
        context: Context<'_, impl Store, impl Environment>,
    ) -> Result<(), StoreError> {
        let until = Self(context.environment.now() + LIFETIME);
        context.store.set(&drain_heartbeat(), encode(&until)?).await
    }

    /// Notes that nobody drains any more.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn end(store: &impl Store) -> Result<(), StoreError> {
        store.delete(&drain_heartbeat()).await
    }
}

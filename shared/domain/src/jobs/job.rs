//! The entries of a queue.

use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

use super::{FanOut, Import, Release};
use crate::keys::OrderKey;
use crate::record::Record;

/// The task to process an order because of its event `n`: to tell what it has to
/// tell, or to send the mail that the event holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// The order.
    pub order: OrderKey,
    /// The event that the job was written with.
    pub n: u64,
    /// The time when both were written, by the writer's clock.
    pub written_at: Timestamp,
}

/// An entry of a queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Work {
    /// Tells what an order has to tell.
    Order(Job),
    /// Sends the mail that an order's event holds.
    Deliver(Job),
    /// Tells the orders that wait for an item what the shop said about it.
    FanOut(FanOut),
    /// Appends a batch of an import to the logs.
    Import(Import),
    /// Releases what was held.
    Release(Release),
}

impl Work {
    /// Returns the shop that it is for.
    #[must_use]
    pub fn shop(&self) -> &str {
        match self {
            Self::Order(job) | Self::Deliver(job) => &job.order.shop,
            Self::FanOut(fan_out) => &fan_out.shop,
            Self::Import(import) => &import.shop,
            Self::Release(release) => &release.shop,
        }
    }
}

impl Record for Work {
    const VERSION: u32 = 2;

    /// Version 1 was a [`Job`] alone.
    fn upgrade(version: u32, json: &[u8]) -> Result<Self, String> {
        let job = serde_json::from_slice(json).ok().filter(|_| version == 1);
        job.map(Self::Order)
            .ok_or_else(|| format!("version {version} is not known here"))
    }
}

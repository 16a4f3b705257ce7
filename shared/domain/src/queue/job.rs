//! The entries of a queue.

use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

use crate::storage::keys::{OrderKey, item_log, shard_of};
use crate::storage::record::Record;

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
    /// True if a webhook brought the event.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_hook: bool,
}

/// The most facts that one fan-out tells. An order that waits for several of the
/// items has one job for all of them.
pub const MAX_FAN_OUT: usize = 25;

/// The work to tell the orders that wait for some items what the shop said about those.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FanOut {
    /// The shop's id.
    pub shop: String,
    /// The events that it tells.
    pub events: Vec<ItemEventKey>,
    /// The time when the work was written, by the writer's clock.
    pub written_at: Timestamp,
}

/// The key of an event about an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemEventKey {
    /// The item's number.
    pub sku: String,
    /// The event of the item's log.
    pub event: u64,
}

impl FanOut {
    /// Returns the queue that a fan-out of these events stands in.
    #[must_use]
    pub fn shard(shop: &str, events: &[ItemEventKey]) -> u8 {
        let first = events.first().map_or("", |first| &first.sku);
        shard_of(&item_log(shop, first).snapshot())
    }
}

/// The work to append a batch of an import to the logs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Import {
    /// The shop's id.
    pub shop: String,
    /// The batch's number.
    pub n: u64,
    /// The time when the work was written, after its batch, by the writer's clock.
    pub written_at: Timestamp,
}

/// The work to release what a shop held back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// The shop's id.
    pub shop: String,
    /// The time when it was asked for.
    pub asked_at: Timestamp,
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

//! A job: look whether an order has something to tell.

use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

use crate::keys::OrderKey;
use crate::record::Record;

/// Look whether the order has something to tell, because of its event `n`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// The order.
    pub order: OrderKey,
    /// The event that the job was written with.
    pub n: u64,
    /// When both were written, by the writer's clock.
    pub written_at: Timestamp,
}

impl Record for Job {
    const VERSION: u32 = 1;
}

//! The queues of work: the orders to process, and the times to do so.
//!
//! An entry is written once, with its event, and deleted once, never moved. The
//! [`Cursor`] keeps how far a queue was walked and what was open there. It may be
//! lost: then the queue is walked from its start.

mod cursor;
mod enqueue;
mod fairness;
mod fan_out;
mod heartbeat;
mod import;
mod job;
mod release;
mod timings;
mod walk;

pub use cursor::{Cursor, Open};
pub use enqueue::{CompanionWrites, enqueue};
pub use fairness::Fairness;
pub use fan_out::{AT_MOST as SPREAD_AT_MOST, BATCH_SIZE, FanOut, ItemEventKey};
pub use heartbeat::{Heartbeat, Pulse};
pub use import::Import;
pub use job::{Job, Work};
pub use release::{Release, Released};
pub use walk::{Drained, drain};

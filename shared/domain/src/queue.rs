//! The queues of work: their entries, and placing them there.
//!
//! An entry is written once, with its event, and deleted once, never moved.

mod enqueue;
mod job;

pub use enqueue::{CompanionWrites, enqueue};
pub use job::{FanOut, Import, ItemEventKey, Job, MAX_FAN_OUT, Release, Work};

//! The work of the queues: walking them, and processing what is due.
//!
//! The [`Cursor`] keeps how far a queue was walked and what was open there. It may be
//! lost: then the queue is walked from its start.

mod cursor;
mod fairness;
mod fan_out;
mod heartbeat;
mod import;
mod release;
mod timings;
mod walk;

pub use cursor::{Cursor, Open};
pub use fairness::Fairness;
pub use fan_out::BATCH_SIZE;
pub use heartbeat::{Heartbeat, Pulse};
pub use release::Released;
pub use walk::{Drained, drain, has_new_work};

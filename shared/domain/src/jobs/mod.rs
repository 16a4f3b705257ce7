//! The queue of jobs: the orders to look at, and the times to do so.
//!
//! An entry is written once, with its event, and deleted once, never moved. The
//! [`Mark`] keeps how far a queue was walked and what was open there. It may be
//! lost: then the queue is walked again.

mod beacon;
mod import;
mod job;
mod mark;
mod place;
mod release;
mod spread;
mod timings;
mod turns;
mod walk;

pub use beacon::{Beacon, Light};
pub use import::Import;
pub use job::{Job, Work};
pub use mark::{Mark, Open};
pub use place::{Beside, place};
pub use release::{Release, Released};
pub use spread::{AT_MOST as SPREAD_AT_MOST, PORTION, SaidOfItem, Spread};
pub use turns::Sequence;
pub use walk::{Drained, drain};

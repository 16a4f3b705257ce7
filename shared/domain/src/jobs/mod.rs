//! The queue of jobs: which orders to look at, and when.
//!
//! An entry is written once, with its event, and deleted once, never moved. How
//! far a queue was walked and what was open there is kept in its [`Mark`],
//! which may be lost: then it is walked again.

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

pub use crate::notices::LEASE;

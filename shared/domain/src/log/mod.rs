//! The log of an order: every delivery, and what follows from them.
//!
//! Events are numbered by a counter and written once. What follows from them is
//! a pure function of their **set** ([`Snapshot`]), so that late, repeated and
//! concurrent deliveries need no special case.

mod append;
mod event;
mod fact;
mod read;
mod snapshot;
mod state;
#[cfg(test)]
mod tests;

pub use append::{Appended, append};
pub use event::{Event, Said, Via};
pub use fact::{Fact, Facts, Told};
pub use read::{Reading, catch_up, project, read, snapshot};
pub use snapshot::{Rank, Snapshot};
pub use state::{Entry, State};

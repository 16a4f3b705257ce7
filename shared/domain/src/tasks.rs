//! Tasks: what the merchant's people should look after.
//!
//! A task is an entry of its shop's list, written once and deleted once it is done. Who has
//! a task is said in a log of its own (`owners.rs`), so that two members at once can neither
//! both have it nor lose it.

mod list;
mod owners;
mod task;

pub use list::{OpenTask, OpenTasks, Wanted, end, end_of_order, hand, open};
pub use owners::Owner;
pub(crate) use task::task;
pub use task::{Task, TaskReason, open_task};

#[cfg(test)]
mod tests;

//! Tasks: what the merchant's people should look after.
//!
//! A task is an entry of its shop's list, written once and deleted once it is done. Who has
//! a task is said in a log of its own (`owners.rs`), so that two members at once can neither
//! both have it nor lose it.

mod list;
mod overdue;
mod owners;
mod silence;
mod task;
mod turn;

pub use list::{OpenTask, OpenTasks, Wanted, end, end_of_order, hand, open};
pub use overdue::look_for_overdue;
pub use owners::Owner;
pub use silence::{look_for_silence, note_hooks};
pub(crate) use task::task;
pub use task::{Task, TaskReason, open_task};
pub use turn::is_time_to_look;

#[cfg(test)]
mod tests;

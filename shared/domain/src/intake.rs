//! Messages of shops beside single orders: facts about goods and people, and many
//! messages at once.

pub mod customer;
pub mod import;
pub mod item;

//! Answers for the merchant, read from the logs: what happened to an order, and
//! what other settings would have mailed, and what an event would lead to.

pub mod forecast;
pub mod history;
pub mod rehearsal;

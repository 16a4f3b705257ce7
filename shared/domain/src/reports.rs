//! Answers for the merchant, read from the logs: what happened to an order, and
//! what other settings would have mailed.

pub mod history;
pub mod rehearsal;

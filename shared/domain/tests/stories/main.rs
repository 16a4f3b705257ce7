//! Stories of an order, told through the log, the queue and the notices, over a
//! store in memory and a clock that is set.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at what it does not expect"
)]

mod choices;
mod desk;
mod documents;
mod first_word;
mod history;
mod imports;
mod items;
mod late;
mod leaving;
mod manual_mail;
mod many;
mod outage;
mod overdue;
mod queue;
mod recipients;
mod rehearsal;
mod repeats;
mod search;
mod shop;
mod slow;
mod statuses;
mod timing;
mod two_sources;

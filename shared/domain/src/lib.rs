//! The core of Wismo, without I/O: the neutral order, the changes between two
//! versions of it, the log of events, the chain of notices and the queue.
//!
//! Time, randomness, storage and sending come in as arguments, so that all of
//! it runs natively in tests, under a seeded scheduler too.
//!
//! | module | holds |
//! |---|---|
//! | [`order`] | the neutral order that every shop's order becomes |
//! | [`changes`] | what differs between two versions and means something to a customer, and how much |
//! | [`intake`] | what shops say about goods and people, and many messages at once |
//! | [`log`] | an order's events, and what follows from them |
//! | [`notices`] | what the customer was told, once each |
//! | [`queue`], [`jobs`] | the work that waits, and how it is done |
//! | [`reports`] | what happened to an order and why it was or was not mailed, and what other settings would have mailed |
//! | [`finding`] | finding an order by its number, and whose it is |
//! | [`search`] | finding orders and people by anything that is known of them |
//! | [`people`], [`notes`], [`tasks`] | what the staff knows of those who order, writes for itself, and has to do |
//! | [`access`] | sealed links to an order's page, limits, secrets |
//! | [`mail`], [`mod@file`] | mailboxes, references and suppressions; what documents hold and mails carry |
//! | [`shop`], [`settings`], [`templates`] | the sales channels, what their merchants decide, and their words in mails |
//! | [`staff`] | the people who sign in at the desk, their sessions, and the keys of its API |
//! | [`check`] | where a document breaks the rules |
//! | [`time`] | moments, what clocks show then, and the times that nothing lost and nothing told twice rests on |
//! | [`context`] | what the domain is given to work with: a store, the time, chance |
//! | [`storage`] | what a store must do, every stored key, and how things are kept |

pub mod access;
pub mod changes;
pub mod check;
pub mod context;
pub mod file;
pub mod finding;
pub mod intake;
pub mod jobs;
pub mod log;
pub mod mail;
pub mod notes;
pub mod notices;
pub mod order;
pub mod people;
pub mod queue;
pub mod reports;
pub mod search;
pub mod settings;
pub mod shop;
pub mod staff;
pub mod storage;
pub mod tasks;
pub mod templates;
pub mod time;

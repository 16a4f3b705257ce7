//! The core of Wismo, without I/O: the neutral order, the changes between two
//! versions of it, the log of events, the chain of notices and the queue.
//!
//! Time, randomness, storage and sending come in as arguments, so that all of
//! it runs natively in tests, under a seeded scheduler too.
//!
//! | module | holds |
//! |---|---|
//! | [`order`] | the neutral order that every shop's order becomes |
//! | [`changes`], [`importance`] | what differs between two versions and means something to a customer, and how much |
//! | [`item`], [`customer`] | what shops say about goods and people |
//! | [`import`] | many messages at once, taken as portions that the queue works off |
//! | [`log`] | an order's events, and what follows from them |
//! | [`notices`] | what the customer was told, once each |
//! | [`history`] | what happened to an order, and why it was or was not mailed |
//! | [`rehearsal`] | what other settings would have mailed |
//! | [`jobs`] | the queue of orders to look at |
//! | [`link`] | sealed links to an order's page |
//! | [`verification`], [`rate_limit`], [`mod@find_by_number`], [`finding`] | whose an order is, how often that is asked, and finding it by its number |
//! | [`mail_reference`] | what a mail is named by to its provider |
//! | [`mod@file`] | what documents hold and mails carry |
//! | [`shop`], [`settings`], [`templates`] | the sales channels, what their merchants decide, and their words in mails |
//! | [`check`] | where a document breaks the rules |
//! | [`versions`] | how documents are kept, so that no writer overwrites another unseen |
//! | [`time`], [`zone`] | moments, and what clocks show then |
//! | [`protocol`] | the times that nothing lost and nothing told twice rests on |
//! | [`context`], [`environment`] | what the domain is given to work with: a store, the time, chance |
//! | [`secret`] | texts that nothing shows by accident |
//! | [`keys`], [`record`], [`store`] | every stored key, how records are stored, what a store must do |

pub mod changes;
pub mod check;
pub mod context;
pub mod customer;
pub mod environment;
pub mod event_log;
pub mod file;
pub mod find_by_number;
pub mod finding;
pub mod history;
pub mod import;
pub mod importance;
pub mod index;
pub mod item;
pub mod jobs;
pub mod keys;
pub mod link;
pub mod log;
pub mod mail;
pub mod mail_reference;
pub mod notices;
pub mod numbered;
pub mod order;
pub mod protocol;
pub mod rate_limit;
pub mod record;
pub mod rehearsal;
pub mod secret;
pub mod settings;
pub mod shop;
pub mod store;
pub mod suppression;
pub mod templates;
pub mod time;
mod together;
pub mod verification;
pub mod versions;
pub mod zone;

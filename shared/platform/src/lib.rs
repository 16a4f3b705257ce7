//! The edge: everything that speaks to Spin, so that nothing else has to.
//!
//! | module | holds |
//! |---|---|
//! | [`mod@component`] | the component that speaks, as the log names it |
//! | [`config`] | the application's variables, read and checked once per instance |
//! | [`once`] | what an instance makes once and keeps |
//! | [`store`] | the key-value store, opened once per instance |
//! | [`shop_settings`] | a shop's settings and templates, kept for a moment |
//! | [`environment`] | time and random numbers |
//! | [`context`] | the store and these, as the domain takes them |
//! | [`http`] | reading requests, and the answers to them |
//! | [`hashing`] | hashes of passwords, few in a second |
//! | [`staff_mail`] | mails to members of the staff |
//! | [`room`] | reading large bodies, few at once |
//! | [`seldom`] | log lines that anybody can cause |
//! | [`mail_client`] | having the mail component work |
//! | [`outbound`] | HTTP requests to others, within a time limit |

pub mod component;
pub mod config;
pub mod context;
pub mod environment;
pub mod hashing;
pub mod http;
pub mod mail_client;
pub mod once;
pub mod outbound;
pub mod room;
pub mod seldom;
pub mod shop_settings;
pub mod staff_mail;
pub mod store;

pub use component::Component;

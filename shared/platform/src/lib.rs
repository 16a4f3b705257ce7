//! The edge: everything that speaks to Spin, so that nothing else has to.
//!
//! | module | holds |
//! |---|---|
//! | [`settings`] | the application's variables, read and checked once per instance |
//! | [`once`] | what an instance makes once and keeps |
//! | [`store`] | the key-value store, opened once per instance |
//! | [`shop_settings`] | a shop's settings and templates, kept for a moment |
//! | [`desk`] | the parts that the desk's components share |
//! | [`environment`] | time and random numbers |
//! | [`request`] | reading requests: bodies within limits, bearer secrets, paths |
//! | [`room`] | reading large bodies, few at once |
//! | [`response`] | answers that an API gives: JSON, faults, methods |
//! | [`seldom`] | log lines that anybody can cause |
//! | [`hand_over`] | having the mail component work |
//! | [`outbound`] | HTTP requests to others, within a time limit |

pub mod desk;
pub mod environment;
pub mod hand_over;
pub mod once;
pub mod outbound;
pub mod request;
pub mod response;
pub mod room;
pub mod seldom;
pub mod settings;
pub mod shop_settings;
pub mod store;

/// An answer, whole in memory.
pub type Response = http::Response<spin_sdk::http::FullBody<bytes::Bytes>>;

//! The edge: everything that speaks to Spin, so that nothing else must.
//!
//! | module | holds |
//! |---|---|
//! | [`settings`] | the application's variables, read and checked once per instance |
//! | [`once`] | what an instance makes once and keeps |
//! | [`store`] | the key-value store, opened once per instance |
//! | [`shop_settings`] | what a shop's merchant decided and wrote, kept for a moment |
//! | [`desk`] | what the desk's components have in common |
//! | [`environment`] | the time and chance |
//! | [`request`] | reading requests: bodies within limits, bearer secrets, paths |
//! | [`room`] | reading large bodies, few at once |
//! | [`response`] | answers that an API gives: JSON, faults, methods |
//! | [`seldom`] | lines of the log that anybody can cause |
//! | [`hand_over`] | having the mail component work |
//! | [`outbound`] | HTTP to others, within a time |

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

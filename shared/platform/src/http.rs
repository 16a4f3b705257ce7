//! Reading requests, and the answers to them. A handler returns an answer or a
//! [`Rejection`], which `?` makes of most of what can go wrong.
//!
//! | module | holds |
//! |---|---|
//! | [`request`] | bodies within limits, bearer secrets, paths, media types |
//! | [`document`] | JSON documents, whose faults are named by their path |
//! | [`form`] | forms that a browser sends back |
//! | [`multipart`] | forms with files |
//! | [`download`] | documents that a browser saves |
//! | [`cookie`] | cookies |
//! | [`entity_tag`] | the version that a client has, or writes over |
//! | [`response`] | JSON, pages, errors, methods |
//! | [`cached`] | answers that a browser keeps and asks about each time |
//! | [`encoding`] | smaller answers |
//! | `rejection` | the way from a fault to its answer |

pub mod cached;
pub mod cookie;
pub mod document;
pub mod download;
pub mod encoding;
pub mod entity_tag;
pub mod form;
pub mod multipart;
mod rejection;
pub mod request;
pub mod response;

pub use rejection::Rejection;

/// An answer, whole in memory.
pub type Response = http::Response<spin_sdk::http::FullBody<bytes::Bytes>>;

//! The reference of the API, `docs/api/openapi.json`: one OpenAPI 3.1 document, of which each
//! component's tests write the part that it answers, with the schemas of its own types.
//!
//! | module | holds |
//! |---|---|
//! | [`operation`] | what a table of routes says of each: parameters, bodies, answers |
//! | [`access`] | the keys and signatures that a route asks for |
//! | [`body`] | bodies, and the types whose schemas they have |
//! | [`mod@slice`] | a component's part of the document, compared or written |
//! | [`schemas`] | schemas from types, as they are read and as they are written |
//! | [`document`] | the whole document, and what it says of all routes |
//!
//! Only tests use it, so it is a dev-dependency, and no component grows by it.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at what it does not expect"
)]

pub mod access;
pub mod body;
pub mod document;
pub mod operation;
mod parameter;
pub mod schemas;
pub mod slice;
#[cfg(test)]
mod tests;

pub use access::{Access, Topic};
pub use body::Body;
pub use operation::Operation;
pub use slice::Slice;

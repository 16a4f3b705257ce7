//! Signed webhooks: which ones are believed, and what checking them may cost. Pure:
//! nothing here speaks to Spin.
//!
//! | module | holds |
//! |---|---|
//! | [`incoming`] | a delivery, unverified or verified |
//! | [`mac`] | HMAC-SHA256, compared in constant time |
//! | [`standard`] | the signature of Standard Webhooks, under any names of its headers |
//! | [`age`] | the age that a signature may have |
//! | [`header`] | reading a header that must be there |
//! | [`bad_claim`] | the reasons why headers are not believed |
//!
//! Whatever a header claims, the body is read at most once per key of ours.

pub mod age;
pub mod bad_claim;
pub mod header;
pub mod incoming;
pub mod mac;
pub mod standard;

pub use bad_claim::BadClaim;
pub use incoming::{Incoming, Unverified, Verified};
pub use mac::{Signature, Signatures, signs};

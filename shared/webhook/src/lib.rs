//! Webhooks that somebody signed: who is believed, and what that may cost. Pure:
//! nothing here speaks to Spin.
//!
//! | module | holds |
//! |---|---|
//! | [`incoming`] | a delivery, unverified or verified |
//! | [`mac`] | HMAC-SHA256, compared in constant time |
//! | [`standard`] | the signature of Standard Webhooks, under any names of its headers |
//! | [`age`] | how old a signature may be |
//! | [`header`] | a header that must be there |
//! | [`bad_claim`] | why what stands in the headers is not believed |
//!
//! Whatever a header claims, the body is gone over once per key of ours at most.

pub mod age;
pub mod bad_claim;
pub mod header;
pub mod incoming;
pub mod mac;
pub mod standard;

pub use bad_claim::BadClaim;
pub use incoming::{Incoming, Unverified, Verified};
pub use mac::{Signature, Signatures, signs};

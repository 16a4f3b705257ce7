//! A delivery, as it came in and once it is verified.
//!
//! An unverified body is never parsed beyond its signature: code that reads a body
//! asks for an [`Incoming<Verified>`], and only [`Incoming::verify`] makes one.

use std::marker::PhantomData;

use bytes::Bytes;
use http::HeaderMap;

/// The state of a delivery whose sender is not known.
#[derive(Clone, Copy, Debug)]
pub enum Unverified {}

/// The state of a delivery that a secret or a signature vouches for.
#[derive(Clone, Copy, Debug)]
pub enum Verified {}

/// A delivery. It does not have `Debug`, since it holds addresses.
pub struct Incoming<State> {
    headers: HeaderMap,
    body: Bytes,
    state: PhantomData<State>,
}

impl<State> Incoming<State> {
    /// The headers. Most schemes do not vouch for them.
    #[must_use]
    pub const fn headers(&self) -> &HeaderMap {
        &self.headers
    }
}

impl Incoming<Unverified> {
    /// A delivery as it came in: the body as it was signed, byte by byte.
    #[must_use]
    pub const fn new(headers: HeaderMap, body: Bytes) -> Self {
        Self {
            headers,
            body,
            state: PhantomData,
        }
    }

    /// The body, which anybody may have written: for a check that needs a part of it
    /// before it can be made.
    #[must_use]
    pub const fn unverified_body(&self) -> &Bytes {
        &self.body
    }

    /// Returns the same delivery as verified, if `check` vouches for it.
    ///
    /// # Errors
    /// When `check` does not.
    pub fn verify<E>(
        self,
        check: impl FnOnce(&HeaderMap, &[u8]) -> Result<(), E>,
    ) -> Result<Incoming<Verified>, E> {
        check(&self.headers, &self.body)?;
        Ok(Incoming {
            headers: self.headers,
            body: self.body,
            state: PhantomData,
        })
    }
}

impl Incoming<Verified> {
    /// The body, as it was signed.
    #[must_use]
    pub const fn body(&self) -> &Bytes {
        &self.body
    }
}

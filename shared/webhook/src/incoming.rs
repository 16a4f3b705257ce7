//! One delivery, as it came in and once somebody vouches for it.
//!
//! An unverified body is never parsed beyond its signature: what reads a body
//! asks for an [`Incoming<Verified>`], and only [`Incoming::verify`] makes one.

use std::marker::PhantomData;

use bytes::Bytes;
use http::HeaderMap;

/// A delivery of which nobody knows who sent it.
#[derive(Clone, Copy, Debug)]
pub enum Unverified {}

/// A delivery that a secret or a signature vouches for.
#[derive(Clone, Copy, Debug)]
pub enum Verified {}

/// A delivery as it came in. It has no `Debug`: it holds addresses.
pub struct Incoming<State> {
    headers: HeaderMap,
    body: Bytes,
    state: PhantomData<State>,
}

impl<State> Incoming<State> {
    /// The headers. Most schemes vouch for none of them.
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

    /// The body that anybody may have written: for what a check needs to know
    /// before it can be made.
    #[must_use]
    pub const fn unverified_body(&self) -> &Bytes {
        &self.body
    }

    /// The same delivery, once `check` vouches for it.
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

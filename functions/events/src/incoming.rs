//! One delivery, from the wire to what happened.
//!
//! An unverified body is never parsed beyond its signature: only
//! [`Incoming<Verified>`] has [`parse`](Incoming::parse).

use std::marker::PhantomData;

use bytes::Bytes;
use http::HeaderMap;
use wismo_domain::time::Timestamp;

use super::{BadBody, Fetched, NotAuthentic, Parsed, Source};

/// A delivery of which nobody knows who sent it.
#[derive(Clone, Copy, Debug)]
pub enum Unverified {}

/// A delivery that the provider's secret or signature vouches for.
#[derive(Clone, Copy, Debug)]
pub enum Verified {}

/// A delivery as it came in. It has no `Debug`: it holds addresses.
pub struct Incoming<State> {
    headers: HeaderMap,
    body: Bytes,
    state: PhantomData<State>,
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

    /// What must be fetched before this can be verified: the addresses of the
    /// signer's certificates, `https` all, on hosts that the signer alone
    /// serves. Nothing for most providers, and nothing for what names a topic
    /// that is not ours.
    ///
    /// # Errors
    /// When this is surely not authentic.
    pub fn wants(&self, source: &Source, now: Timestamp) -> Result<Vec<String>, NotAuthentic> {
        source.wants(&self.body, now)
    }

    /// Checks that the source sent this; `fetched` holds what it
    /// [`wants`](Self::wants).
    ///
    /// # Errors
    /// When no secret and no signature vouches for it, or no longer.
    pub fn verify(
        self,
        source: &Source,
        fetched: &Fetched,
        now: Timestamp,
    ) -> Result<Incoming<Verified>, NotAuthentic> {
        source.verify(&self.headers, &self.body, fetched, now)?;
        Ok(Incoming {
            headers: self.headers,
            body: self.body,
            state: PhantomData,
        })
    }
}

impl Incoming<Verified> {
    /// Reads what happened. Events of kinds that don't concern us are left out.
    ///
    /// # Errors
    /// When the body is not what the source sends.
    pub fn parse(&self, source: &Source, now: Timestamp) -> Result<Parsed, BadBody> {
        source.parse(&self.body, now)
    }
}

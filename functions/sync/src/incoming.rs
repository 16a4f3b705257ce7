//! One delivery, from the wire to what the shop said.
//!
//! An unverified body is never parsed: only [`Incoming<Verified>`] can be.

use std::marker::PhantomData;

use bytes::Bytes;
use http::HeaderMap;
use wismo_domain::customer::CustomerRecord;
use wismo_domain::item::{Purchase, Stock};
use wismo_domain::log::Said;
use wismo_domain::shop::Shop;
use wismo_domain::time::Timestamp;

use crate::shops;
pub use crate::shops::{BadBody, NotAuthentic, parse_message};

/// A delivery of which nobody knows who sent it.
#[derive(Clone, Copy, Debug)]
pub enum Unverified {}

/// A delivery that a shop's secret vouches for.
#[derive(Clone, Copy, Debug)]
pub enum Verified {}

/// A delivery as it came in. It has no `Debug`: it holds addresses.
pub struct Incoming<State> {
    headers: HeaderMap,
    body: Bytes,
    state: PhantomData<State>,
}

/// What a delivery comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// A shop said something about an order.
    Event {
        /// The order's id within the shop; [`OrderKey::new`](wismo_domain::keys::OrderKey::new)
        /// takes it.
        order: String,
        /// What it said.
        said: Said,
    },
    /// A shop said how an item stands.
    Stock(Stock),
    /// A shop said what it has ordered itself.
    Purchase(Purchase),
    /// A shop said something about a customer.
    Customer(CustomerRecord),
    /// The shop tries whether we are there.
    Ping,
    /// Authentic, but nothing that concerns us.
    Ignored {
        /// A word for the log, of at most 40 of `A-Z a-z 0-9 . _ -`. Nothing
        /// may depend on it: it may come from a header that no secret vouches for.
        topic: String,
    },
}

impl Incoming<Unverified> {
    /// A delivery as it came in: the body as it was signed, byte by byte.
    #[must_use]
    pub fn new(headers: HeaderMap, body: Bytes) -> Self {
        Self {
            headers,
            body,
            state: PhantomData,
        }
    }

    /// Whether this is the unsigned ping of the shop's platform, which wants a
    /// plain 200 and must change nothing ([`Delivery::Ping`]).
    #[must_use]
    pub fn is_ping(&self, shop: &Shop) -> bool {
        shops::is_ping(shop, &self.headers, &self.body)
    }

    /// Checks that the shop itself sent this.
    ///
    /// # Errors
    /// When no secret of the shop vouches for it, or no longer. All but
    /// [`NotAuthentic::NoUsableSecret`] are the sender's to mend.
    pub fn verify(self, shop: &Shop, now: Timestamp) -> Result<Incoming<Verified>, NotAuthentic> {
        shops::verify(shop, &self.headers, &self.body, now)?;
        Ok(self.verified())
    }

    /// Checks that the shop's ERP sent this, whatever the shop's platform.
    ///
    /// # Errors
    /// As for [`Incoming::verify`].
    pub fn verify_sync(
        self,
        shop: &Shop,
        now: Timestamp,
    ) -> Result<Incoming<Verified>, NotAuthentic> {
        shops::verify_sync(shop, &self.headers, &self.body, now)?;
        Ok(self.verified())
    }

    fn verified(self) -> Incoming<Verified> {
        Incoming {
            headers: self.headers,
            body: self.body,
            state: PhantomData,
        }
    }
}

#[cfg(test)]
impl<State> Incoming<State> {
    /// The headers, for tests that forge one.
    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.headers
    }
}

impl Incoming<Verified> {
    /// The body, as it was signed.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// Reads what the shop said. What comes out is checked: it fits what is stored.
    ///
    /// # Errors
    /// When the body is not what the platform sends; the message says where and why.
    pub fn parse(&self, shop: &Shop, now: Timestamp) -> Result<Delivery, BadBody> {
        shops::parse(shop, &self.headers, &self.body, now)
    }
}

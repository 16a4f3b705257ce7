//! The surroundings that processing a job needs: the merchant's rules, and a way to send mails.

use std::rc::Rc;

use super::{Breaker, Composed, Plan};
use crate::mail::{Mail, SendResult};
use crate::order::Order;
use crate::settings::{Settings, Timing};
use crate::storage::StoreError;
use crate::storage::keys::OrderKey;
use crate::templates::Templates;
use crate::time::zone::TimeZone;

/// The trait that knows the shops' rules, composes mails and hands them to the provider.
#[expect(
    async_fn_in_trait,
    reason = "components and the simulation are single-threaded"
)]
pub trait Mailer {
    /// Lists the shops that exist, by their ids.
    fn shops(&self) -> Vec<&str>;

    /// Reads a merchant's decisions; none if the shop is gone.
    ///
    /// # Errors
    /// When the store fails.
    async fn rules(&self, shop: &str) -> Result<Option<Rules>, StoreError>;

    /// Composes the mail that a plan asks for, about an order as the merchant reads it, with
    /// a link of the order's present rotation; without a link if its links are revoked.
    fn compose(&self, link: OrderLink<'_>, order: &Order, plan: &Plan) -> ComposedMail;

    /// Hands a mail to the provider, within [`SEND_TIMEOUT`](crate::time::protocol::SEND_TIMEOUT).
    /// A copy with the same key counts once, if the provider has such keys.
    async fn send(&self, mail: &OutgoingMail<'_>) -> SendResult;

    /// Returns the circuit breaker, which decides whether anything is sent at all.
    fn breaker(&self) -> &Breaker;

    /// Tells whether the provider recognises a second copy by its key.
    fn has_idempotency(&self) -> bool;
}

/// The link to an order that its mails carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrderLink<'a> {
    /// The order that it leads to.
    pub order: &'a OrderKey,
    /// The rotation of the order's links; none if they are revoked.
    pub rotation: Option<u32>,
}

/// The result of composing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComposedMail {
    /// The mail, or the reason why there is none.
    pub composed: Composed,
    /// The reason why it has Wismo's own words instead of the template's.
    pub fault: Option<String>,
}

impl From<Composed> for ComposedMail {
    fn from(composed: Composed) -> Self {
        Self {
            composed,
            fault: None,
        }
    }
}

/// A merchant's decisions, and the facts of the shop that they rest on.
#[derive(Clone, Debug)]
pub struct Rules {
    /// The settings in force.
    pub settings: Rc<Settings>,
    /// The templates in force.
    pub templates: Rc<Templates>,
    /// The time zone in which the shop's days begin and end.
    pub timezone: TimeZone,
    /// The language of customers whose own is unknown.
    pub locale: String,
}

impl Rules {
    /// Returns the timing by which this shop's news may leave.
    #[must_use]
    pub fn timing(&self, shop: &str) -> Timing {
        Timing::of(shop, &self.settings, &self.timezone)
    }
}

/// A mail on its way to the provider.
#[derive(Clone, Copy, Debug)]
pub struct OutgoingMail<'a> {
    /// The order that it is about.
    pub order: &'a OrderKey,
    /// The number of the notice.
    pub notice: u64,
    /// The key by which the provider recognises a copy; at most 256 characters.
    pub idempotency_key: &'a str,
    /// The mail.
    pub mail: &'a Mail,
}

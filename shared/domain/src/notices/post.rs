//! What a look needs from its surroundings: the merchant's rules, and the mails.

use std::rc::Rc;

use super::{Breaker, Composed, Plan};
use crate::keys::OrderKey;
use crate::mail::{Mail, Sent};
use crate::order::Order;
use crate::settings::{Settings, Timing};
use crate::store::StoreError;
use crate::templates::Templates;
use crate::zone::TimeZone;

/// Knows the shops' rules, writes mails and hands them over.
#[expect(
    async_fn_in_trait,
    reason = "components and the simulation are single-threaded"
)]
pub trait Post {
    /// The shops that there are, by their ids.
    fn shops(&self) -> Vec<&str>;

    /// What a shop's merchant decides; none where the shop is gone.
    ///
    /// # Errors
    /// When the store fails.
    async fn rules(&self, shop: &str) -> Result<Option<Rules>, StoreError>;

    /// The mail that a plan asks for, about an order as the merchant reads it,
    /// with a link of the order's present rotation; none where its links are revoked.
    fn compose(&self, key: (&OrderKey, Option<u32>), order: &Order, plan: &Plan) -> Written;

    /// Hands a mail to the provider, within [`SEND_TIMEOUT`](super::SEND_TIMEOUT).
    /// A copy with the same key counts once, where the provider has such keys.
    async fn send(&self, dispatch: &Dispatch<'_>) -> Sent;

    /// Whether anything is sent to the provider at all.
    fn breaker(&self) -> &Breaker;

    /// Whether the provider knows a second copy by its key.
    fn has_idempotency(&self) -> bool;
}

/// What composing came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The mail, or why there is none.
    pub composed: Composed,
    /// Why it has Wismo's own words in place of the template's.
    pub fault: Option<String>,
}

impl From<Composed> for Written {
    fn from(composed: Composed) -> Self {
        Self {
            composed,
            fault: None,
        }
    }
}

/// What a shop's merchant decides, and what it rests on.
#[derive(Clone, Debug)]
pub struct Rules {
    /// The settings in force.
    pub settings: Rc<Settings>,
    /// The templates in force.
    pub templates: Rc<Templates>,
    /// Where the shop's days begin and end.
    pub timezone: TimeZone,
    /// The language of customers whose own is unknown.
    pub locale: String,
}

impl Rules {
    /// What decides when this shop's news may leave.
    #[must_use]
    pub fn timing(&self, shop: &str) -> Timing {
        Timing::of(shop, &self.settings, &self.timezone)
    }
}

/// A mail on its way to the provider.
#[derive(Clone, Copy, Debug)]
pub struct Dispatch<'a> {
    /// The order it is about.
    pub order: &'a OrderKey,
    /// The number of the notice.
    pub notice: u64,
    /// By which the provider knows a copy; at most 256 characters.
    pub idempotency_key: &'a str,
    /// The mail.
    pub mail: &'a Mail,
}

//! Who sends an order's mails, and where the links in them lead.

use wismo_domain::keys::OrderKey;
use wismo_domain::link::{Kind, Link, LinkKeys};
use wismo_domain::mail::Mailbox;
use wismo_domain::order::Order;

/// Who sends an order's mails.
#[derive(Clone, Copy)]
pub struct Sender<'a> {
    /// What seals the links.
    pub link_keys: &'a LinkKeys,
    /// What the links begin with.
    pub public_url: &'a str,
    /// Who sends.
    pub from: &'a Mailbox,
}

impl Sender<'_> {
    /// The order's status page, by a link of this rotation.
    #[must_use]
    pub fn page_url(&self, key: &OrderKey, rotation: u32) -> String {
        self.url(key, Kind::Customer, rotation)
    }

    /// Where one request switches the order's mails off; none for a mail that
    /// does not go to the customer. No rotation ends it: it stands in mails that
    /// were sent long ago, and must work there (RFC 8058).
    #[must_use]
    pub fn unsubscribe_url(&self, key: &OrderKey, order: &Order, to: &Mailbox) -> Option<String> {
        let customer = order.customer.email.as_deref().unwrap_or_default();
        let is_to_customer = to.address.eq_ignore_ascii_case(customer.trim());
        is_to_customer.then(|| format!("{}/unsubscribe", self.url(key, Kind::Unsubscribe, 0)))
    }

    /// The message that all mails of an order answer to, so that mail programs
    /// show them together. It need not exist.
    #[must_use]
    pub fn root_id(&self, key: &OrderKey) -> String {
        let domain = self.from.address.rsplit('@').next();
        format!("order-{}@{}", key.digest(), domain.unwrap_or("localhost"))
    }

    fn url(&self, key: &OrderKey, kind: Kind, rotation: u32) -> String {
        let token = self.link_keys.seal(&Link {
            order: key.clone(),
            kind,
            rotation,
        });
        format!("{}/s/{token}", self.public_url)
    }
}

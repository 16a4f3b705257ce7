//! The sender of an order's mails, and the links in them.

use wismo_domain::access::link::{Kind, Link, LinkKeys};
use wismo_domain::mail::{Mail, Mailbox};
use wismo_domain::order::Order;
use wismo_domain::storage::keys::OrderKey;

/// The sender of an order's mails.
#[derive(Clone, Copy)]
pub struct Sender<'a> {
    /// The keys that seal the links.
    pub link_keys: &'a LinkKeys,
    /// The beginning of the links.
    pub public_url: &'a str,
    /// The sender's mailbox.
    pub from: &'a Mailbox,
}

impl Sender<'_> {
    /// The address of the order's status page, by a link of this rotation: the customer's
    /// own if nobody else reads the mail, else the one to share. All who read a mail read
    /// the same, so a customer among others gets the link to share, too.
    #[must_use]
    pub fn page_url(
        &self,
        key: &OrderKey,
        rotation: u32,
        order: &Order,
        to: &Mailbox,
        cc: &[Mailbox],
    ) -> String {
        let kind = match cc.is_empty() && is_customer(order, to) {
            true => Kind::Customer,
            false => Kind::Gift,
        };
        self.url(key, kind, rotation)
    }

    /// Takes a mail that was written to the customer, and puts the link to share in place
    /// of their own.
    #[must_use]
    pub fn for_others(&self, key: &OrderKey, rotation: u32, mail: Mail) -> Mail {
        let own = self.url(key, Kind::Customer, rotation);
        let shared = self.url(key, Kind::Gift, rotation);
        Mail {
            text: mail.text.replace(&own, &shared),
            html: mail.html.replace(&own, &shared),
            ..mail
        }
    }

    /// The address where one request switches the order's mails off; `None` for a mail
    /// that does not go to the customer. A rotation does not end it: it stands in mails
    /// that were sent long ago, and must still work there (RFC 8058).
    #[must_use]
    pub fn unsubscribe_url(&self, key: &OrderKey, order: &Order, to: &Mailbox) -> Option<String> {
        let url = || format!("{}/unsubscribe", self.url(key, Kind::Unsubscribe, 0));
        is_customer(order, to).then(url)
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

/// Tells whether an address is that of the customer.
fn is_customer(order: &Order, to: &Mailbox) -> bool {
    let customer = order.customer.email.as_deref().unwrap_or_default();
    to.address.eq_ignore_ascii_case(customer.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use wismo_domain::order::{Stage, Status};
    use wismo_domain::time::Timestamp;

    #[test]
    fn who_gets_a_copy_gets_the_link_to_share_and_not_the_customers() {
        let keys = LinkKeys::from_setting("a-link-secret-of-32-bytes-or-more").unwrap();
        let mailbox = |address| Mailbox::new("", address).unwrap();
        let from = mailbox("shop@north.example");
        let sender = Sender {
            link_keys: &keys,
            public_url: "https://wismo.example",
            from: &from,
        };
        let key = OrderKey::new("north", "1").unwrap();
        let status = Status::new("new", Stage::Received);
        let mut order = Order::new("1", Timestamp::UNIX_EPOCH, status, "EUR");
        order.customer.email = Some(" Ada@example.com ".to_owned());
        let kind = |to, cc: &[Mailbox]| {
            let url = sender.page_url(&key, 7, &order, &mailbox(to), cc);
            let token = url.strip_prefix("https://wismo.example/s/").unwrap();
            let link = keys.open(token).unwrap();
            assert_eq!((link.rotation, &link.order), (7, &key));
            link.kind
        };
        assert_eq!(kind("ada@example.com", &[]), Kind::Customer);
        let copy = mailbox("accounts@example.com");
        assert_eq!(kind("ada@example.com", &[copy]), Kind::Gift);
        assert_eq!(kind("accounts@example.com", &[]), Kind::Gift);
    }
}

//! Warnings for the merchant about a manual mail, before it is sent or as it
//! is sent.

use serde::Serialize;
use wismo_domain::access::link::LinkKeys;
use wismo_domain::changes::ChangeKind;
use wismo_domain::log::Links;
use wismo_domain::log::MailPreferences;
use wismo_domain::mail::suppression::Suppression;
use wismo_domain::mail::{Mail, Mailbox};
use wismo_domain::order::Order;
use wismo_domain::storage::StoreError;
use wismo_domain::storage::keys::OrderKey;
use wismo_platform::store::SpinStore;

/// A warning for the merchant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Warning {
    /// The address that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The reason for the warning.
    pub reason: WarningReason,
    /// True if the mail is sent all the same.
    pub sent: bool,
}

/// The reason for a warning. Those that an order's history has, too, have the same
/// names there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum WarningReason {
    /// The customer does not wish to get mails.
    NotSetToReceive,
    /// The customer switched such mails off.
    Unsubscribed,
    /// Mails do not reach the address.
    Suppressed,
    /// A link in the mail leads nowhere any more.
    DeadLink,
}

impl Warning {
    fn of(mailbox: &Mailbox, reason: WarningReason, sent: bool) -> Self {
        Self {
            address: Some(mailbox.address.clone()),
            reason,
            sent,
        }
    }
}

/// The recipients of a mail.
pub fn recipients(mail: &Mail) -> impl Iterator<Item = &Mailbox> {
    std::iter::once(&mail.to).chain(&mail.cc)
}

/// Warns of recipients who do not wish for a mail about changes of these
/// kinds; a manual mail goes to them all the same.
pub fn unwished(
    order: &Order,
    choice: &MailPreferences,
    kinds: &[ChangeKind],
    mail: &Mail,
) -> Vec<Warning> {
    let customer = &order.customer;
    let is =
        |mailbox: &Mailbox, address: &str| mailbox.address.eq_ignore_ascii_case(address.trim());
    let is_customer =
        |mailbox: &Mailbox| is(mailbox, customer.email.as_deref().unwrap_or_default());
    let is_contact = |mailbox: &Mailbox| {
        let mut contacts = customer.contacts.iter();
        contacts.any(|contact| is(mailbox, &contact.email))
    };
    let is_off = choice.none || kinds.iter().any(|kind| !choice.wants(*kind));
    let mut warnings = Vec::new();
    for mailbox in recipients(mail) {
        let is_told = is_customer(mailbox) || is_contact(mailbox);
        if is_told && customer.wants_mail == Some(false) {
            warnings.push(Warning::of(mailbox, WarningReason::NotSetToReceive, true));
        }
        if is_customer(mailbox) && is_off {
            warnings.push(Warning::of(mailbox, WarningReason::Unsubscribed, true));
        }
    }
    warnings
}

/// Finds the recipients whom mails do not reach: a mail to any of them is not
/// sent.
///
/// # Errors
/// When the store fails.
pub async fn unreachable(key: &OrderKey, mail: &Mail) -> Result<Vec<Warning>, StoreError> {
    let mut warnings = Vec::new();
    for mailbox in recipients(mail) {
        let found = Suppression::of(&SpinStore, &key.shop, &mailbox.address).await?;
        warnings.extend(found.map(|_| Warning::of(mailbox, WarningReason::Suppressed, false)));
    }
    Ok(warnings)
}

/// Warns if a mail, as it was sent, has a link that leads nowhere any more.
pub fn dead_link(keys: &LinkKeys, public_url: &str, links: &Links, mail: &Mail) -> Option<Warning> {
    let under = format!("{public_url}/s/");
    let is_dead = mail.text.split(under.as_str()).skip(1).any(|rest| {
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-_".contains(c)));
        let token = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        let link = keys.open(token);
        !link.is_some_and(|link| links.admit(&link))
    });
    is_dead.then_some(Warning {
        address: None,
        reason: WarningReason::DeadLink,
        sent: true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use wismo_domain::access::link::{Kind, Link};
    use wismo_view::mail::template::order;

    fn mail(to: &str, cc: &[&str], text: &str) -> Mail {
        let mailbox = |address: &str| address.parse::<Mailbox>().unwrap();
        Mail {
            from: mailbox("orders@north.example"),
            reply_to: None,
            to: mailbox(to),
            cc: cc.iter().map(|address| mailbox(address)).collect(),
            subject: String::new(),
            text: text.to_owned(),
            html: String::new(),
            headers: Vec::new(),
            attachments: Vec::new(),
            code: None,
        }
    }

    #[test]
    fn what_the_customer_does_not_wish_is_said_of_them_alone() {
        let mut order = order();
        order.customer.email = Some("ada@example.com".to_owned());
        let all = |order: &Order, choice: &MailPreferences, kinds: &[ChangeKind], to: &str| {
            let told = unwished(order, choice, kinds, &mail(to, &["bo@example.com"], ""));
            told.into_iter()
                .map(|warning| (warning.address.unwrap_or_default(), warning.reason))
                .collect::<Vec<_>>()
        };
        let ada = |reason| ("ada@example.com".to_owned(), reason);
        let to = "Ada@example.com";
        let no_choice = MailPreferences::default();
        assert_eq!(all(&order, &no_choice, &[], to), []);
        order.customer.wants_mail = Some(false);
        let told = all(&order, &no_choice, &[], "ada@example.com");
        assert_eq!(told, [ada(WarningReason::NotSetToReceive)]);
        assert_eq!(all(&order, &no_choice, &[], "office@north.example"), []);
        order.customer.wants_mail = None;
        let without = MailPreferences {
            without: vec![ChangeKind::Invoiced],
            ..MailPreferences::default()
        };
        let off = [ada(WarningReason::Unsubscribed)];
        let to = "ada@example.com";
        assert_eq!(all(&order, &without, &[], to), []);
        assert_eq!(all(&order, &without, &[ChangeKind::Invoiced], to), off);
        let none = MailPreferences {
            none: true,
            ..MailPreferences::default()
        };
        assert_eq!(all(&order, &none, &[], to), off);
    }

    #[test]
    fn a_link_is_dead_once_it_was_replaced() {
        let keys = LinkKeys::from_setting("0123456789abcdef0123456789abcdef").unwrap();
        let url = |rotation, kind| {
            let order = OrderKey::new("north", "1").unwrap();
            let token = keys.seal(&Link {
                order,
                kind,
                rotation,
            });
            format!("See:\nhttps://wismo.example/s/{token}\n\nBye")
        };
        let links = Links::default();
        let dead = |text: &str| {
            let mail = mail("ada@example.com", &[], text);
            dead_link(&keys, "https://wismo.example", &links, &mail).is_some()
        };
        assert!(!dead(&url(0, Kind::Customer)) && !dead("no link"));
        assert!(dead(&url(7, Kind::Customer)));
        assert!(dead(&(url(0, Kind::Customer) + &url(7, Kind::Customer))));
    }
}

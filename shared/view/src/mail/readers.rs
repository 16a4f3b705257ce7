//! The readers of a mail, as far as its words depend on them.

use wismo_domain::mail::Mailbox;

use super::MailContext;

/// The readers of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Readers {
    /// The customer alone.
    Customer,
    /// The customer, and the customer's contacts.
    CustomerAndContacts,
    /// The customer's contacts alone.
    Contacts,
    /// Somebody else, whom the shop chose.
    Others,
}

impl Readers {
    pub(super) fn of(context: &MailContext<'_>) -> Self {
        let all = || std::iter::once(&context.to).chain(&context.cc);
        let is_known =
            |mailbox: &Mailbox| is_customer(context, mailbox) || is_contact(context, mailbox);
        if !all().all(is_known) {
            return Self::Others;
        }
        let customers = all()
            .filter(|mailbox| is_customer(context, mailbox))
            .count();
        match (customers, all().count()) {
            (0, _) => Self::Contacts,
            (some, all) if some == all => Self::Customer,
            _ => Self::CustomerAndContacts,
        }
    }
}

/// Tells whether the customer is the recipient, and so is greeted. An example goes
/// to nobody, and reads like the customer's.
pub(super) fn is_to_customer(context: &MailContext<'_>) -> bool {
    is_customer(context, &context.to)
}

fn is_customer(context: &MailContext<'_>, mailbox: &Mailbox) -> bool {
    let email = context.order.customer.email.as_deref().unwrap_or_default();
    mailbox.address.is_empty() || mailbox.address.eq_ignore_ascii_case(email.trim())
}

fn is_contact(context: &MailContext<'_>, mailbox: &Mailbox) -> bool {
    let mut contacts = context.order.customer.contacts.iter();
    contacts.any(|contact| mailbox.address.eq_ignore_ascii_case(contact.email.trim()))
}

#[cfg(test)]
mod tests {
    use wismo_domain::changes::{Change, KINDS};
    use wismo_domain::mail::Mail;
    use wismo_domain::order::{Contact, Order, Role};
    use wismo_domain::settings::Brand;

    use super::*;
    use crate::mail::tests::{says, says_nothing_of};
    use crate::mail::{compose, samples, template};
    use crate::texts::Language;

    fn mail(order: &Order, changes: &[Change], to: &[&str], page: Option<&str>) -> Mail {
        let mut readers = to.iter().map(|to| to.parse::<Mailbox>().unwrap());
        compose(&MailContext {
            changes,
            page_url: page,
            to: readers.next().unwrap(),
            cc: readers.collect(),
            language: Language::English,
            root_id: "order-1042".to_owned(),
            ..MailContext::for_order(
                &samples::shop(),
                order,
                &Brand::default(),
                &"orders@fjordfern.example".parse().unwrap(),
            )
        })
        .mail
    }

    const ASE: &str = "ASE@customer.example";
    const BOOKS: &str = "Books Ltd <books@customer.example>";
    const OFFICE: &str = "Bo Berg <bo@office.example>";

    fn order() -> Order {
        let mut order = samples::order();
        order.customer.contacts = vec![Contact {
            role: Role::Billing,
            name: Some("Books Ltd".to_owned()),
            email: "books@customer.example".to_owned(),
        }];
        order
    }

    #[test]
    fn who_reads_it_is_greeted_and_told_why() {
        for (to, hello, why) in [
            (
                &[ASE][..],
                "Hello Åse Nordmann,",
                "was placed at Fjord & Fern with your email address.",
            ),
            (
                &[ASE, BOOKS],
                "Hello Åse Nordmann,",
                "or because you are named as a contact for it.",
            ),
            (
                &[BOOKS],
                "Hello Books Ltd,",
                "because you are named as a contact for order #1042 at Fjord & Fern.",
            ),
            (
                &[OFFICE],
                "Hello Bo Berg,",
                "because Fjord & Fern sent it to you. It is about order #1042.",
            ),
            (
                &[ASE, OFFICE],
                "Hello Åse Nordmann,",
                "because Fjord & Fern sent it to you. It is about order #1042.",
            ),
            (
                &["bo@office.example"],
                "Hello,",
                "because Fjord & Fern sent it to you. It is about order #1042.",
            ),
        ] {
            let mail = mail(&order(), &[Change::Placed], to, Some(samples::PAGE));
            says(&mail, hello);
            says(&mail, why);
            if to[0] != ASE {
                says_nothing_of(&mail, "Nordmann");
                says_nothing_of(&mail, "with your email address");
            }
        }
    }

    #[test]
    fn a_mail_without_a_page_leads_to_none_and_speaks_of_none() {
        let mut order = order();
        let line = order.lines[0].clone();
        order.lines.resize(60, line);
        let parcel = samples::parcel("a", Some("fedex"), "1");
        order.shipments.resize(20, parcel);
        for kind in KINDS {
            let changes = [template::change(kind, &order)];
            let mail = mail(&order, &changes, &[ASE], None);
            says(&mail, "and 20 more");
            for nothing in [
                "order’s page",
                "its page",
                "See your order",
                "button",
                "/s/",
            ] {
                says_nothing_of(&mail, nothing);
            }
            assert!(!mail.html.contains("/s/"), "{kind:?}");
        }
    }
}

//! The recipients of mails about a customer's orders, and the reasons why somebody gets none.

use maud::{Markup, html};
use wismo_domain::mail::suppression::Cause;
use wismo_domain::order::{Contact, Role};
use wismo_domain::people::PersonView;

use super::{CustomerPage, Suppressed};
use crate::desk::customers::Names;

/// The section.
pub(super) fn section(page: &CustomerPage<'_>) -> Markup {
    let frame = &page.frame;
    html! {
        section {
            h2 { (frame.text("desk-customers-mails")) }
            @if page.others.is_empty() {
                (part(page, page.one))
            } @else {
                @for one in page.records() {
                    h3 { bdi { (Names::of(one).title(frame, &one.person)) } }
                    (part(page, one))
                }
            }
            @if page.links.has_own_recipients { p.soft { (frame.text("desk-customers-own-recipients")) } }
        }
    }
}

/// The recipients of mails about the orders of one record.
fn part(page: &CustomerPage<'_>, one: &PersonView) -> Markup {
    let frame = &page.frame;
    let record = one.record.as_ref();
    let customer = one.order.as_ref().map(|order| &order.customer);
    let contacts: &[Contact] = match (record, customer) {
        (Some(record), _) if !record.contacts.is_empty() => &record.contacts,
        (_, Some(customer)) => &customer.contacts,
        (_, None) => &[],
    };
    let email = Names::of(one).email;
    html! {
        @if one.wants_mail() == Some(false) { p { strong { (frame.text("desk-customers-no-mails")) } } }
        @if email.is_none() && contacts.is_empty() {
            p { (frame.text("desk-customers-no-address")) }
        } @else {
            ul.rows {
                @if let Some(email) = email {
                    (row(page, "desk-customers-role-customer", None, email))
                }
                @for contact in contacts {
                    (row(page, role_text(contact.role), contact.name.as_deref(), &contact.email))
                }
            }
        }
    }
}

/// The sentence that says what somebody gets.
const fn role_text(role: Role) -> &'static str {
    match role {
        Role::Customer => "desk-customers-role-customer",
        Role::Admin => "desk-customers-role-admin",
        Role::Billing => "desk-customers-role-billing",
        Role::Delivery => "desk-customers-role-delivery",
    }
}

fn row(page: &CustomerPage<'_>, role: &str, name: Option<&str>, email: &str) -> Markup {
    let frame = &page.frame;
    let is_it = |one: &&Suppressed| one.address.eq_ignore_ascii_case(email.trim());
    let suppressed = page.suppressed.iter().find(is_it);
    html! {
        li {
            div {
                p { (email) }
                @if let Some(name) = name { p.soft { (name) } }
            }
            div {
                p { (frame.text(role)) }
                @if let Some(suppressed) = suppressed {
                    p.error { (frame.text(cause(suppressed.suppression.cause))) }
                    p.soft.when { (frame.moment(suppressed.suppression.since)) }
                }
            }
            @if let (Some(suppressed), true) = (suppressed, page.may_act) {
                form method="post" {
                    input type="hidden" name="address" value=(suppressed.address);
                    button.quiet name="do" value="lift-suppression" { (frame.text("desk-customers-lift")) }
                }
            }
        }
    }
}

/// The sentence that says why an address gets no mails.
pub(super) const fn cause(cause: Cause) -> &'static str {
    match cause {
        Cause::Bounced => "desk-customers-bounced",
        Cause::Refused => "desk-customers-refused",
        Cause::Complained => "desk-customers-complained",
        Cause::Unsubscribed => "desk-customers-unsubscribed",
    }
}

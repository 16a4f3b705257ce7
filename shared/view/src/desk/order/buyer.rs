//! The customer of an order, and what it costs.

use maud::{Markup, html};
use wismo_domain::order::{Address, Role};
use wismo_domain::people::Person;

use super::OrderPage;
use crate::desk::path;
use crate::words;

/// The customer and the addresses.
pub(super) fn buyer(page: &OrderPage<'_>) -> Markup {
    let frame = &page.frame;
    let customer = &page.order.customer;
    html! {
        section aria-labelledby="customer" {
            h2 id="customer" { (frame.text("desk-order-customer")) }
            @if let Some(name) = &customer.name { p { bdi { (name) } } }
            @if let Some(person) = Person::of(customer) {
                @let own = path::customer(&page.shop.id, &person.to_string());
                p { a href=(frame.at(&own)) { (frame.text("desk-order-to-customer")) } }
            }
            @match customer.email.as_deref().filter(|email| !email.trim().is_empty()) {
                Some(email) => p { bdi { (email) } },
                None => p.soft { (frame.text("desk-order-no-address")) },
            }
            @if customer.wants_mail == Some(false) {
                p { (frame.text("desk-order-wants-no-mail")) }
            }
            @for contact in &customer.contacts {
                p {
                    span.soft { (frame.text(role(contact.role))) } br;
                    @if let Some(name) = &contact.name { bdi { (name) } " " }
                    bdi { (contact.email) }
                }
            }
            (address(page, "desk-order-delivery-address", page.order.delivery_address.as_ref()))
            (address(page, "desk-order-billing-address", page.order.billing_address.as_ref()))
        }
    }
}

const fn role(role: Role) -> &'static str {
    match role {
        Role::Customer => "desk-order-role-customer",
        Role::Admin => "desk-order-role-admin",
        Role::Billing => "desk-order-role-billing",
        Role::Delivery => "desk-order-role-delivery",
    }
}

fn address(page: &OrderPage<'_>, title: &str, address: Option<&Address>) -> Markup {
    let frame = &page.frame;
    let lines = address.map(|address| words::address(frame.language, address));
    html! {
        @if let Some(lines) = lines.filter(|lines| !lines.is_empty()) {
            h3 { (frame.text(title)) }
            p { @for line in lines { bdi { (line) } br; } }
        }
    }
}

/// The costs, row by row.
pub(super) fn costs(page: &OrderPage<'_>) -> Markup {
    let texts = page.frame.texts();
    let rows = words::rows(page.order);
    html! {
        @if !rows.is_empty() {
            section aria-labelledby="costs" {
                h2 id="costs" { (page.frame.text("desk-order-costs")) }
                table.costs {
                    tbody {
                        @for row in rows {
                            tr class=[row.is_sum().then_some("sum")] {
                                th scope="row" { bdi { (row.name(texts, str::to_owned)) } }
                                td { (row.shown(texts, &page.order.currency)) }
                            }
                        }
                    }
                }
                @if let Some(payment) = &page.order.payment {
                    @if let Some(method) = &payment.method { p.soft { bdi { (method) } } }
                }
            }
        }
    }
}

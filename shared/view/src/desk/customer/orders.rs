//! The orders of a customer, and those of guests with the same address.

use maud::{Markup, html};
use wismo_domain::people::Person;
use wismo_domain::search::OrderRecord;

use super::{CustomerPage, OrdersPart, is_guest};
use crate::desk::orders::standing;
use crate::desk::path;
use crate::format;

/// The section.
pub(super) fn section(page: &CustomerPage<'_>) -> Markup {
    let frame = &page.frame;
    html! {
        section id="orders" {
            h2 { (frame.text("desk-customers-orders")) }
            (part(page, page.orders, "orders"))
            @if let Some(as_guest) = page.as_guest.filter(|part| !part.orders.is_empty()) {
                h3 { (frame.text("desk-customers-as-guest")) }
                (part(page, as_guest, "guest"))
            }
        }
    }
}

fn part(page: &CustomerPage<'_>, part: &OrdersPart, name: &str) -> Markup {
    let frame = &page.frame;
    html! {
        @if part.orders.is_empty() {
            p { (frame.text("desk-customers-no-orders")) }
        } @else {
            ul.rows { @for record in &part.orders { (row(page, record)) } }
        }
        @if let Some(next) = &part.next {
            p { a href={ "?" (name) "=" (next) "#orders" } { (frame.text("desk-customers-older-orders")) } }
        }
    }
}

fn row(page: &CustomerPage<'_>, record: &OrderRecord) -> Markup {
    let (frame, order) = (&page.frame, &record.order);
    // On the page of a guest who has no other record, it goes without saying.
    let is_only_guest = is_guest(&page.one.person) && page.others.is_empty();
    let by_guest = Person::of(&order.customer).is_some_and(|person| is_guest(&person));
    html! {
        li {
            p {
                a href=(frame.at(&path::order(&page.shop.id, &order.id))) { (order.display_number()) }
                @if by_guest && !is_only_guest { " " span.soft { (frame.text("desk-customers-guest")) } }
            }
            p { (standing(frame, record)) }
            p.soft.when { (frame.moment(order.dated_at())) }
            p.sum {
                @if let Some(total) = order.totals.total {
                    (format::money(frame.language, total, &order.currency))
                }
            }
        }
    }
}

//! The orders of a customer, and those of guests with the same address.

use maud::{Markup, html};
use wismo_domain::order::Order;

use super::{CustomerPage, OrdersPart};
use crate::desk::path;
use crate::format;
use crate::words::{Goods, status};

/// The section.
pub(super) fn section(page: &CustomerPage<'_>) -> Markup {
    let frame = &page.frame;
    html! {
        section id="orders" {
            h2 { (frame.text("desk-customers-orders")) }
            (part(page, page.orders, "orders", None))
            @if let Some(as_guest) = page.as_guest.filter(|part| !part.orders.is_empty()) {
                h3 { (frame.text("desk-customers-as-guest")) }
                (part(page, as_guest, "guest", Some("desk-customers-guest")))
            }
        }
    }
}

fn part(page: &CustomerPage<'_>, part: &OrdersPart, name: &str, mark: Option<&str>) -> Markup {
    let frame = &page.frame;
    html! {
        @if part.orders.is_empty() {
            p { (frame.text("desk-customers-no-orders")) }
        } @else {
            ul.rows { @for order in &part.orders { (row(page, order, mark)) } }
        }
        @if let Some(next) = &part.next {
            p { a href={ "?" (name) "=" (next) "#orders" } { (frame.text("desk-customers-older-orders")) } }
        }
    }
}

fn row(page: &CustomerPage<'_>, order: &Order, mark: Option<&str>) -> Markup {
    let frame = &page.frame;
    html! {
        li {
            p {
                a href=(frame.at(&path::order(&page.shop.id, &order.id))) { (order.display_number()) }
                @if let Some(mark) = mark { " " span.soft { (frame.text(mark)) } }
            }
            p { (status(frame.texts(), Goods::of(order), &order.status)) }
            p.soft { (frame.moment(order.placed_at.unwrap_or(order.updated_at))) }
            p {
                @if let Some(total) = order.totals.total {
                    (format::money(frame.language, total, &order.currency))
                }
            }
        }
    }
}

//! The list of orders: rows on a wide screen, cards on a narrow one.

pub mod bulk;
pub mod filter;
mod selection;

use maud::{Markup, html};
use wismo_domain::order::{Stage, Status};
use wismo_domain::search::{Flag, OrderRecord};
use wismo_domain::shop::Shop;

use super::{DeskFrame, path};
use crate::format;
use crate::page::Document;
use crate::words::{self, Goods};
use filter::{Listed, OrdersFilter};

/// An order of a shop.
pub struct OrderRow<'a> {
    /// The shop.
    pub shop: &'a Shop,
    /// The order.
    pub record: OrderRecord,
    /// True if who ordered is on the watch list.
    pub is_watched: bool,
}

/// The content of the page.
pub struct OrdersPage<'a> {
    /// The document around it.
    pub frame: DeskFrame<'a>,
    /// The filter.
    pub filter: &'a OrdersFilter,
    /// The shops that the member sees.
    pub shops: &'a [&'a Shop],
    /// The statuses to choose from: those of these shops.
    pub statuses: &'a [Status],
    /// The orders, the newest first.
    pub rows: &'a [OrderRow<'a>],
    /// True if it is the first page.
    pub is_first: bool,
    /// The place where the next page begins.
    pub next: Option<&'a str>,
    /// True if the member may act on orders.
    pub may_act: bool,
}

/// The page.
#[must_use]
pub fn page(page: &OrdersPage<'_>) -> Document {
    let frame = &page.frame;
    let title = frame.text("desk-orders");
    let none = match (page.next, page.is_first, page.filter.is_narrow()) {
        (Some(_), _, _) => "desk-orders-none-yet",
        (None, true, false) => "desk-orders-none",
        (None, true, true) => "desk-orders-none-fits",
        (None, false, _) => "desk-orders-none-older",
    };
    let content = html! {
        h1 { (title) }
        (filters(page))
        @if page.rows.is_empty() {
            p role="status" { (frame.text(none)) }
        } @else if page.may_act {
            form method="post" action=(frame.at("orders/status")) {
                (selection::all(frame))
                (rows(page))
                (selection::button(frame))
            }
        } @else {
            (rows(page))
        }
        @if let Some(next) = page.next {
            p {
                a rel="next" href=(frame.at(&page.filter.path(Some(next)))) {
                    (frame.text("desk-orders-older"))
                }
            }
        }
    };
    frame.document(&title, &content)
}

fn rows(page: &OrdersPage<'_>) -> Markup {
    html! {
        (heads(&page.frame))
        ol.rows.orders { @for row in page.rows { (order(page, row)) } }
    }
}

/// The heads of the columns. Where there is no room for columns, each row reads by itself.
fn heads(frame: &DeskFrame<'_>) -> Markup {
    html! {
        div.heads aria-hidden="true" {
            span { (frame.text("desk-orders-head-order")) }
            span { (frame.text("desk-order-customer")) }
            span { (frame.text("desk-orders-stage")) }
            span { (frame.text("desk-orders-head-placed")) }
            span.sum { (frame.text("words-cost-total")) }
        }
    }
}

fn filters(page: &OrdersPage<'_>) -> Markup {
    let (frame, filter) = (&page.frame, page.filter);
    let since = filter.since.map(|day| day.to_string());
    html! {
        details.fold.unfolds open[filter.is_narrow()] {
            summary { (frame.text("desk-orders-filter")) }
            (filter_form(page, since.as_deref()))
        }
    }
}

fn filter_form(page: &OrdersPage<'_>, since: Option<&str>) -> Markup {
    let (frame, filter) = (&page.frame, page.filter);
    html! {
        form.filters action=(frame.at("orders")) {
            @if page.shops.len() > 1 {
                div {
                    label for="shop" { (frame.text("desk-orders-shop")) }
                    select id="shop" name="shop" {
                        option value="" { (frame.text("desk-shops-all")) }
                        @for shop in page.shops {
                            option value=(shop.id)
                                selected[filter.shop.as_ref() == Some(&shop.id)] { (shop.name) }
                        }
                    }
                }
            }
            div {
                label for="stage" { (frame.text("desk-orders-stage")) }
                select id="stage" name="stage" {
                    option value="" { (frame.text("desk-orders-any")) }
                    @for stage in Stage::ALL {
                        option value=(stage.word()) selected[filter.stage == Some(stage)] {
                            (words::stage(frame.texts(), Goods::Shipped, stage))
                        }
                    }
                }
            }
            div {
                label for="flag" { (frame.text("desk-orders-flag")) }
                select id="flag" name="flag" {
                    option value="" { (frame.text("desk-orders-any")) }
                    @for flag in Listed::all() {
                        option value=(flag.word()) selected[filter.flag == Some(flag)] {
                            (frame.text(flag_text(flag)))
                        }
                    }
                }
            }
            div {
                label for="since" { (frame.text("desk-orders-since")) }
                input id="since" name="since" type="date" value=[since];
            }
            div {
                label for="status" { (frame.text("desk-orders-status")) }
                select id="status" name="status" { (statuses(page)) }
            }
            div {
                label for="q" { (frame.text("desk-orders-number")) }
                input id="q" name="q" maxlength="200" autocomplete="off"
                    autocapitalize="none" spellcheck="false" value=[filter.typed.as_deref()];
            }
            p {
                button { (frame.text("desk-orders-show")) }
                @if filter.is_narrow() {
                    " " a href=(frame.at("orders")) { (frame.text("desk-orders-all")) }
                }
            }
        }
    }
}

/// The statuses to choose from, and the chosen one, which an address may name though no
/// shop has it.
fn statuses(page: &OrdersPage<'_>) -> Markup {
    let (frame, chosen) = (&page.frame, page.filter.status.as_deref());
    let is_offered = |code: &str| page.statuses.iter().any(|status| status.code == code);
    html! {
        option value="" { (frame.text("desk-orders-any")) }
        @if let Some(code) = chosen.filter(|code| !is_offered(code)) {
            option value=(code) selected { (code) }
        }
        @for status in page.statuses {
            option value=(status.code) selected[chosen == Some(status.code.as_str())] {
                (status_name(frame, status))
            }
        }
    }
}

/// The words for a status, and the shop's code of it.
pub(in crate::desk) fn status_name(frame: &DeskFrame<'_>, status: &Status) -> String {
    let words = words::status(frame.texts(), Goods::Shipped, status);
    format!("{words} ({})", status.code)
}

fn order(page: &OrdersPage<'_>, row: &OrderRow<'_>) -> Markup {
    let (frame, order) = (&page.frame, &row.record.order);
    let customer = [&order.customer.name, &order.customer.email];
    let customer = customer.into_iter().flatten().find(|text| !text.is_empty());
    let at = order.dated_at();
    html! {
        li {
            p.number {
                @if page.may_act {
                    @let number = order.display_number();
                    input type="checkbox" name=(bulk::ORDER) value=(bulk::name(row.shop, order))
                        aria-label=(frame.texts().with("desk-orders-select", [("number", number.into())]));
                    " "
                }
                a href=(frame.at(&path::order(&row.shop.id, &order.id))) {
                    bdi { (order.display_number()) }
                }
            }
            p { @if let Some(customer) = customer { bdi { (customer) } } }
            p {
                (standing(frame, &row.record))
                @if row.is_watched { " " strong.flag { (frame.text(flag_text(Listed::Watched))) } }
            }
            p.soft {
                (format::date(frame.language, at, &row.shop.timezone))
                @if page.shops.len() > 1 { " – " (row.shop.name) }
            }
            p.sum {
                @if let Some(total) = order.totals.total {
                    (format::money(frame.language, total, &order.currency))
                }
            }
        }
    }
}

/// The place where an order stands, and its flags, as every list of orders says it.
pub(super) fn standing(frame: &DeskFrame<'_>, record: &OrderRecord) -> Markup {
    let order = &record.order;
    html! {
        (words::stage(frame.texts(), Goods::of(order), order.standing()))
        @for flag in &record.flags {
            " " strong.flag { (frame.text(flag_text(Listed::With(*flag)))) }
        }
    }
}

const fn flag_text(flag: Listed) -> &'static str {
    match flag {
        Listed::With(Flag::Late) => "desk-orders-late",
        Listed::With(Flag::Held) => "desk-orders-held",
        Listed::With(Flag::Urgent) => "desk-orders-urgent",
        Listed::With(Flag::Deleted) => "desk-orders-deleted",
        Listed::Watched => "desk-orders-watched",
        Listed::MailFailed => "desk-orders-mail-failed",
    }
}

//! Giving many orders a status at once: first what would happen, then a result for each.

use maud::{Markup, html};
use wismo_domain::order::{Order, Status};
use wismo_domain::shop::Shop;
use wismo_domain::time::Timestamp;

use crate::desk::field::carried;
use crate::desk::{DeskFrame, path};
use crate::page::Document;
use crate::words::{self, Goods};

/// The name of the field that names an order: its shop's id, a slash, and its own.
pub const ORDER: &str = "order";

/// The name of the field that says when the forecast was made.
pub const ASKED_AT: &str = "at";

/// An order that was selected.
pub struct Selected<'a> {
    /// Its shop.
    pub shop: &'a Shop,
    /// The order, as the merchant reads it.
    pub order: Order,
}

impl Selected<'_> {
    /// The value of the field that names it.
    #[must_use]
    pub fn name(&self) -> String {
        name(self.shop, &self.order)
    }
}

/// The value of the field that names an order.
#[must_use]
pub fn name(shop: &Shop, order: &Order) -> String {
    format!("{}/{}", shop.id, order.id)
}

/// The results that a status would have, added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BulkForecast {
    /// The number of orders that would change.
    pub changed: usize,
    /// The number of orders that would not.
    pub unchanged: usize,
    /// The number of mails that would leave.
    pub mails: usize,
    /// The number of orders whose mail would wait for the merchant.
    pub held: usize,
    /// The number of orders without an address that a mail could go to.
    pub without_address: usize,
}

/// The step that the page shows.
#[derive(Clone, Copy)]
pub enum Step<'a> {
    /// A status is chosen among these.
    Choose(&'a [Status]),
    /// The results of the chosen status, as of this moment, are shown before it is set.
    Confirm(&'a Status, BulkForecast, Timestamp),
    /// It is set: of each order, whether it changed.
    Done(&'a [bool]),
}

/// The page.
#[must_use]
pub fn page(frame: &DeskFrame<'_>, selected: &[Selected<'_>], step: Step<'_>) -> Document {
    let title = counted(frame, "desk-orders-bulk-title", selected.len());
    let names: Vec<String> = selected.iter().map(Selected::name).collect();
    let orders = names.iter().map(|name| (ORDER, name.as_str()));
    let content = html! {
        div.narrow {
            p { a href=(frame.at("orders")) { (frame.text("desk-orders")) } }
            h1 { (title) }
            @match step {
                _ if selected.is_empty() => p role="status" { (frame.text("desk-orders-bulk-none")) },
                Step::Choose(statuses) => form method="post" {
                    (carried(orders))
                    (choices(frame, statuses))
                    p.buttons {
                        button name="do" value="ask" { (frame.text("desk-order-go-on")) } " " (leave(frame))
                    }
                },
                Step::Confirm(status, forecast, at) => {
                    p { (frame.text("desk-order-status-label")) ": " strong { bdi { (shown(frame, status)) } } }
                    (summary(frame, forecast))
                    form method="post" {
                        @let at = at.to_string();
                        (carried(orders.chain([("status", status.code.as_str()), (ASKED_AT, &at)])))
                        (buttons(frame, forecast))
                    }
                },
                Step::Done(changed) => p.done role="status" {
                    (counted(frame, "desk-orders-bulk-done", changed.iter().filter(|is| **is).count()))
                },
            }
            (rows(frame, selected, step))
        }
    };
    frame.document(&title, &content)
}

fn counted(frame: &DeskFrame<'_>, id: &str, count: usize) -> String {
    frame
        .texts()
        .with(id, [("count", count.into())])
        .into_owned()
}

fn shown(frame: &DeskFrame<'_>, status: &Status) -> String {
    words::status(frame.texts(), Goods::Shipped, status)
}

fn choices(frame: &DeskFrame<'_>, statuses: &[Status]) -> Markup {
    html! {
        fieldset {
            legend { (frame.text("desk-order-status-label")) }
            @for status in statuses {
                label.choice {
                    input type="radio" name="status" value=(status.code) required;
                    span { bdi { (shown(frame, status)) } }
                }
            }
        }
    }
}

fn summary(frame: &DeskFrame<'_>, forecast: BulkForecast) -> Markup {
    let counts = [
        ("desk-orders-bulk-change", forecast.changed),
        ("desk-orders-bulk-same", forecast.unchanged),
        ("desk-orders-bulk-mails", forecast.mails),
        ("desk-orders-bulk-held", forecast.held),
        ("desk-orders-bulk-addressless", forecast.without_address),
    ];
    html! {
        ul {
            @for (id, count) in counts {
                @if count > 0 { li { (counted(frame, id, count)) } }
            }
            @if forecast.mails + forecast.held == 0 { li { (frame.text("desk-order-would-mail-nobody")) } }
        }
    }
}

fn buttons(frame: &DeskFrame<'_>, forecast: BulkForecast) -> Markup {
    html! {
        @if forecast.mails + forecast.held > 0 {
            p.buttons {
                button name="do" value="tell" { (frame.text("desk-orders-bulk-tell")) } " "
                button.quiet name="do" value="quiet" { (frame.text("desk-order-do-quietly")) } " "
                (leave(frame))
            }
        } @else {
            p.buttons {
                button name="do" value="tell" { (frame.text("desk-order-do")) } " " (leave(frame))
            }
        }
    }
}

/// The way out: back to the list.
fn leave(frame: &DeskFrame<'_>) -> Markup {
    html! { a href=(frame.at("orders")) { (frame.text("desk-order-change-nothing")) } }
}

fn rows(frame: &DeskFrame<'_>, selected: &[Selected<'_>], step: Step<'_>) -> Markup {
    let result = |index: usize| match step {
        Step::Done(changed) => Some(match changed.get(index) {
            Some(true) => "desk-orders-bulk-changed",
            Some(false) | None => "desk-orders-bulk-unchanged",
        }),
        Step::Choose(_) | Step::Confirm(..) => None,
    };
    html! {
        ol.rows {
            @for (index, one) in selected.iter().enumerate() {
                li {
                    p { a href=(frame.at(&path::order(&one.shop.id, &one.order.id))) { bdi { (one.order.display_number()) } } }
                    @match result(index) {
                        // The order was read before: its status is no longer that one.
                        Some(result) => p { (frame.text(result)) },
                        None => p { (words::status(frame.texts(), Goods::of(&one.order), &one.order.status)) },
                    }
                }
            }
        }
    }
}

//! The page of an order: the answers to "where is my order?" first, then all that is
//! known of it, and one timeline.

mod actions;
mod answers;
mod buyer;
mod change_line;
pub mod decide;
mod documents;
mod goods;
pub mod mail;
mod outcome;
pub mod print;
pub mod seen;
mod sent_mail;
mod timeline;
pub mod upload;

use maud::{Markup, html};
use wismo_domain::log::Urgency;
use wismo_domain::notes::NotesPage;
use wismo_domain::order::Order;
use wismo_domain::people::WatchNote;
use wismo_domain::reports::history::History;
use wismo_domain::shop::Shop;
use wismo_domain::tasks::TaskReason;
use wismo_domain::time::Date;

use super::customer::watch_banner;
use super::field::{Done, done};
use super::notes::NotesPart;
use super::{DeskFrame, notes, path};
use crate::page::Document;
use crate::words::{self, Goods};

/// The content of an order's page.
pub struct OrderPage<'a> {
    /// The document around it.
    pub frame: DeskFrame<'a>,
    /// The shop.
    pub shop: &'a Shop,
    /// The order, as the merchant reads it.
    pub order: &'a Order,
    /// Everything that happened to it.
    pub history: &'a History,
    /// The newest page of the history, which the answers rest on.
    pub newest: &'a History,
    /// The reason why it is urgent, if it is.
    pub urgency: Option<&'a Urgency>,
    /// The reasons why it is among the open tasks.
    pub tasks: &'a [Option<TaskReason>],
    /// The reason why the customer is on the watch list, if they are.
    pub watch: Option<&'a WatchNote>,
    /// The notes of the staff on it.
    pub notes: &'a NotesPage,
    /// The address at which the shop shows it to its own people.
    pub shop_url: Option<&'a str>,
    /// True if the member may act on it.
    pub may_act: bool,
    /// The deed before this page.
    pub done: Option<Done>,
}

/// Something that a member can do with an order; each has a page with its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderAction {
    /// Enter a parcel's number.
    Tracking,
    /// Set the status.
    Status,
    /// Promise a day.
    Promise,
    /// Note what came back.
    Return,
    /// Note money that was paid back.
    Refund,
    /// Cancel the order.
    Cancel,
    /// Add a document.
    Document,
    /// Print it.
    Print,
    /// Call it urgent, or no more.
    Urgent,
    /// Hold back its mails, or let them go.
    Hold,
    /// Drop the news that wait.
    Drop,
    /// Replace, revoke or restore its links.
    Links,
}

impl OrderAction {
    /// All of them, those first that are used most.
    pub const ALL: [Self; 12] = [
        Self::Tracking,
        Self::Status,
        Self::Promise,
        Self::Return,
        Self::Refund,
        Self::Cancel,
        Self::Document,
        Self::Print,
        Self::Urgent,
        Self::Hold,
        Self::Drop,
        Self::Links,
    ];

    /// The last part of the path of its page.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Tracking => "tracking",
            Self::Status => "status",
            Self::Promise => "promise",
            Self::Return => "return",
            Self::Refund => "refund",
            Self::Cancel => "cancel",
            Self::Document => "document",
            Self::Print => "print",
            Self::Urgent => "urgent",
            Self::Hold => "hold",
            Self::Drop => "drop",
            Self::Links => "links",
        }
    }

    /// The action of a path.
    #[must_use]
    pub fn of_path(path: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.path() == path)
    }

    /// The text id of its name; `is_on` if the order is urgent or held already.
    pub(super) const fn text(self, is_on: bool) -> &'static str {
        match self {
            Self::Tracking => "desk-order-tracking",
            Self::Status => "desk-order-status",
            Self::Promise => "desk-order-promise",
            Self::Return => "desk-order-return",
            Self::Refund => "desk-order-refund",
            Self::Cancel => "desk-order-cancel",
            Self::Document => "desk-order-document",
            Self::Print => "desk-order-print",
            Self::Urgent if is_on => "desk-order-urgent-end",
            Self::Urgent => "desk-order-urgent-do",
            Self::Hold if is_on => "desk-order-release-do",
            Self::Hold => "desk-order-hold",
            Self::Drop => "desk-order-drop",
            Self::Links => "desk-order-links",
        }
    }
}

/// The page.
#[must_use]
pub fn page(page: &OrderPage<'_>) -> Document {
    let frame = &page.frame;
    let number = page.order.display_number();
    let title = frame
        .texts()
        .with("desk-order-title", [("number", number.into())]);
    let own = |last: &str| {
        let order = path::order(&page.shop.id, &page.order.id);
        frame.at(&format!("{order}/{last}"))
    };
    let notes = NotesPart {
        page: page.notes,
        action: own("notes"),
        record: None,
    };
    let content = html! {
        (heading(page, &title))
        (done(frame, page.done))
        (banners(page))
        (answers::answers(page))
        (actions::actions(page))
        div.columns {
            div {
                (goods::parcels(page))
                (goods::items(page))
                (timeline::timeline(page))
                (notes::section(frame, &[notes], page.may_act))
            }
            div {
                (buyer::buyer(page))
                (buyer::costs(page))
                (documents::documents(page))
            }
        }
    };
    frame.document(&title, &content)
}

fn heading(page: &OrderPage<'_>, title: &str) -> Markup {
    let frame = &page.frame;
    let customer = &page.order.customer;
    let name = customer.name.as_deref().or(customer.email.as_deref());
    html! {
        div.heading {
            h1 { (title) }
            p.soft {
                @if let Some(name) = name { bdi { (name) } ", " }
                (page.shop.name)
                @if let Some(at) = page.order.placed_at { ", " (frame.moment(at)) }
            }
        }
    }
}

/// The warnings that must not be missed.
fn banners(page: &OrderPage<'_>) -> Markup {
    let frame = &page.frame;
    html! {
        @if let Some(watch) = page.watch { (watch_banner(frame, watch)) }
        @if let Some(urgency) = page.urgency {
            p.banner {
                strong { (frame.text("desk-order-is-urgent")) } " "
                bdi { (urgency.reason) }
                @if let Some(by) = &urgency.by { " " span.soft { "– " (by.name()) ", " (frame.moment(urgency.since)) } }
            }
        }
        (removed(frame, page.history.removed))
        @if page.history.held { p.banner { (frame.text("desk-order-is-held")) } }
        @if page.history.links_revoked { p.banner { (frame.text("desk-order-is-revoked")) } }
    }
}

/// The words about an order that the shop deleted.
fn removed(frame: &DeskFrame<'_>, is_removed: bool) -> Markup {
    html! {
        @if is_removed { p.banner { (frame.text("desk-order-is-removed")) } }
    }
}

/// The way back to an order.
fn back(frame: &DeskFrame<'_>, shop: &Shop, order: &Order) -> Markup {
    let at = frame.at(&path::order(&shop.id, &order.id));
    let number = order.display_number();
    let name = frame
        .texts()
        .with("desk-order-title", [("number", number.into())]);
    html! { p { a href=(at) { (name) } } }
}

/// The way out of a form: back to the order, which stays as it is.
fn change_nothing(frame: &DeskFrame<'_>, shop: &Shop, order: &Order) -> Markup {
    let at = frame.at(&path::order(&shop.id, &order.id));
    html! { a href=(at) { (frame.text("desk-order-change-nothing")) } }
}

/// The status of an order in words: the shop's own, or those for its stage.
fn status(page: &OrderPage<'_>) -> String {
    let texts = page.frame.texts();
    words::status(texts, Goods::of(page.order), &page.order.status)
}

/// The shop's day at the time when the page is looked at.
fn today(page: &OrderPage<'_>) -> Date {
    Date::from(page.shop.timezone.local(page.frame.now).date())
}

#[cfg(test)]
mod tests;

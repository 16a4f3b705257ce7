//! The page of somebody who orders.

mod account;
mod facts;
pub mod join;
mod joined;
mod mails;
mod orders;
mod watch;

use maud::html;
use wismo_domain::mail::suppression::Suppression;
use wismo_domain::people::{Join, Person, PersonView};
use wismo_domain::search::OrderRecord;
use wismo_domain::settings::link_for;
use wismo_domain::shop::Shop;

use super::customers::Names;
use super::field::{Done, WrongField, done, summary};
use super::notes::{self, NotesPart};
use super::{DeskFrame, path};
use crate::page::Document;

pub(super) use facts::kind_text;
pub use watch::note as watch_banner;

/// Orders of a person, newest first.
pub struct OrdersPart {
    /// The orders.
    pub orders: Vec<OrderRecord>,
    /// The place where the next ones begin, if there may be more.
    pub next: Option<String>,
}

/// An address that gets no mails, and why.
pub struct Suppressed {
    /// The address.
    pub address: String,
    /// The reason.
    pub suppression: Suppression,
}

/// A record that is joined with the one that stands.
pub struct JoinedView {
    /// The person, as this record has them.
    pub view: PersonView,
    /// The join.
    pub join: Join,
}

/// The text as it was typed for the watch list.
#[derive(Clone, Copy, Default)]
pub struct TypedWatch<'a> {
    /// The reason.
    pub text: &'a str,
    /// The last day.
    pub until: &'a str,
}

/// The links into the shop's other systems, with the customer not filled in yet.
pub struct Links<'a> {
    /// The link to enter an order from stock.
    pub stock_order: Option<&'a str>,
    /// The link to enter a pre-order.
    pub pre_order: Option<&'a str>,
    /// True if rules of the shop name other recipients than usual.
    pub has_own_recipients: bool,
}

/// The content of the page.
pub struct CustomerPage<'a> {
    /// The document around it.
    pub frame: DeskFrame<'a>,
    /// The shop.
    pub shop: &'a Shop,
    /// The person, and what is known of them; of several records, the one that stands.
    pub one: &'a PersonView,
    /// The other records that are joined with it.
    pub others: &'a [JoinedView],
    /// The shop's decisions that the page shows.
    pub links: Links<'a>,
    /// Their orders, by all of their records.
    pub orders: &'a OrdersPart,
    /// The orders of other guests with the customer's addresses; none for a guest.
    pub as_guest: Option<&'a OrdersPart>,
    /// Those of their addresses that get no mails.
    pub suppressed: &'a [Suppressed],
    /// The notes of each record.
    pub notes: &'a [NotesPart<'a>],
    /// True if the member may act.
    pub may_act: bool,
    /// The deed before this page.
    pub done: Option<Done>,
    /// The fields that were wrong.
    pub wrong: &'a [WrongField],
    /// The text as it was typed for the watch list.
    pub typed: TypedWatch<'a>,
}

impl<'a> CustomerPage<'a> {
    /// Lists the records of the person, the one that stands first.
    fn records(&self) -> impl Iterator<Item = &'a PersonView> {
        std::iter::once(self.one).chain(self.others.iter().map(|other| &other.view))
    }
}

/// The page.
#[must_use]
pub fn page(page: &CustomerPage<'_>) -> Document {
    let frame = &page.frame;
    let person = &page.one.person;
    let title = name_of(frame, page.one);
    let content = html! {
        div.heading {
            h1 { (title) }
            p.soft { (page.shop.name) " – " (kind_text(frame, person, page.one.record.as_ref())) }
        }
        (done(frame, page.done))
        (summary(frame, page.wrong))
        (watch::banner(page))
        (links(page))
        (facts::section(page))
        (mails::section(page))
        (account::section(page))
        (orders::section(page))
        (joined::section(page))
        (notes::section(frame, page.notes, page.may_act))
        @if page.may_act { (watch::form(page)) }
    };
    frame.document(&title, &content)
}

/// The links to a mail to the person, and by which an order for them is entered elsewhere.
fn links(page: &CustomerPage<'_>) -> maud::Markup {
    let frame = &page.frame;
    let filled = |url: Option<&str>| url.and_then(|url| link_for(url, &page.one.person));
    let links = [
        (
            filled(page.links.stock_order),
            "desk-customers-order-from-stock",
        ),
        (filled(page.links.pre_order), "desk-customers-pre-order"),
    ];
    // A mail is about an order, whose history keeps it: the newest one.
    let orders = page.orders.orders.iter();
    let newest = orders.max_by_key(|record| record.order.dated_at());
    let mail =
        newest.map(|record| format!("{}/mail", path::order(&page.shop.id, &record.order.id)));
    let person = page.one.person.to_string();
    let join = format!("{}/join", path::customer(&page.shop.id, &person));
    html! {
        @if page.may_act {
            p.deeds {
                @if let Some(mail) = &mail {
                    a.button href=(frame.at(mail)) { (frame.text("desk-order-write")) } " "
                }
                @for (url, text) in &links {
                    @if let Some(url) = url {
                        a.button.quiet rel="noopener noreferrer" href=(url) { (frame.text(text)) } " "
                    }
                }
                a.button.quiet href=(frame.at(&join)) { (frame.text("desk-customers-join")) }
            }
        }
    }
}

/// The name that a person is shown by.
#[must_use]
pub fn name_of(frame: &DeskFrame<'_>, one: &PersonView) -> String {
    Names::of(one).title(frame, &one.person)
}

/// Tells who a person is, for the texts that differ for guests.
const fn is_guest(person: &Person) -> bool {
    matches!(person, Person::Guest(_))
}

#[cfg(test)]
mod tests;

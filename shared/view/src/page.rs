//! The status page: where an order stands, what happens next, and the details.
//!
//! | module | holds |
//! |---|---|
//! | `shell` | the document around every page, and its Content-Security-Policy |
//! | `look` | the shop's colours |
//! | `sight` | the parts that a reader sees |
//! | `facts` | the facts that the order's data add up to |
//! | `answer` | the heading: where the order stands and what happens next |
//! | `steps` | the order's progress, in four steps |
//! | `parcels`, `items`, `costs`, `documents`, `addresses`, `history` | the details, a section each |
//! | `shop` | the shop's sign, its own words, and the document of its smaller pages |
//! | `footer` | the end of the page, and the reader's choices |
//! | `renewal` | the renewal of a page left open |
//! | `expected` | the next day that something is promised for |
//! | `machine`, `calendar` | the same in JSON, and the expected day as an event |
//! | `lost` | the page for every wrong link |
//! | `preferences` | the page about the mails that the customer gets |
//! | `access` | the pages that decide who may see an order |
//! | `localizer` | dates, numbers and foreign text in the page's language |

mod access;
mod addresses;
mod calendar;
mod costs;
mod documents;
mod expected;
mod footer;
mod history;
mod items;
mod json;
mod languages;
mod localizer;
mod not_found;
mod parcels;
mod preferences;
mod refresh;
#[cfg(test)]
mod samples;
mod shell;
mod shop;
mod steps;
mod summary;
mod sums;
mod theme;
mod visibility;

use maud::html;
use wismo_domain::log::State;
use wismo_domain::settings::{Part, Settings};
use wismo_domain::shop::Shop;
use wismo_domain::time::Timestamp;

use crate::texts::Language;
use localizer::{PageLocalizer, isolate};
use shell::Frame;
use sums::OrderSums;
use visibility::VisibleParts;

pub use access::{LinksPage, Unlock, UnlockStep, ended, find, found, links, too_many, unlock};
pub use calendar::calendar;
pub use json::{Gone, StatusDocument, machine};
pub use not_found::not_found;
pub use preferences::{
    MAIL_CATEGORIES, PreferencesPage, UnsubscribePage, preferences, unsubscribe,
};
pub use shell::Document;
pub use shop::ShopPage;
pub use visibility::Visibility;

/// The content of a status page.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    /// The shop that sells.
    pub shop: &'a Shop,
    /// The shop's decisions, about the page too.
    pub settings: &'a Settings,
    /// The parts that the reader may see.
    pub visibility: Visibility,
    /// The order and its history.
    pub state: &'a State,
    /// The present time: a promised day that has passed is late.
    pub now: Timestamp,
    /// The link's token, which the page's own links begin with.
    pub token: &'a str,
    /// True if the reader does not want the page to renew itself.
    pub is_still: bool,
    /// The language to show it in.
    pub language: Language,
}

/// Renders the whole HTML document.
#[must_use]
pub fn render(page: &Page<'_>) -> Document {
    let Page { shop, settings, .. } = *page;
    let brand = &settings.brand;
    let order = &page.state.order;
    let localizer = page.localizer();
    let facts = OrderSums::of(page.state);
    let seen = page.seen();
    let texts = brand.words(&[page.language.code(), shop.locale()]);
    let title = localizer.texts.with(
        "page-title",
        [
            ("number", isolate(order.display_number()).into()),
            (
                "status",
                isolate(&summary::label(&localizer, &facts)).into(),
            ),
            ("shop", isolate(brand.name_of(shop)).into()),
        ],
    );
    let renewed_after = refresh::renewed_after(&facts, page.now);
    let body = html! {
        (shop::sign(shop, brand))
        main {
            (summary::answer(&localizer, &facts, page, seen))
            @if seen.shows(Part::Message) { (shop::message(&localizer, seen.message(order), texts)) }
            @if seen.shows(Part::Parcels) { (parcels::parcels(&localizer, &facts)) }
            @if seen.shows(Part::Items) { (items::items(&localizer, &facts, seen)) }
            (costs::costs(&localizer, order, seen))
            @if seen.shows(Part::Documents) { (documents::documents(&localizer, order, page.token, seen)) }
            @if seen.shows(Part::Addresses) { (addresses::addresses(&localizer, order)) }
            (access::section(&localizer, page))
            @if seen.shows(Part::History) { (history::history(&localizer, page.state, seen)) }
            @if seen.shows(Part::Contact) { (shop::contact(&localizer, brand, texts)) }
        }
        footer { (footer::footer(&localizer, page, renewed_after.is_some(), texts)) }
    };
    let pictures = facts.order.lines.iter().filter_map(|line| {
        let url = line.picture_url.as_deref();
        url.filter(|_| seen.shows(Part::Items) && seen.shows(Part::Pictures))
    });
    Frame::new(page.language, &title)
        .says(&summary::heading(&localizer, &facts))
        .of(brand)
        .with_pictures(pictures)
        .renewed_after(renewed_after.filter(|_| !page.is_still))
        .document(&body)
}

impl Page<'_> {
    /// The parts that the reader sees: of an order that the shop removed, hardly any.
    fn visibility(&self) -> Visibility {
        match self.state.removed {
            true => Visibility::Gone,
            false => self.visibility,
        }
    }

    fn seen(&self) -> VisibleParts<'_> {
        VisibleParts::of(self.settings, self.visibility())
    }

    fn localizer(&self) -> PageLocalizer<'_> {
        let order = &self.state.order;
        PageLocalizer::new(
            self.language,
            &self.shop.timezone,
            self.now,
            &order.currency,
        )
    }
}

#[cfg(test)]
mod tests;

//! The orders and people that a few words found.

mod hits;
mod reason;

use maud::{Markup, html};
use wismo_domain::people::Person;
use wismo_domain::search::{Hit, StoredRecord, Subject};
use wismo_domain::shop::Shop;

use super::orders::standing;
use super::{DeskFrame, path};
use crate::format;
use crate::page::Document;

pub use hits::hits;

/// Something that was found in a shop.
pub struct Found<'a> {
    /// The shop.
    pub shop: &'a Shop,
    /// The order or the customer.
    pub hit: Hit<StoredRecord>,
}

impl Found<'_> {
    /// The address of the page about it, below the desk's own path.
    #[must_use]
    pub fn path(&self) -> String {
        let shop = &self.shop.id;
        match (&self.hit.subject, self.person()) {
            (Subject::Order(id), _) | (Subject::Buyer { order: id, .. }, None) => {
                path::order(shop, id)
            }
            (Subject::Customer(id), None) => path::customer(shop, id),
            (Subject::Buyer { .. } | Subject::Customer(_), Some(person)) => {
                path::customer(shop, &person.to_string())
            }
        }
    }

    /// The person whom it is about; of an order, whoever placed it.
    #[must_use]
    pub fn person(&self) -> Option<Person> {
        match &self.hit.record {
            StoredRecord::Order(record) => Person::of(&record.order.customer),
            StoredRecord::Customer(record) => Some(Person::Customer(record.id.clone())),
        }
    }

    /// Tells whether it is a person, not an order.
    #[must_use]
    pub const fn is_person(&self) -> bool {
        matches!(
            self.hit.subject,
            Subject::Buyer { .. } | Subject::Customer(_)
        )
    }
}

/// The content of the page.
pub struct SearchPage<'a> {
    /// The document around it, which holds the words.
    pub frame: DeskFrame<'a>,
    /// The results, the newest first; none if there was nothing to look for.
    pub found: Option<&'a [Found<'a>]>,
    /// True if the member sees several shops.
    pub has_shops: bool,
    /// True if a word is so short that it is found only where it is a whole one.
    pub is_short: bool,
    /// True if there may be others that no page shows.
    pub is_partial: bool,
    /// The place where the next page begins.
    pub next: Option<&'a str>,
}

/// The page.
#[must_use]
pub fn page(page: &SearchPage<'_>) -> Document {
    let frame = &page.frame;
    let query = frame.searched.unwrap_or_default();
    let title = frame.text("desk-search");
    let said = |id: &str| {
        frame
            .texts()
            .with(id, [("query", query.into())])
            .into_owned()
    };
    let content = html! {
        h1 { (title) }
        @match page.found {
            None => p { (frame.text("desk-search-how")) },
            Some([]) if page.next.is_some() => p { (said("desk-search-none-yet")) },
            Some([]) => {
                p role="status" { (said("desk-search-none")) }
                @if query.contains(|c: char| c.is_ascii_digit()) {
                    p { (frame.text("desk-search-none-number")) }
                }
                @if page.is_short { p { (frame.text("desk-search-short")) } }
                p { (frame.text("desk-search-how")) }
            }
            Some(found) => {
                p.soft { (said("desk-search-found")) }
                ol.rows { @for one in found { (row(page, one)) } }
            }
        }
        @if page.is_partial { p { (frame.text("desk-search-partial")) } }
        @if let Some(next) = page.next {
            p {
                a rel="next" href=(frame.at(&format!("search?q={}&from={next}", path::encoded(query)))) {
                    (frame.text("desk-search-older"))
                }
            }
        }
    };
    frame.document(&title, &content)
}

fn row(page: &SearchPage<'_>, found: &Found<'_>) -> Markup {
    let frame = &page.frame;
    let (title, beside) = names(frame, found);
    html! {
        li {
            div {
                p { a href=(frame.at(&found.path())) { bdi { (title) } } }
                p.soft {
                    bdi { (beside) }
                    @if page.has_shops { " – " (found.shop.name) }
                }
            }
            div { (state(frame, found)) }
            p.soft { (reasons(frame, found)) }
        }
    }
}

/// Says why something was found.
fn reasons(frame: &DeskFrame<'_>, found: &Found<'_>) -> String {
    let reasons = found.hit.fit.reasons.iter();
    let reasons: Vec<String> = reasons
        .map(|reason| reason::words(frame.texts(), *reason))
        .collect();
    let why = [("reasons", reasons.join(", ").into())];
    frame.texts().with("desk-search-why", why).into_owned()
}

/// The name of what was found, and what stands beside it: of an order, its number and who
/// ordered; of a person, their name and address. Who ordered without an account or an
/// address has no page, so that their order stands for them.
fn names(frame: &DeskFrame<'_>, found: &Found<'_>) -> (String, String) {
    let (name, email) = match &found.hit.record {
        StoredRecord::Order(record) => {
            let customer = &record.order.customer;
            (&customer.name, &customer.email)
        }
        StoredRecord::Customer(record) => (&record.name, &record.email),
    };
    let known = [name, email]
        .into_iter()
        .flatten()
        .find(|text| !text.is_empty());
    let name = known
        .cloned()
        .unwrap_or_else(|| frame.text("desk-search-unnamed"));
    match (&found.hit.subject, &found.hit.record) {
        (_, StoredRecord::Order(record)) if is_order(found) => {
            (record.order.display_number().to_owned(), name)
        }
        (Subject::Order(_) | Subject::Buyer { .. } | Subject::Customer(_), _) => {
            let email = email.as_ref().filter(|email| **email != name);
            let customer = || frame.text("desk-search-customer");
            let beside = email.cloned().unwrap_or_else(customer);
            (name, beside)
        }
    }
}

/// Tells whether an order was found, or a person without a page of their own.
fn is_order(found: &Found<'_>) -> bool {
    match found.hit.subject {
        Subject::Order(_) => true,
        Subject::Buyer { .. } => found.person().is_none(),
        Subject::Customer(_) => false,
    }
}

/// The place where an order stands and its date; of a person, the number and the date of
/// their order.
fn state(frame: &DeskFrame<'_>, found: &Found<'_>) -> Markup {
    let StoredRecord::Order(record) = &found.hit.record else {
        return html! {};
    };
    let at = record.order.dated_at();
    html! {
        @if is_order(found) {
            p { (standing(frame, record)) }
        } @else {
            @let number = record.order.display_number();
            p { (frame.texts().with("desk-order-title", [("number", number.into())])) }
        }
        p.soft { (format::date(frame.language, at, &found.shop.timezone)) }
    }
}

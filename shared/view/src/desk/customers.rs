//! The list of the people who order in a shop.

use maud::{Markup, html};
use wismo_domain::people::{ListedPerson, PeoplePage, Person, PersonView};
use wismo_domain::shop::Shop;

use super::customer::kind_text;
use super::{DeskFrame, path};
use crate::page::Document;

/// The content of the page.
pub struct CustomersPage<'a> {
    /// The document around it.
    pub frame: DeskFrame<'a>,
    /// The shops that the member sees.
    pub shops: &'a [&'a Shop],
    /// The shop whose customers are shown; none if the member sees none.
    pub shop: Option<&'a Shop>,
    /// The people.
    pub page: &'a PeoplePage,
}

/// The page.
#[must_use]
pub fn page(page: &CustomersPage<'_>) -> Document {
    let frame = &page.frame;
    let title = frame.text("desk-customers-title");
    let content = html! {
        h1 { (title) }
        @if page.shops.len() > 1 { (choice(page)) }
        @if page.page.people.is_empty() {
            p { (frame.text("desk-customers-none")) }
        } @else if let Some(shop) = page.shop {
            ul.rows { @for one in &page.page.people { (row(frame, shop, one)) } }
        }
        @if let (Some(older), Some(shop)) = (page.page.older, page.shop) {
            p {
                a href=(frame.at(&format!("customers?shop={}&from={older}", shop.id))) {
                    (frame.text("desk-customers-older"))
                }
            }
        }
    };
    frame.document(&title, &content)
}

/// The choice of a shop.
fn choice(page: &CustomersPage<'_>) -> Markup {
    let frame = &page.frame;
    let here = page.shop.map(|shop| shop.id.as_str());
    html! {
        form method="get" action=(frame.at("customers")) {
            div.field {
                label for="shop" { (frame.text("desk-customers-shop")) }
                select id="shop" name="shop" {
                    @for shop in page.shops {
                        option value=(shop.id) selected[here == Some(shop.id.as_str())] { (shop.name) }
                    }
                }
            }
            p { button.quiet { (frame.text("desk-customers-show")) } }
        }
    }
}

fn row(frame: &DeskFrame<'_>, shop: &Shop, one: &ListedPerson) -> Markup {
    let ListedPerson { since, view } = one;
    let person = view.person.to_string();
    let names = Names::of(view);
    html! {
        li {
            div {
                p { a href=(frame.at(&path::customer(&shop.id, &person))) { (names.title(frame, &view.person)) } }
                @if let Some(email) = names.email { p.soft { (email) } }
            }
            p {
                (kind_text(frame, &view.person, view.record.as_ref()))
                @if view.watch.is_some() { " – " strong { (frame.text("desk-customers-watch")) } }
            }
            p.soft { (frame.text("desk-customers-since")) " " (frame.moment(*since)) }
        }
    }
}

/// The names of a person: the shop's record first, then their order.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    pub(super) name: Option<&'a str>,
    pub(super) trading_name: Option<&'a str>,
    pub(super) email: Option<&'a str>,
}

impl<'a> Names<'a> {
    pub(super) fn of(one: &'a PersonView) -> Self {
        let (record, order) = (one.record.as_ref(), one.order.as_ref());
        let said = |text: Option<&'a String>| {
            text.map(String::as_str)
                .filter(|text| !text.trim().is_empty())
        };
        let name = said(record.and_then(|record| record.name.as_ref()));
        let email = said(record.and_then(|record| record.email.as_ref()));
        Self {
            name: name.or_else(|| said(order.and_then(|order| order.customer.name.as_ref()))),
            trading_name: said(record.and_then(|record| record.trading_name.as_ref())),
            email: email.or_else(|| said(order.and_then(|order| order.customer.email.as_ref()))),
        }
    }

    /// The name that a person is shown by.
    pub(super) fn title(&self, frame: &DeskFrame<'_>, person: &Person) -> String {
        let named = self.name.or(self.trading_name).or(self.email);
        named.map_or_else(
            || match person {
                Person::Customer(id) => id.clone(),
                Person::Guest(_) => frame.text("desk-customers-guest"),
            },
            str::to_owned,
        )
    }
}

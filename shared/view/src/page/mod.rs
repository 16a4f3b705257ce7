//! The status page: where an order stands, what happens next, and the details.
//!
//! | module | holds |
//! |---|---|
//! | `shell` | the document around every page, and its Content-Security-Policy |
//! | `look` | the shop's colours |
//! | `sight` | which parts a reader sees |
//! | `facts` | what the order's data adds up to |
//! | `answer` | the heading: where the order stands and what happens next |
//! | `steps` | how far it is |
//! | `parcels`, `items`, `costs`, `documents`, `history` | the details, a section each |
//! | `expected` | the next day that something is promised for |
//! | `lost` | the page for every wrong link |
//! | `choices` | which mails the customer gets |
//! | `voice` | dates, numbers and foreign text in the page's language |

mod answer;
mod choices;
mod costs;
mod documents;
mod expected;
mod facts;
mod history;
mod items;
mod look;
mod lost;
mod parcels;
#[cfg(test)]
mod samples;
mod shell;
mod sight;
mod steps;
mod voice;

use maud::html;
use wismo_domain::log::State;
use wismo_domain::settings::{Part, Settings};
use wismo_domain::shop::Shop;
use wismo_domain::time::Timestamp;

use crate::texts::Language;
use facts::Facts;
use shell::Frame;
use sight::Seen;
use voice::{Voice, isolate};

pub use choices::{Choices, GROUPS, Stop, choices, stop};
pub use lost::not_found;
pub use shell::Document;
pub use sight::Sight;

/// What a status page shows.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    /// The shop that sells.
    pub shop: &'a Shop,
    /// What it decided, about the page too.
    pub settings: &'a Settings,
    /// How much the reader may see.
    pub sight: Sight,
    /// The order and its history.
    pub state: &'a State,
    /// Now: a promised day that has passed is late.
    pub now: Timestamp,
    /// The link's token: where the page's own links lead.
    pub token: &'a str,
    /// The language to show it in.
    pub language: Language,
}

/// The whole HTML document.
#[must_use]
pub fn render(page: &Page<'_>) -> Document {
    let order = &page.state.order;
    let voice = Voice::new(
        page.language,
        &page.shop.timezone,
        page.now,
        &order.currency,
    );
    let facts = Facts::of(page.state);
    let seen = Seen::of(page.settings, page.sight);
    let title = voice.texts.with(
        "page-title",
        [
            ("number", isolate(order.display_number()).into()),
            ("status", isolate(&answer::label(&voice, &facts)).into()),
            ("shop", isolate(&page.shop.name).into()),
        ],
    );
    let changed = voice.date_time(order.updated_at);
    let body = html! {
        header { p { bdi { (page.shop.name) } } }
        main {
            (answer::answer(&voice, &facts))
            (parcels::parcels(&voice, &facts))
            (items::items(&voice, &facts))
            @if seen.shows(Part::Prices) { (costs::costs(&voice, order)) }
            @if seen.shows(Part::Documents) { (documents::documents(&voice, order)) }
            @if seen.shows(Part::History) { (history::history(&voice, page.state)) }
        }
        footer {
            p {
                time datetime=(voice::machine(order.updated_at)) {
                    (voice.texts.with("page-changed", [("date", changed.into())]))
                }
            }
            p { a href={ (page.token) "/mail" } { (voice.texts.get("page-mails-choose")) } }
        }
    };
    Frame::new(page.language, &title)
        .of(&page.settings.brand)
        .document(&body)
}

#[cfg(test)]
mod tests;

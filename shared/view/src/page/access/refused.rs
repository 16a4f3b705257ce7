//! The pages for a link that has ended, and for too many attempts.

use maud::html;
use wismo_domain::settings::Brand;
use wismo_domain::shop::Shop;
use wismo_domain::time::Timestamp;

use super::super::shell::Document;
use crate::format;
use crate::texts::{Language, Texts};

/// What a page shows that shows nothing of an order.
#[derive(Clone, Copy)]
pub struct Refused<'a> {
    /// The shop that sells.
    pub shop: &'a Shop,
    /// How it looks.
    pub brand: &'a Brand,
    /// The language to show it in.
    pub language: Language,
}

/// The page for a link that was good for a time; `find` is where orders are found.
#[must_use]
pub fn ended(page: &Refused<'_>, find: &str) -> Document {
    let texts = Texts::of_page(page.language);
    let title = texts.get("page-ended");
    let body = html! {
        section.answer {
            h1 { (title) }
            p { (texts.get("page-ended-why")) }
        }
        section {
            h2 { (texts.get("page-lost-do")) }
            ul.plain {
                li { a href=(find) { (texts.get("page-ended-find")) } }
                li { (texts.get("page-lost-ask")) }
            }
        }
    };
    super::page(page.language, (page.shop, page.brand), &title, &body)
}

/// The page for too many attempts, and from when there may be more.
#[must_use]
pub fn too_many(page: &Refused<'_>, until: Timestamp) -> Document {
    let texts = Texts::of_page(page.language);
    let time = format::date_time(page.language, until, &page.shop.timezone);
    let title = texts.get("page-limit");
    let body = html! {
        section.answer {
            h1 { (title) }
            p role="alert" { (texts.with("page-limit-why", [("time", time.into())])) }
        }
    };
    super::page(page.language, (page.shop, page.brand), &title, &body)
}

//! The pages for a link that has ended, and for too many attempts.

use maud::html;
use wismo_domain::time::Timestamp;

use super::super::history::zone;
use super::super::shell::Document;
use super::super::shop::ShopPage;
use crate::format;
use crate::texts::Texts;

/// The page for a link whose time has ended; `find` leads to the page that finds orders.
#[must_use]
pub fn ended(page: &ShopPage<'_>, find: &str) -> Document {
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
    page.document(&title, &body)
}

/// The page for too many attempts, and from when there may be more. `back` leads to the
/// order's page, for those who have a link to it.
#[must_use]
pub fn too_many(page: &ShopPage<'_>, until: Timestamp, back: Option<&str>) -> Document {
    let texts = Texts::of_page(page.language);
    let time = format::date_time(page.language, until, &page.shop.timezone);
    let title = texts.get("page-limit");
    let body = html! {
        section.answer {
            h1 { (title) }
            p role="alert" { (texts.with("page-limit-why", [("time", time.into())])) }
            p.soft { (zone(texts, &page.shop.timezone)) }
            @if let Some(back) = back {
                p { a href=(back) { (texts.get("page-mails-back")) } }
            }
        }
    };
    page.document(&title, &body)
}

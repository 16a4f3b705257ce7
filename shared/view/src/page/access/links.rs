//! The page about the links to an order: the one to share, and replacing them.

use maud::{Markup, html};
use wismo_domain::settings::Brand;
use wismo_domain::shop::Shop;

use super::super::shell::Document;
use super::super::voice::{Voice, isolate};
use super::super::{Page, Sight};
use crate::texts::{Language, Texts};

/// What the page about the links shows.
#[derive(Clone, Copy)]
pub struct LinksPage<'a> {
    /// The shop that sells.
    pub shop: &'a Shop,
    /// How it looks.
    pub brand: &'a Brand,
    /// What the customer knows the order by.
    pub number: &'a str,
    /// The whole address of the link to share.
    pub gift_url: &'a str,
    /// Whether they were just replaced.
    pub is_replaced: bool,
    /// Where the order's page is.
    pub back: &'a str,
    /// The language to show it in.
    pub language: Language,
}

/// On the order's page: the way there.
pub(in crate::page) fn offer(voice: &Voice<'_>, page: &Page<'_>) -> Markup {
    html! {
        @if page.sight == Sight::Whole {
            p { a href={ (page.token) "/link" } { (voice.get("page-links-open")) } }
        }
    }
}

/// The page about the links.
#[must_use]
pub fn links(page: &LinksPage<'_>) -> Document {
    let texts = Texts::of_page(page.language);
    let title = texts.with("page-links", [("number", isolate(page.number).into())]);
    let body = html! {
        section.answer {
            h1 { (title) }
            @if page.is_replaced {
                p.saved role="status" { (texts.get("page-links-replaced")) }
            }
            p { a href=(page.back) { (texts.get("page-mails-back")) } }
        }
        section {
            h2 { (texts.get("page-links-gift")) }
            p { (texts.get("page-links-gift-why")) }
            p { a href=(page.gift_url) { (page.gift_url) } }
        }
        section {
            h2 { (texts.get("page-links-replace")) }
            p { (texts.get("page-links-replace-why")) }
            form method="post" {
                p { button { (texts.get("page-links-replace-do")) } }
            }
        }
    };
    super::page(page.language, (page.shop, page.brand), &title, &body)
}

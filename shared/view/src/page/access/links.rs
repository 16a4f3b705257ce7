//! The page about the links to an order: the one to share, and replacing them.

use maud::{Markup, html};

use super::super::localizer::{PageLocalizer, isolate};
use super::super::shell::Document;
use super::super::shop::ShopPage;
use super::super::{Page, Visibility};
use crate::texts::Texts;

/// The content of the page about the links.
#[derive(Clone, Copy)]
pub struct LinksPage<'a> {
    /// The shop's part of the page.
    pub of: ShopPage<'a>,
    /// The number by which the customer knows the order.
    pub number: &'a str,
    /// The whole address of the link to share.
    pub gift_url: &'a str,
    /// True if the links were just replaced.
    pub is_replaced: bool,
    /// The address of the order's page.
    pub back: &'a str,
}

/// The link to this page on the order's page.
pub(in crate::page) fn offer(localizer: &PageLocalizer<'_>, page: &Page<'_>) -> Markup {
    html! {
        @if page.visibility() == Visibility::Full {
            p.screen { a href={ (page.token) "/link" } { (localizer.get("page-links-open")) } }
        }
    }
}

/// The page about the links.
#[must_use]
pub fn links(page: &LinksPage<'_>) -> Document {
    let texts = Texts::of_page(page.of.language);
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
    page.of.document(&title, &body)
}

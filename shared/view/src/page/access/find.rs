//! Finding an order by its number. What is answered never tells whether there
//! is such an order.

use maud::html;
use wismo_domain::settings::Way;
use wismo_domain::shop::Shop;

use super::super::shell::{Document, Frame};
use super::super::shop::ShopPage;
use crate::texts::{Language, Texts};

/// The page that asks for the order's number, and for what shows whose it is.
#[must_use]
pub fn find(page: &ShopPage<'_>) -> Document {
    let texts = Texts::of_page(page.language);
    let title = texts.get("page-find");
    let body = html! {
        section.answer {
            h1 { (title) }
            p { (texts.get("page-find-why")) }
            form method="post" {
                p.field {
                    label for="number" { (texts.get("page-find-number")) }
                    input id="number" name="number" type="text" autocomplete="off"
                        autocapitalize="none" spellcheck="false" maxlength="100" required;
                }
                @if let Some(field) = super::field(&texts, &[Way::Postcode, Way::Email], false) {
                    (field)
                }
                p { button { (texts.get("page-find-do")) } }
            }
        }
    };
    page.document(&title, &body)
}

/// The answer, whatever was asked; `again` is where orders are found.
#[must_use]
pub fn found(page: &ShopPage<'_>, again: &str) -> Document {
    let texts = Texts::of_page(page.language);
    let title = texts.get("page-find-sent");
    let body = html! {
        section.answer {
            h1 { (title) }
            p role="status" { (texts.get("page-find-sent-why")) }
            p { (texts.get("page-find-nothing")) }
            p { a href=(again) { (texts.get("page-find-again")) } }
        }
    };
    page.document(&title, &body)
}

/// The page that asks which shop it was, with where each one's orders are found.
#[must_use]
pub fn which<'a>(
    shops: impl Iterator<Item = &'a Shop>,
    address: impl Fn(&Shop) -> String,
    language: Language,
) -> Document {
    let texts = Texts::of_page(language);
    let title = texts.get("page-find");
    let body = html! {
        main {
            section.answer {
                h1 { (title) }
                p { (texts.get("page-find-shop")) }
                ul.plain {
                    @for shop in shops {
                        li { a href=(address(shop)) { bdi { (shop.name) } } }
                    }
                }
            }
        }
    };
    Frame::new(language, &title).document(&body)
}

//! Finding an order by its number. The answer never tells whether there is such an
//! order.

use maud::html;
use wismo_domain::settings::Verification;

use super::super::languages::languages;
use super::super::shell::Document;
use super::super::shop::ShopPage;
use crate::texts::Texts;

/// The page that asks for the order's number, and for something that shows whose it is.
#[must_use]
pub fn find(page: &ShopPage<'_>, ways: &[Verification]) -> Document {
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
                @if let Some(field) = super::field(&texts, ways, false) {
                    (field)
                }
                p { button { (texts.get("page-find-do")) } }
            }
        }
    };
    page.with_footer(&title, &body, Some(&languages(texts, "")))
}

/// The answer, whatever was asked; `again` leads to the page that finds orders.
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

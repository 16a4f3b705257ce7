//! The page for every wrong link: always the same, so that it does not tell
//! anybody whether an order exists.

use maud::html;

use super::shell::{Document, Frame};
use crate::texts::{Language, Texts};

/// The page for a link that does not lead to an order, in a language that the
/// browser asks for: nobody knows whose order it might be.
#[must_use]
pub fn not_found(language: Language) -> Document {
    let texts = Texts::of_page(language);
    let body = html! {
        main {
            section.answer {
                h1 { (texts.get("page-lost")) }
                p { (texts.get("page-lost-why")) }
            }
            section {
                h2 { (texts.get("page-lost-do")) }
                ul.plain {
                    li { (texts.get("page-lost-newest")) }
                    li { (texts.get("page-lost-copy")) }
                    li { (texts.get("page-lost-ask")) }
                }
            }
        }
    };
    let title = texts.get("page-lost-title");
    Frame::new(texts.language, &title).document(&body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_link_is_told_what_to_do() {
        let page = not_found(Language::English).html;
        assert!(page.contains("<h1>This link does not lead to an order</h1>"));
        assert!(page.contains("Use the link in the latest email"));
        assert!(page.contains("please contact the shop"));
    }
}

//! The first results, listed below the box while somebody types.

use maud::{Markup, html};

use super::{Found, SearchPage, names, reasons, state};
use crate::desk::path;
use crate::page::Document;

/// The list that a module puts below the box, and the sentence that it has read out.
#[must_use]
pub fn hits(page: &SearchPage<'_>) -> Document {
    let frame = &page.frame;
    let query = frame.searched.unwrap_or_default();
    let found = page.found.unwrap_or_default();
    let has_more = page.next.is_some();
    let said = match (found.len(), has_more) {
        (0, false) => frame
            .texts()
            .with("desk-search-none", [("query", query.into())]),
        (0, true) => frame
            .texts()
            .with("desk-search-none-yet", [("query", query.into())]),
        (count, false) => frame
            .texts()
            .with("desk-search-hits", [("count", count.into())]),
        (count, true) => frame
            .texts()
            .with("desk-search-hits-more", [("count", count.into())]),
    };
    let all = frame.at(&format!("search?q={}", path::encoded(query)));
    frame.answer(html! {
        div role="listbox" {
            @for (index, one) in found.iter().enumerate() { (hit(page, index, one)) }
            @if has_more || !found.is_empty() {
                a role="option" tabindex="-1" id="hit-all" href=(all) { (frame.text("desk-search-all")) }
            }
        }
        p role="status" { (said) }
    })
}

fn hit(page: &SearchPage<'_>, index: usize, found: &Found<'_>) -> Markup {
    let frame = &page.frame;
    let (title, beside) = names(frame, found);
    html! {
        a role="option" tabindex="-1" id={ "hit-" (index) } href=(frame.at(&found.path())) {
            div { strong { bdi { (title) } } " " bdi { (beside) } }
            div.soft {
                @if page.has_shops { (found.shop.name) " – " }
                (reasons(frame, found))
            }
            (state(frame, found))
        }
    }
}

//! The papers of the order: what each is, its number and its day.

use maud::{Markup, html};
use wismo_domain::order::{Document, Order};

use super::voice::{Voice, isolate};
use crate::words;

/// The section of the documents; nothing without any.
pub(super) fn documents(voice: &Voice<'_>, order: &Order, token: &str) -> Markup {
    html! {
        @if !order.documents.is_empty() {
            section aria-labelledby="documents" {
                h2 id="documents" { (voice.get("words-documents")) }
                ul.items {
                    @for (index, document) in order.documents.iter().enumerate() {
                        (row(voice, document, token, index))
                    }
                }
            }
        }
    }
}

fn row(voice: &Voice<'_>, document: &Document, token: &str, index: usize) -> Markup {
    let number = isolate(document.display_number());
    let name = words::document(voice.texts, document.kind, &number);
    // What came with the order is kept here; its id may hold anything.
    let kept = document.file.as_ref();
    let kept = kept.map(|_| format!("{token}/documents/{}", index + 1));
    html! {
        li {
            div {
                span.name {
                    @match kept.as_ref().or(document.url.as_ref()) {
                        Some(url) => a href=(url) { (name) },
                        None => (name),
                    }
                }
                @if let Some(at) = document.issued_at { span.soft { (voice.day(at)) } }
            }
            @if let Some(total) = document.total { span.price { (voice.money(total)) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use wismo_domain::order::DocumentKind;

    use super::super::samples;
    use super::*;

    #[test]
    fn a_document_tells_what_is_known_of_it() {
        let mut state = samples::plain();
        let shown = |order: &Order| {
            let markup = documents(&samples::voice(), order, "token");
            samples::text(&markup.into_string())
        };
        assert_eq!(shown(&state.order), "");
        state.order.documents = vec![
            samples::document("d1", DocumentKind::Invoice),
            Document {
                number: None,
                issued_at: None,
                total: None,
                ..samples::document("d2", DocumentKind::Other)
            },
        ];
        assert_eq!(
            shown(&state.order),
            "Documents Invoice F-d1 6 June 2026 $39.80 Document d2"
        );
    }
}

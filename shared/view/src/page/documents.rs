//! The papers of the order, each with its kind, its number and its day.

use maud::{Markup, html};
use wismo_domain::order::{Document, Order};
use wismo_domain::settings::Part;

use super::localizer::{PageLocalizer, isolate};
use super::visibility::VisibleParts;
use crate::words;

/// The section of the documents; empty if there are none.
pub(super) fn documents(
    localizer: &PageLocalizer<'_>,
    order: &Order,
    token: &str,
    seen: VisibleParts<'_>,
) -> Markup {
    html! {
        @if !order.documents.is_empty() {
            section aria-labelledby="documents" {
                h2 id="documents" { (localizer.get("words-documents")) }
                ul.items {
                    @for (index, document) in order.documents.iter().enumerate() {
                        (row(localizer, document, token, index, seen))
                    }
                }
            }
        }
    }
}

fn row(
    localizer: &PageLocalizer<'_>,
    document: &Document,
    token: &str,
    index: usize,
    seen: VisibleParts<'_>,
) -> Markup {
    let number = isolate(document.display_number());
    let name = words::document(localizer.texts, document.kind, &number);
    // A document that came with the order is kept here. Its address does not use its id,
    // which may hold anything.
    let kept = document.file.as_ref();
    let kept = kept.map(|_| format!("{token}/documents/{}", index + 1));
    let total = document.total.filter(|_| seen.shows(Part::Prices));
    html! {
        li {
            div {
                span.name {
                    @match kept.as_deref().or(seen.link(document)) {
                        Some(url) => a href=(url) { (name) },
                        None => (name),
                    }
                }
                @if let Some(at) = document.issued_at { span.soft { (localizer.day(at)) } }
            }
            @if let Some(total) = total { span.price { (localizer.money(total)) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use wismo_domain::changes::ChangeKind;
    use wismo_domain::order::DocumentKind;
    use wismo_domain::settings::{Rule, Settings};

    use super::super::{Visibility, samples};
    use super::*;

    fn shown(order: &Order, settings: &Settings) -> String {
        let seen = VisibleParts::of(settings, Visibility::Full);
        documents(&samples::localizer(), order, "token", seen).into_string()
    }

    #[test]
    fn a_document_tells_what_is_known_of_it() {
        let mut state = samples::plain();
        let shown = |order: &Order| samples::text(&shown(order, &Settings::default()));
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

    #[test]
    fn what_a_document_amounts_to_is_hidden_with_the_prices() {
        let mut state = samples::plain();
        state.order.documents = vec![samples::document("d1", DocumentKind::Invoice)];
        let mut settings = Settings::default();
        assert!(shown(&state.order, &settings).contains("39.80"));
        settings.display.hidden.insert(Part::Prices);
        let hidden = shown(&state.order, &settings);
        assert!(
            hidden.contains("F-d1") && !hidden.contains("39.80"),
            "{hidden}"
        );
    }

    #[test]
    fn a_url_is_linked_only_where_a_rule_or_the_document_says_so() {
        let url = "https://files.example/d1?key=secret";
        let mut state = samples::plain();
        state.order.documents = vec![Document {
            url: Some(url.to_owned()),
            ..samples::document("d1", DocumentKind::Invoice)
        }];
        let mut settings = Settings::default();
        assert!(!shown(&state.order, &settings).contains("files.example"));
        let rule = |kind| Rule {
            link: vec![kind],
            ..Rule::default_for(ChangeKind::Invoiced)
        };
        let other = rule(DocumentKind::CreditNote);
        settings.rules.insert(ChangeKind::Invoiced, other);
        assert!(!shown(&state.order, &settings).contains("files.example"));
        let own = rule(DocumentKind::Invoice);
        settings.rules.insert(ChangeKind::Invoiced, own);
        assert!(shown(&state.order, &settings).contains(url));
        state.order.documents[0].public = true;
        assert!(shown(&state.order, &Settings::default()).contains(url));
    }
}

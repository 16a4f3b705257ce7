//! The documents of an order: who printed or got each of them, and when.

use maud::{Markup, html};
use wismo_domain::log::Printout;
use wismo_domain::order::Document;
use wismo_domain::reports::history::{Mailing, Printing};

use super::OrderPage;
use crate::desk::path;
use crate::format;
use crate::words;

/// The documents, and the sheets that were printed.
pub(super) fn documents(page: &OrderPage<'_>) -> Markup {
    let frame = &page.frame;
    let printouts = Printout::ALL.into_iter();
    let printed: Vec<_> = printouts
        .filter_map(|printout| Some((printout, page.newest.last_printed(printout)?)))
        .collect();
    let documents = &page.order.documents;
    html! {
        @if !documents.is_empty() || !printed.is_empty() {
            section aria-labelledby="documents" {
                h2 id="documents" { (frame.text("words-documents")) }
                ul.rows {
                    @for (index, document) in documents.iter().enumerate() {
                        li { (document_row(page, document, index)) }
                    }
                    @for (printout, printing) in &printed {
                        li { (sheet_row(page, *printout, *printing)) }
                    }
                }
            }
        }
    }
}

fn document_row(page: &OrderPage<'_>, document: &Document, index: usize) -> Markup {
    let frame = &page.frame;
    let texts = frame.texts();
    let name = words::document(texts, document.kind, document.display_number());
    let own = path::order(&page.shop.id, &page.order.id);
    let kept = document.file.as_ref();
    let kept = kept.map(|_| frame.at(&format!("{own}/documents/{}", index + 1)));
    html! {
        div {
            p {
                @match kept.as_deref().or(document.url.as_deref()) {
                    Some(url) => a href=(url) rel="noopener noreferrer" { bdi { (name) } },
                    None => bdi { (name) },
                }
            }
            @if let Some(at) = document.issued_at { p.soft.when { (frame.moment(at)) } }
            @if !document.has_file() {
                p.soft { (frame.text("desk-order-number-only")) }
            } @else if page.may_act {
                p {
                    a href=(frame.at(&format!("{own}/mail?document={}", path::encoded(&document.id)))) {
                        (frame.text("desk-order-send-document"))
                    }
                }
            }
            @for mailing in page.newest.mailings(document) { (mailed(page, &mailing)) }
        }
        @if let Some(total) = document.total {
            p.sum { (format::money(texts.language, total, &page.order.currency)) }
        }
    }
}

/// A mail that carried a document.
fn mailed(page: &OrderPage<'_>, mailing: &Mailing<'_>) -> Markup {
    let frame = &page.frame;
    let to: Vec<&str> = mailing.to.iter().map(|to| to.address.as_str()).collect();
    html! {
        p.soft {
            (frame.text("desk-order-mailed-to")) " " bdi { (to.join(", ")) } ", " (frame.moment(mailing.at))
        }
        @if let Some(at) = mailing.opened_at {
            p.soft { (frame.text("desk-order-mail-opened-at")) " " (frame.moment(at)) }
        }
    }
}

/// A sheet that Wismo made, when it was printed last.
fn sheet_row(page: &OrderPage<'_>, printout: Printout, printing: Printing<'_>) -> Markup {
    let frame = &page.frame;
    let name = match printout {
        Printout::PackingSlip => "desk-order-packing-slip",
        Printout::Summary => "desk-order-summary",
    };
    html! {
        div {
            p { (frame.text(name)) }
            p.soft {
                (frame.text("desk-order-printed"))
                @if let Some(by) = printing.by { " " bdi { (by) } "," }
                " " (frame.moment(printing.at))
            }
        }
    }
}

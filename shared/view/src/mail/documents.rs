//! The documents that go with the mail: those that it carries, and links to others.

use maud::{Markup, html};
use wismo_domain::order::Document;

use super::clean;
use super::lines;
use super::localizer::{MailLocalizer, SHORT};
use super::plain::Plain;
use super::style;
use crate::words;

pub(super) fn html(localizer: &MailLocalizer<'_>) -> Markup {
    let documents = localizer.context.documents;
    if documents.attach.is_empty() && linked(localizer).next().is_none() {
        return html! {};
    }
    style::section(
        &localizer.get("words-documents"),
        &html! {
            table.w-line role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style=(style::TABLE) {
                @for document in &documents.attach {
                    tr { td.w-text.w-line style=(style::ROW) { (attached(localizer, document)) } }
                }
                @for (name, url) in linked(localizer) {
                    tr {
                        td.w-text.w-line style=(style::ROW) {
                            a.w-link href=(url) style=(style::LINK) { (name) }
                        }
                    }
                }
            }
        },
    )
}

pub(super) fn text(localizer: &MailLocalizer<'_>, plain: &mut Plain) {
    let documents = localizer.context.documents;
    if documents.attach.is_empty() && linked(localizer).next().is_none() {
        return;
    }
    plain.heading(&localizer.get("words-documents"), '-');
    for document in &documents.attach {
        plain.entry(&attached(localizer, document));
    }
    for (name, url) in linked(localizer) {
        plain.entry(&format!("{} {url}", localizer.label(&name)));
    }
}

/// The name by which a reader knows a document.
fn name(localizer: &MailLocalizer<'_>, document: &Document) -> String {
    let number = clean::line(document.display_number(), SHORT);
    words::document(localizer.texts, document.kind, &number)
}

fn attached(localizer: &MailLocalizer<'_>, document: &Document) -> String {
    localizer.with("mail-attached", "document", name(localizer, document))
}

/// The names and URLs of those that can be had elsewhere. If a URL is too long for a line,
/// such as one with a server's signature in it, the order's page takes its place.
fn linked<'a>(localizer: &MailLocalizer<'a>) -> impl Iterator<Item = (String, &'a str)> {
    let documents = localizer.context.documents.link.iter();
    let url = |document: &'a Document| {
        let url = document.url.as_deref()?;
        match lines::has_room_for(url) {
            true => Some(url),
            false => localizer.context.page_url,
        }
    };
    documents.filter_map(move |document| Some((name(localizer, document), url(document)?)))
}

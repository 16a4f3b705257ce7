//! The documents that go with the mail: those that it carries, and links to others.

use maud::{Markup, html};
use wismo_domain::order::Document;

use super::clean;
use super::lines;
use super::plain::Plain;
use super::style;
use super::voice::{SHORT, Voice};
use crate::words;

pub(super) fn html(voice: &Voice<'_>) -> Markup {
    let papers = voice.letter.papers;
    if papers.attach.is_empty() && linked(voice).next().is_none() {
        return html! {};
    }
    style::section(
        &voice.get("words-documents"),
        &html! {
            table.w-line role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style=(style::TABLE) {
                @for document in &papers.attach {
                    tr { td.w-text.w-line style=(style::ROW) { (attached(voice, document)) } }
                }
                @for (name, url) in linked(voice) {
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

pub(super) fn text(voice: &Voice<'_>, plain: &mut Plain) {
    let papers = voice.letter.papers;
    if papers.attach.is_empty() && linked(voice).next().is_none() {
        return;
    }
    plain.heading(&voice.get("words-documents"), '-');
    for document in &papers.attach {
        plain.entry(&attached(voice, document));
    }
    for (name, url) in linked(voice) {
        plain.entry(&format!("{} {url}", voice.label(&name)));
    }
}

/// The name by which a reader knows a document.
fn name(voice: &Voice<'_>, document: &Document) -> String {
    let number = clean::line(document.display_number(), SHORT);
    words::document(voice.texts, document.kind, &number)
}

fn attached(voice: &Voice<'_>, document: &Document) -> String {
    voice.with("mail-attached", "document", name(voice, document))
}

/// The names and URLs of those that can be had elsewhere. If a URL is too long for a line,
/// such as one with a server's signature in it, the order's page takes its place.
fn linked<'a>(voice: &Voice<'a>) -> impl Iterator<Item = (String, &'a str)> {
    let documents = voice.letter.papers.link.iter();
    let url = |document: &'a Document| {
        let url = document.url.as_deref()?;
        match lines::has_room_for(url) {
            true => Some(url),
            false => voice.letter.page_url,
        }
    };
    documents.filter_map(move |document| Some((name(voice, document), url(document)?)))
}

//! Notes that the staff writes for itself, on the pages that they stand on.

use maud::{Markup, html};
use wismo_domain::notes::{MAX_NOTE, Note, NotesPage};

use super::DeskFrame;
use super::field::{Wrong, button, carried};
use super::path::encoded;
use crate::page::Document;

/// The name of the field by which a form for a note that is sent twice is known.
pub const FORM: &str = "form";

/// A field for a text of several lines.
#[derive(Clone, Copy, Debug)]
pub(super) struct TextArea<'a> {
    /// The name in the form; its id too.
    pub(super) name: &'a str,
    /// The text id of the label.
    pub(super) label: &'a str,
    /// The text id of a hint.
    pub(super) hint: Option<&'a str>,
    /// The content so far.
    pub(super) value: &'a str,
    /// True if it is not one that a note can have.
    pub(super) is_wrong: bool,
}

impl TextArea<'_> {
    /// The field with its label, its hint and what is wrong with it.
    pub(super) fn html(&self, frame: &DeskFrame<'_>) -> Markup {
        let hint = self.hint.map(|_| format!("{}-hint", self.name));
        let error = self.is_wrong.then(|| format!("{}-error", self.name));
        let described: Vec<String> = error.iter().chain(&hint).cloned().collect();
        let described = (!described.is_empty()).then(|| described.join(" "));
        html! {
            div.field {
                label for=(self.name) { (frame.text(self.label)) }
                @if let (Some(id), Some(hint)) = (&hint, self.hint) {
                    p.hint id=(id) { (frame.text(hint)) }
                }
                @if let Some(id) = &error {
                    p.error id=(id) { (frame.text(Wrong::Note.text())) }
                }
                textarea id=(self.name) name=(self.name) rows="4" maxlength=(MAX_NOTE) required
                    aria-invalid=[self.is_wrong.then_some("true")] aria-describedby=[described] {
                    (self.value)
                }
            }
        }
    }
}

/// The notes of a place, as a page shows them.
pub struct NotesPart<'a> {
    /// The notes.
    pub page: &'a NotesPage,
    /// The path that a form for another one is sent to; each note's own page is below it.
    pub action: String,
    /// The record that they are of, on a page of several.
    pub record: Option<NotesRecord>,
}

/// A record whose notes stand among those of others.
pub struct NotesRecord {
    /// The name that the person is shown by.
    pub name: String,
    /// The value of `of` by which older ones of it are asked for.
    pub of: String,
}

/// The notes of a page, newest first, and the form for another one, which is of the first
/// part.
#[must_use]
pub fn section(frame: &DeskFrame<'_>, parts: &[NotesPart<'_>], may_act: bool) -> Markup {
    let rows = parts.iter().enumerate();
    let rows = rows.flat_map(|(at, part)| part.page.notes.iter().map(move |note| (at, part, note)));
    let mut rows: Vec<(usize, &NotesPart<'_>, &Note)> = rows.collect();
    rows.sort_by_key(|(_, _, note)| std::cmp::Reverse(note.at));
    html! {
        section id="notes" {
            h2 { (frame.text("desk-customers-notes")) }
            p.soft { (frame.text("desk-customers-notes-why")) }
            @if let (Some(first), true) = (parts.first(), may_act) {
                details {
                    summary { (frame.text("desk-customers-note-add")) }
                    (form(frame, &first.action, "", false))
                }
            }
            @if rows.is_empty() {
                p { (frame.text("desk-customers-notes-none")) }
            } @else {
                ol.rows { @for (at, part, note) in rows { (row(frame, at, part, note, may_act)) } }
            }
            @for part in parts { (older(frame, part)) }
        }
    }
}

/// The link to older notes of a part.
fn older(frame: &DeskFrame<'_>, part: &NotesPart<'_>) -> Markup {
    let of = part.record.as_ref();
    let query = of.map_or_else(String::new, |of| format!("&of={}", encoded(&of.of)));
    html! {
        @if let Some(older) = part.page.older {
            p {
                a href={ "?notes=" (older) (query) "#notes" } { (frame.text("desk-customers-notes-older")) }
                @if let Some(of) = of { " – " bdi { (of.name) } }
            }
        }
    }
}

fn form(frame: &DeskFrame<'_>, action: &str, value: &str, is_wrong: bool) -> Markup {
    let text = TextArea {
        name: "note",
        label: "desk-customers-note",
        hint: Some("desk-customers-note-hint"),
        value,
        is_wrong,
    };
    html! {
        form method="post" action=(action) {
            (carried([(FORM, frame.now.to_string().as_str())]))
            (text.html(frame))
            p { button { (frame.text("desk-save")) } }
        }
    }
}

fn row(
    frame: &DeskFrame<'_>,
    at: usize,
    part: &NotesPart<'_>,
    note: &Note,
    may_act: bool,
) -> Markup {
    let id = match at {
        0 => format!("note-{}", note.n),
        at => format!("note-{at}-{}", note.n),
    };
    html! {
        li id=(id) {
            div {
                (text(note))
                p.soft {
                    (note.by.name) " – " (frame.moment(note.at))
                    @if let Some(at) = note.edited_at {
                        " – " (frame.text("desk-customers-note-edited")) " " (frame.moment(at))
                    }
                    @if let Some(record) = &part.record { " – " bdi { (record.name) } }
                }
            }
            @if may_act {
                a.aside href={ (part.action) "/" (note.n) } { (frame.text("desk-customers-note-change")) }
            }
        }
    }
}

fn text(note: &Note) -> Markup {
    html! { p.note { (note.text) } }
}

/// The content of the page on which a note is written anew, after it was wrong.
pub struct WrongNotePage<'a> {
    /// The document around it.
    pub frame: DeskFrame<'a>,
    /// The path of the page that the note is for.
    pub back: &'a str,
    /// The text as it was typed.
    pub typed: &'a str,
}

/// The page on which a note is written anew, after it was wrong.
#[must_use]
pub fn wrong(page: &WrongNotePage<'_>) -> Document {
    let frame = &page.frame;
    let title = frame.text("desk-customers-notes");
    let content = html! {
        h1 { (title) }
        // The form goes back to the address that refused it.
        (form(frame, "", page.typed, true))
        (back(frame, page.back))
    };
    frame.document(&title, &content)
}

/// The content of a note's own page.
pub struct NotePage<'a> {
    /// The document around it.
    pub frame: DeskFrame<'a>,
    /// The note.
    pub note: &'a Note,
    /// The path of the page that it stands on.
    pub back: &'a str,
    /// True if the member wrote it, and may edit it.
    pub may_edit: bool,
    /// True if the member may remove it.
    pub may_remove: bool,
    /// The text as it was typed, if it is not one that a note can have.
    pub wrong: Option<&'a str>,
}

/// A note's own page, where it is edited and removed.
#[must_use]
pub fn one(page: &NotePage<'_>) -> Document {
    let frame = &page.frame;
    let title = frame.text("desk-customers-note-change");
    let field = TextArea {
        name: "note",
        label: "desk-customers-note",
        hint: Some("desk-customers-note-hint"),
        value: page.wrong.unwrap_or(page.note.text.as_str()),
        is_wrong: page.wrong.is_some(),
    };
    let content = html! {
        h1 { (title) }
        p.soft { (page.note.by.name) " – " (frame.moment(page.note.at)) }
        @if page.may_edit {
            form method="post" {
                (field.html(frame))
                p { button name="do" value="edit" { (frame.text("desk-save")) } }
            }
        } @else {
            (text(page.note))
            p { (frame.text("desk-customers-note-fixed")) }
        }
        @if page.may_remove {
            (button(("do", "remove"), &frame.text("desk-customers-note-remove"), Some("quiet")))
        }
        (back(frame, page.back))
    };
    frame.document(&title, &content)
}

fn back(frame: &DeskFrame<'_>, to: &str) -> Markup {
    html! { p { a href=(to) { (frame.text("desk-customers-back")) } } }
}

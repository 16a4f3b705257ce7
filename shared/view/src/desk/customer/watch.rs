//! A customer on the watch list: the banner, and the form that puts them there.

use maud::{Markup, html};
use wismo_domain::people::WatchNote;

use super::CustomerPage;
use crate::desk::DeskFrame;
use crate::desk::field::{Wrong, button};
use crate::desk::notes::TextArea;
use crate::format;

/// The banner that says why somebody is on the watch list, for any page that is about them.
#[must_use]
pub fn note(frame: &DeskFrame<'_>, note: &WatchNote) -> Markup {
    html! {
        div.watch role="note" {
            p { strong { (frame.text("desk-customers-watch")) } }
            p.note { (note.text) }
            p.soft {
                (note.by.name) " – " (frame.moment(note.at))
                @if let Some(day) = note.last_day {
                    " – "
                    (frame.texts().with("desk-customers-watch-until", [("day", format::day(frame.language, day).into())]))
                }
            }
        }
    }
}

/// The reasons why the person is on the watch list, by any of their records.
pub(super) fn banner(page: &CustomerPage<'_>) -> Markup {
    let frame = &page.frame;
    let mut notes = page
        .records()
        .filter_map(|one| one.watch.as_ref())
        .peekable();
    let is_watched = notes.peek().is_some();
    html! {
        @for one in notes { (note(frame, one)) }
        @if is_watched && page.may_act {
            (button(("do", "lift-watch"), &frame.text("desk-customers-watch-lift"), Some("quiet")))
        }
    }
}

pub(super) fn form(page: &CustomerPage<'_>) -> Markup {
    let frame = &page.frame;
    let is_wrong = |field: &str| page.wrong.iter().any(|wrong| wrong.field == field);
    let known = page.one.watch.as_ref();
    let text = match (page.typed.text, known) {
        ("", Some(watch)) => watch.text.as_str(),
        (typed, _) => typed,
    };
    let field = TextArea {
        name: "watch",
        label: "desk-customers-watch-text",
        hint: Some("desk-customers-watch-hint"),
        value: text,
        is_wrong: is_wrong("watch"),
    };
    let is_wrong_day = is_wrong("until");
    let last_day = known.and_then(|watch| watch.last_day);
    let last_day = last_day.filter(|_| page.typed.text.is_empty());
    let until = last_day.map_or_else(|| page.typed.until.to_owned(), |day| day.to_string());
    html! {
        section id="watch-list" {
            h2 { (frame.text("desk-customers-watch-title")) }
            details open[known.is_some() || !page.wrong.is_empty()] {
                summary { (frame.text("desk-customers-watch-do")) }
                form method="post" {
                (field.html(frame))
                div.field {
                    label for="until" { (frame.text("desk-customers-watch-day")) }
                    p.hint id="until-hint" { (frame.text("desk-customers-watch-day-hint")) }
                    @if is_wrong_day { p.error id="until-error" { (frame.text(Wrong::PastDay.text())) } }
                    input id="until" name="until" type="date" value=(until)
                        aria-invalid=[is_wrong_day.then_some("true")]
                        aria-describedby=(if is_wrong_day { "until-error until-hint" } else { "until-hint" });
                }
                p { button name="do" value="watch" { (frame.text("desk-save")) } }
                }
            }
        }
    }
}

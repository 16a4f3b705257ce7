//! The fields of forms, what is wrong with them, and what a form has done.

mod done;
mod wrong;

use maud::{Markup, html};

use super::DeskFrame;

pub use done::{Done, done};
pub use wrong::{Wrong, WrongField, summary};

/// The kind of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Any text.
    Text,
    /// Any text, or none.
    Optional,
    /// A day.
    Day,
    /// Several lines of text, or none.
    Lines,
    /// An address of mail.
    Address,
    /// A password that exists.
    Password,
    /// A password that is being chosen.
    NewPassword,
    /// A code of a second factor.
    Code,
    /// A name.
    Name,
}

/// A field of a form.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// The name in the form; its id too.
    pub name: &'a str,
    /// The text id of the label.
    pub label: &'a str,
    /// The text id of a hint.
    pub hint: Option<&'a str>,
    /// The kind.
    pub kind: FieldKind,
    /// The content so far; passwords are never sent back.
    pub value: &'a str,
}

impl Field<'_> {
    /// The field with its label, its hint and what is wrong with it.
    #[must_use]
    pub fn html(&self, frame: &DeskFrame<'_>, wrong: &[WrongField]) -> Markup {
        let wrong = wrong.iter().find(|wrong| wrong.field == self.name);
        let hint = self.hint.map(|_| format!("{}-hint", self.name));
        let error = wrong.map(|_| format!("{}-error", self.name));
        let described: Vec<String> = error.iter().chain(&hint).cloned().collect();
        let described = (!described.is_empty()).then(|| described.join(" "));
        let (kind, complete, mode, value) = match self.kind {
            FieldKind::Text | FieldKind::Optional => ("text", "off", None, self.value),
            FieldKind::Lines => ("", "off", None, self.value),
            FieldKind::Day => ("date", "off", None, self.value),
            FieldKind::Name => ("text", "name", None, self.value),
            FieldKind::Address => ("email", "username", None, self.value),
            FieldKind::Password => ("password", "current-password", None, ""),
            FieldKind::NewPassword => ("password", "new-password", None, ""),
            FieldKind::Code => ("text", "one-time-code", Some("text"), ""),
        };
        html! {
            div.field {
                label for=(self.name) { (frame.text(self.label)) }
                @if let (Some(id), Some(hint)) = (&hint, self.hint) {
                    p.hint id=(id) { (frame.text(hint)) }
                }
                @if let (Some(id), Some(wrong)) = (&error, wrong) {
                    p.error id=(id) { (frame.text(wrong.why.text())) }
                }
                @if self.kind == FieldKind::Lines {
                    textarea id=(self.name) name=(self.name) rows="8"
                        aria-invalid=[wrong.map(|_| "true")] aria-describedby=[described] { "\n" (value) }
                } @else {
                input id=(self.name) name=(self.name) type=(kind) value=(value)
                    autocomplete=(complete) inputmode=[mode] maxlength="500"
                    required[self.kind != FieldKind::Optional]
                    autocapitalize=[(kind != "text" || mode.is_some()).then_some("none")]
                    aria-invalid=[wrong.map(|_| "true")] aria-describedby=[described];
                }
            }
        }
    }
}

/// Finds what was filled in under a name; nothing if the form does not have it.
#[must_use]
pub fn typed<'a>(fields: &[(&str, &'a str)], name: &str) -> &'a str {
    let mut fields = fields.iter();
    fields
        .find(|(other, _)| *other == name)
        .map_or("", |(_, value)| *value)
}

/// Fields that a page carries along unseen.
#[must_use]
pub fn carried<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Markup {
    html! {
        @for (name, value) in fields {
            input type="hidden" name=(name) value=(value);
        }
    }
}

/// A form of one button, for the page that it stands on.
#[must_use]
pub fn button((name, value): (&str, &str), text: &str, class: Option<&str>) -> Markup {
    html! {
        form.inline method="post" {
            button class=[class] name=(name) value=(value) { (text) }
        }
    }
}

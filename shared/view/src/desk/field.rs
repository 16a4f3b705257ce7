//! The fields of forms, and what is wrong with them.

use maud::{Markup, html};
use wismo_domain::file::upload::FileFault;
use wismo_domain::staff::password::Refused;

use super::DeskFrame;

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

/// A field that is wrong, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongField {
    /// The field's name.
    pub field: &'static str,
    /// The reason.
    pub why: Wrong,
}

impl WrongField {
    /// Says of a field why it is wrong.
    #[must_use]
    pub const fn new(field: &'static str, why: Wrong) -> Self {
        Self { field, why }
    }
}

/// The reason why a field is wrong, or why nothing was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Address and password do not belong together.
    SignIn,
    /// It is not one's password.
    Password,
    /// The code is wrong, or was used.
    Code,
    /// There were too many attempts.
    TooMany,
    /// Too many others sign in.
    Busy,
    /// It is not the installation's key.
    Key,
    /// It is no name.
    Name,
    /// It is no address.
    Address,
    /// Somebody has an account under the address.
    Known,
    /// The new password breaks a rule.
    NewPassword(Refused),
    /// One cannot give more than one has.
    TooMuch,
    /// The invitation did not leave.
    NotSent,
    /// It was left empty.
    Missing,
    /// It is too long, or holds something that no text has.
    Text,
    /// It is no day.
    Day,
    /// It is not how many there can be.
    Quantity,
    /// It is no amount of money.
    Amount,
    /// It is none of the choices.
    Choice,
    /// The mail cannot be written with these words.
    Words,
    /// Mails do not reach the address.
    Unreachable,
    /// The mail can no longer be called back.
    TooLate,
    /// It is not certain that the mail left.
    MailPending,
    /// It is no text of a note.
    Note,
    /// The day is over.
    PastDay,
    /// No file was chosen.
    NoFile,
    /// The file is not taken.
    File(FileFault),
    /// There are more files than one mail carries, or one document has.
    TooManyFiles,
    /// The member sent too many files in an hour.
    FilesTooOften,
    /// The file that was chosen before is no longer kept.
    FileGone,
    /// The order has another file for the document.
    DocumentKnown,
    /// The order has as many documents as it may have.
    TooManyDocuments,
    /// The mail is larger than the provider takes.
    MailTooLarge,
    /// The status is built in.
    BuiltIn,
    /// The status is named already.
    Named,
    /// As many statuses are named as there can be.
    TooManyStatuses,
    /// Rules name the status, and it has no successor.
    Successor,
    /// There is no such customer.
    NoCustomer,
    /// They are one person already.
    SamePerson,
    /// There would be too many records of one person.
    TooManyRecords,
    /// Somebody else has joined one of them meanwhile.
    Overtaken,
}

impl Wrong {
    /// The text that says so.
    pub(in crate::desk) const fn text(self) -> &'static str {
        match self {
            Self::SignIn => "desk-sign-in-wrong",
            Self::Password => "desk-password-wrong",
            Self::Code => "desk-code-wrong",
            Self::TooMany => "desk-too-many",
            Self::Busy => "desk-busy",
            Self::Key => "desk-setup-key-wrong",
            Self::Name => "desk-name-wrong",
            Self::Address => "desk-address-wrong",
            Self::Known => "desk-invite-known",
            Self::NewPassword(Refused::TooShort) => "desk-password-short",
            Self::NewPassword(Refused::TooLong) => "desk-password-long",
            Self::NewPassword(Refused::Common) => "desk-password-common",
            Self::NewPassword(Refused::Personal) => "desk-password-personal",
            Self::TooMuch => "desk-access-too-much",
            Self::NotSent => "desk-invite-not-sent",
            Self::Missing => "desk-missing",
            Self::Text => "desk-text-wrong",
            Self::Day => "desk-day-wrong",
            Self::Quantity => "desk-quantity-wrong",
            Self::Amount => "desk-amount-wrong",
            Self::Choice => "desk-choice-wrong",
            Self::Words => "desk-order-words-wrong",
            Self::Unreachable => "desk-order-unreachable",
            Self::TooLate => "desk-order-too-late",
            Self::MailPending => "desk-order-mail-pending",
            Self::Note => "desk-customers-note-wrong",
            Self::PastDay => "desk-customers-day-wrong",
            Self::NoFile => "desk-order-file-missing",
            Self::File(FileFault::Empty) => "desk-order-file-empty",
            Self::File(FileFault::TooLarge) => "desk-order-file-large",
            Self::File(FileFault::Type) => "desk-order-file-type",
            Self::TooManyFiles => "desk-order-files-many",
            Self::FilesTooOften => "desk-order-files-often",
            Self::FileGone => "desk-order-file-gone",
            Self::DocumentKnown => "desk-order-document-known",
            Self::TooManyDocuments => "desk-order-documents-full",
            Self::MailTooLarge => "desk-order-mail-large",
            Self::BuiltIn => "desk-settings-status-built-in",
            Self::Named => "desk-settings-status-named",
            Self::TooManyStatuses => "desk-settings-status-many",
            Self::Successor => "desk-settings-successor-missing",
            Self::NoCustomer => "desk-customers-join-none",
            Self::SamePerson => "desk-customers-join-same",
            Self::TooManyRecords => "desk-customers-join-many",
            Self::Overtaken => "desk-customers-join-overtaken",
        }
    }
}

/// The deed of the form before a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// A profile was saved.
    Saved,
    /// A password was set by its owner.
    PasswordSet,
    /// A password was set by a mailed link.
    PasswordReset,
    /// A link is on its way, if there is somebody to get it.
    LinkSent,
    /// The second factor was removed by its owner.
    SecondFactorRemoved,
    /// A session was ended.
    SessionEnded,
    /// An invitation left.
    Invited,
    /// Permissions were saved.
    AccessSaved,
    /// Somebody else's second factor was removed.
    SecondFactorTaken,
    /// Somebody was suspended.
    Suspended,
    /// Somebody may sign in again.
    Reinstated,
    /// A key was revoked.
    KeyRevoked,
    /// A task was ended.
    TaskEnded,
    /// Something was decided about an order.
    OrderSaved,
    /// The mails of an order are held back.
    OrderHeld,
    /// The mails of an order go out again.
    OrderReleased,
    /// The news of an order that waited were dropped.
    OrderDropped,
    /// The links of an order were replaced, revoked or restored.
    LinksChanged,
    /// A mail leaves.
    MailSent,
    /// A mail was called back.
    MailRecalled,
    /// Mails were called back or dropped, one of which may have left before.
    MailMayHaveLeft,
    /// A task was taken.
    TaskTaken,
    /// A task was handed on.
    TaskHanded,
    /// Somebody else was quicker to take a task.
    TaskLost,
    /// A note was written.
    NoteWritten,
    /// A note was removed.
    NoteRemoved,
    /// A customer was put on the watch list.
    Watched,
    /// A customer was taken off the watch list.
    WatchLifted,
    /// An address gets mails again.
    SuppressionLifted,
    /// Two customers were joined.
    CustomersJoined,
    /// A join of customers was undone.
    CustomersSeparated,
}

impl Done {
    const ALL: [Self; 31] = [
        Self::Saved,
        Self::PasswordSet,
        Self::PasswordReset,
        Self::LinkSent,
        Self::SecondFactorRemoved,
        Self::SessionEnded,
        Self::Invited,
        Self::AccessSaved,
        Self::SecondFactorTaken,
        Self::Suspended,
        Self::Reinstated,
        Self::KeyRevoked,
        Self::TaskEnded,
        Self::OrderSaved,
        Self::OrderHeld,
        Self::OrderReleased,
        Self::OrderDropped,
        Self::LinksChanged,
        Self::MailSent,
        Self::MailRecalled,
        Self::MailMayHaveLeft,
        Self::TaskTaken,
        Self::TaskHanded,
        Self::TaskLost,
        Self::NoteWritten,
        Self::NoteRemoved,
        Self::Watched,
        Self::WatchLifted,
        Self::SuppressionLifted,
        Self::CustomersJoined,
        Self::CustomersSeparated,
    ];

    /// The word for it in an address: `?done=...`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Saved => "saved",
            Self::PasswordSet => "password",
            Self::PasswordReset => "reset",
            Self::LinkSent => "sent",
            Self::SecondFactorRemoved => "removed",
            Self::SessionEnded => "ended",
            Self::Invited => "invited",
            Self::AccessSaved => "access",
            Self::SecondFactorTaken => "taken",
            Self::Suspended => "suspended",
            Self::Reinstated => "reinstated",
            Self::KeyRevoked => "revoked",
            Self::TaskEnded => "task",
            Self::OrderSaved => "order",
            Self::OrderHeld => "held",
            Self::OrderReleased => "released",
            Self::OrderDropped => "dropped",
            Self::LinksChanged => "links",
            Self::MailSent => "mail",
            Self::MailRecalled => "recalled",
            Self::MailMayHaveLeft => "may-have-left",
            Self::TaskTaken => "task-taken",
            Self::TaskHanded => "task-handed",
            Self::TaskLost => "task-lost",
            Self::NoteWritten => "note",
            Self::NoteRemoved => "note-removed",
            Self::Watched => "watched",
            Self::WatchLifted => "watch-lifted",
            Self::SuppressionLifted => "lifted",
            Self::CustomersJoined => "joined",
            Self::CustomersSeparated => "separated",
        }
    }

    /// The deed of this word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|done| done.word() == word)
    }

    const fn text(self) -> &'static str {
        match self {
            Self::Saved => "desk-saved",
            Self::PasswordSet => "desk-password-set",
            Self::PasswordReset => "desk-reset-done",
            Self::LinkSent => "desk-forgot-sent",
            Self::SecondFactorRemoved => "desk-second-factor-removed",
            Self::SessionEnded => "desk-session-ended",
            Self::Invited => "desk-invite-sent",
            Self::AccessSaved => "desk-access-saved",
            Self::SecondFactorTaken => "desk-second-factor-taken",
            Self::Suspended => "desk-suspend-done",
            Self::Reinstated => "desk-reinstate-done",
            Self::KeyRevoked => "desk-key-revoked",
            Self::TaskEnded => "desk-task-ended",
            Self::OrderSaved => "desk-order-saved",
            Self::OrderHeld => "desk-order-held-done",
            Self::OrderReleased => "desk-order-released-done",
            Self::OrderDropped => "desk-order-dropped-done",
            Self::LinksChanged => "desk-order-links-done",
            Self::MailSent => "desk-order-mail-done",
            Self::MailRecalled => "desk-order-recalled-done",
            Self::MailMayHaveLeft => "desk-order-may-have-left",
            Self::TaskTaken => "desk-customers-task-taken",
            Self::TaskHanded => "desk-customers-task-handed",
            Self::TaskLost => "desk-customers-task-lost",
            Self::NoteWritten => "desk-customers-note-written",
            Self::NoteRemoved => "desk-customers-note-removed",
            Self::Watched => "desk-customers-watched",
            Self::WatchLifted => "desk-customers-watch-lifted",
            Self::SuppressionLifted => "desk-customers-lifted",
            Self::CustomersJoined => "desk-customers-joined",
            Self::CustomersSeparated => "desk-customers-separated",
        }
    }
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

/// The summary of what is wrong, which leads to each field.
#[must_use]
pub fn summary(frame: &DeskFrame<'_>, wrong: &[WrongField]) -> Markup {
    if wrong.is_empty() {
        return html! {};
    }
    html! {
        div.summary role="alert" tabindex="-1" {
            h2 { (frame.text("desk-wrong")) }
            ul {
                @for wrong in wrong {
                    li { a href={ "#" (wrong.field) } { (frame.text(wrong.why.text())) } }
                }
            }
        }
    }
}

/// The sentence that says what a form has done.
#[must_use]
pub fn done(frame: &DeskFrame<'_>, done: Option<Done>) -> Markup {
    html! {
        @if let Some(done) = done {
            p.done role="status" { (frame.text(done.text())) }
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

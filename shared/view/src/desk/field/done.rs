//! The deeds of forms, which the page behind each says.

use maud::{Markup, html};

use crate::desk::DeskFrame;

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
    /// A task was not handed on: whoever was to have it may not.
    TaskNotHanded,
    /// Somebody else was quicker to take a task.
    TaskLost,
    /// A note was written.
    NoteWritten,
    /// A note was removed.
    NoteRemoved,
    /// Nothing was there to be done, or it was so already.
    NothingChanged,
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
    const ALL: [Self; 33] = [
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
        Self::TaskNotHanded,
        Self::TaskLost,
        Self::NoteWritten,
        Self::NoteRemoved,
        Self::NothingChanged,
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
            Self::TaskNotHanded => "task-not-handed",
            Self::TaskLost => "task-lost",
            Self::NoteWritten => "note",
            Self::NoteRemoved => "note-removed",
            Self::NothingChanged => "nothing",
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
            Self::TaskNotHanded => "desk-customers-task-not-handed",
            Self::TaskLost => "desk-customers-task-lost",
            Self::NoteWritten => "desk-customers-note-written",
            Self::NoteRemoved => "desk-customers-note-removed",
            Self::NothingChanged => "desk-nothing-changed",
            Self::Watched => "desk-customers-watched",
            Self::WatchLifted => "desk-customers-watch-lifted",
            Self::SuppressionLifted => "desk-customers-lifted",
            Self::CustomersJoined => "desk-customers-joined",
            Self::CustomersSeparated => "desk-customers-separated",
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

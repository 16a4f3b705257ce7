//! The reasons for which a field is wrong, and the summary of them.

use maud::{Markup, html};
use wismo_domain::file::upload::FileFault;
use wismo_domain::staff::password::Refused;

use crate::desk::DeskFrame;

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
    /// The address is not for this member to invite.
    Elsewhere,
    /// A colleague has the name.
    NameTaken,
    /// There is no such session.
    NoSession,
    /// The new password breaks a rule.
    NewPassword(Refused),
    /// One cannot give more than one has.
    TooMuch,
    /// The invitation did not leave.
    NotSent,
    /// It was left empty.
    Missing,
    /// It is too long.
    Text,
    /// It holds characters that no text has.
    Characters,
    /// It is no day.
    Day,
    /// It is not how many there can be.
    Quantity,
    /// It is no amount of money.
    Amount,
    /// It is more than the order cost.
    MoreThanTotal,
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
            Self::Elsewhere => "desk-invite-elsewhere",
            Self::NameTaken => "desk-name-taken",
            Self::NoSession => "desk-session-none",
            Self::NewPassword(Refused::TooShort) => "desk-password-short",
            Self::NewPassword(Refused::TooLong) => "desk-password-long",
            Self::NewPassword(Refused::Common) => "desk-password-common",
            Self::NewPassword(Refused::Personal) => "desk-password-personal",
            Self::TooMuch => "desk-access-too-much",
            Self::NotSent => "desk-invite-not-sent",
            Self::Missing => "desk-missing",
            Self::Text => "desk-text-wrong",
            Self::Characters => "desk-text-characters",
            Self::Day => "desk-day-wrong",
            Self::Quantity => "desk-quantity-wrong",
            Self::Amount => "desk-amount-wrong",
            Self::MoreThanTotal => "desk-order-refund-more",
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

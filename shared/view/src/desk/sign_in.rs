//! Signing in, the second factor, and proving again who one is.
//!
//! Each of these forms goes back to where the visitor was going, with everything that
//! they had typed: nothing is lost when a session ends.

use maud::{Markup, html};

use super::DeskFrame;
use super::field::{Done, Field, FieldKind, Wrong, WrongField, carried, done, summary};
use crate::page::Document;

/// The names of the fields by which one signs in; a form's own fields have others.
pub const ADDRESS: &str = "auth-address";
/// See [`ADDRESS`].
pub const PASSWORD: &str = "auth-password";
/// See [`ADDRESS`].
pub const TICKET: &str = "auth-ticket";
/// See [`ADDRESS`].
pub const CODE: &str = "auth-code";

/// The reason why a visitor has to prove something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prompt {
    /// They are not signed in.
    SignIn,
    /// Their session ended while they wrote.
    SignInAgain,
    /// The password fits, and a second factor is due.
    SecondFactor,
    /// The thing that they want to do is sensitive.
    Confirm,
}

/// The result of the last attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// There was none.
    First,
    /// It was wrong.
    Wrong,
    /// There were too many.
    TooMany,
    /// Too many others sign in at this moment.
    Busy,
}

/// A page that asks a visitor to prove who they are.
pub struct SignInPage<'a> {
    /// The document around it.
    pub frame: DeskFrame<'a>,
    /// The reason.
    pub prompt: Prompt,
    /// The result of the last attempt.
    pub attempt: Attempt,
    /// The deed before this page, if there was one.
    pub done: Option<Done>,
    /// The address that the form goes to.
    pub action: &'a str,
    /// The address that was typed.
    pub address: &'a str,
    /// The sealed ticket, where a second factor is due.
    pub ticket: Option<&'a str>,
    /// True if the form brought files, which are not carried along.
    pub has_lost_files: bool,
    /// The fields of the form that the visitor had sent.
    pub fields: Vec<(&'a str, &'a str)>,
}

/// The page.
#[must_use]
pub fn page(page: &SignInPage<'_>) -> Document {
    let frame = &page.frame;
    let (title, why) = match page.prompt {
        Prompt::SignIn => ("desk-sign-in", None),
        Prompt::SignInAgain if page.has_lost_files => ("desk-sign-in", Some("desk-sign-in-files")),
        Prompt::SignInAgain => ("desk-sign-in", Some("desk-sign-in-again")),
        Prompt::SecondFactor => ("desk-code", Some("desk-code-why")),
        Prompt::Confirm => ("desk-confirm", Some("desk-confirm-why")),
    };
    let wrong = wrong(page.prompt, page.attempt);
    let title = frame.text(title);
    let content = html! {
        div.narrow {
            h1 { (title) }
            (done(frame, page.done))
            @if let Some(why) = why { p { (frame.text(why)) } }
            (summary(frame, &wrong))
            form method="post" action=(page.action) {
                (carried(page.fields.iter().copied()))
                (fields(page, &wrong))
                p { button { (title) } }
            }
            @if matches!(page.prompt, Prompt::SignIn | Prompt::SignInAgain) {
                p { a href=(frame.at("forgot")) { (frame.text("desk-forgot")) } }
            }
        }
    };
    frame.document(&title, &content)
}

fn fields(page: &SignInPage<'_>, wrong: &[WrongField]) -> Markup {
    let frame = &page.frame;
    let password = Field {
        name: PASSWORD,
        label: "desk-password",
        hint: None,
        kind: FieldKind::Password,
        value: "",
    };
    match page.prompt {
        Prompt::SignIn | Prompt::SignInAgain => {
            let address = Field {
                name: ADDRESS,
                label: "desk-address",
                hint: None,
                kind: FieldKind::Address,
                value: page.address,
            };
            html! { (address.html(frame, wrong)) (password.html(frame, wrong)) }
        }
        Prompt::SecondFactor => {
            let code = Field {
                name: CODE,
                label: "desk-code-label",
                hint: Some("desk-code-hint"),
                kind: FieldKind::Code,
                value: "",
            };
            html! {
                (carried(page.ticket.map(|ticket| (TICKET, ticket))))
                (code.html(frame, wrong))
            }
        }
        Prompt::Confirm => password.html(frame, wrong),
    }
}

fn wrong(prompt: Prompt, attempt: Attempt) -> Vec<WrongField> {
    let field = match prompt {
        Prompt::SignIn | Prompt::SignInAgain => ADDRESS,
        Prompt::SecondFactor => CODE,
        Prompt::Confirm => PASSWORD,
    };
    let why = match (attempt, prompt) {
        (Attempt::First, _) => return Vec::new(),
        (Attempt::Wrong, Prompt::SecondFactor) => Wrong::Code,
        (Attempt::Wrong, Prompt::Confirm) => Wrong::Password,
        (Attempt::Wrong, Prompt::SignIn | Prompt::SignInAgain) => Wrong::SignIn,
        (Attempt::TooMany, _) => Wrong::TooMany,
        (Attempt::Busy, _) => Wrong::Busy,
    };
    vec![WrongField { field, why }]
}

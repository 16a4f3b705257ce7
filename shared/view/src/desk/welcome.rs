//! The first owner, invitations, and forgotten passwords.

use maud::{Markup, html};

use super::DeskFrame;
use super::field::{Done, Field, FieldKind, WrongField, done, summary};
use crate::page::Document;

const NAME: Field<'static> = Field {
    name: "name",
    label: "desk-name",
    hint: Some("desk-name-hint"),
    kind: FieldKind::Name,
    value: "",
};

const ADDRESS: Field<'static> = Field {
    name: "address",
    label: "desk-address",
    hint: None,
    kind: FieldKind::Address,
    value: "",
};

/// The field in which a new password is chosen.
pub(super) const NEW_PASSWORD: Field<'static> = Field {
    name: "password",
    label: "desk-new-password",
    hint: Some("desk-new-password-hint"),
    kind: FieldKind::NewPassword,
    value: "",
};

/// The content of the page of the first owner, as it was typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Typed<'a> {
    /// The name.
    pub name: &'a str,
    /// The address.
    pub address: &'a str,
}

/// The address that a new password is of. By this, browsers keep it under the right name; they
/// do not see a field of type `hidden`.
pub(super) fn username(address: &str) -> Markup {
    html! { input type="text" autocomplete="username" hidden readonly value=(address); }
}

/// The page on which the holder of the installation's key becomes an owner.
#[must_use]
pub fn setup(frame: &DeskFrame<'_>, typed: Typed<'_>, wrong: &[WrongField]) -> Document {
    let title = frame.text("desk-setup");
    let key = Field {
        name: "key",
        label: "desk-setup-key",
        hint: Some("desk-setup-key-hint"),
        kind: FieldKind::Password,
        value: "",
    };
    let (name, address) = (
        Field {
            value: typed.name,
            ..NAME
        },
        Field {
            value: typed.address,
            ..ADDRESS
        },
    );
    let content = html! {
        div.narrow {
            h1 { (title) }
            p { (frame.text("desk-setup-why")) }
            (summary(frame, wrong))
            form method="post" {
                (name.html(frame, wrong))
                (address.html(frame, wrong))
                (NEW_PASSWORD.html(frame, wrong))
                // Before the address, a browser would take it for the password of one.
                (key.html(frame, wrong))
                p { button { (frame.text("desk-setup-do")) } }
            }
        }
    };
    frame.document(&title, &content)
}

/// The page that takes an invitation to sign in under an address.
#[must_use]
pub fn invitation(
    frame: &DeskFrame<'_>,
    address: &str,
    name: &str,
    wrong: &[WrongField],
) -> Document {
    let title = frame.text("desk-invitation");
    let why = frame
        .texts()
        .with("desk-invitation-why", [("address", address.into())]);
    let name = Field {
        value: name,
        ..NAME
    };
    let content = html! {
        div.narrow {
            h1 { (title) }
            p { (why) }
            (summary(frame, wrong))
            form method="post" {
                (username(address))
                (name.html(frame, wrong))
                (NEW_PASSWORD.html(frame, wrong))
                p { button { (frame.text("desk-invitation-do")) } }
            }
        }
    };
    frame.document(&title, &content)
}

/// The page that a link to sign in leads to: signing in, or a new password.
#[must_use]
pub fn by_link(frame: &DeskFrame<'_>, name: &str, address: &str, wrong: &[WrongField]) -> Document {
    let texts = frame.texts();
    let title = texts.with("desk-welcome-back", [("name", name.into())]);
    let content = html! {
        div.narrow {
            h1 { (title) }
            form method="post" {
                p { button name="do" value="sign-in" { (frame.text("desk-sign-in")) } }
            }
            h2 { (frame.text("desk-reset")) }
            p { (texts.with("desk-reset-why", [("address", address.into())])) }
            (summary(frame, wrong))
            form method="post" {
                (username(address))
                (NEW_PASSWORD.html(frame, wrong))
                p { button { (frame.text("desk-reset-do")) } }
            }
        }
    };
    frame.document(&title, &content)
}

/// The page that mails a link to whoever forgot a password.
#[must_use]
pub fn forgot(frame: &DeskFrame<'_>, what: Option<Done>) -> Document {
    let title = frame.text("desk-forgot");
    let content = html! {
        div.narrow {
            h1 { (title) }
            (done(frame, what))
            p { (frame.text("desk-forgot-why")) }
            form method="post" {
                (ADDRESS.html(frame, &[]))
                p { button { (frame.text("desk-forgot-do")) } }
            }
            p { a href=(frame.at("sign-in")) { (frame.text("desk-sign-in")) } }
        }
    };
    frame.document(&title, &content)
}

/// The page of a link that leads nowhere, or does not any more.
#[must_use]
pub fn void(frame: &DeskFrame<'_>) -> Document {
    let title = frame.text("desk-void");
    let content = html! {
        div.narrow {
            h1 { (title) }
            p { (frame.text("desk-void-why")) }
            p { a href=(frame.at("sign-in")) { (frame.text("desk-sign-in")) } }
        }
    };
    frame.document(&title, &content)
}

/// The page for a path that does not exist, or that one may not see.
#[must_use]
pub fn not_found(frame: &DeskFrame<'_>) -> Document {
    let title = frame.text("desk-not-found");
    let content = html! {
        h1 { (title) }
        p { (frame.text("desk-not-found-why")) }
    };
    frame.document(&title, &content)
}

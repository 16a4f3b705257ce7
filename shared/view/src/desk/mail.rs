//! Mails to members: invitations and new passwords.

use maud::{DOCTYPE, html};
use wismo_domain::mail::{Mail, Mailbox};

use crate::texts::{Language, Texts};

/// The reason for a mail to a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffMailKind<'a> {
    /// Somebody of this name invites them.
    Invitation(&'a str),
    /// They forgot their password.
    PasswordReset,
}

/// A mail with a link to a member.
#[must_use]
pub fn write(
    language: Language,
    kind: StaffMailKind<'_>,
    url: &str,
    (from, to): (&Mailbox, &Mailbox),
) -> Mail {
    let texts = Texts::of_desk(language);
    let (subject, why, button, not_you) = match kind {
        StaffMailKind::Invitation(who) => (
            texts.get("desk-mail-invitation"),
            texts.with("desk-mail-invitation-why", [("who", who.into())]),
            texts.get("desk-mail-invitation-do"),
            texts.get("desk-mail-invitation-not"),
        ),
        StaffMailKind::PasswordReset => (
            texts.get("desk-mail-reset"),
            texts.get("desk-mail-reset-why"),
            texts.get("desk-mail-reset-do"),
            texts.get("desk-mail-reset-not"),
        ),
    };
    let html = html! {
        (DOCTYPE)
        html lang=(language.code()) dir=(language.direction()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (subject) }
            }
            body style="margin:0;padding:24px;font:16px/1.5 Arial,sans-serif" {
                div style="max-width:560px;margin:0 auto" {
                    h1 style="font-size:22px;line-height:1.25" { (subject) }
                    p { (why) }
                    p { a href=(url) style="display:inline-block;padding:12px 18px;border-radius:6px;background:#0b5c60;color:#ffffff;text-decoration:none;font-weight:bold" { (button) } }
                    p { (not_you) }
                }
            }
        }
    };
    let text = format!("{subject}\n\n{why}\n\n{url}\n\n{not_you}\n");
    Mail {
        from: from.clone(),
        reply_to: None,
        to: to.clone(),
        cc: Vec::new(),
        subject: subject.into_owned(),
        text,
        html: html.into_string(),
        headers: [
            ("Auto-Submitted", "auto-generated"),
            ("X-Auto-Response-Suppress", "All"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into(),
        attachments: Vec::new(),
        code: None,
    }
}

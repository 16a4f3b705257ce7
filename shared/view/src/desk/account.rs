//! One's own account.

mod browser;

use maud::{Markup, PreEscaped, html};
use wismo_domain::staff::Member;
use wismo_domain::staff::member::Session;
use wismo_domain::time::Date;

use super::DeskFrame;
use super::field::{Done, Field, FieldKind, WrongField, button, carried, done, summary};
use super::welcome::{NEW_PASSWORD, username};
use crate::format;
use crate::page::Document;
use crate::texts::Language;
use browser::Browser;

/// The content of the page.
pub struct AccountPage<'a> {
    /// The document around it.
    pub frame: DeskFrame<'a>,
    /// The member.
    pub member: &'a Member,
    /// The day from which on everybody needs a second factor, if that was decided.
    pub second_factor_from: Option<Date>,
    /// The present day.
    pub today: Date,
    /// The id of this session.
    pub session: &'a str,
    /// The deed before this page.
    pub done: Option<Done>,
    /// The fields that were wrong.
    pub wrong: &'a [WrongField],
}

/// The page.
#[must_use]
pub fn page(page: &AccountPage<'_>) -> Document {
    let frame = &page.frame;
    let title = frame.text("desk-me");
    let content = html! {
        h1 { (title) }
        (done(frame, page.done))
        (summary(frame, page.wrong))
        (needed(page))
        (profile(page))
        (password(page))
        (second_factor(page))
        (sessions(page))
    };
    frame.document(&title, &content)
}

/// Says that one needs a second factor, now or soon, to whoever has none.
fn needed(page: &AccountPage<'_>) -> Markup {
    let (frame, has) = (&page.frame, page.member.second_factor().is_some());
    html! {
        @if let Some(from) = page.second_factor_from.filter(|_| !has) {
            @let day = format::day(frame.language, from);
            p.banner role="status" {
                @if from <= page.today {
                    (frame.text("desk-second-factor-needed"))
                } @else {
                    (frame.texts().with("desk-second-factor-soon", [("day", day.into())]))
                }
            }
        }
    }
}

fn profile(page: &AccountPage<'_>) -> Markup {
    let (frame, profile) = (&page.frame, page.member.profile());
    let name = Field {
        name: "name",
        label: "desk-name",
        hint: Some("desk-name-hint"),
        kind: FieldKind::Name,
        value: &profile.name,
    };
    html! {
        section {
            h2 { (frame.text("desk-profile")) }
            p.soft { (page.member.address().unwrap_or_default()) }
            form method="post" {
                (name.html(frame, page.wrong))
                div.field {
                    label for="language" { (frame.text("desk-language")) }
                    select id="language" name="language" {
                        option value="" { (frame.text("desk-language-browser")) }
                        @for language in Language::ALL {
                            option value=(language.code()) lang=(language.code())
                                selected[profile.language.as_deref() == Some(language.code())] {
                                (language.own_name())
                            }
                        }
                    }
                }
                div.field {
                    label for="signature" { (frame.text("desk-signature")) }
                    p.hint id="signature-hint" { (frame.text("desk-signature-hint")) }
                    textarea id="signature" name="signature" rows="4" maxlength="500"
                        aria-describedby="signature-hint" { (profile.signature) }
                }
                label.choice {
                    input type="checkbox" name="shortcuts" value="yes" checked[!profile.without_shortcuts];
                    span {
                        (frame.text("desk-shortcuts"))
                        span.hint { (frame.text("desk-shortcuts-hint")) }
                    }
                }
                p { button name="do" value="profile" { (frame.text("desk-save")) } }
            }
        }
    }
}

fn password(page: &AccountPage<'_>) -> Markup {
    let frame = &page.frame;
    html! {
        section {
            h2 { (frame.text("desk-password")) }
            p { (frame.text("desk-password-why")) }
            form method="post" {
                (username(page.member.address().unwrap_or_default()))
                (NEW_PASSWORD.html(frame, page.wrong))
                p { button name="do" value="password" { (frame.text("desk-reset-do")) } }
            }
        }
    }
}

fn second_factor(page: &AccountPage<'_>) -> Markup {
    let frame = &page.frame;
    let has = page.member.second_factor().is_some();
    html! {
        section {
            h2 { (frame.text("desk-second-factor")) }
            @if has {
                p { (frame.text("desk-second-factor-on")) }
                @if page.second_factor_from.is_none_or(|from| from > page.today) {
                    (button(("do", "remove-second-factor"), &frame.text("desk-second-factor-remove"), Some("quiet")))
                }
            } @else {
                p { (frame.text("desk-second-factor-off")) }
                (button(("do", "enrol"), &frame.text("desk-second-factor-set-up"), None))
            }
        }
    }
}

/// The browser of a session: its own name for itself, if it is not one of the usual ones.
fn browser(frame: &DeskFrame<'_>, user_agent: &str) -> String {
    let Some(browser) = Browser::of(user_agent) else {
        return user_agent.to_owned();
    };
    let names = [("browser", browser.name), ("system", browser.system)];
    let names = names.map(|(name, value)| (name, value.into()));
    frame
        .texts()
        .with("desk-session-browser", names)
        .into_owned()
}

fn sessions(page: &AccountPage<'_>) -> Markup {
    let frame = &page.frame;
    let line = |session: &Session| {
        let is_this = session.id == page.session;
        html! {
            li {
                div {
                    p.when { (frame.moment(session.began_at)) @if is_this { " – " strong { (frame.text("desk-session-this")) } } }
                    p.soft title=(session.user_agent) { (browser(frame, &session.user_agent)) }
                }
                @if !is_this {
                    (button(("end", &session.id), &frame.text("desk-session-end"), Some("quiet")))
                }
            }
        }
    };
    html! {
        section {
            h2 { (frame.text("desk-sessions")) }
            ul.rows { @for session in page.member.sessions(frame.now) { (line(session)) } }
            (button(("do", "another-device"), &frame.text("desk-another-device"), Some("quiet")))
            (button(("do", "end-sessions"), &frame.text("desk-sessions-end"), Some("quiet")))
        }
    }
}

/// The content of the page on which an authenticator is set up.
pub struct EnrolmentPage<'a> {
    /// The document around it.
    pub frame: DeskFrame<'a>,
    /// The secret as one types it.
    pub typed: &'a str,
    /// The address of the secret, which the QR code shows.
    pub url: &'a str,
    /// The sealed ticket.
    pub ticket: &'a str,
    /// The fields that were wrong.
    pub wrong: &'a [WrongField],
}

/// The page on which an authenticator is set up.
#[must_use]
pub fn enrolment(page: &EnrolmentPage<'_>) -> Document {
    let frame = &page.frame;
    let title = frame.text("desk-enrol");
    let code = Field {
        name: "code",
        label: "desk-enrol-code",
        hint: None,
        kind: FieldKind::Code,
        value: "",
    };
    let content = html! {
        div.narrow {
            h1 { (title) }
            (summary(frame, page.wrong))
            p { (frame.text("desk-enrol-scan")) }
            (qr(page.url, &frame.text("desk-enrol-picture")))
            p { (frame.text("desk-enrol-type")) }
            p.secret { code { (page.typed) } }
            form method="post" {
                (carried([("ticket", page.ticket)]))
                (code.html(frame, page.wrong))
                p { button name="do" value="complete-enrolment" { (frame.text("desk-enrol-do")) } }
            }
            p { a href=(frame.at("me")) { (frame.text("desk-cancel")) } }
        }
    };
    frame.document(&title, &content)
}

/// The page that shows a link to sign in on another device, once.
#[must_use]
pub fn another_device(frame: &DeskFrame<'_>, url: &str) -> Document {
    let title = frame.text("desk-another-device");
    let content = html! {
        div.narrow {
            h1 { (title) }
            p { (frame.text("desk-another-device-why")) }
            (qr(url, &frame.text("desk-another-device-picture")))
            p { (frame.text("desk-another-device-type")) }
            p.secret { code { (url) } }
            p { a href=(frame.at("me")) { (frame.text("desk-me")) } }
        }
    };
    frame.document(&title, &content)
}

/// A QR code as a picture of squares; nothing if the text is too long for one.
fn qr(text: &str, label: &str) -> Markup {
    let Ok(code) = qrcodegen::QrCode::encode_text(text, qrcodegen::QrCodeEcc::Medium) else {
        return html! {};
    };
    // Four squares of margin (ISO/IEC 18004, section 9.1).
    let size = code.size() + 8;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            path.push_str(&format!("M{} {}h1v1h-1z", x + 4, y + 4));
        }
    }
    html! {
        svg.qr role="img" aria-label=(label) viewBox={ "0 0 " (size) " " (size) } {
            rect width="100%" height="100%" fill="#fff" {}
            (PreEscaped(format!(r##"<path d="{path}" fill="#000"/>"##)))
        }
    }
}

/// The page that shows codes to recover with, once.
#[must_use]
pub fn recovery(frame: &DeskFrame<'_>, codes: &[String]) -> Document {
    let title = frame.text("desk-recovery");
    let content = html! {
        div.narrow {
            h1 { (title) }
            p.done role="status" { (frame.text("desk-second-factor-set")) }
            p { (frame.text("desk-recovery-why")) }
            ul.codes { @for code in codes { li { code { (code) } } } }
            p { a href=(frame.at("me")) { (frame.text("desk-recovery-kept")) } }
        }
    };
    frame.document(&title, &content)
}

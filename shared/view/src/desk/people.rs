//! Members, what they may do, and the record of what was done.

use maud::{Markup, html};
use wismo_domain::shop::Shop;
use wismo_domain::staff::audit::{AuditAction, AuditEntry, AuditPage, SignInMethod};
use wismo_domain::staff::{Access, Member, MemberId, Role};

use super::DeskFrame;
use super::field::{Done, Field, FieldKind, Wrong, WrongField, button, done, summary};
use crate::format;
use crate::page::Document;

/// A member and their id.
pub type Person = (MemberId, Member);

/// The text id of a role's name.
#[must_use]
pub const fn role_text(role: Role) -> &'static str {
    match role {
        Role::Owner => "desk-role-owner",
        Role::Agent => "desk-role-agent",
        Role::Viewer => "desk-role-viewer",
    }
}

/// The content of the list of members.
pub struct PeoplePage<'a> {
    /// The document around it.
    pub frame: DeskFrame<'a>,
    /// The members.
    pub people: &'a [Person],
    /// The day from which on everybody needs a second factor, as it stands in the form; none
    /// if the member may not set it.
    pub second_factor_from: Option<&'a str>,
    /// The deed before this page.
    pub done: Option<Done>,
    /// The fields that were wrong.
    pub wrong: &'a [WrongField],
}

/// The list of members.
#[must_use]
pub fn list(page: &PeoplePage<'_>) -> Document {
    let (frame, people) = (&page.frame, page.people);
    let title = frame.text("desk-people");
    let content = html! {
        h1 { (title) }
        (done(frame, page.done))
        (summary(frame, page.wrong))
        p { a.button href=(frame.at("people/invite")) { (frame.text("desk-invite")) } }
        ul.rows {
            @for (id, member) in people {
                li {
                    div {
                        p { a href=(frame.at(&format!("people/{id}"))) { (member.name()) } }
                        p.soft { (member.address().unwrap_or_default()) }
                    }
                    p { (frame.text(role_text(member.access().role))) }
                    p { (state(frame, member)) }
                }
            }
        }
        @if let Some(from) = page.second_factor_from { (second_factor_from(page, from)) }
    };
    frame.document(&title, &content)
}

/// The form for the day from which on everybody needs a second factor.
fn second_factor_from(page: &PeoplePage<'_>, from: &str) -> Markup {
    let frame = &page.frame;
    let field = Field {
        name: "from",
        label: "desk-second-factor-from",
        hint: Some("desk-second-factor-from-hint"),
        kind: FieldKind::Day,
        value: from,
    };
    html! {
        section {
            h2 { (frame.text("desk-second-factor")) }
            form method="post" {
                (field.html(frame, page.wrong))
                p { button.quiet { (frame.text("desk-save")) } }
            }
        }
    }
}

fn state(frame: &DeskFrame<'_>, member: &Member) -> Markup {
    let last = member.sessions(frame.now).next();
    html! {
        @if member.is_suspended() {
            strong { (frame.text("desk-suspended")) }
        } @else if member.password().is_none() {
            (frame.text("desk-invited"))
        } @else {
            @if member.second_factor().is_some() { (frame.text("desk-has-second-factor")) } @else { (frame.text("desk-no-second-factor")) }
            @if let Some(session) = last {
                br;
                span.soft { (frame.text("desk-last-sign-in")) " " (frame.moment(session.began_at)) }
            }
        }
    }
}

/// The content of the page that invites somebody.
pub struct InvitePage<'a> {
    /// The document around it.
    pub frame: DeskFrame<'a>,
    /// The shops that the inviting member sees.
    pub shops: &'a [&'a Shop],
    /// The name and the address as they were typed.
    pub typed: super::welcome::Typed<'a>,
    /// The permissions as they were chosen.
    pub access: &'a Access,
    /// The permissions of the member who invites.
    pub own: &'a Access,
    /// The fields that were wrong.
    pub wrong: &'a [WrongField],
}

/// The page that invites somebody.
#[must_use]
pub fn invite(page: &InvitePage<'_>) -> Document {
    let frame = &page.frame;
    let title = frame.text("desk-invite");
    let field = |name, label, kind, value| Field {
        name,
        label,
        hint: None,
        kind,
        value,
    };
    let name = field("name", "desk-name", FieldKind::Text, page.typed.name);
    let address = Field {
        kind: FieldKind::Text,
        ..field(
            "address",
            "desk-address",
            FieldKind::Text,
            page.typed.address,
        )
    };
    let content = html! {
        div.narrow {
            h1 { (title) }
            p { (frame.text("desk-invite-why")) }
            (summary(frame, page.wrong))
            form method="post" {
                (name.html(frame, page.wrong))
                (address.html(frame, page.wrong))
                (access_fields(frame, page.access, page.own, page.shops))
                p { button { (frame.text("desk-invite-do")) } }
            }
        }
    };
    frame.document(&title, &content)
}

/// The fields of what somebody may do. A choice that the member who chooses could not
/// give is not offered.
pub(super) fn access_fields(
    frame: &DeskFrame<'_>,
    access: &Access,
    own: &Access,
    shops: &[&Shop],
) -> Markup {
    let sees_all = access.shops.is_none();
    html! {
        fieldset {
            legend { (frame.text("desk-role")) }
            @for role in Role::ALL {
                label.choice {
                    input type="radio" name="role" value=(role.name()) checked[access.role == role];
                    span {
                        (frame.text(role_text(role)))
                        span.hint { (frame.text(match role {
                            Role::Owner => "desk-role-owner-hint",
                            Role::Agent => "desk-role-agent-hint",
                            Role::Viewer => "desk-role-viewer-hint",
                        })) }
                    }
                }
            }
        }
        @if own.may_export || own.may_erase {
            fieldset {
                legend { (frame.text("desk-rights")) }
                @if own.may_export {
                    label.choice {
                        input type="checkbox" name="export" value="yes" checked[access.may_export];
                        span { (frame.text("desk-right-export")) }
                    }
                }
                @if own.may_erase {
                    label.choice {
                        input type="checkbox" name="erase" value="yes" checked[access.may_erase];
                        span { (frame.text("desk-right-erase")) }
                    }
                }
            }
        }
        fieldset {
            legend { (frame.text("desk-shops")) }
            @if own.shops.is_none() {
                label.choice {
                    input type="checkbox" name="all-shops" value="yes" checked[sees_all];
                    span { (frame.text("desk-shops-all")) }
                }
            }
            @for shop in shops {
                label.choice {
                    input type="checkbox" name="shop" value=(shop.id)
                        checked[!sees_all && access.sees(&shop.id)];
                    span { (shop.name) }
                }
            }
        }
    }
}

/// The content of a member's page.
pub struct PersonPage<'a> {
    /// The document around it.
    pub frame: DeskFrame<'a>,
    /// The member.
    pub person: &'a Person,
    /// The shops that the member who looks sees.
    pub shops: &'a [&'a Shop],
    /// The permissions of the member who looks; none where it is their own page, or
    /// of somebody mightier: then nothing can be changed.
    pub own: Option<&'a Access>,
    /// The deed before this page.
    pub done: Option<Done>,
    /// The reason why nothing was done.
    pub wrong: Option<Wrong>,
}

/// A member's page.
#[must_use]
pub fn person(page: &PersonPage<'_>) -> Document {
    let frame = &page.frame;
    let (_, member) = page.person;
    let content = html! {
        div.heading {
            h1 { (member.name()) }
            p.soft { (member.address().unwrap_or_default()) }
        }
        (done(frame, page.done))
        @if let Some(wrong) = page.wrong { div.summary role="alert" { p { (frame.text(wrong.text())) } } }
        p { (state(frame, member)) }
        @if let Some(own) = page.own {
            section {
                h2 { (frame.text("desk-access")) }
                form method="post" {
                    (access_fields(frame, member.access(), own, page.shops))
                    p { button name="do" value="access" { (frame.text("desk-save")) } }
                }
            }
            section {
                h2 { (frame.text("desk-sign-in")) }
                @if member.password().is_none() && !member.is_suspended() {
                    (button(("do", "invite"), &frame.text("desk-invite-again"), None))
                }
                @if member.second_factor().is_some() {
                    p { (frame.text("desk-take-second-factor-why")) }
                    (button(("do", "take-second-factor"), &frame.text("desk-take-second-factor"), Some("quiet")))
                }
                @if member.is_suspended() {
                    (button(("do", "reinstate"), &frame.text("desk-reinstate"), None))
                } @else {
                    p { (frame.text("desk-suspend-why")) }
                    (button(("do", "suspend"), &frame.text("desk-suspend"), Some("quiet")))
                }
            }
        } @else {
            p { (frame.text("desk-person-fixed")) }
        }
    };
    frame.document(member.name(), &content)
}

/// The record of what was done, the newest first.
#[must_use]
pub fn record(frame: &DeskFrame<'_>, page: &AuditPage, people: &[Person]) -> Document {
    let title = frame.text("desk-record");
    let name = |id: &MemberId| {
        let found = people.iter().find(|(other, _)| other == id);
        found.map_or_else(
            || frame.text("desk-somebody"),
            |(_, member)| member.name().to_owned(),
        )
    };
    let content = html! {
        h1 { (title) }
        @if page.entries.is_empty() { p { (frame.text("desk-record-empty")) } }
        ol.rows {
            @for entry in &page.entries {
                li {
                    p.soft.when { (frame.moment(entry.at)) }
                    p { (deed(frame, entry, &name)) }
                }
            }
        }
        @if let Some(older) = page.older {
            p { a href=(frame.at(&format!("record?from={older}"))) { (frame.text("desk-older")) } }
        }
    };
    frame.document(&title, &content)
}

/// A deed as a sentence.
fn deed(frame: &DeskFrame<'_>, entry: &AuditEntry, name: &dyn Fn(&MemberId) -> String) -> String {
    let (text, other) = match &entry.action {
        AuditAction::SetUp => ("desk-did-set-up", None),
        AuditAction::Joined => ("desk-did-join", None),
        AuditAction::SignedIn { by } => match by {
            SignInMethod::Password => ("desk-did-sign-in", None),
            SignInMethod::RecoveryCode => ("desk-did-recover", None),
            SignInMethod::Link => ("desk-did-sign-in-by-link", None),
        },
        AuditAction::PasswordSet { forgotten: false } => ("desk-did-password", None),
        AuditAction::PasswordSet { forgotten: true } => ("desk-did-reset", None),
        AuditAction::SecondFactor { on: true } => ("desk-did-second-factor", None),
        AuditAction::SecondFactor { on: false } => ("desk-did-no-second-factor", None),
        AuditAction::SessionsEnded => ("desk-did-end-sessions", None),
        AuditAction::Invited(id) => ("desk-did-invite", Some(name(id))),
        AuditAction::AccessChanged(id) => ("desk-did-access", Some(name(id))),
        AuditAction::Suspended(id) => ("desk-did-suspend", Some(name(id))),
        AuditAction::Reinstated(id) => ("desk-did-reinstate", Some(name(id))),
        AuditAction::SecondFactorTaken(id) => ("desk-did-take-second-factor", Some(name(id))),
        AuditAction::SecondFactorRequired { from: None } => ("desk-did-lift-second-factor", None),
        AuditAction::SecondFactorRequired { from: Some(from) } => (
            "desk-did-require-second-factor",
            Some(format::day(frame.language, *from)),
        ),
        AuditAction::ApiKeyMade { name } => ("desk-did-make-key", Some(name.clone())),
        AuditAction::ApiKeyRevoked { name } => ("desk-did-revoke-key", Some(name.clone())),
        AuditAction::SettingsChanged { shop, .. } => {
            ("desk-did-change-settings", Some(shop.clone()))
        }
    };
    let arguments = [
        ("who", name(&entry.by).into()),
        ("what", other.unwrap_or_default().into()),
    ];
    frame.texts().with(text, arguments).into_owned()
}

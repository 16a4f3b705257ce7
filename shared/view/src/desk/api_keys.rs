//! The keys of the desk's API.

use maud::{Markup, html};
use wismo_domain::shop::Shop;
use wismo_domain::staff::Access;
use wismo_domain::staff::api_key::ApiKey;
use wismo_domain::time::Timestamp;

use super::DeskFrame;
use super::field::{Done, Field, FieldKind, WrongField, button, done, summary};
use super::people::{access_fields, role_text};
use crate::page::Document;

/// A key as it is shown.
pub struct ShownKey<'a> {
    /// Its number.
    pub n: u64,
    /// The key.
    pub key: &'a ApiKey,
    /// The time of its last use.
    pub used_at: Option<Timestamp>,
}

/// The content of the page.
pub struct ApiKeysPage<'a> {
    /// The document around it.
    pub frame: DeskFrame<'a>,
    /// The keys.
    pub keys: &'a [ShownKey<'a>],
    /// The shops that the member sees.
    pub shops: &'a [&'a Shop],
    /// The member's own permissions.
    pub own: &'a Access,
    /// The deed before this page.
    pub done: Option<Done>,
    /// The fields that were wrong.
    pub wrong: &'a [WrongField],
}

/// The page.
#[must_use]
pub fn page(page: &ApiKeysPage<'_>) -> Document {
    let frame = &page.frame;
    let title = frame.text("desk-keys");
    let name = Field {
        name: "name",
        label: "desk-key-name",
        hint: Some("desk-key-name-hint"),
        kind: FieldKind::Text,
        value: "",
    };
    let access = Access {
        shops: page.own.shops.clone(),
        ..Access::default()
    };
    let content = html! {
        h1 { (title) }
        (done(frame, page.done))
        p { (frame.text("desk-keys-why")) }
        (summary(frame, page.wrong))
        ul.rows { @for key in page.keys { (row(frame, key)) } }
        section.narrow {
            h2 { (frame.text("desk-key-make")) }
            form method="post" {
                (name.html(frame, page.wrong))
                (access_fields(frame, &access, page.own, page.shops))
                p { button name="do" value="make" { (frame.text("desk-key-make")) } }
            }
        }
    };
    frame.document(&title, &content)
}

fn row(frame: &DeskFrame<'_>, ShownKey { n, key, used_at }: &ShownKey<'_>) -> Markup {
    let n = n.to_string();
    html! {
        li {
            div {
                p { (key.name) }
                p.soft { (frame.text("desk-key-made")) " " (frame.moment(key.made_at)) }
            }
            p { (frame.text(role_text(key.access.role))) }
            p {
                @match used_at {
                    Some(at) => { (frame.text("desk-key-used")) " " (frame.moment(*at)) }
                    None => { (frame.text("desk-key-unused")) }
                }
            }
            (button(("revoke", &n), &frame.text("desk-key-revoke"), Some("quiet")))
        }
    }
}

/// The page that shows a new key, once.
#[must_use]
pub fn made(frame: &DeskFrame<'_>, key: &str) -> Document {
    let title = frame.text("desk-key-new");
    let content = html! {
        div.narrow {
            h1 { (title) }
            p { (frame.text("desk-key-new-why")) }
            p.secret { code { (key) } }
            p { a href=(frame.at("keys")) { (frame.text("desk-key-kept")) } }
        }
    };
    frame.document(&title, &content)
}

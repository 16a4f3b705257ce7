//! Taking a status off the list: what that leads to, and its successor where rules name it.

use maud::{Markup, html};
use wismo_domain::changes::ChangeKind;
use wismo_domain::order::Status;
use wismo_domain::shop::Shop;

use super::NotSaved;
use super::status::VERSION;
use crate::desk::field::{WrongField, carried, summary};
use crate::desk::orders::status_name;
use crate::desk::{DeskFrame, path};
use crate::page::Document;

/// The name of the field for the successor.
pub const SUCCESSOR: &str = "successor";

/// The content of the page.
pub struct RemovalPage<'a> {
    /// The document around it.
    pub frame: DeskFrame<'a>,
    /// The shop.
    pub shop: &'a Shop,
    /// The status.
    pub status: &'a Status,
    /// The kinds of change whose rules are for orders of this status.
    pub rules: &'a [ChangeKind],
    /// The statuses that may succeed it.
    pub successors: &'a [Status],
    /// True if a template is named after it.
    pub has_template: bool,
    /// The version of the settings that is in force.
    pub version: u64,
    /// The fields that were wrong.
    pub wrong: &'a [WrongField],
    /// The reason why nothing was done.
    pub not_saved: Option<NotSaved>,
}

/// The page.
#[must_use]
pub fn page(page: &RemovalPage<'_>) -> Document {
    let frame = &page.frame;
    let name = status_name(frame, page.status);
    let title = frame.texts();
    let title = title.with("desk-settings-delete-title", [("status", name.into())]);
    let version = page.version.to_string();
    let statuses = frame.at(&path::statuses(&page.shop.id));
    let content = html! {
        div.narrow {
            p { a href=(statuses) { (frame.text("desk-settings-statuses")) } }
            h1 { (title) }
            @if let Some(not_saved) = page.not_saved { (not_saved.html(frame)) }
            (summary(frame, page.wrong))
            p { (frame.text("desk-settings-delete-orders")) }
            @if page.has_template { p { (frame.text("desk-settings-delete-template")) } }
            form method="post" {
                (carried([(VERSION, version.as_str())]))
                @if !page.rules.is_empty() { (successor(page)) }
                p { button { (frame.text("desk-settings-delete-do")) } }
            }
            p { a href=(statuses) { (frame.text("desk-cancel")) } }
        }
    };
    frame.document(&title, &content)
}

/// The rules that name the status, and the choice of whom they are for from then on.
fn successor(page: &RemovalPage<'_>) -> Markup {
    let frame = &page.frame;
    let wrong = page.wrong.iter().find(|wrong| wrong.field == SUCCESSOR);
    html! {
        p { (frame.text("desk-settings-delete-rules")) }
        ul { @for kind in page.rules { li { code { (kind.name()) } } } }
        div.field {
            label for=(SUCCESSOR) { (frame.text("desk-settings-successor")) }
            @if let Some(wrong) = wrong { p.error id="successor-error" { (frame.text(wrong.why.text())) } }
            select id=(SUCCESSOR) name=(SUCCESSOR) required
                aria-invalid=[wrong.map(|_| "true")]
                aria-describedby=[wrong.map(|_| "successor-error")] {
                option value="" {}
                @for status in page.successors {
                    option value=(status.code) { (status_name(frame, status)) }
                }
            }
        }
    }
}

//! The list of a shop's statuses: those that the settings name, the built-in ones, and those
//! that nobody has named.

use maud::{Markup, html};
use wismo_domain::order::{BUILT_IN, Status};
use wismo_domain::settings::{Beside, Settings, StatusRule};
use wismo_domain::shop::Shop;

use super::NotSaved;
use super::status::{VERSION, stage_text, telling_text};
use crate::desk::field::{Done, carried, done};
use crate::desk::orders::filter::OrdersFilter;
use crate::desk::{DeskFrame, path};
use crate::page::Document;
use crate::texts::Language;
use crate::words::{self, Goods};

/// The name of the field that says which status is moved.
pub const CODE: &str = "code";

/// The content of the page.
pub struct StatusesPage<'a> {
    /// The document around it.
    pub frame: DeskFrame<'a>,
    /// The shop.
    pub shop: &'a Shop,
    /// The settings.
    pub settings: &'a Settings,
    /// Their version.
    pub version: u64,
    /// The statuses that the settings name, as the merchant reads them, in their order.
    pub named: &'a [Status],
    /// The statuses that orders were seen with and nobody has named.
    pub unnamed: &'a [Status],
    /// The codes that a template is named after.
    pub with_template: &'a [&'a str],
    /// The deed before this page.
    pub done: Option<Done>,
    /// The reason why nothing was done.
    pub not_saved: Option<NotSaved>,
}

/// The word for a place beside a status, in forms.
#[must_use]
pub const fn beside_word(beside: Beside) -> &'static str {
    match beside {
        Beside::Before => "before",
        Beside::Behind => "behind",
    }
}

/// The page.
#[must_use]
pub fn page(page: &StatusesPage<'_>) -> Document {
    let frame = &page.frame;
    let title = frame.text("desk-settings-statuses");
    let new = format!("{}/new", path::statuses(&page.shop.id));
    let content = html! {
        p { a href=(frame.at("settings")) { (frame.text("desk-settings")) } }
        div.heading {
            h1 { (title) }
            p.soft { (page.shop.name) }
        }
        (done(frame, page.done))
        @if let Some(not_saved) = page.not_saved { (not_saved.html(frame)) }
        p { (frame.text("desk-settings-statuses-why")) }
        p { a.button href=(frame.at(&new)) { (frame.text("desk-settings-status-add")) } }
        @if page.settings.statuses.is_empty() { p { (frame.text("desk-settings-statuses-none")) } }
        ol.rows {
            @for (place, (rule, status)) in page.settings.statuses.iter().zip(page.named).enumerate() {
                (named(page, place, rule, status))
            }
        }
        section {
            h2 { (frame.text("desk-settings-unnamed")) }
            p { (frame.text("desk-settings-unnamed-why")) }
            @if page.unnamed.is_empty() { p.soft { (frame.text("desk-settings-unnamed-none")) } }
            ul.rows {
                @for status in page.unnamed { (unnamed(page, status)) }
            }
        }
        section {
            h2 { (frame.text("desk-settings-built-in")) }
            p { (frame.text("desk-settings-built-in-why")) }
            ul.rows {
                @for (code, stage) in BUILT_IN {
                    li {
                        (heading(frame, &Status::new(code, stage)))
                        p { (frame.text("desk-settings-locked")) }
                        (orders(page, code))
                    }
                }
            }
        }
    };
    frame.document(&title, &content)
}

/// The words for a status, and its code.
fn heading(frame: &DeskFrame<'_>, status: &Status) -> Markup {
    html! {
        div {
            p { bdi { (words::status(frame.texts(), Goods::Shipped, status)) } }
            p.soft { bdi { (status.code) } }
        }
    }
}

/// The link to the orders that stand at a status.
fn orders(page: &StatusesPage<'_>, code: &str) -> Markup {
    let filter = OrdersFilter {
        shop: Some(page.shop.id.clone()),
        status: Some(code.to_owned()),
        ..OrdersFilter::default()
    };
    let frame = &page.frame;
    html! { p { a href=(frame.at(&filter.path(None))) { (frame.text("desk-settings-orders")) } } }
}

fn named(page: &StatusesPage<'_>, place: usize, rule: &StatusRule, status: &Status) -> Markup {
    let frame = &page.frame;
    let at = path::status(&page.shop.id, &rule.code);
    let by_name = page.with_template.contains(&rule.code.as_str());
    html! {
        li {
            div {
                (heading(frame, status))
                @for (tag, words) in &rule.labels {
                    p.soft { (language(tag)) ": " bdi { (words) } }
                }
            }
            div {
                p { (stage_text(frame, rule.stage)) }
                p.soft { (telling_text(frame, rule.notify)) }
                @if let Some(template) = &rule.template {
                    p.soft { (frame.text("desk-settings-template")) ": " (template) }
                } @else if by_name {
                    p.soft { (frame.text("desk-settings-template")) ": " bdi { "status:" (rule.code) } }
                }
            }
            (orders(page, &rule.code))
            div.deeds {
                @if place > 0 { (mover(page, rule, status, Beside::Before)) }
                @if place + 1 < page.named.len() { (mover(page, rule, status, Beside::Behind)) }
                p.aside { a href=(frame.at(&at)) { (frame.text("desk-settings-edit")) } }
                p.aside { a href=(frame.at(&format!("{at}/delete"))) { (frame.text("desk-settings-delete")) } }
            }
        }
    }
}

/// The name of a language, as its speakers write it, or its tag.
fn language(tag: &str) -> &str {
    match Language::known(tag) {
        Some(language) => language.own_name(),
        None => tag,
    }
}

/// The form that moves a status by one place.
fn mover(page: &StatusesPage<'_>, rule: &StatusRule, status: &Status, to: Beside) -> Markup {
    let frame = &page.frame;
    let words = words::status(frame.texts(), Goods::Shipped, status);
    let text = match to {
        Beside::Before => "desk-settings-up",
        Beside::Behind => "desk-settings-down",
    };
    let arrow = match to {
        Beside::Before => "↑",
        Beside::Behind => "↓",
    };
    let version = page.version.to_string();
    html! {
        form.inline method="post" action=(frame.at(&path::statuses(&page.shop.id))) {
            (carried([(VERSION, version.as_str()), (CODE, rule.code.as_str())]))
            button.quiet name="do" value=(beside_word(to))
                aria-label=(frame.texts().with(text, [("status", words.into())])) { (arrow) }
        }
    }
}

fn unnamed(page: &StatusesPage<'_>, status: &Status) -> Markup {
    let frame = &page.frame;
    let statuses = path::statuses(&page.shop.id);
    let new = format!("{statuses}/new?code={}", path::encoded(&status.code));
    html! {
        li {
            (heading(frame, status))
            p { (words::stage(frame.texts(), Goods::Shipped, status.stage)) }
            (orders(page, &status.code))
            p { a.button.quiet href=(frame.at(&new)) { (frame.text("desk-settings-name-it")) } }
        }
    }
}

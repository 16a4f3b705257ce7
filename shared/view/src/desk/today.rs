//! The open tasks.

use maud::{Markup, html};
use wismo_domain::shop::Shop;
use wismo_domain::storage::index::{ListedOrder, TaskReason};

use super::DeskFrame;
use super::field::{Done, button, done};
use crate::page::Document;

/// A task of a shop.
pub struct Task<'a> {
    /// The shop.
    pub shop: &'a Shop,
    /// The number by which it is ended.
    pub n: u64,
    /// The order, and why.
    pub entry: ListedOrder,
}

/// The content of the page.
pub struct TodayPage<'a> {
    /// The document around it.
    pub frame: DeskFrame<'a>,
    /// The tasks.
    pub tasks: &'a [Task<'a>],
    /// True if there are more.
    pub has_more: bool,
    /// True if mails are not sent for now, as the provider does not take them.
    pub is_paused: bool,
    /// True if the member may end tasks.
    pub may_act: bool,
    /// The deed before this page.
    pub done: Option<Done>,
}

/// The page.
#[must_use]
pub fn page(page: &TodayPage<'_>) -> Document {
    let frame = &page.frame;
    let title = frame.text("desk-today");
    let content = html! {
        h1 { (title) }
        (done(frame, page.done))
        @if page.is_paused {
            div.summary role="alert" { p { (frame.text("desk-paused")) } }
        }
        @if page.tasks.is_empty() {
            p { (frame.text("desk-nothing-to-do")) }
        } @else {
            ul.rows { @for task in page.tasks { (row(page, task)) } }
        }
        @if page.has_more { p { (frame.text("desk-more-tasks")) } }
    };
    frame.document(&title, &content)
}

fn row(page: &TodayPage<'_>, task: &Task<'_>) -> Markup {
    let frame = &page.frame;
    let end = format!("{}/{}", task.shop.id, task.n);
    html! {
        li {
            div {
                p { (task.entry.order) }
                p.soft { (task.shop.name) " – " (frame.moment(task.entry.at)) }
            }
            p { (frame.text(reason(task.entry.why))) }
            @if page.may_act {
                (button(("end", &end), &frame.text("desk-task-done"), Some("quiet")))
            }
        }
    }
}

/// The text id of the reason of a task.
pub(super) const fn reason(why: Option<TaskReason>) -> &'static str {
    match why {
        Some(TaskReason::NotSent) => "desk-task-not-sent",
        Some(TaskReason::BadAddress) => "desk-task-bad-address",
        Some(TaskReason::ManyLinksAskedFor) => "desk-task-many-links",
        Some(TaskReason::Bounced) => "desk-task-bounced",
        Some(TaskReason::Suppressed) => "desk-task-suppressed",
        Some(TaskReason::Rejected) => "desk-task-rejected",
        Some(TaskReason::Complained) => "desk-task-complained",
        None => "desk-task",
    }
}

//! The open tasks.

use maud::{Markup, html};
use wismo_domain::search::OrderRecord;
use wismo_domain::shop::Shop;
use wismo_domain::staff::Author;
use wismo_domain::staff::MemberId;
use wismo_domain::tasks::{OpenTask, TaskReason};

use super::field::{Done, carried, done};
use super::order::OrderAction;
use super::{DeskFrame, path};
use crate::page::Document;

/// A task of a shop.
pub struct ShopTask<'a> {
    /// The shop.
    pub shop: &'a Shop,
    /// The task, and who has it.
    pub open: OpenTask,
    /// The order that it is about, if it is about one.
    pub order: Option<OrderRecord>,
}

/// The members to whom a task of a shop may be handed.
pub type Hands<'a> = dyn Fn(&Shop) -> Vec<Author> + 'a;

/// The content of the page.
pub struct TodayPage<'a> {
    /// The document around it.
    pub frame: DeskFrame<'a>,
    /// The id of the member who looks.
    pub me: &'a MemberId,
    /// The tasks.
    pub tasks: &'a [ShopTask<'a>],
    /// True if only the member's own tasks are asked for.
    pub is_mine: bool,
    /// The place where this page begins; none on the first.
    pub from: Option<&'a str>,
    /// The place where the next page begins.
    pub next: Option<&'a str>,
    /// True if mails are not sent for now, as the provider does not take them.
    pub is_paused: bool,
    /// The members to whom tasks of a shop may be handed; none if the member may not act.
    pub hands: Option<&'a Hands<'a>>,
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
        (choice(page))
        @if page.tasks.is_empty() {
            p { (frame.text(none(page))) }
        } @else {
            @if page.from.is_none() && page.next.is_none() {
                p.soft { (frame.texts().with("desk-task-count", [("count", page.tasks.len().into())])) }
            }
            ul.rows { @for task in page.tasks { (row(page, task)) } }
        }
        @if let Some(next) = page.next {
            p {
                @let mine = if page.is_mine { "mine=yes&" } else { "" };
                a rel="next" href=(frame.at(&format!("?{mine}from={next}"))) { (frame.text("desk-more-tasks")) }
            }
        }
    };
    frame.document(&title, &content)
}

const fn none(page: &TodayPage<'_>) -> &'static str {
    match (page.is_mine, page.from.is_none() && page.next.is_none()) {
        (true, true) => "desk-customers-task-none-mine",
        (false, true) => "desk-nothing-to-do",
        (_, false) => "desk-none-further",
    }
}

/// The choice between everybody's tasks and one's own.
fn choice(page: &TodayPage<'_>) -> Markup {
    let frame = &page.frame;
    let link = |is_mine: bool, path: &str, text: &str| {
        html! {
            a href=(frame.at(path)) aria-current=[(page.is_mine == is_mine).then_some("true")] {
                (frame.text(text))
            }
        }
    };
    html! {
        p.filter {
            (link(false, "", "desk-customers-task-all"))
            (link(true, "?mine=yes", "desk-customers-task-mine"))
        }
    }
}

fn row(page: &TodayPage<'_>, task: &ShopTask<'_>) -> Markup {
    let frame = &page.frame;
    let entry = &task.open.task;
    let name = format!("{}/{}", task.shop.id, task.open.n);
    let shop = task.shop.id.as_str();
    let record = task.order.as_ref();
    let urgency = record.and_then(|record| record.urgency.as_ref());
    let urgency = urgency.filter(|_| entry.why == Some(TaskReason::Urgent));
    let (title, path) = match (&entry.order, &entry.person) {
        (Some(id), _) => {
            let number = record.map(|record| record.order.display_number().to_owned());
            let path = frame.at(&path::order(shop, id));
            (number.unwrap_or_else(|| id.clone()), path)
        }
        (None, Some(person)) => {
            let person = person.to_string();
            let path = frame.at(&path::customer(shop, &person));
            (frame.text("desk-customers-task-customer"), path)
        }
        (None, None) => (
            task.shop.name.clone(),
            frame.at(&format!("orders?shop={shop}")),
        ),
    };
    html! {
        li {
            div {
                p {
                    a href=(path) { bdi { (title) } }
                    @if let Some(name) = record.and_then(|record| record.order.customer.name.as_deref()) {
                        " " bdi { (name) }
                    }
                }
                p.soft { (task.shop.name) " – " (frame.moment(entry.at)) }
            }
            div {
                p { (frame.text(reason(entry.why))) }
                @if let Some(urgency) = urgency { p { bdi { (urgency.reason) } } }
                (owner(page, task))
            }
            @if let Some(hands) = page.hands {
                div.deeds {
                    @if let Some((step, text)) = entry.why.and_then(next_step) && let Some(id) = &entry.order {
                        a.button href={ (frame.at(&path::order(shop, id))) "/" (step) } { (frame.text(text)) }
                    }
                    (deeds(page, task, &name, &hands(task.shop)))
                }
            }
        }
    }
}

fn owner(page: &TodayPage<'_>, task: &ShopTask<'_>) -> Markup {
    let frame = &page.frame;
    let Some(owner) = &task.open.owner else {
        return html! {};
    };
    let name = owner.member.name.as_str();
    html! {
        p.soft {
            @if owner.member.id == *page.me {
                (frame.text("desk-customers-task-yours"))
            } @else {
                (frame.texts().with("desk-customers-task-owner", [("name", name.into())]))
            }
        }
    }
}

/// The forms by which a task is taken, handed on and ended.
fn deeds(page: &TodayPage<'_>, task: &ShopTask<'_>, name: &str, hands: &[Author]) -> Markup {
    let frame = &page.frame;
    let owner = task.open.owner.as_ref();
    let after = owner.map_or(0, |owner| owner.by).to_string();
    let is_own = owner.is_some_and(|owner| owner.member.id == *page.me);
    let select = format!("to-{}", name.replace('/', "-"));
    let others = hands
        .iter()
        .filter(|hand| owner.is_none_or(|owner| owner.member.id != hand.id) && hand.id != *page.me);
    let others: Vec<&Author> = others.collect();
    let mine = page.is_mine.then_some(("mine", "yes"));
    let from = page.from.map(|from| ("from", from));
    let here = || mine.into_iter().chain(from);
    html! {
        @if !is_own {
            form.inline method="post" {
                (carried([("after", after.as_str())].into_iter().chain(here())))
                button name="take" value=(name) { (frame.text("desk-customers-task-take")) }
            }
        }
        @if !others.is_empty() {
            details {
                summary { (frame.text("desk-customers-task-hand")) }
                form method="post" {
                    (carried([("after", after.as_str())].into_iter().chain(here())))
                    div.field {
                        label for=(select) { (frame.text("desk-customers-task-hand-to")) }
                        select id=(select) name="to" {
                            @for hand in &others { option value=(hand.id) { (hand.name) } }
                        }
                    }
                    p { button.quiet name="hand" value=(name) { (frame.text("desk-customers-task-hand-do")) } }
                }
            }
        }
        form.inline method="post" {
            (carried(here()))
            button.quiet name="end" value=(name) { (frame.text("desk-task-done")) }
        }
    }
}

/// The page of an order on which its task is seen to, and the text id of what is done there.
const fn next_step(why: TaskReason) -> Option<(&'static str, &'static str)> {
    let action = match why {
        TaskReason::NotSent
        | TaskReason::BadAddress
        | TaskReason::Bounced
        | TaskReason::Suppressed
        | TaskReason::Rejected
        | TaskReason::Complained => return Some(("mail", "desk-order-write")),
        TaskReason::Held => OrderAction::Hold,
        TaskReason::Overdue => OrderAction::Promise,
        TaskReason::ManyLinksAskedFor => OrderAction::Links,
        // Whatever is next is seen on the page that its title leads to.
        TaskReason::Urgent
        | TaskReason::WatchListed
        | TaskReason::Mentioned
        | TaskReason::HooksSilent => return None,
    };
    Some((action.path(), action.text(true)))
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
        Some(TaskReason::Urgent) => "desk-customers-task-urgent",
        Some(TaskReason::Held) => "desk-customers-task-held",
        Some(TaskReason::WatchListed) => "desk-customers-task-watch",
        Some(TaskReason::Mentioned) => "desk-customers-task-mentioned",
        Some(TaskReason::Overdue) => "desk-customers-task-overdue",
        Some(TaskReason::HooksSilent) => "desk-customers-task-silent",
        None => "desk-task",
    }
}

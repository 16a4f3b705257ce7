//! The page that says beforehand what would change, and whom that mails.

use maud::{Markup, html};
use wismo_domain::reports::forecast::Forecast;
use wismo_domain::reports::rehearsal::RehearsedNotice;

use super::DecidePage;
use crate::desk::DeskFrame;
use crate::desk::field::carried;
use crate::desk::order::change_line::change_line;
use crate::desk::order::{OrderAction, back, change_nothing, outcome, removed};
use crate::page::Document;
use crate::words;

/// The page that says what would happen, and asks whether to do it.
#[must_use]
pub fn confirm(page: &DecidePage<'_>, forecast: &Forecast) -> Document {
    let frame = &page.frame;
    let is_mailed = forecast
        .notices
        .iter()
        .any(|notice| notice.skipped.is_none());
    let is_told = is_mailed || forecast.held;
    let is_idle = page.is_idle(forecast);
    let carried_on = page
        .fields
        .iter()
        .filter(|(name, _)| *name != "do")
        .copied();
    let content = html! {
        div.narrow {
            (back(frame, page.shop, page.order))
            h1 { (page.title()) }
            (removed(frame, page.is_removed))
            @if page.is_more_than_left && !is_idle {
                p.banner { (frame.text("desk-order-refund-more-than-left")) }
            }
            @match page.action {
                OrderAction::Document => (would_add(page)),
                OrderAction::Tracking | OrderAction::Status | OrderAction::Promise
                | OrderAction::Return | OrderAction::Refund | OrderAction::Cancel
                | OrderAction::Print | OrderAction::Urgent | OrderAction::Hold
                | OrderAction::Drop | OrderAction::Links => (would_change(page, forecast)),
            }
            @if !is_idle { (would_mail(page, forecast)) }
            @if is_overwritten(page.action) && !is_idle {
                p.soft { (frame.text("desk-order-overwritten")) }
            }
            form method="post" {
                (carried(carried_on))
                p.buttons {
                    @if is_idle {
                    } @else if is_told {
                        button name="do" value="tell" { (frame.text("desk-order-do-and-tell")) } " "
                        button.quiet name="do" value="quiet" { (frame.text("desk-order-do-quietly")) } " "
                    } @else {
                        button name="do" value="tell" { (frame.text("desk-order-do")) } " "
                    }
                    (change_nothing(frame, page.shop, page.order))
                }
            }
        }
    };
    frame.document(&page.title(), &content)
}

impl DecidePage<'_> {
    /// Tells whether the action would leave all as it is, whatever waits to be mailed already.
    /// Another status of the same meaning is no change for the customer, but one for the
    /// merchant.
    #[must_use]
    pub fn is_idle(&self, forecast: &Forecast) -> bool {
        let is_other = match self.action {
            OrderAction::Document => true,
            OrderAction::Status => self.typed("status") != self.order.status.code,
            OrderAction::Tracking
            | OrderAction::Promise
            | OrderAction::Return
            | OrderAction::Refund
            | OrderAction::Cancel
            | OrderAction::Print
            | OrderAction::Urgent
            | OrderAction::Hold
            | OrderAction::Drop
            | OrderAction::Links => false,
        };
        forecast.changes.is_empty() && !is_other
    }
}

/// Tells whether the shop's next word may say otherwise.
const fn is_overwritten(action: OrderAction) -> bool {
    matches!(
        action,
        OrderAction::Status | OrderAction::Cancel | OrderAction::Promise
    )
}

/// The document that would be added, and whether the customer sees it.
fn would_add(page: &DecidePage<'_>) -> Markup {
    let frame = &page.frame;
    let shown = match page.is_on {
        true => "desk-order-document-shown",
        false => "desk-order-document-hidden",
    };
    html! {
        @if let Some(file) = page.file { p { strong { bdi { (file.name) } } } }
        p { (frame.text(shown)) }
    }
}

fn would_change(page: &DecidePage<'_>, forecast: &Forecast) -> Markup {
    let frame = &page.frame;
    let changes = forecast.changes.iter();
    let changes =
        changes.map(|change| (change, words::change(frame.texts(), change, page.order, 5)));
    let changes: Vec<_> = changes.filter(|(_, text)| !text.what.is_empty()).collect();
    html! {
        @if page.action == OrderAction::Refund && page.is_idle(forecast) {
            p { (frame.text("desk-order-refund-known")) }
        } @else if changes.is_empty() {
            p { (frame.text("desk-order-no-change")) }
        } @else {
            ul {
                @for (said, text) in &changes {
                    li {
                        (change_line(frame, said, text))
                        @for item in &text.items { br; bdi { (item.name) } @if let Some(now) = &item.now { ": " bdi { (now) } } }
                    }
                }
            }
        }
    }
}

fn would_mail(page: &DecidePage<'_>, forecast: &Forecast) -> Markup {
    let frame = &page.frame;
    html! {
        @if forecast.held { p { (frame.text("desk-order-would-wait")) } }
        @for notice in &forecast.notices { (notice_line(frame, notice)) }
        @if forecast.notices.is_empty() && !forecast.held { p { (frame.text("desk-order-would-mail-nobody")) } }
    }
}

fn notice_line(frame: &DeskFrame<'_>, notice: &RehearsedNotice) -> Markup {
    let to: Vec<&str> = notice.to.iter().map(|to| to.address.as_str()).collect();
    html! {
        @match notice.skipped {
            Some(skip) => p { (frame.text("desk-order-not-mailed")) " " (frame.text(outcome::skip(skip))) },
            None => p {
                (frame.text("desk-order-would-mail")) " " strong { bdi { (to.join(", ")) } }
                @if let Some(template) = &notice.template {
                    " – " (frame.texts().with("desk-order-with-template", [("template", template.as_str().into())]))
                }
                @if notice.at > frame.now { " – " (frame.moment(notice.at)) }
            },
        }
    }
}

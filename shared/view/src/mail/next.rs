//! The sentences about what happens next, below the heading.

use maud::{Markup, html};
use wismo_domain::changes::{Change, Promise};
use wismo_domain::order::{Amount, DateSource, DocumentKind, Order, Stage};
use wismo_domain::time::Date;

use super::clean;
use super::headline::{Says, can_be_tracked, says};
use super::localizer::{MailLocalizer, NAME};
use super::plain::Plain;
use super::readers::Readers;
use super::style;
use crate::format;
use crate::words::{self, Goods};

/// A sentence or two about what happens next.
pub(super) struct Next {
    text: String,
    /// The address that it ends with, line by line.
    place: Vec<String>,
}

impl Next {
    pub(super) fn of(localizer: &MailLocalizer<'_>, changes: &[&Change]) -> Self {
        let order = localizer.context.order;
        let id = id(localizer, changes);
        let said = |text| Self {
            text,
            place: Vec::new(),
        };
        let and = |more: Option<String>| {
            let text = localizer.get(id);
            said(match more {
                Some(more) => format!("{text} {more}"),
                None => text,
            })
        };
        match id {
            "mail-next-ready-to-collect" => {
                let place = place(localizer);
                if place.is_empty() {
                    return said(localizer.get(id));
                }
                Self {
                    text: localizer.get("mail-next-ready-to-collect-at"),
                    place,
                }
            }
            "mail-next-awaiting-payment" => and(due(localizer)),
            "mail-next-part-delivered" | "mail-next-part-ready" => and(rest(localizer)),
            "mail-next-cancelled" | "mail-next-cancelled-unshipped" => {
                let is_told = order.is_paid_back();
                and(is_told.then(|| localizer.get("mail-next-refunded")))
            }
            "mail-next-credited" => said(match localizer.money(credited(order, changes)) {
                Some(amount) => localizer.with("mail-next-credited-amount", "amount", amount),
                None => localizer.get(id),
            }),
            _ => said(localizer.get(id)),
        }
    }

    /// Says it in one line.
    pub(super) fn whole(&self) -> String {
        if self.place.is_empty() {
            return self.text.clone();
        }
        format!("{} {}", self.text, self.place.join(", "))
    }
}

pub(super) fn html(next: &Next) -> Markup {
    html! {
        p.w-text style=(style::PARAGRAPH) {
            (next.text)
            @for line in &next.place { br; (line) }
        }
    }
}

pub(super) fn text(next: &Next, plain: &mut Plain) {
    plain.paragraph(&next.text);
    for line in &next.place {
        plain.bare(line);
    }
}

/// The place to collect from, for readers to whom the page shows it: whoever follows a
/// link to share does not see an address, and all who read a mail read the same.
fn place(localizer: &MailLocalizer<'_>) -> Vec<String> {
    let context = localizer.context;
    let is_theirs = Readers::of(context) == Readers::Customer && !context.hides_addresses;
    if !is_theirs || context.page_url.is_none() {
        return Vec::new();
    }
    let lines = words::collected_from(localizer.texts.language, context.order).into_iter();
    let lines = lines.map(|line| clean::line(&line, NAME));
    lines.filter(|line| !line.is_empty()).collect()
}

/// The day by which the order is to be paid, if prices are shown.
fn due(localizer: &MailLocalizer<'_>) -> Option<String> {
    let day = words::due_on(localizer.context.order).filter(|_| !localizer.context.hides_prices)?;
    Some(format!("{}.", words::due(localizer.texts, day)))
}

/// The day on which the rest is expected, if all of it is expected on one day that is
/// still to come. A day when stock reaches the shop is not the day when it reaches
/// the customer.
fn rest(localizer: &MailLocalizer<'_>) -> Option<String> {
    let order = localizer.context.order;
    let lines = order.lines.iter();
    let mut days =
        lines
            .filter(|line| order.is_waiting_for(line))
            .map(|line| match line.expected_by {
                Some(DateSource::PurchaseOrder) => None,
                None | Some(DateSource::Item | DateSource::SalesOrder) => line.expected_on,
            });
    let day = match order.lines.is_empty() {
        true => order.expected_on,
        false => days.next().flatten(),
    };
    let is_to_come = |day: &Date| *day >= localizer.today;
    let day = day.filter(is_to_come)?;
    let is_same = days.all(|other| other == Some(day));
    let day = format::day(localizer.texts.language, day);
    is_same.then(|| localizer.with("mail-rest-expected", "day", day))
}

/// The sum of the new credit notes, if the shop told the amount of each.
fn credited(order: &Order, changes: &[&Change]) -> Option<Amount> {
    let mut sum = None;
    for change in changes {
        let Change::Credited { document, .. } = change else {
            continue;
        };
        let number = document.as_deref()?;
        let mut notes = order.documents_of(DocumentKind::CreditNote);
        let note = notes.find(|note| note.display_number() == number);
        let Amount(total) = note?.total?;
        let Amount(before) = sum.unwrap_or_default();
        sum = Some(Amount(before.checked_add(total)?));
    }
    sum
}

/// The id of the text about what happens next. A mail that does not lead to a page does
/// not speak of one.
fn id(localizer: &MailLocalizer<'_>, changes: &[&Change]) -> &'static str {
    let next = follows(localizer.context.order, changes);
    match next {
        _ if localizer.context.page_url.is_some() => next,
        "mail-next-received"
        | "mail-next-preparing"
        | "mail-next-preparing-collect"
        | "mail-next-part-delivered"
        | "mail-next-expected"
        | "mail-next-later"
        | "mail-next-later-open"
        | "mail-next-back-in-stock"
        | "mail-next-picked"
        | "mail-next-packing-slip"
        | "mail-next-other" => "mail-next-no-page",
        _ => next,
    }
}

/// The id of the text about what follows: from where the order stands, if the heading
/// says that or nothing more comes; else from the most telling change.
fn follows(order: &Order, changes: &[&Change]) -> &'static str {
    let (goods, at) = (Goods::of(order), order.standing());
    let Some(change) = changes.first() else {
        return stage(goods, at);
    };
    if at == Stage::Cancelled || says(order, change, changes) == Says::Standing {
        return stage(goods, at);
    }
    match change {
        Change::LinesCancelled { .. } => {
            let mut lines = order.lines.iter();
            match lines.any(|line| order.is_waiting_for(line)) {
                true => "mail-next-lines-cancelled",
                false => "mail-next-lines-cancelled-over",
            }
        }
        Change::DeliveryCorrected { .. } => "mail-next-corrected",
        Change::TrackingEntered { .. } if can_be_tracked(order) => "mail-next-tracking",
        Change::Delivered { .. } => stage(goods, Stage::Sent),
        Change::PartDelivered { .. } => stage(goods, Stage::PartDelivered),
        Change::ExpectedDateChanged { lines } => later(lines),
        Change::BackInStock { .. } => "mail-next-back-in-stock",
        Change::Refunded { .. } => "mail-next-refunded",
        Change::Returned { .. } => "mail-next-returned",
        Change::Credited { .. } => "mail-next-credited",
        Change::Invoiced { .. } | Change::TrackingEntered { .. } => "mail-next-other",
        Change::Picked => "mail-next-picked",
        Change::PackingSlipPrinted => "mail-next-packing-slip",
        Change::Placed
        | Change::StatusChanged { .. }
        | Change::Cancelled { .. }
        | Change::OutOfStock { .. }
        | Change::Removed
        | Change::Restored => stage(goods, at),
    }
}

/// The id of the text about new days. A customer who has to wait longer is owed an apology.
fn later(lines: &[Promise]) -> &'static str {
    let is_later =
        |line: &Promise| line.from.is_some() && (line.to.is_none() || line.to > line.from);
    if !lines.iter().any(is_later) {
        "mail-next-expected"
    } else if lines.iter().all(|line| line.to.is_none()) {
        "mail-next-later-open"
    } else {
        "mail-next-later"
    }
}

fn stage(goods: Goods, stage: Stage) -> &'static str {
    match goods.stage(stage) {
        Stage::AwaitingPayment => "mail-next-awaiting-payment",
        Stage::PaymentFailed => "mail-next-payment-failed",
        Stage::Received => "mail-next-received",
        Stage::Preparing => match goods {
            Goods::Shipped | Goods::Unshipped => "mail-next-preparing",
            Goods::Collected => "mail-next-preparing-collect",
        },
        Stage::OnHold => "mail-next-on-hold",
        Stage::PartDelivered => match goods {
            Goods::Shipped => "mail-next-part-delivered",
            Goods::Collected => "mail-next-part-ready",
            Goods::Unshipped => "mail-next-preparing",
        },
        Stage::Sent => "mail-next-sent",
        Stage::Delivered | Stage::Collected => "mail-next-delivered",
        Stage::Completed => "mail-next-completed",
        Stage::ReadyToCollect => "mail-next-ready-to-collect",
        Stage::Cancelled if goods.is_shipped() => "mail-next-cancelled",
        Stage::Cancelled => "mail-next-cancelled-unshipped",
        Stage::Refunded => "mail-next-refunded",
        Stage::Draft | Stage::Other => "mail-next-other",
    }
}

#[cfg(test)]
mod tests;

//! The most telling of a mail's changes, in a sentence.

use wismo_domain::changes::{Change, Moved, Promise};
use wismo_domain::order::{DateSource, Line, Order, Quantity, Stage, Status};

pub(super) use wismo_domain::changes::importance::{importance, is_over};

use super::clean;
use super::localizer::{MailLocalizer, NAME, SHORT};
use crate::words::{self, Goods};
use crate::{carriers, format};

/// The sentence for the first of these changes, without a full stop: the change itself,
/// or where the order stands now, by the table of [`says`].
pub(super) fn heading(localizer: &MailLocalizer<'_>, changes: &[&Change]) -> String {
    let at = localizer.context.order.standing();
    let Some(change) = changes.first() else {
        // A mail sent by hand need not tell any news, whatever it says.
        return localizer.get("mail-heading-message");
    };
    match says(localizer.context.order, change, changes) {
        Says::Standing => standing(localizer, at),
        Says::Change => sentence(localizer, change, changes),
    }
}

/// The first thing that a mail says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// The order's standing.
    Standing,
    /// The change.
    Change,
}

/// Decides what a mail says first. The change that means most ([`importance`])
/// decides:
///
/// | it tells | and the order | the heading |
/// |---|---|---|
/// | the status that the order has now | stands where we have words for it | where it stands |
/// | the same | has a status of the shop's own | the shop's words |
/// | that the order or a part is cancelled, or that less was sent | is cancelled or refunded | where it stands |
/// | that it was placed | is sent in part, sent, ready to collect, or over | where it stands |
/// | that money or goods came back | is refunded | where it stands |
/// | a parcel's number, or that all was sent | is over, or ready to collect | where it stands |
/// | a parcel's number, while another change tells that a part was sent | is sent in part | where it stands |
/// | that a part was sent, a day, stock, or the shop's own steps | is over, ready to collect, or sent | where it stands |
/// | a paper, or anything else | | what changed |
pub(super) fn says(order: &Order, change: &Change, changes: &[&Change]) -> Says {
    let at = order.standing();
    let is_nothing = matches!(at, Stage::Cancelled | Stage::Refunded);
    let is_here = is_over(at) || matches!(at, Stage::ReadyToCollect);
    let is_gone = is_here || matches!(at, Stage::Sent);
    let is_standing = match change {
        Change::StatusChanged { to, .. } => {
            *to == order.status && !matches!(at, Stage::Draft | Stage::Other)
        }
        Change::Placed => is_gone || matches!(at, Stage::PartDelivered),
        Change::Cancelled { .. }
        | Change::LinesCancelled { .. }
        | Change::DeliveryCorrected { .. } => is_nothing,
        Change::Refunded { .. } | Change::Returned { .. } => matches!(at, Stage::Refunded),
        Change::TrackingEntered { .. } => {
            is_here || (at == Stage::PartDelivered && changes.iter().any(|it| tells_of_a_part(it)))
        }
        Change::Delivered { .. } => is_here,
        Change::PartDelivered { .. }
        | Change::ExpectedDateChanged { .. }
        | Change::BackInStock { .. }
        | Change::Picked
        | Change::PackingSlipPrinted => is_gone,
        Change::Invoiced { .. }
        | Change::Credited { .. }
        | Change::OutOfStock { .. }
        | Change::Removed
        | Change::Restored => false,
    };
    if is_standing {
        Says::Standing
    } else {
        Says::Change
    }
}

/// Tells whether a change says that a part of the order was sent, or how far an order is
/// of which nobody was told yet.
fn tells_of_a_part(change: &Change) -> bool {
    match change {
        Change::PartDelivered { .. } | Change::Placed => true,
        Change::StatusChanged { to, .. } => to.stage == Stage::PartDelivered,
        Change::Cancelled { .. }
        | Change::LinesCancelled { .. }
        | Change::Invoiced { .. }
        | Change::Credited { .. }
        | Change::PackingSlipPrinted
        | Change::Picked
        | Change::TrackingEntered { .. }
        | Change::Delivered { .. }
        | Change::DeliveryCorrected { .. }
        | Change::ExpectedDateChanged { .. }
        | Change::BackInStock { .. }
        | Change::OutOfStock { .. }
        | Change::Returned { .. }
        | Change::Refunded { .. }
        | Change::Removed
        | Change::Restored => false,
    }
}

/// The sentence for a change.
fn sentence(localizer: &MailLocalizer<'_>, change: &Change, changes: &[&Change]) -> String {
    let goods = Goods::of(localizer.context.order);
    match change {
        Change::OutOfStock { .. } | Change::Removed | Change::Restored => {
            localizer.get("mail-heading-news")
        }
        Change::Placed => localizer.get("mail-heading-placed"),
        Change::Cancelled { .. } => localizer.get("mail-heading-cancelled"),
        Change::LinesCancelled { .. } => localizer.get("mail-heading-lines-cancelled"),
        Change::StatusChanged { to, .. } => status(localizer, to.stage, to),
        Change::TrackingEntered { .. } => tracking(localizer, changes),
        Change::PartDelivered { .. } => standing(localizer, Stage::PartDelivered),
        Change::Delivered { lines }
            if goods.is_shipped() && is_rest(localizer.context.order, lines) =>
        {
            localizer.get("mail-heading-rest-sent")
        }
        Change::Delivered { .. } => standing(localizer, Stage::Sent),
        Change::DeliveryCorrected { .. } if goods.is_shipped() => {
            localizer.get("mail-heading-corrected")
        }
        Change::DeliveryCorrected { .. } => localizer.get("mail-heading-ready-corrected"),
        Change::ExpectedDateChanged { lines } => expected(localizer, lines),
        Change::BackInStock { lines } => match lines.as_slice() {
            [line] => localizer.with("mail-heading-back-in-stock", "item", name(localizer, line)),
            _ => localizer.get("mail-heading-back-in-stock-several"),
        },
        Change::Returned { .. } => localizer.get("mail-heading-returned"),
        Change::Refunded { amount } => match localizer.money(Some(*amount)) {
            Some(amount) => localizer.with("mail-heading-refund", "amount", amount),
            None => localizer.get("mail-heading-refund-unsaid"),
        },
        Change::Invoiced { .. } | Change::Credited { .. } if papers(changes).count() > 1 => {
            localizer.get(several(changes))
        }
        Change::Invoiced { document, .. } => paper(
            localizer,
            ("mail-heading-invoice", "mail-heading-invoiced"),
            document.as_deref(),
        ),
        Change::Credited { document, .. } => paper(
            localizer,
            ("mail-heading-credit-note", "mail-heading-credited"),
            document.as_deref(),
        ),
        Change::PackingSlipPrinted => localizer.get("mail-heading-packing-slip"),
        Change::Picked => localizer.get("mail-heading-picked"),
    }
}

/// Tells whether something of the order had been sent before.
fn is_rest(order: &Order, moved: &[Moved]) -> bool {
    let is_new = |line: &Line| {
        let moved = moved.iter().find(|moved| moved.line == line.id);
        moved.is_some_and(|moved| moved.from == Quantity::ZERO)
    };
    let sent = |line: &&Line| line.delivered > Some(Quantity::ZERO);
    !order.lines.iter().filter(sent).all(is_new)
}

/// The sentence for promised days. If all are the same day, it names that day; if no day
/// was known before, it does not call it new. A day when new stock reaches the shop is
/// not the day when the order reaches the customer.
fn expected(localizer: &MailLocalizer<'_>, lines: &[Promise]) -> String {
    let is_first = lines.iter().all(|line| line.from.is_none());
    let is_stock = lines
        .iter()
        .all(|line| line.by == Some(DateSource::PurchaseOrder));
    let (one, several) = if is_first {
        (
            "mail-heading-expected-first",
            "mail-heading-expected-first-several",
        )
    } else {
        ("mail-heading-expected", "mail-heading-expected-several")
    };
    let mut days = lines.iter().map(|line| line.to);
    let first = days.next().flatten();
    match first {
        Some(day) if days.all(|other| other == first) => {
            let day = format::day(localizer.texts.language, day);
            let one = if is_stock {
                "mail-heading-expected-purchase"
            } else {
                one
            };
            localizer.with(one, "day", day)
        }
        None if days.all(|other| other.is_none()) => localizer.get("mail-heading-expected-open"),
        _ => localizer.get(several),
    }
}

/// The sentence for a paper: its number, or that there is more on it.
fn paper(
    localizer: &MailLocalizer<'_>,
    (numbered, bare): (&str, &str),
    number: Option<&str>,
) -> String {
    match number {
        Some(number) => localizer.with(numbered, "number", clean::line(number, SHORT)),
        None => localizer.get(bare),
    }
}

/// The papers whose numbers are told.
fn papers<'a>(changes: &'a [&Change]) -> impl Iterator<Item = &'a Change> {
    let is_paper = |change: &&Change| {
        matches!(
            change,
            Change::Invoiced {
                document: Some(_),
                ..
            } | Change::Credited {
                document: Some(_),
                ..
            }
        )
    };
    changes.iter().copied().filter(is_paper)
}

/// The text for several papers, without the number of any of them.
fn several(changes: &[&Change]) -> &'static str {
    let is_invoice = |change: &Change| matches!(change, Change::Invoiced { .. });
    if papers(changes).all(is_invoice) {
        "mail-heading-invoices"
    } else if papers(changes).any(is_invoice) {
        "mail-heading-papers"
    } else {
        "mail-heading-credit-notes"
    }
}

/// The name of a line in the heading; the same as in the list, so that it need not be
/// said twice.
fn name(localizer: &MailLocalizer<'_>, line: &str) -> String {
    let lines = vec![line.to_owned()];
    let told = localizer.told(&Change::BackInStock { lines }, 1);
    let name = told.items.into_iter().next().map(|item| item.name);
    clean::line(&name.unwrap_or_default(), NAME)
}

fn tracking(localizer: &MailLocalizer<'_>, changes: &[&Change]) -> String {
    let numbers = || {
        changes
            .iter()
            .filter(|change| matches!(change, Change::TrackingEntered { .. }))
    };
    let corrected =
        |change: &&&Change| matches!(change, Change::TrackingEntered { from: Some(_), .. });
    let id = if numbers().all(|change| corrected(&change)) {
        "mail-heading-tracking-corrected"
    } else if can_be_tracked(localizer.context.order) {
        "mail-heading-tracking"
    } else {
        "mail-heading-tracking-number"
    };
    localizer.with(id, "count", numbers().count())
}

/// Tells whether a parcel of the order has a link to its carrier.
pub(super) fn can_be_tracked(order: &Order) -> bool {
    let mut tracked = order.shipments.iter().filter_map(carriers::tracking);
    tracked.any(|tracking| tracking.url.is_some())
}

/// The sentence for where the order stands.
fn standing(localizer: &MailLocalizer<'_>, at: Stage) -> String {
    status(localizer, at, &localizer.context.order.status)
}

/// The sentence for a stage; if we have no words for it, for the status in the shop's.
fn status(localizer: &MailLocalizer<'_>, at: Stage, status: &Status) -> String {
    let goods = Goods::of(localizer.context.order);
    localizer.get(match goods.stage(at) {
        Stage::AwaitingPayment => "mail-heading-awaiting-payment",
        Stage::PaymentFailed => "mail-heading-payment-failed",
        Stage::Received => "mail-heading-received",
        Stage::Preparing => "mail-heading-preparing",
        Stage::OnHold => "mail-heading-on-hold",
        Stage::PartDelivered => match goods {
            Goods::Shipped => "mail-heading-part-delivered",
            Goods::Collected => "mail-heading-part-ready",
            Goods::Unshipped => "mail-heading-part-done",
        },
        Stage::Sent => "mail-heading-sent",
        Stage::Delivered => "mail-heading-delivered",
        Stage::ReadyToCollect => "mail-heading-ready-to-collect",
        Stage::Collected => "mail-heading-collected",
        Stage::Completed => "mail-heading-completed",
        Stage::Cancelled => "mail-heading-cancelled",
        Stage::Refunded => "mail-heading-refunded",
        Stage::Draft | Stage::Other => {
            let words = clean::line(&words::status(localizer.texts, goods, status), SHORT);
            return localizer.with("mail-heading-status", "status", words);
        }
    })
}

/// Tells whether the heading is about parcels on their way.
pub(super) fn is_about_parcels(order: &Order, changes: &[&Change]) -> bool {
    let at = order.standing();
    let is_on_its_way = matches!(at, Stage::Sent | Stage::PartDelivered);
    changes.first().is_some_and(|change| match change {
        Change::TrackingEntered { .. }
        | Change::Delivered { .. }
        | Change::PartDelivered { .. } => {
            says(order, change, changes) == Says::Change || is_on_its_way
        }
        Change::StatusChanged { .. } | Change::Placed => {
            is_on_its_way && says(order, change, changes) == Says::Standing
        }
        Change::Cancelled { .. }
        | Change::LinesCancelled { .. }
        | Change::Invoiced { .. }
        | Change::Credited { .. }
        | Change::PackingSlipPrinted
        | Change::Picked
        | Change::DeliveryCorrected { .. }
        | Change::ExpectedDateChanged { .. }
        | Change::BackInStock { .. }
        | Change::OutOfStock { .. }
        | Change::Returned { .. }
        | Change::Refunded { .. }
        | Change::Removed
        | Change::Restored => false,
    })
}

#[cfg(test)]
mod tests;

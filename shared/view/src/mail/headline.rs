//! The most telling of a mail's changes: its sentence, and what happens next.

use wismo_domain::changes::{Change, Moved, Promise};
use wismo_domain::order::{DateSource, Line, Order, Quantity, Stage, Status};

pub(super) use wismo_domain::importance::{importance, is_over};

use super::clean;
use super::voice::{NAME, SHORT, Voice};
use crate::{carriers, format, words};

/// The sentence of the first of these changes, without a full stop: what it is,
/// or where the order stands now, by the table of [`says`].
pub(super) fn heading(voice: &Voice<'_>, changes: &[&Change]) -> String {
    let at = voice.letter.order.standing();
    let Some(change) = changes.first() else {
        // By hand: whatever it says, it need not be news.
        return voice.get("mail-heading-message");
    };
    match says(voice.letter.order, change) {
        Says::Standing => standing(voice, at),
        Says::Change => sentence(voice, change, changes),
    }
}

/// What a mail says first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    /// Where the order stands.
    Standing,
    /// What changed.
    Change,
}

/// What a mail says first of a change. The change that means most ([`importance`])
/// decides:
///
/// | it tells | and the order | the heading |
/// |---|---|---|
/// | the status that the order has now | stands where we have words for it | where it stands |
/// | the same | has a status of the shop's own | the shop's words |
/// | that it is cancelled, or a part is, or that less was sent | is cancelled or refunded | where it stands |
/// | that it was placed | has begun to leave the shop | where it stands |
/// | that money or goods came back | is refunded | where it stands |
/// | a parcel's number, that all was sent | is over, or ready to collect | where it stands |
/// | that a part was sent, a day, stock, the shop's own steps | is over, ready to collect, or sent | where it stands |
/// | a paper, and all else | | what changed |
fn says(order: &Order, change: &Change) -> Says {
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
        Change::TrackingEntered { .. } | Change::Delivered { .. } => is_here,
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

/// What a change is.
fn sentence(voice: &Voice<'_>, change: &Change, changes: &[&Change]) -> String {
    match change {
        Change::OutOfStock { .. } | Change::Removed | Change::Restored => {
            voice.get("mail-heading-news")
        }
        Change::Placed => voice.get("mail-heading-placed"),
        Change::Cancelled { .. } => voice.get("mail-heading-cancelled"),
        Change::LinesCancelled { .. } => voice.get("mail-heading-lines-cancelled"),
        Change::StatusChanged { to, .. } => status(voice, to.stage, to),
        Change::TrackingEntered { .. } => tracking(voice, changes),
        Change::PartDelivered { .. } => voice.get("mail-heading-part-delivered"),
        Change::Delivered { lines } if is_rest(voice.letter.order, lines) => {
            voice.get("mail-heading-rest-sent")
        }
        Change::Delivered { .. } => voice.get("mail-heading-sent"),
        Change::DeliveryCorrected { .. } => voice.get("mail-heading-corrected"),
        Change::ExpectedDateChanged { lines } => expected(voice, lines),
        Change::BackInStock { lines } => match lines.as_slice() {
            [line] => voice.with("mail-heading-back-in-stock", "item", name(voice, line)),
            _ => voice.get("mail-heading-back-in-stock-several"),
        },
        Change::Returned { .. } => voice.get("mail-heading-returned"),
        Change::Refunded { amount } => match voice.money(Some(*amount)) {
            Some(amount) => voice.with("mail-heading-refund", "amount", amount),
            None => voice.get("mail-heading-refund-unsaid"),
        },
        Change::Invoiced { document, .. } => paper(
            voice,
            ("mail-heading-invoice", "mail-heading-invoiced"),
            document.as_deref(),
        ),
        Change::Credited { document, .. } => paper(
            voice,
            ("mail-heading-credit-note", "mail-heading-credited"),
            document.as_deref(),
        ),
        Change::PackingSlipPrinted => voice.get("mail-heading-packing-slip"),
        Change::Picked => voice.get("mail-heading-picked"),
    }
}

/// Whether something of the order had been sent before.
fn is_rest(order: &Order, moved: &[Moved]) -> bool {
    let is_new = |line: &Line| {
        let moved = moved.iter().find(|moved| moved.line == line.id);
        moved.is_some_and(|moved| moved.from == Quantity::ZERO)
    };
    let sent = |line: &&Line| line.delivered > Some(Quantity::ZERO);
    !order.lines.iter().filter(sent).all(is_new)
}

/// One day for all of them is told at once. Where none was known before, none is new.
/// When new stock reaches the shop is not when the order reaches the customer.
fn expected(voice: &Voice<'_>, lines: &[Promise]) -> String {
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
            let day = format::day(voice.texts.language, day);
            let one = if is_stock {
                "mail-heading-expected-purchase"
            } else {
                one
            };
            voice.with(one, "day", day)
        }
        None if days.all(|other| other.is_none()) => voice.get("mail-heading-expected-open"),
        _ => voice.get(several),
    }
}

/// A paper by its number, or that there is more on it.
fn paper(voice: &Voice<'_>, (numbered, bare): (&str, &str), number: Option<&str>) -> String {
    match number {
        Some(number) => voice.with(numbered, "number", clean::line(number, SHORT)),
        None => voice.get(bare),
    }
}

/// What a line is called in the heading; as in the list, so that it need not be
/// said twice.
fn name(voice: &Voice<'_>, line: &str) -> String {
    let lines = vec![line.to_owned()];
    let told = voice.told(&Change::BackInStock { lines }, 1);
    let name = told.items.into_iter().next().map(|item| item.name);
    clean::line(&name.unwrap_or_default(), NAME)
}

fn tracking(voice: &Voice<'_>, changes: &[&Change]) -> String {
    let numbers = || {
        changes
            .iter()
            .filter(|change| matches!(change, Change::TrackingEntered { .. }))
    };
    let corrected =
        |change: &&&Change| matches!(change, Change::TrackingEntered { from: Some(_), .. });
    let id = if numbers().all(|change| corrected(&change)) {
        "mail-heading-tracking-corrected"
    } else if can_be_tracked(voice.letter.order) {
        "mail-heading-tracking"
    } else {
        "mail-heading-tracking-number"
    };
    voice.with(id, "count", numbers().count())
}

/// Whether a parcel of the order has a link to its carrier.
fn can_be_tracked(order: &Order) -> bool {
    let mut tracked = order.shipments.iter().filter_map(carriers::tracking);
    tracked.any(|tracking| tracking.url.is_some())
}

/// Where the order stands.
fn standing(voice: &Voice<'_>, at: Stage) -> String {
    status(voice, at, &voice.letter.order.status)
}

/// A stage; where that has no words, the status in the shop's.
fn status(voice: &Voice<'_>, at: Stage, status: &Status) -> String {
    voice.get(match at {
        Stage::AwaitingPayment => "mail-heading-awaiting-payment",
        Stage::PaymentFailed => "mail-heading-payment-failed",
        Stage::Received => "mail-heading-received",
        Stage::Preparing => "mail-heading-preparing",
        Stage::OnHold => "mail-heading-on-hold",
        Stage::PartDelivered => "mail-heading-part-delivered",
        Stage::Sent => "mail-heading-sent",
        Stage::Delivered => "mail-heading-delivered",
        Stage::ReadyToCollect => "mail-heading-ready-to-collect",
        Stage::Collected => "mail-heading-collected",
        Stage::Completed => "mail-heading-completed",
        Stage::Cancelled => "mail-heading-cancelled",
        Stage::Refunded => "mail-heading-refunded",
        Stage::Draft | Stage::Other => {
            let words = clean::line(&words::status(voice.texts, status), SHORT);
            return voice.with("mail-heading-status", "status", words);
        }
    })
}

/// What happens next. A mail that leads to no page speaks of none.
pub(super) fn next(voice: &Voice<'_>, changes: &[&Change]) -> &'static str {
    let next = follows(voice.letter.order, changes);
    match next {
        _ if voice.letter.page_url.is_some() => next,
        "mail-next-received"
        | "mail-next-preparing"
        | "mail-next-part-delivered"
        | "mail-next-expected"
        | "mail-next-later"
        | "mail-next-back-in-stock"
        | "mail-next-picked"
        | "mail-next-packing-slip"
        | "mail-next-other" => "mail-next-no-page",
        _ => next,
    }
}

/// What follows: from where the order stands, where the heading says that, or
/// nothing more comes; else from the most telling change.
fn follows(order: &Order, changes: &[&Change]) -> &'static str {
    let at = order.standing();
    let Some(change) = changes.first() else {
        return stage(at);
    };
    if at == Stage::Cancelled || says(order, change) == Says::Standing {
        return stage(at);
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
        Change::Delivered { .. } => "mail-next-sent",
        Change::PartDelivered { .. } => "mail-next-part-delivered",
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
        | Change::Restored => stage(at),
    }
}

/// Whether the heading is about parcels on their way.
pub(super) fn is_about_parcels(order: &Order, changes: &[&Change]) -> bool {
    let at = order.standing();
    let is_on_its_way = matches!(at, Stage::Sent | Stage::PartDelivered);
    changes.first().is_some_and(|change| match change {
        Change::TrackingEntered { .. }
        | Change::Delivered { .. }
        | Change::PartDelivered { .. } => says(order, change) == Says::Change || is_on_its_way,
        Change::StatusChanged { .. } | Change::Placed => {
            is_on_its_way && says(order, change) == Says::Standing
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

/// Whoever has to wait longer is owed an apology.
fn later(lines: &[Promise]) -> &'static str {
    let is_later =
        |line: &Promise| line.from.is_some() && (line.to.is_none() || line.to > line.from);
    if lines.iter().any(is_later) {
        "mail-next-later"
    } else {
        "mail-next-expected"
    }
}

const fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::AwaitingPayment => "mail-next-awaiting-payment",
        Stage::PaymentFailed => "mail-next-payment-failed",
        Stage::Received => "mail-next-received",
        Stage::Preparing => "mail-next-preparing",
        Stage::OnHold => "mail-next-on-hold",
        Stage::PartDelivered => "mail-next-part-delivered",
        Stage::Sent => "mail-next-sent",
        Stage::Delivered | Stage::Collected | Stage::Completed => "mail-next-delivered",
        Stage::ReadyToCollect => "mail-next-ready-to-collect",
        Stage::Cancelled => "mail-next-cancelled",
        Stage::Refunded => "mail-next-refunded",
        Stage::Draft | Stage::Other => "mail-next-other",
    }
}

#[cfg(test)]
mod tests;

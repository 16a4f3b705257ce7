//! The most telling of a mail's changes: its sentence, and what happens next.

use wismo_domain::changes::{Change, Moved, Promise};
use wismo_domain::order::{DateSource, Line, Order, Quantity, Stage, Status};

pub(super) use wismo_domain::importance::importance;

use super::clean;
use super::voice::{NAME, SHORT, Voice};
use crate::{carriers, format, words};

/// The sentence of the first of these changes, without a full stop.
pub(super) fn heading(voice: &Voice<'_>, changes: &[&Change]) -> String {
    let Some(change) = changes.first() else {
        // By hand: whatever it says, it need not be news.
        return voice.get("mail-heading-message");
    };
    match change {
        Change::OutOfStock { .. } | Change::Removed | Change::Restored => {
            voice.get("mail-heading-news")
        }
        Change::Placed => voice.get("mail-heading-placed"),
        Change::Cancelled { .. } => voice.get("mail-heading-cancelled"),
        Change::LinesCancelled { .. } => voice.get("mail-heading-lines-cancelled"),
        Change::StatusChanged { to, .. } => status(voice, to),
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

fn status(voice: &Voice<'_>, status: &Status) -> String {
    voice.get(match status.stage {
        Stage::AwaitingPayment => "mail-heading-awaiting-payment",
        Stage::PaymentFailed => "mail-heading-payment-failed",
        Stage::Received => "mail-heading-received",
        Stage::Preparing => "mail-heading-preparing",
        Stage::OnHold => "mail-heading-on-hold",
        Stage::PartDelivered => "mail-heading-part-delivered",
        Stage::Sent => "mail-heading-sent",
        Stage::Delivered => "mail-heading-delivered",
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

/// What follows, by the most telling change; where that is a status, by where the
/// order stands.
fn follows(order: &Order, changes: &[&Change]) -> &'static str {
    if order.is_cancelled() {
        return "mail-next-cancelled";
    }
    match changes.first() {
        Some(Change::LinesCancelled { .. }) => "mail-next-lines-cancelled",
        Some(Change::DeliveryCorrected { .. }) => "mail-next-corrected",
        Some(Change::TrackingEntered { .. }) if can_be_tracked(order) => "mail-next-tracking",
        Some(Change::Delivered { .. }) => "mail-next-sent",
        Some(Change::PartDelivered { .. }) => "mail-next-part-delivered",
        Some(Change::ExpectedDateChanged { lines }) => later(lines),
        Some(Change::BackInStock { .. }) => "mail-next-back-in-stock",
        Some(Change::Refunded { .. }) => "mail-next-refunded",
        Some(Change::Returned { .. }) => "mail-next-returned",
        Some(Change::Credited { .. }) => "mail-next-credited",
        Some(Change::Invoiced { .. } | Change::TrackingEntered { .. }) => "mail-next-other",
        Some(Change::Picked) => "mail-next-picked",
        Some(Change::PackingSlipPrinted) => "mail-next-packing-slip",
        None
        | Some(
            Change::Placed
            | Change::StatusChanged { .. }
            | Change::Cancelled { .. }
            | Change::OutOfStock { .. }
            | Change::Removed
            | Change::Restored,
        ) => stage(order.status.stage),
    }
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
        Stage::Delivered => "mail-next-delivered",
        Stage::Cancelled => "mail-next-cancelled",
        Stage::Refunded => "mail-next-refunded",
        Stage::Draft | Stage::Other => "mail-next-other",
    }
}

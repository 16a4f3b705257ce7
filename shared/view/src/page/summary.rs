//! The answer, first and large: where the order stands, and what happens next.

use maud::{Markup, html};
use wismo_domain::order::{Quantity, ShipmentState, Stage};
use wismo_domain::settings::Part;

use super::Page;
use super::addresses;
use super::expected;
use super::localizer::{PageLocalizer, isolate};
use super::steps;
use super::sums::OrderSums;
use super::visibility::VisibleParts;
use crate::carriers;
use crate::texts::plural;
use crate::words::{self, Goods};

/// The head of the page.
pub(super) fn answer(
    localizer: &PageLocalizer<'_>,
    facts: &OrderSums<'_>,
    page: &Page<'_>,
    seen: VisibleParts<'_>,
) -> Markup {
    let order = facts.order;
    let number = isolate(order.display_number());
    let title = match order.placed_at.filter(|_| !facts.removed) {
        None => html! { (localizer.texts.with("page-order", [("number", number.into())])) },
        Some(at) => localizer.dated("page-order-placed", "number", &number, at),
    };
    html! {
        section.answer {
            hgroup {
                p { (title) }
                h1 { (heading(localizer, facts)) }
            }
            @for said in sentences(localizer, facts, seen) {
                p { (said.text) }
                @if !said.place.is_empty() { (addresses::written(&said.place)) }
            }
            @if seen.shows(Part::Steps) { (steps::steps(localizer, facts)) }
            @let calendar = expected::next(localizer, facts).filter(|_| seen.shows(Part::Calendar));
            @let reorder = facts.order.reorder_url.as_ref().filter(|_| seen.shows(Part::Reorder));
            @if calendar.is_some() || reorder.is_some() {
                ul.links {
                    @if calendar.is_some() {
                        li { a href={ (page.token) "/delivery.ics" } { (localizer.get("page-calendar")) } }
                    }
                    @if let Some(url) = reorder { li { a href=(url) { (localizer.get("page-reorder")) } } }
                }
            }
        }
    }
}

/// The status as a short label, for the window's title.
pub(super) fn label(localizer: &PageLocalizer<'_>, facts: &OrderSums<'_>) -> String {
    if facts.removed {
        localizer.get("words-removed")
    } else if facts.stage == facts.order.status.stage {
        words::status(localizer.texts, facts.goods, &facts.order.status)
    } else {
        words::stage(localizer.texts, facts.goods, facts.stage).into_owned()
    }
}

pub(super) fn heading(localizer: &PageLocalizer<'_>, facts: &OrderSums<'_>) -> String {
    if facts.removed {
        return localizer.get("page-removed");
    }
    if facts.stage == Stage::PartDelivered {
        // The same sentence as elsewhere; a heading has no full stop.
        if let Some(counted) = items_sent(localizer, facts) {
            return counted.trim_end_matches('.').to_owned();
        }
    }
    let id = match facts.stage {
        Stage::Draft => "page-draft",
        Stage::AwaitingPayment => "page-awaiting-payment",
        Stage::PaymentFailed => "page-payment-failed",
        Stage::Received => "page-received",
        Stage::Preparing => "page-preparing",
        Stage::OnHold => "page-on-hold",
        Stage::PartDelivered => match facts.goods {
            Goods::Shipped => "page-part-delivered",
            Goods::Collected => "page-part-ready",
            Goods::Unshipped => "page-part-done",
        },
        Stage::Sent => "page-sent",
        Stage::Delivered => "page-delivered",
        Stage::ReadyToCollect => "page-ready-to-collect",
        Stage::Collected => "page-collected",
        Stage::Completed => "page-completed",
        Stage::Cancelled => "page-cancelled",
        Stage::Refunded => "page-refunded",
        Stage::Other => {
            let status = isolate(&label(localizer, facts));
            let text = localizer
                .texts
                .with("page-other", [("status", status.into())]);
            return text.into_owned();
        }
    };
    localizer.get(id)
}

/// A sentence or two.
pub(super) struct Sentences {
    pub(super) text: String,
    /// The address that it ends with, line by line.
    place: Vec<String>,
}

impl Sentences {
    /// Says it in one line.
    pub(super) fn whole(self) -> String {
        if self.place.is_empty() {
            return self.text;
        }
        format!("{} {}", self.text, self.place.join(", "))
    }
}

/// The sentences that say what the heading does not, most telling first.
pub(super) fn sentences(
    localizer: &PageLocalizer<'_>,
    facts: &OrderSums<'_>,
    seen: VisibleParts<'_>,
) -> impl Iterator<Item = Sentences> {
    let said = |text| Sentences {
        text,
        place: Vec::new(),
    };
    if facts.removed {
        return vec![said(localizer.get("page-next-removed"))].into_iter();
    }
    // In a part delivery, the heading counts them.
    let counts = !matches!(
        facts.stage,
        Stage::PartDelivered
            | Stage::Sent
            | Stage::Delivered
            | Stage::ReadyToCollect
            | Stage::Collected
            | Stage::Completed
    );
    let mut sentences: Vec<Sentences> = [
        counts.then(|| items_sent(localizer, facts)).flatten(),
        parcels(localizer, facts),
        readied(localizer, facts),
        expected::expected(localizer, facts),
    ]
    .into_iter()
    .flatten()
    .map(said)
    .collect();
    sentences.push(next(localizer, facts, seen));
    sentences.extend(shops_words(localizer, facts).map(said));
    sentences.into_iter()
}

/// The sentence "2 of 3 items have been sent."
fn items_sent(localizer: &PageLocalizer<'_>, facts: &OrderSums<'_>) -> Option<String> {
    let told = facts
        .progress
        .filter(|progress| progress.sent > 0 && progress.sent < progress.total)
        .filter(|_| facts.goods.is_shipped())?;
    let (sent, total) = (Quantity(told.sent.into()), Quantity(told.total.into()));
    let sentence = localizer.texts.with(
        "page-items-sent",
        [
            ("sent", plural(sent)),
            ("total", plural(total)),
            ("sent-text", localizer.quantity(sent).into()),
            ("total-text", localizer.quantity(total).into()),
        ],
    );
    Some(sentence.into_owned())
}

/// The state of the parcels, if the heading does not say it for all of them.
fn parcels(localizer: &PageLocalizer<'_>, facts: &OrderSums<'_>) -> Option<String> {
    let (all, arrived) = (facts.parcels.len(), facts.count(ShipmentState::Delivered));
    let gone = arrived + facts.count(ShipmentState::Sent);
    let over = matches!(
        facts.stage,
        Stage::Delivered
            | Stage::ReadyToCollect
            | Stage::Collected
            | Stage::Completed
            | Stage::Cancelled
            | Stage::Refunded
    );
    let counted = facts.stage == Stage::PartDelivered && facts.progress.is_some();
    let sentence = if over || gone == 0 || (arrived > 0 && all == 1) {
        return None;
    } else if arrived > 0 {
        let values = [("arrived", arrived.into()), ("total", all.into())];
        localizer.texts.with("page-parcels-arrived", values)
    } else if facts.stage == Stage::Sent && all > 1 {
        localizer
            .texts
            .with("page-parcels-in-all", [("count", all.into())])
    } else if facts.stage == Stage::Sent || counted {
        return None;
    } else {
        localizer
            .texts
            .with("page-parcels-sent", [("count", gone.into())])
    };
    Some(sentence.into_owned())
}

/// The progress of the preparing.
fn readied(localizer: &PageLocalizer<'_>, facts: &OrderSums<'_>) -> Option<String> {
    let order = facts.order;
    if facts.stage != Stage::Preparing {
        None
    } else if order.picked {
        Some(localizer.get("page-picked"))
    } else {
        order
            .has_packing_slip()
            .then(|| localizer.get("page-packing-slip"))
    }
}

fn next(localizer: &PageLocalizer<'_>, facts: &OrderSums<'_>, seen: VisibleParts<'_>) -> Sentences {
    let order = facts.order;
    let can_be_tracked = || {
        let mut trackings = facts
            .parcels
            .iter()
            .filter_map(|parcel| carriers::tracking(parcel));
        trackings.any(|tracking| tracking.url.is_some())
    };
    let mut place = Vec::new();
    if seen.shows(Part::Addresses) {
        place = words::collected_from(localizer.texts.language, order);
    }
    let text = localizer.get(match facts.stage {
        Stage::Draft => "page-next-draft",
        Stage::AwaitingPayment => "page-next-awaiting-payment",
        Stage::PaymentFailed => "page-next-payment-failed",
        Stage::Received => "page-next-received",
        Stage::Preparing if can_be_tracked() => "page-next-preparing-track",
        Stage::Preparing => match facts.goods {
            Goods::Shipped => "page-next-preparing",
            Goods::Collected => "page-next-preparing-collect",
            Goods::Unshipped => "page-next-preparing-follow",
        },
        Stage::OnHold => "page-next-on-hold",
        Stage::PartDelivered => match facts.goods {
            Goods::Shipped | Goods::Unshipped => "page-next-part-delivered",
            Goods::Collected => "page-next-part-ready",
        },
        Stage::Sent if can_be_tracked() => "page-next-sent-track",
        Stage::Sent => "page-next-sent",
        Stage::Delivered | Stage::Collected => "page-next-delivered",
        Stage::Completed => "page-next-completed",
        Stage::ReadyToCollect if place.is_empty() => "page-next-ready-to-collect",
        Stage::ReadyToCollect => "page-next-ready-to-collect-at",
        Stage::Cancelled if facts.goods.is_shipped() => "page-next-cancelled",
        Stage::Cancelled => "page-next-cancelled-unshipped",
        Stage::Refunded => "page-next-refunded",
        Stage::Other if words::is_unresolved(&order.status) => "page-next-unresolved",
        Stage::Other => "page-next-other",
    });
    let text = match money(localizer, facts, seen) {
        Some(money) => format!("{text} {money}"),
        None => text,
    };
    Sentences { text, place }
}

/// The sentence about money, if the stage alone does not say it: until when it is
/// waited for, or that it comes back.
fn money(
    localizer: &PageLocalizer<'_>,
    facts: &OrderSums<'_>,
    seen: VisibleParts<'_>,
) -> Option<String> {
    let order = facts.order;
    if facts.stage == Stage::Cancelled {
        let is_told = seen.shows(Part::Prices) && order.is_paid_back();
        return is_told.then(|| localizer.get("page-next-refunded"));
    }
    let due = words::due_on(order)
        .filter(|_| facts.stage == Stage::AwaitingPayment && seen.shows(Part::Payment));
    due.map(|day| format!("{}.", words::due(localizer.texts, day)))
}

/// The shop's own words for a stage that we have a heading for.
fn shops_words(localizer: &PageLocalizer<'_>, facts: &OrderSums<'_>) -> Option<String> {
    let status = &facts.order.status;
    let ours = words::stage(localizer.texts, facts.goods, facts.stage);
    let theirs = words::own_words(localizer.texts.language, status);
    let theirs = theirs.filter(|theirs| theirs.to_lowercase() != ours.to_lowercase())?;
    if facts.stage != status.stage || facts.stage == Stage::Other {
        return None;
    }
    let theirs = isolate(&theirs);
    let text = localizer
        .texts
        .with("page-shops-words", [("status", theirs.into())]);
    Some(text.into_owned())
}

#[cfg(test)]
mod tests;

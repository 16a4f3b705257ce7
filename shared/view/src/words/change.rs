//! The words for what changed.

use std::borrow::Cow;

use fluent_bundle::FluentValue;
use wismo_domain::changes::{Change, Moved, Promise};
use wismo_domain::order::{DateSource, Order, Quantity, Stage, Status};
use wismo_domain::time::Date;

use super::{Goods, counted, item, own_words, stage, status};
use crate::texts::Texts;
use crate::{carriers, format};

/// A change in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeText {
    /// The event: one line, without a full stop.
    pub what: String,
    /// The value before, if there was one.
    pub before: Option<String>,
    /// The value now, if it says more than that something happened.
    pub now: Option<String>,
    /// The items that it is about, if it is not about the order as a whole.
    pub items: Vec<ItemText>,
    /// The number of further items that it is about.
    pub more: usize,
}

/// The meaning of a change to one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemText {
    /// The item's name.
    pub name: String,
    /// The value before, if there was one.
    pub before: Option<String>,
    /// The value now, if it says more than that something happened.
    pub now: Option<String>,
}

/// Puts a change into words: the event, and the values before and now. It names at most
/// `most` of the items that the change is about, as the order calls them now.
#[must_use]
pub fn change(texts: Texts, change: &Change, order: &Order, most: usize) -> ChangeText {
    let goods = Goods::of(order);
    let teller = Teller { texts, order, most };
    match change {
        Change::Placed => ChangeText::event(texts.get("words-placed")),
        Change::StatusChanged { from, to } => ChangeText::became(
            status_changed(texts, goods, to),
            from.as_ref().map(|from| status(texts, goods, from)),
            status(texts, goods, to),
        ),
        Change::Cancelled { from } => ChangeText::became(
            texts.get("words-cancelled"),
            from.as_ref().map(|from| status(texts, goods, from)),
            stage(texts, goods, Stage::Cancelled).into_owned(),
        ),
        Change::LinesCancelled { lines } => {
            teller.counted("words-lines-cancelled", "words-count-cancelled", lines)
        }
        Change::Invoiced { document, lines } => teller.paper(
            ("words-invoiced", "words-lines-invoiced"),
            "words-count-invoiced",
            (document.as_deref(), lines),
        ),
        Change::Credited { document, lines } => teller.paper(
            ("words-credited", "words-lines-credited"),
            "words-count-credited",
            (document.as_deref(), lines),
        ),
        Change::PackingSlipPrinted => ChangeText::event(texts.get("words-packing-slip")),
        Change::Picked => ChangeText::event(texts.get("words-picked")),
        Change::TrackingEntered {
            carrier, from, to, ..
        } => ChangeText::moved(
            tracking(texts, carrier.as_deref(), from.is_some()),
            from.clone(),
            to.clone(),
        ),
        Change::PartDelivered { lines } => match goods {
            Goods::Shipped => teller.counted("words-lines-sent", "words-count-sent", lines),
            Goods::Collected => teller.counted("words-lines-ready", "words-count-ready", lines),
            Goods::Unshipped => teller.named("words-lines-ready", lines),
        },
        Change::Delivered { lines } => match goods {
            Goods::Shipped => teller.counted("words-all-sent", "words-count-sent", lines),
            Goods::Collected => teller.counted("words-all-ready", "words-count-ready", lines),
            Goods::Unshipped => teller.named("words-completed", lines),
        },
        Change::DeliveryCorrected { lines } => match goods {
            Goods::Shipped => teller.counted("words-delivery-corrected", "words-count-sent", lines),
            Goods::Collected => teller.counted("words-ready-corrected", "words-count-ready", lines),
            Goods::Unshipped => teller.named("words-ready-corrected", lines),
        },
        Change::ExpectedDateChanged { lines } => teller.promised(lines),
        Change::BackInStock { lines } => {
            let item = |line: &String| ItemText::named(teller.name(line));
            teller.about("words-back-in-stock", lines, item)
        }
        Change::Returned { lines } => {
            teller.counted("words-returned", "words-count-returned", lines)
        }
        Change::Refunded { amount } => {
            let amount = format::money(texts.language, *amount, &order.currency);
            ChangeText::event(texts.with("words-refund", [("amount", amount.into())]))
        }
        // Noted, but told nowhere.
        Change::OutOfStock { .. } => ChangeText::default(),
        Change::Removed => ChangeText::event(texts.get("words-removed")),
        Change::Restored => ChangeText::event(texts.get("words-restored")),
    }
}

impl ChangeText {
    /// Tells whether another one says all of this, and for which items.
    #[must_use]
    pub fn is_said_by(&self, other: &Self) -> bool {
        let is_bare = self.before.is_none() && self.now.is_none() && self.items.is_empty();
        is_bare && self.what == other.what && !other.items.is_empty()
    }

    fn event(what: Cow<'static, str>) -> Self {
        Self {
            what: what.into_owned(),
            ..Self::default()
        }
    }

    /// A change from one value to another.
    fn moved(what: Cow<'static, str>, before: Option<String>, now: String) -> Self {
        Self {
            what: what.into_owned(),
            before: before.filter(|before| *before != now),
            now: Some(now),
            ..Self::default()
        }
    }

    /// A change from one status to another. Two with the same words look like no change to
    /// the customer, so there is no "before" then; and without one, the event has already
    /// said the value now.
    fn became(what: Cow<'static, str>, before: Option<String>, now: String) -> Self {
        let told = Self::moved(what, before, now);
        Self {
            now: told.now.filter(|_| told.before.is_some()),
            ..told
        }
    }
}

impl ItemText {
    const fn named(name: String) -> Self {
        Self {
            name,
            before: None,
            now: None,
        }
    }
}

/// Tells what happened to lines.
struct Teller<'a> {
    texts: Texts,
    order: &'a Order,
    most: usize,
}

impl Teller<'_> {
    /// The name of a line; a word for it if the shop took it out of the order since.
    fn name(&self, line: &str) -> String {
        let line = self.order.lines.iter().find(|other| other.id == line);
        item(self.texts, line)
    }

    fn with<'v>(&self, id: &str, name: &'v str, value: impl Into<FluentValue<'v>>) -> String {
        self.texts.with(id, [(name, value.into())]).into_owned()
    }

    /// An event that happened to some lines; `id` is a text that counts them.
    fn about<T>(&self, id: &str, lines: &[T], item: impl Fn(&T) -> ItemText) -> ChangeText {
        ChangeText {
            what: self.with(id, "count", lines.len()),
            items: lines.iter().take(self.most).map(item).collect(),
            more: lines.len().saturating_sub(self.most),
            ..ChangeText::default()
        }
    }

    /// Quantities that moved, each in the words of `count`. If nothing was counted before,
    /// there is no value before.
    fn counted(&self, id: &str, count: &str, lines: &[Moved]) -> ChangeText {
        let count = |quantity: Quantity| {
            if quantity == Quantity::ZERO {
                return self.texts.get("words-count-none").into_owned();
            }
            counted(self.texts, count, quantity)
        };
        self.about(id, lines, |line| ItemText {
            name: self.name(&line.line),
            before: Some(line.from)
                .filter(|from| *from != Quantity::ZERO)
                .map(count),
            now: Some(count(line.to)),
        })
    }

    /// Quantities that moved, whose counts do not mean anything to the customer.
    fn named(&self, id: &str, lines: &[Moved]) -> ChangeText {
        self.about(id, lines, |line| ItemText::named(self.name(&line.line)))
    }

    /// A paper whose number the shop told, or only what stands on it.
    fn paper(
        &self,
        (numbered, counted): (&str, &str),
        count: &str,
        (number, lines): (Option<&str>, &[Moved]),
    ) -> ChangeText {
        let mut told = self.counted(counted, count, lines);
        if let Some(number) = number {
            told.what = self.with(numbered, "number", number);
        }
        told
    }

    /// Promised days that moved: known for the first time, no longer known, or changed.
    fn promised(&self, lines: &[Promise]) -> ChangeText {
        let id = if lines.iter().all(|line| line.from.is_none()) {
            "words-expected-first"
        } else if lines.iter().all(|line| line.to.is_none()) {
            "words-expected-open"
        } else {
            "words-expected"
        };
        self.about(id, lines, |line| ItemText {
            name: self.name(&line.line),
            before: line.from.map(|day| format::day(self.texts.language, day)),
            now: Some(match line.to {
                Some(day) => self.expected(day, line.by),
                None => self.texts.get("words-expected-unknown").into_owned(),
            }),
        })
    }

    /// A day, and its source if that is more than the shop's word.
    fn expected(&self, day: Date, by: Option<DateSource>) -> String {
        let day = format::day(self.texts.language, day);
        match by {
            None | Some(DateSource::Item) => day,
            Some(DateSource::SalesOrder) => self.with("words-expected-order", "day", day),
            Some(DateSource::PurchaseOrder) => self.with("words-expected-purchase", "day", day),
        }
    }
}

fn status_changed(texts: Texts, goods: Goods, to: &Status) -> Cow<'static, str> {
    if let Some(words) = own_words(texts.language, to) {
        return texts.with("words-status", [("status", words.into())]);
    }
    let id = match goods.stage(to.stage) {
        Stage::Draft => "words-draft",
        Stage::AwaitingPayment => "words-awaiting-payment",
        Stage::PaymentFailed => "words-payment-failed",
        Stage::Received => "words-received",
        Stage::Preparing => "words-preparing",
        Stage::OnHold => "words-on-hold",
        Stage::PartDelivered if goods.is_shipped() => "words-part-delivered",
        Stage::PartDelivered => "words-part-ready",
        Stage::Sent => "words-sent",
        Stage::Delivered => "words-delivered",
        Stage::ReadyToCollect => "words-ready-to-collect",
        Stage::Collected => "words-collected",
        Stage::Completed => "words-completed",
        Stage::Cancelled => "words-cancelled",
        Stage::Refunded => "words-refunded-in-whole",
        Stage::Other => {
            let words = status(texts, goods, to);
            return texts.with("words-status", [("status", words.into())]);
        }
    };
    texts.get(id)
}

fn tracking(texts: Texts, carrier: Option<&str>, corrected: bool) -> Cow<'static, str> {
    // It is not known whether a carrier that we do not know shows its parcels.
    let known = carrier.filter(|carrier| corrected || carriers::is_known(carrier));
    let Some(carrier) = known.map(carriers::name).filter(|name| !name.is_empty()) else {
        return texts.get(if corrected {
            "words-tracking-corrected-unnamed"
        } else {
            "words-tracking-unnamed"
        });
    };
    let id = if corrected {
        "words-tracking-corrected"
    } else {
        "words-tracking"
    };
    texts.with(id, [("carrier", carrier.into())])
}

#[cfg(test)]
mod tests;

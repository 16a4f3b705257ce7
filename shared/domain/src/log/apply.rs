//! Adding facts to an order that it does not say itself.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

use super::fact::Subject;
use super::{Fact, Facts, RecordedFact};
use crate::order::{
    DateSource, Line, LinePart, Order, OrderPart, Quantity, Refund, Shipment, ShipmentState, Stage,
    StatusFrom,
};
use crate::time::{Date, Timestamp};

/// The facts that count, by their subject.
#[derive(Clone, Debug, Default)]
pub(super) struct EffectiveFacts<'a> {
    /// The facts about each item, by its number.
    items: HashMap<&'a str, ItemFacts<'a>>,
    /// The newest fact of each thing that concerns the order as a whole.
    whole: BTreeMap<Subject<'a>, &'a RecordedFact>,
    /// The parts of it that a second system sent, by rank.
    parts: BTreeMap<(Timestamp, u64), &'a OrderPart>,
}

/// The facts about an item.
#[derive(Clone, Debug, Default)]
struct ItemFacts<'a> {
    stock: Option<&'a RecordedFact>,
    /// The facts of purchase orders, by the purchase order's id.
    purchases: BTreeMap<&'a str, &'a RecordedFact>,
}

/// Puts the order together from a version and the facts beside it. If the shop
/// has not sent it yet, a second system may have sent enough.
#[must_use]
pub fn order_of(version: Option<&Order>, facts: &Facts, status_from: StatusFrom) -> Option<Order> {
    EffectiveFacts::of(facts.iter()).order(version, status_from)
}

impl Facts {
    /// Adds to an order the facts that it does not say itself. The order counts
    /// more than an older fact; a part is added to it, whichever came later.
    pub fn apply(&self, order: &mut Order, status_from: StatusFrom) {
        EffectiveFacts::of(self.iter()).apply(order, status_from);
    }
}

/// The data that a second system has about each line of an order.
pub(super) type PartLines = Vec<Option<LinePart>>;

impl<'a> EffectiveFacts<'a> {
    /// Takes a fact in: the newest of each thing counts.
    pub(super) fn take(&mut self, recorded: &'a RecordedFact) {
        match &recorded.fact {
            Fact::Stock { sku, .. } => {
                let item = self.items.entry(sku).or_default();
                if item
                    .stock
                    .is_none_or(|other| other.rank() <= recorded.rank())
                {
                    item.stock = Some(recorded);
                }
            }
            Fact::Purchase { sku, purchase, .. } => {
                let item = self.items.entry(sku).or_default();
                put_newest(&mut item.purchases, purchase.as_str(), recorded);
            }
            Fact::Part(part) => {
                self.parts.insert(recorded.rank(), part);
            }
            Fact::Shipment(_)
            | Fact::Refund(_)
            | Fact::Address { .. }
            | Fact::Status(_)
            | Fact::Promise { .. } => {
                put_newest(&mut self.whole, recorded.fact.subject(), recorded);
            }
        }
    }

    /// Collects these facts.
    pub(super) fn of(facts: impl Iterator<Item = &'a RecordedFact>) -> Self {
        let mut known = Self::default();
        for recorded in facts {
            known.take(recorded);
        }
        known
    }

    /// Puts the order together from a version, or from a part that says enough,
    /// and all of these facts.
    pub(super) fn order(&self, version: Option<&Order>, status_from: StatusFrom) -> Option<Order> {
        let mut order = self.base(version)?;
        self.apply(&mut order, status_from);
        Some(order)
    }

    /// Returns the order that all of these facts are added to.
    pub(super) fn base(&self, version: Option<&Order>) -> Option<Order> {
        version.cloned().or_else(|| self.part(None)?.whole())
    }

    /// Puts together all that a second system sent. Amounts in another currency
    /// than the order's, or than the last that the system named, are left out.
    fn part(&self, currency: Option<&str>) -> Option<OrderPart> {
        let mut parts = self.parts.values().rev();
        let named = || {
            self.parts
                .values()
                .rev()
                .find_map(|part| part.currency.as_deref())
        };
        let currency = currency.or_else(named);
        let mut part = parts.next()?.in_currency(currency).into_owned();
        for earlier in parts {
            part.fill_from(&earlier.in_currency(currency));
        }
        Some(part)
    }

    fn apply(&self, order: &mut Order, status_from: StatusFrom) {
        let part = self.apply_whole(order, status_from);
        let (day, at) = (order.expected_on, order.updated_at);
        for (index, line) in order.lines.iter_mut().enumerate() {
            let part = part.get(index).and_then(Option::as_ref);
            self.apply_to_line(line, day, at, part);
        }
    }

    /// Adds to an order the facts about it as a whole, not those of its items,
    /// and returns what a second system says of its lines.
    pub(super) fn apply_whole(&self, order: &mut Order, status_from: StatusFrom) -> PartLines {
        let mut whole: Vec<&RecordedFact> = self.whole.values().copied().collect();
        whole.sort_by_key(|recorded| recorded.rank());
        let mut has_parcels = false;
        for recorded in whole {
            let age = recorded.at.cmp(&order.updated_at);
            match &recorded.fact {
                Fact::Shipment(shipment) => {
                    let id = |shipment: &Shipment| shipment.id.clone();
                    has_parcels |= put(&mut order.shipments, shipment, id, age);
                }
                Fact::Refund(refund) => {
                    let id = |refund: &Refund| refund.id.clone();
                    put(&mut order.refunds, refund, id, age);
                }
                Fact::Address { from, to } => correct(order, from, to),
                // A member's status is weighed against a second system's, and a promise
                // against what is known of each line.
                Fact::Status(_)
                | Fact::Promise { .. }
                | Fact::Part(_)
                | Fact::Stock { .. }
                | Fact::Purchase { .. } => {}
            }
        }
        if has_parcels {
            count_parcels(order);
        }
        let Some(part) = self.part(Some(&order.currency)) else {
            self.apply_status(order, None);
            return Vec::new();
        };
        let lines = part.add_to(order, status_from).into_iter();
        let dated = lines.map(|line| {
            let mut line = line?;
            let at = Some(part.updated_at);
            line.stock_at = line.stock_at.or(line.stock.and(at));
            line.day_at = line.day_at.or(line.expected_on.and(at));
            Some(line)
        });
        let lines = dated.collect();
        let parts = self
            .parts
            .iter()
            .rev()
            .filter(|(_, part)| part.status.is_some());
        let said_at = parts.map(|((at, _), _)| *at).next();
        // An order that no version gives is as old as the last part, whatever that is about.
        let is_by_parts = status_from == StatusFrom::Erp || self.is_of_parts(order);
        self.apply_status(order, said_at.filter(|_| is_by_parts));
        lines
    }

    /// Tells whether an order is as its last part dates it.
    fn is_of_parts(&self, order: &Order) -> bool {
        let last = self.parts.last_key_value();
        last.is_some_and(|(_, part)| part.updated_at == order.updated_at)
    }

    /// Gives an order the status that a member decided, unless who decides it otherwise
    /// spoke later: the second system, at this time, or else the shop.
    fn apply_status(&self, order: &mut Order, said_at: Option<Timestamp>) {
        let Some(recorded) = self.whole.get(&Subject::Status) else {
            return;
        };
        let Fact::Status(status) = &recorded.fact else {
            return;
        };
        if recorded.at > said_at.unwrap_or(order.updated_at) {
            order.status = (**status).clone();
            let is_cancelled = status.stage == Stage::Cancelled;
            order.cancelled_at = is_cancelled.then_some(recorded.at);
        }
    }

    /// Returns the day that a member promised, and the time when they did.
    fn promise(&self) -> Option<(Date, Timestamp)> {
        let recorded = self.whole.get(&Subject::Promise)?;
        match recorded.fact {
            Fact::Promise { expected_on } => Some((expected_on, recorded.at)),
            Fact::Stock { .. }
            | Fact::Purchase { .. }
            | Fact::Shipment(_)
            | Fact::Refund(_)
            | Fact::Address { .. }
            | Fact::Part(_)
            | Fact::Status(_) => None,
        }
    }

    /// Adds to a line the facts about its item: the day comes from the item,
    /// otherwise from the sales order, otherwise from a purchase order, whoever
    /// says it. If a second system gave the line's stock or day, that is as old
    /// as the system's message.
    pub(super) fn apply_to_line(
        &self,
        line: &mut Line,
        order_day: Option<Date>,
        updated_at: Timestamp,
        part: Option<&LinePart>,
    ) {
        let stock_since = part.and_then(|line| line.stock_at).unwrap_or(updated_at);
        let day_since = part.and_then(|line| line.day_at).unwrap_or(updated_at);
        let own = line.expected_on;
        let (mut item_day, by_order, mut by_purchase) = match line.expected_by {
            None | Some(DateSource::Item) => (own, order_day, None),
            Some(DateSource::SalesOrder) => (None, own.or(order_day), None),
            Some(DateSource::PurchaseOrder) => (None, order_day, own),
        };
        let item = line.sku.as_deref().and_then(|sku| self.items.get(sku));
        if let Some(item) = item {
            if let Some(RecordedFact {
                at,
                fact:
                    Fact::Stock {
                        quantity,
                        expected_on,
                        ..
                    },
                ..
            }) = item.stock
            {
                line.stock = if *at > stock_since {
                    quantity.or(line.stock)
                } else {
                    line.stock.or(*quantity)
                };
                item_day = if *at > day_since {
                    expected_on.or(item_day)
                } else {
                    item_day.or(*expected_on)
                };
            }
            let purchases = item.purchases.values();
            let days = purchases.filter_map(|recorded| match recorded.fact {
                Fact::Purchase { expected_on, .. } => Some((expected_on?, recorded.at > day_since)),
                Fact::Stock { .. }
                | Fact::Shipment(_)
                | Fact::Refund(_)
                | Fact::Address { .. }
                | Fact::Part(_)
                | Fact::Status(_)
                | Fact::Promise { .. } => None,
            });
            let days: Vec<(Date, bool)> = days.collect();
            // A purchase order's day on the line stands until something newer is reported.
            if by_purchase.is_none() || days.iter().any(|(_, is_newer)| *is_newer) {
                by_purchase = days.iter().map(|(day, _)| *day).min().or(by_purchase);
            }
        }
        (line.expected_on, line.expected_by) = if item_day.is_some() {
            (item_day, Some(DateSource::Item))
        } else if by_order.is_some() {
            (by_order, Some(DateSource::SalesOrder))
        } else if by_purchase.is_some() {
            (by_purchase, Some(DateSource::PurchaseOrder))
        } else {
            (None, line.expected_by)
        };
        // A member's promise stands until somebody names a day again.
        let named_later = |at: Timestamp| {
            let of_item = item.into_iter().flat_map(|item| {
                let stock = item.stock.into_iter();
                stock.chain(item.purchases.values().copied())
            });
            day_since >= at
                || of_item
                    .into_iter()
                    .any(|said| said.names_a_day() && said.at >= at)
        };
        if let Some((day, at)) = self.promise()
            && !named_later(at)
        {
            (line.expected_on, line.expected_by) = (Some(day), Some(DateSource::SalesOrder));
        }
    }
}

fn put_newest<'a, K: Ord>(
    all: &mut BTreeMap<K, &'a RecordedFact>,
    thing: K,
    recorded: &'a RecordedFact,
) {
    let newest = all.entry(thing).or_insert(recorded);
    if newest.rank() <= recorded.rank() {
        *newest = recorded;
    }
}

/// Puts a part among the order's own, unless the order knows better: it is
/// later, or as old and has the part. Tells whether it did.
fn put<T: Clone>(parts: &mut Vec<T>, part: &T, id: impl Fn(&T) -> String, age: Ordering) -> bool {
    let own = parts.iter_mut().find(|own| id(own) == id(part));
    match (own, age) {
        (_, Ordering::Less) | (Some(_), Ordering::Equal) => return false,
        (Some(own), Ordering::Greater) => *own = part.clone(),
        (None, Ordering::Equal | Ordering::Greater) => parts.push(part.clone()),
    }
    true
}

/// Puts the right address in the place of the wrong one, or where there is
/// none: otherwise, the customer's record would put the wrong one there.
fn correct(order: &mut Order, from: &str, to: &str) {
    let email = &mut order.customer.email;
    let is_wrong = |email: &str| email.trim().eq_ignore_ascii_case(from.trim());
    if email.as_deref().is_none_or(is_wrong) {
        *email = Some(to.to_owned());
    }
}

/// Raises what left the shop to at least what its parcels hold.
fn count_parcels(order: &mut Order) {
    let is_out = |shipment: &&Shipment| {
        matches!(
            shipment.state,
            ShipmentState::Sent | ShipmentState::Delivered
        )
    };
    let mut held: HashMap<&str, Quantity> = HashMap::new();
    let parcels = order.shipments.iter().filter(is_out);
    for packed in parcels.flat_map(|shipment| &shipment.lines) {
        held.entry(&packed.line).or_default().0 += packed.quantity.0;
    }
    for line in &mut order.lines {
        let sum = held.get(line.id.as_str()).copied().unwrap_or_default();
        if sum > line.delivered.unwrap_or_default() {
            line.delivered = Some(sum);
        }
    }
}

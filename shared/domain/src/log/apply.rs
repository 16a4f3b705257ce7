//! What an order is told by facts that it does not say itself.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

use super::fact::Thing;
use super::{Fact, Facts, Told};
use crate::order::{DateSource, Line, Order, Quantity, Refund, Shipment, ShipmentState};
use crate::time::{Date, Timestamp};

/// The facts that count, by what they are about.
#[derive(Clone, Debug, Default)]
pub(super) struct Known<'a> {
    /// What is known of each item, by its number.
    items: HashMap<&'a str, Item<'a>>,
    /// What is known of the order as a whole, the newest of each thing.
    whole: BTreeMap<Thing<'a>, &'a Told>,
}

/// What is known of an item.
#[derive(Clone, Debug, Default)]
struct Item<'a> {
    stock: Option<&'a Told>,
    /// By the purchase order's id.
    purchases: BTreeMap<&'a str, &'a Told>,
}

/// An order as it is known by a version and by what was said beside it; none
/// where there is no version.
#[must_use]
pub fn order_of(version: Option<&Order>, facts: &Facts) -> Option<Order> {
    let mut order = version.cloned()?;
    facts.apply(&mut order);
    Some(order)
}

impl Facts {
    /// Tells an order what it does not say itself. What it says later than a
    /// fact counts more.
    pub fn apply(&self, order: &mut Order) {
        let mut known = Known::default();
        for told in self.iter() {
            known.take(told);
        }
        known.apply(order);
    }
}

impl<'a> Known<'a> {
    /// Takes a fact in: of each thing, the newest counts.
    pub(super) fn take(&mut self, told: &'a Told) {
        match &told.fact {
            Fact::Stock { sku, .. } => {
                let item = self.items.entry(sku).or_default();
                if item.stock.is_none_or(|other| other.rank() <= told.rank()) {
                    item.stock = Some(told);
                }
            }
            Fact::Purchase { sku, purchase, .. } => {
                let item = self.items.entry(sku).or_default();
                put_newest(&mut item.purchases, purchase.as_str(), told);
            }
            Fact::Shipment(_) | Fact::Refund(_) | Fact::Address { .. } => {
                put_newest(&mut self.whole, told.fact.thing(), told);
            }
        }
    }

    /// Tells an order all of it.
    pub(super) fn apply(&self, order: &mut Order) {
        self.apply_whole(order);
        for line in &mut order.lines {
            self.apply_to_line(line, order.expected_on, order.updated_at);
        }
    }

    /// Tells an order what is known of it as a whole, and not of its items.
    pub(super) fn apply_whole(&self, order: &mut Order) {
        let mut whole: Vec<&Told> = self.whole.values().copied().collect();
        whole.sort_by_key(|told| told.rank());
        let mut has_parcels = false;
        for told in whole {
            let age = told.at.cmp(&order.updated_at);
            match &told.fact {
                Fact::Shipment(shipment) => {
                    let id = |shipment: &Shipment| shipment.id.clone();
                    has_parcels |= put(&mut order.shipments, shipment, id, age);
                }
                Fact::Refund(refund) => {
                    let id = |refund: &Refund| refund.id.clone();
                    put(&mut order.refunds, refund, id, age);
                }
                Fact::Address { from, to } => correct(order, from, to),
                Fact::Stock { .. } | Fact::Purchase { .. } => {}
            }
        }
        if has_parcels {
            count_parcels(order);
        }
    }

    /// Tells a line what is known of its item: the day comes from the item,
    /// else from the sales order, else from a purchase order, whoever says it.
    pub(super) fn apply_to_line(
        &self,
        line: &mut Line,
        order_day: Option<Date>,
        updated_at: Timestamp,
    ) {
        let own = line.expected_on;
        let (mut item_day, by_order, mut by_purchase) = match line.expected_by {
            None | Some(DateSource::Item) => (own, order_day, None),
            Some(DateSource::SalesOrder) => (None, own.or(order_day), None),
            Some(DateSource::PurchaseOrder) => (None, order_day, own),
        };
        let item = line.sku.as_deref().and_then(|sku| self.items.get(sku));
        if let Some(item) = item {
            if let Some(Told {
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
                if *at > updated_at {
                    line.stock = quantity.or(line.stock);
                    item_day = expected_on.or(item_day);
                } else {
                    line.stock = line.stock.or(*quantity);
                    item_day = item_day.or(*expected_on);
                }
            }
            let purchases = item.purchases.values();
            let days = purchases.filter_map(|told| match told.fact {
                Fact::Purchase { expected_on, .. } => Some((expected_on?, told.at > updated_at)),
                Fact::Stock { .. } | Fact::Shipment(_) | Fact::Refund(_) | Fact::Address { .. } => {
                    None
                }
            });
            let days: Vec<(Date, bool)> = days.collect();
            // What the line says of a purchase order stands until something newer is said.
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
    }
}

fn put_newest<'a, K: Ord>(all: &mut BTreeMap<K, &'a Told>, thing: K, told: &'a Told) {
    let newest = all.entry(thing).or_insert(told);
    if newest.rank() <= told.rank() {
        *newest = told;
    }
}

/// Puts a part among the order's own, unless the order knows better: it is
/// later, or as old and has the part. Whether it did.
fn put<T: Clone>(parts: &mut Vec<T>, part: &T, id: impl Fn(&T) -> String, age: Ordering) -> bool {
    let own = parts.iter_mut().find(|own| id(own) == id(part));
    match (own, age) {
        (_, Ordering::Less) | (Some(_), Ordering::Equal) => return false,
        (Some(own), Ordering::Greater) => *own = part.clone(),
        (None, Ordering::Equal | Ordering::Greater) => parts.push(part.clone()),
    }
    true
}

/// Puts the right address in the place of the wrong one, and where there is none:
/// what is known of the customer would have the wrong one there.
fn correct(order: &mut Order, from: &str, to: &str) {
    let email = &mut order.customer.email;
    let is_wrong = |email: &str| email.trim().eq_ignore_ascii_case(from.trim());
    if email.as_deref().is_none_or(is_wrong) {
        *email = Some(to.to_owned());
    }
}

/// What left the shop is at least what its parcels hold.
fn count_parcels(order: &mut Order) {
    let is_out = |shipment: &&Shipment| {
        matches!(
            shipment.state,
            ShipmentState::Sent | ShipmentState::Delivered
        )
    };
    let mut held: HashMap<&str, Quantity> = HashMap::new();
    let parcels = order.shipments.iter().filter(is_out);
    for portion in parcels.flat_map(|shipment| &shipment.lines) {
        held.entry(&portion.line).or_default().0 += portion.quantity.0;
    }
    for line in &mut order.lines {
        let sum = held.get(line.id.as_str()).copied().unwrap_or_default();
        if sum > line.delivered.unwrap_or_default() {
            line.delivered = Some(sum);
        }
    }
}

//! What is said of an order beside its versions: of the items that it waits
//! for, and of single parcels and refunds.

use serde::{Deserialize, Serialize};

use super::Via;
use crate::order::{
    DateSource, LinePart, Order, OrderPart, Quantity, Refund, Shipment, ShipmentState, StatusFrom,
};
use crate::time::{Date, Timestamp};

/// How many facts are kept before those that newer ones replaced are let go.
const MAX_FACTS: usize = 200;

/// How many parts are kept before those that say nothing new are let go: an ERP
/// that sends all it knows every hour must not fill the snapshot.
const MAX_PARTS: usize = 20;

/// Something that is so, whatever the order's versions say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// An item's stock and expected day.
    Stock {
        /// The item's number.
        sku: String,
        /// How many are in stock.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        quantity: Option<Quantity>,
        /// The day on which it is expected.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        expected_on: Option<Date>,
    },
    /// The day that a purchase order names for an item.
    Purchase {
        /// The purchase order's identifier.
        purchase: String,
        /// The item's number.
        sku: String,
        /// The day on which it is expected; none once it has come, or will not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        expected_on: Option<Date>,
    },
    /// One parcel.
    Shipment(Box<Shipment>),
    /// One refund.
    Refund(Box<Refund>),
    /// The address of who ordered, where the order has another or none.
    Address {
        /// The wrong one.
        from: String,
        /// The right one.
        to: String,
    },
    /// The order in part, as a second system knows it.
    Part(Box<OrderPart>),
}

impl Fact {
    /// The item that it is about.
    #[must_use]
    pub fn sku(&self) -> Option<&str> {
        match self {
            Self::Stock { sku, .. } | Self::Purchase { sku, .. } => Some(sku),
            Self::Shipment(_) | Self::Refund(_) | Self::Address { .. } | Self::Part(_) => None,
        }
    }

    /// In a word.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Stock { .. } => "stock",
            Self::Purchase { .. } => "purchase",
            Self::Shipment(_) => "parcel",
            Self::Refund(_) => "refund",
            Self::Address { .. } => "address",
            Self::Part(_) => "order in part",
        }
    }

    fn part(&self) -> Option<&OrderPart> {
        match self {
            Self::Part(part) => Some(part),
            Self::Stock { .. }
            | Self::Purchase { .. }
            | Self::Shipment(_)
            | Self::Refund(_)
            | Self::Address { .. } => None,
        }
    }

    /// Whether a later one replaces an earlier one.
    fn is_of(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Stock { sku: a, .. }, Self::Stock { sku: b, .. }) => a == b,
            (
                Self::Purchase {
                    purchase: a,
                    sku: x,
                    ..
                },
                Self::Purchase {
                    purchase: b,
                    sku: y,
                    ..
                },
            ) => a == b && x == y,
            (Self::Shipment(a), Self::Shipment(b)) => a.id == b.id,
            (Self::Refund(a), Self::Refund(b)) => a.id == b.id,
            (Self::Address { from: a, .. }, Self::Address { from: b, .. }) => is_same(a, b),
            (Self::Part(_), Self::Part(_)) => true,
            (
                Self::Stock { .. }
                | Self::Purchase { .. }
                | Self::Shipment(_)
                | Self::Refund(_)
                | Self::Address { .. }
                | Self::Part(_),
                _,
            ) => false,
        }
    }
}

/// A fact, and when it was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// When it was so, by who said it.
    pub at: Timestamp,
    /// Its number in the log that it came from, for facts of one moment.
    pub n: u64,
    /// The order's event that told it.
    pub event: u64,
    /// When Wismo took that.
    pub received_at: Timestamp,
    /// How that came.
    #[serde(default)]
    pub via: Via,
    /// What is so.
    pub fact: Fact,
}

impl Told {
    const fn rank(&self) -> (Timestamp, u64) {
        (self.at, self.n)
    }
}

/// Everything that was said of an order beside its versions, by rank. A union:
/// it does not matter what came first, or how often.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Facts(Vec<Told>);

impl Facts {
    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The facts, by rank.
    pub fn iter(&self) -> impl Iterator<Item = &Told> {
        self.0.iter()
    }

    /// Takes a fact in. Of one that was told twice, the first event counts.
    pub fn take(&mut self, told: Told) {
        let same = |other: &&mut Told| other.rank() == told.rank() && other.fact.is_of(&told.fact);
        if let Some(same) = self.0.iter_mut().find(same) {
            if told.event < same.event {
                *same = told;
            }
            return;
        }
        let index = self.0.partition_point(|other| other.rank() < told.rank());
        let is_part = told.fact.part().is_some();
        self.0.insert(index, told);
        if is_part {
            self.thin_parts();
        }
        if self.0.len() > MAX_FACTS {
            let replaced = (0..self.0.len()).find(|index| self.is_replaced(*index));
            if let Some(index) = replaced {
                self.0.remove(index);
            }
        }
    }

    /// Of parts that say the same one after the other, the first and the last are
    /// enough: what counts stays right, whatever comes between them late.
    fn thin_parts(&mut self) {
        let parts = self.0.iter().enumerate();
        let parts: Vec<_> = parts
            .filter_map(|(index, told)| Some((index, told.fact.part()?)))
            .collect();
        if parts.len() <= MAX_PARTS {
            return;
        }
        let surplus = parts.windows(3).find_map(|three| match three {
            [(_, a), (index, b), (_, c)] => (a.says(b) && b.says(c)).then_some(*index),
            _ => None,
        });
        if let Some(index) = surplus {
            self.0.remove(index);
        }
    }

    /// Takes all facts of another in.
    pub fn merge(&mut self, other: &Self) {
        for told in &other.0 {
            self.take(told.clone());
        }
    }

    /// The facts that count: of each thing, the newest.
    #[must_use]
    pub fn newest(&self) -> Self {
        let newest = (0..self.0.len()).filter(|index| !self.is_replaced(*index));
        Self(
            newest
                .filter_map(|index| self.0.get(index).cloned())
                .collect(),
        )
    }

    /// The facts of which something is so.
    #[must_use]
    pub fn only(&self, is_so: impl Fn(&Told) -> bool) -> Self {
        let only = self.0.iter().filter(|told| is_so(told));
        Self(only.cloned().collect())
    }

    /// Whether a fact is among these, or a newer one about the same.
    #[must_use]
    pub fn knows(&self, told: &Told) -> bool {
        self.0
            .iter()
            .any(|other| other.fact.is_of(&told.fact) && other.rank() >= told.rank())
    }

    fn is_replaced(&self, index: usize) -> bool {
        let Some(told) = self.0.get(index) else {
            return false;
        };
        let mut later = self.0.iter().skip(index + 1);
        later.any(|other| other.fact.is_of(&told.fact))
    }

    /// Tells an order what it does not say itself. What it says later than a
    /// fact counts more; a part is added to it, whichever came later.
    pub fn apply(&self, order: &mut Order, status_from: StatusFrom) {
        let newest = self.newest();
        let mut has_parcels = false;
        let mut part = None;
        for told in &newest.0 {
            match &told.fact {
                Fact::Shipment(shipment) => {
                    let age = told.at.cmp(&order.updated_at);
                    let id = |shipment: &Shipment| shipment.id.clone();
                    has_parcels |= put(&mut order.shipments, shipment, id, age);
                }
                Fact::Refund(refund) => {
                    let age = told.at.cmp(&order.updated_at);
                    put(&mut order.refunds, refund, |refund| refund.id.clone(), age);
                }
                Fact::Address { from, to } => correct(order, from, to),
                Fact::Part(of_order) => part = Some((told.at, of_order)),
                Fact::Stock { .. } | Fact::Purchase { .. } => {}
            }
        }
        if has_parcels {
            count_parcels(order);
        }
        let lines = part.map(|(at, part)| (at, part.add_to(order, status_from)));
        for index in 0..order.lines.len() {
            let part = lines.as_ref().and_then(|(at, lines)| {
                let line: &LinePart = lines.get(index).copied().flatten()?;
                Some((*at, line))
            });
            newest.promise(order, index, part);
        }
    }

    /// What is known of a line's item: the day comes from the item, else from
    /// the sales order, else from a purchase order. Where a part said the line's
    /// stock or day, that is as old as the part.
    fn promise(&self, order: &mut Order, index: usize, part: Option<(Timestamp, &LinePart)>) {
        let by_order = order.expected_on;
        let since = |is_said: fn(&LinePart) -> bool| {
            let part = part.filter(|(_, line)| is_said(line));
            part.map_or(order.updated_at, |(at, _)| at)
        };
        let stock_since = since(|line| line.stock.is_some());
        let day_since = since(|line| line.expected_on.is_some());
        let Some(line) = order.lines.get_mut(index) else {
            return;
        };
        let mut by_purchase: Option<Date> = None;
        for told in self
            .0
            .iter()
            .filter(|told| told.fact.sku() == line.sku.as_deref())
        {
            match &told.fact {
                Fact::Stock {
                    quantity,
                    expected_on,
                    ..
                } => {
                    line.stock = if told.at > stock_since {
                        quantity.or(line.stock)
                    } else {
                        line.stock.or(*quantity)
                    };
                    if told.at > day_since && expected_on.is_some() {
                        (line.expected_on, line.expected_by) = (*expected_on, None);
                    }
                    line.expected_on = line.expected_on.or(*expected_on);
                }
                Fact::Purchase {
                    expected_on: Some(day),
                    ..
                } => {
                    by_purchase = Some(by_purchase.map_or(*day, |other| other.min(*day)));
                }
                Fact::Purchase { .. }
                | Fact::Shipment(_)
                | Fact::Refund(_)
                | Fact::Address { .. }
                | Fact::Part(_) => {}
            }
        }
        if line.expected_on.is_some() {
            line.expected_by = line.expected_by.or(Some(DateSource::Item));
        } else if by_order.is_some() {
            (line.expected_on, line.expected_by) = (by_order, Some(DateSource::SalesOrder));
        } else if by_purchase.is_some() {
            (line.expected_on, line.expected_by) = (by_purchase, Some(DateSource::PurchaseOrder));
        }
    }
}

/// Puts a part among the order's own, unless the order knows better: it is
/// later, or as old and has the part. Whether it did.
fn put<T: Clone>(
    parts: &mut Vec<T>,
    part: &T,
    id: impl Fn(&T) -> String,
    age: std::cmp::Ordering,
) -> bool {
    let own = parts.iter_mut().find(|own| id(own) == id(part));
    match (own, age) {
        (_, std::cmp::Ordering::Less) | (Some(_), std::cmp::Ordering::Equal) => return false,
        (Some(own), std::cmp::Ordering::Greater) => *own = part.clone(),
        (None, std::cmp::Ordering::Equal | std::cmp::Ordering::Greater) => parts.push(part.clone()),
    }
    true
}

/// Whether two addresses are one: upper and lower case are.
fn is_same(a: &str, b: &str) -> bool {
    a.trim().eq_ignore_ascii_case(b.trim())
}

/// Puts the right address in the place of the wrong one, and where there is none:
/// what is known of the customer would have the wrong one there.
fn correct(order: &mut Order, from: &str, to: &str) {
    let email = &mut order.customer.email;
    if email.as_deref().is_none_or(|email| is_same(email, from)) {
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
    for line in &mut order.lines {
        let parcels = order.shipments.iter().filter(is_out);
        let held = parcels.flat_map(|shipment| &shipment.lines);
        let held = held.filter(|held| held.line == line.id);
        let sum = Quantity(held.map(|held| held.quantity.0).sum());
        if sum > line.delivered.unwrap_or_default() {
            line.delivered = Some(sum);
        }
    }
}

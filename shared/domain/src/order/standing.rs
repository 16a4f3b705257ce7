//! Finding where an order stands, by its status and by what else the shop told.

use std::collections::HashMap;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::time::Date;

use super::{DeliveryMethod, Line, Order, Quantity, Shipment, ShipmentState, Stage};

/// The number of items to be shipped that have left the shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The number that have left.
    pub sent: u64,
    /// The number in all.
    pub total: u64,
}

impl Order {
    /// Tells where the order stands. Shops often leave the status behind, so goods
    /// that have left the shop, or arrived, count too. They move an order on; they
    /// move it back only from "everything is sent", if the shop's own counts of every
    /// line say that something is still to come. An order that was all paid back, or
    /// cancelled line by line, is over. An order that is not shipped is not "sent".
    #[must_use]
    pub fn standing(&self) -> Stage {
        if self.is_cancelled() {
            return Stage::Cancelled;
        }
        let stage = self.as_far_as_goods_are();
        if stage == Stage::Draft {
            return stage;
        }
        if self.is_paid_back() {
            return Stage::Refunded;
        }
        if self.is_without_lines() {
            return Stage::Cancelled;
        }
        let is_sent = stage == Stage::Sent;
        match self.delivery_method {
            Some(DeliveryMethod::None) if is_sent || stage == Stage::Delivered => Stage::Completed,
            // A parcel on its way to the pick-up point is not there yet.
            Some(DeliveryMethod::PickUp) if is_sent && !self.is_under_way() => {
                Stage::ReadyToCollect
            }
            Some(DeliveryMethod::PickUp) if self.status.stage == Stage::Delivered => {
                Stage::Collected
            }
            Some(DeliveryMethod::PickUp) if stage == Stage::Delivered => Stage::ReadyToCollect,
            Some(DeliveryMethod::Shipping | DeliveryMethod::PickUp | DeliveryMethod::None)
            | None => stage,
        }
    }

    /// The parcels that mean something to the customer.
    pub fn parcels(&self) -> impl Iterator<Item = &Shipment> {
        let parcels = self.shipments.iter();
        parcels.filter(|shipment| shipment.state != ShipmentState::Failed)
    }

    /// Returns how many items have left the shop; none if that is not known for
    /// every line to be shipped.
    #[must_use]
    pub fn progress(&self) -> Option<Progress> {
        let mut all = Progress { sent: 0, total: 0 };
        for (line, sent) in self.lines.iter().zip(self.sent()) {
            let wanted = line.due().0;
            if wanted <= Decimal::ZERO || line.needs_no_shipping {
                continue;
            }
            let sent = sent?.clamp(Decimal::ZERO, wanted);
            // Two and a half metres of cloth are one item: all of it has left, or it has not.
            let (sent, wanted) = if wanted.is_integer() && sent.is_integer() {
                (sent.to_u64()?, wanted.to_u64()?)
            } else {
                (u64::from(sent == wanted), 1)
            };
            all.sent = all.sent.checked_add(sent)?;
            all.total = all.total.checked_add(wanted)?;
        }
        (all.total > 0).then_some(all)
    }

    /// Returns how many of each line have left the shop: as the line counts them, or
    /// as the parcels hold them, if every parcel that is gone says what it holds.
    #[must_use]
    pub fn sent(&self) -> Vec<Option<Decimal>> {
        let is_gone = |parcel: &&Shipment| parcel.state != ShipmentState::Pending;
        let gone: Vec<&Shipment> = self.parcels().filter(is_gone).collect();
        let by_parcel = !gone.is_empty() && gone.iter().all(|parcel| !parcel.lines.is_empty());
        let mut contents: HashMap<&str, Decimal> = HashMap::new();
        for content in gone.iter().flat_map(|parcel| &parcel.lines) {
            let sum = contents.entry(&content.line).or_default();
            *sum = sum.saturating_add(content.quantity.0);
        }
        let held = |line: &Line| contents.get(line.id.as_str()).copied().unwrap_or_default();
        let sent = |line: &Line| match line.delivered {
            Some(delivered) => Some(delivered.0),
            None => by_parcel.then(|| held(line)),
        };
        self.lines.iter().map(sent).collect()
    }

    /// Tells whether as much was paid back as the order costs.
    #[must_use]
    pub fn is_paid_back(&self) -> bool {
        let sum: Decimal = self.refunds.iter().map(|refund| refund.amount.0).sum();
        let total = self.totals.total.map(|total| total.0);
        total.is_some_and(|total| total > Decimal::ZERO && total <= sum)
    }

    /// Tells whether there were lines, and all were cancelled.
    #[must_use]
    pub fn is_without_lines(&self) -> bool {
        let is_gone = |line: &Line| line.quantity > Quantity::ZERO && line.due() == Quantity::ZERO;
        !self.lines.is_empty() && self.lines.iter().all(is_gone)
    }

    /// Tells whether a parcel with a number has left and has not arrived.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        let mut parcels = self.parcels();
        parcels.any(|parcel| parcel.state == ShipmentState::Sent && parcel.is_numbered())
    }

    /// Returns the first day that is promised for anything that is still to come; none if
    /// everything has left, or nothing more will.
    #[must_use]
    pub fn promised_for(&self) -> Option<Date> {
        match self.standing() {
            Stage::AwaitingPayment
            | Stage::Received
            | Stage::Preparing
            | Stage::OnHold
            | Stage::PartDelivered
            | Stage::Other => {}
            Stage::Draft
            | Stage::PaymentFailed
            | Stage::Sent
            | Stage::Delivered
            | Stage::ReadyToCollect
            | Stage::Collected
            | Stage::Completed
            | Stage::Cancelled
            | Stage::Refunded => return None,
        }
        if self.lines.is_empty() {
            return self.expected_on;
        }
        let open = self.lines.iter().filter(|line| self.is_waiting_for(line));
        let days = open.filter_map(|line| line.expected_on.or(self.expected_on));
        days.min()
    }

    fn as_far_as_goods_are(&self) -> Stage {
        let readied = self.picked || self.has_packing_slip();
        let told = if self.status.stage == Stage::Received && readied {
            Stage::Preparing
        } else {
            self.status.stage
        };
        let mut parcels = self.parcels().peekable();
        let arrived = parcels.peek().is_some()
            && parcels.all(|parcel| parcel.state == ShipmentState::Delivered);
        let moving = matches!(
            told,
            Stage::Received | Stage::Preparing | Stage::PartDelivered
        );
        match self.progress() {
            Some(Progress { sent, total }) if moving && sent >= total => {
                if arrived {
                    Stage::Delivered
                } else {
                    Stage::Sent
                }
            }
            Some(Progress { sent, .. }) if moving && sent > 0 => Stage::PartDelivered,
            Some(Progress { sent, total }) if sent < total => {
                let counted = |line: &Line| {
                    let is_due = line.due() > Quantity::ZERO && !line.needs_no_shipping;
                    line.delivered.is_some() || !is_due
                };
                if told == Stage::Sent && sent > 0 && self.lines.iter().all(counted) {
                    Stage::PartDelivered
                } else {
                    told
                }
            }
            _ if told == Stage::Sent && arrived => Stage::Delivered,
            _ => told,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::Status;
    use crate::time::Timestamp;

    #[test]
    fn the_first_day_that_is_still_to_come_is_the_promise() {
        let status = Status::new("preparing", Stage::Preparing);
        let mut order = Order::new("1", Timestamp::UNIX_EPOCH, status, "EUR");
        assert_eq!(order.promised_for(), None);
        order.expected_on = Some("2026-12-20".parse().unwrap());
        assert_eq!(order.promised_for(), order.expected_on);
        let line = |id: &str, day: &str, delivered: i64| Line {
            expected_on: Some(day.parse().unwrap()),
            delivered: Some(delivered.into()),
            ..Line::new(id, "Socks", 2.into())
        };
        order.lines = vec![
            line("1", "2026-12-01", 2),
            line("2", "2026-12-18", 1),
            line("3", "2026-12-16", 0),
        ];
        assert_eq!(order.promised_for(), Some("2026-12-16".parse().unwrap()));
        order.status.stage = Stage::Cancelled;
        assert_eq!(order.promised_for(), None);
    }
}

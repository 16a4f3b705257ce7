//! Steps that every delivery goes through once it is read, whichever platform
//! it came from: what people and their programs wrote is turned into what they
//! meant.

mod days;
mod fit;
mod links;
mod mailboxes;
mod numbers;
mod parcels;
mod texts;

#[cfg(test)]
mod tests;

use wismo_domain::log::{EventPayload, Fact};
use wismo_domain::order::{Order, OrderPart, Stage};
use wismo_domain::time::Timestamp;

use super::dropped::Dropped;
use crate::delivery::Delivery;

pub(super) use days::since_2000;
pub(super) use fit::fit;

/// Turns what was said at `now` into what was meant.
pub(super) fn tidy(delivery: &mut Delivery, now: Timestamp, dropped: &mut Dropped) {
    match delivery {
        Delivery::Event { payload, .. } => {
            if let Some(order) = payload.order_mut() {
                tidy_order(order, now, dropped);
            }
            if let Some(fact) = payload.fact_mut() {
                tidy_fact(fact, now, dropped);
            }
        }
        Delivery::Stock(stock) => {
            texts::trim(&mut stock.sku);
            days::day("expected_on", &mut stock.expected_on, now, dropped);
        }
        Delivery::Purchase(purchase) => {
            for (index, line) in purchase.lines.iter_mut().enumerate() {
                texts::trim(&mut line.sku);
                let path = format!("lines[{index}].expected_on");
                days::day(&path, &mut line.expected_on, now, dropped);
            }
        }
        Delivery::Customer(record) => texts::customer_record(record),
        Delivery::Ping | Delivery::Ignored { .. } => {}
    }
}

fn tidy_order(order: &mut Order, now: Timestamp, dropped: &mut Dropped) {
    texts::order(order);
    days::order(order, now, dropped);
    order.refunds.retain(|refund| !refund.amount.0.is_zero());
    parcels::tidy(&mut order.shipments, dropped);
    // Shops do not change the status when the parcels arrive, but this is news.
    let status = &order.status;
    let is_sent = status.stage == Stage::Sent && !status.has_words();
    if is_sent && order.standing() == Stage::Delivered {
        order.status.stage = Stage::Delivered;
    }
}

fn tidy_part(part: &mut OrderPart, now: Timestamp, dropped: &mut Dropped) {
    texts::part(part);
    days::part(part, now, dropped);
    part.refunds.retain(|refund| !refund.amount.0.is_zero());
    parcels::tidy(&mut part.shipments, dropped);
}

fn tidy_fact(fact: &mut Fact, now: Timestamp, dropped: &mut Dropped) {
    match fact {
        Fact::Part(part) => tidy_part(part, now, dropped),
        Fact::Shipment(shipment) => {
            days::moment("shipped_at", &mut shipment.shipped_at, now, dropped);
            texts::parcel(shipment);
            parcels::first(shipment, dropped);
        }
        Fact::Refund(_)
        | Fact::Stock { .. }
        | Fact::Purchase { .. }
        | Fact::Address { .. }
        | Fact::Status(_)
        | Fact::Promise { .. } => {}
    }
}

/// Reads the recipients of mails, once everything else was checked.
pub(super) fn addresses(delivery: &mut Delivery) {
    match delivery {
        Delivery::Event {
            payload: EventPayload::Order(order),
            ..
        } => mailboxes::read(&mut order.customer),
        Delivery::Event {
            payload:
                EventPayload::Fact {
                    fact: Fact::Part(part),
                    ..
                },
            ..
        } => mailboxes::read(&mut part.customer),
        Delivery::Customer(record) => mailboxes::read_record(record),
        Delivery::Event { .. }
        | Delivery::Stock(_)
        | Delivery::Purchase(_)
        | Delivery::Ping
        | Delivery::Ignored { .. } => {}
    }
}

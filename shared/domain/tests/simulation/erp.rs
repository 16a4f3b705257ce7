//! The ERP beside the shop, and the beginnings of orders: drawn from a random
//! sequence of its own.

use fastrand::Rng;
use wismo_domain::intake::import::ImportBatch;
use wismo_domain::log::{Event, EventPayload, Fact, Via};
use wismo_domain::order::{
    Document, DocumentKind, LinePart, Order, OrderPart, Shipment, ShipmentState, Stage, Status,
};
use wismo_domain::storage::keys::OrderKey;
use wismo_domain::time::{Duration, Timestamp};

use crate::scenario::{Arrival, base};
use crate::world::{Dials, begin};

/// The draws for an order beside its statuses.
pub(crate) struct Tale {
    rng: Rng,
    /// The stage of its first versions, and the version before which that ends.
    begins: Option<(Stage, i64)>,
    /// The version from which on it is cancelled.
    ends: Option<i64>,
    placed_at: Option<Timestamp>,
    part_of: Option<String>,
    /// The version from which on the shop has each paper, and each parcel.
    papers: Vec<i64>,
    parcels: Vec<i64>,
    /// The versions that say that the item is there; none if none says it.
    stock: Option<u32>,
}

impl Tale {
    pub(crate) fn of(dials: &Dials, index: u64) -> Self {
        let mut rng = Rng::with_seed(dials.seed ^ (0x7461_6c65 + index));
        let stages = [
            Stage::Draft,
            Stage::Cancelled,
            Stage::PaymentFailed,
            Stage::Refunded,
        ];
        let begins =
            (rng.u32(..4) == 0).then(|| (*rng.choice(&stages).expect("not empty"), rng.i64(0..=3)));
        let ends = (rng.u32(..6) == 0).then(|| rng.i64(1..=5));
        let days = *rng.choice(&[0, 0, 6, 6, 8]).expect("not empty");
        let placed_at = (days > 0).then(|| begin() + Duration::days(-days));
        let part_of = (rng.u32(..10) == 0).then(|| "whole".to_owned());
        let mut from =
            |most: u32| -> Vec<i64> { (0..rng.u32(0..=most)).map(|_| rng.i64(-1..=5)).collect() };
        let (papers, parcels) = (from(2), from(2));
        let stock = (rng.u32(..3) == 0).then(|| rng.u32(..));
        Self {
            rng,
            begins,
            ends,
            placed_at,
            part_of,
            papers,
            parcels,
            stock,
        }
    }

    /// Adds the draws for a version to it. A later version does not take any of them back.
    pub(crate) fn dress(&self, order: &mut Order, at: i64, dials: &Dials) {
        order.updated_at = dated(dials, at);
        order.placed_at = self.placed_at;
        order.part_of.clone_from(&self.part_of);
        match self.begins {
            Some((stage, until)) if at < until => {
                order.status = Status::new("x", stage);
            }
            _ if self.ends.is_some_and(|from| at >= from) => {
                order.status = Status::new("gone", Stage::Cancelled);
            }
            _ => {}
        }
        let has = |from: &i64| *from <= at;
        for (index, _) in (1..).zip(&self.papers).filter(|(_, from)| has(from)) {
            order.documents.push(invoice("w", index));
        }
        for (index, _) in (1..).zip(&self.parcels).filter(|(_, from)| has(from)) {
            order
                .shipments
                .push(parcel("w", &format!("E{index}"), index));
        }
        for line in &mut order.lines {
            line.stock = self
                .stock
                .map(|bits| i64::from(bits >> (at + 1) & 1).into());
        }
    }

    /// Makes the ERP's words about the order: some parts, late, repeated and at once.
    pub(crate) fn parts(&mut self, key: &OrderKey, dials: &Dials) -> Vec<(i64, Arrival)> {
        let mut arrivals = Vec::new();
        if !dials.erp {
            return arrivals;
        }
        let rng = &mut self.rng;
        for number in 0..rng.i64(1..=4) {
            let at = number - i64::from(rng.u32(..4) == 0);
            let mut part = part(rng, key, dated(dials, at));
            part.placed_at = self.placed_at;
            let fact = Fact::Part(Box::new(part));
            let via = *rng
                .choice(&[
                    Via::Hook,
                    Via::Hook,
                    Via::Hook,
                    Via::Import,
                    Via::Import,
                    Via::QuietImport,
                    Via::HeldImport,
                ])
                .expect("not empty");
            let via = match via {
                _ if !dials.imports => Via::Hook,
                Via::HeldImport if dials.hold && dials.opens => Via::Import,
                via => via,
            };
            let is_import = via != Via::Hook && rng.u32(..4) > 0;
            for _ in 0..*rng.choice(&[1, 1, 2, 3]).expect("not empty") {
                let arrives = number * rng.i64(0..dials.gap) + rng.i64(0..20_000);
                let said = EventPayload::Fact {
                    at: dated(dials, at),
                    n: None,
                    fact: fact.clone(),
                };
                arrivals.push((
                    arrives,
                    if is_import {
                        let orders = vec![(key.clone(), Event::new(base(), said))];
                        let batch = ImportBatch {
                            orders,
                            ..ImportBatch::default()
                        };
                        Arrival::Import(batch, via)
                    } else {
                        Arrival::Orders(vec![(key.clone(), said)], via)
                    },
                ));
            }
        }
        arrivals
    }
}

/// Returns the date of a version: long before all that Wismo's clock says, or about then.
pub(crate) fn dated(dials: &Dials, at: i64) -> Timestamp {
    match dials.abreast {
        true => begin() + Duration::milliseconds(at * dials.gap / 2),
        false => base() + Duration::seconds(at),
    }
}

fn invoice(whose: &str, index: usize) -> Document {
    Document {
        number: Some(format!("F{index}")),
        ..Document::new(&format!("{whose}{index}"), DocumentKind::Invoice)
    }
}

fn parcel(whose: &str, number: &str, index: usize) -> Shipment {
    Shipment {
        tracking_number: Some(number.to_owned()),
        ..Shipment::new(&format!("{whose}{index}"), ShipmentState::Sent)
    }
}

/// Makes some of what an ERP may say; it does not take back what it leaves out.
fn part(rng: &mut Rng, key: &OrderKey, at: Timestamp) -> OrderPart {
    let mut part = OrderPart::new(&key.order, at);
    for index in 1..=3 {
        if rng.u32(..3) == 0 {
            part.documents.push(invoice("e", index));
        }
        if rng.u32(..3) == 0 {
            let number = format!("e {index}");
            part.shipments.push(parcel("e", &number, index));
        }
    }
    let is_whole = rng.u32(..4) == 0;
    if is_whole || rng.u32(..4) == 0 {
        let stages = [
            Stage::Preparing,
            Stage::Preparing,
            Stage::OnHold,
            Stage::Other,
            Stage::Draft,
            Stage::Cancelled,
        ];
        let code = format!("e{}", rng.u32(..3));
        part.status = Some(Status::new(&code, *rng.choice(&stages).expect("not empty")));
    }
    let delivered = (rng.u32(..5) == 0).then(|| rng.i64(0..=2).into());
    if is_whole || delivered.is_some() {
        part.lines = vec![LinePart {
            sku: Some("a".to_owned()),
            name: is_whole.then(|| "A thing".to_owned()),
            quantity: is_whole.then(|| 2.into()),
            delivered,
            ..LinePart::default()
        }];
    }
    if is_whole {
        part.currency = Some("EUR".to_owned());
        part.customer.email = Some("customer@shop.example".to_owned());
    }
    part.picked = rng.u32(..6) == 0;
    part
}

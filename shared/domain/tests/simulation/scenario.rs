//! The scenario of a run: the draws of a seed before the run begins.

use fastrand::Rng;
use wismo_domain::intake::customer::CustomerRecord;
use wismo_domain::intake::import::ImportBatch;
use wismo_domain::log::ItemEvent;
use wismo_domain::log::{Event, EventPayload, Fact, Via};
use wismo_domain::order::{
    Amount, Contact, Customer, Line, Order, Refund, Role, Shipment, ShipmentState, Stage, Status,
    StatusFrom,
};
use wismo_domain::storage::keys::OrderKey;
use wismo_domain::time::{Date, Duration, Timestamp};

use crate::erp::{Tale, dated};
use crate::world::{Dials, Patience, Word};

pub(crate) fn dials(seed: u64, rng: &mut Rng) -> Dials {
    Dials {
        seed,
        crash: *rng.choice(&[0, 5, 20, 60]).expect("not empty"),
        fault: *rng.choice(&[0, 0, 10, 60]).expect("not empty"),
        ticket_fault: *rng.choice(&[0, 0, 0, 0, 400]).expect("not empty"),
        stall: *rng.choice(&[0, 5, 40]).expect("not empty"),
        poised: *rng.choice(&[0, 0, 300]).expect("not empty"),
        late: *rng.choice(&[0, 0, 0, 30]).expect("not empty"),
        halts: *rng.choice(&[0, 0, 500]).expect("not empty"),
        waits: *rng.choice(&[0, 0, 2]).expect("not empty"),
        stale: *rng.choice(&[0, 0, 0, 2_000]).expect("not empty"),
        atomic: rng.bool(),
        idempotent: rng.u32(..4) > 0,
        provider_trouble: *rng.choice(&[0, 50, 150]).expect("not empty"),
        versions: *rng.choice(&[2, 6, 6]).expect("not empty"),
        imports: rng.bool(),
        desk: rng.bool(),
        gap: *rng.choice(&[30_000, 150_000]).expect("not empty"),
        settle: *rng.choice(&[0, 0, 30, 120]).expect("not empty"),
        calm: *rng.choice(&[1, 5]).expect("not empty"),
        hold: rng.u32(..5) == 0,
        opens: rng.bool(),
        opens_after: *rng.choice(&[0, 1, 2, 4, 7]).expect("not empty"),
        drains: match rng.u32(..3) {
            0 => 2_000..12_000,
            _ => 10_000..70_000,
        },
        patience: patience(seed),
        contacts: contacts(seed),
        ..sources(seed)
    }
}

/// Draws who speaks of the orders, and how; the rest is drawn elsewhere.
fn sources(seed: u64) -> Dials {
    let rng = &mut Rng::with_seed(seed ^ 0x736f_7572);
    Dials {
        erp: rng.bool(),
        status_from: match rng.bool() {
            true => StatusFrom::Erp,
            false => StatusFrom::Shop,
        },
        abreast: rng.u32(..3) == 0,
        alike: rng.u32(..3) == 0,
        runs_out: *rng
            .choice(&[None, None, Some(Word::Order), Some(Word::Item)])
            .expect("not empty"),
        ..Dials::default()
    }
}

/// Draws the settings by which a shop lets news wait for the better part of a
/// day. It uses a random sequence of its own, as their changes do, so that the
/// schedules of all others stay as they are.
fn patience(seed: u64) -> Option<Patience> {
    let rng = &mut Rng::with_seed(seed ^ 0x7061_7469);
    let patience = [Patience::Settle, Patience::Digest, Patience::Quiet];
    let patience = *rng.choice(&patience).expect("not empty");
    (rng.u32(..5) == 0).then_some(patience)
}

/// Draws how many people besides the customer get each mail. It uses a random
/// sequence of its own, too.
fn contacts(seed: u64) -> usize {
    let rng = &mut Rng::with_seed(seed ^ 0x636f_6e74);
    rng.usize(..8).saturating_sub(5)
}

/// Draws changes of the shop's patience, mostly just when something happens.
pub(crate) fn changes(dials: &Dials, arrivals: &mut Vec<(i64, Arrival)>) {
    let rng = &mut Rng::with_seed(dials.seed ^ 0x7475_726e);
    if dials.patience.is_none() {
        return;
    }
    for _ in 0..rng.u32(1..=3) {
        let at = match rng.u32(..3) {
            0 => rng.i64(0..7 * dials.gap),
            _ => behind_one(rng, arrivals, 20_000),
        };
        arrivals.push((at, Arrival::Patience));
    }
    arrivals.sort_by_key(|(at, _)| -at);
}

/// Draws moves of some orders to the shop's trash, mostly just after something is said of
/// them; what is said later takes them out again. It uses a random sequence of its own, too.
pub(crate) fn trashed(dials: &Dials, keys: &[OrderKey], arrivals: &mut Vec<(i64, Arrival)>) {
    let rng = &mut Rng::with_seed(dials.seed ^ 0x7472_6173);
    if rng.u32(..8) > 0 {
        return;
    }
    for _ in 0..rng.u32(1..=2) {
        let at = match rng.u32(..3) {
            0 => rng.i64(0..7 * dials.gap),
            _ => behind_one(rng, arrivals, 2_000),
        };
        let key = rng.choice(keys).expect("not empty").clone();
        let batch = vec![(key, EventPayload::Trashed)];
        arrivals.push((at, Arrival::Orders(batch, Via::Hook)));
    }
    arrivals.sort_by_key(|(at, _)| -at);
}

/// The arrivals from outside.
pub(crate) enum Arrival {
    Orders(Vec<(OrderKey, EventPayload)>, Via),
    Import(ImportBatch, Via),
    Item(Timestamp, Fact),
    Release,
    Opening,
    ByHand(OrderKey, u32),
    Said(OrderKey, EventPayload),
    Recall(OrderKey),
    /// The shop loses its patience, or finds it again.
    Patience,
}

/// Draws what the shop sends: some versions of each order, late, repeated and at once,
/// what it says of an item, and releases. They are sorted by time, latest first.
pub(crate) fn deliveries(rng: &mut Rng, keys: &[OrderKey], dials: &Dials) -> Vec<(i64, Arrival)> {
    let mut arrivals = Vec::new();
    for (index, key) in (0..).zip(keys) {
        let mut tale = Tale::of(dials, index);
        let mut statuses = vec!["received".to_owned()];
        for version in 0..rng.i64(1..=dials.versions) {
            if rng.u32(..3) > 0 {
                statuses.push(format!("s{version}"));
            } else if rng.bool() {
                // The order moves back, parcels and all.
                statuses.truncate(1);
            }
            // Some versions share a second, as WooCommerce's do.
            let at = if rng.u32(..4) == 0 {
                version - 1
            } else {
                version
            };
            let status = statuses.last().expect("not empty");
            let steps = statuses.len() - 1;
            // In the end, everything is sent, so that the order no longer
            // waits; some orders stop waiting and wait again.
            let waits = match dials.waits {
                0 => steps != 4,
                of => rng.u32(..of) > 0,
            };
            let mut order = order(key, at, status, steps, waits, rng.u32(..4));
            tale.dress(&mut order, at, dials);
            let contacts = (0..dials.contacts).map(|number| Contact {
                role: Role::Customer,
                name: None,
                email: format!("contact{number}@shop.example"),
            });
            order.customer.contacts = contacts.collect();
            let via = *rng
                .choice(&[
                    Via::Hook,
                    Via::Hook,
                    Via::Hook,
                    Via::Hook,
                    Via::Hook,
                    Via::Import,
                    Via::QuietImport,
                    Via::HeldImport,
                ])
                .expect("not empty");
            // A shop that lets everything go at once does not let any import go after that.
            let via = match via {
                _ if !dials.imports => Via::Hook,
                Via::HeldImport if dials.hold && dials.opens => Via::Import,
                via => via,
            };
            // Most imports are accepted first and worked off later.
            let is_import = via != Via::Hook && rng.u32(..4) > 0;
            let beside = if is_import {
                beside(rng)
            } else {
                ImportBatch::default()
            };
            for _ in 0..*rng.choice(&[1, 1, 2, 3]).expect("not empty") {
                let arrives = version * rng.i64(0..dials.gap) + rng.i64(0..20_000);
                let said = EventPayload::Order(Box::new(order.clone()));
                if !is_import {
                    let batch = vec![(key.clone(), said)];
                    arrivals.push((arrives, Arrival::Orders(batch, via)));
                    continue;
                }
                let order = (key.clone(), Event::new(base(), said));
                // Some come in one import with those before them.
                match arrivals.last_mut() {
                    Some((_, Arrival::Import(others, other)))
                        if *other == via && rng.u32(..3) == 0 =>
                    {
                        others.orders.push(order);
                    }
                    _ => {
                        let mut import = beside.clone();
                        import.orders.push(order);
                        arrivals.push((arrives, Arrival::Import(import, via)));
                    }
                }
            }
        }
        if rng.u32(..12) == 0 {
            let batch = vec![(key.clone(), EventPayload::Deleted)];
            let arrives = rng.i64(0..7 * dials.gap);
            // Some versions of that time would bring it back.
            if !dials.abreast {
                arrivals.push((arrives, Arrival::Orders(batch, Via::Hook)));
            }
        }
        arrivals.extend(tale.parts(key, dials));
    }
    for version in 0..rng.i64(0..=if dials.erp { 6 } else { 3 }) {
        // It takes turns, where there are more: it runs out and comes back.
        let quantity = match dials.erp {
            true => version % 2,
            false => rng.i64(0..=1),
        };
        let fact = Fact::Stock {
            sku: "a".to_owned(),
            quantity: Some(quantity.into()),
            expected_on: rng.bool().then(|| day(rng.u8(1..=3))),
        };
        let at = match dials.abreast {
            true => dated(dials, version),
            false => base() + Duration::seconds(100 + version - rng.i64(0..=1)),
        };
        for _ in 0..*rng.choice(&[1, 1, 2]).expect("not empty") {
            // Some come just when an order arrives that waits for the item.
            let arrives = match rng.bool() {
                true => behind_one(rng, &arrivals, 1_500),
                false => rng.i64(0..4 * dials.gap),
            };
            arrivals.push((arrives, Arrival::Item(at, fact.clone())));
        }
    }
    // Some let go just when something arrives that is to be held.
    let lets_go = match rng.bool() {
        true => behind_one(rng, &arrivals, 8_000),
        false => rng.i64(30_000..7 * dials.gap),
    };
    if dials.hold && dials.opens {
        if dials.opens_after == 0 {
            arrivals.push((lets_go, Arrival::Opening));
        }
    } else if dials.hold || rng.u32(..4) == 0 {
        arrivals.push((lets_go, Arrival::Release));
    }
    // This happens mostly just when something else does.
    for key in keys.iter().filter(|_| dials.desk) {
        let moment = |rng: &mut Rng, arrivals: &[_]| match rng.bool() {
            true => behind_one(rng, arrivals, 20_000),
            false => rng.i64(0..7 * dials.gap),
        };
        if rng.bool() {
            for id in 0..rng.u32(1..=2) {
                let at = moment(rng, &arrivals);
                arrivals.push((at, Arrival::ByHand(key.clone(), id)));
            }
        }
        if rng.u32(..3) == 0 {
            for _ in 0..rng.u32(1..=2) {
                let at = moment(rng, &arrivals);
                arrivals.push((at, Arrival::Recall(key.clone())));
            }
        }
        if rng.u32(..4) == 0 {
            let at = moment(rng, &arrivals);
            let held = Arrival::Said(key.clone(), EventPayload::Held(true));
            arrivals.push((at, held));
            let at = moment(rng, &arrivals);
            let let_go = Arrival::Said(key.clone(), EventPayload::Held(false));
            arrivals.push((at, let_go));
        }
        if rng.u32(..6) == 0 {
            let at = moment(rng, &arrivals);
            arrivals.push((at, Arrival::Said(key.clone(), EventPayload::Cancelled)));
        }
    }
    arrivals.sort_by_key(|(at, _)| -at);
    arrivals
}

/// Draws the other messages of an import.
fn beside(rng: &mut Rng) -> ImportBatch {
    let mut import = ImportBatch::default();
    for _ in 0..*rng.choice(&[0, 0, 0, 0, 1, 2]).expect("not empty") {
        import.items.push(ItemEvent {
            at: base() + Duration::seconds(100 + rng.i64(0..=3)),
            received_at: base(),
            via: Via::Import,
            fact: Fact::Stock {
                sku: "a".to_owned(),
                quantity: Some(rng.i64(0..=1).into()),
                expected_on: rng.bool().then(|| day(rng.u8(1..=3))),
            },
        });
    }
    if rng.u32(..3) == 0 {
        let updated_at = base() + Duration::seconds(rng.i64(0..=3));
        import.customers.push(CustomerRecord {
            name: Some("Ann".to_owned()),
            ..CustomerRecord::new("c", updated_at)
        });
    }
    import
}

/// Draws a moment shortly after one of the arrivals.
fn behind_one(rng: &mut Rng, arrivals: &[(i64, Arrival)], within: i64) -> i64 {
    let at = rng.choice(arrivals).map_or(0, |(at, _)| *at);
    at + rng.i64(0..within)
}

fn day(day: u8) -> Date {
    format!("2026-12-{day:02}").parse().expect("a day")
}

pub(crate) fn base() -> Timestamp {
    Timestamp::UNIX_EPOCH + Duration::hours(24 * 19_000)
}

fn order(key: &OrderKey, at: i64, status: &str, steps: usize, waits: bool, extra: u32) -> Order {
    let shipment = |number: usize| Shipment {
        tracking_number: Some(format!("T{number}")),
        ..Shipment::new(&format!("p{number}"), ShipmentState::Sent)
    };
    let refund = |_| Refund {
        id: "r".to_owned(),
        amount: Amount((steps as u64).into()),
        reason: None,
        lines: Vec::new(),
    };
    let line = Line {
        sku: Some("a".to_owned()),
        delivered: (!waits).then(|| 2.into()),
        ..Line::new("1", "A thing", 2.into())
    };
    Order {
        customer: Customer {
            email: Some("customer@shop.example".to_owned()),
            ..Customer::default()
        },
        lines: vec![line],
        shipments: (1..=steps / 2).map(shipment).collect(),
        refunds: (extra == 0).then_some(()).map(refund).into_iter().collect(),
        ..Order::new(
            &key.order,
            base() + Duration::seconds(at),
            Status::new(status, Stage::Other),
            "EUR",
        )
    }
}

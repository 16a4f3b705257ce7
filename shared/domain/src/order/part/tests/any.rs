//! Random orders and parts with few ids and numbers, so that many of them collide.

use fastrand::Rng;
use serde_json::{Value, json};

use super::{AT, Order, OrderPart, Stage, Status, StatusFrom, order, part};
use crate::log::{Fact, Facts, RecordedFact, Via};
use crate::time::{Duration, Timestamp};

/// One of these, or none.
fn one(rng: &mut Rng, of: &[&str]) -> Option<String> {
    let index = rng.usize(..=of.len());
    of.get(index).map(|word| (*word).to_owned())
}

fn list(rng: &mut Rng, member: impl Fn(&mut Rng, &str) -> Value) -> Value {
    let mut ids = vec!["1", "2", "3"];
    rng.shuffle(&mut ids);
    let most = rng.usize(..=ids.len());
    let members = ids.into_iter().take(most);
    members.map(|id| member(rng, id)).collect()
}

/// A list in which no name stands twice.
fn distinct(list: &Value, name: impl Fn(&Value) -> Option<String>) -> Value {
    let mut names = Vec::new();
    let mut members = list.as_array().cloned().unwrap_or_default();
    members.retain(|member| {
        let name = name(member);
        let is_new = name.is_none() || !names.contains(&name);
        names.push(name);
        is_new
    });
    Value::Array(members)
}

/// The number by which a parcel is known.
fn number_of(shipment: &Value) -> Option<String> {
    let number = shipment["tracking_number"].as_str()?;
    let number = number.replace(' ', "").to_uppercase();
    Some(number).filter(|number| !number.is_empty())
}

/// The number by which a paper is known.
fn paper_of(document: &Value) -> Option<String> {
    let number = document["number"].as_str().or(document["id"].as_str())?;
    Some(format!("{} {number}", document["kind"]))
}

/// A shop's or an ERP's word about an order.
fn says(rng: &mut Rng) -> Value {
    let line = |rng: &mut Rng, id: &str| {
        json!({
            "id": id, "sku": one(rng, &["A", "B"]), "name": "Mug", "quantity": 9,
            "delivered": one(rng, &["1", "2"]), "stock": one(rng, &["0", "5"]),
            "expected_on": one(rng, &["2026-12-01", "2026-12-24"]), "total": one(rng, &["1", "2"])
        })
    };
    let contents = |rng: &mut Rng| list(rng, |_, id| json!({ "line": id, "quantity": 1 }));
    let shipment = |rng: &mut Rng, id: &str| {
        json!({
            "id": id, "tracking_number": one(rng, &["T1", "t 1", "T2", ""]), "lines": contents(rng),
            "state": one(rng, &["pending", "failed"]).unwrap_or_else(|| "sent".to_owned())
        })
    };
    let refund = |rng: &mut Rng, id: &str| {
        let amount = one(rng, &["1", "2"]).unwrap_or_else(|| "3".to_owned());
        json!({ "id": id, "amount": amount, "lines": contents(rng) })
    };
    let document = |rng: &mut Rng, id: &str| {
        let kind = one(rng, &["invoice"]).unwrap_or_else(|| "other".to_owned());
        let number = one(rng, &["1", "F-1", "F-2"]);
        json!({ "id": id, "kind": kind, "number": number, "total": one(rng, &["1", "2"]) })
    };
    let currency = if rng.u8(..8) == 0 { "NOK" } else { "EUR" };
    json!({
        "currency": currency, "lines": list(rng, line), "shipments": distinct(&list(rng, shipment), number_of),
        "refunds": list(rng, refund), "documents": distinct(&list(rng, document), paper_of),
        "status": { "code": one(rng, &["a", "b"]).unwrap_or_else(|| "c".to_owned()), "stage": "other" },
        "expected_on": one(rng, &["2026-12-01", "2026-12-24"])
    })
}

/// Ids that stand twice would make two things one for whoever looks them up.
fn has_ids_twice(order: &Order) -> bool {
    let twice = |mut ids: Vec<&str>| {
        let len = ids.len();
        ids.sort_unstable();
        ids.dedup();
        ids.len() < len
    };
    twice(order.lines.iter().map(|line| line.id.as_str()).collect())
        || twice(order.shipments.iter().map(|one| one.id.as_str()).collect())
        || twice(order.refunds.iter().map(|one| one.id.as_str()).collect())
        || twice(order.documents.iter().map(|one| one.id.as_str()).collect())
}

#[test]
fn a_part_that_is_added_once_more_changes_nothing() {
    for seed in 0..20_000 {
        let mut rng = Rng::with_seed(seed);
        let mut order = order(&says(&mut rng));
        let part = part(&says(&mut rng));
        let status_from = if rng.bool() {
            StatusFrom::Erp
        } else {
            StatusFrom::Shop
        };
        part.add_to(&mut order, status_from);
        assert!(!has_ids_twice(&order), "seed {seed}: {order:#?}");
        let once = order.clone();
        part.add_to(&mut order, status_from);
        assert_eq!(order, once, "seed {seed}: {part:#?}");
    }
}

fn told(n: u64, second: i64, part: OrderPart) -> RecordedFact {
    let at = Timestamp::UNIX_EPOCH + Duration::seconds(second);
    let received_at = at;
    let fact = Fact::Part(Box::new(OrderPart {
        updated_at: at,
        ..part
    }));
    RecordedFact {
        at,
        n,
        event: n,
        received_at,
        via: Via::Import,
        fact,
    }
}

#[test]
fn the_newest_part_counts_whatever_order_the_parts_arrive_in() {
    let erp = |picked: bool, day: &str| part(&json!({ "picked": picked, "expected_on": day }));
    let mut all = vec![
        told(1, 10, erp(true, "2026-12-01")),
        told(2, 30, erp(false, "2026-12-24")),
        told(3, 20, erp(true, "2026-12-10")),
        // The newest once more, and one with the same date from a clock that is behind.
        told(4, 30, erp(false, "2026-12-24")),
    ];
    for seed in 0..50 {
        Rng::with_seed(seed).shuffle(&mut all);
        let mut facts = Facts::default();
        for told in &all {
            facts.take(told.clone());
            facts.take(told.clone());
        }
        // The shop's version may be older or newer.
        for at in [AT, "1970-01-01T00:00:00Z"] {
            let at: Timestamp = at.parse().unwrap();
            let mut order = Order::new("324", at, Status::new("new", Stage::Received), "EUR");
            facts.apply(&mut order, StatusFrom::Shop);
            let day = order.expected_on.map(|day| day.to_string());
            assert_eq!((order.picked, day.as_deref()), (true, Some("2026-12-24")));
        }
    }
}

#[test]
fn parts_that_say_nothing_new_are_let_go_once_there_are_many() {
    let erp = |picked: bool| part(&json!({ "picked": picked }));
    let kept = |all: &[RecordedFact]| {
        let mut facts = Facts::default();
        for told in all {
            facts.take(told.clone());
        }
        facts.iter().map(|told| told.n).collect::<Vec<_>>()
    };
    let mut all: Vec<RecordedFact> = (1..=100)
        .map(|n| told(n, 10 * n.cast_signed(), erp(n > 50)))
        .collect();
    // Whatever order they arrive in, there are no more than twenty, and the newest is there.
    for seed in 0..50 {
        let kept = kept(&all);
        assert!(kept.len() <= 20 && kept.contains(&100), "{kept:?}");
        Rng::with_seed(seed).shuffle(&mut all);
    }
}

#[test]
fn of_a_lines_stock_and_day_the_last_word_counts_whoever_said_it() {
    let stock = |second: i64, quantity: i64, day: &str| {
        let at = Timestamp::UNIX_EPOCH + Duration::seconds(second);
        let fact = Fact::Stock {
            sku: "A".to_owned(),
            quantity: Some(quantity.into()),
            expected_on: Some(day.parse().unwrap()),
        };
        RecordedFact {
            at,
            n: 7,
            event: 7,
            received_at: at,
            via: Via::Item,
            fact,
        }
    };
    let lines = |line: Value| json!({ "lines": [line] });
    let erp = |second| {
        let line = json!({ "sku": "A", "stock": 5, "expected_on": "2026-12-24" });
        told(8, second, part(&lines(line)))
    };
    for (order_at, part_at, stock_at, counts, by_day) in [
        (100, 300, 200, 5, "2026-12-24"),
        (100, 200, 300, 0, "2026-12-01"),
        (300, 100, 200, 0, "2026-12-01"),
        (300, 200, 100, 5, "2026-12-24"),
    ] {
        let mut facts = Facts::default();
        facts.take(erp(part_at));
        facts.take(stock(stock_at, 0, "2026-12-01"));
        let mut order = order(&lines(
            json!({ "id": "1", "sku": "A", "name": "Mug", "quantity": 1 }),
        ));
        order.updated_at = Timestamp::UNIX_EPOCH + Duration::seconds(order_at);
        facts.apply(&mut order, StatusFrom::Shop);
        let line = &order.lines[0];
        let day = line.expected_on.unwrap().to_string();
        assert_eq!(
            (line.stock, day.as_str()),
            (Some(counts.into()), by_day),
            "{order_at} {part_at} {stock_at}"
        );
    }
}

//! The changes that a platform's bodies come to: `cases/{platform}/*.json`.
//!
//! A case has a `base`, the name of a fixture; `before`, the differences of
//! the earlier body from it (null if the order is new); `now`, the differences
//! of the later body; and the `changes` between the two, exactly. A difference
//! is a JSON pointer and its value, or `-` and the pointer of a value that is
//! missing.

use std::collections::BTreeSet;

use fastrand::Rng;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use wismo_domain::changes::{Change, ChangeKind, changes, first_changes};
use wismo_domain::log::{EventPayload, Facts, order_of};
use wismo_domain::order::{Order, StatusFrom};
use wismo_domain::shop::Platform::{self, Shopify, Standard, Woocommerce};

use crate::delivery::Delivery;
use crate::shops::test_shop::{deliver, fixture, fixtures};

const PLATFORMS: [(Platform, &str); 3] = [
    (Woocommerce, "woocommerce"),
    (Shopify, "shopify"),
    (Standard, "standard"),
];

/// Every kind of change, as the schema lists them.
fn kinds() -> Vec<ChangeKind> {
    let schema = schemars::schema_for!(ChangeKind).to_value();
    let kinds = schema["oneOf"].as_array().unwrap().iter();
    let kinds = kinds.map(|kind| serde_json::from_value(kind["const"].clone()).unwrap());
    kinds.collect()
}

/// The changes that a platform cannot tell: an ERP does, through the generic
/// source. `docs/platforms/coverage.md` says so too.
const fn cannot_tell(platform: Platform) -> &'static [ChangeKind] {
    match platform {
        Woocommerce => &[
            ChangeKind::LinesCancelled,
            ChangeKind::Credited,
            ChangeKind::Picked,
            ChangeKind::BackInStock,
            ChangeKind::Returned,
        ],
        Shopify => &[
            ChangeKind::Invoiced,
            ChangeKind::Credited,
            ChangeKind::PackingSlipPrinted,
            ChangeKind::Picked,
            ChangeKind::BackInStock,
        ],
        Standard => &[],
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    why: String,
    base: String,
    before: Option<Map<String, Value>>,
    now: Map<String, Value>,
    changes: Value,
}

fn cases(folder: &str) -> Vec<(String, Case)> {
    let path = format!("{}/cases/{folder}", env!("CARGO_MANIFEST_DIR"));
    let mut cases: Vec<(String, Case)> = std::fs::read_dir(path)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.display().to_string();
            let case = serde_json::from_slice(&std::fs::read(&path).unwrap());
            let case = case.unwrap_or_else(|error| panic!("{name}: {error}"));
            (name, case)
        })
        .collect();
    cases.sort_by(|(a, _), (b, _)| a.cmp(b));
    assert!(!cases.is_empty());
    cases
}

/// Applies differences to a body.
fn with(body: &Value, different: &Map<String, Value>) -> Value {
    let mut body = body.clone();
    for (pointer, value) in different {
        let (pointer, is_gone) = match pointer.strip_prefix('-') {
            Some(pointer) => (pointer, true),
            None => (pointer.as_str(), false),
        };
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        match body.pointer_mut(parent) {
            Some(Value::Object(fields)) if is_gone => drop(fields.remove(key).unwrap()),
            Some(Value::Object(fields)) => drop(fields.insert(key.to_owned(), value.clone())),
            Some(Value::Array(members)) => {
                let index: usize = key.parse().unwrap();
                if is_gone {
                    members.remove(index);
                } else if index == members.len() {
                    members.push(value.clone());
                } else {
                    members[index] = value.clone();
                }
            }
            other => panic!("{pointer}: {other:?}"),
        }
    }
    body
}

/// The JSON text of a value, with its fields in random order.
fn shuffled(value: &Value, rng: &mut Rng) -> String {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            rng.shuffle(&mut fields);
            let fields = fields.into_iter().map(|(name, field)| {
                format!("{}:{}", Value::from(name.as_str()), shuffled(field, rng))
            });
            format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
        }
        Value::Array(members) => {
            let members = members.iter().map(|member| shuffled(member, rng));
            format!("[{}]", members.collect::<Vec<_>>().join(","))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value.to_string(),
    }
}

/// The order in a body as its log knows it; checks that this does not depend on
/// the order of the body's fields.
fn order(platform: Platform, body: &Value, rng: &mut Rng) -> Option<Order> {
    let delivered = deliver(platform, body.to_string().as_bytes());
    let other = deliver(platform, shuffled(body, rng).as_bytes());
    assert_eq!(delivered, other, "in another order");
    match delivered {
        Ok(Delivery::Event {
            payload: EventPayload::Order(order),
            ..
        }) => order_of(Some(&order), &Facts::default(), StatusFrom::Shop),
        _ => None,
    }
}

#[test]
fn every_case_comes_to_its_changes() {
    let mut rng = Rng::with_seed(1);
    let mut wrong = Vec::new();
    for (platform, folder) in PLATFORMS {
        for (name, case) in cases(folder) {
            let base = fixture(&format!("{folder}/{}.json", case.base));
            let base: Value = serde_json::from_slice(&base).unwrap();
            let mut order = |different| order(platform, &with(&base, different), &mut rng);
            let before = case.before.as_ref().map(|before| order(before).unwrap());
            let now = order(&case.now).unwrap();
            let found = match before.filter(Order::has_begun) {
                Some(before) => changes(&before, &now),
                None if now.has_begun() => first_changes(&now.status, &now),
                None => Vec::new(),
            };
            let found = serde_json::to_value(found).unwrap();
            if found != case.changes {
                let (why, expected) = (case.why, case.changes);
                wrong.push(format!(
                    "{name}: {why}\n  found {found}\n  not   {expected}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_kind_is_covered_or_cannot_be_told() {
    for (platform, folder) in PLATFORMS {
        let covered: BTreeSet<ChangeKind> = cases(folder)
            .into_iter()
            .flat_map(|(_, case)| serde_json::from_value::<Vec<Change>>(case.changes).unwrap())
            .filter_map(|change| change.kind())
            .collect();
        for kind in kinds() {
            let is_told = !cannot_tell(platform).contains(&kind);
            assert_eq!(covered.contains(&kind), is_told, "{folder}: {kind:?}");
        }
    }
}

#[test]
fn an_order_differs_in_nothing_from_itself_with_its_lines_in_another_order() {
    let mut rng = Rng::with_seed(2);
    for (platform, folder) in PLATFORMS {
        for name in fixtures(folder) {
            let body = fixture(&format!("{folder}/{name}.json"));
            let body: Value = serde_json::from_slice(&body).unwrap();
            let Some(before) = order(platform, &body, &mut rng) else {
                continue;
            };
            assert_eq!(changes(&before, &before), [], "{folder}/{name}");
            let mut now = before.clone();
            now.lines.reverse();
            now.shipments.reverse();
            now.refunds.reverse();
            now.documents.reverse();
            assert_eq!(changes(&before, &now), [], "{folder}/{name}");
        }
    }
}

/// A message with an order whose every field is random.
fn any_order(rng: &mut Rng) -> Value {
    let stages = [
        "received",
        "preparing",
        "part_delivered",
        "sent",
        "cancelled",
        "refunded",
    ];
    let days = [json!(null), json!("2026-09-14"), json!("2026-09-21")];
    let stage = stages[rng.usize(..stages.len())];
    let lines: Vec<Value> = (0..rng.u8(1..4))
        .map(|id| {
            let mut few = || json!(rng.u8(..4));
            json!({
                "id": id.to_string(), "name": "Hook", "quantity": 4,
                "delivered": few(), "cancelled": few(), "invoiced": few(), "credited": few(),
                "returned": few(), "stock": few(), "expected_on": days[rng.usize(..days.len())]
            })
        })
        .collect();
    let shipments: Vec<Value> = (0..rng.u8(..3))
        .map(|id| {
            let state = ["pending", "sent", "failed"][rng.usize(..3)];
            let number = rng.bool().then(|| rng.u8(..3).to_string());
            json!({ "id": id.to_string(), "state": state, "tracking_number": number })
        })
        .collect();
    let refunds: Vec<Value> = (0..rng.u8(..3))
        .map(|id| json!({ "id": id.to_string(), "amount": rng.u8(..9) }))
        .collect();
    let documents: Vec<Value> = (0..rng.u8(..3))
        .map(|id| {
            let kind = ["invoice", "credit_note", "packing_slip"][rng.usize(..3)];
            json!({ "id": id.to_string(), "kind": kind })
        })
        .collect();
    json!({ "type": "order.changed", "data": {
        "id": "1", "updated_at": "2026-08-30T09:05:12Z", "currency": "EUR",
        "status": { "code": stage, "stage": stage },
        "picked": rng.bool(), "packing_slip_printed": rng.bool(),
        "lines": lines, "shipments": shipments, "refunds": refunds, "documents": documents
    }})
}

#[test]
fn what_moves_and_moves_back_is_no_change() {
    for seed in 0..500 {
        let mut rng = Rng::with_seed(seed);
        let (a, b) = (any_order(&mut rng), any_order(&mut rng));
        let told = order(Standard, &a, &mut rng).unwrap();
        let between = order(Standard, &b, &mut rng).unwrap();
        let back = order(Standard, &a, &mut rng).unwrap();
        assert_eq!(told, back, "seed {seed}");
        assert_eq!(changes(&told, &back), [], "seed {seed}");
        assert_eq!(changes(&between, &between), [], "seed {seed}");
        let forth = changes(&told, &between);
        assert_eq!(changes(&back, &between), forth, "seed {seed}");
    }
}

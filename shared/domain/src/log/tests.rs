//! The projection does not depend on how events arrive.

use fastrand::Rng;
use futures::executor::block_on;

use super::snapshot::steps;
use super::*;
use crate::context::{Context, Environment};
use crate::order::{Line, LinePart, Order, OrderPart, Shipment, ShipmentState, Stage, Status};
use crate::settings::Settings;
use crate::storage::Numbered;
use crate::storage::keys::OrderKey;
use crate::storage::record::encode;
use crate::storage::{MemoryStore, Store};
use crate::time::{Duration, Timestamp};

struct Noon;

impl Environment for Noon {
    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH + Duration::hours(12)
    }

    fn random(&self) -> u64 {
        0
    }
}

/// Few dates and few contents, so that many events are equal, or equal in date.
fn event(rng: &mut Rng) -> Event {
    let at = Timestamp::UNIX_EPOCH + Duration::seconds(rng.i64(0..6));
    if rng.u32(..8) == 0 {
        let payload = match rng.bool() {
            true => EventPayload::Deleted,
            false => EventPayload::Trashed,
        };
        return Event::new(at, payload);
    }
    let code = format!("s{}", rng.u32(..4));
    // Some are still drafts, or came to nothing.
    let stage = *rng
        .choice(&[Stage::Other, Stage::Other, Stage::Draft, Stage::Cancelled])
        .unwrap();
    let line = Line {
        sku: Some("a".to_owned()),
        ..Line::new("1", "A thing", 2.into())
    };
    let order = Order {
        lines: vec![line],
        ..Order::new("1", at, Status::new(&code, stage), "EUR")
    };
    Event::new(at, EventPayload::Order(Box::new(order)))
}

/// A provider's report; many of these are the same.
fn report(rng: &mut Rng) -> Event {
    let at = Timestamp::UNIX_EPOCH + Duration::seconds(rng.i64(0..6));
    let event = MailEvent {
        notice: rng.u64(1..3),
        to: "ann@example.com".to_owned(),
        kind: MailEventKind::Opened,
    };
    Event::new(at, EventPayload::Mail { at, event })
}

fn fact(rng: &mut Rng, fact: Fact) -> Event {
    let second = |rng: &mut Rng| Timestamp::UNIX_EPOCH + Duration::seconds(rng.i64(0..6));
    let (at, n) = (second(rng), Some(rng.u64(1..4)));
    Event::new(second(rng), EventPayload::Fact { at, n, fact })
}

/// A fact about an item; some of these are the same.
fn stock(rng: &mut Rng) -> Event {
    let sku = "a".to_owned();
    let quantity = Some(rng.i64(0..3).into());
    let days = [None, Some("2026-12-18"), Some("2026-12-20")];
    let expected_on = rng.choice(&days).unwrap().map(|day| day.parse().unwrap());
    let stock = Fact::Stock {
        sku,
        quantity,
        expected_on,
    };
    fact(rng, stock)
}

/// A fact about a parcel by itself.
fn parcel(rng: &mut Rng) -> Event {
    let parcel = Shipment {
        tracking_number: Some(format!("T{}", rng.u32(..3))),
        ..Shipment::new("p", ShipmentState::Sent)
    };
    fact(rng, Fact::Shipment(Box::new(parcel)))
}

/// A part that an ERP sends; some of these are an order on their own.
fn part(rng: &mut Rng) -> Event {
    let Event { payload, .. } = event(rng);
    let at = Timestamp::UNIX_EPOCH + Duration::seconds(rng.i64(0..6));
    let mut part = OrderPart::new("1", at);
    part.picked = rng.bool();
    if let (EventPayload::Order(order), true) = (payload, rng.bool()) {
        part.status = Some(order.status);
        part.currency = Some(order.currency);
        part.lines = vec![LinePart {
            id: Some("1".to_owned()),
            sku: Some("a".to_owned()),
            name: Some("A thing".to_owned()),
            quantity: Some(2.into()),
            stock: rng.bool().then(|| 0.into()),
            ..LinePart::default()
        }];
    }
    fact(rng, Fact::Part(Box::new(part)))
}

#[test]
fn what_a_fact_costs_does_not_grow_with_what_is_known() {
    let compared = |items: u64| {
        let line = |item: u64| Line {
            sku: Some(format!("sku{item}")),
            ..Line::new(&item.to_string(), "A thing", 1.into())
        };
        let at = Timestamp::UNIX_EPOCH;
        let order = Order {
            lines: (0..1000).map(line).collect(),
            ..Order::new("1", at, Status::new("new", Stage::Received), "EUR")
        };
        let first = Event::new(at, EventPayload::Order(Box::new(order)));
        let mut arrivals = Numbered::default();
        arrivals.insert(1, first);
        for item in 0..items {
            let payload = EventPayload::Fact {
                at,
                n: None,
                fact: Fact::Stock {
                    sku: format!("sku{item}"),
                    quantity: Some(0.into()),
                    expected_on: Some("2026-12-18".parse().unwrap()),
                },
            };
            arrivals.insert(item + 2, Event::new(at + Duration::seconds(1), payload));
        }
        let count = || steps::COMPARED.with(std::cell::Cell::get);
        let before = count();
        let snapshot = Snapshot::default().merge(arrivals).finish().unwrap();
        assert_eq!(
            snapshot.state(&Settings::default()).unwrap().timeline.len() as u64,
            items + 1
        );
        count() - before
    };
    // One line for each fact, and no more.
    assert_eq!((compared(10), compared(400)), (10, 400));
}

#[test]
fn the_projection_is_the_same_whatever_order_the_events_become_visible_in() {
    let key = OrderKey::new("north", "1").unwrap();
    for seed in 0..60_000 {
        let mut rng = Rng::with_seed(seed);
        let len = rng.usize(1..14);
        let one = |_| match rng.u32(..7) {
            0 => report(&mut rng),
            1 => stock(&mut rng),
            2 => parcel(&mut rng),
            3 => part(&mut rng),
            _ => event(&mut rng),
        };
        let events: Vec<Event> = (0..len).map(one).collect();
        let store = MemoryStore::default();
        let mut hidden: Vec<u64> = (1..=events.len() as u64).collect();
        for _ in &events {
            block_on(store.increment(&key.len())).unwrap();
        }
        rng.shuffle(&mut hidden);
        // Some events become visible, somebody projects, and so on.
        while !hidden.is_empty() {
            for n in hidden.split_off(hidden.len().saturating_sub(rng.usize(1..4))) {
                let event = encode(&events[usize::try_from(n).unwrap() - 1]).unwrap();
                block_on(store.set(&key.event(n), event)).unwrap();
            }
            block_on(
                block_on(read(Context::new(&store, &Noon), &key))
                    .unwrap()
                    .store(&store),
            )
            .unwrap();
        }
        let step_by_step = block_on(snapshot(&store, &key)).unwrap();
        block_on(store.delete(&key.snapshot())).unwrap();
        let at_once = block_on(read(Context::new(&store, &Noon), &key))
            .unwrap()
            .snapshot;
        assert_eq!(step_by_step, at_once, "seed {seed}");
    }
}

#[test]
fn a_removed_order_keeps_what_it_was_until_a_later_version_brings_it_back() {
    let key = OrderKey::new("north", "1").unwrap();
    let store = MemoryStore::default();
    let mut rng = Rng::with_seed(1);
    let mut at = |second, deleted| loop {
        let event = event(&mut rng);
        let fits = event.at() == Timestamp::UNIX_EPOCH + Duration::seconds(second);
        if fits && matches!(event.payload, EventPayload::Deleted) == deleted {
            return event;
        }
    };
    let state = async |event: Event| {
        let appended = append(Context::new(&store, &Noon), &key, &event)
            .await
            .unwrap();
        project(Context::new(&store, &Noon), &key, appended.n, event)
            .await
            .unwrap();
        read(Context::new(&store, &Noon), &key)
            .await
            .unwrap()
            .snapshot
            .state(&Settings::default())
    };
    let first = block_on(state(at(1, false))).unwrap();
    assert!(!first.removed);
    let removed = block_on(state(at(3, true))).unwrap();
    assert!(removed.removed && removed.order == first.order);
    let late = block_on(state(at(2, false))).unwrap();
    assert!(
        late.removed,
        "a version from before the removal brought the order back"
    );
    let restored = block_on(state(at(4, false))).unwrap();
    assert!(!restored.removed);
}

#[test]
fn what_comes_back_from_the_trash_need_not_have_changed() {
    let store = MemoryStore::default();
    let order = |at: i64, code: &str| {
        let at = Timestamp::UNIX_EPOCH + Duration::seconds(at);
        let status = Status::new(code, Stage::Other);
        EventPayload::Order(Box::new(Order::new("1", at, status, "EUR")))
    };
    let is_removed = |id: &str, payloads: Vec<EventPayload>| {
        let key = OrderKey::new("north", id).unwrap();
        let mut is_removed = false;
        for payload in payloads {
            let event = Event::new(Noon.now(), payload);
            let appended = block_on(append(Context::new(&store, &Noon), &key, &event)).unwrap();
            block_on(project(
                Context::new(&store, &Noon),
                &key,
                appended.n,
                event,
            ))
            .unwrap();
            let reading = block_on(read(Context::new(&store, &Noon), &key)).unwrap();
            is_removed = reading.snapshot.is_removed();
        }
        is_removed
    };
    let (first, changed) = (order(10, "a"), order(12, "b"));
    let trashed = || EventPayload::Trashed;
    // It may come back unchanged or changed; if it is older than the known
    // version, it stays away.
    assert!(is_removed("1", vec![first.clone(), trashed()]));
    assert!(!is_removed(
        "2",
        vec![first.clone(), trashed(), first.clone()]
    ));
    assert!(!is_removed(
        "3",
        vec![first.clone(), trashed(), changed.clone()]
    ));
    assert!(is_removed(
        "4",
        vec![changed.clone(), trashed(), first.clone()]
    ));
    // Away again, and back again.
    let mut all = vec![first.clone(), trashed(), first.clone(), trashed()];
    assert!(is_removed("5", all.clone()));
    all.push(first.clone());
    assert!(!is_removed("6", all));
    // An order that is deleted for good does not come back with an old date.
    assert!(is_removed(
        "7",
        vec![first.clone(), EventPayload::Deleted, changed]
    ));
}

#[test]
fn preferences_behind_many_events_are_read_and_choosing_is_bounded() {
    let store = MemoryStore::default();
    let key = OrderKey::new("north", "1").unwrap();
    let write = |payload| {
        let event = Event {
            via: Via::Page,
            ..Event::new(Noon.now(), payload)
        };
        block_on(note(&store, &key, &event)).unwrap();
    };
    for _ in 0..300 {
        write(EventPayload::Released);
    }
    let stop = MailPreferences {
        none: true,
        ..MailPreferences::default()
    };
    write(EventPayload::Preferences(stop.clone()));
    let read = || {
        block_on(read(Context::new(&store, &Noon), &key))
            .unwrap()
            .snapshot
    };
    assert_eq!(read().preferences(), stop);
    // A stop that is taken back again and again: both count until the
    // limit, and the stop even beyond it.
    let chooses = |preferences: &MailPreferences| {
        let before = read().preferences();
        block_on(set_preferences(
            Context::new(&store, &Noon),
            &key,
            &before,
            preferences.clone(),
        ))
        .unwrap()
    };
    let accepted = (0..300).filter(|_| {
        assert_eq!(chooses(&stop), None);
        assert_eq!(read().preferences(), stop);
        chooses(&MailPreferences::default()).is_none()
    });
    assert_eq!(accepted.count(), 20);
    assert_eq!(read().preferences(), stop);
    let len = block_on(store.count(&key.len())).unwrap();
    assert_eq!(len, 301 + 2 * 20 + 1 - 1);
    // Nobody has to read the preferences one by one.
    let kept = block_on(snapshot(&store, &key)).unwrap();
    assert_eq!(kept.preferences(), stop);
    assert_eq!(kept.seen.through(), len);
}

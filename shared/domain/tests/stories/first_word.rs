//! The first word that a customer gets about an order: all that has come of it by then.

use futures::executor::block_on;
use wismo_domain::context::Environment;
use wismo_domain::log::{EventPayload, Via, append_all};
use wismo_domain::order::{
    Contact, Order, Quantity, Role, Shipment, ShipmentState, Stage, Status, store_contents,
};
use wismo_domain::time::Duration;

use crate::documents::invoice;
use crate::history::{fates, read};
use crate::shop::{SHOP, Shop, key, told_as};

/// A shop whose news settle for two minutes.
fn settling(rules: &str) -> Shop {
    Shop::new(&format!(r#"{{"settle_seconds":120,"rules":{{{rules}}}}}"#))
}

/// Makes the order as it is half a minute after it was placed.
fn placed(shop: &Shop) -> Order {
    shop.say(shop.order("1", "new"));
    shop.later(30);
    shop.order("1", "new")
}

fn sent(mut order: Order) -> Order {
    order.status = Status::new("sent", Stage::Sent);
    order
}

fn cancelled(mut order: Order) -> Order {
    order.status = Status::new("cancelled", Stage::Cancelled);
    order
}

fn tracked(mut order: Order) -> Order {
    order.shipments = vec![Shipment {
        tracking_number: Some("T1".to_owned()),
        ..Shipment::new("p", ShipmentState::Sent)
    }];
    order
}

#[test]
fn what_comes_before_placed_is_told_is_told_with_it() {
    let shop = settling(r#""invoiced":{"notify":"mail","attach":["invoice"]}"#);
    let mut order = placed(&shop);
    order.documents = vec![invoice("F-1")];
    order.customer.contacts = vec![Contact {
        role: Role::Billing,
        name: None,
        email: "books@example.com".to_owned(),
    }];
    block_on(store_contents(&shop.store, SHOP, &mut order.documents)).unwrap();
    shop.say(order);
    shop.later(120);
    let inbox = shop.inbox.take();
    let told: Vec<_> = inbox
        .iter()
        .map(|(_, to, text)| (to[0].as_str(), text.as_str()))
        .collect();
    let text = "1: placed, invoiced; attached F-1";
    assert_eq!(
        told,
        [("ann@example.com", text), ("books@example.com", text)]
    );
}

#[test]
fn placed_on_the_page_alone_silences_nothing_else() {
    for (come, told) in [
        (tracked as fn(Order) -> Order, "1: tracking_entered"),
        (sent, "1: status_changed"),
        (cancelled, "1: cancelled"),
        (
            |mut order| {
                order.documents = vec![invoice("F-1")];
                order
            },
            "1: invoiced",
        ),
        (
            |mut order| {
                order.lines[0].delivered = Some(Quantity::from(1));
                order
            },
            "1: part_delivered",
        ),
        (
            |mut order| {
                order.lines[0].credited = Some(Quantity::from(1));
                order
            },
            "1: credited",
        ),
        (
            |mut order| {
                order.expected_on = Some("2026-12-18".parse().unwrap());
                order
            },
            "1: expected_date_changed",
        ),
    ] {
        for rest in [
            r#""settle_seconds":120"#,
            r#""hold":{"mails":true}"#,
            r#""digest_hour":11"#,
        ] {
            let shop = Shop::new(&format!(
                r#"{{{rest},"rules":{{"placed":{{"notify":"page"}}}}}}"#
            ));
            let order = placed(&shop);
            shop.say(come(order));
            shop.later(30);
            assert_eq!(shop.mails(), [""; 0], "{told} {rest}");
            shop.later(7200);
            shop.release();
            shop.later(1);
            assert_eq!(shop.mails(), [told], "{rest}");
            shop.later(300);
            assert_eq!(shop.mails(), [""; 0], "{told} {rest}");
        }
    }
}

#[test]
fn what_was_cancelled_before_it_was_told_is_not_thanked_for() {
    let shop = settling("");
    let order = placed(&shop);
    shop.say(cancelled(order));
    shop.later(300);
    assert_eq!(shop.mails(), ["1: cancelled"]);
    // The notice of the placing is merged into that one; the page tells of both.
    assert_eq!(
        fates(&read(&shop, "1")),
        [
            (1, "not_mailed merged".to_owned()),
            (2, "mailed".to_owned())
        ]
    );
}

#[test]
fn where_the_order_stands_before_it_leaves_is_said_by_the_thanks() {
    let shop = settling("");
    let mut order = placed(&shop);
    order.status = told_as("paid");
    order.expected_on = Some("2026-12-18".parse().unwrap());
    shop.say(order);
    shop.later(300);
    assert_eq!(shop.mails(), ["1: placed"]);
    // If no mail thanks for the order, that is told by its own rule.
    let shop = settling(r#""placed":{"notify":"page"}"#);
    let mut order = placed(&shop);
    order.status = told_as("paid");
    shop.say(order);
    shop.later(300);
    assert_eq!(shop.mails(), ["1: status_changed"]);
}

#[test]
fn an_order_that_was_first_seen_sent_is_told_as_sent() {
    let shop = Shop::new(r#"{"rules":{"placed":{"notify":"page"}}}"#);
    shop.say(tracked(sent(shop.order("1", "x"))));
    shop.later(1);
    assert_eq!(shop.mails(), ["1: status_changed, tracking_entered"]);
}

#[test]
fn what_is_first_seen_cancelled_unpaid_or_paid_back_is_no_order_yet() {
    for stage in [
        Stage::Cancelled,
        Stage::Refunded,
        Stage::PaymentFailed,
        Stage::Draft,
    ] {
        let shop = Shop::new("{}");
        let mut order = shop.order("1", "x");
        order.status = Status::new("x", stage);
        shop.say(order);
        shop.later(300);
        assert_eq!(shop.mails(), [""; 0], "{stage:?}");
        shop.say(shop.order("1", "processing"));
        shop.later(1);
        assert_eq!(shop.mails(), ["1: placed"], "{stage:?}");
        shop.later(300);
        let mut order = shop.order("1", "x");
        order.status = Status::new("x", Stage::Cancelled);
        shop.say(order);
        shop.later(1);
        assert_eq!(shop.mails(), ["1: cancelled"], "{stage:?}");
    }
}

/// An order that was placed some days before the story begins.
fn days_old(shop: &Shop, days: i64) -> Order {
    let mut order = shop.order("1", "new");
    order.placed_at = Some(shop.now() + Duration::days(-days));
    order
}

#[test]
fn an_old_order_is_not_thanked_for_and_what_changes_then_is_told() {
    let shop = settling("");
    shop.say(tracked(days_old(&shop, 8)));
    shop.later(30);
    let mut order = tracked(days_old(&shop, 8));
    order.documents = vec![invoice("F-1")];
    shop.say(order);
    shop.later(300);
    assert_eq!(shop.mails(), ["1: invoiced"]);
    let reason = "not_mailed old_order";
    let fates = fates(&read(&shop, "1"));
    assert_eq!(fates[0], (1, reason.to_owned()));
    assert_eq!(fates.last().unwrap(), &(2, "mailed".to_owned()));
    // The same order, but six days old, is like any other.
    let shop = settling("");
    shop.say(days_old(&shop, 6));
    shop.later(300);
    assert_eq!(shop.mails(), ["1: placed"]);
}

#[test]
fn an_old_order_that_became_a_draft_unseen_is_not_told_anew() {
    let shop = settling("");
    let mut old = tracked(days_old(&shop, 8));
    old.documents = vec![invoice("F-1")];
    shop.say(old.clone());
    shop.later(30);
    let mut draft = old.clone();
    draft.updated_at = shop.order("1", "draft").updated_at;
    draft.status = Status::new("draft", Stage::Draft);
    shop.say_via(draft, Via::QuietImport);
    shop.later(30);
    let mut packed = old;
    packed.updated_at = shop.order("1", "packed").updated_at;
    packed.status = Status::new("packed", Stage::Preparing);
    shop.say(packed);
    shop.later(300);
    assert_eq!(shop.mails(), ["1: status_changed"]);
}

#[test]
fn what_of_an_old_order_came_after_it_is_told_though_a_clock_lags() {
    let shop = settling("");
    let old = days_old(&shop, 8);
    shop.say(old.clone());
    shop.later(5);
    let mut packed = old;
    packed.updated_at = shop.order("1", "packed").updated_at;
    packed.status = told_as("packed");
    shop.say(packed.clone());
    // By the clock of who took it, it went to the trash before both; after
    // that, it is there again.
    let mut trash = shop.event(EventPayload::Trashed, Via::Hook);
    trash.received_at = shop.now() + Duration::seconds(-30);
    block_on(append_all(shop.context(), &[(key("1"), trash)], Vec::new())).unwrap();
    shop.later(5);
    shop.say(packed);
    shop.later(300);
    assert_eq!(shop.mails(), ["1: status_changed"]);
}

#[test]
fn a_part_of_another_order_is_placed_on_its_page_alone() {
    let shop = Shop::new("{}");
    let mut order = shop.order("1", "new");
    order.part_of = Some("0".to_owned());
    shop.say(order);
    shop.later(300);
    assert_eq!(shop.mails(), [""; 0]);
    assert_eq!(
        fates(&read(&shop, "1")),
        [(1, "not_mailed part_of_another".to_owned())]
    );
    let mut order = sent(shop.order("1", "new"));
    order.part_of = Some("0".to_owned());
    shop.say(order);
    shop.later(300);
    assert_eq!(shop.mails(), ["1: status_changed"]);
}

#[test]
fn a_quiet_import_of_what_was_cancelled_does_not_take_the_thanks_away() {
    let shop = Shop::new("{}");
    shop.say_via(cancelled(shop.order("1", "x")), Via::QuietImport);
    shop.later(10);
    shop.say(shop.order("1", "processing"));
    shop.later(1);
    assert_eq!(shop.mails(), ["1: placed"]);
}

//! One fact is told once, in however many messages it comes.

use wismo_domain::order::{
    Amount, Document, DocumentKind, LineQuantity, Order, Quantity, Refund, Shipment, ShipmentState,
    Stage, Status,
};

use crate::shop::{Shop, told_as};

/// Lists what is mailed about two steps of one order, one after the other.
fn told(first: impl Fn(&mut Order), then: impl Fn(&mut Order)) -> Vec<String> {
    let shop = Shop::new(r#"{"rules":{"refunded":{"notify":"mail"}}}"#);
    shop.say(shop.order("1", "new"));
    shop.later(200);
    shop.mails();
    let mut order = shop.order("1", "new");
    order.totals.total = Some(Amount(10.into()));
    first(&mut order);
    shop.say(order.clone());
    shop.later(200);
    order.updated_at = shop.order("1", "").updated_at;
    then(&mut order);
    shop.say(order);
    shop.later(200);
    shop.mails()
}

fn stage(order: &mut Order, stage: Stage) {
    order.status = Status::new("x", stage);
}

fn leaves(order: &mut Order, quantity: i64) {
    order.lines[0].delivered = Some(Quantity::from(quantity));
}

fn refund(order: &mut Order) {
    order.refunds = vec![Refund {
        id: "r".to_owned(),
        amount: Amount(10.into()),
        reason: None,
        lines: Vec::new(),
    }];
}

fn paper(order: &mut Order, kind: DocumentKind) {
    order.documents = vec![Document::new("1", kind)];
}

#[test]
fn a_document_and_the_quantities_on_it_are_one() {
    for kind in [DocumentKind::Invoice, DocumentKind::CreditNote] {
        let counts = |order: &mut Order| {
            let all = Some(Quantity::from(2));
            if kind == DocumentKind::Invoice {
                order.lines[0].invoiced = all;
            } else {
                order.lines[0].credited = all;
            }
        };
        assert_eq!(
            told(|order| paper(order, kind), counts).len(),
            1,
            "{kind:?}"
        );
    }
}

#[test]
fn what_left_by_the_status_and_by_quantities_left_once() {
    let sent = told(|order| stage(order, Stage::Sent), |order| leaves(order, 2));
    assert_eq!(sent, ["1: status_changed"]);
    let sent = told(|order| leaves(order, 2), |order| stage(order, Stage::Sent));
    assert_eq!(sent, ["1: delivered"]);
    let part = told(
        |order| stage(order, Stage::PartDelivered),
        |order| leaves(order, 1),
    );
    assert_eq!(part, ["1: status_changed"]);
    let part = told(
        |order| leaves(order, 1),
        |order| stage(order, Stage::PartDelivered),
    );
    assert_eq!(part, ["1: part_delivered"]);
    // An arrival is something other than a departure.
    let arrived = told(
        |order| leaves(order, 2),
        |order| stage(order, Stage::Delivered),
    );
    assert_eq!(arrived, ["1: delivered", "1: status_changed"]);
}

#[test]
fn what_was_paid_back_or_cancelled_is_told_once() {
    let back = told(|order| stage(order, Stage::Refunded), refund);
    assert_eq!(back, ["1: status_changed"]);
    let back = told(refund, |order| stage(order, Stage::Refunded));
    assert_eq!(back, ["1: refunded"]);
    let lines = |order: &mut Order| order.lines[0].cancelled = Some(Quantity::from(2));
    let cancelled = told(lines, |order| stage(order, Stage::Cancelled));
    assert_eq!(cancelled, ["1: lines_cancelled"]);
}

#[test]
fn where_the_first_was_not_mailed_to_the_customer_the_second_is() {
    for rule in [
        r#"{"notify":"page"}"#,
        r#"{"notify":"mail","to":["delivery"]}"#,
    ] {
        let shop = Shop::new(&format!(r#"{{"rules":{{"delivered":{rule}}}}}"#));
        shop.say(shop.order("1", "new"));
        shop.later(1);
        let mut order = shop.order("1", "new");
        leaves(&mut order, 2);
        shop.say(order.clone());
        shop.later(200);
        shop.mails();
        order.updated_at = shop.order("1", "").updated_at;
        stage(&mut order, Stage::Sent);
        shop.say(order);
        shop.later(200);
        assert_eq!(shop.mails(), ["1: status_changed"], "{rule}");
    }
}

#[test]
fn a_move_between_two_codes_that_read_alike_is_no_mail_and_no_line() {
    let shop = Shop::new(
        r#"{"statuses":[{"code":"a","label":"Packing","stage":"preparing"},
                        {"code":"b","label":"Packing","stage":"preparing"}]}"#,
    );
    shop.say(shop.order("1", "a"));
    shop.later(1);
    shop.mails();
    shop.say(shop.order("1", "b"));
    shop.later(1);
    assert_eq!(shop.mails(), [""; 0]);
    let history = crate::history::read(&shop, "1");
    assert_eq!(history.deliveries[1].changes, []);
    let mut order = shop.order("1", "c");
    order.status = told_as("c");
    shop.say(order);
    shop.later(1);
    assert_eq!(shop.mails(), ["1: status_changed"]);
}

/// Lists what is mailed about an order that says something, leaves it out while
/// it moves on, and says something again.
fn told_again(first: impl Fn(&mut Order), again: impl Fn(&mut Order)) -> Vec<String> {
    let rules = r#"{"refunded":{"notify":"mail"},"returned":{"notify":"mail"},
        "packing_slip_printed":{"notify":"mail"},"picked":{"notify":"mail"},
        "status_changed":{"notify":"page"}}"#;
    let shop = Shop::new(&format!(r#"{{"rules":{rules}}}"#));
    shop.say(shop.order("1", "new"));
    shop.later(200);
    shop.mails();
    let steps: [&dyn Fn(&mut Order); 4] = [
        &first,
        &|order: &mut Order| stage(order, Stage::Preparing),
        &|order: &mut Order| stage(order, Stage::Other),
        &again,
    ];
    for step in steps {
        let mut order = shop.order("1", "new");
        step(&mut order);
        shop.say(order);
        shop.later(200);
    }
    shop.mails()
}

fn parcel(order: &mut Order, number: &str) {
    let mut parcel = Shipment::new("p", ShipmentState::Sent);
    parcel.tracking_number = Some(number.to_owned());
    parcel.lines = vec![LineQuantity {
        line: order.lines[0].id.clone(),
        quantity: Quantity::from(2),
    }];
    order.shipments = vec![parcel];
}

type Says = fn(&mut Order);

#[test]
fn what_a_version_leaves_out_and_the_next_has_again_is_told_once() {
    let all: [(&str, Says); 10] = [
        ("1: invoiced", |order| paper(order, DocumentKind::Invoice)),
        ("1: credited", |order| {
            paper(order, DocumentKind::CreditNote);
        }),
        ("1: packing_slip_printed", |order| {
            order.packing_slip_printed = true;
        }),
        ("1: picked", |order| order.picked = true),
        ("1: tracking_entered", |order| parcel(order, "AB 12")),
        ("1: refunded", refund),
        ("1: delivered", |order| leaves(order, 2)),
        ("1: invoiced", |order| {
            order.lines[0].invoiced = Some(Quantity::from(2));
        }),
        ("1: returned", |order| {
            order.lines[0].returned = Some(Quantity::from(1));
        }),
        ("1: lines_cancelled", |order| {
            order.lines[0].cancelled = Some(Quantity::from(1));
        }),
    ];
    for (told, says) in all {
        assert_eq!(told_again(says, says), [told]);
    }
    let both = |order: &mut Order| {
        parcel(order, "AB 12");
        leaves(order, 2);
    };
    assert_eq!(told_again(both, both).len(), 1);
}

#[test]
fn what_is_new_is_told_though_something_like_it_was_left_out() {
    let first = |order: &mut Order| {
        parcel(order, "AB 12");
        paper(order, DocumentKind::Invoice);
        refund(order);
        order.lines[0].returned = Some(Quantity::from(1));
    };
    let more: [(&str, Says); 4] = [
        ("1: tracking_entered", |order| parcel(order, "AB 13")),
        ("1: invoiced", |order| {
            order.documents = vec![Document::new("2", DocumentKind::Invoice)];
        }),
        ("1: refunded", |order| {
            refund(order);
            order.refunds[0].amount = Amount(11.into());
        }),
        ("1: returned", |order| {
            order.lines[0].returned = Some(Quantity::from(2));
        }),
    ];
    for (told, then) in more {
        let mails = told_again(first, |order| {
            first(order);
            then(order);
        });
        assert_eq!(mails.last().map(String::as_str), Some(told));
        assert_eq!(mails.len(), 2, "{told}");
    }
}

#[test]
fn a_parcel_that_is_made_anew_with_its_number_is_told_once() {
    let shop = Shop::new("{}");
    shop.say(shop.order("1", "new"));
    shop.later(200);
    shop.mails();
    let steps: [&dyn Fn(&mut Order); 3] = [
        &|order| leaves(order, 2),
        &|order| {
            leaves(order, 0);
            order.shipments[0].state = ShipmentState::Failed;
        },
        &|order| {
            leaves(order, 2);
            order.shipments[0].id = "q".to_owned();
        },
    ];
    for step in steps {
        let mut order = shop.order("1", "new");
        parcel(&mut order, "AB 12");
        step(&mut order);
        shop.say(order);
        shop.later(200);
    }
    assert_eq!(shop.mails().len(), 1);
    // In another parcel, they go out once more.
    let mut order = shop.order("1", "new");
    leaves(&mut order, 0);
    shop.say(order);
    shop.later(200);
    let mut order = shop.order("1", "new");
    parcel(&mut order, "AB 13");
    leaves(&mut order, 2);
    shop.say(order);
    shop.later(200);
    assert_eq!(shop.mails().len(), 1);
}

/// Returns the mails about the last of these versions, each told in its turn; between
/// them the order moves on, and nothing else is said of it.
fn told_last(steps: &[&dyn Fn(&mut Order)]) -> Vec<String> {
    let shop =
        Shop::new(r#"{"rules":{"refunded":{"notify":"mail"},"status_changed":{"notify":"page"}}}"#);
    let say = |step: &dyn Fn(&mut Order), stage| {
        let mut order = shop.order("1", "new");
        order.lines.push(order.lines[0].clone());
        order.lines[1].id = "2".to_owned();
        order.lines[1].sku = Some("b".to_owned());
        self::stage(&mut order, stage);
        step(&mut order);
        shop.say(order);
        shop.later(200);
        shop.mails()
    };
    say(&|_| {}, Stage::Received);
    let mut mails = Vec::new();
    for step in steps {
        mails = say(step, Stage::Preparing);
        say(&|_| {}, Stage::Other);
    }
    mails
}

#[test]
fn what_is_more_than_was_told_is_told_though_its_parcel_was() {
    // A parcel with more in it than it had.
    let first = |order: &mut Order| {
        parcel(order, "AB 12");
        leaves(order, 1);
        order.shipments[0].lines[0].quantity = Quantity::from(1);
    };
    let both = |order: &mut Order| {
        parcel(order, "AB 12");
        leaves(order, 1);
        order.lines[1].delivered = Some(Quantity::from(1));
    };
    assert_eq!(told_last(&[&first, &both]), ["1: part_delivered"]);
    let all = |order: &mut Order| {
        parcel(order, "AB 12");
        leaves(order, 2);
    };
    assert_eq!(told_last(&[&first, &all]), ["1: part_delivered"]);
    assert_eq!(told_last(&[&first, &first]), [""; 0]);
    // One that was announced, and leaves later.
    let pending = |order: &mut Order| {
        parcel(order, "AB 12");
        order.shipments[0].state = ShipmentState::Pending;
    };
    assert_eq!(told_last(&[&pending, &all]), ["1: part_delivered"]);
}

#[test]
fn a_number_that_takes_anothers_place_is_told_though_it_was_told_before() {
    let one = |order: &mut Order| parcel(order, "AB 12");
    let other = |order: &mut Order| parcel(order, "AB 13");
    let shop = Shop::new("{}");
    for step in [one, other, one] {
        let mut order = shop.order("1", "new");
        step(&mut order);
        shop.say(order);
        shop.later(200);
    }
    assert_eq!(shop.mails().len(), 3);
}

#[test]
fn another_refund_or_paper_of_the_same_kind_is_told() {
    let another = |order: &mut Order| {
        refund(order);
        order.refunds[0].id = "s".to_owned();
    };
    assert_eq!(told_last(&[&refund, &another]), ["1: refunded"]);
    assert_eq!(told_last(&[&refund, &another, &refund]), [""; 0]);
    let invoice = |order: &mut Order| paper(order, DocumentKind::Invoice);
    let credit = |order: &mut Order| paper(order, DocumentKind::CreditNote);
    let both = |order: &mut Order| {
        invoice(order);
        order
            .documents
            .push(Document::new("1", DocumentKind::CreditNote));
    };
    assert_eq!(told_last(&[&invoice, &credit, &both]), [""; 0]);
    let counted = |order: &mut Order| order.lines[0].invoiced = Some(Quantity::from(2));
    assert_eq!(told_last(&[&invoice, &counted]), [""; 0]);
}

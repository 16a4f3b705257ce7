use wismo_domain::order::{Amount, DeliveryMethod, Line};
use wismo_domain::time::Timestamp;

use super::*;
use crate::texts::Language;

fn order() -> Order {
    let status = Status::new("processing", Stage::Preparing);
    Order {
        lines: vec![
            Line::new("1", "Socks", 3.into()),
            Line::new("2", "Hat", 1.into()),
        ],
        ..Order::new("1", Timestamp::UNIX_EPOCH, status, "USD")
    }
}

fn told(change: &Change) -> ChangeText {
    told_of(&order(), change)
}

fn told_of(order: &Order, change: &Change) -> ChangeText {
    super::change(Texts::of_page(Language::English), change, order, 20)
}

fn moved(line: &str, from: i64, to: i64) -> Moved {
    Moved {
        line: line.to_owned(),
        from: from.into(),
        to: to.into(),
    }
}

fn promise(line: &str, from: Option<&str>, to: Option<&str>, by: DateSource) -> Promise {
    let day = |day: &str| day.parse().unwrap();
    Promise {
        line: line.to_owned(),
        from: from.map(day),
        to: to.map(day),
        by: to.map(|_| by),
    }
}

/// A change as `what | name: before -> now | ...`.
fn read(told: &ChangeText) -> String {
    let item = |item: &ItemText| match (&item.before, &item.now) {
        (Some(before), Some(now)) => format!("{}: {before} -> {now}", item.name),
        (None, Some(now)) => format!("{}: {now}", item.name),
        (_, None) => item.name.clone(),
    };
    let mut parts = vec![told.what.clone()];
    parts.extend(told.items.iter().map(item));
    parts.join(" | ")
}

#[test]
fn every_change_of_lines_says_what_was_and_what_is() {
    let document = || Some("2041".to_owned());
    let some = || vec![moved("1", 0, 2)];
    for (change, expected) in [
        (
            Change::LinesCancelled { lines: some() },
            "Item cancelled | Socks: 2 cancelled",
        ),
        (
            Change::LinesCancelled {
                lines: vec![moved("1", 1, 2), moved("2", 0, 1)],
            },
            "Items cancelled | Socks: 1 cancelled -> 2 cancelled | Hat: 1 cancelled",
        ),
        (
            Change::Invoiced {
                document: document(),
                lines: some(),
            },
            "Invoice 2041 issued | Socks: 2 invoiced",
        ),
        (
            Change::Invoiced {
                document: None,
                lines: some(),
            },
            "Item invoiced | Socks: 2 invoiced",
        ),
        (
            Change::Credited {
                document: document(),
                lines: vec![],
            },
            "Credit note 2041 issued",
        ),
        (
            Change::Credited {
                document: None,
                lines: vec![moved("1", 1, 2)],
            },
            "Item credited | Socks: 1 credited -> 2 credited",
        ),
        (Change::PackingSlipPrinted, "Packing slip printed"),
        (Change::Picked, "Items picked from the shelf"),
        (
            Change::PartDelivered { lines: some() },
            "Item sent | Socks: 2 sent",
        ),
        (
            Change::Delivered {
                lines: vec![moved("1", 2, 3), moved("2", 0, 1)],
            },
            "Everything sent | Socks: 2 sent -> 3 sent | Hat: 1 sent",
        ),
        (
            Change::DeliveryCorrected {
                lines: vec![moved("1", 3, 1), moved("2", 1, 0)],
            },
            "Correction: less was sent than stated before \
             | Socks: 3 sent -> 1 sent | Hat: 1 sent -> none",
        ),
        (
            Change::BackInStock {
                lines: vec!["2".to_owned()],
            },
            "Item back in stock | Hat",
        ),
        (
            Change::Returned { lines: some() },
            "Returned item received by the shop | Socks: 2 returned",
        ),
    ] {
        assert_eq!(read(&told(&change)), expected);
    }
}

#[test]
fn a_promised_day_says_the_day_before_and_what_the_new_one_rests_on() {
    let read = |lines| read(&told(&Change::ExpectedDateChanged { lines }));
    let (old, new) = (Some("2026-11-27"), Some("2026-12-04"));
    assert_eq!(
        read(vec![promise("1", old, new, DateSource::Item)]),
        "New expected date | Socks: Friday 27\u{a0}November 2026 -> Friday 4\u{a0}December 2026"
    );
    assert_eq!(
        read(vec![
            promise("1", old, new, DateSource::SalesOrder),
            promise("2", None, new, DateSource::PurchaseOrder)
        ]),
        "New expected dates | Socks: Friday 27\u{a0}November 2026 -> \
         Friday 4\u{a0}December 2026, as promised for the whole order \
         | Hat: Friday 4\u{a0}December 2026, when new stock is expected"
    );
    assert_eq!(
        read(vec![promise("1", None, new, DateSource::Item)]),
        "Expected date now known | Socks: Friday 4\u{a0}December 2026"
    );
    assert_eq!(
        read(vec![promise("1", old, None, DateSource::Item)]),
        "No expected date at present | Socks: Friday 27\u{a0}November 2026 -> not known yet"
    );
}

#[test]
fn a_line_that_is_gone_is_told_without_its_name() {
    let change = Change::Returned {
        lines: vec![moved("gone", 0, 1)],
    };
    assert_eq!(told(&change).items[0].name, "An item");
}

#[test]
fn no_more_items_are_told_than_asked_for() {
    let lines = (0..1000).map(|line| line.to_string()).collect();
    let told = told(&Change::BackInStock { lines });
    assert_eq!((told.items.len(), told.more), (20, 980));
}

#[test]
fn a_status_change_says_what_stood_there_before() {
    let told = told(&Change::StatusChanged {
        from: Some(Status::new("processing", Stage::Preparing)),
        to: Status::new("wc-engraving", Stage::Other),
    });
    assert_eq!(told.what, "Status changed to “Engraving”");
    assert_eq!(told.before.as_deref(), Some("Being prepared"));
    assert_eq!(told.now.as_deref(), Some("Engraving"));
}

#[test]
fn the_shops_own_label_stands_on_both_sides_of_a_change() {
    let labelled = |code: &str, label: &str| Status {
        label: Some(label.to_owned()),
        ..Status::new(code, Stage::Preparing)
    };
    let told = told(&Change::StatusChanged {
        from: Some(labelled("cut", "Being cut")),
        to: labelled("sewn", "Being sewn"),
    });
    assert_eq!(told.what, "Status changed to “Being sewn”");
    assert_eq!(told.before.as_deref(), Some("Being cut"));
    assert_eq!(told.now.as_deref(), Some("Being sewn"));
}

#[test]
fn two_codes_with_the_same_words_have_no_before() {
    let told = told(&Change::StatusChanged {
        from: Some(Status::new("processing", Stage::Preparing)),
        to: Status::new("packing", Stage::Preparing),
    });
    assert_eq!(told.what, "Order being prepared");
    assert_eq!((told.before, told.now), (None, None));
}

#[test]
fn a_tracking_number_names_the_carrier_as_it_calls_itself() {
    let entered = |carrier: Option<&str>, from: Option<&str>| {
        told(&Change::TrackingEntered {
            shipment: "1".to_owned(),
            carrier: carrier.map(str::to_owned),
            from: from.map(str::to_owned),
            to: "117579686762".to_owned(),
        })
    };
    assert_eq!(
        entered(Some("fed-ex"), None).what,
        "Parcel can be tracked with FedEx"
    );
    assert_eq!(entered(None, None).what, "Parcel has a tracking number");
    assert_eq!(
        entered(Some(" "), None).what,
        "Parcel has a tracking number"
    );
    let corrected = entered(Some("UPS"), Some("1Z0"));
    assert_eq!(
        corrected.what,
        "New tracking number for the parcel with UPS"
    );
    assert_eq!(corrected.before.as_deref(), Some("1Z0"));
    assert_eq!(corrected.now.as_deref(), Some("117579686762"));
}

#[test]
fn a_refund_carries_its_currency() {
    let amount = Amount("16.2".parse().unwrap());
    let told = told(&Change::Refunded { amount });
    assert_eq!(told.what, "Refund of $16.20");
    assert_eq!((told.before, told.now), (None, None));
}

#[test]
fn a_cancellation_moves_to_cancelled() {
    let told = told(&Change::Cancelled {
        from: Some(Status::new("on-hold", Stage::OnHold)),
    });
    assert_eq!(told.what, "Order cancelled");
    assert_eq!(told.before.as_deref(), Some("On hold"));
    assert_eq!(told.now.as_deref(), Some("Cancelled"));
}

#[test]
fn what_was_first_seen_so_says_it_once() {
    let to = Status::new("failed", Stage::PaymentFailed);
    let told = told(&Change::StatusChanged { from: None, to });
    assert_eq!(told.what, "Payment failed");
    assert_eq!((told.before, told.now), (None, None));
}

#[test]
fn nothing_is_told_as_sent_that_is_not_shipped() {
    let lines = || vec![moved("1", 1, 2)];
    let read = |way, change: &Change| {
        let order = Order {
            delivery_method: Some(way),
            ..order()
        };
        read(&told_of(&order, change))
    };
    let moved_to = |stage| Change::StatusChanged {
        from: None,
        to: Status::new("code", stage),
    };
    for (change, ready, done) in [
        (
            Change::PartDelivered { lines: lines() },
            "Item ready | Socks: 1 ready -> 2 ready",
            "Item ready | Socks",
        ),
        (
            Change::Delivered { lines: lines() },
            "Everything is ready | Socks: 1 ready -> 2 ready",
            "Order complete | Socks",
        ),
        (
            Change::DeliveryCorrected { lines: lines() },
            "Correction: less is ready than stated before | Socks: 1 ready -> 2 ready",
            "Correction: less is ready than stated before | Socks",
        ),
        (
            moved_to(Stage::PartDelivered),
            "Part of the order ready",
            "Part of the order ready",
        ),
        (
            moved_to(Stage::Sent),
            "Order ready to collect",
            "Order complete",
        ),
        (
            moved_to(Stage::Delivered),
            "Order collected",
            "Order complete",
        ),
    ] {
        assert_eq!(read(DeliveryMethod::PickUp, &change), ready);
        assert_eq!(read(DeliveryMethod::None, &change), done);
    }
}

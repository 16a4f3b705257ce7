//! The heading of every kind of change, wherever the order stands.

use wismo_domain::order::{Amount, DeliveryMethod, ShipmentState};

use super::super::samples;
use super::*;

const STAGES: [Stage; 15] = [
    Stage::Draft,
    Stage::AwaitingPayment,
    Stage::PaymentFailed,
    Stage::Received,
    Stage::Preparing,
    Stage::OnHold,
    Stage::PartDelivered,
    Stage::Sent,
    Stage::Delivered,
    Stage::ReadyToCollect,
    Stage::Collected,
    Stage::Completed,
    Stage::Cancelled,
    Stage::Refunded,
    Stage::Other,
];

fn at(stage: Stage) -> Order {
    Order {
        status: samples::status(stage),
        ..samples::order()
    }
}

fn changes(order: &Order) -> Vec<Change> {
    let lines = || vec![samples::counted(samples::TRAY, 0, 1)];
    vec![
        Change::Placed,
        Change::StatusChanged {
            from: None,
            to: order.status.clone(),
        },
        Change::Cancelled { from: None },
        Change::LinesCancelled { lines: lines() },
        Change::DeliveryCorrected { lines: lines() },
        samples::tracked(&samples::parcel("p", Some("UPS"), "1Z"), None),
        Change::Delivered { lines: lines() },
        Change::PartDelivered { lines: lines() },
        Change::ExpectedDateChanged {
            lines: vec![samples::promised(
                samples::TRAY,
                None,
                Some("2026-06-12"),
                DateSource::Item,
            )],
        },
        Change::BackInStock {
            lines: vec![samples::TRAY.to_owned()],
        },
        Change::Picked,
        Change::PackingSlipPrinted,
        Change::Returned { lines: lines() },
        Change::Refunded {
            amount: Amount(5.into()),
        },
        Change::Invoiced {
            document: Some("F-1".to_owned()),
            lines: Vec::new(),
        },
        Change::Credited {
            document: Some("C-1".to_owned()),
            lines: Vec::new(),
        },
    ]
}

/// The heading for each stage and each change in the order above: S for where the
/// order stands, c for what changed.
const TABLE: [(Stage, &str); 15] = [
    (Stage::Draft, "cccccccccccccccc"),
    (Stage::AwaitingPayment, "cScccccccccccccc"),
    (Stage::PaymentFailed, "cScccccccccccccc"),
    (Stage::Received, "cScccccccccccccc"),
    (Stage::Preparing, "cScccccccccccccc"),
    (Stage::OnHold, "cScccccccccccccc"),
    (Stage::PartDelivered, "SScccccccccccccc"),
    (Stage::Sent, "SScccccSSSSScccc"),
    (Stage::Delivered, "SScccSSSSSSScccc"),
    (Stage::ReadyToCollect, "SScccSSSSSSScccc"),
    (Stage::Collected, "SScccSSSSSSScccc"),
    (Stage::Completed, "SScccSSSSSSScccc"),
    (Stage::Cancelled, "SSSSSSSSSSSScccc"),
    (Stage::Refunded, "SSSSSSSSSSSSSScc"),
    (Stage::Other, "cccccccccccccccc"),
];

#[test]
fn every_stage_and_every_change_have_their_heading() {
    assert_eq!(TABLE.map(|(stage, _)| stage), STAGES);
    for (stage, row) in TABLE {
        let order = at(stage);
        assert_eq!(order.standing(), stage);
        let found: String = changes(&order)
            .iter()
            .map(|change| match says(&order, change, &[change]) {
                Says::Standing => 'S',
                Says::Change => 'c',
            })
            .collect();
        assert_eq!(found, row, "{stage:?}");
    }
}

#[test]
fn nothing_is_on_its_way_that_is_there_or_came_to_nothing() {
    let is_here = |stage| is_over(stage) || stage == Stage::ReadyToCollect;
    for stage in STAGES.into_iter().filter(|stage| is_here(*stage)) {
        let order = at(stage);
        for change in changes(&order) {
            let text = samples::mail(&order, &[change]).text;
            let said = !text.contains("on its way\n") && !text.contains("on its way ");
            assert!(
                said || text.contains("money is on its way"),
                "{stage:?}: {text}"
            );
            assert!(!text.contains("The rest"), "{stage:?}: {text}");
        }
    }
}

#[test]
fn where_the_order_stands_comes_before_what_came_with_it() {
    let parcel = samples::parcel("p", Some("UPS"), "1Z0000000000000060");
    for (stage, heading) in [
        (Stage::Delivered, "Your order has been delivered"),
        (Stage::Collected, "Your order has been collected"),
        (Stage::Completed, "Your order is complete"),
        (Stage::Refunded, "Your order has been refunded"),
    ] {
        let order = at(stage);
        let to = order.status.clone();
        let changes = [
            samples::tracked(&parcel, None),
            Change::StatusChanged { from: None, to },
        ];
        let text = samples::mail(&order, &changes).text;
        assert!(text.contains(&format!("{heading}\n==")), "{text}");
    }
}

#[test]
fn a_part_that_was_sent_says_so_before_its_number() {
    let mut order = at(Stage::PartDelivered);
    order.shipments = vec![samples::parcel("p", Some("UPS"), "1Z0000000000000060")];
    let number = samples::tracked(&order.shipments[0], None);
    let lines = vec![samples::counted(samples::TRAY, 0, 1)];
    let to = order.status.clone();
    for other in [
        Change::PartDelivered { lines },
        Change::StatusChanged { from: None, to },
        Change::Placed,
    ] {
        let mail = samples::mail(&order, &[number.clone(), other]);
        for part in [&mail.text, &mail.html] {
            assert!(part.contains("Part of your order is on its way"), "{part}");
            assert!(part.contains("The rest will follow."), "{part}");
        }
        assert!(!mail.text.contains("You can now track"), "{}", mail.text);
        let body = mail.text.split("===").last().unwrap_or_default();
        let (carrier, page) = (body.find("https://www.ups.com/"), body.find(samples::PAGE));
        assert!(carrier.is_some() && carrier < page, "{body}");
    }
    let alone = samples::mail(&order, &[number]).text;
    assert!(
        alone.contains("You can now track your parcel\n==="),
        "{alone}"
    );
}

#[test]
fn nothing_is_called_sent_that_is_not_shipped() {
    let lines = || vec![samples::counted(samples::TRAY, 0, 1)];
    let changes = |order: &Order| {
        [
            Change::PartDelivered { lines: lines() },
            Change::Delivered { lines: lines() },
            Change::DeliveryCorrected { lines: lines() },
            Change::StatusChanged {
                from: None,
                to: order.status.clone(),
            },
            Change::Cancelled { from: None },
        ]
    };
    for (way, heading) in [
        (
            DeliveryMethod::PickUp,
            "Part of your order is ready to collect",
        ),
        (DeliveryMethod::None, "Part of your order is ready"),
    ] {
        for stage in STAGES {
            let mut order = at(stage);
            order.delivery_method = Some(way);
            order.lines[0].delivered = Some(1.into());
            for change in changes(&order) {
                let mail = samples::mail(&order, std::slice::from_ref(&change));
                let text = mail.text.to_lowercase();
                assert!(!text.contains("sent"), "{way:?} {stage:?}: {text}");
                assert!(
                    !text.contains("on its way") || text.contains("money is on its way"),
                    "{way:?} {stage:?}: {text}"
                );
            }
        }
        let mut order = at(Stage::PartDelivered);
        order.delivery_method = Some(way);
        let [part, ..] = changes(&order);
        let text = samples::mail(&order, &[part]).text;
        assert!(text.contains(&format!("{heading}\n==")), "{text}");
    }
}

#[test]
fn several_papers_are_called_by_no_number_of_one() {
    let order = at(Stage::Sent);
    let invoice = |number: &str| Change::Invoiced {
        document: Some(number.to_owned()),
        lines: Vec::new(),
    };
    let note = |number: &str| Change::Credited {
        document: Some(number.to_owned()),
        lines: Vec::new(),
    };
    for (changes, heading) in [
        (vec![invoice("F-1")], "You have an invoice: F-1"),
        (
            vec![invoice("F-1"), invoice("F-2")],
            "You have new invoices",
        ),
        (vec![note("C-1"), note("C-2")], "You have new credit notes"),
        (vec![invoice("F-1"), note("C-1")], "You have new documents"),
    ] {
        let text = samples::mail(&order, &changes).text;
        assert!(text.contains(&format!("{heading}\n==")), "{text}");
    }
}

#[test]
fn the_rest_goes_on_only_while_something_is_to_come() {
    let mut order = at(Stage::PartDelivered);
    let lines = vec![samples::counted(samples::TRAY, 0, 1)];
    let change = [Change::LinesCancelled { lines }];
    let says = |order: &Order| samples::mail(order, &change).text;
    assert!(says(&order).contains("The rest of your order"));
    for line in &mut order.lines {
        line.delivered = Some(line.quantity);
    }
    let text = says(&order);
    assert!(!text.contains("The rest of your order"), "{text}");
    for line in &mut order.lines {
        (line.delivered, line.cancelled) = (None, Some(line.quantity));
    }
    assert!(says(&order).contains("Your order has been cancelled\n=="));
}

#[test]
fn a_mail_about_one_parcel_leads_to_the_carrier_and_then_to_the_page() {
    let mut order = at(Stage::Sent);
    let parcel = samples::parcel("p", Some("UPS"), "1Z12345E0205271688");
    order.shipments = vec![parcel.clone()];
    let told = [samples::tracked(&parcel, None)];
    let carrier = "https://www.ups.com/";
    let page = "https://orders.";
    // The data for machines names them too.
    let body = |part: &str| part.split("<h1").last().unwrap_or_default().to_owned();
    let first = |text: &str, url: &str| body(text).find(url);
    for part in [
        samples::mail(&order, &told).text,
        samples::mail(&order, &told).html,
    ] {
        let (carrier, page) = (first(&part, carrier), first(&part, page));
        assert!(carrier.is_some() && carrier < page, "{part}");
    }
    // Several parcels have their links in the list.
    order
        .shipments
        .push(samples::parcel("q", Some("UPS"), "1Z12345E6605272234"));
    let both = [told[0].clone(), samples::tracked(&order.shipments[1], None)];
    let text = samples::mail(&order, &both).text;
    assert!(first(&text, page) < first(&text, carrier), "{text}");
    // A parcel that has arrived need not be followed.
    order.shipments.truncate(1);
    order.shipments[0].state = ShipmentState::Delivered;
    order.status = samples::status(Stage::Delivered);
    let text = samples::mail(&order, &told).text;
    assert!(first(&text, page) < first(&text, carrier), "{text}");
}

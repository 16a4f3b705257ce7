//! The orders of the samples, and what is known of them.

use wismo_domain::changes::{Change, Moved, Promise};
use wismo_domain::log::State;
use wismo_domain::order::{
    Address, Customer, DateSource, DeliveryMethod, Document, DocumentKind, Line, Order, Refund,
    Shipment, ShipmentState, Stage, Totals,
};

use super::{
    amount, document, entry, line, line_quantities, parcel, parcel_of, refund, status, tracked,
};

/// An order of which nothing optional is known.
pub(in crate::page) fn plain() -> State {
    let at = "2026-06-06T15:18:00Z".parse().unwrap();
    State {
        order: Order {
            customer: Customer {
                id: Some("c-77".to_owned()),
                name: Some("Kari Secretname".to_owned()),
                email: Some("kari@secret.example".to_owned()),
                locale: Some("en".to_owned()),
                ..Customer::default()
            },
            ..Order::new("10234", at, status(Stage::Received), "USD")
        },
        removed: false,
        timeline: Vec::new(),
    }
}

/// An order of which much is known.
pub(in crate::page) fn rich(stage: Stage) -> State {
    let mut state = plain();
    let order = &mut state.order;
    order.number = Some("#10234".to_owned());
    order.placed_at = Some("2026-06-04T07:12:00Z".parse().unwrap());
    order.status = status(stage);
    let item = |id: &str, name: &str, quantity, delivered: i64, total: &str| Line {
        sku: Some(format!("WOOL-{id}")),
        delivered: Some(delivered.into()),
        total: amount(total),
        ..line(id, name, quantity)
    };
    let whole = matches!(stage, Stage::Sent | Stage::Delivered);
    let none = !whole && stage != Stage::PartDelivered;
    order.lines = vec![
        item(
            "1",
            "Hiking socks, grey, 42",
            2,
            if none { 0 } else { 2 },
            "39.80",
        ),
        item(
            "2",
            "Merino sweater, forest green, M",
            1,
            i64::from(whole),
            "129.00",
        ),
    ];
    if !none {
        order.shipments = vec![parcel_of(&[("1", 2)])];
    }
    if whole {
        order.shipments.push(Shipment {
            id: "p2".to_owned(),
            carrier: Some("Posten Norge".to_owned()),
            tracking_number: Some("70438101015432789NO".to_owned()),
            shipped_at: Some("2026-06-07T10:02:00Z".parse().unwrap()),
            ..parcel_of(&[("2", 1)])
        });
    }
    order.totals = Totals {
        items: amount("168.80"),
        discount: amount("10"),
        shipping: amount("9.90"),
        tax: amount("33.74"),
        tax_included: Some(true),
        total: amount("168.70"),
        ..Totals::default()
    };
    state.timeline = vec![
        entry("2026-06-04T07:12:00Z", vec![Change::Placed]),
        entry(
            "2026-06-05T06:40:00Z",
            vec![Change::StatusChanged {
                from: Some(status(Stage::Received)),
                to: status(Stage::Preparing),
            }],
        ),
    ];
    if !none {
        let moved = Change::StatusChanged {
            from: Some(status(Stage::Preparing)),
            to: status(stage),
        };
        state
            .timeline
            .push(entry("2026-06-06T15:18:00Z", vec![moved, tracked(None)]));
    }
    state
}

/// An order of which some is sent, some is to come on different days, for different
/// reasons, some was cancelled, and some came back.
pub(in crate::page) fn waiting() -> State {
    let mut state = rich(Stage::PartDelivered);
    let order = &mut state.order;
    let to_come = |id: &str, name: &str, day: &str, by| Line {
        delivered: Some(0.into()),
        expected_on: Some(day.parse().unwrap()),
        expected_by: Some(by),
        total: amount("24.90"),
        ..line(id, name, 1)
    };
    let socks = &mut order.lines[0];
    (socks.quantity, socks.returned) = (6.into(), Some(1.into()));
    (socks.expected_on, socks.expected_by) = (
        Some("2026-06-15".parse().unwrap()),
        Some(DateSource::SalesOrder),
    );
    let sweater = &mut order.lines[1];
    sweater.cancelled = Some(1.into());
    order.lines.extend([
        Line {
            stock: Some(0.into()),
            ..to_come("3", "Beanie, rust", "2026-06-19", DateSource::PurchaseOrder)
        },
        to_come("4", "Mittens, grey, M", "2026-06-08", DateSource::Item),
        to_come("5", "Wool wash, 250 ml", "2026-06-12", DateSource::Item),
    ]);
    order.documents = vec![
        document("1041", DocumentKind::Invoice),
        Document {
            total: None,
            ..document("77", DocumentKind::PackingSlip)
        },
        document("12", DocumentKind::CreditNote),
    ];
    let moved = |line: &str, from: i64, to: i64| Moved {
        line: line.to_owned(),
        from: from.into(),
        to: to.into(),
    };
    let promise = |line: &str, from: &str, to: &str, by| Promise {
        line: line.to_owned(),
        from: Some(from.parse().unwrap()),
        to: Some(to.parse().unwrap()),
        by: Some(by),
    };
    state.timeline.extend([
        entry(
            "2026-06-06T09:00:00Z",
            vec![Change::PackingSlipPrinted, Change::Picked],
        ),
        entry(
            "2026-06-06T16:00:00Z",
            vec![
                Change::PartDelivered {
                    lines: vec![moved("1", 0, 2)],
                },
                Change::Invoiced {
                    document: Some("F-1041".to_owned()),
                    lines: vec![moved("1", 0, 2)],
                },
            ],
        ),
        entry(
            "2026-06-08T08:15:00Z",
            vec![
                Change::LinesCancelled {
                    lines: vec![moved("2", 0, 1)],
                },
                Change::ExpectedDateChanged {
                    lines: vec![
                        promise("1", "2026-06-12", "2026-06-15", DateSource::SalesOrder),
                        promise("3", "2026-06-12", "2026-06-19", DateSource::PurchaseOrder),
                    ],
                },
            ],
        ),
        entry(
            "2026-06-09T11:30:00Z",
            vec![
                Change::Returned {
                    lines: vec![moved("1", 0, 1)],
                },
                Change::Credited {
                    document: Some("F-12".to_owned()),
                    lines: Vec::new(),
                },
                Change::BackInStock {
                    lines: vec!["5".to_owned()],
                },
            ],
        ),
    ]);
    state
}

/// An order that was promised for a day that has passed.
pub(in crate::page) fn late() -> State {
    let mut state = rich(Stage::Preparing);
    for line in &mut state.order.lines {
        line.expected_on = Some("2026-06-08".parse().unwrap());
        line.expected_by = Some(DateSource::SalesOrder);
    }
    state
}

/// An order that is picked and expected.
pub(in crate::page) fn picked() -> State {
    let mut state = rich(Stage::Received);
    state.order.picked = true;
    for line in &mut state.order.lines {
        line.expected_on = Some("2026-06-12".parse().unwrap());
    }
    state
        .timeline
        .push(entry("2026-06-06T09:00:00Z", vec![Change::Picked]));
    state
}

/// An order that waits for the shop's supplier.
pub(in crate::page) fn restocked() -> State {
    let mut state = picked();
    for line in &mut state.order.lines {
        line.expected_by = Some(DateSource::PurchaseOrder);
    }
    state
}

/// An order that is not shipped, of which a part is there.
pub(in crate::page) fn unshipped(way: DeliveryMethod, stage: Stage) -> State {
    let mut state = rich(Stage::PartDelivered);
    let order = &mut state.order;
    order.status.stage = stage;
    order.delivery_method = Some(way);
    order.shipments.clear();
    order.delivery_address = Some(Address {
        company: Some("Fjord & Fern".to_owned()),
        street: vec!["Strandgaten 4".to_owned()],
        postcode: Some("5013".to_owned()),
        city: Some("Bergen".to_owned()),
        country: Some("NO".to_owned()),
        ..Address::default()
    });
    if stage != Stage::PartDelivered {
        for line in &mut order.lines {
            line.delivered = Some(line.quantity);
        }
    }
    let moved = |line: &str, to: i64| Moved {
        line: line.to_owned(),
        from: 0.into(),
        to: to.into(),
    };
    state.timeline = vec![
        entry("2026-06-04T07:12:00Z", vec![Change::Placed]),
        entry(
            "2026-06-05T06:40:00Z",
            vec![Change::PartDelivered {
                lines: vec![moved("1", 2)],
            }],
        ),
        entry(
            "2026-06-06T06:40:00Z",
            vec![Change::Delivered {
                lines: vec![moved("2", 1)],
            }],
        ),
    ];
    state
}

/// An order of many lines.
pub(in crate::page) fn long(lines: i64) -> State {
    let mut state = rich(Stage::Sent);
    state.order.lines = (1..=lines)
        .map(|index| Line {
            sku: Some(format!("SKU-{}", index * 7919 % 100_000)),
            delivered: Some((index % 5 + 1).into()),
            total: amount(&format!("{}.{:02}", index * 37 % 500 + 3, index * 61 % 100)),
            ..line(
                &index.to_string(),
                &format!("Article {index}, variant {}", index * 31 % 97),
                index % 5 + 1,
            )
        })
        .collect();
    state
}

/// An order with everything at once that strains a page.
pub(in crate::page) fn strained() -> State {
    let mut state = rich(Stage::PartDelivered);
    let order = &mut state.order;
    order.number = Some("W".repeat(300));
    order.status.stage = Stage::Other;
    order.status.label = Some("نقش الاسم 🎁 ".repeat(3));
    order.currency = "ZZZ".to_owned();
    order.lines[0].name = "x".repeat(300);
    order.lines[0].total = amount("99999999999999.99");
    order.lines[1].name = "سترة صوفية 🧶, خضراء (M)".to_owned();
    order.lines[1].cancelled = Some(1.into());
    order.lines.push(line(
        "3",
        "<script>alert(\"1\")</script> & 'co' \u{202e}evil",
        1,
    ));
    order.lines.push(line("4", "", 1));
    order.shipments.push(Shipment {
        carrier: Some("شركة النقل".to_owned()),
        tracking_number: Some("9".repeat(120)),
        tracking_url: Some("https://track.carrier.example/9".to_owned()),
        state: ShipmentState::Delivered,
        lines: Vec::new(),
        ..parcel()
    });
    order.shipments.push(Shipment {
        state: ShipmentState::Pending,
        carrier: None,
        tracking_number: None,
        ..parcel()
    });
    order.refunds = vec![
        Refund {
            lines: line_quantities(&[("1", 1), ("2", 1), ("gone", 1)]),
            ..refund("20.5", Some(&"تعويض ".repeat(20)))
        },
        refund("1", None),
    ];
    for line in &mut order.lines {
        line.stock = Some(0.into());
        line.expected_on = Some("0000-01-01".parse().unwrap());
        line.expected_by = Some(DateSource::SalesOrder);
    }
    order.lines[3].quantity = 0.into();
    order.documents = (0..3)
        .map(|index| Document {
            number: Some("9".repeat(100)),
            total: amount("-999999999999.99"),
            ..document(&index.to_string(), DocumentKind::Other)
        })
        .collect();
    let lines = (0..1000).map(|line| Moved {
        line: line.to_string(),
        from: 1.into(),
        to: 0.into(),
    });
    let lines = lines.collect();
    state.timeline.push(entry(
        "2026-06-08T22:30:00Z",
        vec![
            tracked(Some("9")),
            Change::DeliveryCorrected { lines },
            Change::Removed,
        ],
    ));
    state
}

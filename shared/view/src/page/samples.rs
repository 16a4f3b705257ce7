//! Orders for the tests, and for looking at.

use std::sync::LazyLock;

use wismo_domain::changes::Change;
use wismo_domain::log::{Entry, State};
use wismo_domain::order::{
    Amount, Customer, Line, Order, Refund, Shipment, ShipmentLine, ShipmentState, Stage, Status,
    Totals,
};
use wismo_domain::shop::{Platform, Shop};
use wismo_domain::zone::TimeZone;

use super::voice::Voice;
use super::{Page, render};
use crate::texts::Language;

pub(super) fn shop(name: &str) -> Shop {
    Shop {
        id: "wool".to_owned(),
        platform: Platform::Standard,
        secrets: Vec::new(),
        name: name.to_owned(),
        locale: "en".to_owned(),
        timezone: TimeZone::named("Europe/Oslo").unwrap(),
    }
}

/// English, by UTC, in dollars.
pub(super) fn voice() -> Voice<'static> {
    static UTC: LazyLock<TimeZone> = LazyLock::new(TimeZone::utc);
    Voice::new(Language::English, &UTC, "USD")
}

pub(super) fn amount(text: &str) -> Option<Amount> {
    Some(Amount(text.parse().unwrap()))
}

pub(super) fn line(id: &str, name: &str, quantity: i64) -> Line {
    Line {
        id: id.to_owned(),
        sku: None,
        name: name.to_owned(),
        quantity: quantity.into(),
        delivered: None,
        cancelled: None,
        total: None,
    }
}

pub(super) fn parcel() -> Shipment {
    Shipment {
        id: "p1".to_owned(),
        carrier: Some("fed-ex".to_owned()),
        tracking_number: Some("117579686762".to_owned()),
        tracking_url: None,
        shipped_at: Some("2026-06-06T15:18:00Z".parse().unwrap()),
        state: ShipmentState::Sent,
        lines: Vec::new(),
    }
}

pub(super) fn parcel_of(lines: &[(&str, i64)]) -> Shipment {
    Shipment {
        lines: lines
            .iter()
            .map(|(line, quantity)| ShipmentLine {
                line: (*line).to_owned(),
                quantity: (*quantity).into(),
            })
            .collect(),
        ..parcel()
    }
}

pub(super) fn refund(amount: &str, reason: Option<&str>) -> Refund {
    Refund {
        id: amount.to_owned(),
        amount: Amount(amount.parse().unwrap()),
        reason: reason.map(str::to_owned),
    }
}

pub(super) fn entry(at: &str, changes: Vec<Change>) -> Entry {
    Entry {
        at: at.parse().unwrap(),
        changes,
    }
}

pub(super) fn tracked(from: Option<&str>) -> Change {
    Change::TrackingEntered {
        shipment: "p1".to_owned(),
        carrier: Some("FedEx".to_owned()),
        from: from.map(str::to_owned),
        to: "117579686762".to_owned(),
    }
}

pub(super) fn status(stage: Stage) -> Status {
    Status {
        code: format!("{stage:?}"),
        stage,
        label: None,
    }
}

/// An order of which nothing optional is known.
pub(super) fn plain() -> State {
    State {
        order: Order {
            id: "10234".to_owned(),
            number: None,
            updated_at: "2026-06-06T15:18:00Z".parse().unwrap(),
            placed_at: None,
            status: status(Stage::Received),
            cancelled_at: None,
            currency: "USD".to_owned(),
            customer: Customer {
                id: Some("c-77".to_owned()),
                name: Some("Kari Secretname".to_owned()),
                email: Some("kari@secret.example".to_owned()),
                locale: Some("en".to_owned()),
            },
            lines: Vec::new(),
            shipments: Vec::new(),
            refunds: Vec::new(),
            totals: Totals::default(),
        },
        removed: false,
        timeline: Vec::new(),
    }
}

/// An order of which much is known.
pub(super) fn rich(stage: Stage) -> State {
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
        total: amount("168.70"),
    };
    state.timeline = vec![
        entry("2026-06-04T07:12:00Z", vec![Change::Placed]),
        entry(
            "2026-06-05T06:40:00Z",
            vec![Change::StatusChanged {
                from: status(Stage::Received),
                to: status(Stage::Preparing),
            }],
        ),
    ];
    if !none {
        let moved = Change::StatusChanged {
            from: status(Stage::Preparing),
            to: status(stage),
        };
        state
            .timeline
            .push(entry("2026-06-06T15:18:00Z", vec![moved, tracked(None)]));
    }
    state
}

/// An order of many lines.
pub(super) fn long(lines: i64) -> State {
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

/// Everything that strains a page at once.
pub(super) fn strained() -> State {
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
        refund("20.5", Some(&"تعويض ".repeat(20))),
        refund("1", None),
    ];
    state.timeline.push(entry(
        "2026-06-08T22:30:00Z",
        vec![tracked(Some("9")), Change::Removed],
    ));
    state
}

/// Every sample by its name.
pub(super) fn all() -> Vec<(String, Shop, State)> {
    let stages = [
        Stage::Draft,
        Stage::AwaitingPayment,
        Stage::PaymentFailed,
        Stage::Received,
        Stage::Preparing,
        Stage::OnHold,
        Stage::PartDelivered,
        Stage::Sent,
        Stage::Delivered,
        Stage::Cancelled,
        Stage::Refunded,
        Stage::Other,
    ];
    let fjord = || shop("Fjord Wool");
    let mut all: Vec<(String, Shop, State)> = stages
        .into_iter()
        .map(|stage| (format!("{stage:?}").to_lowercase(), fjord(), rich(stage)))
        .collect();
    let mut delivered = rich(Stage::Sent);
    for parcel in &mut delivered.order.shipments {
        parcel.state = ShipmentState::Delivered;
    }
    let mut refunded = rich(Stage::Delivered);
    refunded.order.refunds = vec![refund("39.80", Some("Socks returned"))];
    let mut one = rich(Stage::Sent);
    one.order.shipments.truncate(1);
    let mut removed = rich(Stage::Preparing);
    removed.removed = true;
    let mut named = rich(Stage::Preparing);
    named.order.status.label = Some("At the engraver’s".to_owned());
    all.extend([
        ("plain".to_owned(), fjord(), plain()),
        ("one".to_owned(), fjord(), one),
        ("arrived".to_owned(), fjord(), delivered),
        ("part-refunded".to_owned(), fjord(), refunded),
        ("removed".to_owned(), fjord(), removed),
        ("named".to_owned(), fjord(), named),
        ("long".to_owned(), fjord(), long(20)),
        ("longest".to_owned(), fjord(), long(500)),
        (
            "strained".to_owned(),
            shop(&"متجر الصوف ".repeat(12)),
            strained(),
        ),
    ]);
    all
}

/// A page in English.
pub(super) fn page(shop: &Shop, state: &State) -> String {
    render(&Page {
        shop,
        state,
        language: Language::English,
    })
}

/// The text of some HTML, as one line.
pub(super) fn text(html: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for c in html.chars() {
        match c {
            '<' => {
                in_tag = true;
                text.push(' ');
            }
            '>' if in_tag => in_tag = false,
            c if !in_tag => text.push(c),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

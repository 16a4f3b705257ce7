//! An order to try templates on, and changes of any kind.

use wismo_domain::changes::{Change, ChangeKind, Moved, Promise};
use wismo_domain::order::{
    Amount, Customer, Document, DocumentKind, Line, Order, Quantity, Refund, Shipment,
    ShipmentState, Stage, Status, Totals,
};
use wismo_domain::time::{Date, Timestamp};

/// An order of which everything is known.
#[must_use]
pub fn order() -> Order {
    let at: Option<Timestamp> = "2026-06-06T10:00:00Z".parse().ok();
    let day = |day: &str| day.parse::<Date>().ok();
    let blanket = Line {
        sku: Some("WB-12".to_owned()),
        delivered: Some(1.into()),
        expected_on: day("2026-06-19"),
        total: Some(cents(11_800)),
        ..Line::new("1", "Wool blanket", 2.into())
    };
    let tray = Line {
        sku: Some("BT-3".to_owned()),
        delivered: Some(Quantity::ZERO),
        expected_on: day("2026-06-12"),
        total: Some(cents(5780)),
        ..Line::new("2", "Birch tea tray", 1.into())
    };
    let parcel = Shipment {
        carrier: Some("dhl".to_owned()),
        tracking_number: Some("00340434161094042557".to_owned()),
        ..Shipment::new("1", ShipmentState::Sent)
    };
    let document = |id: &str, kind| Document {
        number: Some(id.to_owned()),
        issued_at: at,
        ..Document::new(id, kind)
    };
    let updated_at = at.unwrap_or(Timestamp::UNIX_EPOCH);
    let status = Status::new("partly-sent", Stage::PartDelivered);
    Order {
        number: Some("1042".to_owned()),
        placed_at: at,
        expected_on: day("2026-06-19"),
        packing_slip_printed: true,
        picked: true,
        customer: Customer {
            name: Some("Ada Nilsen".to_owned()),
            ..Customer::default()
        },
        lines: vec![blanket, tray],
        shipments: vec![parcel],
        refunds: vec![Refund {
            id: "1".to_owned(),
            amount: cents(2495),
            reason: None,
            lines: Vec::new(),
        }],
        documents: vec![
            document("F-88", DocumentKind::Invoice),
            document("C-17", DocumentKind::CreditNote),
        ],
        totals: Totals {
            total: Some(cents(17_580)),
            ..Totals::default()
        },
        ..Order::new("7731", updated_at, status, "EUR")
    }
}

/// An order of which only the required parts are known.
pub(super) fn bare() -> Order {
    let status = Status::new("new", Stage::Received);
    Order::new("7731", Timestamp::UNIX_EPOCH, status, "EUR")
}

/// A change of a kind, as it could happen to an order: with the order's own values,
/// else with examples.
#[must_use]
pub fn change(kind: ChangeKind, order: &Order) -> Change {
    let moved = || -> Vec<Moved> {
        let moved = |line: &Line| Moved {
            line: line.id.clone(),
            from: Quantity::ZERO,
            to: line.quantity,
        };
        order.lines.iter().take(1).map(moved).collect()
    };
    let before = Status::new("received", Stage::Received);
    let number = |kind, example: &str| {
        let own = order.documents_of(kind).last();
        Some(own.map_or(example, Document::display_number).to_owned())
    };
    match kind {
        ChangeKind::Placed => Change::Placed,
        ChangeKind::StatusChanged => Change::StatusChanged {
            from: Some(before),
            to: order.status.clone(),
        },
        ChangeKind::Cancelled => Change::Cancelled { from: Some(before) },
        ChangeKind::LinesCancelled => Change::LinesCancelled { lines: moved() },
        ChangeKind::Invoiced => Change::Invoiced {
            document: number(DocumentKind::Invoice, "F-88"),
            lines: moved(),
        },
        ChangeKind::Credited => Change::Credited {
            document: number(DocumentKind::CreditNote, "C-17"),
            lines: moved(),
        },
        ChangeKind::PackingSlipPrinted => Change::PackingSlipPrinted,
        ChangeKind::Picked => Change::Picked,
        ChangeKind::TrackingEntered => tracking(order),
        ChangeKind::PartDelivered => Change::PartDelivered { lines: moved() },
        ChangeKind::Delivered => Change::Delivered { lines: moved() },
        ChangeKind::DeliveryCorrected => Change::DeliveryCorrected { lines: moved() },
        ChangeKind::ExpectedDateChanged => Change::ExpectedDateChanged {
            lines: order.lines.iter().take(1).map(promise).collect(),
        },
        ChangeKind::BackInStock => Change::BackInStock {
            lines: order
                .lines
                .iter()
                .take(1)
                .map(|line| line.id.clone())
                .collect(),
        },
        ChangeKind::Returned => Change::Returned { lines: moved() },
        ChangeKind::Refunded => {
            let own = order.refunds.last().map(|refund| refund.amount);
            Change::Refunded {
                amount: own.or(order.totals.total).unwrap_or_else(|| cents(2495)),
            }
        }
    }
}

fn tracking(order: &Order) -> Change {
    let has_number = |parcel: &&Shipment| parcel.tracking_number.is_some();
    let own = order.shipments.iter().rfind(has_number);
    let number = own.and_then(|parcel| parcel.tracking_number.clone());
    Change::TrackingEntered {
        shipment: own.map(|parcel| parcel.id.clone()).unwrap_or_default(),
        carrier: own.and_then(|parcel| parcel.carrier.clone()),
        from: None,
        to: number.unwrap_or_else(|| "00340434161094042557".to_owned()),
    }
}

fn promise(line: &Line) -> Promise {
    let example = "2026-06-19".parse().ok();
    Promise {
        line: line.id.clone(),
        from: None,
        to: line.expected_on.or(example),
        by: line.expected_by,
    }
}

fn cents(cents: i64) -> Amount {
    Amount(rust_decimal::Decimal::new(cents, 2))
}

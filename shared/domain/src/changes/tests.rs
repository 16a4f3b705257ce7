use super::*;
use crate::order::{Refund, Status};

fn order(code: &str, stage: Stage) -> Order {
    let at = crate::time::Timestamp::UNIX_EPOCH;
    Order::new("1", at, Status::new(code, stage), "EUR")
}

fn parcel(id: &str, number: Option<&str>, state: ShipmentState) -> Shipment {
    Shipment {
        carrier: Some("DHL".to_owned()),
        tracking_number: number.map(str::to_owned),
        ..Shipment::new(id, state)
    }
}

fn with(mut order: Order, parcels: &[Shipment]) -> Order {
    order.shipments = parcels.to_vec();
    order
}

fn tracked(shipment: &str, from: Option<&str>, to: &str) -> Change {
    Change::TrackingEntered {
        shipment: shipment.to_owned(),
        carrier: Some("DHL".to_owned()),
        from: from.map(str::to_owned),
        to: to.to_owned(),
    }
}

#[test]
fn equal_orders_differ_in_nothing() {
    let order = with(
        order("a", Stage::Preparing),
        &[parcel("p", Some("1"), ShipmentState::Sent)],
    );
    assert_eq!(changes(&order, &order), []);
}

#[test]
fn an_order_is_placed_once_it_is_more_than_a_draft() {
    let (draft, real) = (order("draft", Stage::Draft), order("new", Stage::Received));
    assert_eq!(first_changes(&draft.status, &draft), []);
    assert_eq!(changes(&real, &draft), []);
    assert_eq!(first_changes(&real.status, &real), [Change::Placed]);
    assert_eq!(first_changes(&draft.status, &real), [Change::Placed]);
}

#[test]
fn a_status_moves_from_and_to() {
    let (from, to) = (order("a", Stage::Received), order("b", Stage::Preparing));
    let moved = Change::StatusChanged {
        from: Some(from.status.clone()),
        to: to.status.clone(),
    };
    assert_eq!(changes(&from, &to), [moved]);
}

#[test]
fn a_cancellation_is_told_as_such_and_once() {
    let before = order("a", Stage::Received);
    let cancelled = Change::Cancelled {
        from: Some(before.status.clone()),
    };
    let by_status = order("cancelled", Stage::Cancelled);
    assert_eq!(
        changes(&before, &by_status),
        std::slice::from_ref(&cancelled)
    );
    let mut by_date = before.clone();
    by_date.cancelled_at = Some(before.updated_at);
    assert_eq!(changes(&before, &by_date), [cancelled]);
    let both = Order {
        cancelled_at: by_date.cancelled_at,
        ..by_status.clone()
    };
    assert_eq!(changes(&by_status, &both), []);
}

#[test]
fn a_parcels_number_is_told_when_it_is_new_or_corrected() {
    let base = order("a", Stage::Sent);
    let sent = |id, number| parcel(id, Some(number), ShipmentState::Sent);
    let one = with(base.clone(), &[sent("p", "1")]);
    assert_eq!(changes(&base, &one), [tracked("p", None, "1")]);
    let corrected = with(base.clone(), &[sent("p", "2")]);
    assert_eq!(changes(&one, &corrected), [tracked("p", Some("1"), "2")]);
    let two = with(base.clone(), &[sent("p", "1"), sent("q", "3")]);
    assert_eq!(changes(&one, &two), [tracked("q", None, "3")]);
    // Another id for the same number, a number that is gone, no number, or that
    // of a failed parcel: none is news to the customer.
    for parcels in [
        vec![sent("other", "1")],
        vec![],
        vec![
            parcel("p", Some("1"), ShipmentState::Sent),
            parcel("q", None, ShipmentState::Sent),
        ],
        vec![
            sent("p", "1"),
            parcel("q", Some("3"), ShipmentState::Failed),
        ],
        vec![sent("p", "1"), parcel("q", Some(""), ShipmentState::Sent)],
    ] {
        assert_eq!(
            changes(&one, &with(base.clone(), &parcels)),
            [],
            "{parcels:?}"
        );
    }
}

#[test]
fn only_what_was_paid_back_since_is_told() {
    let refund = |id: &str, amount: i64| Refund {
        id: id.to_owned(),
        amount: Amount(amount.into()),
        reason: None,
        lines: Vec::new(),
    };
    let before = Order {
        refunds: vec![refund("1", 5)],
        ..order("a", Stage::Sent)
    };
    let now = Order {
        refunds: vec![refund("1", 5), refund("2", 7)],
        ..before.clone()
    };
    assert_eq!(
        changes(&before, &now),
        [Change::Refunded {
            amount: Amount(7.into())
        }]
    );
    assert_eq!(changes(&now, &before), []);
}

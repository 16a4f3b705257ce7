//! What differs between two versions of an order and means something to the customer.

use serde::{Deserialize, Serialize};

use crate::order::{Amount, Order, Shipment, ShipmentState, Stage, Status};

/// One difference that the customer cares about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// The order came about.
    Placed,
    /// The shop moved the order to another status.
    StatusChanged {
        /// The status before.
        from: Status,
        /// The status now.
        to: Status,
    },
    /// The whole order is cancelled.
    Cancelled {
        /// The status before.
        from: Status,
    },
    /// A parcel got its number, or another number.
    TrackingEntered {
        /// The parcel's [`Shipment::id`].
        shipment: String,
        /// The carrier as the shop writes it.
        carrier: Option<String>,
        /// The number before, where it was corrected.
        from: Option<String>,
        /// The number now.
        to: String,
    },
    /// Money was paid back.
    Refunded {
        /// How much, positive, in the order's currency.
        amount: Amount,
    },
    /// The shop removed the order from its books. On the page only: nobody is
    /// mailed that a shop tidied up.
    Removed,
    /// A removed order came back. On the page only.
    Restored,
}

/// Every change from `before` to `now`, in the order in which a customer would
/// tell it. Equal orders differ in nothing; a draft is not yet an order.
#[must_use]
pub fn changes(before: Option<&Order>, now: &Order) -> Vec<Change> {
    if now.status.stage == Stage::Draft {
        return Vec::new();
    }
    let Some(before) = before.filter(|order| order.status.stage != Stage::Draft) else {
        return vec![Change::Placed];
    };
    let mut changes = Vec::new();
    if now.is_cancelled() && !before.is_cancelled() {
        changes.push(Change::Cancelled {
            from: before.status.clone(),
        });
    } else if now.status.code != before.status.code || now.status.stage != before.status.stage {
        changes.push(Change::StatusChanged {
            from: before.status.clone(),
            to: now.status.clone(),
        });
    }
    changes.extend(
        now.shipments
            .iter()
            .filter_map(|shipment| tracking(before, shipment)),
    );
    changes.extend(refunded(before, now));
    changes
}

/// A parcel's number, where it is new to the customer. A parcel is known by its
/// id; a shop that makes a new parcel for the same number tells nothing new.
fn tracking(before: &Order, shipment: &Shipment) -> Option<Change> {
    let to = number(shipment)?;
    if before
        .shipments
        .iter()
        .any(|other| number(other) == Some(to))
    {
        return None;
    }
    let from = before
        .shipments
        .iter()
        .find(|other| other.id == shipment.id)
        .and_then(number);
    Some(Change::TrackingEntered {
        shipment: shipment.id.clone(),
        carrier: shipment.carrier.clone(),
        from: from.map(str::to_owned),
        to: to.to_owned(),
    })
}

fn number(shipment: &Shipment) -> Option<&str> {
    if shipment.state == ShipmentState::Failed {
        return None;
    }
    shipment
        .tracking_number
        .as_deref()
        .filter(|number| !number.is_empty())
}

fn refunded(before: &Order, now: &Order) -> Option<Change> {
    let sum = |order: &Order| order.refunds.iter().map(|refund| refund.amount.0).sum();
    let (old, new): (rust_decimal::Decimal, rust_decimal::Decimal) = (sum(before), sum(now));
    (new > old).then(|| Change::Refunded {
        amount: Amount(new - old),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::{Customer, Refund, Totals};

    fn order(code: &str, stage: Stage) -> Order {
        Order {
            id: "1".to_owned(),
            number: None,
            updated_at: crate::time::Timestamp::UNIX_EPOCH,
            placed_at: None,
            status: Status {
                code: code.to_owned(),
                stage,
                label: None,
            },
            cancelled_at: None,
            currency: "EUR".to_owned(),
            customer: Customer::default(),
            lines: Vec::new(),
            shipments: Vec::new(),
            refunds: Vec::new(),
            totals: Totals::default(),
        }
    }

    fn parcel(id: &str, number: Option<&str>, state: ShipmentState) -> Shipment {
        Shipment {
            id: id.to_owned(),
            carrier: Some("DHL".to_owned()),
            tracking_number: number.map(str::to_owned),
            tracking_url: None,
            shipped_at: None,
            state,
            lines: Vec::new(),
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
        assert_eq!(changes(Some(&order), &order), []);
    }

    #[test]
    fn an_order_is_placed_once_it_is_more_than_a_draft() {
        let (draft, real) = (order("draft", Stage::Draft), order("new", Stage::Received));
        assert_eq!(changes(None, &draft), []);
        assert_eq!(changes(None, &real), [Change::Placed]);
        assert_eq!(changes(Some(&draft), &real), [Change::Placed]);
    }

    #[test]
    fn a_status_moves_from_and_to() {
        let (from, to) = (order("a", Stage::Received), order("b", Stage::Preparing));
        let moved = Change::StatusChanged {
            from: from.status.clone(),
            to: to.status.clone(),
        };
        assert_eq!(changes(Some(&from), &to), [moved]);
    }

    #[test]
    fn a_cancellation_is_told_as_such_and_once() {
        let before = order("a", Stage::Received);
        let cancelled = Change::Cancelled {
            from: before.status.clone(),
        };
        let by_status = order("cancelled", Stage::Cancelled);
        assert_eq!(
            changes(Some(&before), &by_status),
            std::slice::from_ref(&cancelled)
        );
        let mut by_date = before.clone();
        by_date.cancelled_at = Some(before.updated_at);
        assert_eq!(changes(Some(&before), &by_date), [cancelled]);
        let both = Order {
            cancelled_at: by_date.cancelled_at,
            ..by_status.clone()
        };
        assert_eq!(changes(Some(&by_status), &both), []);
    }

    #[test]
    fn a_parcels_number_is_told_when_it_is_new_or_corrected() {
        let base = order("a", Stage::Sent);
        let sent = |id, number| parcel(id, Some(number), ShipmentState::Sent);
        let one = with(base.clone(), &[sent("p", "1")]);
        assert_eq!(changes(Some(&base), &one), [tracked("p", None, "1")]);
        let corrected = with(base.clone(), &[sent("p", "2")]);
        assert_eq!(
            changes(Some(&one), &corrected),
            [tracked("p", Some("1"), "2")]
        );
        let two = with(base.clone(), &[sent("p", "1"), sent("q", "3")]);
        assert_eq!(changes(Some(&one), &two), [tracked("q", None, "3")]);
        // Another id for the same number, a number that is gone, none, or one
        // of a parcel that failed: nothing new to the customer.
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
                changes(Some(&one), &with(base.clone(), &parcels)),
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
            changes(Some(&before), &now),
            [Change::Refunded {
                amount: Amount(7.into())
            }]
        );
        assert_eq!(changes(Some(&now), &before), []);
    }
}

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

//! What differs between two versions of an order and means something to the customer.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::order::{
    Amount, DateSource, Document, DocumentKind, Line, Order, Quantity, Shipment, ShipmentState,
    Stage, Status,
};
use crate::time::Date;

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
    /// Lines were cancelled, while the rest of the order goes on.
    LinesCancelled {
        /// How many will not come, per line.
        lines: Vec<Moved>,
    },
    /// An invoice was issued, or more was invoiced.
    Invoiced {
        /// The invoice's number, where the shop tells of documents.
        document: Option<String>,
        /// The invoiced quantities that moved.
        lines: Vec<Moved>,
    },
    /// A credit note was issued, or more was credited.
    Credited {
        /// The credit note's number, where the shop tells of documents.
        document: Option<String>,
        /// The credited quantities that moved.
        lines: Vec<Moved>,
    },
    /// The packing slip was printed.
    PackingSlipPrinted,
    /// The goods were picked from the shelf.
    Picked,
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
    /// More left the shop, and something is still to come.
    PartDelivered {
        /// The delivered quantities that moved.
        lines: Vec<Moved>,
    },
    /// The last of it left the shop.
    Delivered {
        /// The delivered quantities that moved.
        lines: Vec<Moved>,
    },
    /// Less left the shop than was said.
    DeliveryCorrected {
        /// The delivered quantities that moved.
        lines: Vec<Moved>,
    },
    /// What is still to come is promised for another day.
    ExpectedDateChanged {
        /// The lines whose day moved.
        lines: Vec<Promise>,
    },
    /// What the customer waits for is in stock again.
    BackInStock {
        /// The [`Line::id`]s.
        lines: Vec<String>,
    },
    /// Goods came back to the shop.
    Returned {
        /// The returned quantities that moved.
        lines: Vec<Moved>,
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

/// A quantity of a line, before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// The [`Line::id`].
    pub line: String,
    /// How many before.
    pub from: Quantity,
    /// How many now.
    pub to: Quantity,
}

/// A line's promised day, before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// The [`Line::id`].
    pub line: String,
    /// The day before.
    pub from: Option<Date>,
    /// The day now; none where it is open again.
    pub to: Option<Date>,
    /// What the day rests on now.
    pub by: Option<DateSource>,
}

/// The kinds of [`Change`] that a merchant can have a rule for.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// [`Change::Placed`].
    Placed,
    /// [`Change::StatusChanged`].
    StatusChanged,
    /// [`Change::Cancelled`].
    Cancelled,
    /// [`Change::LinesCancelled`].
    LinesCancelled,
    /// [`Change::Invoiced`].
    Invoiced,
    /// [`Change::Credited`].
    Credited,
    /// [`Change::PackingSlipPrinted`].
    PackingSlipPrinted,
    /// [`Change::Picked`].
    Picked,
    /// [`Change::TrackingEntered`].
    TrackingEntered,
    /// [`Change::PartDelivered`].
    PartDelivered,
    /// [`Change::Delivered`].
    Delivered,
    /// [`Change::DeliveryCorrected`].
    DeliveryCorrected,
    /// [`Change::ExpectedDateChanged`].
    ExpectedDateChanged,
    /// [`Change::BackInStock`].
    BackInStock,
    /// [`Change::Returned`].
    Returned,
    /// [`Change::Refunded`].
    Refunded,
}

impl ChangeKind {
    /// Every kind.
    pub const ALL: [Self; 16] = [
        Self::Placed,
        Self::StatusChanged,
        Self::Cancelled,
        Self::LinesCancelled,
        Self::Invoiced,
        Self::Credited,
        Self::PackingSlipPrinted,
        Self::Picked,
        Self::TrackingEntered,
        Self::PartDelivered,
        Self::Delivered,
        Self::DeliveryCorrected,
        Self::ExpectedDateChanged,
        Self::BackInStock,
        Self::Returned,
        Self::Refunded,
    ];
}

impl Change {
    /// Which rule it falls under; none for what is only ever shown on the page.
    #[must_use]
    pub const fn kind(&self) -> Option<ChangeKind> {
        Some(match self {
            Self::Placed => ChangeKind::Placed,
            Self::StatusChanged { .. } => ChangeKind::StatusChanged,
            Self::Cancelled { .. } => ChangeKind::Cancelled,
            Self::LinesCancelled { .. } => ChangeKind::LinesCancelled,
            Self::Invoiced { .. } => ChangeKind::Invoiced,
            Self::Credited { .. } => ChangeKind::Credited,
            Self::PackingSlipPrinted => ChangeKind::PackingSlipPrinted,
            Self::Picked => ChangeKind::Picked,
            Self::TrackingEntered { .. } => ChangeKind::TrackingEntered,
            Self::PartDelivered { .. } => ChangeKind::PartDelivered,
            Self::Delivered { .. } => ChangeKind::Delivered,
            Self::DeliveryCorrected { .. } => ChangeKind::DeliveryCorrected,
            Self::ExpectedDateChanged { .. } => ChangeKind::ExpectedDateChanged,
            Self::BackInStock { .. } => ChangeKind::BackInStock,
            Self::Returned { .. } => ChangeKind::Returned,
            Self::Refunded { .. } => ChangeKind::Refunded,
            Self::Removed | Self::Restored => return None,
        })
    }
}

impl ChangeKind {
    /// Its name, as the merchant writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Placed => "placed",
            Self::StatusChanged => "status_changed",
            Self::Cancelled => "cancelled",
            Self::LinesCancelled => "lines_cancelled",
            Self::Invoiced => "invoiced",
            Self::Credited => "credited",
            Self::PackingSlipPrinted => "packing_slip_printed",
            Self::Picked => "picked",
            Self::TrackingEntered => "tracking_entered",
            Self::PartDelivered => "part_delivered",
            Self::Delivered => "delivered",
            Self::DeliveryCorrected => "delivery_corrected",
            Self::ExpectedDateChanged => "expected_date_changed",
            Self::BackInStock => "back_in_stock",
            Self::Returned => "returned",
            Self::Refunded => "refunded",
        }
    }
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
    let is_cancelled = now.is_cancelled();
    if is_cancelled && !before.is_cancelled() {
        changes.push(Change::Cancelled {
            from: before.status.clone(),
        });
    } else if now.status.code != before.status.code || now.status.stage != before.status.stage {
        changes.push(Change::StatusChanged {
            from: before.status.clone(),
            to: now.status.clone(),
        });
    }
    // Of a cancelled order every line is: that need not be said twice.
    if !is_cancelled {
        let lines = grown(before, now, |line| line.cancelled);
        changes.extend(some(lines, |lines| Change::LinesCancelled { lines }));
    }
    if now.has_packing_slip() && !before.has_packing_slip() {
        changes.push(Change::PackingSlipPrinted);
    }
    if now.picked && !before.picked {
        changes.push(Change::Picked);
    }
    changes.extend(delivered(before, now));
    changes.extend(
        now.shipments
            .iter()
            .enumerate()
            .filter(|(index, shipment)| !is_repeated(now, *index, shipment))
            .filter_map(|(_, shipment)| tracking(before, shipment)),
    );
    let lines = promises(before, now);
    changes.extend(some(lines, |lines| Change::ExpectedDateChanged { lines }));
    let lines = back_in_stock(before, now);
    changes.extend(some(lines, |lines| Change::BackInStock { lines }));
    let lines = grown(before, now, |line| line.returned);
    changes.extend(some(lines, |lines| Change::Returned { lines }));
    changes.extend(papers(
        before,
        now,
        DocumentKind::Invoice,
        |line| line.invoiced,
        |document, lines| Change::Invoiced { document, lines },
    ));
    changes.extend(papers(
        before,
        now,
        DocumentKind::CreditNote,
        |line| line.credited,
        |document, lines| Change::Credited { document, lines },
    ));
    changes.extend(refunded(before, now));
    changes
}

/// The change about these, if there are any.
fn some<T>(lines: Vec<T>, change: impl FnOnce(Vec<T>) -> Change) -> Option<Change> {
    (!lines.is_empty()).then(|| change(lines))
}

/// The line of an earlier version that a line was.
fn earlier<'a>(before: &'a Order, line: &Line) -> Option<&'a Line> {
    before.lines.iter().find(|other| other.id == line.id)
}

/// How a quantity moved, line by line. What was not counted before counts as
/// none, and what is no longer counted has not moved.
fn moved(before: &Order, now: &Order, count: impl Fn(&Line) -> Option<Quantity>) -> Vec<Moved> {
    let moved = |line: &Line| {
        let to = count(line)?;
        let from = earlier(before, line).and_then(&count).unwrap_or_default();
        (from != to).then(|| Moved {
            line: line.id.clone(),
            from,
            to,
        })
    };
    now.lines.iter().filter_map(moved).collect()
}

fn grown(before: &Order, now: &Order, count: impl Fn(&Line) -> Option<Quantity>) -> Vec<Moved> {
    let mut moved = moved(before, now, count);
    moved.retain(|line| line.to > line.from);
    moved
}

/// Quantities that left the shop. A correction downwards is told as such, and
/// what else went out at the same time as what it is.
fn delivered(before: &Order, now: &Order) -> impl Iterator<Item = Change> {
    let moved = moved(before, now, |line| line.delivered);
    let (more, less): (Vec<_>, Vec<_>) = moved.into_iter().partition(|line| line.to > line.from);
    let is_rest = now
        .lines
        .iter()
        .all(|line| line.to_come() == Quantity::ZERO);
    let more = some(more, |lines| {
        if is_rest {
            Change::Delivered { lines }
        } else {
            Change::PartDelivered { lines }
        }
    });
    let less = some(less, |lines| Change::DeliveryCorrected { lines });
    more.into_iter().chain(less)
}

/// Whether a parcel before it has the same number.
fn is_repeated(order: &Order, index: usize, shipment: &Shipment) -> bool {
    let mut earlier = order.shipments.iter().take(index);
    number(shipment).is_some() && earlier.any(|other| number(other) == number(shipment))
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

/// The promised days that moved, of lines that were and are waited for: what
/// has left the shop needs no promise, and a new line makes its first.
fn promises(before: &Order, now: &Order) -> Vec<Promise> {
    let moved = |line: &Line| {
        let old = earlier(before, line).filter(|old| before.is_waiting_for(old))?;
        // What is there needs no day.
        let is_open = line.expected_on.is_some() || line.stock <= Some(Quantity::ZERO);
        let is_news = is_open && now.is_waiting_for(line) && old.expected_on != line.expected_on;
        is_news.then(|| Promise {
            line: line.id.clone(),
            from: old.expected_on,
            to: line.expected_on,
            by: line.expected_on.and(line.expected_by),
        })
    };
    now.lines.iter().filter_map(moved).collect()
}

/// The lines that are still waited for, and whose item had run out.
fn back_in_stock(before: &Order, now: &Order) -> Vec<String> {
    let is_back = |line: &&Line| {
        let was = earlier(before, line).and_then(|old| old.stock);
        was == Some(Quantity::ZERO) && line.stock > Some(Quantity::ZERO) && now.is_waiting_for(line)
    };
    now.lines
        .iter()
        .filter(is_back)
        .map(|line| line.id.clone())
        .collect()
}

/// Documents of a kind that are new, one change each; without any, the
/// quantities that grew are one.
fn papers(
    before: &Order,
    now: &Order,
    kind: DocumentKind,
    count: impl Fn(&Line) -> Option<Quantity>,
    change: impl Fn(Option<String>, Vec<Moved>) -> Change,
) -> Vec<Change> {
    let mut lines = grown(before, now, count);
    let is_new = |document: &&Document| {
        let mut known = before.documents_of(kind);
        !known.any(|other| other.id == document.id)
    };
    let mut changes: Vec<Change> = now
        .documents_of(kind)
        .filter(is_new)
        // The quantities belong to the documents together: the first names them.
        .map(|document| {
            let number = document.display_number().to_owned();
            change(Some(number), std::mem::take(&mut lines))
        })
        .collect();
    changes.extend(some(lines, |lines| change(None, lines)));
    changes
}

fn refunded(before: &Order, now: &Order) -> Option<Change> {
    let sum = |order: &Order| order.refunds.iter().map(|refund| refund.amount.0).sum();
    let (old, new): (Decimal, Decimal) = (sum(before), sum(now));
    (new > old).then(|| Change::Refunded {
        amount: Amount(new - old),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::Refund;

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
            changes(Some(&before), &now),
            [Change::Refunded {
                amount: Amount(7.into())
            }]
        );
        assert_eq!(changes(Some(&now), &before), []);
    }
}

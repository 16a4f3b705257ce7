//! The kinds of changes, for the merchant's rules.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Change;
use crate::order::Stage;

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

/// Every kind of change, in the order in which a merchant reads them.
pub const KINDS: [ChangeKind; 16] = [
    ChangeKind::Placed,
    ChangeKind::StatusChanged,
    ChangeKind::Cancelled,
    ChangeKind::LinesCancelled,
    ChangeKind::Invoiced,
    ChangeKind::Credited,
    ChangeKind::PackingSlipPrinted,
    ChangeKind::Picked,
    ChangeKind::TrackingEntered,
    ChangeKind::PartDelivered,
    ChangeKind::Delivered,
    ChangeKind::DeliveryCorrected,
    ChangeKind::ExpectedDateChanged,
    ChangeKind::BackInStock,
    ChangeKind::Returned,
    ChangeKind::Refunded,
];

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

impl Change {
    /// Tells whether it takes back that the goods were further along than they
    /// are: from sent to received, such as when a parcel is cancelled.
    #[must_use]
    pub fn is_correction(&self) -> bool {
        let Self::StatusChanged {
            from: Some(from),
            to,
        } = self
        else {
            return false;
        };
        let ways = how_far(from.stage).zip(how_far(to.stage));
        ways.is_some_and(|(from, to)| from >= LEAVES && to < from)
    }

    /// Tells whether it says where the order as a whole stands.
    pub(crate) const fn is_of_status(&self) -> bool {
        matches!(self, Self::StatusChanged { .. } | Self::Cancelled { .. })
    }

    /// The kind of rule that it falls under; none if it is only ever shown on the page.
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
            Self::OutOfStock { .. } | Self::Removed | Self::Restored => return None,
        })
    }
}

/// The first step at which something has left the shop.
const LEAVES: u8 = 2;

/// Tells how far a stage is on the way to the customer; none if it is not on that way.
const fn how_far(stage: Stage) -> Option<u8> {
    match stage {
        Stage::Received => Some(0),
        Stage::Preparing => Some(1),
        Stage::PartDelivered => Some(LEAVES),
        Stage::Sent | Stage::ReadyToCollect => Some(3),
        Stage::Delivered | Stage::Collected | Stage::Completed => Some(4),
        Stage::Draft
        | Stage::AwaitingPayment
        | Stage::PaymentFailed
        | Stage::OnHold
        | Stage::Cancelled
        | Stage::Refunded
        | Stage::Other => None,
    }
}

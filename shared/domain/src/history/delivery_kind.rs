//! The kinds of deliveries, as the merchant's history lists them.

use serde::Serialize;

use crate::log::{Fact, LinkChange, Said};

/// The kind of thing that a delivery told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryKind {
    /// The whole order.
    Order,
    /// The order's removal.
    OrderRemoved,
    /// An item's stock.
    Stock,
    /// Goods that the shop ordered itself.
    Purchase,
    /// A parcel.
    Parcel,
    /// A repayment.
    Refund,
    /// A customer's corrected e-mail address.
    Address,
    /// The part of an order that a second system knows.
    OrderPart,
    /// The merchant held the order's mails back.
    Held,
    /// The merchant let them go.
    Released,
    /// The merchant dropped what was to be told.
    Dropped,
    /// A mail by hand.
    MailByHand,
    /// A mail that was sent again.
    MailResent,
    /// The customer's choice of mails.
    MailPreferences,
    /// The order's link was replaced.
    LinkReplaced,
    /// The order's links were revoked.
    LinkRevoked,
    /// The order's links lead to it again.
    LinkRestored,
    /// A provider's word about a mail.
    MailEvent,
}

impl DeliveryKind {
    /// Finds the kind of an event.
    pub(super) fn of(said: &Said) -> Self {
        match said {
            Said::Order(_) => Self::Order,
            Said::Deleted | Said::Trashed => Self::OrderRemoved,
            Said::Fact { fact, .. } => Self::of_fact(fact),
            Said::Released | Said::Held(false) => Self::Released,
            Said::Held(true) => Self::Held,
            Said::Cancelled => Self::Dropped,
            Said::Written(by_hand) if by_hand.resends.is_some() => Self::MailResent,
            Said::Written(_) => Self::MailByHand,
            Said::Chosen(_) => Self::MailPreferences,
            Said::Link(LinkChange::Replaced) => Self::LinkReplaced,
            Said::Link(LinkChange::Revoked) => Self::LinkRevoked,
            Said::Link(LinkChange::Restored) => Self::LinkRestored,
            Said::Mail { .. } => Self::MailEvent,
        }
    }

    const fn of_fact(fact: &Fact) -> Self {
        match fact {
            Fact::Stock { .. } => Self::Stock,
            Fact::Purchase { .. } => Self::Purchase,
            Fact::Shipment(_) => Self::Parcel,
            Fact::Refund(_) => Self::Refund,
            Fact::Address { .. } => Self::Address,
            Fact::Part(_) => Self::OrderPart,
        }
    }
}

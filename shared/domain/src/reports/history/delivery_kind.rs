//! The kinds of deliveries, as the merchant's history lists them.

use schemars::JsonSchema;
use serde::Serialize;

use crate::log::{EventPayload, Fact, LinkChange, Printout};

/// The kind of thing that a delivery is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
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
    /// Documents alone, such as one that a member added.
    Document,
    /// A status that a member gave the order.
    Status,
    /// A day that a member promised.
    Promise,
    /// A member called the order urgent.
    Urgent,
    /// A member called it urgent no more.
    NotUrgent,
    /// A member printed the packing slip.
    PackingSlipPrinted,
    /// A member printed the order.
    SummaryPrinted,
    /// The merchant held the order's mails back.
    Held,
    /// The merchant let them go.
    Released,
    /// The merchant dropped what was to be told.
    Dropped,
    /// A manual mail.
    ManualMail,
    /// A mail that was sent again.
    MailResent,
    /// The customer's preferences about mails.
    MailPreferences,
    /// The order's link was replaced.
    LinkReplaced,
    /// The order's links were revoked.
    LinkRevoked,
    /// The order's links lead to it again.
    LinkRestored,
    /// A provider's report about a mail.
    MailEvent,
    /// A note of the staff's.
    Note,
}

impl DeliveryKind {
    /// Finds the kind of an event.
    pub(super) fn of(payload: &EventPayload) -> Self {
        match payload {
            EventPayload::Order(_) => Self::Order,
            EventPayload::Deleted | EventPayload::Trashed => Self::OrderRemoved,
            EventPayload::Fact { fact, .. } => Self::of_fact(fact),
            EventPayload::Released | EventPayload::Held(false) => Self::Released,
            EventPayload::Held(true) => Self::Held,
            EventPayload::Cancelled => Self::Dropped,
            EventPayload::Urgent(Some(_)) => Self::Urgent,
            EventPayload::Urgent(None) => Self::NotUrgent,
            EventPayload::Printed(Printout::PackingSlip) => Self::PackingSlipPrinted,
            EventPayload::Printed(Printout::Summary) => Self::SummaryPrinted,
            EventPayload::ManualMail(manual_mail) if manual_mail.resends.is_some() => {
                Self::MailResent
            }
            EventPayload::ManualMail(_) => Self::ManualMail,
            EventPayload::Preferences(_) => Self::MailPreferences,
            EventPayload::Link(LinkChange::Replaced) => Self::LinkReplaced,
            EventPayload::Link(LinkChange::Revoked) => Self::LinkRevoked,
            EventPayload::Link(LinkChange::Restored) => Self::LinkRestored,
            EventPayload::Mail { .. } => Self::MailEvent,
            EventPayload::Note(_) => Self::Note,
        }
    }

    fn of_fact(fact: &Fact) -> Self {
        match fact {
            Fact::Stock { .. } => Self::Stock,
            Fact::Purchase { .. } => Self::Purchase,
            Fact::Shipment(_) => Self::Parcel,
            Fact::Refund(_) => Self::Refund,
            Fact::Address { .. } => Self::Address,
            Fact::Part(part) if part.is_documents_alone() => Self::Document,
            Fact::Part(_) => Self::OrderPart,
            Fact::Status(_) => Self::Status,
            Fact::Promise { .. } => Self::Promise,
        }
    }
}

//! Deliveries about an order, as they are stored.

use crate::time::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Actor, Fact, LinkChange, MailEvent, MailPreferences, ManualMail, Printout};
use crate::notes::NoteEvent;
use crate::order::{Document, Order, Shipment};
use crate::storage::record::Record;

/// An authentic delivery, appended to its order's log and never changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// The time when Wismo took it, by Wismo's clock.
    pub received_at: Timestamp,
    /// The content of the delivery.
    pub payload: EventPayload,
    /// The way it came.
    #[serde(default, skip_serializing_if = "Via::is_hook")]
    pub via: Via,
    /// The parts of it that could not be read, each as its place and the
    /// reason: for the merchant, and for nothing else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dropped: Vec<String>,
    /// The person or program at the desk that said it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Actor>,
}

impl Record for Event {
    const VERSION: u32 = 1;
}

/// The content of a delivery about an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventPayload {
    /// The whole order as it is now.
    Order(Box<Order>),
    /// The order is gone from the shop. That counts from the moment it came: an
    /// older version does not bring the order back, a later one does.
    Deleted,
    /// The order went to the shop's trash, from which it may come back unchanged: a
    /// version that comes later and is not older than the known one brings it back.
    Trashed,
    /// A fact that is recorded beside the order's versions.
    Fact {
        /// The time from which it was so, according to its sender.
        at: Timestamp,
        /// Its number in the log of its subject; none for the order's own log.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        n: Option<u64>,
        /// The fact itself.
        fact: Fact,
    },
    /// The merchant lets go out what has gathered so far.
    Released,
    /// The merchant holds back what there is to tell (true), or lets it go (false).
    Held(bool),
    /// All that there is to tell counts as told.
    Cancelled,
    /// A member calls the order urgent, for this reason; none ends that.
    Urgent(Option<String>),
    /// A member printed something of the order.
    Printed(Printout),
    /// The merchant sends a mail.
    ManualMail(Box<ManualMail>),
    /// The customer chose about the mails.
    Preferences(MailPreferences),
    /// The customer or the merchant decided about the links.
    Link(LinkChange),
    /// A provider reported what became of a mail.
    Mail {
        /// The time when that happened, by the provider's clock.
        at: Timestamp,
        /// The provider's report.
        event: MailEvent,
    },
    /// The staff wrote, edited or removed a note, for itself alone.
    Note(NoteEvent),
}

/// The way an event came, which decides what becomes of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Via {
    /// A webhook.
    #[default]
    Hook,
    /// An import.
    Import,
    /// An import that does not mail anybody: its content counts as told.
    QuietImport,
    /// An import that only records: its content waits for a release.
    HeldImport,
    /// A shop's event about an item that the order waits for.
    Item,
    /// A fact that was known about an item before the order began to wait for
    /// it: it counts as told.
    KnownItem,
    /// The merchant's desk.
    Desk,
    /// The merchant's desk, where a member chose to tell nobody.
    QuietDesk,
    /// The customer's page.
    Page,
}

impl Via {
    /// Tells whether events that came this way count as told.
    #[must_use]
    pub const fn is_quiet(self) -> bool {
        matches!(self, Self::QuietImport | Self::QuietDesk | Self::KnownItem)
    }

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde asks for a reference"
    )]
    const fn is_hook(&self) -> bool {
        matches!(self, Self::Hook)
    }
}

impl EventPayload {
    /// Returns the order, if it holds the whole order.
    #[must_use]
    pub fn order(&self) -> Option<&Order> {
        let Self::Order(order) = self else {
            return None;
        };
        Some(order)
    }

    /// Returns the order to be changed, if it holds the whole order.
    pub fn order_mut(&mut self) -> Option<&mut Order> {
        let Self::Order(order) = self else {
            return None;
        };
        Some(order)
    }

    /// Returns the fact, if it holds one beside the order's versions.
    #[must_use]
    pub const fn fact(&self) -> Option<&Fact> {
        let Self::Fact { fact, .. } = self else {
            return None;
        };
        Some(fact)
    }

    /// Returns the fact to be changed, if it holds one beside the order's versions.
    pub const fn fact_mut(&mut self) -> Option<&mut Fact> {
        let Self::Fact { fact, .. } = self else {
            return None;
        };
        Some(fact)
    }

    /// Returns the parcels of the order that it holds, whole or as a part of one.
    #[must_use]
    pub fn shipments(&self) -> Option<&[Shipment]> {
        match (self.order(), self.fact()) {
            (Some(order), _) => Some(&order.shipments),
            (None, Some(Fact::Part(part))) => Some(&part.shipments),
            (None, _) => None,
        }
    }

    /// Returns the documents of the order that it holds, whole or as a part of one.
    pub fn documents_mut(&mut self) -> Option<&mut Vec<Document>> {
        if let Self::Order(order) = self {
            return Some(&mut order.documents);
        }
        match self.fact_mut() {
            Some(Fact::Part(part)) => Some(&mut part.documents),
            Some(_) | None => None,
        }
    }

    /// Returns the mail, if the merchant sends one.
    #[must_use]
    pub fn manual_mail(self) -> Option<ManualMail> {
        let Self::ManualMail(mail) = self else {
            return None;
        };
        Some(*mail)
    }

    /// Returns the report of a mail provider, if it is one.
    #[must_use]
    pub const fn provider_event(&self) -> Option<&MailEvent> {
        let Self::Mail { event, .. } = self else {
            return None;
        };
        Some(event)
    }

    /// Returns what was done with a note, if it is that.
    #[must_use]
    pub fn note(self) -> Option<NoteEvent> {
        let Self::Note(note) = self else {
            return None;
        };
        Some(note)
    }

    /// Tells whether it holds how the order stands as a whole, or that it is gone.
    #[must_use]
    pub const fn is_version(&self) -> bool {
        matches!(self, Self::Order(_) | Self::Deleted | Self::Trashed)
    }

    /// Returns the date that its sender gave it; none if it counts from when it came.
    #[must_use]
    pub fn own_date(&self) -> Option<Timestamp> {
        match self {
            Self::Order(order) => Some(order.updated_at),
            Self::Fact { at, .. } | Self::Mail { at, .. } => Some(*at),
            Self::Deleted
            | Self::Trashed
            | Self::Released
            | Self::Held(_)
            | Self::Cancelled
            | Self::Urgent(_)
            | Self::Printed(_)
            | Self::ManualMail(_)
            | Self::Preferences(_)
            | Self::Link(_)
            | Self::Note(_) => None,
        }
    }
}

impl Event {
    /// Makes the event of a webhook.
    #[must_use]
    pub const fn new(received_at: Timestamp, payload: EventPayload) -> Self {
        Self {
            received_at,
            payload,
            via: Via::Hook,
            dropped: Vec::new(),
            by: None,
        }
    }

    /// Makes the event of somebody at the desk. What it changes is told by the merchant's
    /// rules, or to nobody.
    #[must_use]
    pub const fn at_desk(
        received_at: Timestamp,
        payload: EventPayload,
        by: Option<Actor>,
        is_quiet: bool,
    ) -> Self {
        Self {
            received_at,
            payload,
            via: if is_quiet { Via::QuietDesk } else { Via::Desk },
            dropped: Vec::new(),
            by,
        }
    }

    /// Returns the time from which it was so, according to its sender. A removal has no date
    /// of its own, so it counts from when it came.
    #[must_use]
    pub fn at(&self) -> Timestamp {
        self.payload.own_date().unwrap_or(self.received_at)
    }
}

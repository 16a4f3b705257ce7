//! What the merchant decides: one document per shop, in versions.
//!
//! | module | holds |
//! |---|---|
//! | `access` | what a link shows, and for how long |
//! | `brand` | how the shop looks |
//! | `display` | what the status page shows |
//! | `rule` | which change mails whom |
//! | `status` | what a shop's own status codes mean |
//! | `hold` | what waits for a release |
//! | `hours` | times of the day |
//! | `departure` | when a mail may leave |
//! | `check` | what the types alone don't say |
//!
//! How it is kept, so that no writer overwrites another unseen, is in [`versions`].

mod access;
mod brand;
mod check;
mod departure;
mod display;
mod hold;
mod hours;
mod rule;
#[cfg(test)]
mod simulation;
mod status;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::changes::{Change, ChangeKind, reads_differently};
use crate::environment::Environment;
use crate::keys::settings_ledger;
use crate::ledger::Folded;
use crate::order::{Document, DocumentKind, Order, Status, StatusFrom};
use crate::store::{Store, StoreError};
use crate::versions;

pub use crate::versions::NotWritten;
pub use access::{Access, MAX_DAYS, SecondStep, Way};
pub use brand::{Brand, BrandLink, BrandTexts, Colour, ColourError, MAX_LINKS};
pub use departure::{Departure, Timing, departure};
pub use display::{Display, Part};
pub use hold::Hold;
pub use hours::{ClockTime, QuietHours};
pub(crate) use rule::speaks;
pub use rule::{Condition, KINDS, Rule, Tell};
pub use status::{BUILT_IN, StatusRule, built_in};

/// The longest settle window, in seconds: a day.
pub const MAX_SETTLE_SECONDS: u32 = 86_400;

/// The most hosts that files may be fetched from.
pub const MAX_HOSTS: usize = 20;

/// The settings in force.
pub type Current = versions::Current<Settings>;

/// What the merchant decides about a shop. What is not said has its default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Which change mails whom. A kind that is not listed has its default rule.
    #[schemars(extend("propertyNames" = { "enum": KINDS }))]
    pub rules: BTreeMap<ChangeKind, Rule>,
    /// What the shop's own status codes mean.
    #[schemars(length(max = 100))]
    pub statuses: Vec<StatusRule>,
    /// How long changes gather before they are told, in seconds, counted from
    /// the first. What moves and moves back meanwhile is not told.
    #[schemars(range(max = 86400))]
    pub settle_seconds: u32,
    /// Tell everything once a day, at this hour (0 to 23) of the shop's clock.
    #[schemars(range(max = 23))]
    pub digest_hour: Option<u8>,
    /// What waits for the merchant's release.
    pub hold: Hold,
    /// When nobody is mailed, by the shop's clock.
    pub quiet_hours: Option<QuietHours>,
    /// Whether an order whose packing slip was printed counts as picked.
    pub printing_implies_picked: bool,
    /// Who decides the status of an order of which both the shop and its ERP
    /// speak; a `standard` shop's ERP is the shop.
    pub status_from: StatusFrom,
    /// The hosts that documents' files may be fetched from, to go with mails.
    #[schemars(length(max = MAX_HOSTS), inner(length(max = 253)))]
    pub document_hosts: Vec<String>,
    /// How the shop looks.
    pub brand: Brand,
    /// What the status page shows.
    pub display: Display,
    /// What a customer's link shows, for how long, and what finds it again.
    pub access: Access,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            rules: BTreeMap::new(),
            statuses: Vec::new(),
            settle_seconds: 120,
            digest_hour: None,
            hold: Hold::default(),
            quiet_hours: None,
            printing_implies_picked: false,
            status_from: StatusFrom::Shop,
            document_hosts: Vec::new(),
            brand: Brand::default(),
            display: Display::default(),
            access: Access::default(),
        }
    }
}

impl Settings {
    /// The rule for a kind of change: the merchant's, or the default.
    #[must_use]
    pub fn rule(&self, kind: ChangeKind) -> Rule {
        let rule = self.rules.get(&kind).cloned();
        rule.unwrap_or_else(|| Rule::default_for(kind))
    }

    /// The same, with the rule for every kind written out.
    #[must_use]
    pub fn in_full(&self) -> Self {
        let rules = KINDS.map(|kind| (kind, self.rule(kind)));
        Self {
            rules: rules.into_iter().collect(),
            ..self.clone()
        }
    }

    /// What the merchant decided about a status code.
    #[must_use]
    pub fn status(&self, code: &str) -> Option<&StatusRule> {
        self.statuses.iter().find(|status| status.code == code)
    }

    /// Whether nobody sees a part.
    #[must_use]
    pub fn hides(&self, part: Part) -> bool {
        self.display.hidden.contains(&part)
    }

    /// Whether the page may lead to where a document is to be had: its URL may
    /// hold a secret, and be meant for Wismo alone.
    #[must_use]
    pub fn links(&self, document: &Document) -> bool {
        let links = |rule: &Rule| rule.tell != Tell::Off && rule.link.contains(&document.kind);
        document.public || self.rules.values().any(links)
    }

    /// Every template that a rule or a status names, with the JSON path of the naming.
    #[must_use]
    pub fn named_templates(&self) -> Vec<(String, &str)> {
        let mut named = Vec::new();
        for (index, status) in self.statuses.iter().enumerate() {
            let template = status.template.as_deref();
            named.extend(template.map(|name| (format!("statuses[{index}].template"), name)));
        }
        for (kind, rule) in &self.rules {
            let template = rule.template.as_deref();
            named.extend(template.map(|name| (format!("rules.{}.template", kind.name()), name)));
        }
        named
    }

    /// A change as the merchant reads it.
    fn apply_to_change(&self, change: &mut Change) {
        let statuses = match change {
            Change::StatusChanged { from, to } => [from.as_mut(), Some(to)],
            Change::Cancelled { from } => [from.as_mut(), None],
            Change::Placed
            | Change::LinesCancelled { .. }
            | Change::Invoiced { .. }
            | Change::Credited { .. }
            | Change::PackingSlipPrinted
            | Change::Picked
            | Change::TrackingEntered { .. }
            | Change::PartDelivered { .. }
            | Change::Delivered { .. }
            | Change::DeliveryCorrected { .. }
            | Change::ExpectedDateChanged { .. }
            | Change::BackInStock { .. }
            | Change::OutOfStock { .. }
            | Change::Returned { .. }
            | Change::Refunded { .. }
            | Change::Removed
            | Change::Restored => [None, None],
        };
        for status in statuses.into_iter().flatten() {
            self.apply_to_status(status);
        }
    }

    /// Changes as the merchant reads them: with their statuses' meanings and
    /// words, and without moves between two statuses that read alike.
    pub(crate) fn apply_to_changes(&self, changes: &mut Vec<Change>) {
        for change in &mut *changes {
            self.apply_to_change(change);
        }
        changes.retain(|change| {
            let Change::StatusChanged {
                from: Some(from),
                to,
            } = change
            else {
                return true;
            };
            reads_differently(from, to)
        });
    }

    /// An order's whole history as the merchant reads it: the same, with what
    /// printing implies, and with the moves of the status by who decides it. The
    /// first of `steps` comes first.
    pub(crate) fn apply_to_history<'a>(
        &self,
        steps: impl Iterator<Item = (Option<StatusFrom>, &'a mut Vec<Change>)>,
    ) {
        let mut is_picked = false;
        for (status_from, changes) in steps {
            self.apply_to_changes(changes);
            if status_from.is_some_and(|by| by != self.status_from) {
                changes.retain(|change| !change.is_of_status());
            }
            if !self.printing_implies_picked {
                continue;
            }
            let printed = changes
                .iter()
                .position(|it| *it == Change::PackingSlipPrinted);
            let has_picked = changes.contains(&Change::Picked);
            if is_picked {
                changes.retain(|change| *change != Change::Picked);
            } else if let (Some(index), false) = (printed, has_picked) {
                changes.insert(index + 1, Change::Picked);
            }
            is_picked |= printed.is_some() || has_picked;
        }
    }

    /// Takes from an order what the merchant tells nowhere: a kind of change that
    /// is off shows neither as it happens nor as it stands afterwards.
    pub(crate) fn leave_out(&self, order: &mut Order) {
        let is_off = |kind| self.rule(kind).tell == Tell::Off;
        if is_off(ChangeKind::Picked) {
            order.picked = false;
        }
        for (change, document) in [
            (ChangeKind::PackingSlipPrinted, DocumentKind::PackingSlip),
            (ChangeKind::Invoiced, DocumentKind::Invoice),
            (ChangeKind::Credited, DocumentKind::CreditNote),
        ] {
            if is_off(change) {
                order.documents.retain(|other| other.kind != document);
            }
        }
        if is_off(ChangeKind::PackingSlipPrinted) {
            order.packing_slip_printed = false;
        }
        if is_off(ChangeKind::ExpectedDateChanged) {
            order.expected_on = None;
        }
        let days_are_off = is_off(ChangeKind::ExpectedDateChanged);
        let stock_is_off = is_off(ChangeKind::BackInStock);
        let returns_are_off = is_off(ChangeKind::Returned);
        for line in &mut order.lines {
            if days_are_off {
                (line.expected_on, line.expected_by) = (None, None);
            }
            if stock_is_off {
                line.stock = None;
            }
            if returns_are_off {
                line.returned = None;
            }
        }
        if is_off(ChangeKind::TrackingEntered) {
            for shipment in &mut order.shipments {
                (shipment.tracking_number, shipment.tracking_url) = (None, None);
            }
        }
    }

    /// A status as the merchant reads it.
    pub(crate) fn apply_to_status(&self, status: &mut Status) {
        if let Some(rule) = self.status(&status.code) {
            rule.apply(status);
        }
    }

    /// An order as the merchant reads it: their statuses' meanings and words,
    /// and what printing implies.
    pub fn apply(&self, order: &mut Order) {
        self.apply_to_status(&mut order.status);
        order.picked |= self.printing_implies_picked && order.has_packing_slip();
    }
}

impl versions::Document for Settings {
    const VERSION: u32 = 1;
}

/// The settings of a shop that are in force, from the store.
///
/// # Errors
/// When the store fails.
pub async fn current(
    store: &impl Store,
    environment: &impl Environment,
    shop: &str,
) -> Result<Folded<Current>, StoreError> {
    settings_ledger(shop).read(store, environment).await
}

/// Settings that were read before, brought up to date: one call where nothing is new.
///
/// # Errors
/// When the store fails.
pub async fn refreshed(
    store: &impl Store,
    environment: &impl Environment,
    shop: &str,
    folded: Folded<Current>,
) -> Result<Folded<Current>, StoreError> {
    let ledger = settings_ledger(shop);
    ledger.catch_up(store, environment, folded).await
}

/// Writes settings in the place of version `base`, and answers their version.
///
/// # Errors
/// When another version is in force, another writer is at it, or the store fails.
pub async fn write(
    store: &impl Store,
    environment: &impl Environment,
    shop: &str,
    base: u64,
    settings: &Settings,
) -> Result<u64, NotWritten> {
    let ledger = settings_ledger(shop);
    let document = |_, _| settings.clone();
    versions::write(store, environment, &ledger, base, document).await
}

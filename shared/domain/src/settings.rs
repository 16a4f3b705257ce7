//! The merchant's decisions: one document per shop, in versions.
//!
//! | module | holds |
//! |---|---|
//! | `access` | what a link shows, and for how long |
//! | `brand` | how the shop looks |
//! | `desk` | links from the desk into other systems |
//! | `display` | what the status page shows |
//! | `rule` | which change mails whom |
//! | `of_change` | the rule for one change |
//! | `status` | what a shop's own status codes mean |
//! | `status_list` | editing the list of those |
//! | `hold` | what waits for a release |
//! | `hours` | times of the day |
//! | `departure` | when a mail may leave |
//! | `check` | what the types alone don't say |
//!
//! The module [`versions`] says how it is stored, so that no writer overwrites
//! another's work unseen.

mod access;
mod brand;
mod check;
mod departure;
mod desk;
mod display;
mod hold;
mod hours;
mod of_change;
mod rule;
mod status;
mod status_list;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::changes::{Change, ChangeKind, KINDS, reads_differently};
use crate::context::{Context, Environment};
use crate::order::{Document, DocumentKind, Order, Status, StatusFrom};
use crate::storage::event_log::Projected;
use crate::storage::keys::settings_log;
use crate::storage::versions;
use crate::storage::{Store, StoreError};

pub use crate::storage::versions::NotWritten;
pub use access::{Access, MAX_DAYS, SecondStep, Verification};
pub use brand::{Brand, BrandLink, BrandTexts, Colour, ColourError, MAX_LINKS};
pub use departure::{Departure, Timing, departure};
pub use desk::{Desk, link_for, link_for_order};
pub use display::{Display, Part};
pub use hold::Hold;
pub use hours::{ClockTime, QuietHours};
pub use of_change::is_on_page;
pub(crate) use of_change::rule;
pub use rule::{Channel, Condition, Rule};
pub use status::StatusRule;
pub use status_list::{Beside, NeedsSuccessor};

/// The longest settle window, in seconds: a day.
pub const MAX_SETTLE_SECONDS: u32 = 86_400;

/// The most hosts that files may be fetched from.
pub const MAX_HOSTS: usize = 20;

/// The most kinds of documents that a rule attaches or links: there are four.
const MAX_KINDS: usize = 4;

/// The most members of any other list.
pub const MAX_LIST: usize = 100;

/// The longest code of a status or a group, and the longest label, in characters.
pub const MAX_CODE: usize = 100;

/// The form of a host's name, as far as a pattern says it.
const HOST: &str = r"^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$";

/// The form of a template's name, as far as a pattern says it.
const TEMPLATE_NAME: &str = r"^(status:.{1,100}|[a-z0-9_-]{1,40})$";

/// The settings in force.
pub type Current = versions::Current<Settings>;

/// The merchant's decisions about a shop. Whatever is not set has its default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// The rules that say which change mails whom. A kind that is not listed
    /// has its default rule.
    #[schemars(extend("propertyNames" = { "enum": KINDS }))]
    pub rules: BTreeMap<ChangeKind, Rule>,
    /// The meanings of the shop's own status codes.
    #[schemars(length(max = MAX_LIST))]
    pub statuses: Vec<StatusRule>,
    /// The time for which changes gather before they are told, in seconds, counted
    /// from the first. A value that moves and moves back in that time is not told.
    #[schemars(range(max = MAX_SETTLE_SECONDS))]
    pub settle_seconds: u32,
    /// The hour (0 to 23) of the shop's clock at which everything is told, once a day.
    #[schemars(range(max = 23))]
    pub digest_hour: Option<u8>,
    /// The news that wait for the merchant's release.
    pub hold: Hold,
    /// The hours in which nobody is mailed, by the shop's clock.
    pub quiet_hours: Option<QuietHours>,
    /// True if an order whose packing slip was printed counts as picked.
    pub printing_implies_picked: bool,
    /// The system that decides the status of an order of which both the shop
    /// and its ERP speak; for a `standard` shop, the ERP is the shop.
    pub status_from: StatusFrom,
    /// The hosts from which documents' files may be fetched, to go with mails.
    #[schemars(
        length(max = MAX_HOSTS),
        inner(length(max = 253), regex(pattern = HOST))
    )]
    pub document_hosts: Vec<String>,
    /// The look of the shop.
    pub brand: Brand,
    /// The parts of the status page that are shown.
    pub display: Display,
    /// The content that a customer's link shows, the time for which it does,
    /// and the ways to find it again.
    pub access: Access,
    /// The links from the desk into the shop's other systems.
    pub desk: Desk,
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
            desk: Desk::default(),
        }
    }
}

impl Settings {
    /// Returns the rule for a kind of change: the merchant's, or the default.
    #[must_use]
    pub fn rule(&self, kind: ChangeKind) -> Rule {
        let rule = self.rules.get(&kind).cloned();
        rule.unwrap_or_else(|| Rule::default_for(kind))
    }

    /// Returns the same settings, with the rule for every kind written out.
    #[must_use]
    pub fn in_full(&self) -> Self {
        let rules = KINDS.map(|kind| (kind, self.rule(kind)));
        Self {
            rules: rules.into_iter().collect(),
            ..self.clone()
        }
    }

    /// Returns the merchant's decisions about a status code.
    #[must_use]
    pub fn status(&self, code: &str) -> Option<&StatusRule> {
        self.statuses.iter().find(|status| status.code == code)
    }

    /// Tells whether a part is hidden from everybody.
    #[must_use]
    pub fn hides(&self, part: Part) -> bool {
        self.display.hidden.contains(&part)
    }

    /// Tells whether the page may link to a document's URL: it may hold a
    /// secret, and be meant for Wismo alone.
    #[must_use]
    pub fn links(&self, document: &Document) -> bool {
        let links = |rule: &Rule| rule.notify != Channel::Off && rule.link.contains(&document.kind);
        document.public || self.rules.values().any(links)
    }

    /// Lists every template that a rule or a status names, with the JSON path of the name.
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

    /// Changes a change to how the merchant reads it.
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

    /// Changes changes to how the merchant reads them: with the merchant's meanings
    /// and words for statuses, and without moves between two statuses that read alike.
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

    /// Changes an order's whole history to how the merchant reads it: as above,
    /// with what printing implies, and with the moves of the status by the
    /// system that decides it. The first of `steps` is the oldest.
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

    /// Takes from an order what the merchant does not show anywhere: a kind of change
    /// that is off is shown neither when it happens nor as a state afterwards.
    pub(crate) fn leave_out(&self, order: &mut Order) {
        let is_off = |kind| self.rule(kind).notify == Channel::Off;
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

    /// Changes a status to how the merchant reads it.
    pub(crate) fn apply_to_status(&self, status: &mut Status) {
        if let Some(rule) = self.status(&status.code) {
            rule.apply(status);
        }
    }

    /// Changes an order to how the merchant reads it: with the merchant's
    /// meanings and words for statuses, and what printing implies.
    pub fn apply(&self, order: &mut Order) {
        self.apply_to_status(&mut order.status);
        order.picked |= self.printing_implies_picked && order.has_packing_slip();
    }
}

impl versions::Document for Settings {
    const VERSION: u32 = 1;
}

/// Reads the settings of a shop that are in force from the store.
///
/// # Errors
/// When the store fails.
pub async fn current(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
) -> Result<Projected<Current>, StoreError> {
    settings_log(shop).read(context).await
}

/// Brings settings that were read before up to date, with one call if nothing is new.
///
/// # Errors
/// When the store fails.
pub async fn refreshed(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    folded: Projected<Current>,
) -> Result<Projected<Current>, StoreError> {
    let event_log = settings_log(shop);
    event_log.catch_up(context, folded).await
}

/// Writes settings in the place of version `base`, and returns their version.
///
/// # Errors
/// When another version is in force, another writer is busy, or the store fails.
pub async fn write(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    base: u64,
    settings: &Settings,
) -> Result<u64, NotWritten> {
    let event_log = settings_log(shop);
    let document = |_, _| settings.clone();
    versions::write(context, &event_log, base, document).await
}

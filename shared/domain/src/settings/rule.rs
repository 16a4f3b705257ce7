//! The rules that say which change mails whom.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{MAX_CODE, MAX_KINDS, MAX_LIST, TEMPLATE_NAME};
use crate::changes::ChangeKind;
use crate::order::{DocumentKind, Order, Role, Stage};
use crate::templates::speaks;

/// The merchant's choice about one kind of change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The places where it is told.
    pub notify: Channel,
    /// The name of the template whose words the mail carries; without one, it has Wismo's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = TEMPLATE_NAME))]
    pub template: Option<String>,
    /// The recipients of the mail; without a list, those whom such a change concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = MAX_LIST))]
    pub to: Option<Vec<Role>>,
    /// The orders for which it is mailed; for others it is shown on the page only.
    #[serde(default, skip_serializing_if = "Condition::is_empty")]
    pub when: Condition,
    /// The kinds of the order's documents that go with the mail, as files. A
    /// document that does not exist yet does not go.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MAX_KINDS))]
    pub attach: Vec<DocumentKind>,
    /// The kinds of the order's documents that the mail links to, if they have
    /// a URL; the page links to them too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MAX_KINDS))]
    pub link: Vec<DocumentKind>,
}

/// The places where a change is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// The change is not told anywhere.
    Off,
    /// The change is told on the status page.
    Page,
    /// The change is told on the status page, and by mail.
    Mail,
}

/// The orders for which a rule mails. An empty list does not require anything;
/// of each other list, the order must fit one member.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Condition {
    /// The codes of which the order's status must be one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MAX_LIST), inner(length(min = 1, max = MAX_CODE)))]
    pub statuses: Vec<String>,
    /// The stages of which the order's must be one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MAX_LIST))]
    pub stages: Vec<Stage>,
    /// The groups of which the customer's must be one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MAX_LIST), inner(length(min = 1, max = MAX_CODE)))]
    pub groups: Vec<String>,
    /// The languages of which the order's must be one (`nb` fits `nb-NO` too).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = MAX_LIST), inner(regex(pattern = r"^[A-Za-z0-9_-]{1,35}$")))]
    pub languages: Vec<String>,
}

impl Rule {
    /// Returns the rule that holds until the merchant makes another.
    #[must_use]
    pub const fn default_for(kind: ChangeKind) -> Self {
        let tell = match kind {
            ChangeKind::Placed
            | ChangeKind::StatusChanged
            | ChangeKind::Cancelled
            | ChangeKind::LinesCancelled
            | ChangeKind::TrackingEntered
            | ChangeKind::PartDelivered
            | ChangeKind::Delivered
            | ChangeKind::ExpectedDateChanged
            | ChangeKind::BackInStock
            | ChangeKind::Invoiced
            | ChangeKind::Credited => Channel::Mail,
            // The shop knows of these before the customer cares, or tells them itself.
            ChangeKind::PackingSlipPrinted
            | ChangeKind::Picked
            | ChangeKind::DeliveryCorrected
            | ChangeKind::Returned
            | ChangeKind::Refunded => Channel::Page,
        };
        Self {
            notify: tell,
            template: None,
            to: None,
            when: Condition {
                statuses: Vec::new(),
                stages: Vec::new(),
                groups: Vec::new(),
                languages: Vec::new(),
            },
            // Documents may hold content that is not meant for everybody who gets the mail.
            attach: Vec::new(),
            link: Vec::new(),
        }
    }

    /// Tells whether somebody of this role gets the mail about a change of this kind.
    #[must_use]
    pub fn is_for(&self, role: Role, kind: ChangeKind) -> bool {
        match &self.to {
            Some(to) => to.contains(&role),
            None => match role {
                Role::Customer | Role::Admin => true,
                Role::Billing => matches!(
                    kind,
                    ChangeKind::Invoiced | ChangeKind::Credited | ChangeKind::Refunded
                ),
                Role::Delivery => matches!(
                    kind,
                    ChangeKind::TrackingEntered
                        | ChangeKind::PartDelivered
                        | ChangeKind::Delivered
                        | ChangeKind::DeliveryCorrected
                ),
            },
        }
    }
}

impl Condition {
    /// Tells whether it does not require anything.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.statuses.is_empty()
            && self.stages.is_empty()
            && self.groups.is_empty()
            && self.languages.is_empty()
    }

    /// Tells whether an order fits; `locale` is the language that its mail would have.
    #[must_use]
    pub fn fits(&self, order: &Order, locale: &str) -> bool {
        let group = order.customer.group.as_deref();
        fits(&self.statuses, |code| *code == order.status.code)
            && fits(&self.stages, |stage| *stage == order.status.stage)
            && fits(&self.groups, |wanted| group == Some(wanted))
            && fits(&self.languages, |wanted| speaks(locale, wanted))
    }
}

fn fits<T>(wanted: &[T], is: impl Fn(&T) -> bool) -> bool {
    wanted.is_empty() || wanted.iter().any(is)
}

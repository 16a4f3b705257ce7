//! The rule for one change, and what follows from it.

use super::{Channel, Rule, Settings};
use crate::changes::{Change, ChangeKind};

/// Finds the rule for a change: for a move to a status of the merchant's own,
/// the settings of that status come first.
pub(crate) fn rule(settings: &Settings, change: &Change, kind: ChangeKind) -> Rule {
    let mut rule = settings.rule(kind);
    if let Change::StatusChanged { to, .. } = change
        && let Some(status) = settings.status(&to.code)
    {
        rule.notify = status.notify.unwrap_or(rule.notify);
        rule.template = status.template.clone().or(rule.template);
    }
    // The shop took back what it had said: that is not news to write to anybody.
    if rule.notify == Channel::Mail && change.is_correction() {
        rule.notify = Channel::Page;
    }
    rule
}

/// Tells whether a change is shown on the status page.
#[must_use]
pub fn is_on_page(settings: &Settings, change: &Change) -> bool {
    match change.kind() {
        Some(kind) => rule(settings, change, kind).notify != Channel::Off,
        None => !matches!(change, Change::OutOfStock { .. }),
    }
}

//! Whom the merchant's rules mail about changes, and with which words.

use super::Skip;
use crate::changes::{Change, ChangeKind};
use crate::mail::Mailbox;
use crate::order::{Contact, Order, Role};
use crate::settings::{Rule, Settings, Tell, Template};

/// A mail that the rules ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What it tells.
    pub changes: Vec<Change>,
    /// Who gets it.
    pub to: Mailbox,
    /// Who gets a copy.
    pub cc: Vec<Mailbox>,
    /// The template whose words it carries.
    pub template: Option<Template>,
}

/// Decides about changes of an order, as the merchant's settings read it;
/// `locale` is the language that a mail would have.
///
/// # Errors
/// Why there is no mail.
pub fn decide(
    settings: &Settings,
    order: &Order,
    locale: &str,
    changes: &[Change],
) -> Result<Plan, Skip> {
    let ruled = |change: &Change| {
        let kind = change.kind()?;
        let rule = rule(settings, change, kind);
        let is_mailed = rule.tell == Tell::Mail && rule.when.fits(order, locale);
        is_mailed.then(|| (change.clone(), kind, rule))
    };
    let mailed: Vec<(Change, ChangeKind, Rule)> = changes.iter().filter_map(ruled).collect();
    if mailed.is_empty() {
        return Err(Skip::RuleOff);
    }
    if order.customer.wants_mail == Some(false) {
        return Err(Skip::NotSetToReceive);
    }
    let concerns = |role| {
        let mut rules = mailed.iter();
        rules.any(|(_, kind, rule)| rule.is_for(role, *kind))
    };
    let mut boxes: Vec<Mailbox> = Vec::new();
    let mut add = |name: Option<&str>, address: &str| {
        let Ok(mailbox) = Mailbox::new(name.unwrap_or_default(), address) else {
            return;
        };
        let same = |other: &Mailbox| other.address.eq_ignore_ascii_case(&mailbox.address);
        if !boxes.iter().any(same) {
            boxes.push(mailbox);
        }
    };
    let customer = &order.customer;
    if concerns(Role::Customer) {
        let address = customer.email.as_deref().unwrap_or_default();
        add(customer.name.as_deref(), address);
    }
    let is_told = |contact: &&Contact| concerns(contact.role);
    for contact in customer.contacts.iter().filter(is_told) {
        add(contact.name.as_deref(), &contact.email);
    }
    let mut boxes = boxes.into_iter();
    let to = boxes.next().ok_or(Skip::NoAddress)?;
    let mut names = mailed
        .iter()
        .filter_map(|(_, _, rule)| rule.template.as_deref());
    let template = names.find_map(|name| settings.template(name, locale));
    Ok(Plan {
        changes: mailed.into_iter().map(|(change, _, _)| change).collect(),
        to,
        cc: boxes.collect(),
        template: template.cloned(),
    })
}

/// The rule for a change: for a move to a status of the merchant's own, what
/// they said of that status comes first.
fn rule(settings: &Settings, change: &Change, kind: ChangeKind) -> Rule {
    let mut rule = settings.rule(kind);
    if let Change::StatusChanged { to, .. } = change
        && let Some(status) = settings.status(&to.code)
    {
        rule.tell = status.tell.unwrap_or(rule.tell);
        rule.template = status.template.clone().or(rule.template);
    }
    rule
}

/// Whether a change stands on the status page.
#[must_use]
pub fn is_on_page(settings: &Settings, change: &Change) -> bool {
    match change.kind() {
        Some(kind) => rule(settings, change, kind).tell != Tell::Off,
        None => true,
    }
}

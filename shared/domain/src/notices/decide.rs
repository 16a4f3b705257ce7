//! The decision which changes the merchant's rules mail, to whom, and in which words.

use super::{LeftOut, MailDocuments};
use crate::changes::importance::most_telling;
use crate::changes::{Change, ChangeKind, Retracted, repeats};
use crate::log::{MailPreferences, Skip};
use crate::mail::Mailbox;
use crate::order::{Contact, Order, Role, Stage};
use crate::settings::{Brand, Channel, Part, Rule, Settings, rule};
use crate::templates::{StoredTemplate, Template, TemplateUse, Templates};

/// A mail that the rules ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Its content.
    pub content: NoticeContent,
    /// The content of its copies, where they tell more than the customer wants to know.
    pub copied: Option<NoticeContent>,
    /// The changes that it does not tell, and the reasons.
    pub left_out: Vec<LeftOut>,
    /// The recipient.
    pub to: Mailbox,
    /// The recipients of copies.
    pub cc: Vec<Mailbox>,
    /// The shop's brand.
    pub brand: Brand,
    /// True if it does not show any prices.
    pub hides_prices: bool,
    /// True if it does not show where the order goes.
    pub hides_addresses: bool,
}

/// The content of a mail: its changes, and what follows from them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeContent {
    /// The changes that it tells.
    pub changes: Vec<Change>,
    /// The template whose words it carries, if not Wismo's own.
    pub template: Option<Template>,
    /// The name and version of that template, or of the one that is missing,
    /// with that as the fault.
    pub words: Option<TemplateUse>,
    /// The documents that go with it.
    pub documents: MailDocuments,
}

/// The merchant's decisions about mails, and the language that a mail would have.
#[derive(Clone, Copy, Debug)]
pub struct MailRules<'a> {
    /// The settings in force.
    pub settings: &'a Settings,
    /// The templates in force.
    pub templates: &'a Templates,
    /// The language.
    pub locale: &'a str,
}

/// An order and its changes, as the merchant's settings read them.
#[derive(Clone, Copy, Debug)]
pub struct OrderChanges<'a> {
    /// The order as the customer knew it, and what they were told beside it; none if
    /// they did not know of it.
    pub before: Option<&'a (Order, Retracted)>,
    /// The order as it is now.
    pub order: &'a Order,
    /// The changes from one to the other.
    pub changes: &'a [Change],
}

/// Decides about changes of an order. Changes that the customer switched off are
/// left out of what they get; contacts get all that concerns them. A mail about
/// several changes has the words for the most telling one that has any.
///
/// # Errors
/// Returns the reason why there is no mail.
pub fn decide(
    rules: MailRules<'_>,
    preferences: &MailPreferences,
    news: OrderChanges<'_>,
) -> Result<Plan, Skip> {
    let (mailed, mut left_out) = sort_out(rules, news);
    if mailed.is_empty() {
        return Err(reason_of_all(&left_out));
    }
    if news.order.customer.wants_mail == Some(false) {
        return Err(Skip::NotSetToReceive);
    }
    let recipients = Recipients::of(news.order, preferences, &mailed)?;
    let contents = Contents::of(rules, preferences, news, &mailed, &recipients);
    left_out.extend(contents.left_out);
    let settings = rules.settings;
    Ok(Plan {
        content: contents.content,
        copied: contents.copied,
        left_out,
        to: recipients.to,
        cc: recipients.cc,
        brand: settings.brand.clone(),
        hides_prices: settings.hides(Part::Prices),
        hides_addresses: settings.hides(Part::Addresses),
    })
}

/// Separates the changes that are mailed, each as far as it is new, from those that are not.
fn sort_out(rules: MailRules<'_>, news: OrderChanges<'_>) -> (Vec<Ruled>, Vec<LeftOut>) {
    let OrderChanges { before, order, .. } = news;
    let mut left_out: Vec<LeftOut> = Vec::new();
    let mut mailed: Vec<Ruled> = Vec::new();
    let mailed_by = |change: &Change| {
        let kind = change.kind().ok_or(Skip::OnlyNoted)?;
        let rule = rule(rules.settings, change, kind);
        let is_mailed = rule.notify == Channel::Mail && rule.when.fits(order, rules.locale);
        is_mailed.then_some((kind, rule)).ok_or(Skip::RuleOff)
    };
    for change in news.changes {
        let (new, earlier) = match before {
            Some((before, retracted)) => (
                retracted.new_of(before, order, change),
                repeats(before, change),
            ),
            None => (Some(change.clone()), None),
        };
        let ruled = mailed_by(change).and_then(|(kind, rule)| {
            // A mail that went to somebody else alone did not tell the customer.
            let is_theirs = rule.is_for(Role::Customer, kind);
            let is_told = earlier.is_some_and(|earlier| {
                let earlier = mailed_by(&earlier);
                earlier.is_ok_and(|(kind, rule)| !is_theirs || rule.is_for(Role::Customer, kind))
            });
            let new = new.filter(|_| !is_told).ok_or(Skip::NotifiedBefore)?;
            Ok((new, kind, rule))
        });
        match ruled {
            Ok(ruled) => mailed.push(ruled),
            Err(reason) => left_out.push(LeftOut {
                change: change.clone(),
                reason,
            }),
        }
    }
    (mailed, left_out)
}

/// Returns the reason why none of these changes is mailed.
fn reason_of_all(left_out: &[LeftOut]) -> Skip {
    // A reason that all of them share says more than that no rule mails them.
    let mut reasons = left_out.iter().map(|left_out| left_out.reason);
    let first = reasons.next().unwrap_or(Skip::RuleOff);
    let is_one = reasons.all(|reason| reason == first);
    if is_one { first } else { Skip::RuleOff }
}

/// The recipients of a mail.
struct Recipients {
    to: Mailbox,
    cc: Vec<Mailbox>,
    /// True if there is something in it that the customer wants to know.
    is_for_customer: bool,
    /// True if the customer's own address is among them.
    is_to_customer: bool,
}

impl Recipients {
    /// Finds whom the changes concern, each address once.
    ///
    /// # Errors
    /// Returns the reason why the mail has no recipient.
    fn of(order: &Order, preferences: &MailPreferences, mailed: &[Ruled]) -> Result<Self, Skip> {
        let concerns = |role| {
            let mut rules = mailed.iter();
            rules.any(|(_, kind, rule)| rule.is_for(role, *kind))
        };
        let was_for_customer = concerns(Role::Customer);
        let is_for_customer = mailed
            .iter()
            .any(|(_, kind, rule)| rule.is_for(Role::Customer, *kind) && preferences.wants(*kind));
        let mut boxes: Vec<Mailbox> = Vec::new();
        let mut add = |name: Option<&str>, address: &str| {
            let Ok(mailbox) = Mailbox::new(name.unwrap_or_default(), address) else {
                return false;
            };
            let same = |other: &Mailbox| other.address.eq_ignore_ascii_case(&mailbox.address);
            let is_new = !boxes.iter().any(same);
            boxes.extend(is_new.then_some(mailbox));
            is_new
        };
        let customer = &order.customer;
        let mut is_to_customer = false;
        if is_for_customer {
            let address = customer.email.as_deref().unwrap_or_default();
            is_to_customer = add(customer.name.as_deref(), address);
        }
        let is_told = |contact: &&Contact| match contact.role {
            Role::Customer => is_for_customer,
            role @ (Role::Admin | Role::Billing | Role::Delivery) => concerns(role),
        };
        for contact in customer.contacts.iter().filter(is_told) {
            add(contact.name.as_deref(), &contact.email);
        }
        let mut boxes = boxes.into_iter();
        let has_address = customer
            .email
            .as_deref()
            .is_some_and(|email| !email.trim().is_empty());
        let to = boxes
            .next()
            .ok_or(match was_for_customer && !is_for_customer {
                true => Skip::Unsubscribed,
                false if is_for_customer && has_address => Skip::BadAddress,
                false => Skip::NoAddress,
            })?;
        Ok(Self {
            to,
            cc: boxes.collect(),
            is_for_customer,
            is_to_customer,
        })
    }
}

/// The contents of a mail and of its copies.
struct Contents {
    content: NoticeContent,
    copied: Option<NoticeContent>,
    /// The changes that neither has, or that the customer does not want to know.
    left_out: Vec<LeftOut>,
}

impl Contents {
    /// Separates what the customer wants to know from what only their contacts get.
    fn of(
        rules: MailRules<'_>,
        preferences: &MailPreferences,
        news: OrderChanges<'_>,
        mailed: &[Ruled],
        recipients: &Recipients,
    ) -> Self {
        let content = |changes: Vec<&Ruled>| NoticeContent::of(rules, news, changes);
        let mut left_out: Vec<LeftOut> = Vec::new();
        let mut leave_out = |changes: Vec<&Ruled>, reason| {
            let changes = changes.into_iter().map(|(change, ..)| change.clone());
            left_out.extend(changes.map(|change| LeftOut { change, reason }));
        };
        let (whole, repeated) = said_once(mailed.iter().collect());
        let (wanted, unwanted): (Vec<&Ruled>, Vec<&Ruled>) = mailed
            .iter()
            .partition(|(_, kind, _)| preferences.wants(*kind));
        // The copies are alike: one to another address of the customer's tells no more either.
        let mut contacts = news.order.customer.contacts.iter();
        let has_others = contacts.any(|contact| contact.role == Role::Customer);
        let is_theirs = recipients.is_to_customer || (recipients.is_for_customer && has_others);
        let (content, copied) = if is_theirs && !unwanted.is_empty() {
            let (wanted, repeated) = said_once(wanted);
            leave_out(unwanted, Skip::Unsubscribed);
            leave_out(repeated, Skip::InTheSameMail);
            (content(wanted), (!has_others).then(|| content(whole)))
        } else {
            leave_out(repeated, Skip::InTheSameMail);
            (content(whole), None)
        };
        Self {
            content,
            copied,
            left_out,
        }
    }
}

impl NoticeContent {
    /// Puts the content of a mail about these changes together.
    fn of(rules: MailRules<'_>, news: OrderChanges<'_>, mailed: Vec<&Ruled>) -> Self {
        let mut changes: Vec<Change> = mailed
            .into_iter()
            .map(|(change, ..)| change.clone())
            .collect();
        if news.before.is_none() {
            changes.iter_mut().for_each(forget_before);
        }
        let (template, words) = match template(rules, news.order, &changes) {
            Ok(entry) => (Some(entry.template.clone()), Some(TemplateUse::of(entry))),
            Err(missing) => (None, missing.as_deref().map(TemplateUse::missing)),
        };
        Self {
            documents: MailDocuments::of(rules.settings, news.order, &changes),
            changes,
            template,
            words,
        }
    }
}

/// A change that the merchant mails, and the rule by which they do.
type Ruled = (Change, ChangeKind, Rule);

/// Separates the changes of one mail from those that another of them says anyway.
fn said_once(changes: Vec<&Ruled>) -> (Vec<&Ruled>, Vec<&Ruled>) {
    let is_for_customer = |(_, kind, rule): &Ruled| rule.is_for(Role::Customer, *kind);
    let mut placed = changes
        .iter()
        .filter(|(change, ..)| *change == Change::Placed);
    let Some(thanks) = placed.next().map(|placed| is_for_customer(placed)) else {
        return (changes, Vec::new());
    };
    let is_said =
        |ruled: &Ruled| is_said_by_placed(&ruled.0) && (thanks || !is_for_customer(ruled));
    changes.into_iter().partition(|ruled| !is_said(ruled))
}

/// Tells whether the mail that thanks for an order says a change anyway: it
/// tells where the order stands before anything has left the shop, and the
/// first days that were promised.
fn is_said_by_placed(change: &Change) -> bool {
    match change {
        Change::StatusChanged { to, .. } => matches!(
            to.stage,
            Stage::AwaitingPayment
                | Stage::Received
                | Stage::Preparing
                | Stage::OnHold
                | Stage::Other
        ),
        Change::ExpectedDateChanged { lines } => lines.iter().all(|line| line.from.is_none()),
        Change::Placed
        | Change::Cancelled { .. }
        | Change::LinesCancelled { .. }
        | Change::Invoiced { .. }
        | Change::Credited { .. }
        | Change::PackingSlipPrinted
        | Change::Picked
        | Change::TrackingEntered { .. }
        | Change::PartDelivered { .. }
        | Change::Delivered { .. }
        | Change::DeliveryCorrected { .. }
        | Change::BackInStock { .. }
        | Change::OutOfStock { .. }
        | Change::Returned { .. }
        | Change::Refunded { .. }
        | Change::Removed
        | Change::Restored => false,
    }
}

/// Takes the status before from a change of an order that its reader hears of
/// for the first time, as they never knew it.
fn forget_before(change: &mut Change) {
    if let Change::StatusChanged { from, .. } | Change::Cancelled { from } = change {
        *from = None;
    }
}

/// Finds the template for a mail about changes: that for the most telling one,
/// or if it has none, that for the move to another status.
///
/// # Errors
/// If the mail has Wismo's own words: the name of a template that is missing,
/// if a rule names one.
pub fn template<'a>(
    rules: MailRules<'a>,
    order: &Order,
    changes: &[Change],
) -> Result<&'a StoredTemplate, Option<String>> {
    let moves = |change: &&Change| matches!(change, Change::StatusChanged { .. });
    let candidates = most_telling(order.standing(), changes)
        .into_iter()
        .chain(changes.iter().find(moves));
    let mut missing = None;
    for change in candidates {
        let Some(kind) = change.kind() else { continue };
        let named = rule(rules.settings, change, kind).template;
        let found = rules
            .templates
            .choose(named.as_deref(), change, rules.locale);
        if let Some(entry) = found {
            return Ok(entry);
        }
        missing = missing.or(named);
    }
    Err(missing)
}

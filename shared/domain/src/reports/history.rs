//! Everything that happened to an order, with who, what and why: the answer to
//! "why was, or wasn't, this mailed?".

mod delivery_kind;
mod handed_out;
mod notification;

use schemars::JsonSchema;
use serde::Serialize;

use crate::changes::Change;
use crate::context::{Context, Environment};
use crate::log::{
    self, Actor, Disposition, Event, EventPayload, MailEvent, ManualMail, Skip, Snapshot, Via,
};
use crate::mail::{Attachment, Mail, Mailbox};
use crate::notes::NoteEvent;
use crate::notices::{AttemptRecord, AttemptResult, BY_HAND, Composed, LeftOut, Notice};
use crate::order::{Order, StatusFrom};
use crate::settings::Settings;
use crate::storage::keys::OrderKey;
use crate::storage::{Store, StoreError};
use crate::templates::TemplateUse;
use crate::time::Timestamp;

pub use delivery_kind::DeliveryKind;
pub use handed_out::{Mailing, Printing};
pub use notification::{Notification, NotificationStatus, Reason};

use notification::notification;

/// The number of deliveries that one answer holds.
pub const PAGE: u64 = 100;

/// The most manual mails that one answer holds: the newest.
const MOST_BY_HAND: usize = 100;

/// Everything that happened to an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct History {
    /// The order as it stands.
    pub order: Option<Order>,
    /// True if the shop removed it.
    pub removed: bool,
    /// True if the merchant holds its mails back.
    pub held: bool,
    /// True if its links are revoked.
    pub links_revoked: bool,
    /// The deliveries about it, oldest first.
    pub deliveries: Vec<DeliveryView>,
    /// The number to ask for earlier deliveries with, if there are any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earlier: Option<u64>,
    /// The customer's notices, or why there was none, oldest first.
    pub notices: Vec<NoticeView>,
    /// The mails that the merchant sent by hand, oldest first.
    pub manual_mails: Vec<NoticeView>,
}

/// One delivery, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DeliveryView {
    /// Its number in the order's log.
    pub event: u64,
    /// The time when Wismo took it.
    pub received_at: Timestamp,
    /// The time from which it was so, by its sender's date.
    pub at: Timestamp,
    /// The way it came.
    pub via: Via,
    /// The person or program at the desk that said it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Actor>,
    /// The kind of thing that it is about.
    pub kind: DeliveryKind,
    /// A provider's report about a notice's mail: which notice, to whom, and what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail: Option<MailEvent>,
    /// The note that was written, edited or removed, and by whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<NoteEvent>,
    /// The parts of it that could not be read, each as its place and the reason.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dropped: Vec<String>,
    /// The outcome of the delivery.
    pub disposition: Disposition,
    /// The changes that it made, with before and after.
    pub changes: Vec<ChangeView>,
}

/// A change, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangeView {
    /// The change.
    pub change: Change,
    /// Tells whether it was mailed, and if not, why.
    pub notification: Notification,
}

/// One notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NoticeView {
    /// Its number.
    pub notice: u64,
    /// The time when it was written.
    pub at: Option<Timestamp>,
    /// The changes that it tells.
    pub changes: Vec<Change>,
    /// The changes among them that are kept out of the mail, and why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOut>,
    /// The recipients.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<Mailbox>,
    /// Its copies, each a mail of its own, once the mail itself has ended.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub copies: Vec<CopyView>,
    /// Its subject.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The files that go with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// The template whose words it carries, or why it has Wismo's own words instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<TemplateUse>,
    /// The notice whose mail it sends again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resends: Option<u64>,
    /// The reason why there is no mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skipped: Option<Skip>,
    /// The outcome of each attempt, oldest first.
    pub outcomes: Vec<AttemptRecord>,
    /// True if nothing more will come of it.
    pub is_final: bool,
}

/// A copy of a mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CopyView {
    /// The number of its notice, which is not part of the chain.
    pub notice: u64,
    /// The recipient.
    pub to: Mailbox,
    /// The files that go with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// The outcome of each attempt, oldest first.
    pub outcomes: Vec<AttemptRecord>,
    /// True if nothing more will come of it.
    pub is_final: bool,
}

/// Reads an order's history: its notices, and the last deliveries `before` an
/// event's number, or the last of all. None if there was never an event about the order.
///
/// # Errors
/// When the store fails.
pub async fn history(
    context: Context<'_, impl Store, impl Environment>,
    key: &OrderKey,
    settings: &Settings,
    before: Option<u64>,
) -> Result<Option<History>, StoreError> {
    let snapshot = log::read(context, key).await?.snapshot;
    let len = context.store.count(&key.len()).await?;
    if len == 0 {
        return Ok(None);
    }
    let notices = Notice::all(context.store, key).await?;
    let to = before.map_or(len, |before| before.saturating_sub(1).min(len));
    let from = to.saturating_sub(PAGE) + 1;
    let events = log::events(context.store, key, from..=to).await?;
    let status_from = settings.status_from;
    let mut changes = snapshot.changes_read_by(settings);
    let deliveries = events
        .iter()
        .map(|(n, event)| {
            let changes = changes.remove(n).unwrap_or_default();
            delivery((*n, event), changes, (&snapshot, status_from), &notices)
        })
        .collect();
    Ok(Some(History {
        order: snapshot.order(),
        removed: snapshot.is_removed(),
        deliveries,
        earlier: (from > 1).then_some(from),
        held: snapshot.is_held(),
        links_revoked: snapshot.links().are_revoked(),
        notices: views_with_copies(context.store, key, &notices).await?,
        manual_mails: manual_mail(context.store, key, &snapshot).await?,
    }))
}

/// A mail that a provider took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentMail {
    /// The time when the provider took it.
    pub at: Timestamp,
    /// Its subject.
    pub subject: String,
}

/// Reads the mails of an order that a provider took, newest first.
///
/// # Errors
/// When the store fails.
pub async fn sent_mails(
    store: &impl Store,
    key: &OrderKey,
    snapshot: &Snapshot,
) -> Result<Vec<SentMail>, StoreError> {
    let notices = Notice::all(store, key).await?;
    let manual_mail = manual_mail(store, key, snapshot).await?;
    let all = notices.iter().map(view).chain(manual_mail);
    let mut sent: Vec<SentMail> = all
        .filter_map(|view| {
            let is_accepted =
                |outcome: &&AttemptRecord| matches!(outcome.result, AttemptResult::Accepted { .. });
            let at = view.outcomes.iter().find(is_accepted)?.at;
            let subject = view.subject?;
            Some(SentMail { at, subject })
        })
        .collect();
    sent.sort_by_key(|mail| std::cmp::Reverse(mail.at));
    Ok(sent)
}

/// Makes the entry of a delivery.
fn delivery(
    (n, event): (u64, &Event),
    changes: Vec<Change>,
    (snapshot, status_from): (&Snapshot, StatusFrom),
    notices: &[Notice],
) -> DeliveryView {
    let rank = snapshot.rank_of_event(n);
    let changed = |change: Change| ChangeView {
        notification: notification(&change, (n, event), rank, (snapshot, status_from), notices),
        change,
    };
    DeliveryView {
        event: n,
        received_at: event.received_at,
        at: event.at(),
        via: event.via,
        by: event.by.clone(),
        kind: DeliveryKind::of(&event.payload),
        mail: event.payload.provider_event().cloned(),
        note: event.payload.clone().note(),
        dropped: event.dropped.clone(),
        disposition: snapshot.disposition(n, event),
        changes: changes.into_iter().map(changed).collect(),
    }
}

/// Makes the entry of a notice.
fn view(notice: &Notice) -> NoticeView {
    let prepared = notice.prepared();
    let mail = prepared.and_then(|prepared| match &prepared.composed {
        Composed::Mail(mail) => Some(mail.as_ref()),
        Composed::Skipped(_) => None,
    });
    let skipped = prepared.and_then(|prepared| match &prepared.composed {
        Composed::Mail(_) => None,
        Composed::Skipped(skip) => Some(*skip),
    });
    NoticeView {
        notice: notice.number,
        at: prepared.map(|prepared| prepared.at),
        changes: prepared
            .map(|prepared| prepared.changes.clone())
            .unwrap_or_default(),
        left_out: prepared
            .map(|prepared| prepared.left_out.clone())
            .unwrap_or_default(),
        to: mail.map(recipients).unwrap_or_default(),
        copies: Vec::new(),
        subject: mail.map(|mail| mail.subject.clone()),
        attachments: mail.map_or_else(Vec::new, |mail| mail.attachments.clone()),
        words: prepared.and_then(|prepared| prepared.template.clone()),
        resends: None,
        skipped,
        outcomes: notice.outcomes().cloned().collect(),
        is_final: notice.is_final(),
    }
}

/// Makes the entry of each notice, with what became of its copies.
async fn views_with_copies(
    store: &impl Store,
    key: &OrderKey,
    notices: &[Notice],
) -> Result<Vec<NoticeView>, StoreError> {
    let mut all = Vec::with_capacity(notices.len());
    for notice in notices {
        let copies = notice.read_copies(store, key).await?.into_iter();
        let content = notice
            .prepared()
            .and_then(|prepared| prepared.copies.as_ref());
        let attachments = content.map_or(&[][..], |copies| &copies.mail.attachments);
        let copied = copies.map(|(to, copy)| CopyView {
            notice: copy.number,
            to,
            attachments: attachments.to_vec(),
            outcomes: copy.outcomes().cloned().collect(),
            is_final: copy.is_final(),
        });
        all.push(NoticeView {
            copies: copied.collect(),
            ..view(notice)
        });
    }
    Ok(all)
}

fn recipients(mail: &Mail) -> Vec<Mailbox> {
    std::iter::once(&mail.to).chain(&mail.cc).cloned().collect()
}

/// Reads the last mails that the merchant sent by hand.
async fn manual_mail(
    store: &impl Store,
    key: &OrderKey,
    snapshot: &Snapshot,
) -> Result<Vec<NoticeView>, StoreError> {
    let numbers = snapshot.manual_mails.iter().map(|(n, _)| *n);
    let mut numbers: Vec<u64> = numbers.rev().take(MOST_BY_HAND).collect();
    numbers.reverse();
    let mut all = Vec::new();
    for (n, event) in log::events(store, key, numbers.into_iter()).await? {
        if let EventPayload::ManualMail(manual_mail) = event.payload {
            let ManualMail { mail, resends, .. } = *manual_mail;
            let notice = Notice::read(store, key, BY_HAND + n).await?;
            // Before its first attempt, a manual mail stands in its event alone.
            all.push(NoticeView {
                at: Some(event.received_at),
                to: recipients(&mail),
                subject: Some(mail.subject),
                attachments: mail.attachments,
                words: manual_mail.words,
                resends,
                ..view(&notice)
            });
        }
    }
    Ok(all)
}

//! Recording what a provider reports about mails.

use std::collections::HashSet;

use super::recipients::recipients;
use crate::context::{Context, Environment};
use crate::log::{Event, EventPayload, MailEvent, MailEventKind, Reading, read, store_with};
use crate::mail::in_ascii;
use crate::mail::suppression::{Cause, Suppression};
use crate::storage::Numbered;
use crate::storage::keys::OrderKey;
use crate::storage::record::encode;
use crate::storage::together::join_all;
use crate::storage::{Store, StoreError};
use crate::tasks::{TaskReason, task};
use crate::time::Timestamp;

/// The number of orders that are dealt with at a time.
const AT_ONCE: usize = 100;

/// A provider's report about an order's mail, and its time.
pub type ReportedEvent = (OrderKey, Timestamp, MailEvent);

/// Notes in the orders' logs what became of their mails, at the times that the
/// provider names. An address that mails will never reach, or whose owner does
/// not want any, gets no more; an order whose mail did not arrive, or was called
/// spam, is put among the shop's open tasks. The same report twice counts once.
///
/// A report about an address that the mail did not go to is ignored: a provider may
/// only speak about its own mails. Returns the number of reports that were not ignored.
///
/// # Errors
/// When the store fails: the provider reports all of it again.
pub async fn report(
    context: Context<'_, impl Store, impl Environment>,
    reported: Vec<ReportedEvent>,
) -> Result<usize, StoreError> {
    let mut reported = fitting(context.store, reported).await?;
    reported.sort_by(|(one, ..), (other, ..)| one.cmp(other));
    let orders: Vec<&[ReportedEvent]> = reported.chunk_by(|one, other| one.0 == other.0).collect();
    for orders in orders.chunks(AT_ONCE) {
        report_some(context, orders).await?;
    }
    Ok(reported.len())
}

/// Keeps the reports about addresses that the mails went to, in the mails' own spelling.
async fn fitting(
    store: &impl Store,
    mut reported: Vec<ReportedEvent>,
) -> Result<Vec<ReportedEvent>, StoreError> {
    let mut mails: Vec<(OrderKey, u64)> = reported
        .iter()
        .map(|(order, _, event)| (order.clone(), event.notice))
        .collect();
    mails.sort();
    mails.dedup();
    let mut addresses = Vec::new();
    for mails in mails.chunks(AT_ONCE) {
        let reads = mails
            .iter()
            .map(|(order, notice)| recipients(store, order, *notice));
        addresses.extend(join_all(reads).await);
    }
    let addresses = addresses.into_iter().collect::<Result<Vec<_>, _>>()?;
    let sent_to = |order: &OrderKey, event: &MailEvent| {
        let mail = mails
            .binary_search_by(|(other, notice)| other.cmp(order).then(notice.cmp(&event.notice)));
        // Some providers report addresses in lower case, and all report domains in ASCII.
        let to = in_ascii(&event.to).to_lowercase();
        let mut known = addresses.get(mail.ok()?)?.iter();
        known
            .find(|known| in_ascii(known).to_lowercase() == to)
            .cloned()
    };
    reported.retain_mut(|(order, _, event)| match sent_to(order, event) {
        Some(to) => {
            event.to = to;
            true
        }
        None => false,
    });
    Ok(reported)
}

/// Does the same for some orders: the reports about one order stand together.
async fn report_some(
    context: Context<'_, impl Store, impl Environment>,
    orders: &[&[ReportedEvent]],
) -> Result<(), StoreError> {
    let keys = orders
        .iter()
        .filter_map(|reported| Some(&reported.first()?.0));
    let readings = join_all(keys.map(|key| read(context, key))).await;
    let mut batch = Vec::new();
    let mut appended = Vec::new();
    for (reported, reading) in orders.iter().zip(readings) {
        let reading = reading?;
        let news = news(reported, &reading);
        let Some((key, ..)) = news.first() else {
            continue;
        };
        let now = context.environment.now();
        // However often a report about an address comes, its consequences come once.
        let mut known = HashSet::new();
        for (key, at, event) in &news {
            let (name, ends) = (event.kind.name(), cause(&event.kind).is_some());
            if known.insert((&event.to, name, ends)) {
                batch.extend(consequences(context.store, now, key, *at, event).await?);
            }
        }
        let numbers = context.store.draw(&key.len(), news.len()).await?;
        let mut events = Numbered::default();
        for ((key, at, mail_event), n) in news.into_iter().zip(numbers) {
            let (at, event) = (*at, mail_event.clone());
            let event = Event::new(now, EventPayload::Mail { at, event });
            // This comes last: where a batch may apply in part, everything else
            // was done for the events that are in the log.
            batch.push((key.event(n), encode(&event)?));
            events.insert(n, event);
        }
        if !events.is_empty() {
            appended.push((reading, events));
        }
    }
    if appended.is_empty() {
        return Ok(());
    }
    context.store.set_many(batch).await?;
    store_with(context, appended).await
}

/// Finds the reports that are not in the log yet.
fn news<'a>(reported: &'a [ReportedEvent], reading: &Reading) -> Vec<&'a ReportedEvent> {
    let mut news: Vec<&ReportedEvent> = Vec::new();
    for one in reported {
        let is_known = reading.snapshot.first_report_of(&one.2).is_some();
        if !is_known && !news.iter().any(|other| other.2 == one.2) {
            news.push(one);
        }
    }
    news
}

/// Makes the writes that follow from a provider's report, beside the event itself.
async fn consequences(
    store: &impl Store,
    now: Timestamp,
    key: &OrderKey,
    at: Timestamp,
    event: &MailEvent,
) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
    let mut writes = Vec::new();
    if let Some(cause) = cause(&event.kind) {
        let suppression = Suppression {
            since: at,
            cause,
            order: key.order.clone(),
        };
        writes.push(suppression.write(&key.shop, &event.to)?);
    }
    if let Some(reason) = task_reason(&event.kind) {
        writes.extend(task(store, now, key, reason).await?);
    }
    Ok(writes)
}

/// Returns the reason why mails should no longer go to an address.
const fn cause(kind: &MailEventKind) -> Option<Cause> {
    match kind {
        MailEventKind::Bounced {
            is_permanent: true, ..
        } => Some(Cause::Bounced),
        MailEventKind::Suppressed { .. } => Some(Cause::Refused),
        MailEventKind::Complained => Some(Cause::Complained),
        MailEventKind::Unsubscribed => Some(Cause::Unsubscribed),
        MailEventKind::Bounced { .. }
        | MailEventKind::Delivered
        | MailEventKind::Deferred { .. }
        | MailEventKind::Rejected { .. }
        | MailEventKind::Opened => None,
    }
}

/// Returns the reason why the merchant should look after the order, if they should.
const fn task_reason(kind: &MailEventKind) -> Option<TaskReason> {
    match kind {
        MailEventKind::Bounced { .. } => Some(TaskReason::Bounced),
        MailEventKind::Suppressed { .. } => Some(TaskReason::Suppressed),
        MailEventKind::Rejected { .. } => Some(TaskReason::Rejected),
        MailEventKind::Complained => Some(TaskReason::Complained),
        MailEventKind::Delivered
        | MailEventKind::Deferred { .. }
        | MailEventKind::Unsubscribed
        | MailEventKind::Opened => None,
    }
}

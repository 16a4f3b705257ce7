//! Taking the provider's word on what became of mails.

use super::task::task;
use crate::environment::Environment;
use crate::keys::OrderKey;
use crate::log::{Event, MailEvent, MailFate, Reading, Said, read, store_with};
use crate::numbered::Numbered;
use crate::record::encode;
use crate::store::{Store, StoreError};
use crate::suppression::{Cause, Suppression};
use crate::time::Timestamp;
use crate::together::join_all;

/// How many orders are dealt with at a time.
const AT_ONCE: usize = 100;

/// What a provider said of an order's mail, and when that was so.
pub type Heard = (OrderKey, Timestamp, MailEvent);

/// Notes in the orders' logs what became of their mails, at the times that the
/// provider names. An address that mails will never reach, or whose owner wants
/// none, gets none any more; an order whose mail did not arrive, or was called
/// spam, stands among the shop's open tasks. The same word twice counts once.
///
/// # Errors
/// When the store fails: the provider says all of it again.
pub async fn report(
    store: &impl Store,
    environment: &impl Environment,
    mut heard: Vec<Heard>,
) -> Result<(), StoreError> {
    heard.sort_by(|(one, ..), (other, ..)| one.cmp(other));
    let orders: Vec<&[Heard]> = heard.chunk_by(|one, other| one.0 == other.0).collect();
    for orders in orders.chunks(AT_ONCE) {
        report_some(store, environment, orders).await?;
    }
    Ok(())
}

/// The same for some orders: what was said of one of them stands together.
async fn report_some(
    store: &impl Store,
    environment: &impl Environment,
    orders: &[&[Heard]],
) -> Result<(), StoreError> {
    let keys = orders.iter().filter_map(|heard| Some(&heard.first()?.0));
    let readings = join_all(keys.map(|key| read(store, environment, key))).await;
    let mut batch = Vec::new();
    let mut told = Vec::new();
    for (heard, reading) in orders.iter().zip(readings) {
        let reading = reading?;
        let mut events = Numbered::default();
        for (key, at, said) in news(heard, &reading) {
            let now = environment.now();
            batch.extend(consequences(store, now, key, *at, said).await?);
            let n = store.increment(&key.len()).await?;
            let (at, said) = (*at, said.clone());
            let event = Event::new(now, Said::Mail { at, said });
            // Last: where a batch may apply in part, all else was done for what
            // is in the log.
            batch.push((key.event(n), encode(&event)?));
            events.insert(n, event);
        }
        if !events.is_empty() {
            told.push((reading, events));
        }
    }
    if told.is_empty() {
        return Ok(());
    }
    store.set_many(batch).await?;
    store_with(store, environment, told).await
}

/// What of this was not said before.
fn news<'a>(heard: &'a [Heard], reading: &Reading) -> Vec<&'a Heard> {
    let mut news: Vec<&Heard> = Vec::new();
    for one in heard {
        let is_known = reading.snapshot.heard(&one.2).is_some();
        if !is_known && !news.iter().any(|other| other.2 == one.2) {
            news.push(one);
        }
    }
    news
}

/// The writes that follow from what was said, beside the event itself.
async fn consequences(
    store: &impl Store,
    now: Timestamp,
    key: &OrderKey,
    at: Timestamp,
    said: &MailEvent,
) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
    let mut writes = Vec::new();
    if let Some(cause) = cause(&said.fate) {
        let suppression = Suppression {
            since: at,
            cause,
            order: key.order.clone(),
        };
        writes.push(suppression.write(&key.shop, &said.to)?);
    }
    if is_a_task(&said.fate) {
        writes.extend(task(store, now, key, said.fate.name()).await?);
    }
    Ok(writes)
}

/// Why no mail should go to an address any more.
const fn cause(fate: &MailFate) -> Option<Cause> {
    match fate {
        MailFate::Bounced {
            is_permanent: true, ..
        } => Some(Cause::Bounced),
        MailFate::Suppressed { .. } => Some(Cause::Refused),
        MailFate::Complained => Some(Cause::Complained),
        MailFate::Unsubscribed => Some(Cause::Unsubscribed),
        MailFate::Bounced { .. }
        | MailFate::Delivered
        | MailFate::Deferred { .. }
        | MailFate::Rejected { .. }
        | MailFate::Opened => None,
    }
}

/// Whether the merchant should look after the order.
const fn is_a_task(fate: &MailFate) -> bool {
    match fate {
        MailFate::Bounced { .. }
        | MailFate::Suppressed { .. }
        | MailFate::Rejected { .. }
        | MailFate::Complained => true,
        MailFate::Delivered
        | MailFate::Deferred { .. }
        | MailFate::Unsubscribed
        | MailFate::Opened => false,
    }
}

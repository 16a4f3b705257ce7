//! Taking the provider's word on what became of a mail.

use crate::environment::Environment;
use crate::index::Entry;
use crate::keys::{OrderKey, tasks_index};
use crate::log::{Event, MailEvent, MailFate, Said, Via, note};
use crate::store::{Store, StoreError};
use crate::suppression::{Cause, Suppression};
use crate::time::Timestamp;

/// Notes in an order's log what became of a mail, at the time that the provider
/// names. An address that mails will never reach gets none any more, and the
/// order stands among the shop's open tasks. The same word twice does no harm.
///
/// # Errors
/// When the store fails: the provider says it again.
pub async fn report(
    store: &impl Store,
    environment: &impl Environment,
    key: &OrderKey,
    at: Timestamp,
    said: MailEvent,
) -> Result<(), StoreError> {
    let cause = match &said.fate {
        MailFate::Bounced {
            is_permanent: true, ..
        } => Some(Cause::Bounced),
        MailFate::Complained => Some(Cause::Complained),
        MailFate::Bounced { .. }
        | MailFate::Delivered
        | MailFate::Deferred { .. }
        | MailFate::Opened => None,
    };
    if let Some(cause) = cause {
        let suppression = Suppression {
            since: at,
            cause,
            order: key.order.clone(),
        };
        suppression.begin(store, &key.shop, &said.to).await?;
    }
    if matches!(said.fate, MailFate::Bounced { .. } | MailFate::Complained) {
        let entry = Entry {
            order: key.order.clone(),
            at: environment.now(),
            why: Some(said.fate.name().to_owned()),
        };
        let listing = tasks_index(&key.shop).listings(store, &[entry]).await?;
        store.set_many(listing).await?;
    }
    let event = Event {
        received_at: environment.now(),
        said: Said::Mail { at, said },
        via: Via::Hook,
    };
    note(store, key, &event).await?;
    Ok(())
}

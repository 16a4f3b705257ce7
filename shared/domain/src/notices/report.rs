//! Taking the provider's word on what became of a mail.

use super::task::open_task;
use crate::environment::Environment;
use crate::keys::OrderKey;
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
        open_task(store, environment, key, said.fate.name()).await?;
    }
    let event = Event {
        received_at: environment.now(),
        said: Said::Mail { at, said },
        via: Via::Hook,
    };
    note(store, key, &event).await?;
    Ok(())
}

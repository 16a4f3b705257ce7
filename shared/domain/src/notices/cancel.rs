//! Calling back a mail that waits: whoever cancels claims its next attempt, as a
//! worker does, and ends it there.

use super::chain::Next;
use super::{AttemptRecord, AttemptResult, BY_HAND, Notice, manual};
use crate::context::{Context, Environment};
use crate::storage::keys::OrderKey;
use crate::storage::record::encode;
use crate::storage::{Store, StoreError};
use crate::time::protocol::GIVE_UP;

/// The result of calling a mail back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cancelled {
    /// It will not be tried again.
    Done {
        /// True if an earlier attempt may have reached the provider.
        may_be_sent: bool,
    },
    /// Somebody is sending it just now.
    BeingSent,
    /// It had already ended before.
    Over(Notice),
    /// There is no such mail.
    NoMail,
}

/// Calls back the mail of a notice, if it still waits for an attempt.
///
/// # Errors
/// When the store fails; it may be called back all the same.
pub async fn cancel(
    context: Context<'_, impl Store, impl Environment>,
    key: &OrderKey,
    number: u64,
) -> Result<Cancelled, StoreError> {
    let since = context.environment.now();
    let notice = Notice::read(context.store, key, number).await?;
    // A notice of the chain that has no prepared notice yet is news, not a mail.
    let is_mail = notice.prepared().is_some()
        || (number > BY_HAND && manual::read(context.store, key, number).await?.is_some());
    if !is_mail {
        return Ok(Cancelled::NoMail);
    }
    if notice.is_final() {
        return Ok(Cancelled::Over(notice));
    }
    let Next::Free { attempt, .. } = notice.next() else {
        return Ok(Cancelled::BeingSent);
    };
    let ticket = key.ticket(number, attempt);
    let drawn = context.store.increment(&ticket).await?;
    // The claim counts from the first read, as a worker's does: once it is older than
    // `GIVE_UP`, somebody may have taken the attempt for dead, and send.
    if drawn != 1 || context.environment.now().duration_since(since) > GIVE_UP {
        return Ok(Cancelled::BeingSent);
    }
    let record = AttemptRecord {
        at: context.environment.now(),
        result: AttemptResult::Cancelled,
    };
    let at = key.outcome(number, attempt);
    context.store.set(&at, encode(&record)?).await?;
    Ok(Cancelled::Done {
        may_be_sent: notice.unsure().next().is_some(),
    })
}

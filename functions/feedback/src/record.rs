//! Writes what happened to the orders' logs.

use wismo_domain::access::link::LinkKeys;
use wismo_domain::context::{Context, Environment};
use wismo_domain::log::MailEvent;
use wismo_domain::mail::reference;
use wismo_domain::notices::report;
use wismo_domain::storage::{Store, StoreError};

use crate::Happening;

/// Records everything that happened to mails of ours, and returns how many
/// happenings those are. A happening is passed over if it names no mail, a mail
/// that this Wismo did not send, or an address that the mail did not go to.
///
/// # Errors
/// When the store fails: the provider should send all of it again.
pub async fn record(
    context: Context<'_, impl Store, impl Environment>,
    keys: &LinkKeys,
    happenings: Vec<Happening>,
) -> Result<usize, StoreError> {
    let heard = happenings.into_iter().filter_map(|happening| {
        let (order, notice) = reference::open(keys, happening.reference.as_deref()?)?;
        let said = MailEvent {
            notice,
            to: happening.recipient,
            kind: happening.fate,
        };
        Some((order, happening.at, said))
    });
    report(context, heard.collect()).await
}

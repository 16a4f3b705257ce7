//! From what happened to the orders' logs.

use wismo_domain::environment::Environment;
use wismo_domain::link::LinkKeys;
use wismo_domain::log::MailEvent;
use wismo_domain::notices::report;
use wismo_domain::reference;
use wismo_domain::store::{Store, StoreError};

use crate::Happening;

/// Records what happened to mails of ours, all of it, and answers how much that
/// is. What names no mail, or one that this Wismo did not send, or somebody whom
/// the mail did not go to, is passed over.
///
/// # Errors
/// When the store fails: the provider is to send all of it again.
pub async fn record(
    store: &impl Store,
    environment: &impl Environment,
    keys: &LinkKeys,
    happenings: Vec<Happening>,
) -> Result<usize, StoreError> {
    let heard = happenings.into_iter().filter_map(|happening| {
        let (order, notice) = reference::open(keys, happening.reference.as_deref()?)?;
        let said = MailEvent {
            notice,
            to: happening.recipient,
            fate: happening.fate,
        };
        Some((order, happening.at, said))
    });
    report(store, environment, heard.collect()).await
}

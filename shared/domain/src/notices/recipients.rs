//! The recipients of a mail.

use super::{Composed, MAX_UNWRITTEN, PreparedNotice};
use crate::storage::keys::OrderKey;
use crate::storage::record;
use crate::storage::{Store, StoreError};

/// Reads the addresses that the mail of a notice went to: the recipient's, and
/// those of the visible copies. None if there is no such mail.
///
/// # Errors
/// When the store fails.
pub(super) async fn recipients(
    store: &impl Store,
    order: &OrderKey,
    notice: u64,
) -> Result<Vec<String>, StoreError> {
    // The first attempt writes the prepared notice, unless it died before that:
    // composing is given up after so many attempts.
    for attempt in 1..=MAX_UNWRITTEN as u64 + 1 {
        let key = order.prepared(notice, attempt);
        let Some(prepared) = record::read::<PreparedNotice>(store, &key).await? else {
            continue;
        };
        let Composed::Mail(mail) = prepared.composed else {
            break;
        };
        let boxes = std::iter::once(mail.to).chain(mail.cc);
        return Ok(boxes.map(|mailbox| mailbox.address).collect());
    }
    Ok(Vec::new())
}

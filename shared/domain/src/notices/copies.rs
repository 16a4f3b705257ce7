//! Copies of a notice's mail: each a mail of its own, to one recipient, with a notice
//! of its own beside the chain. They come after the mail, in their order, and the
//! next notice after them.

use super::process::{ClaimedByOther, JobOutcome};
use super::worker::{Step, Worker};
use super::{AttemptResult, Mailer, Notice};
use crate::context::Environment;
use crate::mail::{Mail, Mailbox};
use crate::storage::together::join_all;
use crate::storage::{Store, StoreError};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// The number above which the notices of copies are numbered, below
/// [`BY_HAND`](super::BY_HAND): each notice has room for [`MOST`].
const COPIES: u64 = 1 << 30;

/// The most copies of one mail.
const MOST: u64 = 32;

/// The copies of a mail. All have the same content, so it is stored once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copies {
    /// The content of each. It is addressed by name if there is only one copy.
    pub mail: Box<Mail>,
    /// The recipients.
    pub to: Vec<Mailbox>,
}

impl Copies {
    /// Lists the number of each copy's notice, with its recipient.
    fn numbers(&self, notice: u64) -> Vec<(u64, &Mailbox)> {
        let first = COPIES + notice * MOST;
        (first..first + MOST).zip(&self.to).collect()
    }

    /// Returns the copy for one of the recipients.
    fn to(&self, recipient: &Mailbox) -> Mail {
        match self.to.as_slice() {
            [_] => (*self.mail).clone(),
            _ => Mail {
                to: Mailbox {
                    name: String::new(),
                    address: recipient.address.clone(),
                },
                ..(*self.mail).clone()
            },
        }
    }
}

impl Notice {
    /// Returns the copies that go out once this notice has ended; none for a
    /// mail that was called back.
    fn copies(&self) -> Option<&Copies> {
        let is_over = self.is_final();
        let mut results = self.outcomes().map(|outcome| &outcome.result);
        let is_cancelled = results.any(|result| *result == AttemptResult::Cancelled);
        let copies = self.prepared()?.copies.as_ref();
        copies.filter(|_| is_over && !is_cancelled)
    }

    /// Reads the notices of its copies, each with its recipient.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn read_copies(
        &self,
        store: &impl Store,
        key: &crate::storage::keys::OrderKey,
    ) -> Result<Vec<(Mailbox, Self)>, StoreError> {
        let Some(copies) = self.copies() else {
            return Ok(Vec::new());
        };
        let numbers = copies.numbers(self.number);
        let reads = numbers
            .iter()
            .map(|(number, _)| Self::read(store, key, *number));
        let notices = join_all(reads).await.into_iter();
        let recipients = numbers.iter().map(|(_, recipient)| (*recipient).clone());
        recipients
            .zip(notices)
            .map(|(recipient, notice)| Ok((recipient, notice?)))
            .collect()
    }
}

impl<S: Store, E: Environment, P: Mailer> Worker<'_, S, E, P> {
    /// Sends the first copy of a notice's mail that is not sent yet, as any mail
    /// is sent: by an attempt with a ticket. None if all copies have ended.
    pub(super) async fn copies(
        &self,
        of: &Notice,
        claimed: Option<ClaimedByOther>,
        since: Timestamp,
        outcome: &mut JobOutcome,
    ) -> Result<Option<Step>, StoreError> {
        let notices = of.read_copies(self.context.store, self.key).await?;
        let open = notices.into_iter().find(|(_, notice)| !notice.is_final());
        let (Some((recipient, notice)), Some(copies)) = (open, of.copies()) else {
            return Ok(None);
        };
        let mail = copies.to(&recipient);
        self.send(&notice, mail, None, claimed, since, outcome)
            .await
            .map(Some)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notices::BY_HAND;
    use crate::order::MAX_CONTACTS;

    #[test]
    fn no_copy_has_the_number_of_another_notice() {
        // The customer may not get the mail, and a contact may get the mail itself.
        assert!(MAX_CONTACTS as u64 <= MOST);
        let last = COPIES + u64::from(u16::MAX) * MOST + MOST;
        assert!(last < BY_HAND && COPIES > u64::from(u16::MAX));
    }
}

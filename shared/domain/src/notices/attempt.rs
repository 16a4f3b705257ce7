//! The work of a worker that drew the winning ticket: it writes the prepared notice if
//! there is none, sends it, and writes how that ended.

use super::attempt_record::{QUOTA, delay};
use super::process::JobOutcome;
use super::worker::{Claim, Step, Worker};
use super::{
    AttemptResult, Composed, MAX_UNKNOWN, Mailer, NOTICE_LIFE, Notice, OutgoingMail, PreparedNotice,
};
use crate::context::Environment;
use crate::mail::SendResult;
use crate::mail::suppression::{Cause, Suppression};
use crate::storage::record::encode;
use crate::storage::{Store, StoreError};
use crate::tasks::{TaskReason, open_task};
use crate::time::protocol::{GIVE_UP, SEND_TIMEOUT};

impl<S: Store, E: Environment, P: Mailer> Worker<'_, S, E, P> {
    /// Writes a notice down before any of its mails leaves. If that comes too late, somebody
    /// may have taken over: the job goes on as the returned step says.
    pub(super) async fn write(
        &self,
        claim: &Claim,
        prepared: &PreparedNotice,
    ) -> Result<Option<Step>, StoreError> {
        if self.is_late(claim.since) {
            return Ok(Some(self.too_late(claim)));
        }
        let key = self.key.prepared(claim.notice, claim.attempt);
        self.context.store.set(&key, encode(prepared)?).await?;
        Ok(None)
    }

    fn too_late(&self, claim: &Claim) -> Step {
        Step::Wait(self.wait_for_claim(claim.notice, claim.attempt))
    }

    /// Does the work of the drawn ticket: sends what the notice has written down, and
    /// writes how that ended.
    pub(super) async fn attempt(
        &self,
        claim: &Claim,
        open: Option<&Notice>,
        prepared: &PreparedNotice,
        outcome: &mut JobOutcome,
    ) -> Result<Step, StoreError> {
        let Composed::Mail(mail) = &prepared.composed else {
            outcome.skipped += 1;
            return Ok(Step::AskAgain);
        };
        let result = match self.is_spent(open, prepared) {
            Some(reason) => AttemptResult::GivenUp { reason },
            None => {
                // The clock is checked for the last time before the mail goes out.
                if self.is_late(claim.since) {
                    return Ok(self.too_late(claim));
                }
                let key = prepared
                    .idempotency_key(self.key, claim.notice)
                    .unwrap_or_default();
                let outgoing = OutgoingMail {
                    order: self.key,
                    notice: claim.notice,
                    idempotency_key: &key,
                    mail,
                };
                let send_result = self.mailer.send(&outgoing).await;
                let name = self.key.event(claim.notice);
                self.mailer
                    .breaker()
                    .note(
                        self.context.store,
                        &name,
                        &send_result,
                        self.context.environment.now(),
                    )
                    .await;
                if matches!(send_result, SendResult::RecipientRefused { .. }) {
                    self.suppress(&mail.to.address).await?;
                }
                self.result_of(send_result, claim, prepared)
            }
        };
        match &result {
            AttemptResult::Accepted { .. } => outcome.accepted += 1,
            AttemptResult::Refused { .. }
            | AttemptResult::GivenUp { .. }
            | AttemptResult::TryAgain { .. }
            | AttemptResult::Unknown { .. }
            | AttemptResult::Lapsed
            | AttemptResult::Cancelled => outcome.failed += 1,
        }
        // This comes before the result is written, because nobody comes back once that
        // is there; and before the clock is checked, because it may take long itself.
        if matches!(
            result,
            AttemptResult::GivenUp { .. } | AttemptResult::Refused { .. }
        ) {
            open_task(self.context, self.key, TaskReason::NotSent).await?;
        }
        // If the answer took so long that somebody may have taken over, the result is not
        // written: theirs counts, and the provider recognises the copy by its key.
        if self.context.environment.now().duration_since(claim.since) > GIVE_UP + SEND_TIMEOUT {
            return Ok(self.too_late(claim));
        }
        self.conclude(claim.notice, claim.attempt, result).await?;
        Ok(Step::AskAgain)
    }

    /// Stops mails to an address that the provider does not take mails to.
    async fn suppress(&self, address: &str) -> Result<(), StoreError> {
        let suppression = Suppression {
            since: self.context.environment.now(),
            cause: Cause::Refused,
            order: self.key.order.clone(),
        };
        let shop = &self.key.shop;
        suppression.begin(self.context.store, shop, address).await
    }

    /// Returns the reason why a mail is not sent once more, if there is one.
    fn is_spent(&self, open: Option<&Notice>, prepared: &PreparedNotice) -> Option<String> {
        if self.context.environment.now().duration_since(prepared.at) > NOTICE_LIFE {
            return Some("tried for as long as a notice may be".to_owned());
        }
        let unknown = open.map_or(0, |notice| notice.unsure().count());
        (!self.mailer.has_idempotency() && unknown >= MAX_UNKNOWN)
            .then(|| "sent several times without an answer".to_owned())
    }

    /// Makes the result of an attempt from what the provider answered.
    fn result_of(
        &self,
        send_result: SendResult,
        claim: &Claim,
        prepared: &PreparedNotice,
    ) -> AttemptResult {
        let now = self.context.environment.now();
        let own = delay(claim.attempt, self.context.environment.random());
        let (reason, wait, is_sure) = match send_result {
            SendResult::Accepted { id } => return AttemptResult::Accepted { id },
            SendResult::Refused { reason } | SendResult::RecipientRefused { reason } => {
                return AttemptResult::Refused { reason };
            }
            // A retry never comes sooner than the provider asks for.
            SendResult::TryAgain { reason, after } => {
                (reason, after.map_or(own, |it| it.max(own)), true)
            }
            SendResult::OverQuota { reason, after } => {
                (reason, after.unwrap_or(QUOTA).max(own), true)
            }
            SendResult::Misconfigured { reason } | SendResult::NotReady { reason } => {
                (reason, own, true)
            }
            SendResult::Unknown { reason } => (reason, own, false),
        };
        let due = now + wait;
        if due.duration_since(prepared.at) > NOTICE_LIFE {
            return AttemptResult::GivenUp { reason };
        }
        match is_sure {
            true => AttemptResult::TryAgain { reason, due },
            false => AttemptResult::Unknown { reason, due },
        }
    }
}

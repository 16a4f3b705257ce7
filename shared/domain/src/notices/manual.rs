//! Sending a manual mail: a notice of its own beside the chain, whose prepared notice is
//! the mail that its event holds.

use futures::future::try_join;

use super::process::{ClaimedByOther, JobOutcome};
use super::worker::{Step, Turn, Worker, stays};
use super::{BY_HAND, Composed, Mailer, Notice, PreparedNotice};
use crate::context::Environment;
use crate::log::{self, EventPayload, ManualMail, Skip};
use crate::mail::Mail;
use crate::mail::suppression::Suppression;
use crate::queue::Job;
use crate::storage::keys::OrderKey;
use crate::storage::{Store, StoreError};
use crate::templates::TemplateUse;
use crate::time::Timestamp;

impl<S: Store, E: Environment, P: Mailer> Worker<'_, S, E, P> {
    /// Sends the mail that a job's event holds, unless it is sent already or the turn is
    /// somebody else's.
    pub(super) async fn deliver(
        &self,
        job: &Job,
        claimed: Option<ClaimedByOther>,
        outcome: &mut JobOutcome,
    ) -> Result<Step, StoreError> {
        let since = self.context.environment.now();
        let number = BY_HAND + job.n;
        let (notice, manual_mail) = try_join(
            Notice::read(self.context.store, self.key, number),
            read(self.context.store, self.key, number),
        )
        .await?;
        if notice.is_final() {
            // The order itself is not processed for this job, so the projection is
            // stored here.
            let reading = log::read(self.context, self.key).await?;
            reading.store(self.context.store).await?;
            return Ok(Step::Finished);
        }
        let Some(manual_mail) = manual_mail else {
            // The event is written after its job; whoever wrote only the job
            // did not get an answer.
            return Ok(stays(job, since).unwrap_or(Step::Finished));
        };
        let ManualMail { mail, words, .. } = manual_mail;
        self.send(&notice, mail, words, claimed, since, outcome)
            .await
    }

    /// Sends exactly this mail as the notice, unless the turn is somebody else's.
    pub(super) async fn send(
        &self,
        notice: &Notice,
        mail: Mail,
        words: Option<TemplateUse>,
        claimed: Option<ClaimedByOther>,
        since: Timestamp,
        outcome: &mut JobOutcome,
    ) -> Result<Step, StoreError> {
        let next = notice.next();
        let claim = match self.turn(notice.number, next, claimed, since).await? {
            Turn::Mine(claim) => claim,
            Turn::Not(step) => return Ok(step),
        };
        let open = (!notice.attempts.is_empty()).then_some(notice);
        let prepared = match notice.prepared() {
            Some(prepared) => prepared.clone(),
            None => {
                let prepared = self.prepared_with(mail, words).await?;
                if let Some(step) = self.write(&claim, &prepared).await? {
                    return Ok(step);
                }
                prepared
            }
        };
        self.attempt(&claim, open, &prepared, outcome).await
    }

    /// Prepares a notice with exactly this mail, unless its address was suppressed
    /// since, or the shop is gone.
    async fn prepared_with(
        &self,
        mail: Mail,
        words: Option<TemplateUse>,
    ) -> Result<PreparedNotice, StoreError> {
        let to = &mail.to.address;
        let suppression = Suppression::of(self.context.store, &self.key.shop, to).await?;
        let composed = if self.rules.is_none() {
            Composed::Skipped(Skip::RuleOff)
        } else if suppression.is_some() {
            Composed::Skipped(Skip::Suppressed)
        } else {
            Composed::Mail(Box::new(mail))
        };
        Ok(PreparedNotice {
            baseline: None,
            changes: Vec::new(),
            left_out: Vec::new(),
            composed,
            copies: None,
            template: words,
            at: self.context.environment.now(),
        })
    }
}

/// Reads the manual mail that has this number, if there is one.
pub(super) async fn read(
    store: &impl Store,
    key: &OrderKey,
    number: u64,
) -> Result<Option<ManualMail>, StoreError> {
    let Some(n) = number.checked_sub(BY_HAND).filter(|n| *n > 0) else {
        return Ok(None);
    };
    let events = log::events(store, key, std::iter::once(n)).await?;
    let mut payloads = events.into_iter().map(|(_, event)| event.payload);
    Ok(payloads.find_map(EventPayload::manual_mail))
}

/// Reads the mail of a notice: its prepared notice's, or if it has none yet, the mail
/// that the merchant wrote. None if there is no such mail.
///
/// # Errors
/// When the store fails.
pub async fn kept_mail(
    store: &impl Store,
    key: &OrderKey,
    number: u64,
) -> Result<Option<Mail>, StoreError> {
    let notice = Notice::read(store, key, number).await?;
    if let Some(PreparedNotice {
        composed: Composed::Mail(mail),
        ..
    }) = notice.prepared()
    {
        return Ok(Some((**mail).clone()));
    }
    let manual_mail = read(store, key, number).await?;
    Ok(manual_mail.map(|manual_mail| manual_mail.mail))
}

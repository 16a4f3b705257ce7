//! Sending a mail by hand: a notice of its own beside the chain, whose letter is
//! the mail that its event holds.

use futures::future::try_join;

use super::look::{Look, Taken};
use super::worker::{Step, Turn, Worker, stays};
use super::{BY_HAND, Composed, Letter, Notice, Post};
use crate::environment::Environment;
use crate::jobs::Job;
use crate::keys::OrderKey;
use crate::log::{self, ByHand, Said, Skip};
use crate::mail::Mail;
use crate::store::{Store, StoreError};
use crate::suppression::Suppression;
use crate::templates::Words;

impl<S: Store, E: Environment, P: Post> Worker<'_, S, E, P> {
    /// Tells whether the mail that a job's event holds is sent, and whose turn it is.
    pub(super) async fn deliver(
        &self,
        job: &Job,
        seen: Option<Taken>,
        look: &mut Look,
    ) -> Result<Step, StoreError> {
        let since = self.context.environment.now();
        let number = BY_HAND + job.n;
        let (notice, by_hand) = try_join(
            Notice::read(self.context.store, self.key, number),
            read(self.context.store, self.key, number),
        )
        .await?;
        if notice.is_final() {
            // No look at the order comes with this one, so it projects.
            let reading = log::read(self.context, self.key).await?;
            reading.store(self.context.store).await?;
            return Ok(Step::Finished);
        }
        let Some(by_hand) = by_hand else {
            // The event is written after its job; whoever wrote only the job
            // did not get an answer.
            return Ok(stays(job, since).unwrap_or(Step::Finished));
        };
        let claim = match self.turn(number, notice.next(), seen, since).await? {
            Turn::Mine(claim) => claim,
            Turn::Not(step) => return Ok(step),
        };
        let open = (!notice.attempts.is_empty()).then_some(&notice);
        let write = async || self.sealed(by_hand.mail, by_hand.words).await;
        self.attempt(&claim, open, write, look).await
    }

    /// Writes the letter with exactly this mail, unless its address was
    /// suppressed since, or the shop is gone.
    pub(super) async fn sealed(
        &self,
        mail: Mail,
        words: Option<Words>,
    ) -> Result<Letter, StoreError> {
        let to = &mail.to.address;
        let suppression = Suppression::of(self.context.store, &self.key.shop, to).await?;
        let composed = if self.rules.is_none() {
            Composed::Skipped(Skip::RuleOff)
        } else if suppression.is_some() {
            Composed::Skipped(Skip::Suppressed)
        } else {
            Composed::Mail(Box::new(mail))
        };
        Ok(Letter {
            basis: None,
            changes: Vec::new(),
            left_out: Vec::new(),
            composed,
            copies: None,
            words,
            at: self.context.environment.now(),
        })
    }
}

/// Reads the mail by hand that has this number, if there is one.
pub(super) async fn read(
    store: &impl Store,
    key: &OrderKey,
    number: u64,
) -> Result<Option<ByHand>, StoreError> {
    let Some(n) = number.checked_sub(BY_HAND).filter(|n| *n > 0) else {
        return Ok(None);
    };
    let events = log::events(store, key, std::iter::once(n)).await?;
    let mut said = events.into_iter().map(|(_, event)| event.said);
    Ok(said.find_map(Said::manual_mail))
}

/// Reads the mail of a notice: its letter's, or if it has no letter yet, the
/// one that the merchant wrote. None if there is no such mail.
///
/// # Errors
/// When the store fails.
pub async fn kept_mail(
    store: &impl Store,
    key: &OrderKey,
    number: u64,
) -> Result<Option<Mail>, StoreError> {
    let notice = Notice::read(store, key, number).await?;
    if let Some(Letter {
        composed: Composed::Mail(mail),
        ..
    }) = notice.letter()
    {
        return Ok(Some((**mail).clone()));
    }
    let by_hand = read(store, key, number).await?;
    Ok(by_hand.map(|by_hand| by_hand.mail))
}

//! The work of a worker that drew the winning ticket: it writes the prepared notice if
//! there is none, sends it, and writes how that ended.

use super::attempt_record::{QUOTA, delay};
use super::news::PendingChanges;
use super::process::JobOutcome;
use super::worker::{Claim, Step, Worker};
use super::{
    AttemptResult, Composed, Copies, LeftOut, MAX_UNKNOWN, MAX_UNWRITTEN, MailRules, Mailer,
    NOTICE_LIFE, Notice, OrderChanges, OrderLink, OutgoingMail, Plan, PreparedNotice, Rules,
    decide,
};
use crate::context::Environment;
use crate::intake::customer::KnownCustomer;
use crate::log::{Reading, Skip, Snapshot};
use crate::mail::suppression::{Cause, Suppression};
use crate::mail::{Mailbox, SendResult};
use crate::order::Order;
use crate::storage::event_log::Projected;
use crate::storage::keys::customer_log;
use crate::storage::record::encode;
use crate::storage::together::join_all;
use crate::storage::{Store, StoreError};
use crate::tasks::{TaskReason, open_task};
use crate::templates::TemplateUse;
use crate::time::protocol::{GIVE_UP, SEND_TIMEOUT};

/// The parts of a prepared notice that the rules decide: the mail that they ask
/// for, or the reason why there is none.
struct NoticeDraft {
    composed: Composed,
    /// Its copies.
    copies: Option<Copies>,
    /// The changes that the rules keep out of it.
    left_out: Vec<LeftOut>,
    words: Option<TemplateUse>,
}

impl From<Skip> for NoticeDraft {
    fn from(skip: Skip) -> Self {
        Self {
            composed: Composed::Skipped(skip),
            copies: None,
            left_out: Vec::new(),
            words: None,
        }
    }
}

impl<S: Store, E: Environment, P: Mailer> Worker<'_, S, E, P> {
    /// Does the work of the drawn ticket: writes the prepared notice by `write` if there
    /// is none, sends it, and writes how that ended.
    pub(super) async fn attempt(
        &self,
        claim: &Claim,
        open: Option<&Notice>,
        write: impl AsyncFnOnce() -> Result<PreparedNotice, StoreError>,
        outcome: &mut JobOutcome,
    ) -> Result<Step, StoreError> {
        let too_late = Step::Wait(self.wait_for_claim(claim.notice, claim.attempt));
        let prepared = match open.and_then(Notice::prepared) {
            Some(prepared) => prepared.clone(),
            None => {
                let prepared = write().await?;
                if self.is_late(claim.since) {
                    return Ok(too_late);
                }
                let key = self.key.prepared(claim.notice, claim.attempt);
                self.context.store.set(&key, encode(&prepared)?).await?;
                prepared
            }
        };
        let Composed::Mail(mail) = &prepared.composed else {
            outcome.skipped += 1;
            return Ok(Step::AskAgain);
        };
        let result = match self.is_spent(open, &prepared) {
            Some(reason) => AttemptResult::GivenUp { reason },
            None => {
                // The clock is checked for the last time before the mail goes out.
                if self.is_late(claim.since) {
                    return Ok(too_late);
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
                self.result_of(send_result, claim, &prepared)
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
            return Ok(too_late);
        }
        self.conclude(claim.notice, claim.attempt, result).await?;
        Ok(Step::AskAgain)
    }

    /// Writes the prepared notice about what the log holds that the notice before did not tell.
    pub(super) async fn prepared(
        &self,
        open: Option<&Notice>,
        before: &Notice,
        reading: &Reading,
    ) -> Result<PreparedNotice, StoreError> {
        let at = self.context.environment.now();
        let known = self.known(before, reading).await?;
        let Some(news) = self.news(known.as_ref(), reading) else {
            // Since the attempt that died before it wrote a prepared notice, the order moved
            // back or was removed: if it comes back, what nobody was told is told then.
            return Ok(PreparedNotice {
                baseline: known,
                changes: Vec::new(),
                left_out: Vec::new(),
                composed: Composed::Skipped(Skip::NothingLeft),
                copies: None,
                template: None,
                at,
            });
        };
        let died = open.map_or(0, |notice| notice.attempts.len());
        let draft = match &self.rules {
            _ if died >= MAX_UNWRITTEN => NoticeDraft::from(Skip::NotComposed),
            // A shop that is gone does not have any rule that mails.
            None => NoticeDraft::from(Skip::RuleOff),
            Some(rules) => self.compose(rules, &reading.snapshot, &news).await?,
        };
        // This comes before the prepared notice: once that is there, nobody comes back.
        if matches!(draft.composed, Composed::Skipped(Skip::BadAddress)) {
            open_task(self.context, self.key, TaskReason::BadAddress).await?;
        }
        Ok(PreparedNotice {
            baseline: Some(news.baseline),
            changes: news.changes,
            left_out: draft.left_out,
            composed: draft.composed,
            copies: draft.copies,
            template: draft.words,
            at,
        })
    }

    /// Composes the mail that the rules ask for, with what is known of the customer.
    async fn compose(
        &self,
        rules: &Rules,
        snapshot: &Snapshot,
        news: &PendingChanges,
    ) -> Result<NoticeDraft, StoreError> {
        let mut order = news.order.clone();
        if let Some(customer) = order.customer.id.clone() {
            let event_log = customer_log(&self.key.shop, &customer);
            let known: Projected<KnownCustomer> = event_log.read_and_keep(self.context).await?;
            known.projection.apply(&mut order);
        }
        let preferences = snapshot.preferences();
        // The language that the customer chose on the page comes first.
        if preferences.language.is_some() {
            order.customer.locale.clone_from(&preferences.language);
        }
        let locale = order.customer.locale.clone();
        let locale = locale.unwrap_or_else(|| rules.locale.clone());
        let mail_rules = MailRules {
            settings: &rules.settings,
            templates: &rules.templates,
            locale: &locale,
        };
        let changes = OrderChanges {
            before: news.before.as_ref(),
            order: &order,
            changes: &news.changes,
        };
        let plan = match decide(mail_rules, &preferences, changes) {
            Ok(plan) => self.reachable(plan).await?,
            Err(skip) => Err(skip),
        };
        Ok(match plan {
            Ok(mut plan) => {
                let link = OrderLink {
                    order: self.key,
                    rotation: snapshot.links().leading(),
                };
                // Whatever is switched off appears nowhere; the documents were
                // chosen before.
                rules.settings.leave_out(&mut order);
                let copied = std::mem::take(&mut plan.cc);
                let written = self.mailer.compose(link, &order, &plan);
                let copies = self.copied(copied, link, &order, &plan);
                let words = plan.content.words.map(|words| TemplateUse {
                    fault: written.fault.or(words.fault),
                    ..words
                });
                NoticeDraft {
                    composed: written.composed,
                    copies,
                    left_out: plan.left_out,
                    words,
                }
            }
            Err(skip) => skip.into(),
        })
    }

    /// Makes the copies of a plan's mail. Several recipients are greeted without a name.
    fn copied(
        &self,
        to: Vec<Mailbox>,
        link: OrderLink<'_>,
        order: &Order,
        plan: &Plan,
    ) -> Option<Copies> {
        let first = match to.as_slice() {
            [] => return None,
            [one] => one.clone(),
            [first, ..] => Mailbox {
                name: String::new(),
                address: first.address.clone(),
            },
        };
        let content = plan.copied.as_ref().unwrap_or(&plan.content);
        let plan = Plan {
            content: content.clone(),
            to: first,
            ..plan.clone()
        };
        let written = self.mailer.compose(link, order, &plan);
        match written.composed {
            Composed::Mail(mail) => Some(Copies { mail, to }),
            Composed::Skipped(_) => None,
        }
    }

    /// Returns the plan without recipients whom mails do not reach.
    async fn reachable(&self, plan: Plan) -> Result<Result<Plan, Skip>, StoreError> {
        let boxes = std::iter::once(&plan.to).chain(&plan.cc);
        let reads = boxes.map(|mailbox| async move {
            let shop = &self.key.shop;
            let suppression = Suppression::of(self.context.store, shop, &mailbox.address).await?;
            Ok(suppression.is_none().then(|| mailbox.clone()))
        });
        let mut reached = Vec::new();
        for mailbox in join_all(reads).await {
            reached.extend(mailbox?);
        }
        let mut reached = reached.into_iter();
        Ok(match reached.next() {
            Some(to) => {
                let copied = plan.copied.clone().filter(|_| to != plan.to);
                Ok(Plan {
                    content: copied.unwrap_or(plan.content),
                    to,
                    cc: reached.collect(),
                    ..plan
                })
            }
            None => Err(Skip::Suppressed),
        })
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

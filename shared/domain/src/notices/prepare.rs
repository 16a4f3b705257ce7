//! The preparation of a notice: which of the news the rules let out, to whom, and in which
//! words.

use super::news::{Pending, PendingChanges};
use super::worker::Worker;
use super::{
    Composed, Copies, LeftOut, MAX_UNWRITTEN, MailRules, Mailer, OrderChanges, OrderLink, Plan,
    PreparedNotice, Rules, decide,
};
use crate::context::Environment;
use crate::intake::customer::KnownCustomer;
use crate::log::{Skip, Snapshot};
use crate::mail::Mailbox;
use crate::mail::suppression::Suppression;
use crate::order::Order;
use crate::storage::event_log::Projected;
use crate::storage::keys::customer_log;
use crate::storage::together::join_all;
use crate::storage::{Store, StoreError};
use crate::tasks::{TaskReason, open_task};
use crate::templates::TemplateUse;

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
    /// Prepares the notice of what there is to tell, after so many workers `died` before
    /// they had written it.
    pub(super) async fn prepare(
        &self,
        Pending { known, news }: Pending,
        died: usize,
        snapshot: &Snapshot,
    ) -> Result<PreparedNotice, StoreError> {
        let at = self.context.environment.now();
        let Some(news) = news else {
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
        let draft = match &self.rules {
            _ if died >= MAX_UNWRITTEN => NoticeDraft::from(Skip::NotComposed),
            // A shop that is gone does not have any rule that mails.
            None => NoticeDraft::from(Skip::RuleOff),
            Some(rules) => self.compose(rules, snapshot, &news).await?,
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
}

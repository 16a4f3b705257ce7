//! Rehearsing settings: the mails that they would have sent about orders that
//! exist. The log of each order is told again, in memory and by its own clock,
//! to the same looks that tell the customers.

use std::cell::Cell;

use schemars::JsonSchema;
use serde::Serialize;

use crate::changes::Change;
use crate::context::{Context, Environment};
use crate::intake::customer::KnownCustomer;
use crate::log::{self, Event, Skip, append};
use crate::mail::{Mail, Mailbox, SendResult};
use crate::notices::{
    Breaker, Composed, ComposedMail, LeftOut, Mailer, Notice, OrderLink, OutgoingMail, Plan, Rules,
    process_order,
};
use crate::order::Order;
use crate::queue::Job;
use crate::storage::event_log::Projected;
use crate::storage::keys::{OrderKey, customer_log, held_index};
use crate::storage::{MemoryStore, Store, StoreError};
use crate::time::{Duration, Timestamp};

/// The number of an order's events that are told again: its newest ones.
const MAX_EVENTS: u64 = 200;

/// The number of looks that one order gets; no rules need as many.
const MAX_LOOKS: usize = 2000;

/// The time after the last event within which a mail may still leave.
const AFTERWARDS: Duration = Duration::hours(72);

/// The result that settings would have had for an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Rehearsed {
    /// The order's id.
    pub order: String,
    /// The notices that there would have been, oldest first.
    pub notices: Vec<RehearsedNotice>,
    /// True if something would still wait for a release.
    pub held: bool,
}

/// One notice that there would have been.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RehearsedNotice {
    /// The time of the notice.
    pub at: Timestamp,
    /// The changes that it would have told.
    pub changes: Vec<Change>,
    /// The changes among them that a rule would have kept out of the mail.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<LeftOut>,
    /// The recipients that it would have had.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<Mailbox>,
    /// The template whose words it would have carried.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub template: Option<String>,
    /// The reason why there would have been no mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skipped: Option<Skip>,
}

/// Rehearses rules on an order. It does not write anything to the store.
///
/// # Errors
/// When the store fails.
pub async fn rehearse(
    context: Context<'_, impl Store, impl Environment>,
    key: &OrderKey,
    rules: &Rules,
) -> Result<Rehearsed, StoreError> {
    let len = context.store.count(&key.len()).await?;
    let from = len.saturating_sub(MAX_EVENTS) + 1;
    let events = log::events(context.store, key, from..=len).await?;
    let stage = RehearsalHost::at(Timestamp::UNIX_EPOCH, rules);
    let memory = MemoryStore::default();
    let customer = events.iter().rev().find_map(|(_, event)| customer(event));
    if let Some(customer) = customer {
        let event_log = customer_log(&key.shop, &customer);
        let known: Projected<KnownCustomer> = event_log.read(context).await?;
        event_log.store(&memory, &known).await?;
    }
    let held = stage.play(&memory, key, events).await?;
    let notices = Notice::all(&memory, key).await?;
    Ok(Rehearsed {
        order: key.order.clone(),
        notices: notices.iter().filter_map(would).collect(),
        held,
    })
}

fn customer(event: &Event) -> Option<String> {
    event.payload.order()?.customer.id.clone()
}

/// The host of a rehearsal: a clock that is set, and a mailer that does not send anything.
pub(super) struct RehearsalHost {
    now: Cell<Timestamp>,
    rules: Rules,
    breaker: Breaker,
}

impl RehearsalHost {
    /// Makes a host whose clock stands at this time.
    pub(super) fn at(now: Timestamp, rules: &Rules) -> Self {
        Self {
            now: Cell::new(now),
            rules: rules.clone(),
            breaker: Breaker::default(),
        }
    }

    /// Looks at a job for as long as a mail may wait. Returns whether something waits for
    /// a release after that.
    pub(super) async fn look_on(
        &self,
        store: &impl Store,
        key: &OrderKey,
        job: Job,
    ) -> Result<bool, StoreError> {
        let now = self.now.get();
        let parked = store.count(&held_index(&key.shop).len()).await?;
        let mut waiting = vec![(now, job)];
        self.look_until(store, now + AFTERWARDS, &mut waiting, &mut 0)
            .await?;
        let context = Context::new(store, self);
        let is_held = log::read(context, key).await?.snapshot.is_held();
        // Each look that finds something to hold lists the order once more.
        Ok(is_held || store.count(&held_index(&key.shop).len()).await? > parked)
    }

    /// Tells the events again. Returns whether something waits for a release at the end.
    async fn play(
        &self,
        memory: &MemoryStore,
        key: &OrderKey,
        events: Vec<(u64, Event)>,
    ) -> Result<bool, StoreError> {
        let context = Context::new(memory, self);
        let mut waiting: Vec<(Timestamp, Job)> = Vec::new();
        let mut looks = 0;
        for (_, event) in events {
            let at = event.received_at.max(self.now.get());
            self.look_until(memory, at, &mut waiting, &mut looks)
                .await?;
            self.now.set(at);
            let appended = append(context, key, &event).await?;
            waiting.push((at, appended.job));
            self.look_until(memory, at, &mut waiting, &mut looks)
                .await?;
        }
        let end = self.now.get() + AFTERWARDS;
        self.look_until(memory, end, &mut waiting, &mut looks)
            .await?;
        let parked = memory.count(&held_index(&key.shop).len()).await?;
        let snapshot = log::read(context, key).await?.snapshot;
        Ok(snapshot.is_held() || (parked > 0 && snapshot.released == 0))
    }

    /// Looks at jobs that fall due until a time, earliest first.
    async fn look_until(
        &self,
        store: &impl Store,
        until: Timestamp,
        waiting: &mut Vec<(Timestamp, Job)>,
        looks: &mut usize,
    ) -> Result<(), StoreError> {
        let context = Context::new(store, self);
        while *looks < MAX_LOOKS {
            waiting.sort_by_key(|(due, _)| std::cmp::Reverse(*due));
            let Some((due, job)) = waiting.pop_if(|(due, _)| *due <= until) else {
                return Ok(());
            };
            *looks += 1;
            self.now.set(due.max(self.now.get()));
            let outcome = process_order(context, self, &job, None).await?;
            if let Some(again) = outcome.retry {
                waiting.push((again.due, job));
            }
        }
        Ok(())
    }
}

pub(super) fn would(notice: &Notice) -> Option<RehearsedNotice> {
    let prepared = notice.prepared()?;
    let (to, skipped) = match &prepared.composed {
        Composed::Mail(mail) => {
            let copies = prepared.copies.iter().flat_map(|copies| &copies.to);
            let to = std::iter::once(&mail.to).chain(&mail.cc).chain(copies);
            (to.cloned().collect(), None)
        }
        Composed::Skipped(skip) => (Vec::new(), Some(*skip)),
    };
    let words = prepared.template.as_ref();
    let words = words.filter(|words| words.fault.is_none());
    Some(RehearsedNotice {
        at: prepared.at,
        changes: prepared.changes.clone(),
        left_out: prepared.left_out.clone(),
        to,
        template: words.map(|words| words.template.clone()),
        skipped,
    })
}

impl Environment for RehearsalHost {
    fn now(&self) -> Timestamp {
        self.now.get()
    }

    fn random(&self) -> u64 {
        0
    }
}

impl Mailer for RehearsalHost {
    /// Lists no shops, as it does not drain any queue.
    fn shops(&self) -> Vec<&str> {
        Vec::new()
    }

    async fn rules(&self, _: &str) -> Result<Option<Rules>, StoreError> {
        Ok(Some(self.rules.clone()))
    }

    /// Composes an empty mail, as nobody reads it.
    fn compose(&self, _: OrderLink<'_>, _: &Order, plan: &Plan) -> ComposedMail {
        let mail = Mail {
            from: plan.to.clone(),
            reply_to: None,
            to: plan.to.clone(),
            cc: plan.cc.clone(),
            subject: String::new(),
            text: String::new(),
            html: String::new(),
            headers: Vec::new(),
            attachments: Vec::new(),
            code: None,
        };
        Composed::Mail(Box::new(mail)).into()
    }

    async fn send(&self, _: &OutgoingMail<'_>) -> SendResult {
        SendResult::Accepted { id: None }
    }

    fn breaker(&self) -> &Breaker {
        &self.breaker
    }

    fn has_idempotency(&self) -> bool {
        true
    }
}

//! Finding an order for a customer who lost its link: the proof that it is
//! theirs, and the limits on asking.

pub mod verification;

use crate::access::rate_limit::RateLimit;
use crate::context::{Context, Environment};
use crate::intake::customer;
use crate::log::{LinkChange, Snapshot, Via, change_links, read};
use crate::notices::shown;
use crate::order::{Order, Stage};
use crate::settings::Settings;
use crate::storage::find_by_number;
use crate::storage::keys::{OrderKey, orders_index};
use crate::storage::{Store, StoreError};
use crate::tasks::{TaskReason, open_task};
use crate::time::{Duration, Timestamp};

/// The time for which an order can still be found once nothing more will come of it.
const OVER_LIFE: Duration = Duration::days(365);

/// An order that was found, and whose link may be mailed.
#[derive(Clone, Debug)]
pub struct FoundOrder {
    /// The key of the order.
    pub key: OrderKey,
    /// The rotation of its links: that of new ones if the old were no longer valid.
    pub rotation: u32,
    /// The order, with what is known of its customer.
    pub order: Order,
    /// The fold of its log.
    pub snapshot: Snapshot,
}

/// The entries of somebody who looks for their order.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The order's number, as they wrote it.
    pub number: &'a str,
    /// Their proof that the order is theirs.
    pub answer: &'a str,
}

/// Finds the order that has a number, if the answer fits it and its link may be
/// mailed. Only answers that fit are counted, so that nobody can fill the store
/// with what they type. If a shop's limit is reached, its merchant gets a task.
///
/// # Errors
/// When the store fails.
pub async fn find(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    settings: &Settings,
    question: Question<'_>,
) -> Result<Option<FoundOrder>, StoreError> {
    let Some(key) = find_by_number::find_by_number(context.store, shop, question.number).await?
    else {
        return Ok(None);
    };
    let snapshot = read(context, &key).await?.snapshot;
    let now = context.environment.now();
    if snapshot.is_removed() || snapshot.links().are_revoked() {
        return Ok(None);
    }
    let shown = shown(context.store, &key, &snapshot, settings).await?;
    let Some(order) = shown
        .map(|state| state.order)
        .filter(|order| is_sought(order, now))
    else {
        return Ok(None);
    };
    let access = &settings.access;
    let order = customer::known(context, &key, order).await?;
    let email = order.customer.email.as_deref().unwrap_or_default();
    // Where no mail can go, there is nothing to count.
    if !verification::matches(&order, &access.find_by, question.answer) || email.trim().is_empty() {
        return Ok(None);
    }
    let own = [
        RateLimit::Link(&key),
        RateLimit::LinkInADay(&key),
        RateLimit::Address(shop, email),
        RateLimit::AddressInADay(shop, email),
    ];
    if RateLimit::check_all(&own, context.store, now)
        .await?
        .is_some()
    {
        return Ok(None);
    }
    let orders = context.store.count(&orders_index(shop).len()).await?;
    let shops = [RateLimit::Found(shop), RateLimit::FoundInADay(shop, orders)];
    if RateLimit::check_all(&shops, context.store, now)
        .await?
        .is_some()
    {
        if RateLimit::Alarm(shop)
            .check(context.store, now)
            .await?
            .is_none()
        {
            open_task(context, &key, TaskReason::ManyLinksAskedFor).await?;
        }
        return Ok(None);
    }
    let rotation = if snapshot.links_have_ended(access, now) {
        let change = change_links(context, &key, LinkChange::Replaced, Via::Page, None);
        change.await?.1.rotation()
    } else {
        snapshot.links().rotation()
    };
    Ok(Some(FoundOrder {
        key,
        rotation,
        order,
        snapshot,
    }))
}

/// Tells whether an order can still be asked for; a draft is not an order yet.
fn is_sought(order: &Order, now: Timestamp) -> bool {
    let is_past = now >= order.updated_at + OVER_LIFE;
    order.status.stage != Stage::Draft && !(is_past && is_over(order))
}

/// Tells whether nothing more will come of an order.
const fn is_over(order: &Order) -> bool {
    match order.status.stage {
        Stage::Draft
        | Stage::Sent
        | Stage::Delivered
        | Stage::Collected
        | Stage::Completed
        | Stage::Cancelled
        | Stage::Refunded => true,
        Stage::AwaitingPayment
        | Stage::PaymentFailed
        | Stage::Received
        | Stage::Preparing
        | Stage::OnHold
        | Stage::PartDelivered
        | Stage::ReadyToCollect
        | Stage::Other => order.cancelled_at.is_some(),
    }
}

#[cfg(test)]
mod tests;

//! The waiting news of one order: `PUT /desk/api/{shop}/orders/{id}/hold`
//! holds it back, `DELETE` lets it go, `DELETE .../waiting` makes it count as
//! told.

use http::StatusCode;
use serde::Serialize;
use wismo_domain::context::Environment;
use wismo_domain::log::{Actor, Event, EventPayload, append};
use wismo_domain::notices::{AttemptResult, Cancelled, Notice, cancel};
use wismo_domain::storage::StoreError;
use wismo_domain::storage::keys::OrderKey;
use wismo_domain::tasks::{self, TaskReason};
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::http::{Rejection, Response, response};
use wismo_platform::store::SpinStore;

use crate::{order, wake};

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "HoldResponse"))]
pub(crate) struct Holds {
    event: u64,
    held: bool,
}

/// The notices that were dropped, by their numbers.
#[derive(Default, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "DroppedNews"))]
pub struct Dropped {
    event: u64,
    /// Mails that will not be tried any more.
    called_back: Vec<u64>,
    /// Mails that are being sent at this moment.
    being_sent: Vec<u64>,
    /// Mails that the provider has, or may have.
    sent: Vec<u64>,
    /// True if the last mail, which waited, may be among them.
    #[serde(skip)]
    may_have_left: bool,
}

impl Dropped {
    /// Tells whether no mail that waited can have left.
    #[must_use]
    pub const fn is_certain(&self) -> bool {
        !self.may_have_left
    }
}

/// Holds back the news of an order, or lets it go.
///
/// # Errors
/// When there is no such order, or the store fails.
pub async fn hold(
    shop: &str,
    name: &str,
    held: bool,
    by: Option<Actor>,
) -> Result<Response, Rejection> {
    let key = order::key(shop, name).await?;
    let event = set_held(&key, held, by).await?;
    Ok(response::json(StatusCode::OK, &Holds { event, held }))
}

/// Drops the waiting news of an order, and calls back the mail that waits.
///
/// # Errors
/// When there is no such order, or the store fails.
pub async fn drop_all(shop: &str, name: &str, by: Option<Actor>) -> Result<Response, Rejection> {
    let key = order::key(shop, name).await?;
    let dropped = drop_waiting(&key, by).await?;
    Ok(response::json(StatusCode::OK, &dropped))
}

/// Holds back the news of an order, or lets it go, and returns the event's number. While it
/// is held, that is a task.
///
/// # Errors
/// When the store fails.
pub async fn set_held(key: &OrderKey, held: bool, by: Option<Actor>) -> Result<u64, StoreError> {
    let event = say(key, EventPayload::Held(held), by.clone()).await?;
    if held {
        tasks::open_task(SPIN_CONTEXT, key, TaskReason::Held).await?;
        return Ok(event);
    }
    let member = match &by {
        Some(Actor::Member(member)) => Some(member),
        Some(Actor::ApiKey { .. }) | None => None,
    };
    tasks::end_of_order(SPIN_CONTEXT, key, TaskReason::Held, member).await?;
    wake().await;
    Ok(event)
}

/// Drops the waiting news of an order, and calls back the mail that waits.
///
/// # Errors
/// When the store fails; the news may be dropped all the same.
pub async fn drop_waiting(key: &OrderKey, by: Option<Actor>) -> Result<Dropped, StoreError> {
    let event = say(key, EventPayload::Cancelled, by).await?;
    called_back(key, event).await
}

/// Appends an event to the order's log, and returns its number.
async fn say(key: &OrderKey, payload: EventPayload, by: Option<Actor>) -> Result<u64, StoreError> {
    let event = Event::at_desk(SpinEnvironment.now(), payload, by, false);
    Ok(append(SPIN_CONTEXT, key, &event).await?.n)
}

/// Calls back the mail of the last notice; the notices before it are final
/// already.
async fn called_back(key: &OrderKey, event: u64) -> Result<Dropped, StoreError> {
    let notices = Notice::all(&SpinStore, key).await?;
    let mut dropped = Dropped {
        event,
        ..Dropped::default()
    };
    let sent = notices.iter().filter(|notice| is_accepted(notice));
    dropped.sent.extend(sent.map(|notice| notice.number));
    if let Some(last) = notices.last().filter(|notice| !notice.is_final()) {
        let number = last.number;
        match cancel(SPIN_CONTEXT, key, number).await? {
            Cancelled::Done { may_be_sent } => {
                dropped.called_back.push(number);
                dropped.sent.extend(may_be_sent.then_some(number));
                dropped.may_have_left = may_be_sent;
            }
            Cancelled::BeingSent => {
                dropped.being_sent.push(number);
                dropped.may_have_left = true;
            }
            Cancelled::Over(notice) => {
                let number = is_accepted(&notice).then_some(number);
                dropped.may_have_left = number.is_some();
                dropped.sent.extend(number);
            }
            // There was no mail yet, and its news is dropped already.
            Cancelled::NoMail => {}
        }
    }
    Ok(dropped)
}

fn is_accepted(notice: &Notice) -> bool {
    let mut outcomes = notice.outcomes();
    outcomes.any(|outcome| matches!(outcome.result, AttemptResult::Accepted { .. }))
}

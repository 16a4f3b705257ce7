//! What waits to be told of one order:
//! `PUT /desk/api/{shop}/orders/{id}/hold` holds it back, `DELETE` lets it go,
//! `POST .../cancel` has it count as told.

use http::StatusCode;
use serde::Serialize;
use wismo_domain::environment::Environment;
use wismo_domain::keys::OrderKey;
use wismo_domain::log::{Event, Said, Via, append};
use wismo_domain::notices::{Cancelled, Ending, Notice, cancel};
use wismo_domain::store::{Store, StoreError};
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::store::SpinStore;
use wismo_platform::{Response, desk, response};

use crate::orders::not_found;

#[derive(Serialize)]
struct Holds {
    event: u64,
    held: bool,
}

/// What was cancelled, by the numbers of the notices.
#[derive(Default, Serialize)]
struct Recalled {
    event: u64,
    /// Mails that will not be tried any more.
    cancelled: Vec<u64>,
    /// Mails that somebody is at just now.
    being_sent: Vec<u64>,
    /// Mails that the provider has, or may have.
    sent: Vec<u64>,
}

/// Holds back what there is to tell of an order, or lets it go.
pub async fn hold(shop: &str, order: &str, held: bool) -> Response {
    match say(shop, order, Said::Held(held)).await {
        Ok(Some((_, event))) => {
            if !held {
                desk::wake().await;
            }
            response::json(StatusCode::OK, &Holds { event, held })
        }
        Ok(None) => not_found(),
        Err(fault) => response::try_again("desk", &fault),
    }
}

/// Cancels what there is to tell of an order, and the mail that waits.
pub async fn cancel_all(shop: &str, order: &str) -> Response {
    let answer = async {
        let Some((key, event)) = say(shop, order, Said::Cancelled).await? else {
            return Ok(None);
        };
        recalled(&key, event).await.map(Some)
    };
    match answer.await {
        Ok(Some(recalled)) => response::json(StatusCode::OK, &recalled),
        Ok(None) => not_found(),
        Err(fault) => response::try_again("desk", &fault),
    }
}

/// Says something of an order of which anything was ever said, and answers the
/// event's number.
async fn say(shop: &str, order: &str, said: Said) -> Result<Option<(OrderKey, u64)>, StoreError> {
    let Ok(key) = OrderKey::new(shop, order) else {
        return Ok(None);
    };
    if SpinStore.count(&key.len()).await? == 0 {
        return Ok(None);
    }
    let event = Event {
        received_at: SpinEnvironment.now(),
        said,
        via: Via::Desk,
    };
    let n = append(&SpinStore, &SpinEnvironment, &key, &event).await?.n;
    Ok(Some((key, n)))
}

/// Calls back the mail of the last notice; those before it have come to their end.
async fn recalled(key: &OrderKey, event: u64) -> Result<Recalled, StoreError> {
    let notices = Notice::all(&SpinStore, key).await?;
    let mut recalled = Recalled {
        event,
        ..Recalled::default()
    };
    let sent = notices.iter().filter(|notice| is_accepted(notice));
    recalled.sent.extend(sent.map(|notice| notice.number));
    if let Some(last) = notices.last().filter(|notice| !notice.is_final()) {
        let number = last.number;
        match cancel(&SpinStore, &SpinEnvironment, key, number).await? {
            Cancelled::Done { may_be_sent } => {
                recalled.cancelled.push(number);
                recalled.sent.extend(may_be_sent.then_some(number));
            }
            Cancelled::BeingSent => recalled.being_sent.push(number),
            Cancelled::Over(notice) => {
                let number = is_accepted(&notice).then_some(number);
                recalled.sent.extend(number);
            }
            // It had no mail yet, and what it would have told is cancelled.
            Cancelled::NoMail => {}
        }
    }
    Ok(recalled)
}

fn is_accepted(notice: &Notice) -> bool {
    let mut outcomes = notice.outcomes();
    outcomes.any(|outcome| matches!(outcome.ending, Ending::Accepted { .. }))
}

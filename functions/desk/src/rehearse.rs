//! `POST /desk/api/{shop}/rehearse`: the mails that other settings would have
//! caused. It writes nothing.

use std::rc::Rc;

use http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use spin_sdk::http::Request;
use wismo_domain::check::FieldError;
use wismo_domain::context::Environment;
use wismo_domain::notices::Rules;
use wismo_domain::order::check_moment;
use wismo_domain::reports::rehearsal::{Rehearsed, rehearse};
use wismo_domain::shop::Shop;
use wismo_domain::storage::find_by_number;
use wismo_domain::storage::index::ListedOrder;
use wismo_domain::storage::keys::orders_index;
use wismo_domain::storage::{Store, StoreError};
use wismo_domain::time::{Duration, Timestamp};
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::http::document::{json, must_be_json, part, read_body};
use wismo_platform::http::{Rejection, Response, response};
use wismo_platform::store::SpinStore;

use crate::decided;
use crate::named::named;
use crate::shop_settings::document;

/// The most orders of one rehearsal.
const MAX_ORDERS: usize = 100;

/// Time within which further orders are begun; the orders left over are named
/// in the answer.
const BUDGET: Duration = Duration::seconds(5);

/// The request.
#[derive(Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct RehearsalRequest {
    /// The settings to rehearse.
    #[cfg_attr(test, schemars(with = "wismo_domain::settings::Settings"))]
    settings: Value,
    /// The number of latest orders to rehearse, from 1 to 100.
    #[serde(default)]
    recent: Option<usize>,
    /// Limits the latest orders to those that came since this moment.
    #[serde(default)]
    since: Option<Timestamp>,
    /// The orders, by their ids or numbers, in place of the latest ones.
    #[serde(default)]
    orders: Option<Vec<String>>,
}

/// The answer: everything that the settings would have caused.
#[derive(Default, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct RehearsalResponse {
    /// The number of mails.
    mails: usize,
    /// The number of notices without a mail.
    skipped: usize,
    /// The number of orders that would wait for a release.
    held: usize,
    /// The result for each order.
    orders: Vec<Rehearsed>,
    /// The orders for which there was no time, or which are not known.
    left_out: Vec<String>,
}

/// Rehearses the settings of the request.
///
/// # Errors
/// When the request asks for anything else, or the store fails.
pub async fn respond(shop: &Shop, request: Request) -> Result<Response, Rejection> {
    must_be_json(request.headers())?;
    let (asked, settings) = read(&read_body(request).await?)?;
    named(&shop.id, &settings, "settings.").await?;
    let rules = Rules {
        settings: Rc::new(settings),
        templates: Rc::new(decided::templates(&shop.id).await?),
        timezone: shop.timezone.clone(),
        locale: shop.locale().to_owned(),
    };
    let answer = all(shop, &asked, &rules).await?;
    Ok(response::json(StatusCode::OK, &answer))
}

fn read(body: &[u8]) -> Result<(RehearsalRequest, wismo_domain::settings::Settings), FieldError> {
    let asked: RehearsalRequest = part("", json(body)?)?;
    check_moment("since", asked.since)?;
    let settings = document::draft(asked.settings.clone())?;
    let most = |count: usize| (1..=MAX_ORDERS).contains(&count);
    let field_error = |path: &str, reason: String| FieldError {
        path: path.to_owned(),
        reason,
    };
    if !asked.recent.is_none_or(most) {
        return Err(field_error(
            "recent",
            format!("must be from 1 to {MAX_ORDERS}"),
        ));
    }
    if !asked
        .orders
        .as_ref()
        .is_none_or(|orders| most(orders.len()))
    {
        return Err(field_error(
            "orders",
            format!("must be 1 to {MAX_ORDERS} ids"),
        ));
    }
    if asked.orders.is_some() && (asked.recent.is_some() || asked.since.is_some()) {
        let reason = "cannot be combined with recent or since".to_owned();
        return Err(field_error("orders", reason));
    }
    Ok((asked, settings))
}

async fn all(
    shop: &Shop,
    asked: &RehearsalRequest,
    rules: &Rules,
) -> Result<RehearsalResponse, StoreError> {
    let orders = match &asked.orders {
        Some(orders) => orders.clone(),
        None => recent(shop, asked.recent.unwrap_or(MAX_ORDERS), asked.since).await?,
    };
    let until = SpinEnvironment.now() + BUDGET;
    let mut answer = RehearsalResponse::default();
    for order in orders {
        let key = match SpinEnvironment.now() < until {
            true => find_by_number::named(&SpinStore, &shop.id, &order).await?,
            false => None,
        };
        let Some(key) = key else {
            answer.left_out.push(order);
            continue;
        };
        let rehearsed = rehearse(SPIN_CONTEXT, &key, rules).await?;
        let skipped = rehearsed.notices.iter();
        let skipped = skipped.filter(|would| would.skipped.is_some()).count();
        answer.skipped += skipped;
        answer.mails += rehearsed.notices.len() - skipped;
        answer.held += usize::from(rehearsed.held);
        answer.orders.push(rehearsed);
    }
    Ok(answer)
}

/// Returns the latest orders of a shop, the newest first.
async fn recent(
    shop: &Shop,
    count: usize,
    since: Option<Timestamp>,
) -> Result<Vec<String>, StoreError> {
    let index = orders_index(&shop.id);
    let len = SpinStore.count(&index.len()).await?;
    let from = len.saturating_sub(count as u64) + 1;
    let mut entries = index.entries::<ListedOrder>(&SpinStore, from..=len).await?;
    entries.retain(|(_, entry)| since.is_none_or(|since| entry.at >= since));
    let mut orders: Vec<String> = Vec::with_capacity(entries.len());
    for (_, entry) in entries.into_iter().rev() {
        // An order may be listed twice.
        if !orders.contains(&entry.order) {
            orders.push(entry.order);
        }
    }
    Ok(orders)
}

//! `GET /mail/preview/{id}`: a mail as it is kept in its order's chain.
//!
//! The provider `preview` sends nothing, so its mails are read here; the id is
//! `{shop}:{order}:{notice}`, or `staff:{key}` for a mail to the staff. A mail holds what the customer bought, where
//! they live and the page's link: so the desk's key shows it to the merchant,
//! and the scheduler's secret does not.

use http::{HeaderMap, Method, StatusCode, header};
use serde::Serialize;
use spin_sdk::http::Request;
use wismo_domain::mail::{Mail, SendResult};
use wismo_domain::notices::{AttemptRecord, Composed, Notice, OutgoingMail};
use wismo_domain::storage::keys::{OrderKey, staff_mail_preview};
use wismo_domain::storage::record;
use wismo_platform::http::response::HTML;
use wismo_platform::http::{Rejection, Response, request, response};
use wismo_platform::store::SpinStore;

use crate::COMPONENT;
use crate::config::desk_api_key;
use crate::staff::KeptStaffMail;

/// Accepts a mail for the provider `preview`; it is kept already.
#[must_use]
pub fn accept(dispatch: &OutgoingMail<'_>) -> SendResult {
    let id = format!(
        "{}:{}:{}",
        dispatch.order.shop, dispatch.order.order, dispatch.notice
    );
    COMPONENT.log(format_args!("preview {id} is ready"));
    SendResult::Accepted { id: Some(id) }
}

/// A mail as it is kept, and the outcomes of its attempts.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct KeptMail<'a> {
    id: &'a str,
    mail: &'a Mail,
    outcomes: Vec<&'a AttemptRecord>,
}

/// Shows a kept mail to those who have the desk's key: the HTML part if they
/// accept `text/html`, else all of it as JSON.
///
/// # Errors
/// When the key is missing, no mail has this id, or the store fails.
pub async fn respond(id: &str, request: &Request) -> Result<Response, Rejection> {
    let key = desk_api_key().await?;
    if !request::has_bearer(request.headers(), &key) {
        return Err(response::unauthorized("the desk's API key").into());
    }
    if request.method() != Method::GET {
        return Ok(response::method_not_allowed("GET"));
    }
    show(id, request.headers()).await
}

async fn show(id: &str, headers: &HeaderMap) -> Result<Response, Rejection> {
    let not_found = || response::error(StatusCode::NOT_FOUND, "no mail has this id");
    if let Some(key) = id.strip_prefix("staff:") {
        let kept = record::read(&SpinStore, &staff_mail_preview(key)).await?;
        let KeptStaffMail(mail) = kept.ok_or_else(not_found)?;
        return Ok(response::json(StatusCode::OK, &mail));
    }
    let (key, number) = parse(id).ok_or_else(not_found)?;
    let notice = Notice::read(&SpinStore, &key, number).await?;
    let prepared = notice.prepared().ok_or_else(not_found)?;
    let Composed::Mail(mail) = &prepared.composed else {
        return Err(not_found().into());
    };
    let accept = headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok());
    if accept.is_some_and(|accept| accept.contains("text/html")) {
        return Ok(response::answer(StatusCode::OK, HTML, mail.html.clone()));
    }
    let outcomes = notice.outcomes().collect();
    Ok(response::json(
        StatusCode::OK,
        &KeptMail { id, mail, outcomes },
    ))
}

/// Reads an id. Order ids may hold colons; shop ids and numbers cannot.
fn parse(id: &str) -> Option<(OrderKey, u64)> {
    let (shop, rest) = id.split_once(':')?;
    let (order, notice) = rest.rsplit_once(':')?;
    Some((
        OrderKey::new(shop, order).ok()?,
        notice.parse().ok().filter(|number| *number > 0)?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_names_shop_order_and_notice() {
        let (key, notice) = parse("north:A:7:2").unwrap();
        assert_eq!(
            (key.shop.as_str(), key.order.as_str(), notice),
            ("north", "A:7", 2)
        );
        for wrong in ["", "north", "north:1", "north:1:0", "north:1:x", "No:1:1"] {
            assert!(parse(wrong).is_none(), "{wrong}");
        }
    }
}

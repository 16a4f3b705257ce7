//! `/desk/keys`: the keys of the desk's API.

use http::StatusCode;
use wismo_domain::staff::api_key::{self, ApiKeys};
use wismo_domain::staff::audit::{AuditAction, note};
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::{Rejection, Response};
use wismo_platform::store::SpinStore;
use wismo_view::desk::Entry;
use wismo_view::desk::api_keys::{ApiKeysPage, ShownKey, made, page};
use wismo_view::desk::field::{Done, Wrong, WrongField};

use super::PageRequest;
use super::desk::Desk;
use super::gate::Visit;
use super::people::given;
use super::welcome::{name, wrong};

/// Shows the keys, makes one, revokes one.
///
/// # Errors
/// When the store fails.
pub async fn respond(
    desk: &Desk,
    visit: &Visit,
    request: &PageRequest,
) -> Result<Response, Rejection> {
    if !request.is_post() {
        return show(desk, visit, request, &[]).await;
    }
    if let Some(key) = request.form.get("revoke") {
        return revoke(desk, visit, request, key).await;
    }
    let own = visit.member().access();
    let Some(key_name) = name(request.form.get("name").unwrap_or_default()) else {
        return show(desk, visit, request, &[wrong("name", Wrong::Name)]).await;
    };
    let access = match given(&request.form, own, &desk.config.shops) {
        Ok(access) => access,
        Err(why) => return show(desk, visit, request, &[why]).await,
    };
    if let Some(asked) = visit.confirm(desk, request) {
        return Ok(asked);
    }
    let key = api_key::make(SPIN_CONTEXT, desk.keys(), visit.id(), key_name, access).await?;
    let action = AuditAction::ApiKeyMade {
        name: key_name.to_owned(),
    };
    note(SPIN_CONTEXT, visit.id(), action).await?;
    let frame = desk.frame(Some(visit.member()), Some(Entry::ApiKeys));
    Ok(desk.html(StatusCode::OK, made(&frame, key.reveal())))
}

async fn revoke(
    desk: &Desk,
    visit: &Visit,
    request: &PageRequest,
    key: &str,
) -> Result<Response, Rejection> {
    let known = ApiKeys::read(SPIN_CONTEXT).await?;
    let own = visit.member().access();
    let n: u64 = key.parse().unwrap_or_default();
    let found = known
        .all()
        .find(|(other, key)| *other == n && key.access.is_within(own));
    let Some((n, key)) = found else {
        return Ok(desk.see(&format!("keys?done={}", Done::NothingChanged.word())));
    };
    if let Some(asked) = visit.confirm(desk, request) {
        return Ok(asked);
    }
    let action = AuditAction::ApiKeyRevoked {
        name: key.name.clone(),
    };
    api_key::revoke(SPIN_CONTEXT, n).await?;
    note(SPIN_CONTEXT, visit.id(), action).await?;
    Ok(desk.see(&format!("keys?done={}", Done::KeyRevoked.word())))
}

async fn show(
    desk: &Desk,
    visit: &Visit,
    request: &PageRequest,
    wrong: &[WrongField],
) -> Result<Response, Rejection> {
    let known = ApiKeys::read(SPIN_CONTEXT).await?;
    let own = visit.member().access();
    let mut keys = Vec::new();
    for (n, key) in known.all().filter(|(_, key)| key.access.is_within(own)) {
        let used_at = api_key::used_at(&SpinStore, n).await?;
        keys.push(ShownKey { n, key, used_at });
    }
    let content = ApiKeysPage {
        frame: desk.frame(Some(visit.member()), Some(Entry::ApiKeys)),
        keys: &keys,
        shops: &desk.shops_of(visit.member()),
        own,
        done: request.query.get("done").and_then(Done::of_word),
        wrong,
    };
    let status = match wrong.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok(desk.html(status, page(&content)))
}

//! `/desk/orders/{shop}/{order}`: the page of an order, and what is below it.
//!
//! | module | answers |
//! |---|---|
//! | [`decide`] | `.../{action}`: what a member decides about the order |
//! | [`mail`] | `.../mail`, `.../mails/{notice}`: mails by hand, and those that were sent |
//! | [`mod@print`] | `.../print`: the order on paper |
//! | [`seen`] | `.../page`: the order's page as others see it |
//! | `uploads` | the files that come with forms |

pub mod decide;
pub mod mail;
pub mod print;
pub mod seen;
mod uploads;

use http::StatusCode;
use wismo_domain::context::Environment;
use wismo_domain::file;
use wismo_domain::notes::{ON_A_PAGE, Place};
use wismo_domain::people;
use wismo_domain::reports::history::{History, history};
use wismo_domain::settings::{Settings, link_for_order};
use wismo_domain::shop::Shop;
use wismo_domain::staff::Permission;
use wismo_domain::storage::StoreError;
use wismo_domain::storage::find_by_number::named;
use wismo_domain::storage::keys::OrderKey;
use wismo_domain::tasks::{self, TaskReason};
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::http::download::download;
use wismo_platform::http::{Rejection, Response};
use wismo_platform::store::SpinStore;
use wismo_view::desk::field::Done;
use wismo_view::desk::order::{OrderAction, OrderPage, page};
use wismo_view::desk::path;

use mail::OrderMails;

use super::desk::Desk;
use super::gate::Visit;
use super::{PageRequest, notes};
use crate::decided::{Decided, decided};
use crate::order::{Found, find};

/// An order that a member looks at.
pub struct Looked<'a> {
    /// Its shop.
    pub shop: &'a Shop,
    /// Its key.
    pub key: OrderKey,
    /// The shop's settings and templates.
    pub decided: Decided,
    /// The order, and what is known of it.
    pub found: Found,
}

impl Looked<'_> {
    /// Leads back to the order's page, which says what was done.
    fn back(&self, desk: &Desk, done: Done) -> Response {
        let order = path::order(&self.key.shop, &self.key.order);
        desk.see(&format!("{order}?done={}", done.word()))
    }

    /// Answers with the document of this number, counted from 1 as on the page.
    async fn document(
        &self,
        desk: &Desk,
        visit: &Visit,
        index: &str,
    ) -> Result<Response, Rejection> {
        let wanted = index.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        let document = wanted.and_then(|index| self.found.order.documents.get(index));
        let stored = document.and_then(|document| document.file.as_ref());
        let (Some(document), Some(stored)) = (document, stored) else {
            return Ok(desk.nothing_here(visit.member()));
        };
        match file::get(&SpinStore, &self.key.shop, &stored.sha256).await? {
            Some(content) => Ok(download(document, content)),
            None => Ok(desk.nothing_here(visit.member())),
        }
    }
}

/// The name of the field by which a form that is sent twice is known.
const ID: &str = "id";

/// Makes an id by which a form that is sent twice is known.
fn new_id() -> String {
    format!("{:016x}", SpinEnvironment.random())
}

/// Tells whether an id is of this form.
fn is_id(id: &str) -> bool {
    id.len() == 16 && id.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

/// Answers requests about an order.
///
/// # Errors
/// When the store fails.
pub async fn respond(
    desk: &Desk,
    visit: &Visit,
    path: &[&str],
    request: &PageRequest,
) -> Result<Response, Rejection> {
    let member = visit.member();
    let [shop, name, path @ ..] = path else {
        return Ok(desk.nothing_here(member));
    };
    let shops = desk.shops_of(member);
    let Some(shop) = shops.into_iter().find(|own| own.id == *shop) else {
        return Ok(desk.nothing_here(member));
    };
    let Some(key) = named(&SpinStore, &shop.id, name).await? else {
        return Ok(desk.nothing_here(member));
    };
    let decided = decided(&shop.id).await?;
    let Some(found) = find(&key, &decided.settings).await? else {
        return Ok(desk.nothing_here(member));
    };
    let looked = Looked {
        shop,
        key,
        decided,
        found,
    };
    let may_act = member.access().may(Permission::Act);
    let mails = OrderMails {
        desk,
        visit,
        looked: &looked,
        request,
    };
    match path {
        [] => show(desk, visit, &looked, request).await,
        ["page"] => Ok(seen::choose(desk, visit, &looked)),
        ["page", sight] => Ok(seen::respond(desk, visit, &looked, sight)),
        ["documents", index] => looked.document(desk, visit, index).await,
        ["mail"] if may_act => Box::pin(mails.write()).await,
        ["mails", notice] if may_act => Box::pin(mails.kept(notice)).await,
        ["print", name] if may_act => Ok(print::show(desk, visit, &looked, name)),
        [action] if may_act => match OrderAction::of_path(action) {
            Some(action) => Box::pin(decide::respond(desk, visit, &looked, action, request)).await,
            None => Ok(desk.nothing_here(member)),
        },
        _ => Ok(desk.nothing_here(member)),
    }
}

async fn show(
    desk: &Desk,
    visit: &Visit,
    looked: &Looked<'_>,
    request: &PageRequest,
) -> Result<Response, Rejection> {
    let member = visit.member();
    let before = request.query.get("before").and_then(|n| n.parse().ok());
    let history = history(SPIN_CONTEXT, &looked.key, &looked.decided.settings, before).await?;
    let Some(history) = history else {
        return Ok(desk.nothing_here(member));
    };
    // The answers come first on every page of the timeline.
    let newest = match before {
        Some(_) => newest(&looked.key, &looked.decided.settings).await?,
        None => None,
    };
    let tasks = open_tasks(&looked.key).await?;
    let watch = people::watch_note(SPIN_CONTEXT, &looked.shop.id, &looked.found.order).await?;
    let place = Place::Order(looked.key.clone());
    let notes = place.notes(SPIN_CONTEXT).await?;
    let notes = notes::page(&place, &notes, &request.query, ON_A_PAGE).await?;
    let shop_url = looked.decided.settings.desk.order_url.as_deref();
    let shop_url = shop_url.map(|url| link_for_order(url, &looked.found.order));
    let content = OrderPage {
        frame: desk.frame(Some(member), None),
        shop: looked.shop,
        order: &looked.found.order,
        history: &history,
        newest: newest.as_ref().unwrap_or(&history),
        urgency: looked.found.snapshot.urgency(),
        tasks: &tasks,
        watch: watch.as_ref(),
        notes: &notes,
        shop_url: shop_url.as_deref(),
        may_act: member.access().may(Permission::Act),
        done: request.query.get("done").and_then(Done::of_word),
    };
    Ok(desk.html(StatusCode::OK, page(&content)))
}

/// The newest page of the history.
async fn newest(key: &OrderKey, settings: &Settings) -> Result<Option<History>, StoreError> {
    history(SPIN_CONTEXT, key, settings, None).await
}

/// The reasons why an order is among the open tasks, of those that the first page of them
/// holds.
async fn open_tasks(key: &OrderKey) -> Result<Vec<Option<TaskReason>>, Rejection> {
    let is_own = |open: &tasks::OpenTask| open.task.order.as_ref() == Some(&key.order);
    let wanted = tasks::Wanted {
        fits: &is_own,
        ..tasks::Wanted::stretch_from(1)
    };
    let open = tasks::open(SPIN_CONTEXT, &key.shop, wanted).await?.tasks;
    Ok(open.into_iter().map(|open| open.task.why).collect())
}

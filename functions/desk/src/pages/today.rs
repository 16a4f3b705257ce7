//! `/desk/`: what there is to do.

use http::StatusCode;
use wismo_domain::notices::Circuit;
use wismo_domain::staff::Permission;
use wismo_platform::http::{Rejection, Response};
use wismo_platform::store::SpinStore;
use wismo_view::desk::Entry;
use wismo_view::desk::field::Done;
use wismo_view::desk::today::{Task, TodayPage, page};

use super::PageRequest;
use super::desk::Desk;
use super::gate::Visit;
use crate::tasks;

/// The most tasks of a shop that are shown.
const AT_MOST: usize = 50;

/// Shows the tasks of the shops that a member sees, and ends one.
///
/// # Errors
/// When the store fails.
pub async fn respond(
    desk: &Desk,
    visit: &Visit,
    request: &PageRequest,
) -> Result<Response, Rejection> {
    let member = visit.member();
    let may_act = member.access().may(Permission::Act);
    if let Some(task) = request.form.get("end").filter(|_| may_act) {
        let task = task.split_once('/');
        let task = task.and_then(|(shop, n)| Some((shop, n.parse::<u64>().ok()?)));
        let shops = desk.shops_of(member);
        let is_own = |shop: &str| shops.iter().any(|own| own.id == shop);
        if let Some((shop, n)) = task.filter(|(shop, n)| is_own(shop) && *n > 0) {
            tasks::close(shop, n).await?;
        }
        return Ok(desk.see(&format!("?done={}", Done::TaskEnded.word())));
    }
    let (mut open, mut has_more) = (Vec::new(), false);
    for shop in desk.shops_of(member) {
        let (entries, next) = tasks::open(&shop.id, 1).await?;
        has_more |= next.is_some() || entries.len() > AT_MOST;
        let entries = entries.into_iter().take(AT_MOST);
        open.extend(entries.map(|(n, entry)| Task { shop, n, entry }));
    }
    let circuit = Circuit::read(&SpinStore).await?;
    let content = TodayPage {
        frame: desk.frame(Some(member), Some(Entry::Today)),
        tasks: &open,
        has_more,
        is_paused: circuit.open.is_some(),
        may_act,
        done: request.query.get("done").and_then(Done::of_word),
    };
    Ok(desk.html(StatusCode::OK, page(&content)))
}

//! `/desk/`: what there is to do.

use http::StatusCode;
use wismo_domain::notices::Circuit;
use wismo_domain::shop::Shop;
use wismo_domain::staff::Author;
use wismo_domain::staff::{Member, MemberId, Permission, directory};
use wismo_domain::tasks;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::{Rejection, Response};
use wismo_platform::store::SpinStore;
use wismo_view::desk::Entry;
use wismo_view::desk::field::Done;
use wismo_view::desk::today::{ShopTask, TodayPage, page};

use super::PageRequest;
use super::desk::Desk;
use super::gate::Visit;
use super::notes::{colleagues, is_colleague};

/// The most tasks of a shop that are shown.
const AT_MOST: usize = 50;

/// Shows the tasks of the shops that a member sees; takes, hands on and ends one.
///
/// # Errors
/// When the store fails.
pub async fn respond(
    desk: &Desk,
    visit: &Visit,
    request: &PageRequest,
) -> Result<Response, Rejection> {
    let may_act = visit.member().access().may(Permission::Act);
    if request.is_post() && may_act {
        let done = act(desk, visit, request).await?;
        let mine = request.form.get("mine").map_or("", |_| "mine=yes&");
        let done = done.map_or(String::new(), |done| format!("done={}", done.word()));
        return Ok(desk.see(&format!("?{mine}{done}")));
    }
    show(desk, visit, request, may_act).await
}

/// Does what a form asks for; none if it names no task of a shop that the member sees.
async fn act(desk: &Desk, visit: &Visit, request: &PageRequest) -> Result<Option<Done>, Rejection> {
    let field = |name| request.form.get(name);
    let me = Author::of(visit.id(), visit.member());
    let named = ["end", "take", "hand"].into_iter().find_map(|deed| {
        let (shop, n) = field(deed)?.split_once('/')?;
        let shop = desk.shop_of(visit.member(), shop)?;
        let n: u64 = n.parse().ok()?;
        (n > 0).then_some((deed, shop, n))
    });
    let Some((deed, shop, n)) = named else {
        return Ok(None);
    };
    if deed == "end" {
        tasks::end(SPIN_CONTEXT, &shop.id, n, Some(me)).await?;
        return Ok(Some(Done::TaskEnded));
    }
    let to = match deed {
        "hand" => match receiver(&shop.id, field("to")).await? {
            Some(to) => to,
            None => return Ok(None),
        },
        _ => me.clone(),
    };
    let after = field("after").and_then(|after| after.parse().ok());
    let after = after.unwrap_or_default();
    let owner = tasks::hand(SPIN_CONTEXT, &shop.id, n, me.clone(), to.clone(), after).await?;
    let has_it = owner.is_some_and(|owner| owner.member.id == to.id);
    Ok(Some(match (has_it, to.id == me.id) {
        (true, true) => Done::TaskTaken,
        (true, false) => Done::TaskHanded,
        (false, _) => Done::TaskLost,
    }))
}

/// The member to whom a task of a shop is handed, if they may have it.
async fn receiver(shop: &str, id: Option<&str>) -> Result<Option<Author>, Rejection> {
    let Some(id) = id.and_then(MemberId::parse) else {
        return Ok(None);
    };
    let found = colleagues(shop).await?.into_iter();
    let mut found = found.filter(|(other, _)| *other == id);
    Ok(found.next().map(|(id, member)| Author::of(&id, &member)))
}

async fn show(
    desk: &Desk,
    visit: &Visit,
    request: &PageRequest,
    may_act: bool,
) -> Result<Response, Rejection> {
    let member = visit.member();
    let is_mine = request.query.get("mine") == Some("yes");
    let (mut open, mut has_more) = (Vec::new(), false);
    for shop in desk.shops_of(member) {
        let mut read = tasks::open(SPIN_CONTEXT, &shop.id, 1).await?;
        if is_mine {
            let is_own = |task: &tasks::OpenTask| {
                let owner = task.owner.as_ref();
                owner.is_some_and(|owner| owner.member.id == *visit.id())
            };
            read.tasks.retain(is_own);
        }
        has_more |= read.next.is_some() || read.tasks.len() > AT_MOST;
        let tasks = read.tasks.into_iter().take(AT_MOST);
        open.extend(tasks.map(|open| ShopTask { shop, open }));
    }
    let circuit = Circuit::read(&SpinStore).await?;
    let members = match may_act && !open.is_empty() {
        true => directory::members(SPIN_CONTEXT).await?,
        false => Vec::new(),
    };
    let hands = |shop: &Shop| {
        let of_shop = members
            .iter()
            .filter(|(_, member)| is_colleague(member, &shop.id));
        let author = |(id, member): &(MemberId, Member)| Author::of(id, member);
        of_shop.map(author).collect::<Vec<_>>()
    };
    let content = TodayPage {
        frame: desk.frame(Some(member), Some(Entry::Today)),
        me: visit.id(),
        tasks: &open,
        is_mine,
        has_more,
        is_paused: circuit.open.is_some(),
        hands: may_act.then_some(&hands),
        done: request.query.get("done").and_then(Done::of_word),
    };
    Ok(desk.html(StatusCode::OK, page(&content)))
}

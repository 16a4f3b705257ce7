//! `/desk/`: what there is to do.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use http::StatusCode;
use wismo_domain::notices::Circuit;
use wismo_domain::search::{OrderRecord, OrderRecords, ReadShop};
use wismo_domain::settings::Settings;
use wismo_domain::shop::Shop;
use wismo_domain::staff::Author;
use wismo_domain::staff::{Member, MemberId, Permission, directory};
use wismo_domain::storage::StoreError;
use wismo_domain::storage::together::join_all;
use wismo_domain::tasks::{self, Wanted};
use wismo_domain::time::Timestamp;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::{Rejection, Response};
use wismo_platform::store::SpinStore;
use wismo_view::desk::Entry;
use wismo_view::desk::field::Done;
use wismo_view::desk::path::encoded;
use wismo_view::desk::today::{ShopTask, TodayPage, page};

use super::PageRequest;
use super::desk::Desk;
use super::gate::Visit;
use super::notes::{colleagues, is_colleague};
use crate::decided::settings;
use crate::merged::{Place, Places, Row, Slice, merge, rows_of_each};

/// The rows of a page.
const ROWS: usize = 25;

/// The most stretches of the lists that one page looks through, or one of each shop's.
const STRETCHES: usize = 5;

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
        let mine = request.form.get("mine").map(|_| "mine=yes".to_owned());
        let from = request.form.get("from");
        let from = from.map(|from| format!("from={}", encoded(from)));
        let done = format!("done={}", done.word());
        let query: Vec<String> = mine.into_iter().chain(from).chain([done]).collect();
        return Ok(desk.see(&format!("?{}", query.join("&"))));
    }
    show(desk, visit, request, may_act).await
}

/// Does what a form asks for, if it names a task of a shop that the member sees.
async fn act(desk: &Desk, visit: &Visit, request: &PageRequest) -> Result<Done, Rejection> {
    let field = |name| request.form.get(name);
    let me = Author::of(visit.id(), visit.member());
    let named = ["end", "take", "hand"].into_iter().find_map(|deed| {
        let (shop, n) = field(deed)?.split_once('/')?;
        let shop = desk.shop_of(visit.member(), shop)?;
        let n: u64 = n.parse().ok()?;
        (n > 0).then_some((deed, shop, n))
    });
    let Some((deed, shop, n)) = named else {
        return Ok(Done::NothingChanged);
    };
    if deed == "end" {
        let was_open = tasks::end(SPIN_CONTEXT, &shop.id, n, Some(me)).await?;
        return Ok(match was_open {
            true => Done::TaskEnded,
            false => Done::NothingChanged,
        });
    }
    let to = match deed {
        "hand" => match receiver(&shop.id, field("to")).await? {
            Some(to) => to,
            None => return Ok(Done::TaskNotHanded),
        },
        _ => me.clone(),
    };
    let after = field("after").and_then(|after| after.parse().ok());
    let after = after.unwrap_or_default();
    let owner = tasks::hand(SPIN_CONTEXT, &shop.id, n, me.clone(), to.clone(), after).await?;
    let has_it = owner.is_some_and(|owner| owner.member.id == to.id);
    Ok(match (has_it, to.id == me.id) {
        (true, true) => Done::TaskTaken,
        (true, false) => Done::TaskHanded,
        (false, _) => Done::TaskLost,
    })
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
    let is_own = |task: &tasks::OpenTask| {
        let owner = task.owner.as_ref();
        owner.is_some_and(|owner| owner.member.id == *visit.id())
    };
    let fits = |task: &tasks::OpenTask| !is_mine || is_own(task);
    let shops = desk.shops_of(member);
    let places = request.query.get("from").and_then(Places::parse);
    let count = shops.len();
    let slices = shops.iter().filter_map(|shop| {
        let from = Places::of(places.as_ref(), &shop.id)?;
        let wanted = Wanted {
            from: 1,
            most: rows_of_each(ROWS, count),
            stretches: (STRETCHES / count.max(1)).max(1),
            fits: &fits,
        };
        Some(of_shop(shop, from, wanted))
    });
    let slices = join_all(slices)
        .await
        .into_iter()
        .collect::<Result<_, _>>()?;
    let merged = merge(slices, ROWS);
    let decided = decided(&merged.rows).await?;
    let orders = merged.rows.iter().map(|task| order(desk, &decided, task));
    let orders = join_all(orders).await.into_iter();
    let orders = orders.collect::<Result<Vec<_>, StoreError>>()?;
    let mut open = merged.rows;
    for (task, order) in open.iter_mut().zip(orders) {
        task.order = order;
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
        from: request.query.get("from"),
        next: merged.next.as_deref(),
        is_paused: circuit.open.is_some(),
        hands: may_act.then_some(&hands),
        done: request.query.get("done").and_then(Done::of_word),
    };
    Ok(desk.html(StatusCode::OK, page(&content)))
}

/// Reads the next tasks of a shop from a place on, the oldest first.
async fn of_shop<'a>(
    shop: &'a Shop,
    from: Place,
    wanted: Wanted<'_>,
) -> Result<Slice<Reverse<Timestamp>, ShopTask<'a>>, StoreError> {
    let first = from.0.as_deref().and_then(|from| from.parse().ok());
    let wanted = Wanted {
        from: first.unwrap_or(1),
        ..wanted
    };
    let read = tasks::open(SPIN_CONTEXT, &shop.id, wanted).await?;
    let rows = read.tasks.into_iter().map(|open| Row {
        key: Reverse(open.task.at),
        after: (open.n + 1).to_string(),
        content: ShopTask {
            shop,
            open,
            order: None,
        },
    });
    Ok(Slice {
        shop: shop.id.clone(),
        from,
        rows: rows.collect(),
        next: read.next.map(|next| next.to_string()),
    })
}

/// Reads the settings of the shops whose tasks are shown, by their ids.
async fn decided(tasks: &[ShopTask<'_>]) -> Result<BTreeMap<String, Settings>, StoreError> {
    let shops: BTreeSet<&str> = tasks.iter().map(|task| task.shop.id.as_str()).collect();
    let reads = shops
        .into_iter()
        .map(|shop| async move { Ok((shop.to_owned(), settings(shop).await?)) });
    join_all(reads).await.into_iter().collect()
}

/// Reads the order that a task is about.
async fn order(
    desk: &Desk,
    decided: &BTreeMap<String, Settings>,
    task: &ShopTask<'_>,
) -> Result<Option<OrderRecord>, StoreError> {
    let settings = decided.get(&task.shop.id);
    let (Some(id), Some(settings)) = (&task.open.task.order, settings) else {
        return Ok(None);
    };
    let orders = OrderRecords {
        store: &SpinStore,
        shop: ReadShop {
            id: &task.shop.id,
            settings,
            today: task.shop.day(desk.now),
        },
    };
    orders.order(id, None).await
}

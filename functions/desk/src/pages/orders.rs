//! `/desk/orders`: the orders of the member's shops.

pub mod bulk;
mod listed;

use http::StatusCode;
use wismo_domain::log::SeenStatuses;
use wismo_domain::order::Status;
use wismo_domain::people::WatchList;
use wismo_domain::shop::Shop;
use wismo_domain::staff::Permission;
use wismo_domain::storage::StoreError;
use wismo_domain::storage::together::join_all;
use wismo_platform::http::{Rejection, Response};
use wismo_platform::store::SpinStore;
use wismo_view::desk::Entry;
use wismo_view::desk::orders::filter::OrdersFilter;
use wismo_view::desk::orders::{OrderRow, OrdersPage, page};

use super::PageRequest;
use super::desk::Desk;
use super::gate::Visit;
use crate::decided::settings;
use crate::merged::{Places, merge, rows_of_each};
use listed::Lister;

/// The rows of a page.
const ROWS: usize = 25;

/// Lists orders, the newest first, narrowed to what the address says.
///
/// # Errors
/// When the store fails.
pub async fn respond(
    desk: &Desk,
    visit: &Visit,
    request: &PageRequest,
) -> Result<Response, Rejection> {
    let filter = OrdersFilter::of_fields(|name| request.query.get(name));
    let frame = desk.frame(Some(visit.member()), Some(Entry::Orders));
    let shops = desk.shops_of(visit.member());
    let is_wanted = |shop: &&&Shop| filter.shop.as_ref().is_none_or(|only| *only == shop.id);
    let wanted: Vec<&Shop> = shops.iter().filter(is_wanted).copied().collect();
    if wanted.is_empty() && filter.shop.is_some() {
        return Ok(desk.nothing_here(visit.member()));
    }
    let places = request.query.get("from").and_then(Places::parse);
    let listers = wanted.iter().map(|shop| async {
        let lister = Lister {
            shop,
            settings: settings(&shop.id).await?,
            watch: WatchList::of_shop(&SpinStore, &shop.id).await?,
            filter: &filter,
            now: desk.now,
            shops: wanted.len(),
            rows: rows_of_each(ROWS, wanted.len()),
        };
        let seen = SeenStatuses::of_shop(&SpinStore, &shop.id).await?;
        let statuses = seen.offered(&lister.settings);
        Ok::<_, StoreError>((lister, statuses))
    });
    let mut statuses: Vec<Status> = Vec::new();
    let mut lists = Vec::new();
    for read in join_all(listers).await {
        let (lister, offered) = read?;
        for status in offered {
            if statuses.iter().all(|other| other.code != status.code) {
                statuses.push(status);
            }
        }
        if let Some(from) = Places::of(places.as_ref(), &lister.shop.id) {
            lists.push(async move { lister.list(from).await });
        }
    }
    let slices = join_all(lists.into_iter())
        .await
        .into_iter()
        .collect::<Result<_, _>>()?;
    let orders = merge(slices, ROWS);
    let rows: Vec<OrderRow<'_>> = orders.rows;
    let content = OrdersPage {
        frame,
        filter: &filter,
        shops: &shops,
        statuses: &statuses,
        rows: &rows,
        is_first: places.is_none(),
        next: orders.next.as_deref(),
        may_act: visit.member().access().may(Permission::Act),
    };
    Ok(desk.html(StatusCode::OK, page(&content)))
}

//! `/desk/search`: orders and people of all the member's shops.

use http::StatusCode;
use wismo_domain::search::{Hit, Query, StoredRecord};
use wismo_domain::shop::Shop;
use wismo_domain::storage::StoreError;
use wismo_domain::storage::together::join_all;
use wismo_domain::time::Timestamp;
use wismo_platform::http::{Rejection, Response};
use wismo_view::desk::DeskFrame;
use wismo_view::desk::search::{Found, SearchPage, page};

use super::PageRequest;
use super::desk::Desk;
use super::gate::Visit;
use crate::merged::{Place, Places, Row, Slice, merge, rows_of_each};
use crate::search::{Share, of_shop};

/// The rows of a page.
const ROWS: usize = 20;

/// The order of hits in several shops: those that fit exactly first, then the newest.
type Key = (bool, Timestamp);

/// Shows what was found, or opens it if one thing alone is what was typed.
///
/// # Errors
/// When the store fails.
pub async fn respond(
    desk: &Desk,
    visit: &Visit,
    request: &PageRequest,
) -> Result<Response, Rejection> {
    let typed = request.query.get("q").unwrap_or_default().trim();
    let frame = DeskFrame {
        searched: Some(typed),
        ..desk.frame(Some(visit.member()), None)
    };
    let shops = desk.shops_of(visit.member());
    let query = Query::parse(typed);
    let places = request.query.get("from").and_then(Places::parse);
    let searches = shops.iter().filter(|_| query.is_some()).filter_map(|shop| {
        let from = Places::of(places.as_ref(), &shop.id)?;
        Some(search(shop, typed, from, shops.len()))
    });
    let searched = join_all(searches).await;
    let searched: Vec<Searched<'_>> = searched.into_iter().collect::<Result<_, _>>()?;
    let is_partial = searched.iter().any(|searched| searched.is_partial);
    let slices = searched.into_iter().map(|searched| searched.slice);
    let found = merge(slices.collect(), ROWS);
    if places.is_none()
        && let Some(path) = only_exact(&found.rows)
    {
        return Ok(desk.see(&path));
    }
    let content = SearchPage {
        frame,
        found: query.is_some().then_some(found.rows.as_slice()),
        has_shops: shops.len() > 1,
        is_short: query.is_some_and(|query| query.has_short_word()),
        is_partial,
        next: found.next.as_deref(),
    };
    Ok(desk.html(StatusCode::OK, page(&content)))
}

/// The address of what was typed exactly, if that is one thing in all shops.
fn only_exact(rows: &[Found<'_>]) -> Option<String> {
    let mut exact = rows.iter().filter(|found| found.hit.fit.is_exact);
    let only = exact.next().filter(|_| exact.next().is_none());
    only.map(Found::path)
}

/// The hits in a shop.
struct Searched<'a> {
    slice: Slice<Key, Found<'a>>,
    is_partial: bool,
}

async fn search<'a>(
    shop: &'a Shop,
    typed: &str,
    from: Place,
    shops: usize,
) -> Result<Searched<'a>, StoreError> {
    let share = Share {
        shops,
        rows: rows_of_each(ROWS, shops),
    };
    // A place that is none is the beginning.
    let cursor = from.0.as_deref().and_then(|from| from.parse().ok());
    let page = of_shop(shop, typed, cursor, share).await?;
    let rows = page.hits.into_iter().map(|hit| Row {
        key: (hit.fit.is_exact, date(&hit)),
        after: hit.after.to_string(),
        content: Found { shop, hit },
    });
    Ok(Searched {
        slice: Slice {
            shop: shop.id.clone(),
            from,
            rows: rows.collect(),
            next: page.next.map(|next| next.to_string()),
        },
        is_partial: page.is_partial,
    })
}

fn date(hit: &Hit<StoredRecord>) -> Timestamp {
    match &hit.record {
        StoredRecord::Order(record) => record.order.dated_at(),
        StoredRecord::Customer(record) => record.updated_at,
    }
}

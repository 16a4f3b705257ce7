//! `/desk/search`: orders and people of all the member's shops.

use http::StatusCode;
use wismo_domain::people::{JoinedRecords, Person, Source};
use wismo_domain::search::{Hit, Query, StoredRecord};
use wismo_domain::shop::Shop;
use wismo_domain::storage::StoreError;
use wismo_domain::storage::together::join_all;
use wismo_domain::time::Timestamp;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::{Rejection, Response};
use wismo_view::desk::DeskFrame;
use wismo_view::desk::search::{self as view, Found, SearchPage, page};

use super::PageRequest;
use super::desk::Desk;
use super::gate::Visit;
use crate::merged::{Merged, Place, Places, Row, Slice, merge, rows_of_each};
use crate::search::{Share, of_shop};

/// The rows of a page.
const ROWS: usize = 20;

/// The results that are listed below the box.
const HITS: usize = 5;

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
    let found = AllFound::search(desk, visit, request, ROWS).await?;
    if found.is_first
        && let Some(path) = only_exact(&found.merged.rows)
    {
        return Ok(desk.see(&path));
    }
    Ok(desk.html(StatusCode::OK, page(&found.page(desk, visit, request))))
}

/// Lists the first results, for the list below the box. It opens nothing: whoever still types
/// has not asked for it.
///
/// # Errors
/// When the store fails.
pub async fn hits(
    desk: &Desk,
    visit: &Visit,
    request: &PageRequest,
) -> Result<Response, Rejection> {
    let found = AllFound::search(desk, visit, request, HITS).await?;
    let list = view::hits(&found.page(desk, visit, request));
    Ok(desk.html(StatusCode::OK, list))
}

/// The results of all shops that a member sees.
struct AllFound<'a> {
    query: Option<Query>,
    merged: Merged<Found<'a>>,
    shops: usize,
    is_first: bool,
    is_partial: bool,
}

impl<'a> AllFound<'a> {
    async fn search(
        desk: &'a Desk,
        visit: &Visit,
        request: &PageRequest,
        rows: usize,
    ) -> Result<Self, StoreError> {
        let typed = typed(request);
        let shops = desk.shops_of(visit.member());
        let query = Query::parse(typed);
        let places = request.query.get("from").and_then(Places::parse);
        let share = Share {
            shops: shops.len(),
            rows: rows_of_each(rows, shops.len()),
        };
        let searches = shops.iter().filter(|_| query.is_some()).filter_map(|shop| {
            let from = Places::of(places.as_ref(), &shop.id)?;
            Some(search(shop, typed, from, share))
        });
        let searched = join_all(searches).await;
        let searched: Vec<Searched<'_>> = searched.into_iter().collect::<Result<_, _>>()?;
        let is_partial = searched.iter().any(|searched| searched.is_partial);
        let slices = searched.into_iter().map(|searched| searched.slice);
        Ok(Self {
            query,
            merged: merge(slices.collect(), rows),
            shops: shops.len(),
            is_first: places.is_none(),
            is_partial,
        })
    }

    fn page<'b>(
        &'b self,
        desk: &'b Desk,
        visit: &'b Visit,
        request: &'b PageRequest,
    ) -> SearchPage<'b> {
        let query = self.query.as_ref();
        SearchPage {
            frame: DeskFrame {
                searched: Some(typed(request)),
                ..desk.frame(Some(visit.member()), None)
            },
            found: query.map(|_| self.merged.rows.as_slice()),
            has_shops: self.shops > 1,
            is_short: query.is_some_and(Query::has_short_word),
            is_partial: self.is_partial,
            next: self.merged.next.as_deref(),
        }
    }
}

/// The words that were typed.
fn typed(request: &PageRequest) -> &str {
    request.query.get("q").unwrap_or_default().trim()
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
    share: Share,
) -> Result<Searched<'a>, StoreError> {
    // A place that is none is the beginning.
    let cursor = from.0.as_deref().and_then(|from| from.parse().ok());
    let page = of_shop(shop, typed, cursor, share).await?;
    let found = page.hits.into_iter().map(|hit| Found { shop, hit });
    let rows = each_person_once(shop, found.collect()).await?;
    let rows = rows.into_iter().map(|found| Row {
        key: (found.hit.fit.is_exact, date(&found.hit)),
        after: found.hit.after.to_string(),
        content: found,
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

/// Leaves out those of a person's joined records that are found behind another one of them.
/// Each person costs a read.
async fn each_person_once<'a>(
    shop: &Shop,
    found: Vec<Found<'a>>,
) -> Result<Vec<Found<'a>>, StoreError> {
    let standing = found.iter().map(|found| async {
        let Some(person) = found.person().filter(|_| found.is_person()) else {
            return Ok(None);
        };
        let joined = JoinedRecords::of(SPIN_CONTEXT, &shop.id, &person, Source::Cache).await?;
        Ok(Some(joined.standing.person))
    });
    let standing = join_all(standing).await.into_iter();
    let standing = standing.collect::<Result<Vec<_>, StoreError>>()?;
    let mut seen: Vec<Person> = Vec::new();
    let mut once = Vec::with_capacity(found.len());
    for (found, standing) in found.into_iter().zip(standing) {
        match standing {
            Some(person) if seen.contains(&person) => continue,
            Some(person) => seen.push(person),
            None => {}
        }
        once.push(found);
    }
    Ok(once)
}

fn date(hit: &Hit<StoredRecord>) -> Timestamp {
    match &hit.record {
        StoredRecord::Order(record) => record.order.dated_at(),
        StoredRecord::Customer(record) => record.updated_at,
    }
}

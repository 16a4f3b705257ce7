//! `GET /desk/api/{shop}/search`: orders and people by anything that is known of them.

use http::StatusCode;
use serde::Serialize;
use wismo_domain::context::Environment;
use wismo_domain::order::{Order, Stage};
use wismo_domain::search::{
    Cursor, Hit, Index, Layout, OrderRecord, Page, PageOf, Query, ReadShop, Reason, StoredRecord,
    StoredRecords, Subject, find,
};
use wismo_domain::shop::Shop;
use wismo_domain::storage::StoreError;
use wismo_domain::time::Timestamp;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::http::form::Form;
use wismo_platform::http::{Rejection, Response, response};
use wismo_platform::store::SpinStore;

use crate::decided::settings;

/// The rows of one answer.
const ROWS: usize = 20;

/// The most parts of indexes that all shops together are looked for in.
const PARTS: usize = 1000;

/// The fewest of one shop.
const PARTS_OF_EACH: usize = 40;

/// The part of the shops that one search goes through.
#[derive(Clone, Copy)]
pub struct Share {
    /// The number of shops.
    pub shops: usize,
    /// The most rows of each.
    pub rows: usize,
}

/// Returns a shop's index, for a search of some shops.
#[must_use]
pub fn index(shop: &str, shops: usize) -> Index {
    let layout = Layout::default();
    let parts = (PARTS / shops.max(1)).clamp(PARTS_OF_EACH, layout.parts);
    Index::with(shop, Layout { parts, ..layout })
}

/// Searches a shop for what was typed, from a place on.
///
/// # Errors
/// When the store fails.
pub async fn of_shop(
    shop: &Shop,
    typed: &str,
    from: Option<Cursor>,
    share: Share,
) -> Result<Page<StoredRecord>, StoreError> {
    let Some(query) = Query::parse(typed) else {
        return Ok(Page {
            hits: Vec::new(),
            next: None,
            is_partial: false,
        });
    };
    let settings = settings(&shop.id).await?;
    let records = StoredRecords {
        context: SPIN_CONTEXT,
        shop: ReadShop {
            id: &shop.id,
            settings: &settings,
            today: shop.day(SpinEnvironment.now()),
        },
    };
    let page = PageOf {
        from,
        rows: share.rows,
        number: Some(typed),
    };
    let index = index(&shop.id, share.shops);
    Box::pin(find(&SpinStore, &index, &records, &query, page)).await
}

/// The result of a search.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "SearchResponse"))]
pub(crate) struct Answer {
    hits: Vec<Shown>,
    /// The place to ask for next, if there may be more.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    /// True if there may be others that no page shows.
    partial: bool,
}

/// One of them.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "SearchHit"))]
pub(crate) struct Shown {
    kind: Kind,
    /// The order; of a person, the one by which they are found.
    #[serde(skip_serializing_if = "Option::is_none")]
    order: Option<ShownOrder>,
    customer: ShownCustomer,
    reasons: Vec<Reason>,
    exact: bool,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, schemars(rename = "SearchHitKind"))]
pub(crate) enum Kind {
    Order,
    Customer,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "FoundOrder"))]
pub(crate) struct ShownOrder {
    id: String,
    number: String,
    status: String,
    stage: Stage,
    #[serde(skip_serializing_if = "Option::is_none")]
    placed_at: Option<Timestamp>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "FoundCustomer"))]
pub(crate) struct ShownCustomer {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
}

/// Answers with the orders and people that fit `q`; `from` goes on where an answer ended.
///
/// # Errors
/// When the query holds nothing to look for or no such place, or the store fails.
pub async fn respond(shop: &Shop, query: &str) -> Result<Response, Rejection> {
    let wrong = |message: &str| response::error(StatusCode::BAD_REQUEST, message);
    let fields = Form::of(query.as_bytes());
    let typed = fields.get("q").unwrap_or_default();
    if Query::parse(typed).is_none() {
        return Err(wrong("the query must hold q, with a letter or a digit to look for").into());
    }
    let from = fields.get("from").map(str::parse::<Cursor>).transpose();
    let from = from.map_err(|error| wrong(&format!("from: {error}")))?;
    let share = Share {
        shops: 1,
        rows: ROWS,
    };
    let page = of_shop(shop, typed, from, share).await?;
    let answer = Answer {
        hits: page.hits.into_iter().map(Shown::of).collect(),
        next: page.next.map(|next| next.to_string()),
        partial: page.is_partial,
    };
    Ok(response::json(StatusCode::OK, &answer))
}

impl Shown {
    fn of(hit: Hit<StoredRecord>) -> Self {
        let kind = match hit.subject {
            Subject::Order(_) => Kind::Order,
            Subject::Buyer { .. } | Subject::Customer(_) => Kind::Customer,
        };
        let (order, customer) = match hit.record {
            StoredRecord::Order(OrderRecord {
                order,
                flags: _,
                urgency: _,
            }) => {
                let customer = ShownCustomer {
                    id: order.customer.id.clone(),
                    name: order.customer.name.clone(),
                    email: order.customer.email.clone(),
                };
                (Some(ShownOrder::of(&order)), customer)
            }
            StoredRecord::Customer(record) => {
                let customer = ShownCustomer {
                    id: Some(record.id),
                    name: record.name,
                    email: record.email,
                };
                (None, customer)
            }
        };
        Self {
            kind,
            order,
            customer,
            reasons: hit.fit.reasons,
            exact: hit.fit.is_exact,
        }
    }
}

impl ShownOrder {
    fn of(order: &Order) -> Self {
        Self {
            id: order.id.clone(),
            number: order.display_number().to_owned(),
            status: order.status.code.clone(),
            stage: order.standing(),
            placed_at: order.placed_at,
        }
    }
}

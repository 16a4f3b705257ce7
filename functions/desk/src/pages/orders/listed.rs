//! The next orders of a shop that a list is to show, from the list that holds the fewest others.

use wismo_domain::people::WatchList;
use wismo_domain::search::{
    Cursor, Mark, OrderRecord, OrderRecords, PageOf, Present, Query, ReadShop, Records, Subject,
    find, person_of,
};
use wismo_domain::settings::Settings;
use wismo_domain::shop::Shop;
use wismo_domain::storage::index::{ListKeys, ListedOrder};
use wismo_domain::storage::keys::{orders_index, tasks_index};
use wismo_domain::storage::together::join_all;
use wismo_domain::storage::{Store, StoreError};
use wismo_domain::tasks::{Task, TaskReason};
use wismo_domain::time::Timestamp;
use wismo_platform::store::SpinStore;
use wismo_view::desk::orders::OrderRow;
use wismo_view::desk::orders::filter::{Listed, OrdersFilter};

use crate::merged::{Place, Row, Slice};
use crate::search::index;

/// The most tasks that one page looks through: those that have ended leave gaps.
const TASKS: usize = 100;

/// The most digests of people on the watch list whose orders one page looks for: each costs a
/// read per segment of the index.
const WATCHED: usize = 120;

/// A list of a shop's orders, as far as a page needs it.
pub(super) struct Lister<'a> {
    pub(super) shop: &'a Shop,
    /// The shop's settings.
    pub(super) settings: Settings,
    /// The people on the shop's watch list.
    pub(super) watch: WatchList,
    pub(super) filter: &'a OrdersFilter,
    pub(super) now: Timestamp,
    /// The number of shops that are listed.
    pub(super) shops: usize,
    /// The most rows.
    pub(super) rows: usize,
}

type Orders<'a> = Slice<Timestamp, OrderRow<'a>>;

impl<'a> Lister<'a> {
    /// Lists the next orders from a place on.
    pub(super) async fn list(&self, from: Place) -> Result<Orders<'a>, StoreError> {
        let typed = self.filter.typed.as_deref().and_then(Query::parse);
        let mut marks = self.filter.marks(&self.settings);
        if self.filter.flag == Some(Listed::Watched) {
            let people = self.watch.digests(self.now).take(WATCHED);
            marks.push(people.map(Mark::Person).collect());
        }
        if self.filter.flag == Some(Listed::MailFailed) {
            let query = Query::marked(&marks, typed);
            let tasks = tasks_index(&self.shop.id);
            return Box::pin(self.walk(tasks, TASKS, from, Some(&query))).await;
        }
        if marks.is_empty() && typed.is_none() {
            let orders = orders_index(&self.shop.id);
            return Box::pin(self.walk(orders, self.rows, from, None)).await;
        }
        let query = Query::marked(&marks, typed);
        Box::pin(self.search(&query, from)).await
    }

    /// Walks a list down from its end, or from a place.
    async fn walk(
        &self,
        list: ListKeys,
        looked: usize,
        from: Place,
        query: Option<&Query>,
    ) -> Result<Orders<'a>, StoreError> {
        let len = SpinStore.count(&list.len()).await?;
        let place = from.0.as_deref().and_then(|from| from.parse().ok());
        let last: u64 = place.map_or(len, |place: u64| place.min(len));
        let looked = u64::try_from(looked).unwrap_or(u64::MAX);
        let first = last.saturating_sub(looked).saturating_add(1).max(1);
        let mut entries = match self.filter.flag {
            Some(Listed::MailFailed) => failed(&list.entries(&SpinStore, first..=last).await?),
            Some(Listed::With(_) | Listed::Watched) | None => {
                list.entries(&SpinStore, first..=last).await?
            }
        };
        entries.reverse();
        let records = self.records();
        let reads = entries.iter().map(|(_, entry)| async {
            let record = records.order(&entry.order, query).await?;
            Ok(record.filter(|record| self.fits(record)))
        });
        let mut rows: Vec<Row<Timestamp, OrderRow<'a>>> = Vec::new();
        let mut next = first.checked_sub(1);
        for ((n, entry), record) in entries.iter().zip(join_all(reads).await) {
            let record: Result<Option<OrderRecord>, StoreError> = record;
            let Some(record) = record? else { continue };
            // An order may be listed twice.
            let is_same = |row: &Row<_, OrderRow<'_>>| row.content.record.order.id == entry.order;
            if rows.iter().any(is_same) {
                continue;
            }
            if rows.len() == self.rows {
                next = Some(*n);
                break;
            }
            rows.push(self.row(record, n.saturating_sub(1).to_string()));
        }
        // Orders are listed as they come, so that all before these are older.
        let is_over = query.is_none()
            && entries
                .last()
                .is_some_and(|(_, entry)| self.is_old(entry.at));
        let next = next.filter(|next| *next > 0 && !is_over);
        Ok(Slice {
            shop: self.shop.id.clone(),
            from,
            rows,
            next: next.map(|next| next.to_string()),
        })
    }

    /// Searches the index for what has all marks.
    async fn search(&self, query: &Query, from: Place) -> Result<Orders<'a>, StoreError> {
        let cursor: Option<Cursor> = from.0.as_deref().and_then(|from| from.parse().ok());
        let page = PageOf {
            from: cursor,
            rows: self.rows,
            number: self.filter.typed.as_deref(),
        };
        let index = index(&self.shop.id, self.shops);
        let found = find(&SpinStore, &index, &Fitting(self), query, page).await?;
        let row = |hit: wismo_domain::search::Hit<OrderRecord>| {
            self.row(hit.record, hit.after.to_string())
        };
        Ok(Slice {
            shop: self.shop.id.clone(),
            from,
            rows: found.hits.into_iter().map(row).collect(),
            next: found.next.map(|next| next.to_string()),
        })
    }

    fn row(&self, record: OrderRecord, after: String) -> Row<Timestamp, OrderRow<'a>> {
        Row {
            key: date(&record),
            after,
            content: OrderRow {
                shop: self.shop,
                is_watched: self.is_watched(&record),
                record,
            },
        }
    }

    fn records(&self) -> OrderRecords<'_, SpinStore> {
        OrderRecords {
            store: &SpinStore,
            shop: ReadShop {
                id: &self.shop.id,
                settings: &self.settings,
                today: self.shop.day(self.now),
            },
        }
    }

    fn is_watched(&self, record: &OrderRecord) -> bool {
        let person = person_of(&record.order.customer);
        person.is_some_and(|person| self.watch.of_digest(&person, self.now).is_some())
    }

    fn is_old(&self, at: Timestamp) -> bool {
        let day = self.shop.day(at);
        self.filter.since.is_some_and(|since| day < since)
    }

    /// Tells whether an order fits as it is now: what the index knows of it may be old.
    fn fits(&self, record: &OrderRecord) -> bool {
        let (filter, order) = (self.filter, &record.order);
        let has_flag = match filter.flag {
            Some(Listed::With(flag)) => record.flags.contains(&flag),
            Some(Listed::Watched) => self.is_watched(record),
            Some(Listed::MailFailed) | None => true,
        };
        has_flag
            && filter
                .status
                .as_ref()
                .is_none_or(|code| *code == order.status.code)
            && filter.stage.is_none_or(|stage| stage == order.standing())
            && !self.is_old(date(record))
    }
}

fn date(record: &OrderRecord) -> Timestamp {
    record.order.dated_at()
}

/// Lists the orders of those tasks that are about a mail that did not arrive.
fn failed(tasks: &[(u64, Task)]) -> Vec<(u64, ListedOrder)> {
    let order = |(n, task): &(u64, Task)| {
        let order = task
            .order
            .clone()
            .filter(|_| task.why.is_some_and(is_of_mail))?;
        Some((*n, ListedOrder { order, at: task.at }))
    };
    tasks.iter().filter_map(order).collect()
}

/// Tells whether it is about a mail that did not arrive.
const fn is_of_mail(why: TaskReason) -> bool {
    match why {
        TaskReason::NotSent
        | TaskReason::BadAddress
        | TaskReason::Bounced
        | TaskReason::Suppressed
        | TaskReason::Rejected
        | TaskReason::Complained => true,
        TaskReason::ManyLinksAskedFor
        | TaskReason::Urgent
        | TaskReason::Held
        | TaskReason::WatchListed
        | TaskReason::Mentioned
        | TaskReason::Overdue
        | TaskReason::HooksSilent => false,
    }
}

/// The orders that fit as they are now.
struct Fitting<'a>(&'a Lister<'a>);

impl Records for Fitting<'_> {
    type Record = OrderRecord;

    async fn read(&self, subject: &Subject) -> Result<Option<Present<OrderRecord>>, StoreError> {
        let present = self.0.records().read(subject).await?;
        Ok(present.filter(|present| self.0.fits(&present.record)))
    }
}

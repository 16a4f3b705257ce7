//! The work of hosts: they list orders, work on the index, search.

use wismo_domain::search::{Entry, Index, PageOf, Query, Step, enter, find, step};

use crate::shop::{COMMON, SharedShop, Truth, number, subject};
use crate::world::{Host, STALE};

/// The time that a search may take, in milliseconds: what takes longer is not waited for.
const PATIENCE: i64 = 20_000;

/// Lists orders, some at once.
pub(crate) async fn list(host: Host, index: Index, shop: SharedShop, orders: Vec<usize>) {
    let mut versions = Vec::new();
    let mut entries = Vec::new();
    for order in &orders {
        let version = shop.borrow_mut().change(*order);
        versions.push((*order, version));
        let texts = shop.borrow().orders[order].texts.clone();
        entries.extend(Entry::of(&subject(*order), &texts));
    }
    let companion = (format!("companion/{}", versions[0].0), b"there".to_vec());
    // Somebody whose call failed tries again.
    for _ in 0..2 {
        let companions = vec![companion.clone()];
        let Ok(drawn) = enter(host.context(), &index, &entries, companions).await else {
            continue;
        };
        let now = host.world.borrow().now;
        host.world
            .borrow_mut()
            .note(|| format!("has listed {versions:?} as {drawn:?}"));
        let mut shop = shop.borrow_mut();
        shop.written += 1;
        for ((order, version), n) in versions.iter().zip(drawn) {
            if let Some(order) = shop.orders.get_mut(order)
                && order.version == *version
            {
                order.listed = Some((n, now));
            }
        }
        if host.world.borrow().value(&companion.0).is_none() {
            shop.violate(format!("{} was not written", companion.0));
        }
        return;
    }
}

/// Works on the index for some steps.
pub(crate) async fn work(host: Host, index: Index, shop: SharedShop, steps: usize) {
    for _ in 0..steps {
        match step(host.context(), &index).await {
            Ok(done) => {
                host.world
                    .borrow_mut()
                    .note(|| format!("made a step: {done:?}"));
                shop.borrow_mut().steps.push(done);
                if done == Step::Idle {
                    return;
                }
            }
            Err(_) => return,
        }
    }
}

/// Searches one order, or all of them, page by page.
pub(crate) async fn search(host: Host, index: Index, shop: SharedShop, of_all: bool) {
    let started = host.world.borrow().now;
    let mut wanted = shop.borrow().listed_before(started - STALE - 500);
    if !of_all && !wanted.is_empty() {
        let at = host.world.borrow_mut().rng.usize(..wanted.len());
        wanted = vec![wanted.swap_remove(at)];
    }
    let text = match (of_all, wanted.first()) {
        (true, _) => COMMON.to_owned(),
        (false, Some((order, version))) => number(*order, *version),
        (false, None) => return,
    };
    let query = Query::parse(&text).expect("a query");
    let mut found = Vec::new();
    let mut from = None;
    for _ in 0..200 {
        let page = PageOf {
            from,
            rows: 7,
            number: None,
        };
        let page = find(&host, &index, &Truth(shop.clone()), &query, page).await;
        let Ok(page) = page else { return };
        found.extend(page.hits.iter().map(|hit| hit.record));
        from = page.next;
        if from.is_none() {
            break;
        }
    }
    let now = host.world.borrow().now;
    host.world
        .borrow_mut()
        .note(|| format!("has found {found:?} by {text}"));
    let mut shop = shop.borrow_mut();
    if from.is_some() {
        shop.violate(format!("a search of {text} does not end"));
    }
    if now - started > PATIENCE {
        return;
    }
    shop.searches += 1;
    for (order, version) in wanted {
        // What has changed since may be found by its new number alone.
        let is_still_so = shop.orders[&order].version == version;
        if is_still_so && !found.contains(&order) {
            shop.violate(format!("{} is not found by {text}", number(order, version)));
        }
    }
    found.sort_unstable();
    let count = found.len();
    found.dedup();
    if count != found.len() && !of_all {
        shop.violate(format!("something is shown twice by {text}"));
    }
}

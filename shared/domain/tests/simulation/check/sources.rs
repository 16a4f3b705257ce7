//! The words of two systems about one order, put together in another way than
//! the domain does, and how often a customer reads them.

use std::collections::{BTreeMap, BTreeSet};

use wismo_domain::changes::Change;
use wismo_domain::log::Via;
use wismo_domain::notices::{Composed, Notice, PreparedNotice};
use wismo_domain::order::{Document, Order, Shipment, Stage, StatusFrom};
use wismo_domain::storage::keys::OrderKey;
use wismo_domain::time::{Duration, Timestamp};

use super::ensure;
use super::notices::{LOOKED, moment};
use super::story::{Story, Telling, counts_as_told, is_whole};

/// Collects the numbers of invoices and of parcels, as a customer compares
/// them. The numbers of parcels that move back with a version are left out.
fn numbers(documents: &[Document], shipments: &[Shipment]) -> BTreeSet<String> {
    let invoices = documents.iter().filter_map(|one| one.number.as_deref());
    let parcels = shipments.iter();
    let parcels = parcels.filter_map(|one| one.tracking_number.as_deref());
    invoices.chain(parcels).filter_map(bare).collect()
}

fn bare(number: &str) -> Option<String> {
    let number: String = number.split_whitespace().collect();
    let number = number.to_uppercase();
    number.starts_with(['E', 'F']).then_some(number)
}

/// An event that gives some of the numbers.
struct Saying {
    n: u64,
    via: Via,
    numbers: BTreeSet<String>,
}

fn sayings(story: &Story) -> Vec<Saying> {
    let versions = story.versions.iter().map(|version| Saying {
        n: version.n,
        via: version.via,
        numbers: numbers(&version.order.documents, &version.order.shipments),
    });
    let parts = story.parts.iter().map(|part| Saying {
        n: part.n,
        via: part.via,
        numbers: numbers(&part.part.documents, &part.part.shipments),
    });
    versions.chain(parts).collect()
}

/// Checks that the page shows what both say: all the papers and parcels, the
/// status by the system that decides it, and whatever only one of them knows.
pub(super) fn stands_together(
    key: &OrderKey,
    page: Option<&Order>,
    newest: Option<&Order>,
    story: &Story,
) -> Result<(), String> {
    let mut parts: Vec<_> = story.parts.iter().collect();
    parts.sort_by_key(|part| (part.part.updated_at, part.n));
    let is_there = newest.is_some() || parts.iter().any(|part| is_whole(&part.part));
    ensure!(
        page.is_some() == is_there,
        "{}: the page is there: {}, but who speaks says so: {is_there}",
        key.order,
        page.is_some()
    );
    let Some(page) = page else { return Ok(()) };
    let mut wanted = BTreeSet::new();
    if let Some(newest) = newest {
        wanted.extend(numbers(&newest.documents, &newest.shipments));
    }
    for telling in &parts {
        wanted.extend(numbers(&telling.part.documents, &telling.part.shipments));
    }
    let shown = numbers(&page.documents, &page.shipments);
    ensure!(
        shown == wanted,
        "{}: the page shows {shown:?}, both together say {wanted:?}",
        key.order
    );
    let said = parts.iter().rev();
    let by_erp = said.clone().find_map(|telling| telling.part.status.clone());
    let by_shop = newest.map(|newest| newest.status.clone());
    let status = match story.status_from {
        StatusFrom::Shop => by_shop.or(by_erp),
        StatusFrom::Erp => by_erp.or(by_shop),
    };
    ensure!(
        Some(&page.status) == status.as_ref(),
        "{}: the page says {:?}, who decides {status:?}",
        key.order,
        page.status
    );
    let picked = parts.iter().any(|telling| telling.part.picked);
    ensure!(
        page.picked == picked,
        "{}: the page says it is picked: {}, the ERP: {picked}",
        key.order,
        page.picked
    );
    let mut counts = said.filter_map(|telling| telling.part.lines.first()?.delivered);
    let own = newest.and_then(|newest| newest.lines.first()?.delivered);
    let wanted = counts.next().max(own);
    let shown = page.lines.first().and_then(|line| line.delivered);
    ensure!(
        shown == wanted,
        "{}: the page counts {shown:?}, both together {wanted:?}",
        key.order
    );
    Ok(())
}

/// Checks that each number of an invoice or a parcel is mailed once, whoever
/// gives it: at most once, and if nothing keeps it back, at least once.
pub(super) fn numbers_told(
    key: &OrderKey,
    page: Option<&Order>,
    story: &Story,
    notices: &[Notice],
) -> Result<(), String> {
    let sayings = sayings(story);
    let mut told: BTreeMap<String, u64> = BTreeMap::new();
    let all_prepared = notices.iter().filter_map(Notice::prepared);
    let thanks = all_prepared.filter(|prepared| prepared.changes.contains(&Change::Placed));
    let thanks = thanks.count();
    ensure!(
        thanks <= 1,
        "{}: it was told {thanks} times that it was placed",
        key.order
    );
    let tells = |notice: &&Notice| {
        let baseline = notice.prepared().and_then(|it| it.baseline.as_ref());
        baseline.is_some_and(|baseline| baseline.is_notified)
    };
    let first_word = notices.iter().find(tells).map(|notice| notice.number);
    for notice in notices {
        let name = format!("{} notice {}", key.order, notice.number);
        let Some(prepared) = notice.prepared() else {
            continue;
        };
        may_be_told(&name, prepared, story)?;
        for change in &prepared.changes {
            let number = match change {
                Change::Invoiced { document, .. } => document.as_deref(),
                Change::TrackingEntered { to, .. } => Some(to.as_str()),
                _ => None,
            };
            let Some(number) = number.and_then(bare) else {
                continue;
            };
            let mut left_out = prepared.left_out.iter().map(|left_out| &left_out.change);
            ensure!(
                !left_out.any(|left_out| left_out == change),
                "{name} leaves {number} out"
            );
            let is_first_word = first_word == Some(notice.number);
            held_back(&name, prepared, &number, &sayings, story, is_first_word)?;
            let before = told.insert(number.clone(), notice.number);
            ensure!(
                before.is_none(),
                "{name} tells {number} once more after {before:?}"
            );
            ensure!(
                !is_of_the_first_state(&number, &sayings, story, prepared.at),
                "{name} tells {number}, which an old order was first seen with"
            );
        }
    }
    let Some(page) = page.filter(|page| page.status.stage != Stage::Draft) else {
        return Ok(());
    };
    if story.begun.is_empty() || story.removed.is_some() {
        return Ok(());
    }
    for number in numbers(&page.documents, &page.shipments) {
        let mut said = sayings.iter().filter(|one| one.numbers.contains(&number));
        let is_kept_back = said.any(|one| {
            let is_quiet = one.via == Via::QuietImport || story.silent(one.n).is_some();
            counts_as_told(is_quiet, one.n, &story.cancels).is_some()
        });
        ensure!(
            is_kept_back || told.contains_key(&number),
            "{}: {number} was never told",
            key.order
        );
    }
    Ok(())
}

/// Checks that nothing is told before the order began, and that nobody is
/// thanked for an old order.
fn may_be_told(name: &str, prepared: &PreparedNotice, story: &Story) -> Result<(), String> {
    let at = moment(prepared.at) + 8_000;
    let mut begun = story.may_begin.iter();
    ensure!(
        begun.any(|(written, _)| *written <= at),
        "{name} tells of an order that has not begun"
    );
    let is_silent = story.is_silent_however();
    ensure!(
        !(is_silent && prepared.changes.contains(&Change::Placed)),
        "{name} thanks for an order that was placed long ago, or with another"
    );
    let is_mail = matches!(prepared.composed, Composed::Mail(_));
    let tells_placed = prepared.changes.contains(&Change::Placed);
    ensure!(
        is_mail || !tells_placed || prepared.left_out.is_empty(),
        "{name} leaves out what it mails nothing of"
    );
    Ok(())
}

/// Checks that what only held imports said waits for a release. What the merchant
/// dropped meanwhile no longer waits, and stands in the first word about the order.
fn held_back(
    name: &str,
    prepared: &PreparedNotice,
    number: &str,
    sayings: &[Saying],
    story: &Story,
    is_first_word: bool,
) -> Result<(), String> {
    let said = sayings.iter().filter(|one| one.numbers.contains(number));
    let said: Vec<&Saying> = said.collect();
    if said.iter().any(|one| one.via != Via::HeldImport) {
        return Ok(());
    }
    let first = said.iter().map(|one| one.n).min().unwrap_or_default();
    // Clocks differ by eight seconds at most.
    let in_time = prepared.at + Duration::seconds(8);
    let mut releases = story.releases.iter();
    let is_released = releases.any(|(n, at)| *n > first && *at <= in_time);
    let mut drops = story.cancels.iter();
    let is_dropped = drops.any(|(n, _)| *n > first) && is_first_word;
    ensure!(
        is_released || is_dropped,
        "{name} tells {number}, which is held"
    );
    Ok(())
}

/// Tells whether a number stands in the state in which an old order was first
/// seen, and that was the first of all that was said.
fn is_of_the_first_state(number: &str, sayings: &[Saying], story: &Story, at: Timestamp) -> bool {
    let Some(first) = story.begun.first().filter(|first| first.is_silent) else {
        return false;
    };
    let Some(n) = first.n.first() else {
        return false;
    };
    let is_first = sayings.iter().all(|one| *n <= one.n)
        && story.begun.iter().all(|one| first.written <= one.written);
    // A part that an import brought late may have come before the first; and if
    // the first of several that say the same was late, another stood before them. A
    // version stands where it or a newer one had come: a newer one that an import
    // brought late may have moved it before a part.
    let is_late = |written: i64| written > moment(at) - LOOKED;
    let rank = |version: &Telling| (version.order.updated_at, version.n);
    let mut parts = story.parts.iter();
    let mut versions = story.versions.iter();
    let own = versions.clone().find(|version| version.n == *n).map(rank);
    let is_first = is_first
        && !parts.any(|part| part.received_at <= first.received_at && is_late(part.written))
        && !versions.any(|version| Some(rank(version)) >= own && is_late(version.written));
    let own = sayings.iter().find(|one| one.n == *n);
    is_first && own.is_some_and(|own| own.numbers.contains(number))
}

/// Checks that an item that ran out and has come back was told as back.
pub(super) fn comes_back(
    key: &OrderKey,
    page: Option<&Order>,
    story: &Story,
    notices: &[Notice],
    back_since: Option<i64>,
) -> Result<(), String> {
    let (Some(since), Some(page)) = (back_since, page) else {
        return Ok(());
    };
    let mut lines = page.lines.iter();
    let waits = lines.any(|line| page.is_waiting_for(line) && line.stock > Some(0.into()));
    if !waits || story.begun.is_empty() || story.removed.is_some() {
        return Ok(());
    }
    // Clocks differ by eight seconds at most.
    let all_prepared = notices.iter().filter_map(Notice::prepared);
    let mut all_prepared = all_prepared.filter(|prepared| moment(prepared.at) >= since - 8_000);
    let is_back = |change: &Change| matches!(change, Change::BackInStock { .. });
    ensure!(
        all_prepared.any(|prepared| prepared.changes.iter().any(is_back)),
        "{}: nobody was told that the item is back",
        key.order
    );
    Ok(())
}

//! The checks of what was told, of which order, and how often.

use std::collections::{BTreeMap, BTreeSet};

use futures::executor::block_on;
use wismo_domain::changes::{Change, changes, first_changes};
use wismo_domain::log::{Baseline, Event, EventPayload, Facts, Skip, Via};
use wismo_domain::notices::{
    Attempt, AttemptRecord, AttemptResult, BY_HAND, Composed, MAX_UNKNOWN, Notice, PreparedNotice,
};
use wismo_domain::order::{Order, Stage, Status};
use wismo_domain::storage::MemoryStore;
use wismo_domain::storage::keys::OrderKey;
use wismo_domain::time::{Duration, Timestamp};

use super::story::{Story, Telling, counts_as_told, is_begun};
use super::{ensure, notices};
use crate::world::{ALIKE, Dials, World};

/// The longest time since the data behind a prepared notice was read, by the world's
/// clock: the time to act on it, the error of the clock, and the age of a read.
pub(crate) const LOOKED: i64 = 27_000;

/// Returns the time of a host's clock, by the world's.
pub(super) fn moment(at: Timestamp) -> i64 {
    let begun = Timestamp::UNIX_EPOCH + Duration::hours(24 * 20_000);
    i64::try_from(at.duration_since(begun).whole_milliseconds()).expect("a run is short")
}

/// Checks that each change is in exactly one notice, and that each notice's
/// mail was accepted as often as promised.
pub(super) fn announced_once(
    store: &MemoryStore,
    key: &OrderKey,
    newest: Option<&Order>,
    story: &Story,
    accepted: &BTreeMap<String, u32>,
    told: &mut BTreeSet<String>,
    world: &World,
) -> Result<(), String> {
    let dials = &world.dials;
    let mut known: Option<Baseline> = None;
    for notice in notices(store, key) {
        let name = format!("{} notice {}", key.order, notice.number);
        ensure!(notice.is_final(), "{name} has no final outcome");
        let prepared = notice
            .prepared()
            .ok_or_else(|| format!("{name} has no prepared notice"))?;
        let all_prepared = notice
            .attempts
            .iter()
            .filter(|attempt| attempt.prepared.is_some());
        ensure!(all_prepared.count() == 1, "{name} has two letters");
        let nothing_left = prepared.composed == Composed::Skipped(Skip::NothingLeft);
        let baseline = prepared.baseline.as_ref();
        if nothing_left && baseline.is_none() {
            continue;
        }
        let baseline = baseline.ok_or_else(|| format!("{name} has no basis"))?;
        let now = story.with(baseline.order(), &baseline.facts);
        let now = now.ok_or_else(|| format!("{name} rests on no order"))?;
        let seen = moment(prepared.at) - LOOKED;
        let fits = knowledge(known.as_ref(), story, seen).iter().any(|before| {
            differ_by(before.as_ref(), &now, story, dials).contains(&prepared.changes)
        });
        ensure!(
            fits || nothing_left,
            "{name} tells {:?}, which is not what changed",
            prepared.changes
        );
        ensure!(
            nothing_left || !prepared.changes.is_empty(),
            "{name} tells nothing"
        );
        if let Some(since) = story.since {
            // Clocks differ by eight seconds at most.
            let settled = since + Duration::seconds(i64::from(dials.settle) - 8);
            ensure!(
                prepared.at >= settled,
                "{name} was told before it had settled"
            );
        }
        // A worker that takes over from one that died unwritten does not ask
        // for the time again.
        let first = notice.attempts.first();
        let goes_on = first.is_some_and(|attempt| attempt.prepared.is_none());
        ensure!(
            goes_on || !world.was_patient(moment(prepared.at)),
            "{name} was told while the shop let everything wait"
        );
        let removed = story.removed.is_some_and(|removed| removed < seen);
        ensure!(
            !removed || nothing_left,
            "{name} tells of an order that is removed"
        );
        let at = |baseline: &Baseline| baseline.rank().map(|rank| rank.at);
        ensure!(
            known.as_ref().and_then(at) <= at(baseline),
            "{name} takes the order back to an older version"
        );
        if !nothing_left {
            held_back(&name, prepared, known.as_ref(), story, dials)?;
            held_by_desk(&name, prepared, story)?;
        }
        known = Some(baseline.clone());
        sent_once(&name, key, &notice, prepared, accepted, told, world)?;
        let has_mail = matches!(prepared.composed, Composed::Mail(_));
        let copied = now.customer.contacts.len() * usize::from(has_mail);
        let copies = prepared.copies.as_ref().map_or(0, |copies| copies.to.len());
        ensure!(copies == copied, "{name} has {copies} copies, not {copied}");
        copied_once(store, key, &notice, accepted, told, world)?;
    }
    let now = story.with(newest, &story.facts);
    // A customer who was told by what was known then is told on.
    let has_begun = !story.begun.is_empty() || known.is_some();
    let Some(now) = now.filter(|_| has_begun) else {
        ensure!(
            known.is_none(),
            "{}: told of an order without events",
            key.order
        );
        return Ok(());
    };
    let is_told = knowledge(known.as_ref(), story, i64::MAX)
        .iter()
        .any(|before| differ_by(before.as_ref(), &now, story, dials).contains(&Vec::new()));
    ensure!(
        is_told || story.removed.is_some(),
        "{}: its last changes were never told",
        key.order
    );
    Ok(())
}

/// Lists the ways in which an order may differ from what was known of it: if
/// nothing was known, that depends on the version that it was first seen in.
fn differ_by(
    before: Option<&Order>,
    now: &Order,
    story: &Story,
    dials: &Dials,
) -> Vec<Vec<Change>> {
    let read = |order: &Order| Order {
        status: read_status(&order.status, dials),
        ..order.clone()
    };
    let now = &read(now);
    let mut all = Vec::new();
    all.extend(before.map(|before| changes(&read(before), now)));
    // Its customer does not know what it was before it began.
    if before.is_none_or(|before| !is_begun(&before.status)) {
        let begun = story.may_begin.iter();
        all.extend(begun.map(|(_, status)| first_changes(&read_status(status, dials), now)));
    }
    for changes in &mut all {
        changes.retain(|change| match change {
            Change::StatusChanged {
                from: Some(from),
                to,
            } => from.stage != to.stage || words(from) != words(to),
            _ => true,
        });
    }
    all
}

/// Changes a status to how the merchant reads it.
fn read_status(status: &Status, dials: &Dials) -> Status {
    match is_alike(status, dials) {
        true => Status {
            label: Some("Packing".to_owned()),
            ..Status::new(&status.code, Stage::Preparing)
        },
        false => status.clone(),
    }
}

/// Returns the words that a customer reads: the shop's, or the stage's, and if
/// neither has any, the code.
fn words(status: &Status) -> Option<&str> {
    let code = (status.stage == Stage::Other).then_some(status.code.as_str());
    status.label.as_deref().or(code)
}

/// Tells whether it is one of the statuses that read alike.
fn is_alike(status: &Status, dials: &Dials) -> bool {
    dials.alike && ALIKE.contains(&status.code.as_str())
}

/// Checks that a notice's mail was accepted as often as promised.
pub(super) fn sent_once(
    name: &str,
    key: &OrderKey,
    notice: &Notice,
    prepared: &PreparedNotice,
    accepted: &BTreeMap<String, u32>,
    told: &mut BTreeSet<String>,
    world: &World,
) -> Result<(), String> {
    let dials = &world.dials;
    let attempts = notice.attempts.iter().rev().skip(1);
    let mut outcomes = attempts.filter_map(|attempt| attempt.outcome.as_ref());
    ensure!(
        !outcomes.any(|outcome| is_end(&outcome.result)),
        "{name} was tried again after its end"
    );
    let Some(mail) = prepared.idempotency_key(key, notice.number) else {
        return Ok(());
    };
    let copies = accepted.get(&mail).copied().unwrap_or(0);
    let refused = world.provider.refused.contains(&mail);
    told.insert(mail);
    let has_result = |wanted: fn(&AttemptResult) -> bool| {
        notice.outcomes().any(|outcome| wanted(&outcome.result))
    };
    if has_result(|result| matches!(result, AttemptResult::Accepted { .. })) {
        ensure!(copies > 0, "{name} counts as accepted, but was not");
    }
    let is_unsure = |result: &AttemptResult| {
        matches!(
            result,
            AttemptResult::Unknown { .. } | AttemptResult::Lapsed
        )
    };
    let unsure = has_result(is_unsure);
    // An attempt that died before there was a prepared notice has not sent anything.
    let unwritten = |attempt: &&Attempt| attempt.prepared.is_none();
    let written = notice.attempts.iter().skip_while(unwritten);
    let outcomes: Vec<&AttemptRecord> = written
        .filter_map(|attempt| attempt.outcome.as_ref())
        .collect();
    let times = outcomes
        .iter()
        .filter(|outcome| is_unsure(&outcome.result))
        .count();
    if has_result(|result| matches!(result, AttemptResult::Refused { .. })) {
        ensure!(refused, "{name} counts as refused, but was not");
    }
    if has_result(|result| matches!(result, AttemptResult::GivenUp { .. })) {
        let spent = !dials.idempotent && times >= MAX_UNKNOWN;
        ensure!(spent, "{name} was given up too soon");
    }
    let mut unsure_before = 0;
    for outcome in outcomes {
        let sent = matches!(outcome.result, AttemptResult::Unknown { .. });
        let too_often = sent && unsure_before >= MAX_UNKNOWN && !dials.idempotent;
        ensure!(!too_often, "{name} was sent too often");
        unsure_before += usize::from(is_unsure(&outcome.result));
    }
    ensure!(
        copies <= 1 || (!dials.idempotent && unsure),
        "{name} was accepted {copies} times"
    );
    let failed = |result: &AttemptResult| {
        matches!(
            result,
            AttemptResult::Refused { .. }
                | AttemptResult::GivenUp { .. }
                | AttemptResult::Cancelled
        )
    };
    ensure!(
        copies > 0 || has_result(failed),
        "{name} was never accepted"
    );
    Ok(())
}

/// Checks that every copy of a notice's mail was accepted as often as promised.
fn copied_once(
    store: &MemoryStore,
    key: &OrderKey,
    notice: &Notice,
    accepted: &BTreeMap<String, u32>,
    told: &mut BTreeSet<String>,
    world: &World,
) -> Result<(), String> {
    let copies = block_on(notice.read_copies(store, key)).expect("memory does not fail");
    let promised = notice
        .prepared()
        .and_then(|prepared| prepared.copies.as_ref());
    let promised = promised.map_or(0, |copies| copies.to.len());
    let mut outcomes = notice.outcomes();
    ensure!(
        copies.len() == promised || outcomes.any(|one| one.result == AttemptResult::Cancelled),
        "{} notice {} has {} copies of {promised}",
        key.order,
        notice.number,
        copies.len()
    );
    for (reader, copy) in copies {
        let name = format!(
            "{} notice {} to {}",
            key.order, notice.number, reader.address
        );
        ensure!(copy.is_final(), "{name} has no final outcome");
        let prepared = copy.prepared();
        let prepared = prepared.ok_or_else(|| format!("{name} has no prepared notice"))?;
        let is_theirs = matches!(&prepared.composed, Composed::Mail(mail) if mail.to == reader);
        ensure!(is_theirs, "{name} went to somebody else");
        sent_once(&name, key, &copy, prepared, accepted, told, world)?;
    }
    Ok(())
}

/// Checks that every acknowledged manual mail has ended, and that the mail
/// that was sent is the one that was written.
pub(super) fn delivered(
    store: &MemoryStore,
    key: &OrderKey,
    events: &BTreeMap<u64, Event>,
    answered: &[u64],
    accepted: &BTreeMap<String, u32>,
    told: &mut BTreeSet<String>,
    world: &World,
) -> Result<(), String> {
    for (n, event) in events {
        let EventPayload::ManualMail(manual_mail) = &event.payload else {
            continue;
        };
        let name = format!("{} mail by hand {n}", key.order);
        let notice = block_on(Notice::read(store, key, BY_HAND + n)).expect("memory");
        if notice.attempts.is_empty() && !answered.contains(n) {
            continue;
        }
        ensure!(notice.is_final(), "{name} has no final outcome");
        let Some(prepared) = notice.prepared() else {
            let mut outcomes = notice.outcomes();
            let cancelled = outcomes.any(|outcome| outcome.result == AttemptResult::Cancelled);
            ensure!(cancelled, "{name} has no prepared notice");
            continue;
        };
        let is_it = prepared.composed == Composed::Mail(Box::new(manual_mail.mail.clone()));
        ensure!(is_it, "{name} is another mail than was written");
        sent_once(&name, key, &notice, prepared, accepted, told, world)?;
    }
    Ok(())
}

/// Checks that a mail that was called back stays so, and was never sent if no
/// attempt was unsure.
pub(super) fn stays_cancelled(
    store: &MemoryStore,
    key: &OrderKey,
    number: u64,
    may_be_sent: bool,
    accepted: &BTreeMap<String, u32>,
) -> Result<(), String> {
    let name = format!("{} notice {number}", key.order);
    let notice = block_on(Notice::read(store, key, number)).expect("memory does not fail");
    let last = notice.outcomes().next_back().map(|outcome| &outcome.result);
    ensure!(
        last == Some(&AttemptResult::Cancelled),
        "{name} was called back, but went on to {last:?}"
    );
    let mail = notice
        .prepared()
        .and_then(|prepared| prepared.idempotency_key(key, number));
    let copies = mail.map_or(0, |mail| accepted.get(&mail).copied().unwrap_or(0));
    ensure!(
        may_be_sent || copies == 0,
        "{name} was called back unsent, but was accepted"
    );
    Ok(())
}

/// Checks that no import that waits for a release is told without one.
pub(super) fn held_back(
    name: &str,
    prepared: &PreparedNotice,
    before: Option<&Baseline>,
    story: &Story,
    dials: &Dials,
) -> Result<(), String> {
    let Some(rank) = prepared.baseline.as_ref().and_then(Baseline::rank) else {
        return Ok(());
    };
    if before.is_some_and(|before| before.rank() == Some(rank)) {
        return Ok(());
    }
    let told = story.versions.iter().find(|version| version.n == rank.n);
    let Some(told) = told.filter(|version| version.via == Via::HeldImport) else {
        return Ok(());
    };
    // There is nothing to hold of what came before the order began.
    if !is_begun(&told.order.status) || story.silent(told.n).is_some() {
        return Ok(());
    }
    // A cancelled event counts as told, as does what was imported quietly, and so does one
    // that says the same after it: whatever is told on top of it is another event's.
    let mut twins = story.versions.iter();
    if twins.any(|twin| {
        let is_same = twin.n <= rank.n && twin.order == told.order;
        let is_told = counts_as_told(twin.via.is_quiet(), twin.n, &story.cancels).is_some();
        is_same && is_told
    }) {
        return Ok(());
    }
    // It surely changed something, whatever stood before it in the log.
    let others = story
        .versions
        .iter()
        .filter(|other| other.order != told.order);
    // By itself, or together with the ERP's word at any time, with the shop or without it;
    // and what was said of its items since is not news of its own.
    let all_facts: Vec<&Facts> = story.stood.iter().chain([&story.facts]).collect();
    let with = |order: Option<&Order>, facts: &Facts| story.with(order, facts);
    let others = others.map(|other| Some(&other.order)).chain([None]);
    let mut others = others.flat_map(|other| {
        let with = &with;
        all_facts.iter().map(move |facts| {
            let now = with(Some(&told.order), facts).unwrap_or_else(|| told.order.clone());
            differ_by(with(other, facts).as_ref(), &now, story, dials)
        })
    });
    if others.any(|all| all.contains(&Vec::new())) {
        return Ok(());
    }
    // Clocks differ by eight seconds at most.
    let in_time = prepared.at + Duration::seconds(8);
    let mut releases = story.releases.iter();
    ensure!(
        releases.any(|(n, at)| *n > rank.n && *at <= in_time),
        "{name} tells of event {}, which was held",
        rank.n
    );
    Ok(())
}

/// Checks that nothing is told of an order that the merchant holds.
pub(super) fn held_by_desk(
    name: &str,
    prepared: &PreparedNotice,
    story: &Story,
) -> Result<(), String> {
    let at = moment(prepared.at);
    let seen = at - LOOKED;
    let mut held = story.holds.iter().filter(|(_, held, _)| *held);
    let is_held = held.any(|(n, _, written)| {
        let mut later = story.holds.iter();
        // Clocks differ by eight seconds at most.
        let is_let_go = later.any(|(m, held, written)| m > n && !held && *written <= at + 8_000);
        *written < seen && !is_let_go
    });
    ensure!(!is_held, "{name} was told while the order was held");
    Ok(())
}

/// Lists what the customer may be taken to know after a baseline, by a worker that
/// saw all that was written up to `seen`: with the versions and the facts that
/// count as told, as far as they were surely there, and maybe later ones.
pub(super) fn knowledge(known: Option<&Baseline>, story: &Story, seen: i64) -> Vec<Option<Order>> {
    let rank = |version: &Telling| (version.order.updated_at, version.n);
    let is_unsure = seen < story.is_unsure_until();
    let quiet = story.versions.iter().filter_map(|version| {
        let silent = story.silent(version.n);
        let is_silent = silent == Some(true) && !is_unsure;
        let is_quiet = version.via == Via::QuietImport || is_silent;
        match counts_as_told(is_quiet, version.n, &story.cancels) {
            Some(since) => Some((since.max(version.written), version)),
            None if silent.is_some() && is_unsure => Some((i64::MAX, version)),
            None => None,
        }
    });
    let sure = quiet
        .clone()
        .filter(|(since, v)| *since < seen && !v.repeats);
    let least = sure.map(|(_, version)| rank(version)).max();
    let own = known.and_then(Baseline::rank);
    let own = own.map(|rank| (rank.at, rank.n));
    let quiet: Vec<&Order> = quiet
        .map(|(_, version)| version)
        .filter(|version| least <= Some(rank(version)))
        .filter(|version| own.is_none_or(|own| own.0 <= version.order.updated_at))
        .map(|version| &version.order)
        .collect();
    let mut all = Vec::new();
    let ways = if is_unsure {
        story.quiet_facts.len()
    } else {
        2
    };
    for quiet_facts in story.quiet_facts.iter().take(ways) {
        let mut facts = known
            .map(|baseline| baseline.facts.clone())
            .unwrap_or_default();
        let mut add = |facts: &Facts| {
            if least <= own {
                all.push(story.with(known.and_then(Baseline::order), facts));
            }
            all.extend(quiet.iter().map(|order| story.with(Some(order), facts)));
        };
        let (sure, later) = quiet_facts.split_at(quiet_facts.partition_point(|(at, _)| *at < seen));
        for (_, told) in sure {
            facts.take(told.clone());
        }
        add(&facts);
        for (_, told) in later {
            facts.take(told.clone());
            add(&facts);
        }
    }
    all
}

/// Tells whether a notice is over, whatever the domain thinks.
pub(crate) fn is_end(result: &AttemptResult) -> bool {
    match result {
        AttemptResult::Accepted { .. }
        | AttemptResult::Refused { .. }
        | AttemptResult::GivenUp { .. }
        | AttemptResult::Cancelled => true,
        AttemptResult::TryAgain { .. } | AttemptResult::Unknown { .. } | AttemptResult::Lapsed => {
            false
        }
    }
}

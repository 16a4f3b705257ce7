//! The story that an order's log tells, event by event: what counts as told is
//! decided here, and not by the domain.

use std::collections::BTreeMap;

use wismo_domain::log::{Event, EventPayload, Fact, Facts, RecordedFact, Via, order_of};
use wismo_domain::order::{Order, OrderPart, Stage, Status, StatusFrom};
use wismo_domain::time::{Duration, Timestamp};

use super::logs::life;
use crate::world::begin;

/// The story that an order's log tells beside its newest version.
pub(crate) struct Story {
    pub(crate) facts: Facts,
    pub(super) versions: Vec<Telling>,
    /// The ERP's words.
    pub(super) parts: Vec<PartTelling>,
    /// The parts as they stood together, before the first and after each.
    pub(super) stood: Vec<Facts>,
    /// The system that decides where the order stands.
    pub(super) status_from: StatusFrom,
    /// The steps at which it was more than a draft, oldest first.
    pub(super) begun: Vec<Begun>,
    /// The same for readers who may not have seen all others: the time when
    /// each was written, and its status.
    pub(super) may_begin: Vec<(i64, Status)>,
    /// The events that tell its state when it began, and before that.
    beginning: Vec<u64>,
    /// True if it may be old, or a part of another order.
    may_be_silent: bool,
    /// The time until which there came any.
    is_unsure_until: i64,
    /// The times when the facts that count as told were written. The second list also
    /// has those that counted so only until another host told the same, and did not; the
    /// lists after it have those that the order began with until an earlier step came.
    pub(super) quiet_facts: Vec<Vec<(i64, RecordedFact)>>,
    /// The time when the first event came.
    pub(super) since: Option<Timestamp>,
    /// The time when the shop removed the order, for good as far as is known.
    pub(super) removed: Option<i64>,
    /// The releases: their numbers, and the times when they were asked for.
    pub(super) releases: Vec<(u64, Timestamp)>,
    /// The merchant's holds and their ends: the number, true for a hold, and the time.
    pub(super) holds: Vec<(u64, bool, i64)>,
    /// The cancellations of what there was to tell: number and time.
    pub(super) cancels: Vec<(u64, i64)>,
}

/// The place of a step: the time when it was known, its place among those of
/// that moment, and the rank of versions of one place.
type Place = (Timestamp, u64, (Timestamp, u64));

/// An event that told of a version.
pub(super) struct Telling {
    pub(super) n: u64,
    pub(super) via: Via,
    /// The time when it was written, by the world's clock.
    pub(super) written: i64,
    /// True if another event said the same before.
    pub(super) repeats: bool,
    /// The number of times that the order had been in the trash before it.
    life: usize,
    pub(super) order: Order,
}

impl Telling {
    fn is_twin_of(&self, life: usize, order: &Order) -> bool {
        (self.life, &self.order) == (life, order)
    }
}

/// An event that told of a part.
pub(super) struct PartTelling {
    pub(super) n: u64,
    pub(super) via: Via,
    pub(super) received_at: Timestamp,
    pub(super) written: i64,
    pub(super) part: OrderPart,
}

/// A step at which the order was more than a draft.
pub(super) struct Begun {
    /// The events that say so, oldest first.
    pub(super) n: Vec<u64>,
    pub(super) received_at: Timestamp,
    pub(super) written: i64,
    /// True if nobody is told of it.
    pub(super) is_silent: bool,
}

impl Story {
    pub(crate) fn of(
        events: &BTreeMap<u64, Event>,
        status_from: StatusFrom,
        written: impl Fn(u64) -> i64,
    ) -> Self {
        let mut story = Self {
            facts: Facts::default(),
            versions: Vec::new(),
            parts: Vec::new(),
            stood: vec![Facts::default()],
            status_from,
            begun: Vec::new(),
            may_begin: Vec::new(),
            beginning: Vec::new(),
            may_be_silent: false,
            is_unsure_until: 0,
            quiet_facts: Vec::new(),
            since: events.values().map(|event| event.received_at).min(),
            removed: None,
            releases: Vec::new(),
            holds: Vec::new(),
            cancels: Vec::new(),
        };
        let mut ever_told = Vec::new();
        for (n, event) in events {
            match &event.payload {
                EventPayload::Order(order) => {
                    let mut others = story.versions.iter();
                    let life = life(events, *n, order.updated_at);
                    let repeats = others.any(|other| other.is_twin_of(life, order));
                    story.versions.push(Telling {
                        n: *n,
                        via: event.via,
                        written: written(*n),
                        repeats,
                        life,
                        order: (**order).clone(),
                    });
                }
                EventPayload::Fact { at, n: item, fact } => {
                    let told = RecordedFact {
                        at: *at,
                        n: item.unwrap_or(*n),
                        event: *n,
                        received_at: event.received_at,
                        via: event.via,
                        fact: fact.clone(),
                    };
                    if let Fact::Part(part) = fact {
                        story.parts.push(PartTelling {
                            n: *n,
                            via: event.via,
                            received_at: event.received_at,
                            written: written(*n),
                            part: (**part).clone(),
                        });
                    }
                    ever_told.push(told.clone());
                    story.facts.take(told);
                    if matches!(fact, Fact::Part(_)) {
                        let is_part = |told: &RecordedFact| matches!(told.fact, Fact::Part(_));
                        story.stood.push(story.facts.only(is_part));
                    }
                }
                EventPayload::Deleted => {
                    let written = written(*n);
                    story.removed = story.removed.or(Some(written)).min(Some(written));
                }
                EventPayload::Trashed if !is_back(events, *n, event.received_at) => {
                    // For a reader who does not see all events before it, an
                    // event after it brings the order back.
                    let before = events.range(..=*n).map(|(n, _)| written(*n)).max();
                    story.removed = story.removed.or(before).min(before);
                }
                EventPayload::Released => story.releases.push((*n, event.received_at)),
                EventPayload::Held(is_held) => {
                    story.holds.push((*n, *is_held, written(*n)));
                    if !is_held {
                        story.releases.push((*n, event.received_at));
                    }
                }
                EventPayload::Cancelled => story.cancels.push((*n, written(*n))),
                EventPayload::Trashed
                | EventPayload::Urgent(_)
                | EventPayload::Printed(_)
                | EventPayload::ManualMail(_)
                | EventPayload::Preferences(_)
                | EventPayload::Link(_)
                | EventPayload::Mail { .. }
                | EventPayload::Note(_) => {}
            }
        }
        story.begun = story.beginnings(events);
        story.beginning = story.beginning(events);
        let old = |at: Option<Timestamp>| {
            let mut received = events.values().map(|event| event.received_at);
            at.is_some_and(|at| received.any(|seen| seen.duration_since(at) > Duration::days(7)))
        };
        let orders = story.versions.iter().map(|version| &version.order);
        story.may_be_silent = orders
            .clone()
            .any(|order| order.part_of.is_some() || old(order.placed_at))
            || story.parts.iter().any(|part| old(part.part.placed_at));
        let versions = story.versions.iter();
        let versions = versions.map(|one| (one.written, one.order.status.clone()));
        let parts = story.parts.iter();
        let parts = parts.filter_map(|one| Some((one.written, one.part.status.clone()?)));
        let mut may_begin: Vec<_> = versions.chain(parts).collect();
        may_begin.retain(|(_, status)| is_begun(status));
        may_begin.dedup_by(|a, b| a.1 == b.1 && a.0 >= b.0);
        story.may_begin = may_begin;
        let versions = story.versions.iter().filter(|version| !version.repeats);
        let all = versions.map(|version| version.written);
        let all = all.chain(story.parts.iter().map(|part| part.written));
        story.is_unsure_until = all.max().unwrap_or_default();
        let still_told: Vec<RecordedFact> = story.facts.iter().cloned().collect();
        // The time until which it was the beginning: as all say, or for a
        // reader who did not see all.
        let mut ways = vec![None];
        if story.may_be_silent {
            let received = ever_told.iter().map(|told| told.received_at);
            ways.extend(received.chain([Timestamp::UNIX_EPOCH]).map(Some));
        }
        ways.sort_unstable();
        ways.dedup();
        let ways = ways
            .into_iter()
            .flat_map(|way| [(still_told.clone(), way), (ever_told.clone(), way)]);
        let quiet_facts = ways.map(|(facts, way)| {
            let quiet = |told: RecordedFact| {
                let silent = story.silent(told.event);
                let is_silent = match way {
                    None => silent == Some(true),
                    Some(until) => told.received_at <= until,
                };
                let is_quiet = matches!(told.via, Via::QuietImport | Via::KnownItem) || is_silent;
                let since = counts_as_told(is_quiet, told.event, &story.cancels)?;
                Some((since.max(written(told.event)), told))
            };
            let mut quiet: Vec<_> = facts.into_iter().filter_map(quiet).collect();
            quiet.sort_by_key(|(written, _)| *written);
            quiet
        });
        story.quiet_facts = quiet_facts.collect();
        story
    }

    /// Finds the place of each version that counts among all steps, by its event: it was
    /// known once it, or one that the shop dates later, had come, or the order had gone to
    /// the trash. Parts stand at the time when they came, behind the versions of that moment.
    fn places(&self, events: &BTreeMap<u64, Event>) -> BTreeMap<u64, Place> {
        let dated = |version: &Telling| (version.order.updated_at, version.n);
        let counts = || self.versions.iter().filter(|version| !version.repeats);
        let place = |version: &Telling| {
            let own = dated(version);
            let later = counts().filter(|other| dated(other) >= own);
            let came = later.filter_map(|other| Some(events.get(&other.n)?.received_at));
            let trash = events.iter().filter(|(n, event)| {
                matches!(event.payload, EventPayload::Trashed)
                    && own <= (trashed_at(events, **n, event.received_at), **n)
            });
            let came = came.chain(trash.map(|(_, event)| event.received_at));
            let came = came.min().unwrap_or(Timestamp::UNIX_EPOCH);
            (version.n, (came, 0, own))
        };
        counts().map(place).collect()
    }

    /// Finds the steps at which the order was more than a draft, worked out in
    /// another way than the fold does.
    fn beginnings(&self, events: &BTreeMap<u64, Event>) -> Vec<Begun> {
        let mut steps: Vec<(Place, u64)> = Vec::new();
        let places = self.places(events).into_iter();
        steps.extend(places.map(|(n, place)| (place, n)));
        let came = |part: &PartTelling| (part.received_at, part.n, (part.received_at, part.n));
        steps.extend(self.parts.iter().map(|part| (came(part), part.n)));
        steps.sort_unstable();
        let received = |n: &u64| events.get(n).map(|event| event.received_at);
        let since = self.versions.iter().filter_map(|v| received(&v.n)).min();
        let mut version: Option<&Order> = None;
        let mut parts: Vec<&PartTelling> = Vec::new();
        let mut begun = Vec::new();
        for (_, n) in steps {
            let own = self.versions.iter().find(|version| version.n == n);
            version = own.map(|telling| &telling.order).or(version);
            let part = self.parts.iter().find(|part| part.n == n);
            parts.extend(part);
            let is_there = version.is_some() || parts.iter().any(|part| is_whole(&part.part));
            let last = parts.iter().filter(|part| part.part.status.is_some());
            let last = last.max_by_key(|part| (part.part.updated_at, part.n));
            let by_erp = last.and_then(|part| part.part.status.as_ref());
            let by_shop = version.map(|version| &version.status);
            let status = match self.status_from {
                StatusFrom::Erp => by_erp.or(by_shop),
                StatusFrom::Shop => by_shop.or(by_erp),
            };
            if !(is_there && status.is_some_and(is_begun)) {
                continue;
            }
            let placed_at = version.and_then(|version| version.placed_at);
            let placed_at = placed_at.or(parts.iter().find_map(|part| part.part.placed_at));
            let seen_at = since.or(received(&n)).unwrap_or(Timestamp::UNIX_EPOCH);
            let is_old = placed_at.is_some_and(|at| seen_at.duration_since(at) > Duration::days(7));
            let is_part = version.is_some_and(|version| version.part_of.is_some());
            let twins = self.versions.iter();
            let twins = twins.filter(|version| {
                own.is_some_and(|own| own.is_twin_of(version.life, &version.order))
            });
            let written = twins.clone().map(|version| version.written).min();
            let written = written.or(part.map(|part| part.written));
            let twins = twins.map(|version| version.n);
            begun.push(Begun {
                received_at: received(&n).unwrap_or(Timestamp::UNIX_EPOCH),
                n: twins.chain(part.map(|part| part.n)).collect(),
                written: written.unwrap_or(i64::MAX),
                is_silent: is_old || is_part,
            });
        }
        begun
    }

    /// Lists the events up to the step that it began with.
    fn beginning(&self, events: &BTreeMap<u64, Event>) -> Vec<u64> {
        let Some(first) = self.begun.first().and_then(|begun| begun.n.first()) else {
            return Vec::new();
        };
        let places = self.places(events);
        let step = |n: &u64| {
            let version = self.versions.iter().find(|version| version.n == *n);
            let twins = self.versions.iter();
            let twins = twins.filter(|other| {
                version.is_some_and(|own| own.is_twin_of(other.life, &other.order))
            });
            match twins.map(|twin| twin.n).min() {
                // Versions of one place have the same moment, whatever their order.
                Some(twin) => places.get(&twin).map(|(came, tie, _)| (*came, *tie)),
                None => events.get(n).map(|event| (event.received_at, *n)),
            }
        };
        let last = step(first);
        let received = |n: &u64| {
            let version = self.versions.iter().find(|version| version.n == *n);
            let twins = self.versions.iter();
            let twins = twins.filter(|other| {
                version.is_some_and(|own| own.is_twin_of(other.life, &other.order))
            });
            let first = twins.map(|twin| twin.n).min().unwrap_or(*n);
            events.get(&first).map(|event| event.received_at)
        };
        let all = events.iter().filter(|(_, event)| {
            matches!(
                event.payload,
                EventPayload::Order(_) | EventPayload::Fact { .. }
            )
        });
        let all = all.map(|(n, _)| *n);
        // A part begins the order once there is a version that it adds to.
        let versions = self.versions.iter().map(|version| version.n);
        let versions = versions.filter(|n| step(n) <= last);
        let came = match self.parts.iter().any(|part| part.n == *first) {
            true => versions.filter_map(|n| received(&n)).min(),
            false => None,
        };
        let came = came.max(received(first));
        all.filter(|n| step(n) <= last && received(n) <= came)
            .collect()
    }

    /// Tells whether what a step says counts as told because the order began with
    /// it: surely, or maybe, for a reader who did not see all that there is now.
    pub(super) fn silent(&self, n: u64) -> Option<bool> {
        let first = self.begun.first();
        if first.is_some_and(|first| first.is_silent) && self.beginning.contains(&n) {
            return Some(true);
        }
        self.may_be_silent.then_some(false)
    }

    /// Tells whether nobody is told that it was placed, whatever came first.
    pub(super) fn is_silent_however(&self) -> bool {
        let is_old = |at: Timestamp| begin().duration_since(at) > Duration::days(7);
        let mut versions = self.versions.iter().map(|version| &version.order);
        let is_silent = |order: &Order| {
            order.placed_at.is_some_and(is_old)
                || (order.part_of.is_some() && self.parts.is_empty())
        };
        !self.versions.is_empty() && versions.all(is_silent)
    }

    /// Returns the time until which the order may have begun with something else.
    pub(super) const fn is_unsure_until(&self) -> i64 {
        self.is_unsure_until
    }

    /// Returns the order by a version and these facts, with the status by the
    /// word of who decides it.
    pub(super) fn with(&self, version: Option<&Order>, facts: &Facts) -> Option<Order> {
        order_of(version, facts, self.status_from)
    }
}

/// Tells whether the shop took its order out of the trash that this event sent
/// it to: the order came since, and is not older than what had come before.
fn is_back(events: &BTreeMap<u64, Event>, trashed: u64, at: Timestamp) -> bool {
    let before = trashed_at(events, trashed, at);
    let mut since = events.range(trashed..).filter_map(date);
    since.any(|at| at >= before)
}

/// Finds the date of the newest version that had come before an event that sent
/// the order to the trash; if there was none, the time when that event came.
pub(super) fn trashed_at(events: &BTreeMap<u64, Event>, trashed: u64, at: Timestamp) -> Timestamp {
    let before = events.range(..trashed).filter_map(date);
    before.max().unwrap_or(at)
}

fn date((_, event): (&u64, &Event)) -> Option<Timestamp> {
    match &event.payload {
        EventPayload::Order(order) => Some(order.updated_at),
        _ => None,
    }
}

/// Tells whether a part is an order on its own.
pub(super) fn is_whole(part: &OrderPart) -> bool {
    part.status.is_some() && part.currency.is_some() && !part.lines.is_empty()
}

pub(super) fn is_begun(status: &Status) -> bool {
    !matches!(
        status.stage,
        Stage::Draft | Stage::Cancelled | Stage::PaymentFailed | Stage::Refunded
    )
}

/// Returns the time since which an event counts as told, if it does.
pub(super) fn counts_as_told(is_quiet: bool, n: u64, cancels: &[(u64, i64)]) -> Option<i64> {
    let cancels = cancels.iter().filter(|(cancel, _)| n <= *cancel);
    let cancelled = cancels.map(|(_, written)| *written).min();
    is_quiet.then_some(0).or(cancelled)
}

//! What an order's log tells, event by event: what counts as told is decided
//! here, and not by the domain.

use std::collections::BTreeMap;

use wismo_domain::log::{Event, Facts, Said, Told, Via};
use wismo_domain::order::{Order, StatusFrom};
use wismo_domain::time::Timestamp;

/// What an order's log tells beside its newest version.
pub(crate) struct Story {
    pub(crate) facts: Facts,
    pub(super) versions: Vec<Telling>,
    /// When each fact that counts as told was written. The second time with
    /// those that counted so only until another host told the same, and did not.
    pub(super) quiet_facts: [Vec<(i64, Told)>; 2],
    /// When the first event came.
    pub(super) since: Option<Timestamp>,
    /// When the shop removed the order.
    pub(super) removed: Option<i64>,
    /// The releases: their numbers, and when they were asked for.
    pub(super) releases: Vec<(u64, Timestamp)>,
    /// Since when the merchant holds the order, or does no more: number, whether, when.
    pub(super) holds: Vec<(u64, bool, i64)>,
    /// When what there was to tell was cancelled: number, when.
    pub(super) cancels: Vec<(u64, i64)>,
}

/// One event that told of a version.
pub(super) struct Telling {
    pub(super) n: u64,
    pub(super) via: Via,
    /// When it was written, by the world's clock.
    pub(super) written: i64,
    /// Whether another event said the same before.
    pub(super) repeats: bool,
    pub(super) order: Order,
}

impl Story {
    pub(crate) fn of(events: &BTreeMap<u64, Event>, written: impl Fn(u64) -> i64) -> Self {
        let mut story = Self {
            facts: Facts::default(),
            versions: Vec::new(),
            quiet_facts: Default::default(),
            since: events.values().map(|event| event.received_at).min(),
            removed: None,
            releases: Vec::new(),
            holds: Vec::new(),
            cancels: Vec::new(),
        };
        let mut ever_told = Vec::new();
        for (n, event) in events {
            match &event.said {
                Said::Order(order) => {
                    let mut others = story.versions.iter();
                    let repeats = others.any(|other| other.order == **order);
                    story.versions.push(Telling {
                        n: *n,
                        via: event.via,
                        written: written(*n),
                        repeats,
                        order: (**order).clone(),
                    });
                }
                Said::Fact { at, n: item, fact } => {
                    let told = Told {
                        at: *at,
                        n: item.unwrap_or(*n),
                        event: *n,
                        received_at: event.received_at,
                        via: event.via,
                        fact: fact.clone(),
                    };
                    ever_told.push(told.clone());
                    story.facts.take(told);
                }
                Said::Deleted => {
                    let written = written(*n);
                    story.removed = story.removed.or(Some(written)).min(Some(written));
                }
                Said::Released => story.releases.push((*n, event.received_at)),
                Said::Held(is_held) => {
                    story.holds.push((*n, *is_held, written(*n)));
                    if !is_held {
                        story.releases.push((*n, event.received_at));
                    }
                }
                Said::Cancelled => story.cancels.push((*n, written(*n))),
                Said::Written(_) | Said::Chosen(_) | Said::Link(_) | Said::Mail { .. } => {}
            }
        }
        let still_told: Vec<Told> = story.facts.iter().cloned().collect();
        story.quiet_facts = [still_told, ever_told].map(|facts| {
            let quiet = |told: Told| {
                let is_quiet = matches!(told.via, Via::QuietImport | Via::KnownItem);
                let since = counts_as_told(is_quiet, told.event, &story.cancels)?;
                Some((since.max(written(told.event)), told))
            };
            let mut quiet: Vec<_> = facts.into_iter().filter_map(quiet).collect();
            quiet.sort_by_key(|(written, _)| *written);
            quiet
        });
        story
    }
}

/// Since when what an event tells counts as told, if it does.
pub(super) fn counts_as_told(is_quiet: bool, n: u64, cancels: &[(u64, i64)]) -> Option<i64> {
    let cancels = cancels.iter().filter(|(cancel, _)| n <= *cancel);
    let cancelled = cancels.map(|(_, written)| *written).min();
    is_quiet.then_some(0).or(cancelled)
}

pub(super) fn with(order: &Order, facts: &Facts) -> Order {
    let mut order = order.clone();
    facts.apply(&mut order, StatusFrom::Shop);
    order
}

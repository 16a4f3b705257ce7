//! The history: what happened, newest first.

use maud::{Markup, html};
use rust_decimal::Decimal;
use wismo_domain::changes::Change;
use wismo_domain::log::{Moment, State};
use wismo_domain::order::Order;
use wismo_domain::time::Timestamp;
use wismo_domain::time::zone::TimeZone;

use super::localizer::{PageLocalizer, isolate};
use super::visibility::VisibleParts;
use crate::texts::Texts;
use crate::words::{self, ChangeText, ItemText};

/// The most items of one change that are shown; the rest is left to the list of the items.
const MOST: usize = 20;

/// The section of the history; empty if there is none.
pub(super) fn history(
    localizer: &PageLocalizer<'_>,
    state: &State,
    seen: VisibleParts<'_>,
) -> Markup {
    // Moments that read alike are shown as one.
    let mut moments: Vec<(Timestamp, Vec<Markup>)> = Vec::new();
    for (entry, changes) in entries(state) {
        let told = told(localizer, &state.order, changes, seen);
        let changes = told.map(|(change, told)| self::change(localizer, change, told));
        let changes: Vec<Markup> = changes.collect();
        match moments.last_mut() {
            _ if changes.is_empty() => {}
            Some((at, all)) if localizer.date_time(*at) == localizer.date_time(entry.at) => {
                all.extend(changes);
            }
            Some(_) | None => moments.push((entry.at, changes)),
        }
    }
    html! {
        @if !moments.is_empty() {
            section aria-labelledby="history" {
                h2 id="history" { (localizer.get("page-history")) }
                ol.history {
                    @for (at, changes) in moments {
                        li {
                            p.soft { (localizer.moment(at)) }
                            @for change in changes { (change) }
                        }
                    }
                }
                p.soft { (zone(localizer.texts, localizer.zone)) }
            }
        }
    }
}

/// The events of each moment in words, a line for each change.
pub(super) fn what(
    localizer: &PageLocalizer<'_>,
    state: &State,
    seen: VisibleParts<'_>,
) -> impl Iterator<Item = (Timestamp, Vec<String>)> {
    entries(state).map(move |(entry, changes)| {
        let told = told(localizer, &state.order, changes, seen);
        (entry.at, told.map(|(_, told)| told.what).collect())
    })
}

/// The moments, the newest first, without the refunds that the shop has taken back
/// since: those that exceed what was paid back in all.
fn entries(state: &State) -> impl Iterator<Item = (&Moment, Vec<&Change>)> {
    let refunds = state.order.refunds.iter();
    let mut left: Decimal = refunds.map(|refund| refund.amount.0).sum();
    state.timeline.iter().rev().map(move |entry| {
        let mut stands = |change: &&Change| {
            let Change::Refunded { amount } = change else {
                return true;
            };
            let stands = amount.0 <= left;
            if stands {
                left -= amount.0;
            }
            stands
        };
        (entry, entry.changes.iter().filter(&mut stands).collect())
    })
}

/// The changes of a moment that the reader is told: none between two statuses that are
/// the same to the customer, and none twice.
fn told<'a>(
    localizer: &'a PageLocalizer<'_>,
    order: &'a Order,
    changes: Vec<&'a Change>,
    seen: VisibleParts<'a>,
) -> impl Iterator<Item = (&'a Change, ChangeText)> {
    let changes = changes.into_iter();
    let changes = changes.filter(move |change| seen.tells(change));
    let told = changes.map(|change| (change, words::change(localizer.texts, change, order, MOST)));
    let told = told.filter(|(change, told)| {
        let has_moved = matches!(change, Change::StatusChanged { from: Some(_), .. });
        !has_moved || told.before.is_some()
    });
    let mut told: Vec<(&Change, ChangeText)> = told.collect();
    let all: Vec<ChangeText> = told.iter().map(|(_, told)| told.clone()).collect();
    told.retain(|(_, one)| !all.iter().any(|other| one.is_said_by(other)));
    told.into_iter()
}

/// One change.
fn change(localizer: &PageLocalizer<'_>, change: &Change, told: ChangeText) -> Markup {
    let detail = match (change, told.before, told.now) {
        // The shop's words for the statuses may not tell by themselves which came first.
        (Change::StatusChanged { from, to }, Some(before), Some(now))
            if from
                .iter()
                .chain([to])
                .any(|status| words::own_words(localizer.texts.language, status).is_some()) =>
        {
            Some(from_to(localizer, &before, &now))
        }
        (Change::TrackingEntered { .. }, Some(before), Some(now)) => {
            Some(from_to(localizer, &before, &now))
        }
        (Change::TrackingEntered { .. }, None, now) => now,
        _ => None,
    };
    html! {
        p { (told.what) }
        @if let Some(detail) = detail { p.soft { bdi { (detail) } } }
        @for item in &told.items { p.soft { (self::item(localizer, item)) } }
        @if told.more > 0 {
            p.soft { (localizer.texts.with("page-history-more", [("count", told.more.into())])) }
        }
    }
}

fn from_to(localizer: &PageLocalizer<'_>, before: &str, now: &str) -> String {
    let values = [
        ("before", isolate(before).into()),
        ("now", isolate(now).into()),
    ];
    let text = localizer.texts.with("page-history-from-to", values);
    text.into_owned()
}

/// The meaning of a change to one item, in a line.
fn item(localizer: &PageLocalizer<'_>, item: &ItemText) -> String {
    let name = isolate(&item.name);
    let Some(now) = item.now.as_deref() else {
        return name;
    };
    let text = match item.before.as_deref() {
        Some(before) => localizer.texts.with(
            "page-history-item-moved",
            [
                ("item", name.into()),
                ("before", before.into()),
                ("now", now.into()),
            ],
        ),
        None => localizer.texts.with(
            "page-history-item",
            [("item", name.into()), ("now", now.into())],
        ),
    };
    text.into_owned()
}

/// The note about the clock that the times are by.
pub(super) fn zone(texts: Texts, zone: &TimeZone) -> String {
    match zone.name() {
        "UTC" | "Etc/UTC" => texts.get("page-history-utc").into_owned(),
        name => {
            let name = name.replace('_', " ");
            let text = texts.with("page-history-zone", [("zone", name.into())]);
            text.into_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use wismo_domain::changes::{Moved, Promise};
    use wismo_domain::order::{DateSource, DeliveryMethod, Stage, Status};
    use wismo_domain::time::zone::TimeZone;

    use super::super::samples;
    use super::*;
    use crate::texts::Language;

    fn shown(timeline: &[Moment], zone: &str) -> String {
        let zone = TimeZone::named(zone).unwrap();
        let mut state = samples::plain();
        state.timeline = timeline.to_vec();
        state.order.lines = vec![samples::line("1", "Socks", 3)];
        let localizer = PageLocalizer::new(Language::English, &zone, state.order.updated_at, "USD");
        history(&localizer, &state, samples::seen()).into_string()
    }

    #[test]
    fn a_refund_that_was_taken_back_goes() {
        let paid_back = |amount| Change::Refunded {
            amount: samples::amount(amount).unwrap(),
        };
        let mut state = samples::plain();
        state.timeline = vec![
            samples::entry("2026-06-04T07:12:00Z", vec![paid_back("5")]),
            samples::entry("2026-06-05T07:12:00Z", vec![paid_back("10")]),
        ];
        for (stand, told) in [
            (
                &["5", "10"][..],
                &["Refund of $10.00", "Refund of $5.00"][..],
            ),
            (&["10"], &["Refund of $10.00"]),
            (&["5"], &["Refund of $5.00"]),
            (&[], &[]),
        ] {
            let refunds = stand.iter().map(|amount| samples::refund(amount, None));
            state.order.refunds = refunds.collect();
            let localizer = samples::localizer();
            let all = what(&localizer, &state, samples::seen());
            let all: Vec<String> = all.flat_map(|(_, what)| what).collect();
            assert_eq!(all, told);
        }
    }

    #[test]
    fn the_newest_is_first_by_the_shops_clock() {
        let timeline = [
            samples::entry("2026-06-04T07:12:00Z", vec![Change::Placed]),
            samples::entry("2026-06-06T22:30:00Z", vec![samples::tracked(None)]),
        ];
        let shown = shown(&timeline, "America/New_York");
        assert!(
            shown.contains(
                "<time datetime=\"2026-06-06T22:30:00Z\">6\u{a0}June 2026 at 18:30</time>"
            )
        );
        assert_eq!(
            samples::text(&shown),
            "What happened 6 June 2026 at 18:30 Parcel can be tracked with FedEx 117579686762 \
             4 June 2026 at 03:12 Order placed Times are in local time (America/New York)."
        );
    }

    #[test]
    fn what_needs_no_shipping_is_complete_once() {
        let mut state = samples::plain();
        state.order.delivery_method = Some(DeliveryMethod::None);
        state.order.lines = vec![samples::line("1", "Mug", 1)];
        let lines = vec![Moved {
            line: "1".to_owned(),
            from: 0.into(),
            to: 1.into(),
        }];
        let to = Status::new("completed", Stage::Completed);
        let changes = vec![
            Change::StatusChanged { from: None, to },
            Change::Delivered { lines },
        ];
        state.timeline = vec![samples::entry("2026-06-06T22:30:00Z", changes)];
        let localizer = samples::localizer();
        let told = what(&localizer, &state, samples::seen()).flat_map(|(_, what)| what);
        assert_eq!(told.collect::<Vec<_>>(), ["Order complete"]);
    }

    #[test]
    fn a_corrected_number_shows_both() {
        let timeline = [samples::entry(
            "2026-06-06T22:30:00Z",
            vec![samples::tracked(Some("1Z"))],
        )];
        assert_eq!(
            samples::text(&shown(&timeline, "UTC")),
            "What happened 6 June 2026 at 22:30 New tracking number for the parcel with FedEx \
             1Z, now 117579686762 Times are in UTC."
        );
    }

    #[test]
    fn a_change_that_reads_the_same_is_left_out() {
        let status = |code: &str| Status::new(code, Stage::Preparing);
        let same = Change::StatusChanged {
            from: Some(status("processing")),
            to: status("packing"),
        };
        assert_eq!(
            shown(&[samples::entry("2026-06-06T22:30:00Z", vec![same])], "UTC"),
            ""
        );
    }

    fn read(changes: Vec<Change>) -> String {
        let shown = shown(&[samples::entry("2026-06-06T22:30:00Z", changes)], "UTC");
        let text = samples::text(&shown);
        let text = text.strip_prefix("What happened 6 June 2026 at 22:30 ");
        let text = text.and_then(|text| text.strip_suffix(" Times are in UTC."));
        text.unwrap().to_owned()
    }

    #[test]
    fn what_happened_to_items_is_told_of_each() {
        let lines = vec![
            Moved {
                line: "1".to_owned(),
                from: 1.into(),
                to: 2.into(),
            },
            Moved {
                line: "gone".to_owned(),
                from: 0.into(),
                to: 1.into(),
            },
        ];
        assert_eq!(
            read(vec![Change::PartDelivered { lines }]),
            "Items sent Socks: 2 sent (before: 1 sent) An item: 1 sent"
        );
        let lines = vec!["1".to_owned()];
        assert_eq!(
            read(vec![Change::BackInStock { lines }, Change::Picked]),
            "Item back in stock Socks Items picked from the shelf"
        );
    }

    #[test]
    fn a_new_day_stands_beside_the_old_one() {
        let lines = vec![Promise {
            line: "1".to_owned(),
            from: Some("2026-11-27".parse().unwrap()),
            to: Some("2026-12-04".parse().unwrap()),
            by: Some(DateSource::PurchaseOrder),
        }];
        assert_eq!(
            read(vec![Change::ExpectedDateChanged { lines }]),
            "New expected date Socks: Friday 4 December 2026, when new stock is expected \
             (before: Friday 27 November 2026)"
        );
    }

    #[test]
    fn the_shops_own_words_are_told_from_and_to() {
        let from = Status {
            label: Some("Being cut".to_owned()),
            ..Status::new("cut", Stage::Preparing)
        };
        let to = Status::new("wc-engraving", Stage::Other);
        assert_eq!(
            read(vec![Change::StatusChanged {
                from: Some(from),
                to
            }]),
            "Status changed to “Engraving” Being cut, now Engraving"
        );
    }

    #[test]
    fn more_items_than_one_reads_are_counted() {
        let lines = (0..1000).map(|line| line.to_string()).collect();
        let read = read(vec![Change::BackInStock { lines }]);
        assert!(read.ends_with(" and 980 more items"), "{read}");
    }
}

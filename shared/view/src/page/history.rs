//! What happened, newest first.

use maud::{Markup, html};
use wismo_domain::changes::Change;
use wismo_domain::log::Entry;

use super::voice::Voice;
use crate::words::{self, Told};

/// The section of the history; nothing without any.
pub(super) fn history(voice: &Voice<'_>, timeline: &[Entry]) -> Markup {
    let entries: Vec<(&Entry, Vec<Markup>)> = timeline
        .iter()
        .rev()
        .map(|entry| {
            let changes = entry
                .changes
                .iter()
                .filter_map(|change| self::change(voice, change));
            (entry, changes.collect())
        })
        .filter(|(_, changes): &(_, Vec<_>)| !changes.is_empty())
        .collect();
    html! {
        @if !entries.is_empty() {
            section aria-labelledby="history" {
                h2 id="history" { (voice.get("page-history")) }
                ol.history {
                    @for (entry, changes) in entries {
                        li {
                            p.soft { (voice.moment(entry.at)) }
                            @for change in changes { (change) }
                        }
                    }
                }
                p.soft { (zone(voice)) }
            }
        }
    }
}

/// One change; nothing for two statuses that are the same to the customer.
fn change(voice: &Voice<'_>, change: &Change) -> Option<Markup> {
    let Told { what, before, now } = words::change(voice.texts, change, voice.currency);
    let detail = match (change, before, now) {
        (Change::StatusChanged { .. }, None, _) => return None,
        (Change::TrackingEntered { .. }, Some(before), Some(now)) => {
            let values = [("before", before.into()), ("now", now.into())];
            Some(
                voice
                    .texts
                    .with("page-history-from-to", values)
                    .into_owned(),
            )
        }
        (Change::TrackingEntered { .. }, None, now) => now,
        _ => None,
    };
    Some(html! {
        p { (what) }
        @if let Some(detail) = detail { p.soft { bdi { (detail) } } }
    })
}

/// Which clock the times are by.
fn zone(voice: &Voice<'_>) -> String {
    match voice.zone.name() {
        "UTC" | "Etc/UTC" => voice.get("page-history-utc"),
        name => {
            let name = name.replace('_', " ");
            let text = voice
                .texts
                .with("page-history-zone", [("zone", name.into())]);
            text.into_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use wismo_domain::order::{Stage, Status};
    use wismo_domain::zone::TimeZone;

    use super::super::samples;
    use super::*;
    use crate::texts::Language;

    fn shown(timeline: &[Entry], zone: &str) -> String {
        let zone = TimeZone::named(zone).unwrap();
        history(&Voice::new(Language::English, &zone, "USD"), timeline).into_string()
    }

    #[test]
    fn the_newest_is_first_by_the_shops_clock() {
        let timeline = [
            samples::entry("2026-06-04T07:12:00Z", vec![Change::Placed]),
            samples::entry("2026-06-06T22:30:00Z", vec![samples::tracked(None)]),
        ];
        let shown = shown(&timeline, "America/New_York");
        assert!(
            shown.contains("<time datetime=\"2026-06-06T22:30:00Z\">6 June 2026, 18:30</time>")
        );
        assert_eq!(
            samples::text(&shown),
            "What happened 6 June 2026, 18:30 Parcel can be tracked with FedEx 117579686762 \
             4 June 2026, 03:12 Order placed Times are local time in America/New York."
        );
    }

    #[test]
    fn a_corrected_number_shows_both() {
        let timeline = [samples::entry(
            "2026-06-06T22:30:00Z",
            vec![samples::tracked(Some("1Z"))],
        )];
        assert_eq!(
            samples::text(&shown(&timeline, "UTC")),
            "What happened 6 June 2026, 22:30 New tracking number for the parcel with FedEx \
             1Z, now 117579686762 Times are in UTC."
        );
    }

    #[test]
    fn a_change_that_reads_the_same_is_left_out() {
        let status = |code: &str| Status {
            code: code.to_owned(),
            stage: Stage::Preparing,
            label: None,
        };
        let same = Change::StatusChanged {
            from: status("processing"),
            to: status("packing"),
        };
        assert_eq!(
            shown(&[samples::entry("2026-06-06T22:30:00Z", vec![same])], "UTC"),
            ""
        );
    }
}

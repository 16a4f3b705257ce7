//! The parcels: who carries them, what is in them, where to follow them.

use maud::{Markup, html};
use wismo_domain::order::{Line, LineQuantity, Shipment, ShipmentState, Stage};

use super::localizer::{PageLocalizer, isolate};
use super::sums::OrderSums;
use crate::carriers::{self, Tracking};
use crate::url;
use crate::words;

/// The section of the parcels; empty if there are none.
pub(super) fn parcels(localizer: &PageLocalizer<'_>, facts: &OrderSums<'_>) -> Markup {
    let count = facts.parcels.len();
    let title = if count == 1 {
        "page-parcel"
    } else {
        "page-parcels"
    };
    html! {
        @if count > 0 {
            section aria-labelledby="parcels" {
                h2 id="parcels" { (localizer.get(title)) }
                @for (index, parcel) in facts.parcels.iter().enumerate() {
                    (self::parcel(localizer, facts, parcel, index + 1, count))
                }
            }
        }
    }
}

fn parcel(
    localizer: &PageLocalizer<'_>,
    facts: &OrderSums<'_>,
    parcel: &Shipment,
    index: usize,
    count: usize,
) -> Markup {
    let tracking = carriers::tracking(parcel);
    let heading = localizer.texts.with(
        "page-parcel-numbered",
        [("index", index.into()), ("count", count.into())],
    );
    let number = parcel
        .tracking_number
        .as_deref()
        .map(str::trim)
        .unwrap_or_default();
    let contents = contents(localizer, &facts.order.lines, &parcel.lines);
    html! {
        div.parcel {
            @if count > 1 { h3 { (heading) } }
            @if let Some(tracking) = &tracking {
                (link(localizer, tracking, (count > 1).then_some(index)))
            }
            dl {
                @if let Some(state) = state(facts, parcel) {
                    (row(&localizer.get("page-parcel-state"), &html! { (localizer.get(state)) }))
                }
                @if let Some(tracking) = &tracking {
                    (row(&localizer.get("page-parcel-carrier"), &html! { bdi { (tracking.carrier) } }))
                }
                @if !number.is_empty() {
                    (row(&localizer.get("page-parcel-number"), &html! { bdi { (number) } }))
                }
                @if let Some(at) = parcel.shipped_at.filter(|_| parcel.state != ShipmentState::Pending) {
                    (row(&localizer.get("page-parcel-date"), &localizer.day(at)))
                }
                @if !contents.is_empty() {
                    div {
                        dt { (localizer.get("page-parcel-contents")) }
                        @for content in contents { dd { (content) } }
                    }
                }
            }
        }
    }
}

fn row(term: &str, description: &Markup) -> Markup {
    html! { div { dt { (term) } dd { (description) } } }
}

/// The state of the parcel, if its date does not say it. A shop that calls the
/// order delivered rarely corrects its parcels.
fn state(facts: &OrderSums<'_>, parcel: &Shipment) -> Option<&'static str> {
    match parcel.state {
        ShipmentState::Delivered => Some("page-parcel-delivered"),
        _ if facts.stage == Stage::Delivered => None,
        ShipmentState::Pending => Some("page-parcel-pending"),
        ShipmentState::Sent if parcel.shipped_at.is_none() => Some("page-parcel-sent"),
        ShipmentState::Sent | ShipmentState::Failed => None,
    }
}

/// The items of some lines that the order knows by name, each with its quantity.
pub(super) fn contents(
    localizer: &PageLocalizer<'_>,
    lines: &[Line],
    line_quantities: &[LineQuantity],
) -> Vec<Markup> {
    let named = |line_quantity: &LineQuantity| {
        let line = lines.iter().find(|line| line.id == line_quantity.line)?;
        let quantity = localizer.quantity(line_quantity.quantity);
        let times = localizer
            .texts
            .with("page-item-times", [("quantity", quantity.into())]);
        Some(html! { (times) " " bdi { (words::item(localizer.texts, Some(line))) } })
    };
    line_quantities.iter().filter_map(named).collect()
}

fn link(localizer: &PageLocalizer<'_>, tracking: &Tracking, index: Option<usize>) -> Markup {
    let Some((url, host)) = tracking
        .url
        .as_deref()
        .and_then(|url| Some((url, url::host(url)?)))
    else {
        return html! {};
    };
    let carrier = isolate(&tracking.carrier);
    let text = match index {
        None => localizer
            .texts
            .with("page-track", [("carrier", carrier.into())]),
        Some(index) => localizer.texts.with(
            "page-track-numbered",
            [("index", index.into()), ("carrier", carrier.into())],
        ),
    };
    html! {
        p {
            a.track href=(url) rel="noreferrer noopener external" {
                (text)
                " "
                small { (localizer.texts.with("page-leaves", [("host", host.into())])) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;

    fn shown(shipments: Vec<Shipment>) -> String {
        let mut state = samples::plain();
        state.order.shipments = shipments;
        let localizer = samples::localizer();
        parcels(&localizer, &OrderSums::of(&state)).into_string()
    }

    #[test]
    fn a_parcel_leads_to_its_carrier_and_says_so() {
        let shown = shown(vec![samples::parcel()]);
        assert!(
            shown.contains(
                "<a class=\"track\" href=\"https://www.fedex.com/fedextrack/?trknbr=117579686762\" \
             rel=\"noreferrer noopener external\">Track parcel with FedEx \
             <small>opens www.fedex.com</small></a>"
            ),
            "{shown}"
        );
        assert!(shown.contains("<h2 id=\"parcels\">Parcel</h2>"));
    }

    #[test]
    fn links_to_several_parcels_have_different_names() {
        let shown = shown(vec![samples::parcel(), samples::parcel()]);
        assert!(shown.contains("<h3>Parcel 2 of 2</h3>"));
        assert!(shown.contains("Track parcel 2 with FedEx"));
    }

    #[test]
    fn a_failed_parcel_is_not_shown() {
        let failed = Shipment {
            state: ShipmentState::Failed,
            ..samples::parcel()
        };
        assert_eq!(shown(vec![failed]), "");
    }

    #[test]
    fn a_parcel_still_in_the_shop_has_no_date() {
        let pending = Shipment {
            state: ShipmentState::Pending,
            ..samples::parcel()
        };
        let shown = samples::text(&shown(vec![pending]));
        assert!(
            shown.contains("Not handed to the carrier yet") && !shown.contains("2026"),
            "{shown}"
        );
    }

    #[test]
    fn a_parcel_that_arrived_says_so() {
        let arrived = Shipment {
            state: ShipmentState::Delivered,
            ..samples::parcel()
        };
        assert!(samples::text(&shown(vec![arrived])).contains("Status Delivered"));
    }

    #[test]
    fn a_parcel_without_anything_still_says_how_far_it_is() {
        let bare = Shipment {
            carrier: None,
            tracking_number: None,
            shipped_at: None,
            ..samples::parcel()
        };
        assert_eq!(samples::text(&shown(vec![bare])), "Parcel Status Sent");
    }

    #[test]
    fn a_hostile_parcel_stays_text() {
        let hostile = Shipment {
            carrier: Some("\"><script>alert(1)</script>".to_owned()),
            tracking_number: Some("'><img src=x>".to_owned()),
            tracking_url: Some("https://x.example/\"onmouseover=\"".to_owned()),
            ..samples::parcel()
        };
        let shown = shown(vec![hostile]);
        assert!(!shown.contains("<script") && !shown.contains("<img") && !shown.contains("<a"));
    }
}

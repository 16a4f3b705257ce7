//! The answer, first and large: where the order stands, and what happens next.

use maud::{Markup, html};
use wismo_domain::order::{Quantity, ShipmentState, Stage};
use wismo_domain::settings::Part;

use super::Page;
use super::expected;
use super::facts::Facts;
use super::sight::Seen;
use super::steps;
use super::voice::{Voice, isolate};
use crate::texts::plural;
use crate::{carriers, words};

/// The head of the page.
pub(super) fn answer(
    voice: &Voice<'_>,
    facts: &Facts<'_>,
    page: &Page<'_>,
    seen: Seen<'_>,
) -> Markup {
    let order = facts.order;
    let number = isolate(order.display_number());
    let title = match order.placed_at.filter(|_| !facts.removed) {
        None => html! { (voice.texts.with("page-order", [("number", number.into())])) },
        Some(at) => voice.dated("page-order-placed", ("number", &number), at),
    };
    html! {
        section.answer {
            hgroup {
                p { (title) }
                h1 { (heading(voice, facts)) }
            }
            @for sentence in sentences(voice, facts) { p { (sentence) } }
            @if seen.shows(Part::Steps) { (steps::steps(voice, facts)) }
            @let calendar = expected::next(voice, facts).filter(|_| seen.shows(Part::Calendar));
            @let reorder = facts.order.reorder_url.as_ref().filter(|_| seen.shows(Part::Reorder));
            @if calendar.is_some() || reorder.is_some() {
                ul.links {
                    @if calendar.is_some() {
                        li { a href={ (page.token) "/delivery.ics" } { (voice.get("page-calendar")) } }
                    }
                    @if let Some(url) = reorder { li { a href=(url) { (voice.get("page-reorder")) } } }
                }
            }
        }
    }
}

/// The status as a short label, for the window's title.
pub(super) fn label(voice: &Voice<'_>, facts: &Facts<'_>) -> String {
    if facts.removed {
        voice.get("words-removed")
    } else if facts.stage == facts.order.status.stage {
        words::status(voice.texts, &facts.order.status)
    } else {
        words::stage(voice.texts, facts.stage).into_owned()
    }
}

pub(super) fn heading(voice: &Voice<'_>, facts: &Facts<'_>) -> String {
    if facts.removed {
        return voice.get("page-removed");
    }
    if facts.stage == Stage::PartDelivered {
        // The same sentence as elsewhere; a heading has no full stop.
        if let Some(counted) = items_sent(voice, facts) {
            return counted.trim_end_matches('.').to_owned();
        }
    }
    let id = match facts.stage {
        Stage::Draft => "page-draft",
        Stage::AwaitingPayment => "page-awaiting-payment",
        Stage::PaymentFailed => "page-payment-failed",
        Stage::Received => "page-received",
        Stage::Preparing => "page-preparing",
        Stage::OnHold => "page-on-hold",
        Stage::PartDelivered => "page-part-delivered",
        Stage::Sent => "page-sent",
        Stage::Delivered => "page-delivered",
        Stage::ReadyToCollect => "page-ready-to-collect",
        Stage::Collected => "page-collected",
        Stage::Completed => "page-completed",
        Stage::Cancelled => "page-cancelled",
        Stage::Refunded => "page-refunded",
        Stage::Other => {
            let status = isolate(&label(voice, facts));
            let text = voice.texts.with("page-other", [("status", status.into())]);
            return text.into_owned();
        }
    };
    voice.get(id)
}

/// What the heading does not say, most telling first.
pub(super) fn sentences(voice: &Voice<'_>, facts: &Facts<'_>) -> Vec<String> {
    if facts.removed {
        return vec![voice.get("page-next-removed")];
    }
    // The heading counts them in a part delivery.
    let counts = !matches!(
        facts.stage,
        Stage::PartDelivered
            | Stage::Sent
            | Stage::Delivered
            | Stage::ReadyToCollect
            | Stage::Collected
            | Stage::Completed
    );
    let mut sentences: Vec<String> = [
        counts.then(|| items_sent(voice, facts)).flatten(),
        parcels(voice, facts),
        readied(voice, facts),
        expected::expected(voice, facts),
    ]
    .into_iter()
    .flatten()
    .collect();
    sentences.push(next(voice, facts));
    sentences.extend(shops_words(voice, facts));
    sentences
}

/// "2 of 3 items have been sent."
fn items_sent(voice: &Voice<'_>, facts: &Facts<'_>) -> Option<String> {
    let told = facts
        .progress
        .filter(|progress| progress.sent > 0 && progress.sent < progress.total)?;
    let (sent, total) = (Quantity(told.sent.into()), Quantity(told.total.into()));
    let sentence = voice.texts.with(
        "page-items-sent",
        [
            ("sent", plural(sent)),
            ("total", plural(total)),
            ("sent-text", voice.quantity(sent).into()),
            ("total-text", voice.quantity(total).into()),
        ],
    );
    Some(sentence.into_owned())
}

/// How the parcels are doing, where the heading does not say it for all of them.
fn parcels(voice: &Voice<'_>, facts: &Facts<'_>) -> Option<String> {
    let (all, arrived) = (facts.parcels.len(), facts.count(ShipmentState::Delivered));
    let gone = arrived + facts.count(ShipmentState::Sent);
    let over = matches!(
        facts.stage,
        Stage::Delivered
            | Stage::ReadyToCollect
            | Stage::Collected
            | Stage::Completed
            | Stage::Cancelled
            | Stage::Refunded
    );
    let counted = facts.stage == Stage::PartDelivered && facts.progress.is_some();
    let sentence = if over || gone == 0 {
        return None;
    } else if arrived > 0 {
        let values = [("arrived", arrived.into()), ("total", all.into())];
        voice.texts.with("page-parcels-arrived", values)
    } else if facts.stage == Stage::Sent && all > 1 {
        voice
            .texts
            .with("page-parcels-in-all", [("count", all.into())])
    } else if facts.stage == Stage::Sent || counted {
        return None;
    } else {
        voice
            .texts
            .with("page-parcels-sent", [("count", gone.into())])
    };
    Some(sentence.into_owned())
}

/// How far the preparing is.
fn readied(voice: &Voice<'_>, facts: &Facts<'_>) -> Option<String> {
    let order = facts.order;
    if facts.stage != Stage::Preparing {
        None
    } else if order.picked {
        Some(voice.get("page-picked"))
    } else {
        order
            .has_packing_slip()
            .then(|| voice.get("page-packing-slip"))
    }
}

fn next(voice: &Voice<'_>, facts: &Facts<'_>) -> String {
    let can_be_tracked = || {
        let mut trackings = facts
            .parcels
            .iter()
            .filter_map(|parcel| carriers::tracking(parcel));
        trackings.any(|tracking| tracking.url.is_some())
    };
    voice.get(match facts.stage {
        Stage::Draft => "page-next-draft",
        Stage::AwaitingPayment => "page-next-awaiting-payment",
        Stage::PaymentFailed => "page-next-payment-failed",
        Stage::Received => "page-next-received",
        Stage::Preparing if can_be_tracked() => "page-next-preparing-track",
        Stage::Preparing => "page-next-preparing",
        Stage::OnHold => "page-next-on-hold",
        Stage::PartDelivered => "page-next-part-delivered",
        Stage::Sent if can_be_tracked() => "page-next-sent-track",
        Stage::Sent => "page-next-sent",
        Stage::Delivered | Stage::Collected | Stage::Completed => "page-next-delivered",
        Stage::ReadyToCollect => "page-next-ready-to-collect",
        Stage::Cancelled => "page-next-cancelled",
        Stage::Refunded => "page-next-refunded",
        Stage::Other => "page-next-other",
    })
}

/// The shop's own words for a stage that we have a heading for.
fn shops_words(voice: &Voice<'_>, facts: &Facts<'_>) -> Option<String> {
    let status = &facts.order.status;
    let ours = words::stage(voice.texts, facts.stage);
    let theirs =
        words::own_words(status).filter(|theirs| theirs.to_lowercase() != ours.to_lowercase())?;
    if facts.stage != status.stage || facts.stage == Stage::Other {
        return None;
    }
    let theirs = isolate(&theirs);
    let text = voice
        .texts
        .with("page-shops-words", [("status", theirs.into())]);
    Some(text.into_owned())
}

#[cfg(test)]
mod tests {
    use wismo_domain::log::State;
    use wismo_domain::order::Shipment;

    use super::super::samples;
    use super::*;

    fn told(state: &State) -> Vec<String> {
        let voice = samples::voice();
        let facts = Facts::of(state);
        let mut told = vec![heading(&voice, &facts)];
        told.extend(sentences(&voice, &facts));
        told
    }

    fn at(stage: Stage) -> State {
        let mut state = samples::plain();
        state.order.status.stage = stage;
        state
    }

    #[test]
    fn a_part_delivery_counts_its_items() {
        let mut state = at(Stage::PartDelivered);
        state.order.lines = vec![samples::line("1", "Socks", 3)];
        state.order.lines[0].delivered = Some(2.into());
        assert_eq!(
            told(&state),
            [
                "2 of 3 items have been sent",
                "The shop is getting the rest ready. You can follow it on this page."
            ]
        );
        state.order.lines[0].delivered = Some(1.into());
        assert_eq!(told(&state)[0], "1 of 3 items has been sent");
        state.order.lines[0].quantity = 1300.into();
        assert_eq!(told(&state)[0], "1 of 1,300 items has been sent");
    }

    #[test]
    fn a_preparing_order_says_how_far_and_when() {
        let mut state = at(Stage::Preparing);
        state.order.packing_slip_printed = true;
        state.order.expected_on = Some("2026-06-12".parse().unwrap());
        assert_eq!(
            told(&state)[1..3],
            [
                "The shop has printed the packing slip.",
                "Your order is expected on Friday 12\u{a0}June 2026."
            ]
        );
        state.order.picked = true;
        assert_eq!(
            told(&state)[1],
            "The shop has picked your items from the shelf."
        );
    }

    #[test]
    fn a_sent_order_says_who_can_tell_when_it_arrives() {
        let mut state = at(Stage::Sent);
        assert_eq!(
            told(&state),
            ["Your order has been sent", "Everything has left the shop."]
        );
        state.order.shipments = vec![samples::parcel()];
        assert_eq!(
            told(&state)[1],
            "Everything has left the shop. The carrier can tell you when it will arrive."
        );
    }

    #[test]
    fn several_parcels_are_counted() {
        let mut state = at(Stage::Sent);
        let arrived = Shipment {
            state: ShipmentState::Delivered,
            ..samples::parcel()
        };
        state.order.shipments = vec![samples::parcel(), samples::parcel()];
        assert_eq!(told(&state)[1], "It is coming in 2 parcels.");
        state.order.shipments = vec![samples::parcel(), arrived.clone()];
        assert_eq!(told(&state)[1], "1 of 2 parcels has been delivered.");
        state.order.shipments = vec![arrived];
        assert_eq!(told(&state)[0], "Your order has been delivered");
    }

    #[test]
    fn a_removed_order_says_so_before_all_else() {
        let mut state = at(Stage::Sent);
        state.removed = true;
        assert_eq!(told(&state)[0], "The shop has removed this order");
        assert_eq!(told(&state).len(), 2);
    }

    #[test]
    fn the_shops_own_words_are_shown() {
        let mut state = at(Stage::Preparing);
        state.order.status.label = Some("At the engraver’s".to_owned());
        assert!(
            told(&state)
                .iter()
                .any(|text| text.starts_with("The shop calls this “"))
        );
        state.order.status.label = Some("being prepared".to_owned());
        assert_eq!(told(&state).len(), 2);
        state.order.status.label = None;
        state.order.status.stage = Stage::Other;
        state.order.status.code = "wc-engraving".to_owned();
        assert_eq!(told(&state)[0], "Your order: Engraving");
    }
}

//! The items: what was ordered, and what became of it, like the lines of a receipt.

use maud::{Markup, html};
use wismo_domain::order::{Line, Quantity};
use wismo_domain::settings::Part;

use super::localizer::{PageLocalizer, isolate};
use super::sums::OrderSums;
use super::visibility::VisibleParts;
use crate::words::{self, Handed};

/// The section of the items; empty if there are none.
pub(super) fn items(
    localizer: &PageLocalizer<'_>,
    facts: &OrderSums<'_>,
    seen: VisibleParts<'_>,
) -> Markup {
    let lines = &facts.order.lines;
    let sent = |line: &Line| line.delivered.is_some_and(|sent| sent > Quantity::ZERO);
    // As long as nothing is sent, the answer above says so once for all.
    let under_way = lines.iter().any(sent);
    let handed = Handed::of(facts.order);
    html! {
        @if !lines.is_empty() {
            section aria-labelledby="items" {
                h2 id="items" { (localizer.get("page-items")) }
                ul.items {
                    @for (line, to_come) in &facts.lines { (item(localizer, line, *to_come, handed, under_way, seen)) }
                }
            }
        }
    }
}

fn item(
    localizer: &PageLocalizer<'_>,
    line: &Line,
    to_come: Quantity,
    handed: Handed,
    under_way: bool,
    seen: VisibleParts<'_>,
) -> Markup {
    let counts = words::counts(localizer.texts, handed, line, to_come, under_way);
    let is_waited_for = to_come > Quantity::ZERO;
    let promise = is_waited_for
        .then(|| words::promise(localizer.texts, line, localizer.today))
        .flatten();
    let out_of_stock = is_waited_for
        .then(|| words::out_of_stock(localizer.texts, line))
        .flatten();
    let gone = line.cancelled > Some(Quantity::ZERO) && line.due() == Quantity::ZERO;
    let sku = line
        .sku
        .as_deref()
        .map(str::trim)
        .filter(|sku| !sku.is_empty());
    let picture = line.picture_url.as_deref();
    let picture = picture.filter(|_| seen.shows(Part::Pictures));
    let total = line.total.filter(|_| seen.shows(Part::Prices));
    html! {
        li class=[gone.then_some("gone")] {
            @if let Some(url) = picture {
                // The picture shows what the name beside it says.
                img src=(url) alt="" width="64" height="64" loading="lazy" decoding="async";
            }
            div {
                span.name { bdi { (words::item(localizer.texts, Some(line))) } }
                @if let Some(sku) = sku {
                    span.soft { (localizer.texts.with("page-item-number", [("sku", isolate(sku).into())])) }
                }
                span.soft { (counts.join(", ")) }
                @for wait in [out_of_stock, promise].into_iter().flatten() { span.wait { (wait) } }
            }
            @if let Some(total) = total { span.price { (localizer.money(total)) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use wismo_domain::order::{Amount, DateSource, DeliveryMethod, Stage};

    use super::super::samples;
    use super::*;

    fn shown_all(stage: Stage, lines: Vec<Line>) -> String {
        let mut state = samples::plain();
        state.order.status.stage = stage;
        state.order.lines = lines;
        let facts = OrderSums::of(&state);
        samples::text(&items(&samples::localizer(), &facts, samples::seen()).into_string())
    }

    fn shown(line: Line) -> String {
        shown_all(Stage::Sent, vec![line])
    }

    #[test]
    fn a_quantity_that_was_not_told_is_not_shown() {
        let line = samples::line("1", "Socks", 3);
        assert_eq!(shown(line.clone()), "Items Socks 3 ordered");
        let told = Line {
            delivered: Some(2.into()),
            cancelled: Some(1.into()),
            sku: Some("S-1".to_owned()),
            total: Some(Amount("30".parse().unwrap())),
            ..line
        };
        assert_eq!(
            shown(told),
            "Items Socks Item number S-1 3 ordered, 2 sent, 1 cancelled $30.00"
        );
    }

    #[test]
    fn nothing_sent_is_told_only_beside_what_was_sent() {
        let waiting = Line {
            delivered: Some(Quantity::ZERO),
            cancelled: Some(Quantity::ZERO),
            ..samples::line("1", "Socks", 3)
        };
        assert_eq!(shown(waiting.clone()), "Items Socks 3 ordered");
        let sent = Line {
            delivered: Some(1.into()),
            ..samples::line("2", "Hat", 1)
        };
        assert_eq!(
            shown_all(Stage::Sent, vec![waiting, sent]),
            "Items Socks 3 ordered, not sent Hat 1 ordered, 1 sent"
        );
    }

    #[test]
    fn what_is_not_shipped_is_not_called_sent() {
        let read = |way, stage| {
            let mut state = samples::plain();
            state.order.status.stage = stage;
            state.order.delivery_method = Some(way);
            state.order.lines = vec![Line {
                delivered: Some(1.into()),
                ..samples::line("1", "Mug", 1)
            }];
            let facts = OrderSums::of(&state);
            samples::text(&items(&samples::localizer(), &facts, samples::seen()).into_string())
        };
        let ready = read(DeliveryMethod::PickUp, Stage::ReadyToCollect);
        assert_eq!(ready, "Items Mug 1 ordered, 1 ready");
        for (way, stage) in [
            (DeliveryMethod::PickUp, Stage::Collected),
            (DeliveryMethod::None, Stage::Completed),
        ] {
            assert_eq!(read(way, stage), "Items Mug 1 ordered");
        }
    }

    #[test]
    fn what_is_to_come_says_when_and_whether_it_is_in_stock() {
        let waiting = Line {
            delivered: Some(1.into()),
            stock: Some(Quantity::ZERO),
            expected_on: Some("2026-06-12".parse().unwrap()),
            expected_by: Some(DateSource::PurchaseOrder),
            ..samples::line("1", "Socks", 3)
        };
        let line = vec![waiting.clone()];
        assert_eq!(
            shown_all(Stage::PartDelivered, line.clone()),
            "Items Socks 3 ordered, 1 sent, 2 to come \
             Out of stock at the moment New stock is expected on Friday 12 June 2026"
        );
        // An order that is over does not wait for anything, whatever the shop still promises.
        assert_eq!(
            shown_all(Stage::Cancelled, line.clone()),
            "Items Socks 3 ordered, 1 sent"
        );
        let late = Line {
            expected_on: Some("2026-06-09".parse().unwrap()),
            expected_by: None,
            stock: None,
            ..waiting
        };
        assert_eq!(
            shown_all(Stage::PartDelivered, vec![late]),
            "Items Socks 3 ordered, 1 sent, 2 to come \
             Was expected on Tuesday 9 June 2026 and is late"
        );
    }

    #[test]
    fn only_what_was_cancelled_in_whole_is_struck_out() {
        let struck = |quantity: i64, cancelled: i64| {
            let mut state = samples::plain();
            state.order.lines = vec![Line {
                cancelled: Some(cancelled.into()),
                ..samples::line("1", "Socks", quantity)
            }];
            let facts = OrderSums::of(&state);
            let shown = items(&samples::localizer(), &facts, samples::seen()).into_string();
            shown.contains("class=\"gone\"")
        };
        assert!(struck(3, 3) && !struck(3, 2) && !struck(0, 0));
    }
}

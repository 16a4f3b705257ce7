//! What was ordered, like the lines of a receipt.

use maud::{Markup, html};
use wismo_domain::order::{Line, Quantity};

use super::voice::{Voice, isolate};

/// The section of the items; nothing without any.
pub(super) fn items(voice: &Voice<'_>, lines: &[Line]) -> Markup {
    let sent = |line: &Line| line.delivered.is_some_and(|sent| sent > Quantity::ZERO);
    // While nothing is sent, the answer above says so once for all.
    let under_way = lines.iter().any(sent);
    html! {
        @if !lines.is_empty() {
            section aria-labelledby="items" {
                h2 id="items" { (voice.get("page-items")) }
                ul.items {
                    @for line in lines { (item(voice, line, under_way)) }
                }
            }
        }
    }
}

fn item(voice: &Voice<'_>, line: &Line, under_way: bool) -> Markup {
    let count = |id: &str, quantity: Quantity| {
        let quantity = voice.quantity(quantity);
        voice
            .texts
            .with(id, [("quantity", quantity.into())])
            .into_owned()
    };
    // What was not told is left out: no dash, no zero.
    let counts: Vec<String> = [
        Some(count("page-item-ordered", line.quantity)),
        line.delivered.filter(|_| under_way).map(|sent| {
            if sent > Quantity::ZERO {
                count("page-item-sent", sent)
            } else {
                voice.get("page-item-none-sent")
            }
        }),
        line.cancelled
            .filter(|cancelled| *cancelled > Quantity::ZERO)
            .map(|cancelled| count("page-item-cancelled", cancelled)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let gone = line
        .cancelled
        .is_some_and(|cancelled| cancelled >= line.quantity);
    let sku = line
        .sku
        .as_deref()
        .map(str::trim)
        .filter(|sku| !sku.is_empty());
    html! {
        li class=[gone.then_some("gone")] {
            div {
                span.name { bdi { (line.name) } }
                @if let Some(sku) = sku {
                    span.soft { (voice.texts.with("page-item-number", [("sku", isolate(sku).into())])) }
                }
                span.soft { (counts.join(", ")) }
            }
            @if let Some(total) = line.total { span.price { (voice.money(total)) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use wismo_domain::order::Amount;

    use super::super::samples;
    use super::*;

    fn shown(line: Line) -> String {
        let voice = samples::voice();
        samples::text(&items(&voice, &[line]).into_string())
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
        let both = items(&samples::voice(), &[waiting, sent]).into_string();
        assert_eq!(
            samples::text(&both),
            "Items Socks 3 ordered, none sent Hat 1 ordered, 1 sent"
        );
    }
}

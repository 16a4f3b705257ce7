//! The state of an order's line, in words.

use wismo_domain::order::{DateSource, Line, Quantity};
use wismo_domain::time::Date;

use super::{Handed, counted};
use crate::format;
use crate::texts::Texts;

/// The name of a line; a word for it if it has no name, or the shop took it out of
/// the order.
#[must_use]
pub fn item(texts: Texts, line: Option<&Line>) -> String {
    let name = line.map(|line| line.name.trim()).unwrap_or_default();
    if name.is_empty() {
        return texts.get("words-item-unnamed").into_owned();
    }
    name.to_owned()
}

/// The quantity ordered, and what became of it, as far as the shop told; `handed` says
/// how the quantity that left the shop is counted. `to_come` is the quantity still to
/// leave the shop; `under_way` is true if anything of the order has left it: as long as
/// nothing has, that need not be said of each line.
#[must_use]
pub fn counts(
    texts: Texts,
    handed: Handed,
    line: &Line,
    to_come: Quantity,
    under_way: bool,
) -> Vec<String> {
    let count = |id: &str, quantity: Quantity| counted(texts, id, quantity);
    let some = |quantity: Option<Quantity>| quantity.filter(|some| *some > Quantity::ZERO);
    let mut counts = vec![count("words-count-ordered", line.quantity)];
    // That none of it was sent is not news if none of it is due either.
    let ids = match handed {
        Handed::Sent => Some(("words-count-sent", "words-count-none-sent")),
        Handed::Ready => Some(("words-count-ready", "words-count-none-ready")),
        Handed::Uncounted => None,
    };
    let sent = line.delivered.filter(|_| under_way).zip(ids);
    counts.extend(sent.and_then(|(sent, (some, none))| {
        if sent > Quantity::ZERO {
            return Some(count(some, sent));
        }
        let is_due = line.due() > Quantity::ZERO;
        is_due.then(|| texts.get(none).into_owned())
    }));
    // If none of it was sent or cancelled, that is the quantity ordered.
    let to_come = Some(to_come).filter(|some| *some != line.quantity);
    counts.extend(some(to_come).map(|some| count("words-count-to-come", some)));
    counts.extend(some(line.cancelled).map(|some| count("words-count-cancelled", some)));
    counts.extend(some(line.returned).map(|some| count("words-count-returned", some)));
    counts.extend(some(line.credited).map(|some| count("words-count-credited", some)));
    counts
}

/// The day promised for what is still to come of a line, and the day's source; `None` if
/// no day is known. It is late from the day after: `today` is the shop's.
#[must_use]
pub fn promise(texts: Texts, line: &Line, today: Date) -> Option<String> {
    let day = line.expected_on?;
    let late = day < today;
    let id = match (line.expected_by, late) {
        (None | Some(DateSource::Item), false) => "words-due",
        (None | Some(DateSource::Item), true) => "words-late",
        (Some(DateSource::SalesOrder), false) => "words-due-order",
        (Some(DateSource::SalesOrder), true) => "words-late-order",
        (Some(DateSource::PurchaseOrder), false) => "words-due-purchase",
        (Some(DateSource::PurchaseOrder), true) => "words-late-purchase",
    };
    let day = format::day(texts.language, day);
    Some(texts.with(id, [("day", day.into())]).into_owned())
}

/// A note that the shop has none of an item that is waited for.
#[must_use]
pub fn out_of_stock(texts: Texts, line: &Line) -> Option<String> {
    (line.stock == Some(Quantity::ZERO)).then(|| texts.get("words-out-of-stock").into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Language;

    fn texts() -> Texts {
        Texts::of_page(Language::English)
    }

    #[test]
    fn a_line_tells_what_became_of_it_and_nothing_that_is_not_so() {
        let line = Line::new("1", "Socks", 6.into());
        assert_eq!(
            counts(texts(), Handed::Sent, &line, 6.into(), true),
            ["6 ordered"]
        );
        let told = Line {
            delivered: Some(3.into()),
            cancelled: Some(1.into()),
            returned: Some(1.into()),
            ..line.clone()
        };
        assert_eq!(
            counts(texts(), Handed::Sent, &told, 2.into(), true),
            [
                "6 ordered",
                "3 sent",
                "2 to come",
                "1 cancelled",
                "1 returned"
            ]
        );
        let none = Line {
            delivered: Some(Quantity::ZERO),
            cancelled: Some(Quantity::ZERO),
            returned: Some(Quantity::ZERO),
            ..line
        };
        assert_eq!(
            counts(texts(), Handed::Sent, &none, 6.into(), true),
            ["6 ordered", "not sent"]
        );
        assert_eq!(
            counts(texts(), Handed::Sent, &none, 6.into(), false),
            ["6 ordered"]
        );
        let cancelled = Line {
            cancelled: Some(6.into()),
            ..none
        };
        assert_eq!(
            counts(texts(), Handed::Sent, &cancelled, Quantity::ZERO, true),
            ["6 ordered", "6 cancelled"]
        );
    }

    #[test]
    fn what_is_not_shipped_is_not_counted_as_sent() {
        let some = Line {
            delivered: Some(2.into()),
            ..Line::new("1", "Mug", 3.into())
        };
        let none = Line {
            delivered: Some(Quantity::ZERO),
            ..some.clone()
        };
        let read = |handed, line| counts(texts(), handed, line, 1.into(), true).join(", ");
        assert_eq!(read(Handed::Ready, &some), "3 ordered, 2 ready, 1 to come");
        assert_eq!(
            read(Handed::Ready, &none),
            "3 ordered, not ready, 1 to come"
        );
        assert_eq!(read(Handed::Uncounted, &some), "3 ordered, 1 to come");
        assert_eq!(read(Handed::Uncounted, &none), "3 ordered, 1 to come");
    }

    #[test]
    fn a_promise_says_what_it_rests_on_and_whether_it_is_late() {
        let day: Date = "2026-11-27".parse().unwrap();
        let today = |day: &str| day.parse::<Date>().unwrap();
        let mut line = Line::new("1", "Socks", 1.into());
        assert_eq!(promise(texts(), &line, day), None);
        line.expected_on = Some(day);
        for (by, now, expected) in [
            (None, day, "Expected on Friday 27\u{a0}November 2026"),
            (
                Some(DateSource::Item),
                today("2026-11-27"),
                "Expected on Friday 27\u{a0}November 2026",
            ),
            (
                Some(DateSource::Item),
                today("2026-11-28"),
                "Was expected on Friday 27\u{a0}November 2026 and is late",
            ),
            (
                Some(DateSource::SalesOrder),
                day,
                "Expected on Friday 27\u{a0}November 2026, as promised for the whole order",
            ),
            (
                Some(DateSource::SalesOrder),
                today("2026-12-01"),
                "Was promised for Friday 27\u{a0}November 2026 with the whole order and is late",
            ),
            (
                Some(DateSource::PurchaseOrder),
                day,
                "New stock is expected on Friday 27\u{a0}November 2026",
            ),
            (
                Some(DateSource::PurchaseOrder),
                today("2026-12-01"),
                "New stock was expected on Friday 27\u{a0}November 2026 and is late",
            ),
        ] {
            line.expected_by = by;
            assert_eq!(promise(texts(), &line, now).as_deref(), Some(expected));
        }
    }
}

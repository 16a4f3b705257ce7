//! The next day that something is promised for, in one sentence.

use wismo_domain::order::{DateSource, Line, Quantity, Stage};
use wismo_domain::time::Date;

use super::localizer::PageLocalizer;
use super::sums::OrderSums;

/// A day that something is expected on.
#[derive(Clone, Copy)]
pub(super) struct Expected {
    pub(super) day: Date,
    /// True if new stock is expected at the shop then, and nothing at the customer's.
    pub(super) is_stock: bool,
}

impl Expected {
    fn of(line: &Line) -> Option<Self> {
        let is_stock = line.expected_by == Some(DateSource::PurchaseOrder);
        line.expected_on.map(|day| Self { day, is_stock })
    }
}

/// The sentence that says when the order, the rest of it or the next part of it is
/// expected; `None` if no day is known, or the shop waits for something else first.
pub(super) fn expected(localizer: &PageLocalizer<'_>, facts: &OrderSums<'_>) -> Option<String> {
    match facts.stage {
        Stage::Received | Stage::Preparing | Stage::PartDelivered | Stage::Other => {}
        Stage::Draft
        | Stage::AwaitingPayment
        | Stage::PaymentFailed
        | Stage::OnHold
        | Stage::Sent
        | Stage::Delivered
        | Stage::ReadyToCollect
        | Stage::Collected
        | Stage::Completed
        | Stage::Cancelled
        | Stage::Refunded => return None,
    }
    let days = days(facts);
    let known = || days.iter().copied().flatten();
    let next = coming(&days, localizer.today);
    let is_late = known().any(|known| known.day < localizer.today);
    let began = facts.progress.is_some_and(|progress| progress.sent > 0);
    // True if all of the order is expected on that day, by the same source: what was
    // promised to the customer, or the shop's suppliers.
    let is_all = |of: Expected| {
        let is_same = |other: Expected| other.day == of.day && other.is_stock == of.is_stock;
        days.iter().all(|other| other.is_some_and(is_same))
    };
    let with = |id: &str, of: Expected| {
        let day = localizer.weekday(of.day);
        localizer.texts.with(id, [("day", day.into())]).into_owned()
    };
    let Some(next) = next else {
        let last = known().max_by_key(|known| known.day)?;
        let id = match (is_all(last), last.is_stock, began) {
            (true, true, _) => "page-expected-purchase-late",
            (true, false, false) => "page-expected-late",
            (true, false, true) => "page-expected-rest-late",
            (false, _, _) => return Some(localizer.get("page-expected-some-late")),
        };
        return Some(with(id, last));
    };
    let is_shipped = facts.goods.is_shipped();
    let id = match (is_all(next), next.is_stock, began) {
        (_, true, _) => "page-expected-purchase",
        (true, false, false) if is_shipped => "page-expected",
        (true, false, false) => "page-expected-unshipped",
        (true, false, true) if is_shipped => "page-expected-rest",
        (true, false, true) => "page-expected-rest-unshipped",
        (false, false, _) if is_shipped => "page-expected-next",
        (false, false, _) => "page-expected-next-unshipped",
    };
    let sentence = with(id, next);
    let late = is_late.then(|| localizer.get("page-expected-some-late"));
    Some(match late {
        Some(late) => format!("{sentence} {late}"),
        None => sentence,
    })
}

/// The next day that something is expected on.
pub(super) fn next(localizer: &PageLocalizer<'_>, facts: &OrderSums<'_>) -> Option<Expected> {
    expected(localizer, facts)?;
    coming(&days(facts), localizer.today)
}

/// The next of these days; on the same day, what is promised to the customer comes first.
fn coming(days: &[Option<Expected>], today: Date) -> Option<Expected> {
    let known = days.iter().copied().flatten();
    let coming = known.filter(|known| known.day >= today);
    coming.min_by_key(|known| (known.day, known.is_stock))
}

/// The day of each line that is still to come; the day of the order as a whole if
/// it has no lines.
fn days(facts: &OrderSums<'_>) -> Vec<Option<Expected>> {
    let order = facts.order;
    if order.lines.is_empty() {
        let of_order = |day| Expected {
            day,
            is_stock: false,
        };
        return vec![order.expected_on.map(of_order)];
    }
    facts
        .lines
        .iter()
        .filter(|(_, to_come)| *to_come > Quantity::ZERO)
        .map(|(line, _)| Expected::of(line))
        .collect()
}

#[cfg(test)]
mod tests {
    use wismo_domain::order::DeliveryMethod;
    use wismo_domain::time::zone::TimeZone;

    use super::super::samples;
    use super::*;
    use crate::texts::Language;

    /// The sentence for lines expected on these days of June 2026; today is the 10th.
    fn told(days: &[Option<u8>], sent: Option<i64>) -> Option<String> {
        let days: Vec<_> = days.iter().map(|day| (*day, None)).collect();
        told_by(&days, sent)
    }

    /// The same, with the sources of the days.
    fn told_by(days: &[(Option<u8>, Option<DateSource>)], sent: Option<i64>) -> Option<String> {
        let mut state = samples::plain();
        state.order.status.stage = Stage::Preparing;
        let date = |day: &u8| format!("2026-06-{day:02}").parse().unwrap();
        state.order.lines = days
            .iter()
            .enumerate()
            .map(|(index, (day, by))| Line {
                expected_on: day.as_ref().map(date),
                expected_by: *by,
                delivered: sent.map(Quantity::from),
                ..samples::line(&index.to_string(), "Socks", 3)
            })
            .collect();
        expected(&samples::localizer(), &OrderSums::of(&state))
    }

    #[test]
    fn one_day_for_all_is_said_of_the_order_or_the_rest() {
        let say = |days: &[_], sent| told(days, sent).unwrap_or_default();
        assert_eq!(
            say(&[Some(12), Some(12)], None),
            "Your order is expected on Friday 12\u{a0}June 2026."
        );
        assert_eq!(
            say(&[Some(10)], Some(1)),
            "The rest is expected on Wednesday 10\u{a0}June 2026."
        );
        assert_eq!(
            say(&[Some(12), Some(15)], None),
            "The next items are expected on Friday 12\u{a0}June 2026."
        );
        assert_eq!(
            say(&[None, Some(15)], None),
            "The next items are expected on Monday 15\u{a0}June 2026."
        );
    }

    #[test]
    fn a_day_that_has_passed_is_late() {
        let late = |days: &[_], sent| told(days, sent).unwrap_or_default();
        assert_eq!(
            late(&[Some(9)], None),
            "Your order was expected on Tuesday 9\u{a0}June 2026 and is late. \
             If you want to know more, please contact the shop."
        );
        assert_eq!(
            late(&[Some(9)], Some(1)),
            "The rest was expected on Tuesday 9\u{a0}June 2026 and is late. \
             If you want to know more, please contact the shop."
        );
        assert_eq!(late(&[Some(9), None], None), "Some items are late.");
        assert_eq!(
            late(&[Some(9), Some(12)], None),
            "The next items are expected on Friday 12\u{a0}June 2026. Some items are late."
        );
    }

    #[test]
    fn a_day_when_stock_reaches_the_shop_is_not_the_orders() {
        let (stock, item) = (Some(DateSource::PurchaseOrder), Some(DateSource::Item));
        for (days, expected) in [
            (
                &[(Some(12), stock), (Some(12), stock)][..],
                "New stock for your order is expected on Friday 12\u{a0}June 2026.",
            ),
            (
                &[(Some(12), stock), (None, None)],
                "New stock for your order is expected on Friday 12\u{a0}June 2026.",
            ),
            (
                &[(Some(12), stock), (Some(12), item)],
                "The next items are expected on Friday 12\u{a0}June 2026.",
            ),
            (
                &[(Some(15), stock), (Some(12), item)],
                "The next items are expected on Friday 12\u{a0}June 2026.",
            ),
            (
                &[(Some(9), stock)],
                "New stock for your order was expected on Tuesday 9\u{a0}June 2026 and is late. \
                 If you want to know more, please contact the shop.",
            ),
            (&[(Some(9), stock), (Some(9), item)], "Some items are late."),
        ] {
            for sent in [None, Some(1)] {
                assert_eq!(told_by(days, sent).as_deref(), Some(expected), "{days:?}");
            }
        }
    }

    #[test]
    fn where_no_day_is_known_or_nothing_is_to_come_nothing_is_said() {
        assert_eq!(told(&[None, None], None), None);
        assert_eq!(told(&[Some(12)], Some(3)), None);
        assert_eq!(told(&[], None), None);
    }

    #[test]
    fn what_is_not_shipped_is_not_delivered_on_a_day() {
        let zone = TimeZone::utc();
        let localizer = PageLocalizer::new(Language::German, &zone, samples::now(), "EUR");
        let mut state = samples::plain();
        state.order.expected_on = Some("2026-06-12".parse().unwrap());
        let mut say = |way| {
            state.order.delivery_method = way;
            expected(&localizer, &OrderSums::of(&state)).unwrap_or_default()
        };
        assert!(say(None).starts_with("Voraussichtlicher Liefertermin: "));
        for way in [DeliveryMethod::PickUp, DeliveryMethod::None] {
            let said = say(Some(way));
            assert!(said.starts_with("Voraussichtlicher Termin: "), "{said}");
        }
    }

    #[test]
    fn an_order_without_lines_has_its_own_day() {
        let mut state = samples::plain();
        state.order.expected_on = Some("2026-06-12".parse().unwrap());
        let say = |stage| {
            let mut state = state.clone();
            state.order.status.stage = stage;
            expected(&samples::localizer(), &OrderSums::of(&state))
        };
        assert_eq!(
            say(Stage::Received).as_deref(),
            Some("Your order is expected on Friday 12\u{a0}June 2026.")
        );
        assert_eq!(say(Stage::OnHold), None);
    }
}

//! The next day that something is promised for, in one sentence.

use wismo_domain::order::{Quantity, Stage};
use wismo_domain::time::Date;

use super::facts::Facts;
use super::voice::Voice;

/// When the order, what is left of it or the next of it is expected; nothing
/// where no day is known, or the shop waits for something else first.
pub(super) fn expected(voice: &Voice<'_>, facts: &Facts<'_>) -> Option<String> {
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
    let next = coming(&days, voice.today);
    let is_late = known().any(|day| day < voice.today);
    let began = facts.progress.is_some_and(|progress| progress.sent > 0);
    let is_one = |day: Date| days.iter().all(|other| *other == Some(day));
    let with = |id: &str, day: Date| {
        let day = voice.weekday(day);
        voice.texts.with(id, [("day", day.into())]).into_owned()
    };
    let Some(next) = next else {
        let last = known().max()?;
        let id = match (is_one(last), began) {
            (true, false) => "page-expected-late",
            (true, true) => "page-expected-rest-late",
            (false, _) => return Some(voice.get("page-expected-some-late")),
        };
        return Some(with(id, last));
    };
    let sentence = match (is_one(next), began) {
        (true, false) => with("page-expected", next),
        (true, true) => with("page-expected-rest", next),
        (false, _) => with("page-expected-next", next),
    };
    let late = is_late.then(|| voice.get("page-expected-some-late"));
    Some(match late {
        Some(late) => format!("{sentence} {late}"),
        None => sentence,
    })
}

/// The next day that something is expected on.
pub(super) fn next(voice: &Voice<'_>, facts: &Facts<'_>) -> Option<Date> {
    expected(voice, facts)?;
    coming(&days(facts), voice.today)
}

fn coming(days: &[Option<Date>], today: Date) -> Option<Date> {
    let known = days.iter().copied().flatten();
    known.filter(|day| *day >= today).min()
}

/// The day of each line that is still to come; of the order as a whole where
/// it has no lines.
fn days(facts: &Facts<'_>) -> Vec<Option<Date>> {
    let order = facts.order;
    if order.lines.is_empty() {
        return vec![order.expected_on];
    }
    facts
        .lines
        .iter()
        .filter(|(_, to_come)| *to_come > Quantity::ZERO)
        .map(|(line, _)| line.expected_on)
        .collect()
}

#[cfg(test)]
mod tests {
    use wismo_domain::order::Line;

    use super::super::samples;
    use super::*;

    /// Of lines that are expected on these days of June 2026; today is the 10th.
    fn told(days: &[Option<u8>], sent: Option<i64>) -> Option<String> {
        let mut state = samples::plain();
        state.order.status.stage = Stage::Preparing;
        let date = |day: &u8| format!("2026-06-{day:02}").parse().unwrap();
        state.order.lines = days
            .iter()
            .enumerate()
            .map(|(index, day)| Line {
                expected_on: day.as_ref().map(date),
                delivered: sent.map(Quantity::from),
                ..samples::line(&index.to_string(), "Socks", 3)
            })
            .collect();
        expected(&samples::voice(), &Facts::of(&state))
    }

    #[test]
    fn one_day_for_all_is_said_of_the_order_or_the_rest() {
        let say = |days: &[_], sent| told(days, sent).unwrap_or_default();
        assert_eq!(
            say(&[Some(12), Some(12)], None),
            "Your order is expected on Friday 12 June 2026."
        );
        assert_eq!(
            say(&[Some(10)], Some(1)),
            "The rest is expected on Wednesday 10 June 2026."
        );
        assert_eq!(
            say(&[Some(12), Some(15)], None),
            "The next items are expected on Friday 12 June 2026."
        );
        assert_eq!(
            say(&[None, Some(15)], None),
            "The next items are expected on Monday 15 June 2026."
        );
    }

    #[test]
    fn a_day_that_has_passed_is_late() {
        let late = |days: &[_], sent| told(days, sent).unwrap_or_default();
        assert_eq!(
            late(&[Some(9)], None),
            "Your order was expected on Tuesday 9 June 2026 and is late. \
             If you want to know more, ask the shop."
        );
        assert_eq!(
            late(&[Some(9)], Some(1)),
            "The rest was expected on Tuesday 9 June 2026 and is late. \
             If you want to know more, ask the shop."
        );
        assert_eq!(late(&[Some(9), None], None), "Some items are late.");
        assert_eq!(
            late(&[Some(9), Some(12)], None),
            "The next items are expected on Friday 12 June 2026. Some items are late."
        );
    }

    #[test]
    fn where_no_day_is_known_or_nothing_is_to_come_nothing_is_said() {
        assert_eq!(told(&[None, None], None), None);
        assert_eq!(told(&[Some(12)], Some(3)), None);
        assert_eq!(told(&[], None), None);
    }

    #[test]
    fn an_order_without_lines_has_its_own_day() {
        let mut state = samples::plain();
        state.order.expected_on = Some("2026-06-12".parse().unwrap());
        let say = |stage| {
            let mut state = state.clone();
            state.order.status.stage = stage;
            expected(&samples::voice(), &Facts::of(&state))
        };
        assert_eq!(
            say(Stage::Received).as_deref(),
            Some("Your order is expected on Friday 12 June 2026.")
        );
        assert_eq!(say(Stage::OnHold), None);
    }
}

//! The renewal of a page left open: it asks for itself again while something may change.

use wismo_domain::changes::importance::is_over;
use wismo_domain::time::{Duration, Timestamp};

use super::sums::OrderSums;

const MINUTE: u32 = 60;
const HOUR: u32 = 60 * MINUTE;

/// Seconds until the page asks again: few if something has just changed, more the longer
/// nothing did; `None` once the order is over, or nothing changed for 60 days.
pub(super) fn renewed_after(facts: &OrderSums<'_>, now: Timestamp) -> Option<u32> {
    if is_over(facts.stage) || facts.removed {
        return None;
    }
    let age = now.duration_since(facts.order.updated_at);
    let steps = [
        (Duration::hours(1), MINUTE),
        (Duration::hours(24), 5 * MINUTE),
        (Duration::hours(7 * 24), HOUR / 2),
        (Duration::hours(60 * 24), 2 * HOUR),
    ];
    let step = steps.into_iter().find(|(most, _)| age < *most);
    step.map(|(_, seconds)| seconds)
}

#[cfg(test)]
mod tests {
    use wismo_domain::log::State;
    use wismo_domain::order::Stage;

    use super::super::samples;
    use super::*;

    #[test]
    fn the_longer_nothing_happens_the_less_often() {
        let mut state = samples::plain();
        state.order.status.stage = Stage::Preparing;
        let after = |state: &State, hours| {
            let facts = OrderSums::of(state);
            renewed_after(&facts, facts.order.updated_at + Duration::hours(hours))
        };
        let of = [0, 2, 48, 24 * 30, 24 * 61].map(|hours| after(&state, hours));
        assert_eq!(of, [Some(60), Some(300), Some(1800), Some(7200), None]);
        state.order.status.stage = Stage::Delivered;
        assert_eq!(after(&state, 0), None);
    }
}

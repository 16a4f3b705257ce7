//! The order's progress, in four steps. Words say it to readers who cannot see it:
//! colour or shape alone never does.

use maud::{Markup, html};
use wismo_domain::order::{DeliveryMethod, Stage};

use super::localizer::PageLocalizer;
use super::sums::OrderSums;

/// The steps; empty for an order that does not walk along them.
pub(super) fn steps(localizer: &PageLocalizer<'_>, facts: &OrderSums<'_>) -> Markup {
    let Some(now) = now(facts) else {
        return html! {};
    };
    let steps = names(facts);
    let last = steps.len() - 1;
    html! {
        ol.steps aria-label=(localizer.get("page-steps")) {
            @for (index, name) in steps.into_iter().enumerate() {
                @if index < now || now == last {
                    li.done aria-current=[(index == now).then_some("step")] {
                        span.hidden { (localizer.get("page-step-done")) " " } (localizer.get(name))
                    }
                } @else if index == now {
                    li.now aria-current="step" {
                        span.hidden { (localizer.get("page-step-now")) " " } (localizer.get(name))
                    }
                } @else {
                    li {
                        span.hidden { (localizer.get("page-step-to-come")) " " } (localizer.get(name))
                    }
                }
            }
        }
    }
}

/// The names of the steps: what is not shipped is not called sent.
fn names(facts: &OrderSums<'_>) -> Vec<&'static str> {
    let mut names = vec!["page-step-ordered", "page-step-preparing"];
    let is_complete = facts.stage == Stage::Completed;
    names.extend(match facts.order.delivery_method {
        _ if is_complete => vec!["words-stage-completed"],
        Some(DeliveryMethod::None) => vec!["words-stage-completed"],
        Some(DeliveryMethod::PickUp) if facts.stage == Stage::PartDelivered => {
            vec!["words-stage-part-ready", "words-stage-collected"]
        }
        Some(DeliveryMethod::PickUp) => {
            vec!["words-stage-ready-to-collect", "words-stage-collected"]
        }
        Some(DeliveryMethod::Shipping) | None => match facts.stage {
            Stage::ReadyToCollect | Stage::Collected => {
                vec!["words-stage-ready-to-collect", "words-stage-collected"]
            }
            Stage::PartDelivered => vec!["page-step-part-sent", "page-step-delivered"],
            Stage::Draft
            | Stage::AwaitingPayment
            | Stage::PaymentFailed
            | Stage::Received
            | Stage::Preparing
            | Stage::OnHold
            | Stage::Sent
            | Stage::Delivered
            | Stage::Completed
            | Stage::Cancelled
            | Stage::Refunded
            | Stage::Other => vec!["page-step-sent", "page-step-delivered"],
        },
    });
    names
}

/// The step that the order is at.
fn now(facts: &OrderSums<'_>) -> Option<usize> {
    if facts.removed {
        return None;
    }
    match facts.stage {
        Stage::AwaitingPayment | Stage::Received => Some(0),
        Stage::Preparing => Some(1),
        // No step lies between that and its end.
        Stage::PartDelivered if facts.order.delivery_method == Some(DeliveryMethod::None) => {
            Some(1)
        }
        Stage::PartDelivered | Stage::Sent | Stage::ReadyToCollect | Stage::Completed => Some(2),
        Stage::Delivered | Stage::Collected => Some(3),
        Stage::Draft
        | Stage::PaymentFailed
        | Stage::OnHold
        | Stage::Cancelled
        | Stage::Refunded
        | Stage::Other => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;

    fn read(stage: Stage) -> String {
        let mut state = samples::plain();
        state.order.status.stage = stage;
        let localizer = samples::localizer();
        samples::text(&steps(&localizer, &OrderSums::of(&state)).into_string())
    }

    #[test]
    fn every_step_says_in_words_whether_it_is_done() {
        assert_eq!(
            read(Stage::Preparing),
            "Done: Ordered Now: Being prepared Still to come: Sent Still to come: Delivered"
        );
        assert_eq!(
            read(Stage::PartDelivered),
            "Done: Ordered Done: Being prepared Now: Partly sent Still to come: Delivered"
        );
        assert_eq!(
            read(Stage::Delivered),
            "Done: Ordered Done: Being prepared Done: Sent Done: Delivered"
        );
    }

    #[test]
    fn a_part_of_what_is_not_shipped_is_ready_and_not_sent() {
        let read = |way| {
            let mut state = samples::plain();
            state.order.status.stage = Stage::PartDelivered;
            state.order.delivery_method = Some(way);
            let localizer = samples::localizer();
            samples::text(&steps(&localizer, &OrderSums::of(&state)).into_string())
        };
        assert_eq!(
            read(DeliveryMethod::PickUp),
            "Done: Ordered Done: Being prepared Now: Partly ready Still to come: Collected"
        );
        assert_eq!(
            read(DeliveryMethod::None),
            "Done: Ordered Now: Being prepared Still to come: Complete"
        );
    }

    #[test]
    fn an_order_that_ended_otherwise_has_no_steps() {
        for stage in [
            Stage::Cancelled,
            Stage::Refunded,
            Stage::PaymentFailed,
            Stage::Other,
        ] {
            assert_eq!(read(stage), "");
        }
    }
}

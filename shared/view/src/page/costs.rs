//! The costs of the order, and the refunds.

use maud::{Markup, html};
use wismo_domain::order::{Order, Payment, PaymentState};
use wismo_domain::settings::Part;

use super::localizer::{PageLocalizer, isolate};
use super::parcels::contents;
use super::visibility::VisibleParts;
use crate::words::{self, Row};

/// The section of the costs; empty if the shop did not tell any.
pub(super) fn costs(
    localizer: &PageLocalizer<'_>,
    order: &Order,
    seen: VisibleParts<'_>,
) -> Markup {
    let payment = order.payment.as_ref();
    // Nobody has to pay any more for what was cancelled.
    let is_open = |payment: &&Payment| match payment.state {
        PaymentState::Unpaid => words::is_unpaid(order),
        PaymentState::Authorized | PaymentState::PartPaid | PaymentState::Paid => true,
    };
    let payment = payment
        .filter(|_| seen.shows(Part::Payment))
        .filter(is_open);
    let rows = words::rows(order);
    let has_prices = seen.shows(Part::Prices) && !rows.is_empty();
    html! {
        @if has_prices || payment.is_some() {
            section aria-labelledby="costs" {
                h2 id="costs" { (localizer.get("page-costs")) }
                @if has_prices { (amounts(localizer, order, &rows)) }
                @if let Some(payment) = payment { (self::payment(localizer, order, payment)) }
            }
        }
    }
}

/// The payment: whether and how the order was paid.
fn payment(localizer: &PageLocalizer<'_>, order: &Order, payment: &Payment) -> Markup {
    let state = localizer.get(match payment.state {
        PaymentState::Unpaid => "words-payment-unpaid",
        PaymentState::Authorized => "words-payment-authorized",
        PaymentState::PartPaid => "words-payment-part-paid",
        PaymentState::Paid => "words-payment-paid",
    });
    html! {
        p.payment {
            (state)
            @if let Some(at) = payment.paid_at { ", " (localizer.day(at)) }
            @if let Some(day) = words::due_on(order) { span { (words::due(localizer.texts, day)) } }
            @if let Some(method) = &payment.method { span.soft { bdi { (method) } } }
        }
    }
}

/// The amounts, one below the other.
fn amounts(localizer: &PageLocalizer<'_>, order: &Order, rows: &[Row<'_>]) -> Markup {
    html! {
        dl.costs {
            @for row in rows {
                div class=[row.is_sum().then_some("sum")] {
                    dt { (row.name(localizer.texts, isolate)) (paid_for(localizer, order, row)) }
                    dd { (row.shown(localizer.texts, localizer.currency)) }
                }
            }
        }
    }
}

/// The items that a refund is for, as far as the shop told.
fn paid_for(localizer: &PageLocalizer<'_>, order: &Order, row: &Row<'_>) -> Markup {
    let refund = row.refund();
    let line_quantities = refund.map_or(&[][..], |refund| refund.lines.as_slice());
    html! { @for content in contents(localizer, &order.lines, line_quantities) { span { (content) } } }
}

#[cfg(test)]
mod tests {
    use wismo_domain::order::{Fee, FeeKind, Refund, Totals};

    use super::super::samples;
    use super::*;

    fn shown(totals: Totals, refunds: Vec<Refund>) -> String {
        let mut state = samples::plain();
        state.order.totals = totals;
        state.order.refunds = refunds;
        let localizer = samples::localizer();
        samples::text(&costs(&localizer, &state.order, samples::seen()).into_string())
    }

    #[test]
    fn what_was_not_told_is_not_shown() {
        assert_eq!(shown(Totals::default(), Vec::new()), "");
        let total = Totals {
            total: samples::amount("5"),
            ..Totals::default()
        };
        assert_eq!(shown(total, Vec::new()), "Costs Total $5.00");
    }

    #[test]
    fn a_refund_says_why_and_what_is_left() {
        let totals = Totals {
            items: samples::amount("100"),
            discount: samples::amount("10"),
            shipping: samples::amount("0"),
            tax: samples::amount("18"),
            tax_included: Some(true),
            total: samples::amount("90"),
            ..Totals::default()
        };
        let refunds = vec![
            samples::refund("20", Some("Torn")),
            samples::refund("5", None),
        ];
        assert_eq!(
            shown(totals, refunds),
            "Costs Items $100.00 Discount -$10.00 Shipping Free Total $90.00 \
             Tax, included $18.00 Refund: Torn -$20.00 Refund -$5.00 Total after refunds $65.00"
        );
    }

    #[test]
    fn tax_on_top_is_just_tax() {
        let totals = Totals {
            items: samples::amount("100"),
            tax: samples::amount("25"),
            total: samples::amount("125"),
            ..Totals::default()
        };
        assert_eq!(
            shown(totals, Vec::new()),
            "Costs Items $100.00 Tax $25.00 Total $125.00"
        );
    }

    #[test]
    fn tax_is_called_included_only_where_the_shop_says_so() {
        let totals = |tax_included| Totals {
            items: samples::amount("100"),
            tax: samples::amount("25"),
            tax_included,
            total: samples::amount("100"),
            ..Totals::default()
        };
        for (told, expected) in [
            (
                Some(true),
                "Costs Items $100.00 Total $100.00 Tax, included $25.00",
            ),
            (None, "Costs Items $100.00 Total $100.00 Tax $25.00"),
            (
                Some(false),
                "Costs Items $100.00 Tax $25.00 Other -$25.00 Total $100.00",
            ),
        ] {
            assert_eq!(shown(totals(told), Vec::new()), expected);
        }
    }

    #[test]
    fn fees_have_the_shops_names_and_one_row_holds_the_rest() {
        let fee = |kind, name: Option<&str>, amount| Fee {
            kind,
            name: name.map(str::to_owned),
            amount: samples::amount(amount).unwrap(),
        };
        let totals = Totals {
            items: samples::amount("20"),
            shipping: samples::amount("5"),
            fees: vec![
                fee(FeeKind::Fee, Some("COD fee"), "2.50"),
                fee(FeeKind::Fee, Some(" "), "1"),
                fee(FeeKind::Tip, None, "3"),
                fee(FeeKind::Duty, None, "4"),
                fee(FeeKind::Fee, Some("None"), "0.0000001"),
            ],
            total: samples::amount("20.50"),
            ..Totals::default()
        };
        assert_eq!(
            shown(totals, Vec::new()),
            "Costs Items $20.00 Shipping $5.00 COD fee $2.50 Fee $1.00 Tip $3.00 Duties $4.00 \
             Other -$15.00 Total $20.50"
        );
    }

    #[test]
    fn a_refund_of_nothing_is_no_row_and_dust_is_nothing() {
        let totals = Totals {
            items: samples::amount("25.0000000001"),
            total: samples::amount("25"),
            ..Totals::default()
        };
        let refunds = vec![
            samples::refund("0.00000001", None),
            samples::refund("4", Some("Scratch")),
        ];
        assert_eq!(
            shown(totals, refunds),
            "Costs Items $25.00 Total $25.00 Refund: Scratch -$4.00 Total after refunds $21.00"
        );
    }

    #[test]
    fn what_is_paid_later_says_when() {
        let mut state = samples::plain();
        state.order.payment = Some(Payment {
            due_on: Some("2026-12-04".parse().unwrap()),
            ..Payment::new(PaymentState::Unpaid)
        });
        let shown = |state: &wismo_domain::log::State| {
            let costs = costs(&samples::localizer(), &state.order, samples::seen());
            samples::text(&costs.into_string())
        };
        assert_eq!(
            shown(&state),
            "Costs Not paid yet Due on Friday 4 December 2026"
        );
        state.order.cancelled_at = Some(state.order.updated_at);
        assert_eq!(shown(&state), "");
    }

    #[test]
    fn a_refund_says_what_it_pays_for() {
        let mut state = samples::plain();
        state.order.lines = vec![samples::line("1", "Socks", 3)];
        state.order.refunds = vec![Refund {
            lines: samples::line_quantities(&[("1", 2), ("gone", 1)]),
            ..samples::refund("20", None)
        }];
        let shown = costs(&samples::localizer(), &state.order, samples::seen()).into_string();
        assert_eq!(samples::text(&shown), "Costs Refund 2 × Socks -$20.00");
    }
}

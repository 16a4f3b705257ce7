//! What the order costs, and what was paid back.

use maud::{Markup, html};
use rust_decimal::Decimal;
use wismo_domain::order::{Amount, Order, Payment, PaymentState, Refund, Totals};
use wismo_domain::settings::Part;

use super::parcels::contents;
use super::sight::Seen;
use super::voice::{Voice, isolate};

/// The section of the costs; nothing where the shop told none.
pub(super) fn costs(voice: &Voice<'_>, order: &Order, seen: Seen<'_>) -> Markup {
    let payment = order.payment.as_ref();
    let payment = payment.filter(|_| seen.shows(Part::Payment));
    let prices = seen.shows(Part::Prices).then(|| amounts(voice, order));
    let prices = prices.filter(|prices| !prices.0.is_empty());
    html! {
        @if prices.is_some() || payment.is_some() {
            section aria-labelledby="costs" {
                h2 id="costs" { (voice.get("page-costs")) }
                @if let Some(prices) = prices { (prices) }
                @if let Some(payment) = payment { (self::payment(voice, payment)) }
            }
        }
    }
}

/// Whether and how it was paid.
fn payment(voice: &Voice<'_>, payment: &Payment) -> Markup {
    let state = voice.get(match payment.state {
        PaymentState::Unpaid => "page-payment-unpaid",
        PaymentState::Authorized => "page-payment-authorized",
        PaymentState::PartPaid => "page-payment-part-paid",
        PaymentState::Paid => "page-payment-paid",
    });
    html! {
        p.payment {
            (state)
            @if let Some(at) = payment.paid_at { ", " (voice.day(at)) }
            @if let Some(method) = &payment.method { span.soft { bdi { (method) } } }
        }
    }
}

/// The amounts; nothing where the shop told none.
fn amounts(voice: &Voice<'_>, order: &Order) -> Markup {
    let totals = &order.totals;
    let told = |amount: Option<Amount>| amount.filter(|amount| !amount.0.is_zero());
    let mut rows: Vec<(String, String)> = Vec::new();
    let mut row = |id: &str, amount: Option<String>| {
        rows.extend(amount.map(|amount| (voice.get(id), amount)));
    };
    row(
        "page-cost-items",
        totals.items.map(|amount| voice.money(amount)),
    );
    row(
        "page-cost-discount",
        told(totals.discount).map(|amount| voice.money(Amount(-amount.0.abs()))),
    );
    row(
        "page-cost-shipping",
        totals.shipping.map(|amount| shipping(voice, amount)),
    );
    let tax = told(totals.tax).map(|amount| voice.money(amount));
    // What the total includes stands below it, so that the amounts above add up.
    let included = tax.clone().filter(|_| tax_is_included(totals));
    row("page-cost-tax", tax.filter(|_| included.is_none()));
    let rest = totals
        .total
        .filter(|_| !order.refunds.is_empty())
        .map(|total| Amount(total.0 - refunded(&order.refunds)));
    html! {
        @if !rows.is_empty() || totals.total.is_some() || !order.refunds.is_empty() {
                dl.costs {
                    @for (name, amount) in rows { (line(&html! { (name) }, &amount, false)) }
                    @if let Some(total) = totals.total {
                        (line(&html! { (voice.get("page-cost-total")) }, &voice.money(total), true))
                    }
                    @if let Some(tax) = included {
                        (line(&html! { (voice.get("page-cost-tax-included")) }, &tax, false))
                    }
                    @for refund in &order.refunds {
                        (line(&reason(voice, order, refund), &voice.money(Amount(-refund.amount.0.abs())), false))
                    }
                    @if let Some(rest) = rest {
                        (line(&html! { (voice.get("page-cost-rest")) }, &voice.money(rest), true))
                    }
                }
        }
    }
}

fn line(name: &Markup, amount: &str, sum: bool) -> Markup {
    html! { div class=[sum.then_some("sum")] { dt { (name) } dd { (amount) } } }
}

fn shipping(voice: &Voice<'_>, amount: Amount) -> String {
    if amount.0.is_zero() {
        voice.get("page-cost-free")
    } else {
        voice.money(amount)
    }
}

/// Why it was paid back, and what for, as far as the shop told.
fn reason(voice: &Voice<'_>, order: &Order, refund: &Refund) -> Markup {
    let reason = refund.reason.as_deref().map(str::trim).unwrap_or_default();
    html! {
        @if reason.is_empty() {
            (voice.get("page-cost-refund"))
        } @else {
            (voice.texts.with("page-cost-refund-for", [("reason", isolate(reason).into())]))
        }
        @for content in contents(voice, &order.lines, &refund.lines) { span { (content) } }
    }
}

fn refunded(refunds: &[Refund]) -> Decimal {
    refunds.iter().map(|refund| refund.amount.0.abs()).sum()
}

/// Whether the other amounts add up to the total without the tax. Shops differ
/// in whether their items are before or after discounts.
fn tax_is_included(totals: &Totals) -> bool {
    let value = |amount: Option<Amount>| amount.map_or(Decimal::ZERO, |amount| amount.0);
    let (Some(items), Some(total)) = (totals.items, totals.total) else {
        return false;
    };
    let before = items.0 + value(totals.shipping);
    let sums = [before, before - value(totals.discount).abs()];
    let tax = value(totals.tax);
    sums.contains(&total.0) && !sums.contains(&(total.0 - tax))
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;

    fn shown(totals: Totals, refunds: Vec<Refund>) -> String {
        let mut state = samples::plain();
        state.order.totals = totals;
        state.order.refunds = refunds;
        let voice = samples::voice();
        samples::text(&costs(&voice, &state.order, samples::seen()).into_string())
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
            total: samples::amount("90"),
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
    fn tax_is_called_included_only_when_that_is_certain() {
        let totals = Totals {
            items: samples::amount("100"),
            discount: samples::amount("10"),
            tax: samples::amount("10"),
            total: samples::amount("100"),
            ..Totals::default()
        };
        assert!(!shown(totals, Vec::new()).contains("included"));
    }

    #[test]
    fn a_refund_says_what_it_pays_for() {
        let mut state = samples::plain();
        state.order.lines = vec![samples::line("1", "Socks", 3)];
        state.order.refunds = vec![Refund {
            lines: samples::portions(&[("1", 2), ("gone", 1)]),
            ..samples::refund("20", None)
        }];
        let shown = costs(&samples::voice(), &state.order, samples::seen()).into_string();
        assert_eq!(samples::text(&shown), "Costs Refund 2 × Socks -$20.00");
    }
}

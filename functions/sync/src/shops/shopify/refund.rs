//! Shopify's refunds.

use rust_decimal::Decimal;
use wismo_domain::order::{Amount, MAX_NUMBER, Refund};

use super::money::{Currency, MoneySet, sum};
use super::payload::{Adjustment, Payload, Refunded, Transaction};
use super::quantities::line_quantities;

/// Reads a refund of an order that is shown in `currency`; `None` if no money
/// moved (lines were removed that nobody had paid), or none in this currency.
pub(super) fn of_order(
    refunded: &Refunded,
    currency: Currency<'_>,
    taxes_included: bool,
) -> Option<Refund> {
    let amount = match &refunded.transactions {
        Some(transactions) => paid_back(transactions, Some(currency.code))
            .or_else(|| of_lines(refunded, currency, taxes_included)),
        None => of_lines(refunded, currency, taxes_included),
    };
    refund(refunded, amount)
}

/// Reads a single refund, which does not say in which currency its order is
/// shown. Its amounts in two currencies show that; if the money moved in another
/// currency, they also give its amount in the order's.
pub(super) fn alone(refunded: &Refunded) -> Option<Refund> {
    let transactions = refunded.transactions.as_deref().unwrap_or_default();
    let lines = refunded.refund_line_items.iter().flatten();
    let adjustments = refunded.order_adjustments.iter().flatten();
    let shipping = refunded.refund_shipping_lines.iter().flatten();
    let shown = lines
        .filter_map(|line| line.subtotal_set.as_ref())
        .chain(adjustments.filter_map(|adjustment| adjustment.amount_set.as_ref()))
        .chain(shipping.filter_map(|line| line.subtotal_amount_set.as_ref()))
        .find_map(MoneySet::presentment);
    let first = paying(transactions).find_map(|paid| paid.currency.as_deref());
    let currency = shown.or(first);
    // Only the order says whether the lines' prices include their tax.
    let mut lines = refunded.refund_line_items.iter().flatten();
    let is_taxed = lines.any(|line| line.total_tax.is_some_and(|tax| !tax.0.is_zero()));
    let is_known = paying(transactions).next().is_some() && !is_taxed;
    let amount = paid_back(transactions, currency).or_else(|| {
        let currency = Currency::shown(currency.filter(|_| is_known)?);
        of_lines(refunded, currency, true)
    });
    refund(refunded, amount)
}

fn refund(refunded: &Refunded, amount: Option<Amount>) -> Option<Refund> {
    let lines = refunded.refund_line_items.iter().flatten();
    Some(Refund {
        id: refunded.id.clone(),
        amount: amount.filter(|amount| amount.0 > Decimal::ZERO && amount.0 <= MAX_NUMBER)?,
        reason: None,
        lines: line_quantities(lines.map(|line| (line.line_item_id.as_str(), line.quantity))),
    })
}

/// The money that went back. Money that is `pending` is on its way: Shopify
/// Payments takes days for it, and sends the refund only once.
fn paying(transactions: &[Transaction]) -> impl Iterator<Item = &Transaction> {
    transactions.iter().filter(|transaction| {
        transaction.kind.as_deref() == Some("refund")
            && matches!(transaction.status.as_deref(), Some("success" | "pending"))
    })
}

/// The amount that went back, if all of it was in this currency.
fn paid_back(transactions: &[Transaction], currency: Option<&str>) -> Option<Amount> {
    sum(paying(transactions).map(|paid| {
        let own = paid.currency.as_deref();
        paid.amount
            .filter(|_| own.is_none() || currency.is_none() || own == currency)
    }))
}

/// The cost of the refund's lines, with the amounts that were paid back beside
/// them.
fn of_lines(refunded: &Refunded, currency: Currency<'_>, taxes_included: bool) -> Option<Amount> {
    let lines = refunded.refund_line_items.iter().flatten();
    let lines = lines.flat_map(|line| {
        let cost = currency.amount(line.subtotal, line.subtotal_set.as_ref());
        let tax = currency.amount(line.total_tax, line.total_tax_set.as_ref());
        let tax = if taxes_included { None } else { tax };
        [cost, tax.or(Some(Amount::default()))]
    });
    let duties = refunded.duties.iter().flatten();
    let duties = duties.map(|duty| currency.amount(None, duty.amount_set.as_ref()));
    let adjustments = || refunded.order_adjustments.iter().flatten();
    let is = |adjustment: &Adjustment, kind: &str| adjustment.kind.as_deref() == Some(kind);
    let has_shipping = adjustments().any(|adjustment| is(adjustment, "shipping_refund"));
    let shipping = refunded.refund_shipping_lines.iter().flatten();
    let shipping = shipping
        .filter(|_| !has_shipping)
        .map(|line| currency.amount(None, line.subtotal_amount_set.as_ref()));
    // Money that is only on its way back counts, as its transaction does.
    let transactions = refunded.transactions.as_deref().unwrap_or_default();
    let is_pending = paying(transactions).any(|paid| paid.status.as_deref() == Some("pending"));
    let adjustments =
        adjustments().filter(|adjustment| !(is_pending && is(adjustment, "refund_discrepancy")));
    let adjustments = adjustments.flat_map(|adjustment| {
        let amount = currency.amount(adjustment.amount, adjustment.amount_set.as_ref());
        let tax = currency.amount(adjustment.tax_amount, adjustment.tax_amount_set.as_ref());
        let back = |amount: Amount| Amount(-amount.0);
        [amount.map(back), Some(tax.map(back).unwrap_or_default())]
    });
    sum(lines.chain(adjustments).chain(shipping).chain(duties))
}

/// Tells whether the lines that a refund took out of the order were paid back: by the
/// refund itself or, if it was an edit of the order, by another refund of the same amount
/// that names no lines.
pub(super) fn is_paid_back(order: &Payload, refunded: &Refunded) -> bool {
    if has_paid(refunded) {
        return true;
    }
    let is_included = order.taxes_included.unwrap_or(false);
    let cost = |one: &Refunded| of_lines(one, Currency::of(order), is_included);
    let has_lines = |one: &Refunded| one.refund_line_items.iter().flatten().next().is_some();
    let mut others = order.refunds.iter().flatten();
    let cost = cost(refunded).filter(|cost| !cost.0.is_zero());
    has_lines(refunded)
        && cost.is_some()
        && others.any(|one| {
            let transactions = one.transactions.as_deref().unwrap_or_default();
            !has_lines(one) && paid_back(transactions, Some(Currency::of(order).code)) == cost
        })
}

/// Tells whether money went back, or is on its way.
pub(super) fn has_paid(refunded: &Refunded) -> bool {
    paying(refunded.transactions.as_deref().unwrap_or_default()).any(|paid| {
        let amount = paid.amount.unwrap_or_default();
        !amount.0.is_zero()
    })
}

//! The present cost of an order of Shopify's: without the lines that were
//! removed and not paid back. Lines that were paid back stay in, with the
//! refund below.

use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::Value;
use wismo_domain::order::{Amount, Fee, FeeKind, MAX_FEES, Refund, Totals};

use super::money::{Currency, MoneySet, sum};
use super::payload::{LineItem, Payload, Refunded, RefundedLine};
use super::refund::{has_paid, is_paid_back, of_order};
use crate::shops::loose::amount_of;
use crate::shops::text::line_or_none;

/// The refunds, in the order's currency.
pub(super) fn refunds(order: &Payload, currency: Currency<'_>) -> Vec<Refund> {
    let is_included = order.taxes_included.unwrap_or(false);
    let refunds = order.refunds.iter().flatten();
    refunds
        .filter_map(|refunded| of_order(refunded, currency, is_included))
        .collect()
}

/// The totals. Zeros are kept, as they were given; but an order that is not
/// shipped has no shipping costs.
pub(super) fn totals(order: &Payload, currency: Currency<'_>, refunds: &[Refund]) -> Totals {
    let amount = |plain, set: &Option<_>| currency.amount(plain, set.as_ref());
    let is_shipped = order
        .shipping_lines
        .as_array()
        .is_none_or(|lines| !lines.is_empty());
    let whole = amount(
        order.total_line_items_price,
        &order.total_line_items_price_set,
    );
    let is_whole = |item: &LineItem| !item.is_money() && left(order, item) == item.quantity.0;
    let whole = whole.filter(|_| order.line_items.iter().all(is_whole));
    let items = || {
        let lines = order.goods();
        sum(lines.map(|item| before_discounts(order, item, currency)))
    };
    let discount = amount(order.total_discounts, &order.total_discounts_set);
    let discount_dropped = sum(order.goods().map(|item| {
        let all = discounts(item, currency)?;
        all.0
            .checked_sub(kept(order, item, currency, all)?.0)
            .map(Amount)
    }));
    let less = |amount: Option<Amount>, dropped: Option<Amount>| {
        let (amount, dropped) = (amount?, dropped?);
        if dropped.0.is_zero() {
            return Some(amount);
        }
        let left = amount.0.checked_sub(dropped.0)?;
        Some(Amount(left.max(Decimal::ZERO)))
    };
    Totals {
        items: whole.or_else(items),
        discount: less(discount, discount_dropped),
        shipping: shipping(order, currency).filter(|shipping| is_shipped || !shipping.0.is_zero()),
        fees: fees(order, currency),
        tax: less(
            amount(order.total_tax, &order.total_tax_set),
            dropped_tax(order, currency),
        ),
        tax_included: order.taxes_included,
        total: total(order, currency, refunds),
    }
}

/// The shipping costs, without the shipping lines that an edit of the order
/// removed.
fn shipping(order: &Payload, currency: Currency<'_>) -> Option<Amount> {
    let all = currency.amount(None, order.total_shipping_price_set.as_ref())?;
    let is_removed = |line: &&Value| line.get("is_removed").and_then(Value::as_bool) == Some(true);
    let lines = order.shipping_lines.as_array().into_iter().flatten();
    lines.filter(is_removed).try_fold(all, |left, line| {
        let set = line
            .get("discounted_price_set")
            .or_else(|| line.get("price_set"));
        let set = set.and_then(|set| MoneySet::deserialize(set).ok());
        let price = line.get("discounted_price").or_else(|| line.get("price"));
        let price = currency.amount(price.and_then(amount_of), set.as_ref())?;
        let left = left.0.checked_sub(price.0)?;
        Some(Amount(left.max(Decimal::ZERO)))
    })
}

/// The cost of a line after its discounts; `None` if all of it was removed.
pub(super) fn line_total(
    order: &Payload,
    item: &LineItem,
    currency: Currency<'_>,
) -> Option<Amount> {
    let is_gone = left(order, item).is_zero() && !item.quantity.0.is_zero();
    let before = before_discounts(order, item, currency).filter(|_| !is_gone)?;
    let discounts = kept(order, item, currency, discounts(item, currency)?)?;
    before.0.checked_sub(discounts.0).map(Amount)
}

/// The amount that the customer pays before refunds: Shopify's current total,
/// which leaves out the amounts paid back, with those added again; never more
/// than the total of everything that was ever in the order. A cancelled order
/// keeps its cost.
fn total(order: &Payload, currency: Currency<'_>, refunds: &[Refund]) -> Option<Amount> {
    let ever = currency.amount(order.total_price, order.total_price_set.as_ref());
    let set = order.current_total_price_set.as_ref();
    let current = currency.amount(order.current_total_price, set);
    let paid = order.refunds.iter().flatten().filter(|one| has_paid(one));
    let is_known = paid.count() <= refunds.len();
    let back = sum(refunds.iter().map(|refund| Some(refund.amount)));
    let now = current.filter(|_| is_known && order.cancelled_at.is_none());
    let now = now
        .zip(back)
        .and_then(|(now, back)| now.0.checked_add(back.0).map(Amount));
    match (now, ever) {
        (Some(now), Some(ever)) => Some(now.min(ever)),
        (now, ever) => now.or(ever),
    }
}

/// The quantity of a line that is still in the order, or was paid back.
fn left(order: &Payload, item: &LineItem) -> Decimal {
    let ordered = item.quantity.0;
    let lines = |has: bool| {
        let refunds = order.refunds.iter().flatten();
        let refunds = refunds.filter(move |one| is_paid_back(order, one) == has);
        let lines = refunds.flat_map(|one| one.refund_line_items.iter().flatten());
        lines
            .filter(|line| line.line_item_id == item.id)
            .fold(Decimal::ZERO, |sum, line| {
                sum.saturating_add(line.quantity.0)
            })
    };
    if order.cancelled_at.is_some() {
        return ordered;
    }
    let left = match item.current_quantity {
        Some(current) => current.0.saturating_add(lines(true)),
        None => ordered.saturating_sub(lines(false)),
    };
    left.clamp(Decimal::ZERO, ordered.max(Decimal::ZERO))
}

fn before_discounts(order: &Payload, item: &LineItem, currency: Currency<'_>) -> Option<Amount> {
    let price = currency.amount(item.price, item.price_set.as_ref())?;
    price.0.checked_mul(left(order, item)).map(Amount)
}

fn discounts(item: &LineItem, currency: Currency<'_>) -> Option<Amount> {
    let shares = item.discount_allocations.iter().flatten();
    sum(shares.map(|share| currency.amount(share.amount, share.amount_set.as_ref())))
}

/// The part of a line's discounts that belongs to the units that are left: the
/// discount on removed units is taken from the refunds, or else is in
/// proportion.
fn kept(order: &Payload, item: &LineItem, currency: Currency<'_>, all: Amount) -> Option<Amount> {
    let left = left(order, item);
    if left == item.quantity.0 {
        return Some(all);
    }
    let lines = dropped(order).filter(|line| line.line_item_id == item.id);
    let (lines, units): (Vec<_>, Vec<_>) = lines.map(|line| (line, line.quantity.0)).unzip();
    let units = units.into_iter().try_fold(left, Decimal::checked_add)?;
    let price = currency.amount(item.price, item.price_set.as_ref())?;
    let less = sum(lines.into_iter().map(|line| {
        let cost = currency.amount(line.subtotal, line.subtotal_set.as_ref())?;
        let before = price.0.checked_mul(line.quantity.0)?;
        before.checked_sub(cost.0).map(Amount)
    }));
    if let Some(less) = less.filter(|_| units == item.quantity.0) {
        return all.0.checked_sub(less.0).map(Amount);
    }
    let part = all.0.checked_mul(left)?.checked_div(item.quantity.0)?;
    Some(Amount(part.round_dp(all.0.scale().max(2))))
}

/// The lines that were removed and not paid back.
fn dropped(order: &Payload) -> impl Iterator<Item = &RefundedLine> {
    let is_dropped = |one: &&Refunded| !is_paid_back(order, one) && order.cancelled_at.is_none();
    let refunds = order.refunds.iter().flatten().filter(is_dropped);
    refunds.flat_map(|one| one.refund_line_items.iter().flatten())
}

/// The tax on the lines that were removed and not paid back.
fn dropped_tax(order: &Payload, currency: Currency<'_>) -> Option<Amount> {
    let tax = |line: &RefundedLine| {
        let tax = currency.amount(line.total_tax, line.total_tax_set.as_ref());
        Some(tax.unwrap_or_default())
    };
    sum(dropped(order).map(tax))
}

/// Tips, duties and other fees.
fn fees(order: &Payload, currency: Currency<'_>) -> Vec<Fee> {
    let fee = |kind, name, amount: Option<Amount>| {
        let amount = amount.filter(|amount| !amount.0.is_zero())?;
        Some(Fee { kind, name, amount })
    };
    let tip = order.total_tip_received_set.as_ref();
    let tip = currency.amount(order.total_tip_received, tip);
    let tip = tip.filter(|tip| !tip.0.is_zero());
    let money = order.line_items.iter().filter(|item| item.is_money());
    let knows_tips = order.line_items.iter().any(|item| item.is_tip);
    let mut fees: Vec<Fee> = money
        .filter_map(|item| {
            let may_be_tip = tip.is_some() || item.title.as_deref() == Some("Tip");
            let kind = if item.is_tip || (may_be_tip && !knows_tips) {
                FeeKind::Tip
            } else {
                FeeKind::Fee
            };
            let names = [item.name.as_deref(), item.title.as_deref()];
            let name = names.into_iter().find_map(line_or_none);
            fee(kind, name, line_total(order, item, currency))
        })
        .take(MAX_FEES - 3)
        .collect();
    if fees.is_empty() {
        fees.extend(fee(FeeKind::Tip, None, tip));
    }
    let set = |set: &Option<_>| currency.amount(None, set.as_ref());
    let duties = set(&order.original_total_duties_set);
    let duties = duties.filter(|_| order.duties_included != Some(true));
    fees.extend(fee(FeeKind::Duty, None, duties));
    let others = set(&order.original_total_additional_fees_set);
    fees.extend(fee(FeeKind::Fee, None, others));
    fees
}

//! The cost of an order of WooCommerce's. Its amounts are without tax, each with
//! its tax beside it; if the shop's prices include tax, the two are added up.

use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::Value;
use wismo_domain::order::{Amount, Fee, FeeKind, MAX_FEES, Totals};

use super::payload::{LineItem, Payload, members};
use crate::shops::loose::{amount_of, text_of};
use crate::shops::text::plain_or_none;

/// The totals. Zeros are kept, as they were given; but an order that is not
/// shipped has no shipping costs.
pub(super) fn totals(payload: &Payload) -> Totals {
    let is_shipped =
        payload.shipping_lines.is_null() || members(&payload.shipping_lines).next().is_some();
    let shipping = payload.priced(payload.shipping_total, payload.shipping_tax);
    let items = payload.line_items.iter();
    Totals {
        items: sum(items.map(|item| line_subtotal(payload, item))),
        discount: payload.priced(payload.discount_total, payload.discount_tax),
        shipping: shipping.filter(|amount| is_shipped || !amount.0.is_zero()),
        fees: fees(payload),
        tax: payload.total_tax,
        tax_included: payload.includes_tax(),
        total: payload.total,
    }
}

/// The cost of a line, after discounts.
pub(super) fn line_total(payload: &Payload, item: &LineItem) -> Option<Amount> {
    let priced = payload.priced(item.total, item.total_tax)?;
    match payload.includes_tax() {
        Some(true) => Some(unrounded(item, priced).unwrap_or(priced)),
        Some(false) | None => Some(priced),
    }
}

/// The price of a line before discounts.
fn line_subtotal(payload: &Payload, item: &LineItem) -> Option<Amount> {
    match item.subtotal == item.total && item.subtotal_tax == item.total_tax {
        true => line_total(payload, item),
        false => payload.priced(item.subtotal, item.subtotal_tax),
    }
}

/// The price with tax that the shop shows: 4.625 and 0.925 are 5.55, although each
/// of them is given rounded, as 4.63 and 0.93.
fn unrounded(item: &LineItem, priced: Amount) -> Option<Amount> {
    let net = amount_of(&item.price)?.0.checked_mul(item.quantity.0)?;
    let mut taxes = members(&item.taxes).peekable();
    taxes.peek()?;
    let tax = taxes.try_fold(Decimal::ZERO, |sum, tax| {
        sum.checked_add(amount_of(tax.get("total")?)?.0)
    })?;
    let sum = net.checked_add(tax)?;
    let scale = priced.0.scale();
    let sum = sum.round_dp_with_strategy(scale, RoundingStrategy::MidpointAwayFromZero);
    let cent = Decimal::new(1, scale);
    // Any other sum does not belong to the rounded amounts.
    ((sum - priced.0).abs() <= cent).then_some(Amount(sum))
}

fn fees(payload: &Payload) -> Vec<Fee> {
    let field = |line: &Value, name: &str| amount_of(line.get(name)?);
    let fees = members(&payload.fee_lines).filter_map(|line| {
        let amount = payload.priced(field(line, "total"), field(line, "total_tax"))?;
        let name = line.get("name").and_then(|name| text_of(name).ok()?);
        Some(Fee {
            kind: FeeKind::Fee,
            name: plain_or_none(name.as_deref()),
            amount,
        })
    });
    fees.filter(|fee| !fee.amount.0.is_zero())
        .take(MAX_FEES)
        .collect()
}

impl Payload {
    /// An amount as the shop shows its prices.
    fn priced(&self, net: Option<Amount>, tax: Option<Amount>) -> Option<Amount> {
        match self.includes_tax() {
            Some(true) => {
                let sum = net?.0.checked_add(tax.unwrap_or_default().0)?;
                Some(Amount(sum))
            }
            Some(false) | None => net,
        }
    }

    fn includes_tax(&self) -> Option<bool> {
        match &self.prices_include_tax {
            Value::Bool(flag) => Some(*flag),
            Value::String(text) => match text.as_str() {
                "true" | "yes" | "1" => Some(true),
                "false" | "no" | "0" | "" => Some(false),
                _ => None,
            },
            Value::Number(number) => Some(number.as_f64() != Some(0.0)),
            Value::Null | Value::Array(_) | Value::Object(_) => None,
        }
    }
}

/// The sum; `None` if an amount is not given, or there are no amounts.
fn sum(amounts: impl Iterator<Item = Option<Amount>>) -> Option<Amount> {
    let mut amounts = amounts.peekable();
    amounts.peek()?;
    amounts
        .try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(amount?.0))
        .map(Amount)
}

//! The costs of an order, row by row: the rows above the total add up to it.

use rust_decimal::Decimal;
use wismo_domain::order::{
    Amount, DeliveryMethod, Fee, FeeKind, Order, PaymentState, Refund, Stage, Totals,
};
use wismo_domain::time::Date;

use crate::format;
use crate::texts::Texts;

/// A row of the costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// The row's subject.
    pub what: What<'a>,
    /// The row's amount.
    pub amount: Amount,
}

/// The subject of a row of the costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What<'a> {
    /// The lines together.
    Items,
    /// The discounts.
    Discount,
    /// The shipping.
    Shipping,
    /// Another thing that is paid for.
    Fee(&'a Fee),
    /// The tax, on top of the rows above.
    Tax,
    /// The difference between the rows above and the total.
    Other,
    /// The amount that the customer pays.
    Total,
    /// The tax that the total includes.
    TaxIncluded,
    /// The tax, where the shop does not say whether the total includes it.
    TaxBeside,
    /// Money that was paid back.
    Refund(&'a Refund),
    /// The rest of the total.
    Rest,
}

/// The rows, in the order in which one reads them; empty if the shop did not tell
/// any. Amounts are rounded first, so that what is shown adds up.
#[must_use]
pub fn rows(order: &Order) -> Vec<Row<'_>> {
    let totals = &order.totals;
    let round = |amount: Amount| Amount(format::rounded(amount, &order.currency));
    let told = |amount: Option<Amount>| amount.map(round);
    let some = |amount: Option<Amount>| told(amount).filter(|amount| !amount.0.is_zero());
    let mut rows: Vec<Row<'_>> = Vec::new();
    let row = |what| move |amount| Row { what, amount };
    rows.extend(told(totals.items).map(row(What::Items)));
    let discount = some(totals.discount).map(|amount| Amount(-amount.0.abs()));
    rows.extend(discount.map(row(What::Discount)));
    let is_shipped = !matches!(
        order.delivery_method,
        Some(DeliveryMethod::PickUp | DeliveryMethod::None)
    );
    let shipping = told(totals.shipping).filter(|amount| is_shipped || !amount.0.is_zero());
    rows.extend(shipping.map(row(What::Shipping)));
    let fees = totals.fees.iter();
    rows.extend(fees.filter_map(|fee| some(Some(fee.amount)).map(row(What::Fee(fee)))));
    let tax = some(totals.tax);
    let sum = |rows: &[Row<'_>]| -> Decimal { rows.iter().map(|row| row.amount.0).sum() };
    let total = told(totals.total);
    let is_on_top = totals.tax_included.map_or_else(
        || adds_up(totals, sum(&rows), tax, total),
        |is_included| !is_included,
    );
    rows.extend(tax.filter(|_| is_on_top).map(row(What::Tax)));
    // The part of the total that the rows above do not explain, if they begin with the items.
    let rest = total.filter(|_| totals.items.is_some());
    let rest = rest.map(|total| Amount(total.0 - sum(&rows)));
    rows.extend(some(rest).map(row(What::Other)));
    rows.extend(total.map(row(What::Total)));
    let beside = match totals.tax_included {
        Some(_) => What::TaxIncluded,
        None => What::TaxBeside,
    };
    rows.extend(tax.filter(|_| !is_on_top).map(row(beside)));
    let mut back = Decimal::ZERO;
    for refund in &order.refunds {
        let Some(amount) = some(Some(refund.amount)) else {
            continue;
        };
        let amount = Amount(-amount.0.abs());
        back += amount.0;
        rows.push(Row {
            what: What::Refund(refund),
            amount,
        });
    }
    let rest = total.filter(|_| !back.is_zero());
    let rest = rest.map(|total| Amount(total.0 + back));
    rows.extend(rest.map(row(What::Rest)));
    rows
}

/// Tells whether the rows come to the total with the tax. This is how a tax gets its
/// place if nobody says whether it is included; its name does not say so either.
fn adds_up(totals: &Totals, sum: Decimal, tax: Option<Amount>, total: Option<Amount>) -> bool {
    let with_tax = tax.map(|tax| sum + tax.0);
    match total {
        Some(total) => with_tax == Some(total.0),
        None => totals.items.is_some(),
    }
}

/// Tells whether the customer still has to pay, as far as the shop told.
#[must_use]
pub fn is_unpaid(order: &Order) -> bool {
    let payment = order.payment.as_ref();
    let is_unpaid = payment.is_some_and(|payment| match payment.state {
        PaymentState::Unpaid | PaymentState::PartPaid => true,
        PaymentState::Authorized | PaymentState::Paid => false,
    });
    is_unpaid && !matches!(order.standing(), Stage::Cancelled | Stage::Refunded)
}

/// The day by which an order is to be paid, if it is not paid yet.
#[must_use]
pub fn due_on(order: &Order) -> Option<Date> {
    let payment = order.payment.as_ref().filter(|_| is_unpaid(order))?;
    payment.due_on
}

/// Says by which day an order is to be paid, without a full stop.
#[must_use]
pub fn due(texts: Texts, day: Date) -> String {
    let day = format::day(texts.language, day);
    let text = texts.with("words-payment-due", [("day", day.into())]);
    text.into_owned()
}

impl<'a> Row<'a> {
    /// The refund that the row is about, if any.
    #[must_use]
    pub const fn refund(&self) -> Option<&'a Refund> {
        match self.what {
            What::Refund(refund) => Some(refund),
            What::Items
            | What::Discount
            | What::Shipping
            | What::Fee(_)
            | What::Tax
            | What::Other
            | What::Total
            | What::TaxIncluded
            | What::TaxBeside
            | What::Rest => None,
        }
    }

    /// The name of the row; `foreign` makes the shop's words fit to show.
    #[must_use]
    pub fn name(&self, texts: Texts, foreign: impl Fn(&str) -> String) -> String {
        let own = |text: Option<&String>| {
            let text = text.map(|text| foreign(text.trim()));
            text.filter(|text| !text.is_empty())
        };
        let id = match self.what {
            What::Items => "words-cost-items",
            What::Discount => "words-cost-discount",
            What::Shipping => "words-cost-shipping",
            What::Fee(fee) => match (own(fee.name.as_ref()), fee.kind) {
                (Some(name), _) => return name,
                (None, FeeKind::Fee) => "words-cost-fee",
                (None, FeeKind::Tip) => "words-cost-tip",
                (None, FeeKind::Duty) => "words-cost-duty",
            },
            What::Tax | What::TaxBeside => "words-cost-tax",
            What::Other => "words-cost-other",
            What::Total => "words-cost-total",
            What::TaxIncluded => "words-cost-tax-included",
            What::Refund(refund) => match own(refund.reason.as_ref()) {
                Some(reason) => {
                    let values = [("reason", reason.into())];
                    return texts.with("words-cost-refund-for", values).into_owned();
                }
                None => "words-cost-refund",
            },
            What::Rest => "words-cost-rest",
        };
        texts.get(id).into_owned()
    }

    /// The amount; in words if there is nothing to pay for shipping.
    #[must_use]
    pub fn shown(&self, texts: Texts, currency: &str) -> String {
        if self.what == What::Shipping && self.amount.0.is_zero() {
            return texts.get("words-cost-free").into_owned();
        }
        format::money(texts.language, self.amount, currency)
    }

    /// Tells whether the row is a sum of those above.
    #[must_use]
    pub const fn is_sum(&self) -> bool {
        matches!(self.what, What::Total | What::Rest)
    }
}

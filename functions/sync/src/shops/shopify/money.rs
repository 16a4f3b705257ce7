//! Money in two currencies: the shop's and the one that the customer paid in.

use rust_decimal::Decimal;
use serde::Deserialize;
use wismo_domain::order::Amount;

use super::payload::Payload;
use crate::shops::loose;

/// An amount in both currencies, which stands beside each plain one.
#[derive(Deserialize)]
pub(super) struct MoneySet {
    #[serde(default, deserialize_with = "loose::object")]
    shop_money: Option<Money>,
    #[serde(default, deserialize_with = "loose::object")]
    presentment_money: Option<Money>,
}

#[derive(Deserialize)]
struct Money {
    #[serde(default, deserialize_with = "loose::amount")]
    amount: Option<Amount>,
    #[serde(default, deserialize_with = "loose::text")]
    currency_code: Option<String>,
}

impl MoneySet {
    /// The amount in `currency`.
    fn amount(&self, currency: &str) -> Option<Amount> {
        [&self.presentment_money, &self.shop_money]
            .into_iter()
            .flatten()
            .find(|money| money.currency_code.as_deref() == Some(currency))?
            .amount
    }

    /// The currency that the customer paid in.
    pub(super) fn presentment(&self) -> Option<&str> {
        self.presentment_money.as_ref()?.currency_code.as_deref()
    }
}

/// The currency that an order is shown in. Every amount of the order is in
/// this currency, or is not given.
#[derive(Clone, Copy)]
pub(super) struct Currency<'a> {
    pub(super) code: &'a str,
    /// True if this is the shop's currency, in which the plain amounts are.
    is_shops: bool,
}

impl<'a> Currency<'a> {
    /// Picks the customer's currency if the order has its amounts in that,
    /// otherwise the shop's.
    pub(super) fn of(order: &'a Payload) -> Self {
        let shops = order.currency.as_deref().unwrap_or_default();
        let total = order.total_price_set.as_ref();
        let customers = order
            .presentment_currency
            .as_deref()
            .filter(|code| total.is_some_and(|total| total.amount(code).is_some()));
        let code = customers.unwrap_or(shops);
        Self {
            code,
            is_shops: code == shops,
        }
    }

    /// A currency known only by its code: plain amounts may be in another.
    pub(super) const fn shown(code: &'a str) -> Self {
        Self {
            code,
            is_shops: false,
        }
    }

    /// An amount in this currency, from its two spellings.
    pub(super) fn amount(self, plain: Option<Amount>, set: Option<&MoneySet>) -> Option<Amount> {
        set.and_then(|set| set.amount(self.code))
            .or_else(|| plain.filter(|_| self.is_shops))
    }
}

/// The sum; `None` if it goes beyond what a number holds, or an amount is not
/// given.
pub(super) fn sum(amounts: impl IntoIterator<Item = Option<Amount>>) -> Option<Amount> {
    amounts
        .into_iter()
        .try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(amount?.0))
        .map(Amount)
}

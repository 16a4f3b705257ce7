//! Shopify's order as the neutral one.

use wismo_domain::order::{
    Address, Amount, Customer, Line, Order, Payment, PaymentState, Quantity, Totals,
};
use wismo_domain::time::Timestamp;

use super::fulfillment::shipments;
use super::money::{Currency, sum};
use super::payload::{self, LineItem, Payload};
use super::quantities::quantities;
use super::refund::of_order;
use super::status::status;
use crate::shops::loose::moment;
use crate::shops::text::{could_be_address, language_tag, line as plain, line_or_none, short};

/// The neutral order.
pub(super) fn to_order(payload: &Payload, updated_at: Timestamp) -> Order {
    let currency = Currency::of(payload);
    let placed = [&payload.processed_at, &payload.created_at];
    let is_ordered = |item: &&LineItem| item.quantity >= Quantity::ZERO;
    let lines = payload.line_items.iter().filter(is_ordered);
    let fulfillments = payload.fulfillments.iter().flatten();
    let refunds = payload.refunds.iter().flatten();
    let taxes_included = payload.taxes_included.unwrap_or(false);
    Order {
        number: number(payload),
        placed_at: placed.into_iter().flatten().find_map(|date| moment(date)),
        cancelled_at: payload.cancelled_at.as_deref().and_then(moment),
        customer: customer(payload),
        delivery_address: payload.shipping_address.as_ref().and_then(address),
        billing_address: payload.billing_address.as_ref().and_then(address),
        lines: lines.map(|item| line(payload, item, currency)).collect(),
        shipments: fulfillments.flat_map(shipments).collect(),
        refunds: refunds
            .filter_map(|refunded| of_order(refunded, currency, taxes_included))
            .collect(),
        totals: totals(payload, currency),
        payment: payment(payload),
        ..Order::new(&payload.id, updated_at, status(payload), currency.code)
    }
}

/// What the customer knows the order by: its `name`, with the `#` or whatever
/// the merchant has put before and after it, as Shopify's own mails have it.
fn number(payload: &Payload) -> Option<String> {
    line_or_none(payload.name.as_deref())
        .or_else(|| line_or_none(payload.order_number.as_deref()))
        .map(short)
}

fn customer(payload: &Payload) -> Customer {
    let account = payload.customer.as_ref();
    let full_name = account.and_then(|account| {
        let first = account.first_name.as_deref().unwrap_or_default();
        let last = account.last_name.as_deref().unwrap_or_default();
        line_or_none(Some(&format!("{first} {last}")))
    });
    let addresses = [&payload.billing_address, &payload.shipping_address];
    let mut addresses = addresses.into_iter().flatten();
    let emails = [
        payload.email.as_ref(),
        payload.contact_email.as_ref(),
        account.and_then(|account| account.email.as_ref()),
    ];
    Customer {
        id: account
            .and_then(|account| line_or_none(account.id.as_deref()))
            .map(short),
        name: full_name
            .or_else(|| addresses.find_map(|address| line_or_none(address.name.as_deref()))),
        email: emails
            .into_iter()
            .flatten()
            .find(|email| could_be_address(email))
            .cloned(),
        locale: payload.customer_locale.as_deref().and_then(language_tag),
        ..Customer::default()
    }
}

/// How the money stands, and what takes it.
fn payment(payload: &Payload) -> Option<Payment> {
    let state = match payload.financial_status.as_deref()? {
        "pending" | "unpaid" | "expired" | "voided" => PaymentState::Unpaid,
        "authorized" => PaymentState::Authorized,
        "partially_paid" => PaymentState::PartPaid,
        "paid" | "partially_refunded" | "refunded" => PaymentState::Paid,
        _ => return None,
    };
    let names = payload.payment_gateway_names.iter().flatten().flatten();
    let names: Vec<String> = names.map(|name| plain(&name.replace('_', " "))).collect();
    Some(Payment {
        method: line_or_none(Some(&names.join(", "))),
        ..Payment::new(state)
    })
}

fn address(address: &payload::Address) -> Option<Address> {
    let line = |text: &Option<String>| line_or_none(text.as_deref());
    let street = [&address.address1, &address.address2];
    let country = address.country_code.clone();
    Address {
        name: line(&address.name),
        company: line(&address.company),
        street: street.into_iter().filter_map(line).collect(),
        postcode: line(&address.zip).map(short),
        city: line(&address.city),
        region: line(&address.province),
        country: country.filter(|code| Address::is_country(code)),
    }
    .or_none()
}

fn line(order: &Payload, item: &LineItem, currency: Currency<'_>) -> Line {
    let sku = line_or_none(item.sku.as_deref()).map(short);
    let names = [item.name.as_deref(), item.title.as_deref()];
    let name = names.into_iter().find_map(line_or_none);
    let name = name.or_else(|| sku.as_deref().map(plain));
    let quantities = quantities(order, item);
    Line {
        sku,
        delivered: quantities.delivered,
        cancelled: quantities.cancelled,
        returned: quantities.returned,
        total: total(item, currency),
        ..Line::new(&item.id, &name.unwrap_or_default(), item.quantity)
    }
}

/// What a line costs: its price, as often as it was ordered, without discounts.
fn total(item: &LineItem, currency: Currency<'_>) -> Option<Amount> {
    let price = currency.amount(item.price, item.price_set.as_ref())?;
    let discounts = item.discount_allocations.iter().flatten();
    let discounts =
        sum(discounts.map(|share| currency.amount(share.amount, share.amount_set.as_ref())))?;
    let before = price.0.checked_mul(item.quantity.0)?;
    before.checked_sub(discounts.0).map(Amount)
}

/// The totals as they were ordered: refunds do not lower them. Zeros are kept,
/// for they were told; but what is not shipped has no shipping.
fn totals(order: &Payload, currency: Currency<'_>) -> Totals {
    let ships = order
        .shipping_lines
        .as_ref()
        .is_none_or(|lines| !lines.is_empty());
    let amount = |plain, set: &Option<_>| currency.amount(plain, set.as_ref());
    Totals {
        items: amount(
            order.total_line_items_price,
            &order.total_line_items_price_set,
        ),
        discount: amount(order.total_discounts, &order.total_discounts_set),
        shipping: amount(None, &order.total_shipping_price_set)
            .filter(|shipping| ships || !shipping.0.is_zero()),
        tax: amount(order.total_tax, &order.total_tax_set),
        total: amount(order.total_price, &order.total_price_set),
    }
}

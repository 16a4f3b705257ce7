//! Turns Shopify's order into the neutral one.

use wismo_domain::order::{Address, Customer, DeliveryMethod, Line, Order, Quantity};
use wismo_domain::time::Timestamp;

use super::delivery::{chosen_day, delivery_method, is_till, place};
use super::fulfillment::{has_number, is_parcel, shipments};
use super::money::Currency;
use super::payload::{self, LineItem, Payload};
use super::payment::payment;
use super::quantities::quantities;
use super::references;
use super::status::status;
use super::totals::{line_total, refunds, totals};
use crate::shops::loose::{moment, text_of};
use crate::shops::text::{
    could_be_address, language_tag, line as plain, line_or_none, short, with_chosen,
};

/// Makes the neutral order.
pub(super) fn to_order(payload: &Payload, updated_at: Timestamp) -> Order {
    let currency = Currency::of(payload);
    let placed = [&payload.processed_at, &payload.created_at];
    let is_ordered = |item: &&LineItem| item.quantity > Quantity::ZERO;
    let lines = payload.goods().filter(is_ordered);
    let fulfillments = payload.fulfillments.iter().flatten();
    let is_till = is_till(payload);
    let fulfillments = fulfillments.filter(|fulfillment| match is_till {
        true => has_number(fulfillment),
        false => is_parcel(fulfillment),
    });
    let refunds = refunds(payload, currency);
    let totals = totals(payload, currency, &refunds);
    let delivery_method = delivery_method(payload);
    let delivery_address = match delivery_method {
        Some(DeliveryMethod::PickUp) => place(payload),
        Some(DeliveryMethod::None) => None,
        Some(DeliveryMethod::Shipping) | None => {
            payload.shipping_address.as_ref().and_then(address)
        }
    };
    Order {
        number: number(payload),
        reference: references::reference(payload),
        marketplace: references::marketplace(payload),
        placed_at: placed.into_iter().flatten().find_map(|date| moment(date)),
        cancelled_at: payload.cancelled_at.as_deref().and_then(moment),
        customer: customer(payload),
        delivery_method,
        delivery_address,
        expected_on: chosen_day(payload),
        billing_address: payload.billing_address.as_ref().and_then(address),
        lines: lines.map(|item| line(payload, item, currency)).collect(),
        shipments: fulfillments.flat_map(shipments).collect(),
        refunds,
        totals,
        payment: payment(payload),
        ..Order::new(&payload.id, updated_at, status(payload), currency.code)
    }
}

/// The number by which the customer knows the order: its `name`, with the `#`
/// or anything else that the merchant has put before and after it, as in
/// Shopify's own mails.
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
        phone: phone(payload),
        locale: payload.customer_locale.as_deref().and_then(language_tag),
        ..Customer::default()
    }
}

/// The phone number by which the customer is reached about the order, or else any of theirs.
fn phone(payload: &Payload) -> Option<String> {
    let of_address = |address: &Option<payload::Address>| address.as_ref()?.phone.clone();
    let account = payload.customer.as_ref();
    let phones = [
        of_address(&payload.billing_address),
        payload.phone.clone(),
        of_address(&payload.shipping_address),
        account.and_then(|account| account.phone.clone()),
    ];
    let mut phones = phones.iter();
    let phone = phones.find_map(|phone| line_or_none(phone.as_deref()));
    phone.map(short)
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
    let name = with_chosen(&name.unwrap_or_default(), chosen(item));
    let quantities = quantities(order, item);
    Line {
        sku,
        // Goods that need no shipping never leave the shop.
        delivered: quantities.delivered.filter(|_| !item.needs_no_shipping()),
        cancelled: quantities.cancelled,
        returned: quantities.returned,
        total: line_total(order, item, currency),
        needs_no_shipping: item.needs_no_shipping(),
        ..Line::new(&item.id, &name, item.quantity)
    }
}

/// The customer's choices and words for an item, from a list of names and values
/// or from a map. Names that begin with `_` are for apps.
fn chosen(item: &LineItem) -> impl Iterator<Item = (String, String)> {
    let listed = item.properties.as_array().into_iter().flatten();
    let listed = listed.filter_map(|one| Some((one.get("name")?.as_str()?, one.get("value")?)));
    let map = item.properties.as_object().into_iter().flatten();
    let map = map.map(|(name, value)| (name.as_str(), value));
    let open = listed.chain(map).filter(|(name, _)| !name.starts_with('_'));
    open.filter_map(|(name, value)| Some((plain(name), plain(&text_of(value).ok()??))))
}

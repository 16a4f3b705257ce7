//! WooCommerce's order as the neutral one.

use serde_json::Value;
use wismo_domain::order::{
    Address, Amount, Customer, DeliveryMethod, Line, Order, Payment, PaymentState, Quantity,
    Refund, Shipment, Stage,
};
use wismo_domain::shop::Shop;
use wismo_domain::time::Timestamp;
use wismo_domain::zone::TimeZone;

use super::documents::{documents, packing_slip_printed};
use super::payload::{self, LineItem, Payload, Refunded, members};
use super::status::status;
use super::time::time;
use super::totals::{line_total, totals};
use super::tracking::shipments;
use crate::shops::loose::text_of;
use crate::shops::text::{could_be_address, language_tag, link, plain, plain_or_none, short};

/// The neutral order.
pub(super) fn to_order(payload: &Payload, shop: &Shop, updated_at: Timestamp) -> Order {
    let customer = customer(payload);
    let shipments = shipments(payload, &shop.timezone);
    let totals = totals(payload);
    let delivery_method = delivery_method(payload, &shipments);
    let status = status(payload, delivery_method);
    let gone = matches!(status.stage, Stage::Sent | Stage::Delivered);
    let is_shipped = delivery_method.is_none();
    let delivery_address = payload.shipping.as_ref().and_then(address);
    let currency = payload.currency.as_deref().unwrap_or_default();
    let placed = [&payload.date_created_gmt, &payload.date_created];
    Order {
        documents: documents(payload),
        packing_slip_printed: packing_slip_printed(payload),
        number: plain_or_none(payload.number.as_deref()).map(short),
        part_of: part_of(payload),
        placed_at: either(placed, shop),
        customer,
        delivery_method,
        delivery_address: delivery_address.filter(|_| is_shipped),
        billing_address: payload.billing.as_ref().and_then(address),
        lines: payload
            .line_items
            .iter()
            .filter(|item| item.quantity >= Quantity::ZERO)
            .map(|item| line(payload, item, gone))
            .collect(),
        shipments,
        refunds: payload
            .refunds
            .iter()
            .flatten()
            .filter_map(refund)
            .collect(),
        totals,
        payment: Some(payment(payload, shop)),
        // WooCommerce knows that an order is cancelled, not since when.
        ..Order::new(&payload.id, updated_at, status, currency)
    }
}

fn part_of(payload: &Payload) -> Option<String> {
    let parent = text_of(&payload.parent_id).ok().flatten();
    plain_or_none(parent.filter(|id| id != "0").as_deref()).map(short)
}

/// The version: when the shop last changed the order, where it says so.
pub(super) fn updated_at(payload: &Payload, shop: &Shop) -> Option<Timestamp> {
    either([&payload.date_modified_gmt, &payload.date_modified], shop)
}

/// A moment: the date in UTC or, where that is none, the site's own date in the
/// shop's time zone.
fn either([utc, local]: [&Option<String>; 2], shop: &Shop) -> Option<Timestamp> {
    let read = |text: &Option<String>, zone| text.as_deref().and_then(|text| time(text, zone));
    read(utc, &TimeZone::utc()).or_else(|| read(local, &shop.timezone))
}

fn customer(payload: &Payload) -> Customer {
    let billing = payload.billing.as_ref();
    Customer {
        id: plain_or_none(payload.customer_id.as_deref()).map(short),
        name: billing.and_then(full_name),
        email: billing
            .and_then(|billing| billing.email.clone())
            .filter(|email| could_be_address(email)),
        locale: locale(payload),
        ..Customer::default()
    }
}

/// A date of payment is there once it was paid. (A refund takes none away.)
fn payment(payload: &Payload, shop: &Shop) -> Payment {
    let paid_at = either([&payload.date_paid_gmt, &payload.date_paid], shop);
    Payment {
        state: paid_at.map_or(PaymentState::Unpaid, |_| PaymentState::Paid),
        method: plain_or_none(payload.payment_method_title.as_deref()),
        paid_at,
        due_on: None,
    }
}

fn full_name(address: &payload::Address) -> Option<String> {
    let first = address.first_name.as_deref().unwrap_or_default();
    let last = address.last_name.as_deref().unwrap_or_default();
    plain_or_none(Some(&format!("{first} {last}")))
}

/// An address; none where it was left empty, as that of delivery is where the
/// shop delivers to who pays.
fn address(address: &payload::Address) -> Option<Address> {
    let plain = |text: &Option<String>| plain_or_none(text.as_deref());
    let street = [&address.address_1, &address.address_2];
    Address {
        name: full_name(address),
        company: plain(&address.company),
        street: street.into_iter().filter_map(plain).collect(),
        postcode: plain(&address.postcode).map(short),
        city: plain(&address.city),
        region: plain(&address.state),
        country: address
            .country
            .clone()
            .filter(|code| Address::is_country(code)),
    }
    .or_none()
}

/// Where plugins keep an order's language, such as `en` or `pt-br`: WPML, Weglot,
/// `TranslatePress`, and the names that others have for the customer's.
const LANGUAGES: [&str; 7] = [
    "wpml_language",
    "weglot_language",
    "trp_language",
    "_user_language",
    "user_language",
    "_order_language",
    "order_language",
];

/// The language that a plugin keeps with an order, or that Polylang adds to it.
fn locale(payload: &Payload) -> Option<String> {
    let kept = LANGUAGES.iter().flat_map(|key| payload.meta(key));
    let kept = kept.filter_map(|value| text_of(value).ok().flatten());
    kept.chain(payload.lang.clone())
        .find_map(|language| language_tag(&language))
}

/// A line. WooCommerce keeps no delivered quantities: once the order has left
/// the shop all of it has, before that we cannot tell. (Which lines a refund
/// was for is not in the order.)
fn line(payload: &Payload, item: &LineItem, gone: bool) -> Line {
    let sku = plain_or_none(item.sku.as_deref()).map(short);
    let name = item.name.as_deref().map(plain).unwrap_or_default();
    let name = if name.is_empty() {
        sku.clone().unwrap_or_default()
    } else {
        name
    };
    let picture = item.image.get("src").and_then(Value::as_str);
    Line {
        sku,
        picture_url: picture.and_then(link),
        delivered: gone.then_some(item.quantity),
        total: line_total(payload, item),
        ..Line::new(&item.id, &name, item.quantity)
    }
}

/// A refund: negative there, positive here. WooCommerce tells who enters the
/// reason that the customer will see it (`html-order-items.php`).
fn refund(refunded: &Refunded) -> Option<Refund> {
    // Of nothing: a plugin's, or one whose amount was deleted.
    let amount = refunded.total.filter(|total| !total.0.is_zero())?;
    Some(Refund {
        amount: Amount(amount.0.abs()),
        reason: plain_or_none(refunded.reason.as_deref()),
        id: refunded.id.clone(),
        lines: Vec::new(),
    })
}

/// How the customer comes by the goods, where the shop says it: nothing is
/// shipped where there is no way of shipping, no money for it and no parcel; what is collected has
/// WooCommerce's own ways of that, the older or the checkout block's.
fn delivery_method(payload: &Payload, shipments: &[Shipment]) -> Option<DeliveryMethod> {
    let is_list = payload.shipping_lines.is_array() || payload.shipping_lines.is_object();
    let mut ways = members(&payload.shipping_lines)
        .map(|line| line.get("method_id").and_then(Value::as_str))
        .peekable();
    let is_free = payload.shipping_total.is_none_or(|total| total.0.is_zero());
    let is_pick_up = |way: Option<&str>| matches!(way, Some("local_pickup" | "pickup_location"));
    match ways.peek() {
        _ if !is_list || !shipments.is_empty() => None,
        None => is_free.then_some(DeliveryMethod::None),
        Some(_) => ways.all(is_pick_up).then_some(DeliveryMethod::PickUp),
    }
}

//! WooCommerce's order as the neutral one.

use serde_json::Value;
use wismo_domain::order::{
    Address, Amount, Customer, DeliveryMethod, Line, Order, Payment, PaymentState, Refund,
    Shipment, Stage,
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
use crate::shops::BadBody;
use crate::shops::loose::text_of;
use crate::shops::text::{could_be_address, language_tag, link, plain, plain_or_none, short};

/// The neutral order.
pub(super) fn to_order(payload: &Payload, shop: &Shop) -> Result<Order, BadBody> {
    let updated_at = updated_at(payload, shop)?;
    let customer = customer(payload);
    let shipments = shipments(payload, &shop.timezone);
    let totals = totals(payload);
    let delivery_method = delivery_method(payload, &shipments);
    let status = status(payload, delivery_method);
    let gone = matches!(status.stage, Stage::Sent | Stage::Delivered);
    let is_shipped = delivery_method.is_none();
    let delivery_address = payload.shipping.as_ref().and_then(address);
    let placed = payload.date_created_gmt.as_deref();
    Ok(Order {
        documents: documents(payload),
        packing_slip_printed: packing_slip_printed(payload),
        number: plain_or_none(payload.number.as_deref()).map(short),
        part_of: part_of(payload),
        placed_at: placed.and_then(|text| time(text, &TimeZone::utc())),
        customer,
        delivery_method,
        delivery_address: delivery_address.filter(|_| is_shipped),
        billing_address: payload.billing.as_ref().and_then(address),
        lines: payload
            .line_items
            .iter()
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
        payment: Some(payment(payload)),
        // WooCommerce knows that an order is cancelled, not since when.
        ..Order::new(&payload.id, updated_at, status, &payload.currency)
    })
}

fn part_of(payload: &Payload) -> Option<String> {
    let parent = text_of(&payload.parent_id).ok().flatten();
    parent.filter(|id| id != "0").map(short)
}

/// The version: when the shop last changed the order.
///
/// Without the date in UTC, the site's own date counts, in the shop's time zone.
/// Without either there is no telling which word is the last, so the order is refused.
fn updated_at(payload: &Payload, shop: &Shop) -> Result<Timestamp, BadBody> {
    let (path, text, zone) = match (&payload.date_modified_gmt, &payload.date_modified) {
        (Some(text), _) => ("date_modified_gmt", text, &TimeZone::utc()),
        (None, Some(text)) => ("date_modified", text, &shop.timezone),
        (None, None) => return Err(BadBody::at("date_modified_gmt", "is missing")),
    };
    time(text, zone).ok_or_else(|| BadBody::at(path, "is not a date such as 2026-08-31T12:00:00"))
}

fn customer(payload: &Payload) -> Customer {
    let billing = payload.billing.as_ref();
    Customer {
        id: payload.customer_id.clone().map(short),
        name: billing.and_then(full_name),
        email: billing
            .and_then(|billing| billing.email.clone())
            .filter(|email| could_be_address(email)),
        locale: locale(payload),
        ..Customer::default()
    }
}

/// A date of payment is there once it was paid. (A refund takes none away.)
fn payment(payload: &Payload) -> Payment {
    let paid = payload.date_paid_gmt.as_deref();
    let method = plain_or_none(payload.payment_method_title.as_deref());
    Payment {
        state: paid.map_or(PaymentState::Unpaid, |_| PaymentState::Paid),
        method,
        paid_at: paid.and_then(|text| time(text, &TimeZone::utc())),
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

/// The language that WPML keeps with an order, such as `en` or `pt-br`.
fn locale(payload: &Payload) -> Option<String> {
    let language = payload
        .meta("wpml_language")
        .find_map(|value| text_of(value).ok().flatten())?;
    language_tag(&language)
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
    if refunded.total.0.is_zero() {
        return None;
    }
    Some(Refund {
        amount: Amount(refunded.total.0.abs()),
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

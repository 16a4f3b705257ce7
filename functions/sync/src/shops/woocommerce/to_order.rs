//! Turns WooCommerce's order into the neutral one.

use serde::Deserialize;
use serde_json::Value;
use wismo_domain::order::{
    Address, Amount, Customer, DeliveryMethod, Line, Order, Quantity, Refund, Shipment, Stage,
};
use wismo_domain::shop::Shop;
use wismo_domain::time::zone::TimeZone;
use wismo_domain::time::{Duration, Timestamp};

use super::documents::{documents, packing_slip_printed};
use super::payload::{self, LineItem, Payload, Refunded, members};
use super::payment::{SCHEDULED_PAYMENT, payment};
use super::promised;
use super::references;
use super::status::status;
use super::time::time;
use super::totals::{line_total, totals};
use super::tracking::{Sent, json_text, shipments};
use crate::shops::loose::text_of;
use crate::shops::text::{
    could_be_address, language_tag, link, plain, plain_or_none, short, with_chosen,
};

/// Makes the neutral order.
pub(super) fn to_order(payload: &Payload, shop: &Shop, updated_at: Timestamp) -> Order {
    let customer = customer(payload);
    let shipments = shipments(payload, &shop.timezone);
    let totals = totals(payload);
    let sent = Sent::of(&shipments);
    let delivery_method = delivery_method(payload, &shipments);
    let status = status(payload, delivery_method);
    let gone = matches!(status.stage, Stage::Sent | Stage::Delivered);
    let delivery_address = match delivery_method {
        Some(DeliveryMethod::PickUp) => place(payload),
        Some(DeliveryMethod::None) => None,
        Some(DeliveryMethod::Shipping) | None => {
            service_point(payload).or_else(|| payload.shipping.as_ref().and_then(address))
        }
    };
    let currency = payload.currency.as_deref().unwrap_or_default();
    let dated = either([&payload.date_created_gmt, &payload.date_created], shop);
    let paid_at = either([&payload.date_paid_gmt, &payload.date_paid], shop);
    // An order for a later payment is dated to the day of that payment, and was
    // placed with another order.
    let is_past = |at: &Timestamp| at.duration_since(updated_at) <= Duration::hours(24);
    let placed_at = dated.filter(|at| status.code != SCHEDULED_PAYMENT && is_past(at));
    Order {
        documents: documents(payload),
        packing_slip_printed: packing_slip_printed(payload),
        number: plain_or_none(payload.number.as_deref()).map(short),
        reference: references::reference(payload),
        marketplace: references::marketplace(payload),
        part_of: part_of(payload),
        placed_at,
        expected_on: promised::of_order(payload, placed_at, &shop.timezone),
        customer,
        delivery_method,
        delivery_address,
        billing_address: payload.billing.as_ref().and_then(address),
        lines: payload
            .line_items
            .iter()
            .filter(|item| item.quantity > Quantity::ZERO && !item.is_hidden())
            .map(|item| Line {
                expected_on: promised::of_line(item, &shop.timezone),
                ..line(payload, item, gone, sent.as_ref())
            })
            .collect(),
        shipments,
        refunds: payload
            .refunds
            .iter()
            .flatten()
            .filter_map(refund)
            .collect(),
        totals,
        payment: Some(payment(payload, &status, [paid_at, dated], updated_at)),
        message: pick_up_words(payload).filter(|_| delivery_method == Some(DeliveryMethod::PickUp)),
        // WooCommerce knows that an order is cancelled, but not since when.
        ..Order::new(&payload.id, updated_at, status, currency)
    }
}

fn part_of(payload: &Payload) -> Option<String> {
    let parent = text_of(&payload.parent_id).ok().flatten();
    plain_or_none(parent.filter(|id| id != "0").as_deref()).map(short)
}

/// The version: the moment when the shop last changed the order, if it says
/// so.
pub(super) fn updated_at(payload: &Payload, shop: &Shop) -> Option<Timestamp> {
    either([&payload.date_modified_gmt, &payload.date_modified], shop)
}

/// A moment: the date in UTC or, if there is none, the site's own date in the
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
            .and_then(|billing| billing.email.as_deref())
            .map(|email| html_escape::decode_html_entities(email).into_owned())
            .filter(|email| could_be_address(email)),
        phone: billing
            .and_then(|billing| plain_or_none(billing.phone.as_deref()))
            .map(short),
        locale: locale(payload),
        ..Customer::default()
    }
}

fn full_name(address: &payload::Address) -> Option<String> {
    let first = address.first_name.as_deref().unwrap_or_default();
    let last = address.last_name.as_deref().unwrap_or_default();
    plain_or_none(Some(&format!("{first} {last}")))
}

/// An address; `None` if it was left empty, as the delivery address is if the
/// shop delivers to the billing address.
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

/// The places in which plugins keep an order's language, such as `en` or `pt-br`:
/// WPML, Weglot, `TranslatePress`, and the names that others use for the
/// customer's language.
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
    let kept = kept.map(|value| members(value).next().unwrap_or(value));
    let kept = kept.filter_map(|value| text_of(value).ok().flatten());
    // WPML's word for all languages at once is not a language.
    let known = kept
        .chain(payload.lang.clone())
        .filter(|language| language != "all");
    known
        .into_iter()
        .find_map(|language| language_tag(&language))
}

/// Reads a line. WooCommerce keeps no delivered quantities: once the order has
/// left the shop, all of it has; before that, the contents of the parcels have,
/// if plugins tell them. (The order does not say which lines a refund was for.)
fn line(payload: &Payload, item: &LineItem, gone: bool, sent: Option<&Sent>) -> Line {
    let sku = plain_or_none(item.sku.as_deref()).map(short);
    let name = item.name.as_deref().map(plain).unwrap_or_default();
    let name = if name.is_empty() {
        sku.clone().unwrap_or_default()
    } else {
        with_chosen(&name, chosen(item))
    };
    let picture = item.image.get("src").and_then(Value::as_str);
    Line {
        sku,
        picture_url: picture.and_then(link),
        delivered: match gone {
            true => Some(item.quantity),
            false => sent.map(|sent| sent.of_line(payload, item)),
        },
        total: total(payload, item).filter(|total| !item.is_bundled() || !total.0.is_zero()),
        ..Line::new(&item.id, &name, item.quantity)
    }
}

/// The price of a line, including the hidden parts of a bundle.
fn total(payload: &Payload, item: &LineItem) -> Option<Amount> {
    let hidden = payload.parts_of(item).filter(|part| part.is_hidden());
    let hidden = hidden.map(|part| line_total(payload, part));
    hidden.fold(line_total(payload, item), |sum, part| {
        let part = part.unwrap_or_default();
        Some(Amount(sum?.0.checked_add(part.0)?))
    })
}

/// The customer's choices for an item: WooCommerce leaves attributes out of the
/// names of variations that have three or more of them, or long ones
/// (`WC_Product_Variation_Data_Store_CPT::generate_product_title`).
///
/// Other data in this place has a `_` in its key, except for the name of the
/// seller.
fn chosen(item: &LineItem) -> impl Iterator<Item = (String, String)> {
    let is_variation = item.variation_id.is_some();
    let kept = members(&item.meta_data).filter(move |_| is_variation);
    kept.filter_map(|meta| {
        let key = meta.get("key")?.as_str()?;
        let is_open = key.starts_with("pa_") || !key.contains('_');
        let text = |field| Some(plain(meta.get(field)?.as_str()?));
        let is_open = is_open && !key.eq_ignore_ascii_case("sold by");
        is_open.then_some((text("display_key")?, text("display_value")?))
    })
}

/// Reads a refund: WooCommerce's amount is negative, ours is positive.
/// WooCommerce tells whoever enters the reason that the customer will see it
/// (`html-order-items.php`).
fn refund(refunded: &Refunded) -> Option<Refund> {
    // A refund of nothing is a plugin's, or its amount was deleted.
    let amount = refunded.total.filter(|total| !total.0.is_zero())?;
    Some(Refund {
        amount: Amount(amount.0.abs()),
        reason: plain_or_none(refunded.reason.as_deref()),
        id: refunded.id.clone(),
        lines: Vec::new(),
    })
}

/// The ways of shipping that mean collection: `WooCommerce`'s older ones, that of
/// its checkout block, Local Pickup Plus (`SkyVerge`), and those of Store Pickup and
/// others.
const PICK_UP: [&str; 8] = [
    "local_pickup",
    "wc_pickup_store",
    "store_pickup",
    "pickup",
    "pickup_store",
    "legacy_local_pickup",
    "pickup_location",
    "local_pickup_plus",
];

/// The way in which the customer gets the goods, if the shop says it. Nothing is
/// shipped if there is no way of shipping, no money for it and no parcel; an
/// order is collected if all its ways of shipping mean that.
fn delivery_method(payload: &Payload, shipments: &[Shipment]) -> Option<DeliveryMethod> {
    let is_list = payload.shipping_lines.is_array() || payload.shipping_lines.is_object();
    let mut ways = members(&payload.shipping_lines)
        .map(|line| line.get("method_id").and_then(Value::as_str))
        .peekable();
    let is_free = payload.shipping_total.is_none_or(|total| total.0.is_zero());
    // The number of an instance may follow: `local_pickup:3`.
    let name = |way: &'_ str| way.split(':').next().unwrap_or_default().replace('-', "_");
    let is_pick_up =
        |way: Option<&str>| way.is_some_and(|way| PICK_UP.contains(&name(way).as_str()));
    match ways.peek() {
        _ if !is_list || !shipments.is_empty() => None,
        None => is_free.then_some(DeliveryMethod::None),
        Some(_) => ways.all(is_pick_up).then_some(DeliveryMethod::PickUp),
    }
}

/// The place where the order is collected, as the checkout block keeps it with the
/// way of shipping (`PickupLocation::calculate_shipping`), or Local Pickup Plus.
fn place(payload: &Payload) -> Option<Address> {
    let mut ways = members(&payload.shipping_lines);
    ways.find_map(|way| {
        let meta = way.get("meta_data")?;
        let of = |key| plain_or_none(payload::kept(meta, key).next()?.as_str());
        let kept = payload::kept(meta, "_pickup_location_address").next();
        let kept = kept.and_then(|kept| payload::Address::deserialize(kept).ok());
        let kept = kept.as_ref().and_then(address).unwrap_or_default();
        let block = Address {
            company: of("pickup_location"),
            street: of("pickup_address").into_iter().collect(),
            ..Address::default()
        };
        let plus = Address {
            company: of("_pickup_location_name").or(kept.company),
            ..kept
        };
        block.or_none().or(plus.or_none())
    })
}

/// The shop's words on how to collect it.
fn pick_up_words(payload: &Payload) -> Option<String> {
    let mut ways = members(&payload.shipping_lines);
    ways.find_map(|way| {
        let words = payload::kept(way.get("meta_data")?, "pickup_details").next()?;
        plain_or_none(words.as_str())
    })
}

/// The shop or locker to which `Sendcloud` delivers, where the customer chose one.
fn service_point(payload: &Payload) -> Option<Address> {
    let kept = payload.meta("sendcloudshipping_v2_service_point");
    let kept = kept.map(json_text).find(|kept| kept.is_object())?;
    let of = |key| plain_or_none(text_of(kept.get(key)?).ok()?.as_deref());
    let street = [of("street"), of("house_number")];
    let street: Vec<String> = street.into_iter().flatten().collect();
    Address {
        name: payload.shipping.as_ref().and_then(full_name),
        company: of("name"),
        street: plain_or_none(Some(&street.join(" "))).into_iter().collect(),
        postcode: of("postal_code").map(short),
        city: of("city"),
        country: of("country").filter(|code| Address::is_country(code)),
        ..Address::default()
    }
    .or_none()
}

//! The other numbers of an order, as plugins keep them in its `meta_data`.

use wismo_domain::order::Marketplace;

use super::payload::Payload;
use crate::shops::loose::text_of;
use crate::shops::text::{plain_or_none, short};

/// The places of the customer's purchase order number: WooCommerce Purchase Order Gateway,
/// and Purchase Orders for `WooCommerce`.
const PURCHASE_ORDER: [&str; 2] = ["_po_number", "_purchase_order_number"];

/// The places of an order's number on Amazon: WP-Lister and Codisto.
const AMAZON_ORDER: [&str; 2] = ["_wpla_amazon_order_id", "_codisto_amazonorderid"];

/// The places of an order's number on eBay: WP-Lister, whose first is the one that eBay
/// shows, and `CedCommerce`.
const EBAY_ORDER: [&str; 3] = [
    "_ebay_extended_order_id",
    "_ebay_order_id",
    "_ced_ebay_order_id",
];

/// The places of the buyer's name on eBay: WP-Lister and Codisto.
const EBAY_USER: [&str; 3] = [
    "_ebay_user_id",
    "_codisto_ebayusername",
    "_codisto_ebayuser",
];

/// The customer's purchase order number.
pub(super) fn reference(payload: &Payload) -> Option<String> {
    kept(payload, &PURCHASE_ORDER)
}

/// The marketplace that the order came through.
pub(super) fn marketplace(payload: &Payload) -> Option<Marketplace> {
    let on = |name: &str, order, user| {
        let name = Some(name.to_owned());
        Marketplace { name, order, user }.or_none()
    };
    let amazon = on("Amazon", kept(payload, &AMAZON_ORDER), None);
    amazon.or_else(|| {
        let order = kept(payload, &EBAY_ORDER);
        on("eBay", order, kept(payload, &EBAY_USER))
    })
}

fn kept(payload: &Payload, keys: &[&str]) -> Option<String> {
    let kept = keys.iter().flat_map(|key| payload.meta(key));
    let mut texts = kept.filter_map(|value| plain_or_none(text_of(value).ok()?.as_deref()));
    texts.next().map(short)
}

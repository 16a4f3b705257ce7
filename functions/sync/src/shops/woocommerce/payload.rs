//! WooCommerce's order, as far as Wismo reads it.

use serde::Deserialize;
use serde_json::Value;
use wismo_domain::order::{Amount, Quantity};
use wismo_domain::time::zone::TimeZone;

use super::time::time;
use crate::shops::loose;

/// An order of the REST API, v3.
#[derive(Deserialize)]
pub(super) struct Payload {
    #[serde(deserialize_with = "loose::id")]
    pub(super) id: String,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) number: Option<String>,
    pub(super) status: String,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) currency: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) date_created: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) date_created_gmt: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) date_modified: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) date_modified_gmt: Option<String>,
    /// The flag that says whether the shop's prices include tax. The amounts
    /// below never do, except for `total`: each has its tax beside it.
    #[serde(default)]
    pub(super) prices_include_tax: Value,
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) discount_total: Option<Amount>,
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) discount_tax: Option<Amount>,
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) shipping_total: Option<Amount>,
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) shipping_tax: Option<Amount>,
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) total: Option<Amount>,
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) total_tax: Option<Amount>,
    /// The code of the way of paying, such as `bacs` or `cod`.
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) payment_method: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) payment_method_title: Option<String>,
    /// The date of payment; there is none as long as it is not paid.
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) date_paid: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) date_paid_gmt: Option<String>,
    #[serde(default, deserialize_with = "loose::no_id")]
    pub(super) customer_id: Option<String>,
    /// The order that a marketplace split this one off; 0 if it is whole.
    #[serde(default)]
    pub(super) parent_id: Value,
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) billing: Option<Address>,
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) shipping: Option<Address>,
    /// The language that Polylang adds.
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) lang: Option<String>,
    /// Data that plugins keep. It may be a map if PHP lost count
    /// (woocommerce/woocommerce#34966), so it is read where it is used.
    #[serde(default)]
    pub(super) meta_data: Value,
    #[serde(default, deserialize_with = "loose::members")]
    pub(super) line_items: Vec<LineItem>,
    /// The ways of shipping. Read where they are used, as `fee_lines` are: a
    /// list, or the map that PHP makes of one.
    #[serde(default)]
    pub(super) shipping_lines: Value,
    /// The parcels that Shiptastic and Germanized add to the order.
    #[serde(default)]
    pub(super) shipments: Value,
    /// Fees, tips and anything else that plugins charge.
    #[serde(default)]
    pub(super) fee_lines: Value,
    #[serde(default, deserialize_with = "loose::list")]
    pub(super) refunds: Option<Vec<Refunded>>,
}

impl Payload {
    /// Tells whether a payment has a date; that of year 0 does not count.
    pub(super) fn is_paid(&self) -> bool {
        let dates = [&self.date_paid_gmt, &self.date_paid];
        let mut dates = dates.into_iter().flatten();
        dates.any(|date| time(date, &TimeZone::utc()).is_some())
    }

    /// The lines of the parts in a bundle.
    pub(super) fn parts_of<'a>(
        &'a self,
        container: &'a LineItem,
    ) -> impl Iterator<Item = &'a LineItem> {
        let lines = self.line_items.iter().filter(|line| line.is_bundled());
        lines.filter(|line| line.bundled_by.as_deref() == Some(container.id.as_str()))
    }

    /// The values that plugins keep under `key`.
    pub(super) fn meta(&self, key: &str) -> impl Iterator<Item = &Value> {
        kept(&self.meta_data, key)
    }
}

impl LineItem {
    /// Tells whether the shop hides it, as it may hide parts of a bundle
    /// (`WC_PB_Display`).
    pub(super) fn is_hidden(&self) -> bool {
        let mut marks = self.meta("_bundled_item_hidden");
        marks.any(|mark| mark.as_str() == Some("yes"))
    }

    /// Tells whether it is in a bundle, whose price may include it.
    pub(super) fn is_bundled(&self) -> bool {
        self.bundled_by.as_deref().is_some_and(|by| !by.is_empty())
    }

    /// The values that plugins keep with the line under `key`.
    pub(super) fn meta(&self, key: &str) -> impl Iterator<Item = &Value> {
        kept(&self.meta_data, key)
    }
}

/// Finds the values under `key` in a `meta_data`.
pub(super) fn kept<'a>(meta_data: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    members(meta_data)
        .filter(move |meta| meta.get("key").and_then(Value::as_str) == Some(key))
        .filter_map(|meta| meta.get("value"))
}

/// The members of a list, or of an object that plugins keep in its place.
pub(super) fn members(list: &Value) -> impl Iterator<Item = &Value> {
    let of_list = list.as_array().into_iter().flatten();
    of_list.chain(list.as_object().into_iter().flat_map(|map| map.values()))
}

/// The address for billing or delivery; only that for billing has an email
/// address.
#[derive(Deserialize)]
pub(super) struct Address {
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) first_name: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) last_name: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) company: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) address_1: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) address_2: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) postcode: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) city: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) state: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) country: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) email: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) phone: Option<String>,
}

/// One line.
#[derive(Deserialize)]
pub(super) struct LineItem {
    #[serde(default, deserialize_with = "loose::part_id")]
    pub(super) id: String,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) name: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) sku: Option<String>,
    #[serde(default, deserialize_with = "loose::no_id")]
    pub(super) product_id: Option<String>,
    #[serde(default, deserialize_with = "loose::no_id")]
    pub(super) variation_id: Option<String>,
    /// The line of the bundle that it is a part of (Product Bundles).
    #[serde(default, deserialize_with = "loose::no_id")]
    pub(super) bundled_by: Option<String>,
    /// The customer's choices for it, and data that plugins keep.
    #[serde(default)]
    pub(super) meta_data: Value,
    /// The item's picture; a plugin may keep anything there.
    #[serde(default)]
    pub(super) image: Value,
    #[serde(default = "loose::one", deserialize_with = "loose::quantity_or_one")]
    pub(super) quantity: Quantity,
    /// The price before discounts.
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) subtotal: Option<Amount>,
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) subtotal_tax: Option<Amount>,
    /// The price after discounts.
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) total: Option<Amount>,
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) total_tax: Option<Amount>,
    /// The price of one unit after discounts, not rounded.
    #[serde(default)]
    pub(super) price: Value,
    /// The tax by its rates, not rounded either.
    #[serde(default)]
    pub(super) taxes: Value,
}

/// One refund; the shop does not send which lines it is for.
#[derive(Deserialize)]
pub(super) struct Refunded {
    #[serde(default, deserialize_with = "loose::part_id")]
    pub(super) id: String,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) reason: Option<String>,
    /// The amount, which is negative.
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) total: Option<Amount>,
}

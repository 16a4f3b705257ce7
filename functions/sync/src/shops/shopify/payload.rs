//! Shopify's order, refund and fulfilment, as far as Wismo reads them.

use serde::Deserialize;
use serde_json::Value;
use wismo_domain::order::{Amount, Quantity};

use super::money::MoneySet;
use crate::shops::loose;

/// An order.
#[derive(Deserialize)]
pub(super) struct Payload {
    #[serde(deserialize_with = "loose::id")]
    pub(super) id: String,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) name: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) order_number: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) updated_at: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) created_at: Option<String>,
    /// The moment when the customer placed it, if it was imported from
    /// elsewhere.
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) processed_at: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) cancelled_at: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) financial_status: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) fulfillment_status: Option<String>,
    /// The ways of paying, by the names of the payment gateways.
    #[serde(default, deserialize_with = "loose::texts")]
    pub(super) payment_gateway_names: Option<Vec<Option<String>>>,
    /// The terms by which it is to be paid, unless that is at once; read where
    /// it is used.
    #[serde(default)]
    pub(super) payment_terms: Value,
    /// The apps' notes on the order, as names and values.
    #[serde(default)]
    pub(super) note_attributes: Value,
    /// The shop's currency.
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) currency: Option<String>,
    /// The customer's currency.
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) presentment_currency: Option<String>,
    #[serde(default, deserialize_with = "loose::flag")]
    pub(super) taxes_included: Option<bool>,
    /// True if the prices include duties.
    #[serde(default, deserialize_with = "loose::flag")]
    pub(super) duties_included: Option<bool>,
    /// The place where it was placed: `web`, `pos`, or an app's name.
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) source_name: Option<String>,
    /// The order's number in that place.
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) source_identifier: Option<String>,
    /// The customer's purchase order number.
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) po_number: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) phone: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) email: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) contact_email: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) customer_locale: Option<String>,
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) customer: Option<Customer>,
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) billing_address: Option<Address>,
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) shipping_address: Option<Address>,
    #[serde(default, deserialize_with = "loose::members")]
    pub(super) line_items: Vec<LineItem>,
    #[serde(default, deserialize_with = "loose::list")]
    pub(super) fulfillments: Option<Vec<Fulfillment>>,
    #[serde(default, deserialize_with = "loose::list")]
    pub(super) refunds: Option<Vec<Refunded>>,
    #[serde(default)]
    pub(super) shipping_lines: Value,
    /// The sum of the lines, before discounts.
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) total_line_items_price: Option<Amount>,
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) total_line_items_price_set: Option<MoneySet>,
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) total_discounts: Option<Amount>,
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) total_discounts_set: Option<MoneySet>,
    /// The shipping costs, before discounts.
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) total_shipping_price_set: Option<MoneySet>,
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) total_tax: Option<Amount>,
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) total_tax_set: Option<MoneySet>,
    /// The total of everything that was ever in the order.
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) total_price: Option<Amount>,
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) total_price_set: Option<MoneySet>,
    /// The total without anything that was removed or paid back.
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) current_total_price: Option<Amount>,
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) current_total_price_set: Option<MoneySet>,
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) total_tip_received: Option<Amount>,
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) total_tip_received_set: Option<MoneySet>,
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) original_total_duties_set: Option<MoneySet>,
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) original_total_additional_fees_set: Option<MoneySet>,
}

/// The account that the order is in; there is none for a guest at a till.
#[derive(Deserialize)]
pub(super) struct Customer {
    #[serde(default, deserialize_with = "loose::no_id")]
    pub(super) id: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) first_name: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) last_name: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) email: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) phone: Option<String>,
}

/// An address for delivery or billing.
#[derive(Deserialize)]
pub(super) struct Address {
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) name: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) company: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) address1: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) address2: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) zip: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) city: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) province: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) country_code: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) phone: Option<String>,
}

/// One line.
#[derive(Deserialize)]
pub(super) struct LineItem {
    #[serde(default, deserialize_with = "loose::part_id")]
    pub(super) id: String,
    /// The title with its variant.
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) name: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) title: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) sku: Option<String>,
    /// The quantity as ordered: removals do not lower it.
    #[serde(default = "loose::one", deserialize_with = "loose::quantity_or_one")]
    pub(super) quantity: Quantity,
    /// The quantity without units that were removed, whether before or after
    /// they were sent (since version 2024-01 of the API).
    #[serde(default, deserialize_with = "loose::quantity")]
    pub(super) current_quantity: Option<Quantity>,
    /// The state of the line. `not_eligible` means money, such as a tip, which
    /// cannot be sent.
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) fulfillment_status: Option<String>,
    #[serde(default, deserialize_with = "loose::flag")]
    pub(super) requires_shipping: Option<bool>,
    #[serde(default, deserialize_with = "loose::flag")]
    pub(super) gift_card: Option<bool>,
    /// True if it is a tip: no other line has this field, whatever it holds.
    #[serde(
        default,
        rename = "tip_payment_gateway",
        deserialize_with = "loose::is_there"
    )]
    pub(super) is_tip: bool,
    /// The customer's choices and words for the item; read where they are
    /// used.
    #[serde(default)]
    pub(super) properties: Value,
    /// The price of one unit.
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) price: Option<Amount>,
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) price_set: Option<MoneySet>,
    /// The line's share of every discount.
    #[serde(default, deserialize_with = "loose::list")]
    pub(super) discount_allocations: Option<Vec<Allocation>>,
}

impl LineItem {
    /// Tells whether it is money, such as a tip, and not goods.
    pub(super) fn is_money(&self) -> bool {
        self.is_tip || self.fulfillment_status.as_deref() == Some("not_eligible")
    }

    /// Tells whether it needs no shipping.
    pub(super) fn needs_no_shipping(&self) -> bool {
        needs_no_shipping(self.requires_shipping, self.gift_card)
    }
}

impl FulfilledLine {
    /// Tells whether it needs no shipping.
    pub(super) fn needs_no_shipping(&self) -> bool {
        needs_no_shipping(self.requires_shipping, self.gift_card)
    }
}

/// Tells whether an item needs no shipping. A gift card that is sent by post
/// says that it requires shipping.
fn needs_no_shipping(requires_shipping: Option<bool>, gift_card: Option<bool>) -> bool {
    !requires_shipping.unwrap_or(gift_card != Some(true))
}

impl Payload {
    /// The lines that are goods.
    pub(super) fn goods(&self) -> impl Iterator<Item = &LineItem> {
        self.line_items.iter().filter(|line| !line.is_money())
    }
}

/// A share of a discount.
#[derive(Deserialize)]
pub(super) struct Allocation {
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) amount: Option<Amount>,
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) amount_set: Option<MoneySet>,
}

/// One attempt to send something.
#[derive(Deserialize)]
pub(super) struct Fulfillment {
    #[serde(default, deserialize_with = "loose::part_id")]
    pub(super) id: String,
    /// The result of the attempt.
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) status: Option<String>,
    /// The progress of the parcel.
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) shipment_status: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) created_at: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) tracking_company: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) tracking_number: Option<String>,
    #[serde(default, deserialize_with = "loose::texts")]
    pub(super) tracking_numbers: Option<Vec<Option<String>>>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) tracking_url: Option<String>,
    #[serde(default, deserialize_with = "loose::texts")]
    pub(super) tracking_urls: Option<Vec<Option<String>>>,
    #[serde(default, deserialize_with = "loose::list")]
    pub(super) line_items: Option<Vec<FulfilledLine>>,
}

/// A line of a fulfilment's contents.
#[derive(Deserialize)]
pub(super) struct FulfilledLine {
    #[serde(default, deserialize_with = "loose::part_id")]
    pub(super) id: String,
    #[serde(default = "loose::one", deserialize_with = "loose::quantity_or_one")]
    pub(super) quantity: Quantity,
    #[serde(default, deserialize_with = "loose::flag")]
    pub(super) requires_shipping: Option<bool>,
    #[serde(default, deserialize_with = "loose::flag")]
    pub(super) gift_card: Option<bool>,
}

/// One refund. Its `note` is for the shop's own people.
#[derive(Deserialize)]
pub(super) struct Refunded {
    #[serde(default, deserialize_with = "loose::part_id")]
    pub(super) id: String,
    #[serde(default, deserialize_with = "loose::list")]
    pub(super) refund_line_items: Option<Vec<RefundedLine>>,
    #[serde(default, deserialize_with = "loose::list")]
    pub(super) transactions: Option<Vec<Transaction>>,
    /// Amounts that were paid back beside lines, or deducted from the lines'
    /// cost.
    #[serde(default, deserialize_with = "loose::list")]
    pub(super) order_adjustments: Option<Vec<Adjustment>>,
    /// Shipping that was paid back, since version 2024-10 of the API; the older
    /// adjustment may be there too.
    #[serde(default, deserialize_with = "loose::list")]
    pub(super) refund_shipping_lines: Option<Vec<RefundedShipping>>,
    /// The duties that were paid back.
    #[serde(default, deserialize_with = "loose::list")]
    pub(super) duties: Option<Vec<RefundedDuty>>,
}

/// Duties that were paid back.
#[derive(Deserialize)]
pub(super) struct RefundedDuty {
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) amount_set: Option<MoneySet>,
}

/// Shipping that was paid back.
#[derive(Deserialize)]
pub(super) struct RefundedShipping {
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) subtotal_amount_set: Option<MoneySet>,
}

/// Money of a refund beside its lines: negative if it goes to the customer.
#[derive(Deserialize)]
pub(super) struct Adjustment {
    /// `shipping_refund`, or `refund_discrepancy`.
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) kind: Option<String>,
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) amount: Option<Amount>,
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) amount_set: Option<MoneySet>,
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) tax_amount: Option<Amount>,
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) tax_amount_set: Option<MoneySet>,
}

/// A line that a refund is for. An order's line may occur twice: once for the
/// cancelled units, once for the returned ones.
#[derive(Deserialize)]
pub(super) struct RefundedLine {
    #[serde(default, deserialize_with = "loose::part_id")]
    pub(super) line_item_id: String,
    #[serde(default = "loose::one", deserialize_with = "loose::quantity_or_one")]
    pub(super) quantity: Quantity,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) restock_type: Option<String>,
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) subtotal: Option<Amount>,
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) subtotal_set: Option<MoneySet>,
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) total_tax: Option<Amount>,
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) total_tax_set: Option<MoneySet>,
}

/// Money that moved, or was meant to.
#[derive(Deserialize)]
pub(super) struct Transaction {
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) kind: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) status: Option<String>,
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) amount: Option<Amount>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) currency: Option<String>,
}

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
    /// When the customer placed it, where it was brought here from elsewhere.
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) processed_at: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) cancelled_at: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) financial_status: Option<String>,
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) fulfillment_status: Option<String>,
    /// How it is paid, by the names of what takes the money.
    #[serde(default, deserialize_with = "loose::texts")]
    pub(super) payment_gateway_names: Option<Vec<Option<String>>>,
    /// When it is to be paid, where that is not at once; read where it is used.
    #[serde(default)]
    pub(super) payment_terms: Value,
    /// What apps note of the order, as names and values.
    #[serde(default)]
    pub(super) note_attributes: Value,
    /// The shop's currency.
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) currency: Option<String>,
    /// The customer's.
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) presentment_currency: Option<String>,
    #[serde(default, deserialize_with = "loose::flag")]
    pub(super) taxes_included: Option<bool>,
    /// Whether the prices include duties.
    #[serde(default, deserialize_with = "loose::flag")]
    pub(super) duties_included: Option<bool>,
    /// Where it was placed: `web`, `pos`, or an app's.
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) source_name: Option<String>,
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
    /// The lines together, before discounts.
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) total_line_items_price: Option<Amount>,
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) total_line_items_price_set: Option<MoneySet>,
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) total_discounts: Option<Amount>,
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) total_discounts_set: Option<MoneySet>,
    /// Before discounts.
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) total_shipping_price_set: Option<MoneySet>,
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) total_tax: Option<Amount>,
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) total_tax_set: Option<MoneySet>,
    /// Of all that was ever in the order.
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) total_price: Option<Amount>,
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) total_price_set: Option<MoneySet>,
    /// Without what was removed, and without what was paid back.
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

/// Whose account the order is in; none for a guest at a till.
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
}

/// Where it goes, or who pays.
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
    /// As ordered: removals do not lower it.
    #[serde(default = "loose::one", deserialize_with = "loose::quantity_or_one")]
    pub(super) quantity: Quantity,
    /// Without what was removed, whether before or after it was sent (since
    /// version 2024-01 of the API).
    #[serde(default, deserialize_with = "loose::quantity")]
    pub(super) current_quantity: Option<Quantity>,
    /// `not_eligible`: money, such as a tip, and nothing that could be sent.
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) fulfillment_status: Option<String>,
    #[serde(default, deserialize_with = "loose::flag")]
    pub(super) requires_shipping: Option<bool>,
    #[serde(default, deserialize_with = "loose::flag")]
    pub(super) gift_card: Option<bool>,
    /// Whether it is a tip: no other line has this field, whatever is in it.
    #[serde(
        default,
        rename = "tip_payment_gateway",
        deserialize_with = "loose::is_there"
    )]
    pub(super) is_tip: bool,
    /// The customer's choices for it, and words; read where it is used.
    #[serde(default)]
    pub(super) properties: Value,
    /// Of one.
    #[serde(default, deserialize_with = "loose::amount")]
    pub(super) price: Option<Amount>,
    #[serde(default, deserialize_with = "loose::object")]
    pub(super) price_set: Option<MoneySet>,
    /// The line's share of every discount.
    #[serde(default, deserialize_with = "loose::list")]
    pub(super) discount_allocations: Option<Vec<Allocation>>,
}

impl LineItem {
    /// Whether it is money, such as a tip, and no goods.
    pub(super) fn is_money(&self) -> bool {
        self.is_tip || self.fulfillment_status.as_deref() == Some("not_eligible")
    }

    /// Whether it comes without being shipped.
    pub(super) fn needs_no_shipping(&self) -> bool {
        needs_no_shipping(self.requires_shipping, self.gift_card)
    }
}

impl FulfilledLine {
    /// Whether it comes without being shipped.
    pub(super) fn needs_no_shipping(&self) -> bool {
        needs_no_shipping(self.requires_shipping, self.gift_card)
    }
}

/// A gift card that is sent by mail says that it requires shipping.
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

/// One attempt at sending something.
#[derive(Deserialize)]
pub(super) struct Fulfillment {
    #[serde(default, deserialize_with = "loose::part_id")]
    pub(super) id: String,
    /// How the attempt went.
    #[serde(default, deserialize_with = "loose::text")]
    pub(super) status: Option<String>,
    /// How far the parcel is.
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

/// What is in it.
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
    /// What was paid back beside lines, or less than they cost.
    #[serde(default, deserialize_with = "loose::list")]
    pub(super) order_adjustments: Option<Vec<Adjustment>>,
    /// Shipping that was paid back, since version 2024-10 of the API; the older
    /// adjustment may stand beside it.
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

/// Money of a refund beside its lines: negative where it goes to the customer.
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

/// What it is for. A line may stand there twice: once for what was cancelled,
/// once for what came back.
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

/// Money that moved, or was to.
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

//! What a mail says, once more for mail clients that show orders and parcels
//! of their own accord: schema.org's `Order` and `ParcelDelivery` in JSON-LD
//! (<https://developers.google.com/workspace/gmail/markup/reference/order>).
//!
//! It says nothing that the mail itself does not say.

use maud::{Markup, PreEscaped, html};
use serde::Serialize;
use wismo_domain::order::{Line, Order, Shipment, ShipmentState, Stage};

use super::clean;
use super::voice::{NAME, SHORT, Voice};
use crate::carriers;
use crate::words;

/// More items or parcels than this are left to the page.
const MOST: usize = 20;

const CONTEXT: &str = "https://schema.org";

/// One of schema.org's things, as far as they have something to say.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Thing {
    #[serde(rename = "@context", skip_serializing_if = "Option::is_none")]
    context: Option<&'static str>,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    order_number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    order_status: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    order_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    price: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    price_currency: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tracking_number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tracking_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    merchant: Option<Box<Thing>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    provider: Option<Box<Thing>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    item_offered: Option<Box<Thing>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    eligible_quantity: Option<Box<Thing>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part_of_order: Option<Box<Thing>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    accepted_offer: Vec<Thing>,
}

impl Thing {
    fn of(kind: &'static str) -> Self {
        Self {
            kind,
            ..Self::default()
        }
    }

    fn named(kind: &'static str, name: String) -> Box<Self> {
        Box::new(Self {
            name: Some(name),
            ..Self::of(kind)
        })
    }
}

/// The script element, which no client runs.
pub(super) fn html(voice: &Voice<'_>) -> Markup {
    let mut things = vec![order(voice)];
    let shipments = voice.letter.order.shipments.iter();
    let parcels = shipments.filter_map(|shipment| parcel(voice, shipment));
    things.extend(parcels.take(MOST));
    // In a script nothing is escaped as elsewhere in HTML: no `<` may stand in it.
    let text = serde_json::to_string(&things).unwrap_or_default();
    let text = text.replace('<', "\\u003c");
    html! { script type="application/ld+json" { (PreEscaped(text)) } }
}

fn order(voice: &Voice<'_>) -> Thing {
    let order = voice.letter.order;
    let total = order.totals.total.filter(|_| !voice.letter.hides_prices);
    Thing {
        context: Some(CONTEXT),
        order_status: Some(format!("{CONTEXT}/{}", status(order))),
        order_date: order.placed_at.map(|placed_at| placed_at.to_string()),
        url: voice.letter.page_url.map(str::to_owned),
        price: total.map(|total| total.0.to_string()),
        price_currency: total.map(|_| order.currency.clone()),
        accepted_offer: order
            .lines
            .iter()
            .take(MOST)
            .map(|line| offer(voice, line))
            .collect(),
        ..known(voice)
    }
}

/// What the order is known by.
fn known(voice: &Voice<'_>) -> Thing {
    Thing {
        order_number: Some(voice.number()),
        merchant: Some(Thing::named("Organization", voice.shop())),
        ..Thing::of("Order")
    }
}

fn offer(voice: &Voice<'_>, line: &Line) -> Thing {
    let quantity = Thing {
        value: Some(line.quantity.0.normalize().to_string()),
        ..Thing::of("QuantitativeValue")
    };
    let name = clean::line(&words::item(voice.texts, Some(line)), NAME);
    Thing {
        item_offered: Some(Thing::named("Product", name)),
        eligible_quantity: Some(Box::new(quantity)),
        ..Thing::of("Offer")
    }
}

/// <https://schema.org/OrderStatus>
fn status(order: &Order) -> &'static str {
    match order.standing() {
        Stage::AwaitingPayment | Stage::PaymentFailed => "OrderPaymentDue",
        Stage::OnHold => "OrderProblem",
        Stage::PartDelivered | Stage::Sent => "OrderInTransit",
        Stage::ReadyToCollect => "OrderPickupAvailable",
        Stage::Delivered | Stage::Collected | Stage::Completed => "OrderDelivered",
        Stage::Cancelled => "OrderCancelled",
        Stage::Refunded => "OrderReturned",
        Stage::Draft | Stage::Received | Stage::Preparing | Stage::Other => "OrderProcessing",
    }
}

/// A parcel that can be followed.
fn parcel(voice: &Voice<'_>, shipment: &Shipment) -> Option<Thing> {
    if shipment.state == ShipmentState::Failed {
        return None;
    }
    let number = shipment.tracking_number.as_deref()?;
    let tracking = carriers::tracking(shipment);
    let carrier = tracking
        .as_ref()
        .map(|tracking| clean::line(&tracking.carrier, NAME));
    let carrier = carrier.filter(|name| !name.is_empty());
    Some(Thing {
        context: Some(CONTEXT),
        tracking_number: Some(clean::line(number, SHORT)),
        tracking_url: tracking.and_then(|tracking| tracking.url),
        provider: carrier.map(|name| Thing::named("Organization", name)),
        part_of_order: Some(Box::new(known(voice))),
        ..Thing::of("ParcelDelivery")
    })
}

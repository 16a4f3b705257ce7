//! What a mail says, once more for mail clients that show orders and parcels
//! of their own accord: schema.org's `Order` and `ParcelDelivery` in JSON-LD
//! (<https://developers.google.com/workspace/gmail/markup/reference/order>).
//!
//! It says nothing that the mail itself does not say.

use maud::{Markup, PreEscaped, html};
use serde_json::{Value, json};
use wismo_domain::order::{Order, Shipment, ShipmentState, Stage};

use super::clean;
use super::voice::{NAME, SHORT, Voice};
use crate::carriers;

/// More items or parcels than this are left to the page.
const MOST: usize = 20;

/// The script element, which no client runs.
pub(super) fn html(voice: &Voice<'_>) -> Markup {
    let mut things = vec![order(voice)];
    let shipments = voice.letter.order.shipments.iter();
    things.extend(
        shipments
            .filter_map(|shipment| parcel(voice, shipment))
            .take(MOST),
    );
    // In a script nothing is escaped as elsewhere in HTML: no `<` may stand in it.
    let text = Value::from(things).to_string().replace('<', "\\u003c");
    html! { script type="application/ld+json" { (PreEscaped(text)) } }
}

fn order(voice: &Voice<'_>) -> Value {
    let order = voice.letter.order;
    let offer = |line: &wismo_domain::order::Line| {
        json!({
            "@type": "Offer",
            "itemOffered": { "@type": "Product", "name": clean::line(&line.name, NAME) },
            "eligibleQuantity": {
                "@type": "QuantitativeValue",
                "value": line.quantity.0.normalize().to_string(),
            },
        })
    };
    let offers: Vec<Value> = order.lines.iter().take(MOST).map(offer).collect();
    let mut thing = json!({
        "@context": "https://schema.org",
        "@type": "Order",
        "merchant": { "@type": "Organization", "name": voice.shop() },
        "orderNumber": voice.number(),
        "orderStatus": format!("https://schema.org/{}", status(order)),
        "url": voice.letter.page_url,
        "acceptedOffer": offers,
    });
    if let Some(placed_at) = order.placed_at {
        set(&mut thing, "orderDate", placed_at.to_string());
    }
    if let Some(total) = order.totals.total {
        set(&mut thing, "price", total.0.to_string());
        set(&mut thing, "priceCurrency", order.currency.clone());
    }
    thing
}

/// <https://schema.org/OrderStatus>
fn status(order: &Order) -> &'static str {
    if order.is_cancelled() {
        return "OrderCancelled";
    }
    match order.status.stage {
        Stage::AwaitingPayment | Stage::PaymentFailed => "OrderPaymentDue",
        Stage::OnHold => "OrderProblem",
        Stage::PartDelivered | Stage::Sent => "OrderInTransit",
        Stage::Delivered => "OrderDelivered",
        Stage::Cancelled => "OrderCancelled",
        Stage::Refunded => "OrderReturned",
        Stage::Draft | Stage::Received | Stage::Preparing | Stage::Other => "OrderProcessing",
    }
}

/// A parcel that can be followed.
fn parcel(voice: &Voice<'_>, shipment: &Shipment) -> Option<Value> {
    if shipment.state == ShipmentState::Failed {
        return None;
    }
    let number = shipment.tracking_number.as_deref()?;
    let mut thing = json!({
        "@context": "https://schema.org",
        "@type": "ParcelDelivery",
        "trackingNumber": clean::line(number, SHORT),
        "partOfOrder": {
            "@type": "Order",
            "orderNumber": voice.number(),
            "merchant": { "@type": "Organization", "name": voice.shop() },
        },
    });
    if let Some(tracking) = carriers::tracking(shipment) {
        let name = clean::line(&tracking.carrier, NAME);
        if !name.is_empty() {
            let carrier = json!({ "@type": "Organization", "name": name });
            set(&mut thing, "provider", carrier);
        }
        if let Some(url) = tracking.url {
            set(&mut thing, "trackingUrl", url);
        }
    }
    Some(thing)
}

fn set(thing: &mut Value, name: &str, value: impl Into<Value>) {
    if let Some(fields) = thing.as_object_mut() {
        fields.insert(name.to_owned(), value.into());
    }
}

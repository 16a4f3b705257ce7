//! The content of a mail, once more for mail clients that show orders and parcels
//! of their own accord: schema.org's `Order` and `ParcelDelivery` in JSON-LD
//! (<https://developers.google.com/workspace/gmail/markup/reference/order>).
//!
//! It does not say more than the mail itself, except where a parcel goes: clients
//! need that of each parcel, and the mail goes to the one who lives there.

use std::io;

use maud::{Markup, PreEscaped, html};
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use wismo_domain::order::{Address, DateSource, Line, Order, Shipment, ShipmentState, Stage};
use wismo_domain::time::Date;

use super::localizer::{MailLocalizer, NAME, SHORT};
use super::readers::Readers;
use super::{clean, lines};
use crate::carriers;
use crate::words::{self, Goods};

/// The most items of a parcel that are named; the rest is left to the page.
const MOST_IN_PARCEL: usize = 5;

const CONTEXT: &str = "https://schema.org";

/// One of schema.org's things, with the members that we use.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct SchemaNode {
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
    expected_arrival_until: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    street_address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address_locality: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address_region: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address_country: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    postal_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    merchant: Option<Box<SchemaNode>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seller: Option<Box<SchemaNode>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    potential_action: Option<Box<SchemaNode>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    carrier: Option<Box<SchemaNode>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    delivery_address: Option<Box<SchemaNode>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    item_shipped: Vec<SchemaNode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    item_offered: Option<Box<SchemaNode>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    eligible_quantity: Option<Box<SchemaNode>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part_of_order: Option<Box<SchemaNode>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    accepted_offer: Vec<SchemaNode>,
}

impl SchemaNode {
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
pub(super) fn html(localizer: &MailLocalizer<'_>) -> Markup {
    let mut things = vec![order(localizer)];
    let shipments = localizer.context.order.shipments.iter();
    let parcels = shipments.filter_map(|shipment| parcel(localizer, shipment));
    things.extend(parcels.take(localizer.room.parcels.div_ceil(2)));
    // A script's text is not escaped like other HTML: it must not hold any `<`.
    let text = in_lines(&things).replace('<', "\\u003c");
    html! { script type="application/ld+json" { (PreEscaped(text)) } }
}

/// JSON with a line for each member.
fn in_lines(things: &[SchemaNode]) -> String {
    let mut json = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut json, InLines);
    if things.serialize(&mut serializer).is_err() {
        return String::new();
    }
    String::from_utf8(json).unwrap_or_default()
}

struct InLines;

impl Formatter for InLines {
    fn begin_object_key<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        writer.write_all(if first { b"\n" } else { b",\n" })
    }
}

/// The members that Google asks of an order
/// (<https://developers.google.com/workspace/gmail/markup/reference/types/Order>),
/// as far as they are known.
fn order(localizer: &MailLocalizer<'_>) -> SchemaNode {
    let order = localizer.context.order;
    let total = order
        .totals
        .total
        .filter(|_| !localizer.context.hides_prices);
    let view = |url: &str| SchemaNode {
        target: Some(url.to_owned()),
        ..SchemaNode::of("ViewAction")
    };
    let page_url = localizer.context.page_url;
    let offers = order.lines.iter().take(localizer.room.items / 2);
    SchemaNode {
        context: Some(CONTEXT),
        order_status: Some(format!("{CONTEXT}/{}", status(order))),
        order_date: order.placed_at.map(|placed_at| placed_at.to_string()),
        url: page_url.map(str::to_owned),
        potential_action: page_url.map(|url| Box::new(view(url))),
        seller: Some(SchemaNode::named("Organization", localizer.shop())),
        price: total.map(|total| total.0.to_string()),
        price_currency: total.map(|_| order.currency.clone()),
        accepted_offer: offers.map(|line| offer(localizer, line)).collect(),
        ..known(localizer)
    }
}

/// The members by which an order is known.
fn known(localizer: &MailLocalizer<'_>) -> SchemaNode {
    SchemaNode {
        order_number: Some(localizer.number()),
        merchant: Some(SchemaNode::named("Organization", localizer.shop())),
        ..SchemaNode::of("Order")
    }
}

fn offer(localizer: &MailLocalizer<'_>, line: &Line) -> SchemaNode {
    let context = localizer.context;
    let quantity = SchemaNode {
        value: Some(line.quantity.0.normalize().to_string()),
        ..SchemaNode::of("QuantitativeValue")
    };
    let total = line.total.filter(|_| !context.hides_prices);
    SchemaNode {
        item_offered: Some(Box::new(product(localizer, line))),
        eligible_quantity: Some(Box::new(quantity)),
        price: total.map(|total| total.0.to_string()),
        price_currency: total.map(|_| context.order.currency.clone()),
        ..SchemaNode::of("Offer")
    }
}

fn product(localizer: &MailLocalizer<'_>, line: &Line) -> SchemaNode {
    SchemaNode {
        name: Some(clean::line(&words::item(localizer.texts, Some(line)), NAME)),
        ..SchemaNode::of("Product")
    }
}

/// The order's status (<https://schema.org/OrderStatus>).
fn status(order: &Order) -> &'static str {
    match order.standing() {
        Stage::AwaitingPayment | Stage::PaymentFailed => "OrderPaymentDue",
        Stage::OnHold => "OrderProblem",
        Stage::PartDelivered => match Goods::of(order) {
            Goods::Shipped => "OrderInTransit",
            Goods::Collected => "OrderPickupAvailable",
            Goods::Unshipped => "OrderProcessing",
        },
        Stage::Sent => "OrderInTransit",
        Stage::ReadyToCollect => "OrderPickupAvailable",
        Stage::Delivered | Stage::Collected | Stage::Completed => "OrderDelivered",
        Stage::Cancelled => "OrderCancelled",
        Stage::Refunded => "OrderReturned",
        Stage::Draft | Stage::Received | Stage::Preparing | Stage::Other => "OrderProcessing",
    }
}

/// A parcel that can be followed, if all is known that Google asks of one
/// (<https://developers.google.com/workspace/gmail/markup/reference/types/ParcelDelivery>):
/// it passes over others. Only the customer is told where it goes.
fn parcel(localizer: &MailLocalizer<'_>, shipment: &Shipment) -> Option<SchemaNode> {
    let context = localizer.context;
    let is_theirs = Readers::of(context) == Readers::Customer && !context.hides_addresses;
    if shipment.state == ShipmentState::Failed || !is_theirs {
        return None;
    }
    let number = shipment.tracking_number.as_deref()?;
    let tracking = carriers::tracking(shipment)?;
    let carrier = clean::line(&tracking.carrier, NAME);
    let items = items(context.order, shipment);
    let until = context
        .shop
        .timezone
        .end_of(expected(context.order, &items)?);
    let url = tracking.url.filter(|url| lines::has_room_for(url));
    if carrier.is_empty() || items.is_empty() {
        return None;
    }
    Some(SchemaNode {
        context: Some(CONTEXT),
        tracking_number: Some(clean::line(number, SHORT)),
        tracking_url: url,
        carrier: Some(SchemaNode::named("Organization", carrier)),
        delivery_address: Some(address(context.order.delivery_address.as_ref()?)?),
        expected_arrival_until: Some(until.to_string()),
        item_shipped: items
            .into_iter()
            .take(MOST_IN_PARCEL)
            .map(|line| product(localizer, line))
            .collect(),
        part_of_order: Some(Box::new(known(localizer))),
        ..SchemaNode::of("ParcelDelivery")
    })
}

/// The items in a parcel: the whole order, if the platform does not say and it is
/// the only parcel.
fn items<'a>(order: &'a Order, shipment: &Shipment) -> Vec<&'a Line> {
    let is_only = order.shipments.len() == 1 && shipment.lines.is_empty();
    let holds = |line: &&Line| {
        let mut line_quantities = shipment.lines.iter();
        is_only || line_quantities.any(|line_quantity| line_quantity.line == line.id)
    };
    order.lines.iter().filter(holds).collect()
}

/// The last day on which these items are expected, else the order's. A day when stock
/// reaches the shop is not the day of a parcel.
fn expected(order: &Order, items: &[&Line]) -> Option<Date> {
    let days = items.iter().filter_map(|line| match line.expected_by {
        Some(DateSource::PurchaseOrder) => None,
        None | Some(DateSource::Item | DateSource::SalesOrder) => line.expected_on,
    });
    days.max().or(order.expected_on)
}

/// An address, if it is complete. In a country without regions, the town stands in
/// for the region.
fn address(address: &Address) -> Option<Box<SchemaNode>> {
    let some = |text: &Option<String>| {
        let text = clean::line(text.as_deref().unwrap_or_default(), NAME);
        (!text.is_empty()).then_some(text)
    };
    let street = clean::line(&address.street.join(", "), NAME);
    let town = some(&address.city)?;
    Some(Box::new(SchemaNode {
        name: some(&address.name).or_else(|| some(&address.company)),
        street_address: Some(street).filter(|street| !street.is_empty()),
        address_region: Some(some(&address.region).unwrap_or_else(|| town.clone())),
        address_locality: Some(town),
        address_country: Some(some(&address.country)?),
        postal_code: Some(some(&address.postcode)?),
        ..SchemaNode::of("PostalAddress")
    }))
    .filter(|address| address.street_address.is_some())
}

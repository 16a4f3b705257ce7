//! The page for machines: the same facts, in JSON. It does not hold what a reader
//! may not see.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;
use wismo_domain::order::{
    Address, Amount, DateSource, DeliveryMethod, Document, DocumentKind, Line, LineQuantity, Order,
    Payment, Quantity, Shipment, ShipmentState, Stage, Totals,
};
use wismo_domain::settings::Part;
use wismo_domain::time::{Date, Timestamp};

use super::addresses::delivery_address;
use super::localizer::PageLocalizer;
use super::summary::Sentences;
use super::sums::OrderSums;
use super::visibility::VisibleParts;
use super::{Page, expected, history, summary};
use crate::carriers;
use crate::words::{self, Row, What};

/// The answer to `GET /s/{token}.json`.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "StatusPage")]
pub struct StatusDocument<'a> {
    shop: &'a str,
    number: &'a str,
    language: &'static str,
    stage: Stage,
    status: String,
    heading: String,
    /// The sentences that say what the heading does not.
    next: Vec<String>,
    removed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    placed_at: Option<Timestamp>,
    updated_at: Timestamp,
    /// The next day that something is expected on.
    #[serde(skip_serializing_if = "Option::is_none")]
    expected_on: Option<Date>,
    /// The source of that day, if it is the day when new stock is expected at the shop.
    #[serde(skip_serializing_if = "Option::is_none")]
    expected_by: Option<DateSource>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    items: Vec<Item<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parcels: Vec<Parcel<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    currency: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    delivery_method: Option<DeliveryMethod>,
    #[serde(skip_serializing_if = "Option::is_none")]
    totals: Option<Costs<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    refunds: Vec<PaidBack<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    payment: Option<&'a Payment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    delivery_address: Option<&'a Address>,
    #[serde(skip_serializing_if = "Option::is_none")]
    billing_address: Option<&'a Address>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    documents: Vec<Paper<'a>>,
    /// The moments, the newest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    history: Vec<Moment>,
}

/// The costs of the order, as the page has them.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "StatusCosts")]
struct Costs<'a> {
    #[serde(flatten)]
    told: &'a Totals,
    /// The difference between the other amounts and the total.
    #[serde(skip_serializing_if = "Option::is_none")]
    other: Option<Amount>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after_refunds: Option<Amount>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "StatusRefund")]
struct PaidBack<'a> {
    amount: Amount,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "StatusMoment")]
struct Moment {
    at: Timestamp,
    what: Vec<String>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "StatusItem")]
struct Item<'a> {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    sku: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    picture_url: Option<&'a str>,
    ordered: Quantity,
    #[serde(skip_serializing_if = "Option::is_none")]
    delivered: Option<Quantity>,
    to_come: Quantity,
    #[serde(skip_serializing_if = "Option::is_none")]
    cancelled: Option<Quantity>,
    #[serde(skip_serializing_if = "Option::is_none")]
    returned: Option<Quantity>,
    #[serde(skip_serializing_if = "Option::is_none")]
    credited: Option<Quantity>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected_on: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected_by: Option<DateSource>,
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<Amount>,
    #[serde(skip_serializing_if = "is_false")]
    needs_no_shipping: bool,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "StatusParcel")]
struct Parcel<'a> {
    state: ShipmentState,
    #[serde(skip_serializing_if = "Option::is_none")]
    carrier: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tracking_number: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tracking_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shipped_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    items: Vec<Content>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "StatusParcelItem")]
struct Content {
    name: String,
    quantity: Quantity,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "StatusPaper")]
struct Paper<'a> {
    kind: DocumentKind,
    number: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<Amount>,
}

/// The same answer for an order that the shop removed.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RemovedOrder")]
pub struct Gone<'a> {
    shop: &'a str,
    number: &'a str,
    language: &'static str,
    heading: String,
    next: Vec<String>,
    removed: bool,
}

/// The page in JSON, for clients that would rather read that.
#[must_use]
pub fn machine(page: &Page<'_>) -> Vec<u8> {
    let order = &page.state.order;
    let localizer = page.localizer();
    let facts = OrderSums::of(page.state);
    let seen = page.seen();
    if facts.removed {
        let gone = Gone {
            shop: page.settings.brand.name_of(page.shop),
            number: order.display_number(),
            language: page.language.code(),
            heading: summary::heading(&localizer, &facts),
            next: summary::sentences(&localizer, &facts, seen)
                .map(Sentences::whole)
                .collect(),
            removed: true,
        };
        return serde_json::to_vec(&gone).unwrap_or_default();
    }
    let prices = seen.shows(Part::Prices);
    let rows = if prices {
        words::rows(order)
    } else {
        Vec::new()
    };
    let next = expected::next(&localizer, &facts);
    let machine = StatusDocument {
        shop: page.settings.brand.name_of(page.shop),
        number: order.display_number(),
        language: page.language.code(),
        stage: facts.stage,
        status: summary::label(&localizer, &facts),
        heading: summary::heading(&localizer, &facts),
        next: summary::sentences(&localizer, &facts, seen)
            .map(Sentences::whole)
            .collect(),
        removed: false,
        placed_at: order.placed_at,
        updated_at: order.updated_at,
        expected_on: next.map(|next| next.day),
        expected_by: next
            .filter(|next| next.is_stock)
            .map(|_| DateSource::PurchaseOrder),
        message: seen.message(order),
        items: shown(&seen, Part::Items, facts.lines.iter())
            .map(|(line, to_come)| item(&localizer, line, *to_come, &seen))
            .collect(),
        parcels: shown(&seen, Part::Parcels, facts.parcels.iter())
            .map(|shipment| parcel(&localizer, shipment, &order.lines))
            .collect(),
        currency: prices.then_some(&*order.currency),
        delivery_method: order.delivery_method,
        totals: costs(order, &rows),
        refunds: rows.iter().filter_map(paid_back).collect(),
        payment: shown(&seen, Part::Payment, order.payment.iter()).next(),
        delivery_address: shown(&seen, Part::Addresses, delivery_address(order).into_iter()).next(),
        billing_address: shown(&seen, Part::Addresses, order.billing_address.iter()).next(),
        documents: shown(&seen, Part::Documents, order.documents.iter())
            .map(|document| paper(document, prices))
            .collect(),
        history: shown(
            &seen,
            Part::History,
            history::what(&localizer, page.state, seen),
        )
        .map(|(at, what)| Moment { at, what })
        .filter(|moment| !moment.what.is_empty())
        .collect(),
    };
    // Our own data can always be written as JSON.
    serde_json::to_vec(&machine).unwrap_or_default()
}

/// The members of a part, if the reader sees it.
fn shown<T>(
    seen: &VisibleParts<'_>,
    part: Part,
    all: impl Iterator<Item = T>,
) -> impl Iterator<Item = T> {
    let is_shown = seen.shows(part);
    all.filter(move |_| is_shown)
}

/// The totals, if the shop told any.
fn costs<'a>(order: &'a Order, rows: &[Row<'_>]) -> Option<Costs<'a>> {
    let told = Some(&order.totals).filter(|told| **told != Totals::default());
    let amount = |what| {
        let mut rows = rows.iter();
        rows.find(|row| row.what == what).map(|row| row.amount)
    };
    let told = told.filter(|_| !rows.is_empty())?;
    Some(Costs {
        told,
        other: amount(What::Other),
        after_refunds: amount(What::Rest),
    })
}

fn paid_back<'a>(row: &Row<'a>) -> Option<PaidBack<'a>> {
    let refund = row.refund()?;
    Some(PaidBack {
        amount: refund.amount,
        reason: refund.reason.as_deref(),
    })
}

fn item<'a>(
    localizer: &PageLocalizer<'_>,
    line: &'a Line,
    to_come: Quantity,
    seen: &VisibleParts<'_>,
) -> Item<'a> {
    let is_waited_for = to_come.0 > Decimal::ZERO;
    Item {
        name: words::item(localizer.texts, Some(line)),
        sku: line.sku.as_deref(),
        picture_url: shown(
            seen,
            Part::Pictures,
            line.picture_url.as_deref().into_iter(),
        )
        .next(),
        ordered: line.quantity,
        delivered: line.delivered,
        to_come,
        cancelled: line.cancelled,
        returned: line.returned,
        credited: line.credited,
        expected_on: line.expected_on.filter(|_| is_waited_for),
        expected_by: line.expected_by.filter(|_| is_waited_for),
        total: line.total.filter(|_| seen.shows(Part::Prices)),
        needs_no_shipping: line.needs_no_shipping,
    }
}

fn parcel<'a>(localizer: &PageLocalizer<'_>, shipment: &'a Shipment, lines: &[Line]) -> Parcel<'a> {
    let tracking = carriers::tracking(shipment);
    let (carrier, tracking_url) = match tracking {
        Some(tracking) => (Some(tracking.carrier), tracking.url),
        None => (None, None),
    };
    let content = |line_quantity: &LineQuantity| {
        let line = lines.iter().find(|line| line.id == line_quantity.line)?;
        Some(Content {
            name: words::item(localizer.texts, Some(line)),
            quantity: line_quantity.quantity,
        })
    };
    Parcel {
        state: shipment.state,
        carrier,
        tracking_number: shipment.tracking_number.as_deref(),
        tracking_url,
        shipped_at: shipment.shipped_at,
        items: shipment.lines.iter().filter_map(content).collect(),
    }
}

fn paper(document: &Document, prices: bool) -> Paper<'_> {
    Paper {
        kind: document.kind,
        number: document.display_number(),
        issued_at: document.issued_at,
        total: document.total.filter(|_| prices),
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

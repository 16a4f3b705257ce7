//! The parcels and the items of an order.

use maud::{Markup, html};
use wismo_domain::order::{Line, Shipment, ShipmentState};
use wismo_domain::time::Timestamp;

use super::{OrderPage, today};
use crate::words::{self, Handed};
use crate::{carriers, format, url};

/// The parcels; nothing if there are none.
pub(super) fn parcels(page: &OrderPage<'_>) -> Markup {
    let frame = &page.frame;
    let parcels = &page.order.shipments;
    html! {
        @if !parcels.is_empty() {
            section aria-labelledby="parcels" {
                h2 id="parcels" { (frame.text("desk-order-parcels")) }
                ul.rows { @for parcel in parcels { (self::parcel(page, parcel)) } }
            }
        }
    }
}

fn parcel(page: &OrderPage<'_>, parcel: &Shipment) -> Markup {
    let frame = &page.frame;
    let state = frame.text(match parcel.state {
        ShipmentState::Pending => "desk-order-parcel-pending",
        ShipmentState::Sent => "desk-order-parcel-sent",
        ShipmentState::Delivered => "desk-order-parcel-delivered",
        ShipmentState::Failed => "desk-order-parcel-failed",
    });
    html! {
        li {
            p { (carrier_and_number(parcel)) }
            div {
                p { (state) }
                @if let Some(at) = parcel.shipped_at { p.soft.when { (shipped(page, at)) } }
            }
        }
    }
}

/// The carrier of a parcel, and its number, which leads to the carrier's page.
pub(super) fn carrier_and_number(parcel: &Shipment) -> Markup {
    let tracking = carriers::tracking(parcel);
    let url = tracking
        .as_ref()
        .and_then(|tracking| tracking.url.as_deref());
    let url = url.filter(|url| url::host(url).is_some());
    let carrier = tracking.as_ref().map(|tracking| tracking.carrier.clone());
    let carrier = carrier.or_else(|| parcel.carrier.as_deref().map(carriers::name));
    let number = parcel.tracking_number.as_deref().unwrap_or_default();
    html! {
        @if let Some(carrier) = carrier { bdi { (carrier) } " " }
        @match url {
            Some(url) => a href=(url) rel="noreferrer noopener external" { bdi { (number) } },
            None => bdi { (number) },
        }
    }
}

/// The time when a parcel left: its day alone if it is the shop's midnight, as many shops
/// know no more.
pub(super) fn shipped(page: &OrderPage<'_>, at: Timestamp) -> Markup {
    let zone = &page.shop.timezone;
    let local = zone.local(at);
    match (local.hour(), local.minute(), local.second()) {
        (0, 0, 0) => html! { (format::date(page.frame.language, at, zone)) },
        _ => page.frame.moment(at),
    }
}

/// The items, each with what became of it.
pub(super) fn items(page: &OrderPage<'_>) -> Markup {
    let frame = &page.frame;
    html! {
        @if !page.order.lines.is_empty() {
            section aria-labelledby="items" {
                h2 id="items" { (frame.text("desk-order-items")) }
                ul.rows.items { @for line in &page.order.lines { (item(page, line)) } }
            }
        }
    }
}

fn item(page: &OrderPage<'_>, line: &Line) -> Markup {
    let texts = page.frame.texts();
    let waits = page.order.is_waiting_for(line);
    let counts = words::counts(texts, Handed::of(page.order), line, line.to_come(), true);
    let promise = words::promise(texts, line, today(page)).filter(|_| waits);
    let out_of_stock = words::out_of_stock(texts, line).filter(|_| waits);
    html! {
        li {
            div {
                p { bdi { (words::item(texts, Some(line))) } }
                @if let Some(sku) = &line.sku { p.soft { bdi { (sku) } } }
            }
            div {
                p { (counts.join(", ")) }
                @for wait in [out_of_stock, promise].into_iter().flatten() { p { (wait) } }
            }
            @if let Some(total) = line.total {
                p.sum { (format::money(texts.language, total, &page.order.currency)) }
            }
        }
    }
}

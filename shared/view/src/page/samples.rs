//! Orders for the tests, and for looking at.

mod states;

use std::sync::LazyLock;

use wismo_domain::changes::Change;
use wismo_domain::log::{Moment, State};
use wismo_domain::order::{
    Amount, DeliveryMethod, Document, DocumentKind, Line, LineQuantity, Refund, Shipment,
    ShipmentState, Stage, Status,
};
use wismo_domain::settings::Settings;
use wismo_domain::shop::{Platform, Shop};
use wismo_domain::time::Timestamp;
use wismo_domain::time::zone::TimeZone;

use super::localizer::PageLocalizer;
use super::visibility::VisibleParts;
use super::{Page, Visibility, render};
use crate::texts::Language;
use crate::texts::spoken::spoken;

pub(super) use states::{late, long, picked, plain, restocked, rich, strained, unshipped, waiting};

pub(super) fn shop(name: &str) -> Shop {
    Shop {
        id: "wool".to_owned(),
        platform: Platform::Standard,
        secrets: Vec::new(),
        sync_secrets: Vec::new(),
        name: name.to_owned(),
        locale: Some("en".to_owned()),
        timezone: TimeZone::named("Europe/Oslo").unwrap(),
    }
}

/// The time when the pages are looked at: 10 June 2026, a Wednesday.
pub(super) fn now() -> Timestamp {
    "2026-06-10T12:00:00Z".parse().unwrap()
}

/// A view in which everything is shown.
pub(super) fn seen() -> VisibleParts<'static> {
    static SETTINGS: LazyLock<Settings> = LazyLock::new(Settings::default);
    VisibleParts::of(&SETTINGS, Visibility::Full)
}

/// A localizer in English, by UTC, in dollars.
pub(super) fn localizer() -> PageLocalizer<'static> {
    static UTC: LazyLock<TimeZone> = LazyLock::new(TimeZone::utc);
    PageLocalizer::new(Language::English, &UTC, now(), "USD")
}

pub(super) fn amount(text: &str) -> Option<Amount> {
    Some(Amount(text.parse().unwrap()))
}

pub(super) fn line(id: &str, name: &str, quantity: i64) -> Line {
    Line::new(id, name, quantity.into())
}

pub(super) fn parcel() -> Shipment {
    Shipment {
        carrier: Some("fed-ex".to_owned()),
        tracking_number: Some("117579686762".to_owned()),
        shipped_at: Some("2026-06-06T15:18:00Z".parse().unwrap()),
        ..Shipment::new("p1", ShipmentState::Sent)
    }
}

pub(super) fn line_quantities(lines: &[(&str, i64)]) -> Vec<LineQuantity> {
    let line_quantity = |(line, quantity): &(&str, i64)| LineQuantity {
        line: (*line).to_owned(),
        quantity: (*quantity).into(),
    };
    lines.iter().map(line_quantity).collect()
}

pub(super) fn parcel_of(lines: &[(&str, i64)]) -> Shipment {
    Shipment {
        lines: line_quantities(lines),
        ..parcel()
    }
}

pub(super) fn document(id: &str, kind: DocumentKind) -> Document {
    Document {
        number: Some(format!("F-{id}")),
        issued_at: Some("2026-06-06T15:18:00Z".parse().unwrap()),
        total: amount("39.80"),
        ..Document::new(id, kind)
    }
}

pub(super) fn refund(amount: &str, reason: Option<&str>) -> Refund {
    Refund {
        id: amount.to_owned(),
        amount: Amount(amount.parse().unwrap()),
        reason: reason.map(str::to_owned),
        lines: Vec::new(),
    }
}

pub(super) fn entry(at: &str, changes: Vec<Change>) -> Moment {
    Moment {
        at: at.parse().unwrap(),
        changes,
        status_from: None,
    }
}

pub(super) fn tracked(from: Option<&str>) -> Change {
    Change::TrackingEntered {
        shipment: "p1".to_owned(),
        carrier: Some("FedEx".to_owned()),
        from: from.map(str::to_owned),
        to: "117579686762".to_owned(),
    }
}

pub(super) fn status(stage: Stage) -> Status {
    Status::new(&format!("{stage:?}"), stage)
}

/// Every sample by its name.
pub(super) fn all() -> Vec<(String, Shop, State)> {
    let stages = [
        Stage::Draft,
        Stage::AwaitingPayment,
        Stage::PaymentFailed,
        Stage::Received,
        Stage::Preparing,
        Stage::OnHold,
        Stage::PartDelivered,
        Stage::Sent,
        Stage::Delivered,
        Stage::Cancelled,
        Stage::Refunded,
        Stage::Other,
    ];
    let fjord = || shop("Fjord Wool");
    let mut all: Vec<(String, Shop, State)> = stages
        .into_iter()
        .map(|stage| (format!("{stage:?}").to_lowercase(), fjord(), rich(stage)))
        .collect();
    let mut delivered = rich(Stage::Sent);
    for parcel in &mut delivered.order.shipments {
        parcel.state = ShipmentState::Delivered;
    }
    let mut refunded = rich(Stage::Delivered);
    refunded.order.refunds = vec![refund("39.80", Some("Socks returned"))];
    let mut one = rich(Stage::Sent);
    one.order.shipments.truncate(1);
    let mut removed = rich(Stage::Preparing);
    removed.removed = true;
    let mut named = rich(Stage::Preparing);
    named.order.status.label = Some("At the engraver’s".to_owned());
    all.extend([
        ("plain".to_owned(), fjord(), plain()),
        ("one".to_owned(), fjord(), one),
        ("arrived".to_owned(), fjord(), delivered),
        ("part-refunded".to_owned(), fjord(), refunded),
        ("removed".to_owned(), fjord(), removed),
        ("named".to_owned(), fjord(), named),
        ("waiting".to_owned(), fjord(), waiting()),
        ("late".to_owned(), fjord(), late()),
        ("picked".to_owned(), fjord(), picked()),
        ("restocked".to_owned(), fjord(), restocked()),
        (
            "part-ready".to_owned(),
            fjord(),
            unshipped(DeliveryMethod::PickUp, Stage::PartDelivered),
        ),
        (
            "ready".to_owned(),
            fjord(),
            unshipped(DeliveryMethod::PickUp, Stage::ReadyToCollect),
        ),
        (
            "part-done".to_owned(),
            fjord(),
            unshipped(DeliveryMethod::None, Stage::PartDelivered),
        ),
        (
            "completed".to_owned(),
            fjord(),
            unshipped(DeliveryMethod::None, Stage::Completed),
        ),
        ("long".to_owned(), fjord(), long(20)),
        ("longest".to_owned(), fjord(), long(1000)),
        (
            "strained".to_owned(),
            shop(&"متجر الصوف ".repeat(12)),
            strained(),
        ),
    ]);
    all
}

/// A page in the language that the samples speak.
pub(super) fn page(shop: &Shop, state: &State) -> String {
    let page = render(&Page {
        shop,
        settings: &Settings::default(),
        visibility: Visibility::Full,
        state,
        now: now(),
        token: "token",
        is_still: false,
        language: spoken(),
    });
    page.html
}

/// The text of some HTML, as one line.
pub(super) fn text(html: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for c in html.chars() {
        match c {
            '<' => {
                in_tag = true;
                text.push(' ');
            }
            '>' if in_tag => in_tag = false,
            c if !in_tag => text.push(c),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

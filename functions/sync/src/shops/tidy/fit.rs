//! Keeps a platform's order within the limits of an order. Anything from the
//! generic source that does not fit is refused by name; the shop of a platform
//! could not mend it, and the order counts all the same.

use std::collections::HashMap;

use rust_decimal::Decimal;
use wismo_domain::log::Fact;
use wismo_domain::order::{
    Amount, Document, LineQuantity, MAX_ID, MAX_LINE_QUANTITIES, MAX_LINES, MAX_NUMBER,
    MAX_REFUNDS, MAX_SHIPMENTS, Order, Quantity, Shipment, Stage, Status, Totals,
};

use super::Dropped;
use crate::delivery::Delivery;
use crate::shops::text::link;

/// ISO 4217's code for no currency at all.
const NO_CURRENCY: &str = "XXX";

/// Keeps what a platform sent within the limits, and notes what is left out.
pub(in crate::shops) fn fit(delivery: &mut Delivery, dropped: &mut Dropped) {
    let Delivery::Event { payload, .. } = delivery else {
        return;
    };
    if let Some(order) = payload.order_mut() {
        fit_order(order, dropped);
    }
    match payload.fact_mut() {
        Some(Fact::Shipment(parcel)) => fit_parcel(parcel),
        Some(Fact::Refund(refund)) => fit_line_quantities(&mut refund.lines),
        Some(_) | None => {}
    }
}

fn fit_order(order: &mut Order, dropped: &mut Dropped) {
    currency(order, dropped);
    cut("lines", &mut order.lines, MAX_LINES, dropped);
    cut("refunds", &mut order.refunds, MAX_REFUNDS, dropped);
    cut("shipments", &mut order.shipments, MAX_SHIPMENTS, dropped);
    unique(order.lines.iter_mut().map(|line| &mut line.id));
    unique(order.shipments.iter_mut().map(|parcel| &mut parcel.id));
    unique(order.refunds.iter_mut().map(|refund| &mut refund.id));
    order.shipments.iter_mut().for_each(fit_parcel);
    for document in &mut order.documents {
        document.url = document.url.take().filter(|url| Document::is_url(url));
    }
    let refunds = order.refunds.iter_mut().map(|refund| &mut refund.lines);
    refunds.for_each(fit_line_quantities);
    let parcels = order.shipments.iter_mut().map(|parcel| &mut parcel.lines);
    fit_contents("shipments", parcels, dropped);
    let refunds = order.refunds.iter_mut().map(|refund| &mut refund.lines);
    fit_contents("refunds", refunds, dropped);
    for line in &mut order.lines {
        line.total = line.total.filter(|total| total.0.abs() <= MAX_NUMBER);
    }
    let refunded = order.refunds.len();
    let held = Decimal::ZERO..=MAX_NUMBER;
    order
        .refunds
        .retain(|refund| held.contains(&refund.amount.0));
    if order.refunds.len() < refunded {
        dropped.note("refunds", "is an amount that nobody pays back");
    }
}

fn fit_parcel(parcel: &mut Shipment) {
    let number = parcel.tracking_number.take();
    parcel.tracking_number = number.filter(|number| number.chars().count() <= MAX_ID);
    parcel.tracking_url = parcel.tracking_url.as_deref().and_then(link);
    fit_line_quantities(&mut parcel.lines);
}

fn fit_line_quantities(lines: &mut Vec<LineQuantity>) {
    lines.retain(|line_quantity| !line_quantity.line.is_empty() && is_held(line_quantity.quantity));
    lines.truncate(MAX_LINES);
}

/// Keeps as many lines of a list's members as an order may hold.
fn fit_contents<'a>(
    name: &str,
    all: impl Iterator<Item = &'a mut Vec<LineQuantity>>,
    dropped: &mut Dropped,
) {
    let mut left = MAX_LINE_QUANTITIES;
    for lines in all {
        if lines.len() > left {
            lines.truncate(left);
            dropped.note(
                name,
                &format!("holds more than {MAX_LINE_QUANTITIES} items in all"),
            );
        }
        left -= lines.len();
    }
}

fn is_held(quantity: Quantity) -> bool {
    (Decimal::ZERO..=MAX_NUMBER).contains(&quantity.0)
}

fn cut<T>(name: &str, members: &mut Vec<T>, most: usize, dropped: &mut Dropped) {
    if members.len() > most {
        members.truncate(most);
        dropped.note(name, &format!("has more than {most} members"));
    }
}

/// Makes the ids of a list unique, in the same way each time: a missing id
/// becomes its place, and an id that is there already gets a number.
fn unique<'a>(ids: impl Iterator<Item = &'a mut String>) {
    let mut known: HashMap<String, usize> = HashMap::new();
    for (index, id) in ids.enumerate() {
        if id.is_empty() {
            *id = format!("no-{}", index + 1);
        }
        while let Some(count) = known.get_mut(id.as_str()) {
            *count += 1;
            let root: String = id.chars().take(MAX_ID - 8).collect();
            *id = format!("{root}-{count}");
        }
        known.insert(id.clone(), 1);
    }
}

/// Drops all amounts if their currency is not known: such an amount means
/// nothing.
fn currency(order: &mut Order, dropped: &mut Dropped) {
    let is_currency = |code: &str| {
        let status = Status::new("any", Stage::Other);
        let probe = Order::new("any", order.updated_at, status, code);
        !matches!(probe.check(), Err(field_error) if field_error.path == "currency")
    };
    let code = order.currency.to_ascii_uppercase();
    if is_currency(&code) {
        order.currency = code;
        return;
    }
    dropped.note(
        "currency",
        "is not a currency code: all amounts are ignored",
    );
    NO_CURRENCY.clone_into(&mut order.currency);
    order.totals = Totals::default();
    order.refunds.clear();
    let lines = order.lines.iter_mut().map(|line| &mut line.total);
    let papers = order.documents.iter_mut().map(|paper| &mut paper.total);
    lines
        .chain(papers)
        .for_each(|amount: &mut Option<Amount>| *amount = None);
}

//! Checks that every delivery must pass before it is stored, whichever
//! platform it came from. Orders, goods and customers know their own rules; what
//! depends on the shop or the time is here.

use std::collections::HashSet;

use wismo_domain::check::FieldError;
use wismo_domain::log::{EventPayload, Fact};
use wismo_domain::order::{Order, Stage, Status, check_moment};
use wismo_domain::shop::Shop;
use wismo_domain::storage::keys::OrderKey;
use wismo_domain::time::{Duration, Timestamp};

use crate::delivery::Delivery;

/// The furthest that a shop's version may lie ahead of our clock. The latest
/// version has the last word, so one from the year 2099 would silence the shop
/// for ever; a day leaves room for a site whose time zone is set wrong.
const MOST_AHEAD: Duration = Duration::hours(24);

/// Checks a delivery. The error's path is that of the neutral form.
pub(super) fn check(shop: &Shop, delivery: &Delivery, now: Timestamp) -> Result<(), FieldError> {
    match delivery {
        Delivery::Event { order, payload } => {
            OrderKey::new(&shop.id, order).map_err(|error| field_error("id", error.to_string()))?;
            if let Some(order) = payload.order() {
                order.check()?;
                version("updated_at", order.updated_at, now)?;
            }
            if let EventPayload::Fact { at, fact, .. } = payload {
                check_fact(fact)?;
                version(fact_date(fact), *at, now)?;
            }
            Ok(())
        }
        Delivery::Stock(stock) => {
            stock.check()?;
            version("updated_at", stock.updated_at, now)
        }
        Delivery::Purchase(purchase) => {
            purchase.check()?;
            version("updated_at", purchase.updated_at, now)
        }
        Delivery::Customer(customer) => {
            customer.check()?;
            version("updated_at", customer.updated_at, now)
        }
        Delivery::Ping | Delivery::Ignored { .. } => Ok(()),
    }
}

/// Checks that no two parcels have the same id. This comes before anything is derived
/// from their contents, as afterwards an index in the list may no longer be the
/// caller's.
pub(super) fn parcels(delivery: &Delivery) -> Result<(), FieldError> {
    let Delivery::Event { payload, .. } = delivery else {
        return Ok(());
    };
    let parcels = payload.shipments().unwrap_or_default();
    let mut ids = HashSet::with_capacity(parcels.len());
    match parcels.iter().position(|parcel| !ids.insert(&parcel.id)) {
        Some(index) => Err(field_error(
            &format!("shipments[{index}].id"),
            "occurs twice in the list",
        )),
        None => Ok(()),
    }
}

fn version(path: &str, at: Timestamp, now: Timestamp) -> Result<(), FieldError> {
    check_moment(path, Some(at))?;
    if at.duration_since(now) > MOST_AHEAD {
        let reason = "lies more than a day in the future: check the shop's clock";
        return Err(field_error(path, reason));
    }
    Ok(())
}

/// Checks that a single parcel or refund keeps the rules that it would have to
/// keep in an order.
fn check_fact(fact: &Fact) -> Result<(), FieldError> {
    if let Fact::Part(part) = fact {
        return part.check();
    }
    let status = Status::new("any", Stage::Other);
    let mut order = Order::new("any", Timestamp::UNIX_EPOCH, status, "EUR");
    match fact {
        Fact::Shipment(shipment) => order.shipments.push((**shipment).clone()),
        Fact::Refund(refund) => order.refunds.push((**refund).clone()),
        Fact::Stock { .. }
        | Fact::Purchase { .. }
        | Fact::Address { .. }
        | Fact::Part(_)
        | Fact::Status(_)
        | Fact::Promise { .. } => {}
    }
    order.check().map_err(|found| {
        let path = ["shipments[0].", "refunds[0]."]
            .iter()
            .find_map(|under| found.path.strip_prefix(under));
        field_error(path.unwrap_or(&found.path), found.reason.clone())
    })
}

/// The field that holds a fact's date. A refund never changes, so it has no
/// later one.
fn fact_date(fact: &Fact) -> &'static str {
    match fact {
        Fact::Refund(_) => "created_at",
        Fact::Shipment(_)
        | Fact::Stock { .. }
        | Fact::Purchase { .. }
        | Fact::Address { .. }
        | Fact::Part(_)
        | Fact::Status(_)
        | Fact::Promise { .. } => "updated_at",
    }
}

fn field_error(path: &str, reason: impl Into<String>) -> FieldError {
    FieldError {
        path: path.to_owned(),
        reason: reason.into(),
    }
}

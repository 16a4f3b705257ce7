//! The status of an order of Shopify's. The order has no single status, but says how far the money,
//! the goods and the order as a whole are. The first row that applies counts:
//!
//! | what it says | code | stage |
//! |---|---|---|
//! | `cancelled_at`, or `fulfillment_status` `restocked` | `cancelled` | cancelled |
//! | `financial_status` `refunded` | `refunded` | refunded |
//! | `fulfillment_status` `fulfilled`, and it is collected | `ready_for_pickup`, `picked_up` | ready to collect, collected |
//! | `fulfillment_status` `fulfilled`, and nothing needs shipping | `fulfilled` | completed |
//! | `fulfillment_status` `fulfilled`, and every parcel arrived | `delivered` | delivered |
//! | `fulfillment_status` `fulfilled` | `fulfilled` | sent |
//! | `fulfillment_status` `partial`, and some of it is shipped | `partial` | part-delivered |
//! | any other `fulfillment_status`, except `unfulfilled` | that | other |
//! | the money is due later ([`is_later`]) | `unfulfilled` | received |
//! | `financial_status` `pending`, `unpaid` or `partially_paid` | `pending` | awaiting payment |
//! | `financial_status` `expired` or `voided` | that | payment failed |
//! | any other `financial_status`, or none | `unfulfilled` | received |
//!
//! So events that only concern the merchant change nothing: money is captured (`authorized` becomes
//! `paid`), or the order is archived (`closed_at`).

use wismo_domain::order::{ShipmentState, Stage, Status};

use super::delivery::{delivery_method, fulfilled, has_shipped};
use super::fulfillment::{first, is_sent};
use super::payload::Payload;
use super::payment::is_later;
use crate::shops::loose::moment;
use crate::shops::text::{line, short};

/// The status, by the table above.
pub(super) fn status(order: &Payload) -> Status {
    let fulfillment = order.fulfillment_status.as_deref();
    let financial = order.financial_status.as_deref();
    let cancelled_at = order.cancelled_at.as_deref().and_then(moment);
    if cancelled_at.is_some() || fulfillment == Some("restocked") {
        return Status::new("cancelled", Stage::Cancelled);
    }
    if financial == Some("refunded") {
        return Status::new("refunded", Stage::Refunded);
    }
    let method = delivery_method(order);
    if let (Some("fulfilled"), Some(method)) = (fulfillment, method) {
        return fulfilled(order, method);
    }
    match fulfillment {
        Some("fulfilled") if has_arrived(order) => Status::new("delivered", Stage::Delivered),
        Some("fulfilled") => Status::new("fulfilled", Stage::Sent),
        Some("partial") if has_shipped(order) && method.is_none() => {
            Status::new("partial", Stage::PartDelivered)
        }
        None | Some("unfulfilled" | "partial") if is_later(order) => unfulfilled(None),
        None | Some("unfulfilled" | "partial") => unfulfilled(financial),
        Some(other) => Status::of_platform(&short(line(other)), Stage::Other),
    }
}

fn unfulfilled(financial: Option<&str>) -> Status {
    match financial {
        Some("pending" | "unpaid" | "partially_paid") => {
            Status::new("pending", Stage::AwaitingPayment)
        }
        Some(failed @ ("expired" | "voided")) => Status::new(failed, Stage::PaymentFailed),
        _ => Status::new("unfulfilled", Stage::Received),
    }
}

/// Tells whether everything that was sent has arrived.
fn has_arrived(order: &Payload) -> bool {
    let sent = order.fulfillments.iter().flatten();
    let mut states = sent
        .filter(|attempt| is_sent(attempt))
        .map(|attempt| first(attempt).state)
        .peekable();
    states.peek().is_some() && states.all(|state| state == ShipmentState::Delivered)
}

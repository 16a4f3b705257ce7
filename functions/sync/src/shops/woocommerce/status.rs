//! WooCommerce's order statuses.

use wismo_domain::order::{DeliveryMethod, Stage, Status};

use super::payload::Payload;
use crate::shops::loose::text_of;

/// The status of an order. Its code counts, with or without the `wc-` that the
/// database keeps before it and the API drops; but a completed order was sent
/// only if it is shipped, and for an order that waits for a payment the way of
/// paying counts too.
pub(super) fn status(payload: &Payload, delivery: Option<DeliveryMethod>) -> Status {
    let code = payload.status.trim();
    let code = code.strip_prefix("wc-").unwrap_or(code);
    let way = Way::of(payload).filter(|_| !payload.is_paid());
    let stage = match (code, way) {
        ("on-hold", Some(Way::Transfer)) => Stage::AwaitingPayment,
        // Nobody is waiting for money yet.
        ("on-hold" | "pending", Some(Way::Later)) | ("on-hold", Some(Way::Invoice)) => {
            Stage::Received
        }
        // The state in WooCommerce's own fulfilments, since 10.1 (`FulfillmentsManager`).
        ("processing", _) => match fulfilment(payload).as_deref() {
            Some("partially_fulfilled") => Stage::PartDelivered,
            Some("fulfilled") if delivery.is_none() => Stage::Sent,
            Some(_) | None => Stage::Preparing,
        },
        ("completed", _) => match delivery {
            Some(DeliveryMethod::None | DeliveryMethod::PickUp) => Stage::Completed,
            Some(DeliveryMethod::Shipping) | None => Stage::Sent,
        },
        (code, _) => stage(code),
    };
    Status::of_platform(code, stage)
}

/// A way of paying by which an order may be unpaid although nothing is wrong.
#[derive(Clone, Copy)]
enum Way {
    /// Bank transfer, cheque, or payment at a till or a machine: the order is
    /// held until the money is there.
    Transfer,
    /// Payment on delivery or on collection; or there is nothing to pay.
    Later,
    /// Payment by an invoice that comes with the goods. As long as the order is
    /// `pending`, some ways of that name wait for a payment on a page of their own.
    Invoice,
}

impl Way {
    /// The way by its code: `bacs`, `cheque` and `cod` are WooCommerce's own; the
    /// words are in the codes of others (`mollie_wc_gateway_banktransfer`,
    /// `multibanco_ifthen_for_woocommerce`, `cash_on_pickup`).
    fn of(payload: &Payload) -> Option<Self> {
        if payload.total.is_some_and(|total| total.0.is_zero()) {
            return Some(Self::Later);
        }
        let code = payload.payment_method.as_deref()?.to_ascii_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| code.contains(word));
        let is_part = |part: &str| code.split(['_', '-']).any(|other| other == part);
        // Cash App Pay is a wallet.
        let is_cash = is_part("cash") && !is_part("app");
        if is_cash
            || ["cod", "cop"].into_iter().any(is_part)
            || has(&["payinstore", "pay_in_store", "cashondelivery"])
        {
            return Some(Self::Later);
        }
        if is_part("invoice") {
            return Some(Self::Invoice);
        }
        let is_transfer = ["bacs", "cheque", "check", "wire"].into_iter().any(is_part)
            || has(&[
                "banktransfer",
                "bank_transfer",
                "bank-transfer",
                "multibanco",
                "boleto",
                "oxxo",
                "konbini",
                "prepayment",
                "vorkasse",
            ]);
        is_transfer.then_some(Self::Transfer)
    }
}

fn fulfilment(payload: &Payload) -> Option<String> {
    let mut kept = payload.meta("_fulfillment_status");
    kept.find_map(|value| text_of(value).ok()?)
}

fn stage(code: &str) -> Stage {
    // Beside WooCommerce's own codes there are those of plugins: `shipped`, `partial-shipped`,
    // `updated-tracking` and `delivered` are from Advanced Shipment Tracking and ParcelPanel;
    // many shops register `partially-shipped` and `awaiting-shipment`; `ready-pickup` and
    // `pickup` are from Local Pickup, which is by the makers of Advanced Shipment Tracking.
    match code {
        "pending" | "pending-deposit" => Stage::AwaitingPayment,
        // After a deposit the rest is due later; so is a pre-order that is charged
        // when the item comes.
        "partial-payment" | "partially-paid" | "scheduled-payment" | "pre-ordered" => {
            Stage::Received
        }
        "awaiting-shipment" => Stage::Preparing,
        "on-hold" => Stage::OnHold,
        "partial-shipped" | "partially-shipped" => Stage::PartDelivered,
        // Shops complete an order when they hand it over to the carrier, as
        // nothing is left to do for them. WooCommerce never learns that it has
        // arrived.
        "completed" | "shipped" | "updated-tracking" => Stage::Sent,
        "delivered" => Stage::Delivered,
        "ready-pickup" | "ready-for-pickup" | "ready-to-pickup" => Stage::ReadyToCollect,
        "pickup" | "picked-up" => Stage::Collected,
        "cancelled" => Stage::Cancelled,
        "refunded" => Stage::Refunded,
        "failed" => Stage::PaymentFailed,
        // From Automattic\WooCommerce\Enums\OrderStatus; `new` is its old
        // draft.
        "checkout-draft" | "auto-draft" | "draft" | "new" => Stage::Draft,
        _ => Stage::Other,
    }
}

//! WooCommerce's order statuses.

use wismo_domain::order::{Stage, Status};

/// The status of a code, with or without the `wc-` that the database keeps
/// before it and the API drops.
pub(super) fn status(code: &str) -> Status {
    let code = code.trim();
    let code = code.strip_prefix("wc-").unwrap_or(code);
    Status::of_platform(code, stage(code))
}

fn stage(code: &str) -> Stage {
    // Beside WooCommerce's own there are those of plugins: `shipped`,
    // `partial-shipped` and `delivered` are Advanced Shipment Tracking's and
    // ParcelPanel's; many shops register `partially-shipped` and
    // `awaiting-shipment`. (`ready-for-pickup` has no stage of ours.)
    match code {
        "pending" => Stage::AwaitingPayment,
        "processing" | "awaiting-shipment" => Stage::Preparing,
        "on-hold" => Stage::OnHold,
        "partial-shipped" | "partially-shipped" => Stage::PartDelivered,
        // Shops complete an order when they hand it over to the carrier: nothing
        // is left to do for them. That it has arrived, WooCommerce never learns.
        "completed" | "shipped" => Stage::Sent,
        "delivered" => Stage::Delivered,
        "cancelled" => Stage::Cancelled,
        "refunded" => Stage::Refunded,
        "failed" => Stage::PaymentFailed,
        // Automattic\WooCommerce\Enums\OrderStatus; `new` is its old draft.
        "checkout-draft" | "auto-draft" | "draft" | "new" => Stage::Draft,
        _ => Stage::Other,
    }
}

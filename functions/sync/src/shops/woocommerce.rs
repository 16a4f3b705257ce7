//! WooCommerce's webhooks: the REST API's order (v3), whose signature covers the
//! body alone.
//!
//! Sources read: WooCommerce's `includes/class-wc-webhook.php` (delivery,
//! signature, ping) and `class-wc-rest-orders-v2-controller.php` (the order,
//! which v3 shares).
//!
//! WooCommerce tries each delivery once and switches a webhook off after six
//! failures in a row, so a delivery is refused only for fields that no order can
//! do without; the rest is read as loosely as PHP writes it.

mod documents;
mod parse;
mod payload;
mod payment;
mod ping;
mod promised;
mod references;
mod status;
mod time;
mod to_order;
mod totals;
mod tracking;
mod verify;

#[cfg(test)]
mod tests;

pub(super) use parse::{parse, path_of};
pub(super) use ping::is_ping;
pub(super) use verify::{claim, verify};

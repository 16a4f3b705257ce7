//! The platforms that send orders, one folder each with the same verbs:
//! `verify` (is it authentic?), `parse` (what is it about?) and `to_order` (the
//! platform's order as the neutral one).

mod bad_body;
mod check;
mod loose;
mod mac;
mod not_authentic;
mod shopify;
mod standard;
mod text;
mod woocommerce;

#[cfg(test)]
mod cases_tests;
#[cfg(test)]
mod dates_tests;
#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod test_shop;

use http::HeaderMap;
use serde_json::Value;
use wismo_domain::shop::{Platform, Shop};
use wismo_domain::time::Timestamp;

pub use bad_body::BadBody;
pub use not_authentic::NotAuthentic;

use crate::incoming::Delivery;

pub(crate) fn is_ping(shop: &Shop, headers: &HeaderMap, body: &[u8]) -> bool {
    match shop.platform {
        Platform::Woocommerce => woocommerce::is_ping(headers, body),
        Platform::Shopify | Platform::Standard => false,
    }
}

pub(crate) fn verify(
    shop: &Shop,
    headers: &HeaderMap,
    body: &[u8],
    now: Timestamp,
) -> Result<(), NotAuthentic> {
    match shop.platform {
        Platform::Woocommerce => woocommerce::verify(&shop.secrets, headers, body),
        Platform::Shopify => shopify::verify(&shop.secrets, headers, body),
        Platform::Standard => standard::verify(&shop.secrets, headers, body, now),
    }
}

/// Checks that one of the shop's `sync_secrets` signed the body, as Standard
/// Webhooks say, whatever the shop's own platform.
///
/// # Errors
/// When none did, or not lately. [`NotAuthentic::NoUsableSecret`] where the shop
/// has none.
pub(crate) fn verify_sync(
    shop: &Shop,
    headers: &HeaderMap,
    body: &[u8],
    now: Timestamp,
) -> Result<(), NotAuthentic> {
    standard::verify(&shop.sync_secrets, headers, body, now)
}

pub(crate) fn parse(
    shop: &Shop,
    headers: &HeaderMap,
    body: &[u8],
    now: Timestamp,
) -> Result<Delivery, BadBody> {
    let (delivery, path_of): (_, fn(&str) -> String) = match shop.platform {
        Platform::Woocommerce => (
            woocommerce::parse(shop, headers, body)?,
            woocommerce::path_of,
        ),
        Platform::Shopify => (shopify::parse(headers, body)?, shopify::path_of),
        Platform::Standard => return parse_message(shop, bad_body::object(body)?, now),
    };
    checked(shop, delivery, path_of, now)
}

/// Reads one message of the generic source, whatever the shop's own platform:
/// an ERP speaks it for any shop. Of an order of another platform's shop it says
/// a part: that shop sends the versions.
///
/// # Errors
/// When it is not such a message; the message says where and why.
pub fn parse_message(shop: &Shop, message: Value, now: Timestamp) -> Result<Delivery, BadBody> {
    if !message.is_object() {
        return Err(BadBody::NotJson("it is of another kind".to_owned()));
    }
    let delivery = standard::parse(shop.platform, message)?;
    checked(shop, delivery, standard::path_of, now)
}

/// What came out, once it is checked; `path_of` names a field as the platform does.
fn checked(
    shop: &Shop,
    delivery: Delivery,
    path_of: fn(&str) -> String,
    now: Timestamp,
) -> Result<Delivery, BadBody> {
    check::check(shop, &delivery, now)
        .map_err(|found| BadBody::at(path_of(&found.path), found.reason))?;
    Ok(delivery)
}

/// A word for the log from text that anyone may have written.
fn log_word(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_ascii_alphanumeric() || ".-_".contains(*c))
        .take(40)
        .collect()
}

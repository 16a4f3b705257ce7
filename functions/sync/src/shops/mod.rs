//! The platforms that send orders, one folder each with the same verbs:
//! `verify` (is it authentic?), `parse` (what is it about?) and `to_order` (the
//! platform's order as the neutral one).

mod bad_body;
mod mac;
mod not_authentic;
mod standard;
mod woocommerce;

#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod test_shop;

use http::HeaderMap;
use wismo_domain::keys::OrderKey;
use wismo_domain::log::Said;
use wismo_domain::order::Order;
use wismo_domain::shop::{Platform, Shop};
use wismo_domain::time::{Duration, Timestamp};

pub use bad_body::BadBody;
pub use not_authentic::NotAuthentic;

use crate::incoming::Delivery;

/// How far ahead of our clock a shop's version may lie. A version decides which
/// word is the last, so one from the year 2099 would silence the shop for ever;
/// a day leaves room for a site whose time zone is set wrong.
const MOST_AHEAD: Duration = Duration::hours(24);

pub(crate) fn is_ping(shop: &Shop, headers: &HeaderMap, body: &[u8]) -> bool {
    match shop.platform {
        Platform::Woocommerce => woocommerce::is_ping(headers, body),
        Platform::Standard => false,
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
        Platform::Standard => standard::verify(&shop.secrets, headers, body, now),
    }
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
        Platform::Standard => (standard::parse(body)?, standard::path_of),
    };
    if let Delivery::Event { order, said } = &delivery {
        let flaw = |path: &str, reason: String| BadBody::at(path_of(path), reason);
        OrderKey::new(&shop.id, order).map_err(|error| flaw("id", error.to_string()))?;
        if let Said::Order(order) = said {
            order
                .check()
                .map_err(|found| flaw(&found.path, found.reason))?;
            check_version(order, now).map_err(|reason| flaw("updated_at", reason))?;
        }
    }
    Ok(delivery)
}

fn check_version(order: &Order, now: Timestamp) -> Result<(), String> {
    if order.updated_at.duration_since(now) > MOST_AHEAD {
        return Err("lies more than a day in the future: check the shop's clock".to_owned());
    }
    Ok(())
}

/// A word for the log from text that anyone may have written.
fn log_word(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_ascii_alphanumeric() || ".-_".contains(*c))
        .take(40)
        .collect()
}

//! The platforms that send orders, one folder each with the same verbs:
//! `verify` (is it authentic?), `parse` (what is it about?) and `to_order`
//! (turns the platform's order into the neutral one).

mod bad_body;
mod check;
mod dropped;
mod json;
mod loose;
mod not_authentic;
mod number;
mod shopify;
mod standard;
mod text;
mod tidy;
mod woocommerce;

#[cfg(test)]
mod test_shop;
#[cfg(test)]
mod tests;

use http::HeaderMap;
use serde_json::Value;
use wismo_domain::check::FieldError;
use wismo_domain::shop::{Platform, Shop};
use wismo_domain::time::Timestamp;
use wismo_webhook::{Incoming, Unverified, Verified};

pub use bad_body::BadBody;
pub use dropped::Dropped;
pub(crate) use json::without_mark;
pub use not_authentic::NotAuthentic;
#[cfg(test)]
pub(crate) use standard::Message;

use crate::COMPONENT;
use crate::delivery::Delivery;

/// The party that must have signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signer {
    /// The shop itself, as its platform signs.
    Shop,
    /// The shop's ERP, whatever the shop's own platform: it signs with one of
    /// the `sync_secrets`, by Standard Webhooks.
    Erp,
}

/// Tells whether this is the unsigned ping of the shop's platform, which needs a
/// plain 200 and must change nothing ([`Delivery::Ping`]).
#[must_use]
pub fn is_ping(shop: &Shop, headers: &HeaderMap, body: &[u8]) -> bool {
    match shop.platform {
        Platform::Woocommerce => woocommerce::is_ping(headers, body),
        Platform::Shopify | Platform::Standard => false,
    }
}

/// Checks as much as is possible before the body is read: that the headers of a
/// signature are there, and that it is not too old.
///
/// # Errors
/// When no body could make this authentic.
pub fn check_headers(
    shop: &Shop,
    signer: Signer,
    headers: &HeaderMap,
    now: Timestamp,
) -> Result<(), NotAuthentic> {
    match (signer, shop.platform) {
        (Signer::Shop, Platform::Woocommerce) => woocommerce::claim(headers).map(|_| ()),
        (Signer::Shop, Platform::Shopify) => shopify::claim(headers).map(|_| ()),
        (Signer::Shop, Platform::Standard) | (Signer::Erp, _) => {
            standard::claim(headers, now).map(|_| ())
        }
    }
    .map_err(NotAuthentic::from)
}

/// Checks that the signer sent this.
///
/// # Errors
/// When no secret of the shop vouches for it, or none does any longer. All but
/// [`NotAuthentic::NoUsableSecret`] are for the sender to mend.
pub fn verify(
    shop: &Shop,
    signer: Signer,
    incoming: Incoming<Unverified>,
    now: Timestamp,
) -> Result<Incoming<Verified>, NotAuthentic> {
    let Shop {
        secrets,
        sync_secrets,
        ..
    } = shop;
    incoming.verify(|headers, body| match (signer, shop.platform) {
        (Signer::Shop, Platform::Woocommerce) => woocommerce::verify(secrets, headers, body),
        (Signer::Shop, Platform::Shopify) => shopify::verify(secrets, headers, body),
        (Signer::Shop, Platform::Standard) => standard::verify(secrets, headers, body, now),
        (Signer::Erp, _) => standard::verify(sync_secrets, headers, body, now),
    })
}

/// The result of reading a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The content of the body.
    pub delivery: Delivery,
    /// The parts that could not be read, or are implausible.
    pub dropped: Dropped,
}

/// Reads the shop's statement, and checks that the result can be stored.
///
/// # Errors
/// When the body is not what the platform sends; the message says where and why.
pub fn parse(shop: &Shop, incoming: &Incoming<Verified>, now: Timestamp) -> Result<Read, BadBody> {
    let body = bad_body::object(incoming.body())?;
    let headers = incoming.headers();
    let mut dropped = Dropped::default();
    let (mut delivery, path_of): (_, fn(&str) -> String) = match shop.platform {
        Platform::Woocommerce => (
            woocommerce::parse(shop, headers, body, now, &mut dropped)?,
            woocommerce::path_of,
        ),
        Platform::Shopify => (
            shopify::parse(headers, body, now, &mut dropped)?,
            shopify::path_of,
        ),
        Platform::Standard => return parse_message(shop, body, now),
    };
    tidy::tidy(&mut delivery, now, &mut dropped);
    tidy::fit(&mut delivery, &mut dropped);
    checked(shop, delivery, dropped, path_of, now)
}

/// Reads one line of an import, as [`parse_message`] does.
///
/// # Errors
/// As for [`parse_message`].
pub fn parse_line(shop: &Shop, line: &[u8], now: Timestamp) -> Result<Read, BadBody> {
    parse_message(shop, bad_body::object(line)?, now)
}

/// Reads one message of the generic source, whatever the shop's own platform: an
/// ERP speaks it for any shop. For an order of a shop on another platform, the
/// message gives only a part, as that shop sends the versions.
///
/// # Errors
/// When it is not such a message; the message says where and why.
pub fn parse_message(shop: &Shop, message: Value, now: Timestamp) -> Result<Read, BadBody> {
    if !message.is_object() {
        return Err(BadBody::NotJson("it is JSON of another type".to_owned()));
    }
    let mut delivery = standard::parse(shop.platform, message)?;
    let named = |found: FieldError| BadBody::at(standard::path_of(&found.path), found.reason);
    check::parcels(&delivery).map_err(named)?;
    let mut dropped = Dropped::default();
    tidy::tidy(&mut delivery, now, &mut dropped);
    checked(shop, delivery, dropped, standard::path_of, now)
}

/// Checks what was read; `path_of` names a field as the platform does.
fn checked(
    shop: &Shop,
    mut delivery: Delivery,
    dropped: Dropped,
    path_of: fn(&str) -> String,
    now: Timestamp,
) -> Result<Read, BadBody> {
    check::check(shop, &delivery, now)
        .map_err(|found| BadBody::at(path_of(&found.path), found.reason))?;
    tidy::addresses(&mut delivery);
    Ok(Read { delivery, dropped })
}

/// Tells the operator which places of a delivery that is taken could not be
/// read: of the body it repeats only the names of fields.
pub fn report_dropped(shop: &Shop, dropped: &Dropped) {
    let places: Vec<&str> = dropped.places().collect();
    if !places.is_empty() {
        let places = places.join(", ");
        COMPONENT.log(format_args!("shop {}: not read: {places}", shop.id));
    }
}

/// Makes a word for the log from text that anyone may have written.
fn log_word(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_ascii_alphanumeric() || ".-_".contains(*c))
        .take(40)
        .collect()
}

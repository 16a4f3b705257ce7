//! A shop of each platform, its fixtures, and deliveries signed as it signs them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use hmac::{Hmac, KeyInit, Mac};
use http::HeaderMap;
use sha2::Sha256;
use wismo_domain::access::secret::Secret;
use wismo_domain::shop::{Platform, Shop};
use wismo_domain::time::Timestamp;
use wismo_domain::time::zone::TimeZone;
use wismo_webhook::{Incoming, Unverified, Verified};

use super::{BadBody, NotAuthentic, Read, Signer};
use crate::delivery::Delivery;

pub(super) const WOOCOMMERCE_SECRET: &str = "woo-secret-of-the-tests";
pub(super) const SHOPIFY_SECRET: &str = "shopify-secret-of-the-tests";
/// The secret of the vector in the Standard Webhooks' reference libraries.
pub(super) const STANDARD_SECRET: &str = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

pub(super) fn shop(platform: Platform) -> Shop {
    let secret = match platform {
        Platform::Woocommerce => WOOCOMMERCE_SECRET,
        Platform::Shopify => SHOPIFY_SECRET,
        Platform::Standard => STANDARD_SECRET,
    };
    Shop {
        id: "north".to_owned(),
        platform,
        secrets: ["c3BhcmUgc2VjcmV0", secret].map(Secret::new).into(),
        sync_secrets: vec![Secret::new(STANDARD_SECRET)],
        name: "North Wool".to_owned(),
        locale: Some("en".to_owned()),
        timezone: TimeZone::named("America/New_York").unwrap(),
    }
}

/// The moment when all fixtures are received.
pub(super) fn now() -> Timestamp {
    "2026-08-31T12:00:00Z".parse().unwrap()
}

pub(super) fn fixture(name: &str) -> Vec<u8> {
    let path = format!("{}/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The names of a folder's fixtures, without `.json`.
pub(super) fn fixtures(folder: &str) -> Vec<String> {
    let path = format!("{}/fixtures/{folder}", env!("CARGO_MANIFEST_DIR"));
    let mut names: Vec<String> = std::fs::read_dir(path)
        .unwrap()
        .filter_map(|entry| {
            Some(
                entry
                    .unwrap()
                    .file_name()
                    .to_str()?
                    .strip_suffix(".json")?
                    .to_owned(),
            )
        })
        .collect();
    names.sort();
    assert!(!names.is_empty());
    names
}

pub(super) fn mac(key: &[u8], signed: &[u8]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(signed);
    STANDARD.encode(mac.finalize().into_bytes())
}

pub(super) fn incoming(headers: &[(&'static str, &str)], body: &[u8]) -> Incoming<Unverified> {
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        map.insert(*name, value.parse().unwrap());
    }
    Incoming::new(map, Bytes::copy_from_slice(body))
}

/// A body as the platform's shop signs it now.
pub(super) fn signed(platform: Platform, body: &[u8]) -> Incoming<Unverified> {
    match platform {
        Platform::Woocommerce => {
            let signature = mac(WOOCOMMERCE_SECRET.as_bytes(), body);
            incoming(
                &[
                    ("x-wc-webhook-signature", &signature),
                    ("x-wc-webhook-topic", "order.updated"),
                ],
                body,
            )
        }
        Platform::Shopify => {
            let signature = mac(SHOPIFY_SECRET.as_bytes(), body);
            incoming(
                &[
                    ("x-shopify-hmac-sha256", &signature),
                    ("x-shopify-topic", "orders/updated"),
                ],
                body,
            )
        }
        Platform::Standard => {
            let key = STANDARD
                .decode(STANDARD_SECRET.strip_prefix("whsec_").unwrap())
                .unwrap();
            let timestamp = now().as_second().to_string();
            let signed = [b"msg_1.", timestamp.as_bytes(), b".", body].concat();
            let signature = format!("v1,{}", mac(&key, &signed));
            incoming(
                &[
                    ("webhook-id", "msg_1"),
                    ("webhook-timestamp", &timestamp),
                    ("webhook-signature", &signature),
                ],
                body,
            )
        }
    }
}

/// Verifies a delivery that comes in now.
pub(super) fn verify(
    shop: &Shop,
    incoming: Incoming<Unverified>,
) -> Result<Incoming<Verified>, NotAuthentic> {
    super::verify(shop, Signer::Shop, incoming, now())
}

/// Signs, verifies and parses.
pub(super) fn deliver(platform: Platform, body: &[u8]) -> Result<Delivery, BadBody> {
    read(platform, body).map(|read| read.delivery)
}

/// Signs, verifies and parses, and returns what was dropped as well.
pub(super) fn read(platform: Platform, body: &[u8]) -> Result<Read, BadBody> {
    let shop = shop(platform);
    let verified = verify(&shop, signed(platform, body));
    let verified = verified.unwrap_or_else(|error| panic!("{error}"));
    super::parse(&shop, &verified, now())
}

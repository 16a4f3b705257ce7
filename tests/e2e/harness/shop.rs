//! The signatures of shops.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The secret that the shop `north` signs with.
pub(crate) const NORTH_SECRET: &str = "north's secret & more";
/// The secret that the shop `south` signs with.
pub(crate) const SOUTH_SECRET: &str = "shpss_0123456789abcdef0123456789abcdef";
/// The secret that the ERP of the shop `north` signs with.
pub(crate) const NORTH_SYNC_SECRET: &str = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";
/// The secret that the ERP beside the Shopify shop signs with, where there is one.
pub(crate) const SOUTH_SYNC_SECRET: &str = "whsec_c291dGgncyBlcnAgc2lnbnMgd2l0aCB0aGlzIQ==";
/// The secret that the shop `erp` signs with.
pub(crate) const STANDARD_SECRET: &str = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

fn mac(key: &[u8], message: &[u8]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(message);
    STANDARD.encode(mac.finalize().into_bytes())
}

pub(crate) fn woocommerce_signature(secret: &str, body: &[u8]) -> String {
    mac(secret.as_bytes(), body)
}

pub(crate) fn standard_signature(secret: &str, id: &str, timestamp: i64, body: &[u8]) -> String {
    let key = STANDARD
        .decode(secret.strip_prefix("whsec_").unwrap())
        .unwrap();
    let message = [format!("{id}.{timestamp}.").as_bytes(), body].concat();
    format!("v1,{}", mac(&key, &message))
}

//! HMAC-SHA256, compared in constant time.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use http::HeaderMap;
use sha2::Sha256;

use super::NotAuthentic;

/// The signature that stands in `header`, in base64.
pub(super) fn in_header(
    headers: &HeaderMap,
    header: &'static str,
) -> Result<Vec<u8>, NotAuthentic> {
    let value = headers
        .get(header)
        .ok_or(NotAuthentic::MissingHeader(header))?;
    let signature = STANDARD.decode(value.as_bytes());
    signature
        .ok()
        .filter(|signature| signature.len() == 32)
        .ok_or(NotAuthentic::MalformedHeader {
            header,
            form: "base64 of 32 bytes",
        })
}

/// Whether `signature` is the whole HMAC-SHA256 of `parts`, one after another,
/// under `key`. A shorter or longer signature never is.
pub(super) fn signs(key: &[u8], parts: &[&[u8]], signature: &[u8]) -> bool {
    // HMAC takes keys of any length (RFC 2104); were it not so, nothing fits.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else {
        return false;
    };
    for part in parts {
        mac.update(part);
    }
    mac.verify_slice(signature).is_ok()
}

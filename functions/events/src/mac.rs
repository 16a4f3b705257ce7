//! HMAC-SHA256, compared in constant time.

use hmac::{Hmac, KeyInit, Mac};
use http::HeaderMap;
use sha2::Sha256;
use subtle::{Choice, ConstantTimeEq};

use super::NotAuthentic;

/// The HMAC-SHA256 of `parts`, one after another.
pub(super) fn mac(key: &[u8], parts: &[&[u8]]) -> Option<[u8; 32]> {
    // HMAC takes keys of any length (RFC 2104); were it not so, nothing fits.
    let mut mac = Hmac::<Sha256>::new_from_slice(key).ok()?;
    for part in parts {
        mac.update(part);
    }
    Some(mac.finalize().into_bytes().into())
}

/// Whether one of `keys` made one of `signatures` of `parts`. Each key goes
/// over the parts once, however many signatures a header holds.
pub(super) fn any_signs(keys: &[Vec<u8>], parts: &[&[u8]], signatures: &[[u8; 32]]) -> bool {
    let mut fits = Choice::from(0);
    for mac in keys.iter().filter_map(|key| mac(key, parts)) {
        for signature in signatures {
            fits |= mac.ct_eq(signature);
        }
    }
    fits.into()
}

/// 32 bytes in hexadecimal.
pub(super) fn from_hex(text: &str) -> Option<[u8; 32]> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    let mut bytes = [0; 32];
    if text.len() != 64 {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        let [high, low] = pair else { return None };
        *byte = u8::try_from(digit(high)? * 16 + digit(low)?).ok()?;
    }
    Some(bytes)
}

/// The text of a header that must be there.
pub(super) fn header<'a>(
    headers: &'a HeaderMap,
    name: &'static str,
) -> Result<&'a str, NotAuthentic> {
    let value = headers.get(name).ok_or(NotAuthentic::MissingHeader(name))?;
    match value.to_str() {
        Ok("") => Err(NotAuthentic::MissingHeader(name)),
        Ok(text) => Ok(text),
        Err(_) => Err(NotAuthentic::Malformed {
            what: name,
            form: "plain ASCII",
        }),
    }
}

//! HMAC-SHA256, compared in constant time.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use http::HeaderMap;
use sha2::Sha256;
use subtle::{Choice, ConstantTimeEq};

use crate::BadClaim;

/// A whole HMAC-SHA256. Fewer or more bytes are not a signature.
pub type Signature = [u8; 32];

/// Length of a signature in base64.
const BASE64: usize = 44;

/// Length of a signature in hexadecimal.
const HEX: usize = 64;

/// The most signatures that a delivery may have. A sender that is replacing its secret
/// sends two.
const MOST: usize = 8;

/// The signatures that a delivery claims. Each costs only a comparison: the body is
/// read once per key, not once per signature.
#[derive(Clone)]
pub struct Signatures(Vec<Signature>);

impl From<Signature> for Signatures {
    fn from(signature: Signature) -> Self {
        Self(vec![signature])
    }
}

impl Signatures {
    /// Takes the signatures that a header lists.
    ///
    /// # Errors
    /// When there are too many of them.
    pub fn listed(
        header: &'static str,
        signatures: impl IntoIterator<Item = Signature>,
    ) -> Result<Self, BadClaim> {
        let kept: Vec<_> = signatures.into_iter().take(MOST + 1).collect();
        if kept.len() > MOST {
            return Err(BadClaim::TooManySignatures { header, most: MOST });
        }
        Ok(Self(kept))
    }
}

/// Reads the signature that stands in a header alone, in base64.
///
/// # Errors
/// When it is missing or not a signature.
pub fn in_header(headers: &HeaderMap, header: &'static str) -> Result<Signature, BadClaim> {
    let value = headers.get(header).ok_or(BadClaim::MissingHeader(header))?;
    from_base64(value.as_bytes()).ok_or(BadClaim::MalformedHeader {
        header,
        form: "base64 of 32 bytes",
    })
}

/// Reads a signature in base64, with its padding.
#[must_use]
pub fn from_base64(text: &[u8]) -> Option<Signature> {
    let is_whole = text.len() == BASE64;
    let bytes = is_whole.then(|| STANDARD.decode(text).ok()).flatten()?;
    bytes.try_into().ok()
}

/// Reads a signature in hexadecimal.
#[must_use]
pub fn from_hex(text: &str) -> Option<Signature> {
    let is_whole = text.len() == HEX;
    let bytes = is_whole.then(|| base16ct::mixed::decode_vec(text).ok());
    bytes.flatten()?.try_into().ok()
}

/// Tells whether one of `keys` made one of `signatures` over `parts`, in this order.
pub fn signs<K: AsRef<[u8]>>(
    keys: impl IntoIterator<Item = K>,
    parts: &[&[u8]],
    signatures: &Signatures,
) -> bool {
    fit(keys, signatures, |key| mac(key.as_ref(), parts))
}

/// Tells whether `mac` makes one of `signatures` from one of `keys`. It is called once
/// per key, and not at all if there is nothing to compare with.
fn fit<K>(
    keys: impl IntoIterator<Item = K>,
    signatures: &Signatures,
    mac: impl FnMut(K) -> Option<Signature>,
) -> bool {
    if signatures.0.is_empty() {
        return false;
    }
    let mut fits = Choice::from(0);
    for made in keys.into_iter().filter_map(mac) {
        for signature in &signatures.0 {
            fits |= made.ct_eq(signature);
        }
    }
    fits.into()
}

fn mac(key: &[u8], parts: &[&[u8]]) -> Option<Signature> {
    // HMAC takes keys of any length (RFC 2104); if it did not, no signature would fit.
    let mut mac = Hmac::<Sha256>::new_from_slice(key).ok()?;
    for part in parts {
        mac.update(part);
    }
    Some(mac.finalize().into_bytes().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: [&[u8]; 3] = [b"one", b"two", b"three"];

    /// Returns whether one fits, and how many keys went over the body.
    fn passes(signatures: &Signatures) -> (bool, usize) {
        let mut passes = 0;
        let fits = fit(KEYS, signatures, |key| {
            passes += 1;
            mac(key, &[b"the ", b"body"])
        });
        assert_eq!(fits, signs(KEYS, &[b"the body"], signatures));
        (fits, passes)
    }

    #[test]
    fn a_key_goes_over_the_body_once_however_many_signatures_there_are() {
        let right = mac(b"two", &[b"the body"]).unwrap();
        for others in 0..MOST {
            let all = std::iter::repeat_n([7; 32], others);
            let wrong = Signatures::listed("s", all.clone()).unwrap();
            let expected = if others == 0 { 0 } else { KEYS.len() };
            assert_eq!(passes(&wrong), (false, expected), "{others}");
            let found = Signatures::listed("s", all.chain([right])).unwrap();
            assert_eq!(passes(&found), (true, KEYS.len()), "{others}");
        }
        for count in [MOST + 1, 1_000] {
            let many = Signatures::listed("s", std::iter::repeat_n(right, count));
            let fault = BadClaim::TooManySignatures {
                header: "s",
                most: MOST,
            };
            assert_eq!(many.err(), Some(fault), "{count}");
        }
    }

    #[test]
    fn only_a_whole_signature_is_one() {
        let whole = [0xa5; 32];
        let hex: String = whole.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(from_hex(&hex), Some(whole));
        assert_eq!(from_hex(&hex.to_uppercase()), Some(whole));
        let base64 = STANDARD.encode(whole);
        assert_eq!(from_base64(base64.as_bytes()), Some(whole));
        for length in 0..base64.len() {
            assert_eq!(from_base64(&base64.as_bytes()[..length]), None);
        }
        for length in 0..hex.len() {
            assert_eq!(from_hex(&hex[..length]), None);
        }
        assert_eq!(from_base64(STANDARD.encode([0; 33]).as_bytes()), None);
        assert_eq!(from_hex(&format!("{hex}00")), None);
        assert_eq!(from_hex(&hex.replace("a5", "x5")), None);
    }
}

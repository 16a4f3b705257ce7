//! Shopify's signature.

use http::HeaderMap;
use wismo_domain::secret::Secret;

use crate::shops::NotAuthentic;
use crate::shops::mac::{in_header, signs};

/// Base64 of the HMAC-SHA256 of the raw body. The key is the app's client
/// secret or, for webhooks made in the admin, the one that stands beneath them.
const SIGNATURE: &str = "x-shopify-hmac-sha256";

/// Checks that one of `secrets` signed the body.
///
/// The body is all that the signature covers: no other header may be believed.
pub(in crate::shops) fn verify(
    secrets: &[Secret],
    headers: &HeaderMap,
    body: &[u8],
) -> Result<(), NotAuthentic> {
    let signature = in_header(headers, SIGNATURE)?;
    secrets
        .iter()
        .any(|secret| signs(secret.reveal().as_bytes(), &[body], &signature))
        .then_some(())
        .ok_or(NotAuthentic::NoSecretFits)
}

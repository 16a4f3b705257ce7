//! Shopify's signature.

use http::HeaderMap;
use wismo_domain::access::secret::Secret;
use wismo_webhook::mac::in_header;
use wismo_webhook::{BadClaim, Signature, signs};

use crate::shops::NotAuthentic;

/// The header with the base64 of the HMAC-SHA256 of the raw body. The key is
/// the app's client secret or, for webhooks made in the admin, the one that is
/// shown below them.
const SIGNATURE: &str = "x-shopify-hmac-sha256";

/// The signature that the headers claim.
pub(in crate::shops) fn claim(headers: &HeaderMap) -> Result<Signature, BadClaim> {
    in_header(headers, SIGNATURE)
}

/// Checks that one of `secrets` signed the body.
///
/// The signature covers only the body: no other header may be believed.
pub(in crate::shops) fn verify(
    secrets: &[Secret],
    headers: &HeaderMap,
    body: &[u8],
) -> Result<(), NotAuthentic> {
    let keys = secrets.iter().map(|secret| secret.reveal().as_bytes());
    signs(keys, &[body], &claim(headers)?.into())
        .then_some(())
        .ok_or(NotAuthentic::NoSecretFits)
}

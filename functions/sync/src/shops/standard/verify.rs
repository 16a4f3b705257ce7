//! The signature of Standard Webhooks.

use http::HeaderMap;
use wismo_domain::access::secret::Secret;
use wismo_domain::time::Timestamp;
use wismo_webhook::BadClaim;
use wismo_webhook::standard::{Claim, Names, STANDARD, SVIX};

use crate::shops::NotAuthentic;

/// The claim of the headers, if it is recent.
pub(in crate::shops) fn claim(headers: &HeaderMap, now: Timestamp) -> Result<Claim<'_>, BadClaim> {
    // Svix, through which many send, still uses its names from before the
    // standard.
    let has = |names: Names| names.all().iter().any(|name| headers.contains_key(*name));
    let names = if has(SVIX) && !has(STANDARD) {
        SVIX
    } else {
        STANDARD
    };
    Claim::read(names, headers, now)
}

/// Checks that one of `secrets` made one of the signatures, and that this was
/// recent.
pub(in crate::shops) fn verify(
    secrets: &[Secret],
    headers: &HeaderMap,
    body: &[u8],
    now: Timestamp,
) -> Result<(), NotAuthentic> {
    let claim = claim(headers, now)?;
    let keys: Vec<Vec<u8>> = secrets.iter().filter_map(Secret::standard_key).collect();
    if keys.is_empty() {
        return Err(NotAuthentic::NoUsableSecret);
    }
    claim
        .is_signed(&keys, body)
        .then_some(())
        .ok_or(NotAuthentic::NoSecretFits)
}

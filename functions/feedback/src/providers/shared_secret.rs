//! A secret that a provider that signs nothing sends along.
//!
//! It stands in the webhook's URL (`https://wismo:SECRET@...`), which makes the
//! provider send it as Basic authentication, or in a header `Authorization:
//! Bearer SECRET` if the provider can be set up to send that. The user's name
//! does not matter. Such a secret vouches only for the sender: the body is
//! protected by TLS alone.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::HeaderMap;
use http::header::AUTHORIZATION;
use wismo_domain::access::secret::Secret;
use wismo_webhook::header;

use crate::{NotAuthentic, SecretError};

const MIN_SECRET: usize = 32;
const NAME: &str = "authorization";

/// Tells whether a text can be such a secret.
pub(super) fn fits(secret: &str) -> bool {
    let unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    secret.len() >= MIN_SECRET && secret.bytes().all(unreserved)
}

/// The secrets of the setting.
pub(super) fn secrets(values: &[&str]) -> Result<Vec<Secret>, SecretError> {
    let secret = |value: &&str| {
        fits(value)
            .then(|| Secret::new(*value))
            .ok_or(SecretError::Shared)
    };
    values.iter().map(secret).collect()
}

/// Checks that the request carries one of the secrets.
pub(super) fn verify<'a>(
    secrets: impl IntoIterator<Item = &'a Secret>,
    headers: &HeaderMap,
) -> Result<(), NotAuthentic> {
    if headers.get_all(AUTHORIZATION).iter().count() > 1 {
        return Err(malformed());
    }
    let sent = sent(header::text(headers, NAME)?).ok_or(malformed())?;
    // All are compared, so that the timing does not tell which of them fits.
    let fits = secrets
        .into_iter()
        .fold(false, |fits, secret| fits | secret.is(&sent));
    fits.then_some(()).ok_or(NotAuthentic::NoSecretFits)
}

/// The token of `Bearer`, or the password of `Basic` (RFC 7617, section 2).
fn sent(header: &str) -> Option<Vec<u8>> {
    let (scheme, sent) = header.split_once(' ')?;
    let sent = sent.trim();
    if scheme.eq_ignore_ascii_case("bearer") {
        return Some(sent.as_bytes().to_vec());
    }
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let pair = STANDARD.decode(sent).ok()?;
    let colon = pair.iter().position(|byte| *byte == b':')?;
    pair.get(colon + 1..).map(<[u8]>::to_vec)
}

const fn malformed() -> NotAuthentic {
    NotAuthentic::Malformed {
        what: "the header authorization",
        form: "one of Basic or Bearer",
    }
}

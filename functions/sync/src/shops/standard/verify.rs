//! The signature of Standard Webhooks.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::HeaderMap;
use wismo_domain::secret::Secret;
use wismo_domain::time::Timestamp;

use crate::shops::NotAuthentic;
use crate::shops::mac::signs;

const ID: &str = "webhook-id";
const TIMESTAMP: &str = "webhook-timestamp";
const SIGNATURE: &str = "webhook-signature";

/// The tolerance of the reference libraries, both ways.
const TOLERANCE_SECONDS: i64 = 300;

/// Checks that one of `secrets` made one of the signatures, not long ago.
pub(in crate::shops) fn verify(
    secrets: &[Secret],
    headers: &HeaderMap,
    body: &[u8],
    now: Timestamp,
) -> Result<(), NotAuthentic> {
    let id = header(headers, ID)?;
    let timestamp = header(headers, TIMESTAMP)?;
    let signatures = header(headers, SIGNATURE)?;
    check_age(timestamp, now)?;
    let keys: Vec<Vec<u8>> = secrets.iter().filter_map(Secret::standard_key).collect();
    if keys.is_empty() {
        return Err(NotAuthentic::NoUsableSecret);
    }
    // An id with a dot in it could move the borders between the three, but then
    // the body would not begin with a brace, or the time not be a number.
    let signed: [&[u8]; 5] = [id.as_bytes(), b".", timestamp.as_bytes(), b".", body];
    signatures
        .split(' ')
        .filter_map(symmetric)
        .any(|signature| keys.iter().any(|key| signs(key, &signed, &signature)))
        .then_some(())
        .ok_or(NotAuthentic::NoSecretFits)
}

/// The bytes of a `v1` signature; other versions are skipped, as the
/// specification says. (`v1a` is asymmetric; it needs no secret, and we have no key.)
fn symmetric(versioned: &str) -> Option<Vec<u8>> {
    STANDARD.decode(versioned.strip_prefix("v1,")?).ok()
}

fn check_age(timestamp: &str, now: Timestamp) -> Result<(), NotAuthentic> {
    let digits = timestamp.bytes().all(|byte| byte.is_ascii_digit());
    let Some(signed) = timestamp.parse::<i64>().ok().filter(|_| digits) else {
        return Err(NotAuthentic::MalformedHeader {
            header: TIMESTAMP,
            form: "a number of seconds since 1970",
        });
    };
    let age = now.as_second().saturating_sub(signed);
    let seconds = age.unsigned_abs();
    if age > TOLERANCE_SECONDS {
        return Err(NotAuthentic::TooOld { seconds });
    }
    if age < -TOLERANCE_SECONDS {
        return Err(NotAuthentic::TooNew { seconds });
    }
    Ok(())
}

fn header<'a>(headers: &'a HeaderMap, name: &'static str) -> Result<&'a str, NotAuthentic> {
    let value = headers.get(name).ok_or(NotAuthentic::MissingHeader(name))?;
    match value.to_str() {
        Ok("") => Err(NotAuthentic::MissingHeader(name)),
        Ok(text) => Ok(text),
        Err(_) => Err(NotAuthentic::MalformedHeader {
            header: name,
            form: "plain ASCII",
        }),
    }
}

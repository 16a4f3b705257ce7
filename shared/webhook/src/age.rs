//! The age that a signature may have.

use wismo_domain::time::Timestamp;

use crate::BadClaim;

/// Seconds by which a sender's clock may be ahead of ours: the tolerance of the
/// Standard Webhooks libraries.
const MOST_AHEAD: u64 = 300;

/// Reads seconds since 1970, as they stand in headers: digits alone.
#[must_use]
pub fn seconds(text: &str) -> Option<Timestamp> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let seconds = text.parse().ok().filter(|_| digits);
    seconds.and_then(Timestamp::from_second)
}

/// Checks that a signature is not more than `most` seconds old, nor too far in the future.
///
/// # Errors
/// Says by how much it is too old or too new.
pub fn check(signed: Timestamp, now: Timestamp, most: u64) -> Result<(), BadClaim> {
    let age = now.as_second().saturating_sub(signed.as_second());
    let seconds = age.unsigned_abs();
    if age > 0 && seconds > most {
        return Err(BadClaim::TooOld { seconds, most });
    }
    if age < 0 && seconds > MOST_AHEAD {
        let most = MOST_AHEAD;
        return Err(BadClaim::TooNew { seconds, most });
    }
    Ok(())
}
